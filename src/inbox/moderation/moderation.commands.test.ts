import { expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import type { Outcome } from '../../foundation/outcome.ts'
import { inboxRefusals } from '../inbox.refusals.ts'
import { decideAppeal, recordAppeal } from './appeal.commands.ts'
import { liftModeration, moderate, reviewModeration, settleModeration } from './moderation.commands.ts'
import { moderationList } from './moderation.queries.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import { openModerationBed } from './moderation.testbed.ts'
import { addStandard, beginStandards, endStandard } from './standard.commands.ts'

const refused = (outcome: Outcome<unknown>) => (outcome.ok ? 'nothing' : outcome.refusal.id)
const reason = 'Because it is so'

test('a decision keeps a copy, tells them why and how to appeal, and puts no words into the chain', async () => {
  await using bed = await openModerationBed()
  const place = await bed.conversation({ language: 'cy' })
  const outcome = await moderate(bed, bed.danny, {
    ...place,
    act: 'block',
    code: 'CS5',
    reason: 'Third time',
    days: 90,
  })
  expect(outcome).toMatchObject({ ok: true, value: { expiresAt: '2026-12-06T09:00:00.000Z' } })
  if (!outcome.ok) return
  expect(outcome.value.tellThem).toContain(`CS5, Aflonyddu ar berson`)
  expect(outcome.value.tellThem).toContain('6 Rhagfyr 2026')
  const list = await moderationList(bed.db, bed.danny, bed.clock.now(), { show: 'all', most: 50 })
  expect(list).toMatchObject({
    ok: true,
    value: {
      standing: 1,
      rows: [
        {
          reference: outcome.value.reference,
          copy: { text: 'Some foul words, Some One of 3 Mill Lane', from: 'Some One' },
          standard: { code: 'CS5', title: 'Harassment of a person' },
          state: 'asked',
          tellThem: outcome.value.tellThem,
        },
      ],
    },
  })
  const facts = await bed.db.selectFrom('fact').selectAll().execute()
  expect(JSON.stringify(facts)).not.toMatch(/foul|Mill Lane|someone|Third time/)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('every refusal of a decision', async () => {
  await using bed = await openModerationBed()
  const place = await bed.conversation()
  const given = { ...place, act: 'hide' as const, code: 'CS3', reason, days: null }
  const tried = async (change: Partial<Parameters<typeof moderate>[2]>, by = bed.danny) =>
    refused(await moderate(bed, by, { ...given, ...change }))
  expect(await tried({}, bed.reviewer)).toBe(no.mayNotModerate.id)
  expect(await tried({}, bed.actor)).toBe(no.mayNotModerate.id)
  expect(await tried({ conversation: 'none' })).toBe(inboxRefusals.noConversation.id)
  expect(await tried({}, { ...bed.danny, forceId: 'eastshire' })).toBe(inboxRefusals.noConversation.id)
  expect(await tried({ message: (await bed.conversation()).message })).toBe(no.noMessage.id)
  expect(await tried({ code: 'CS99' })).toBe(no.noStandard.id)
  await endStandard(bed, bed.head, 'CS8')
  expect(await tried({ code: 'CS8' })).toBe(no.standardEnded.id)
  expect(await tried({ act: 'mute' })).toBe(no.endMissing.id)
  expect(await tried({ act: 'block', days: 366 })).toBe(no.endMissing.id)
  const elsewhere = await moderate(bed, bed.danny, { ...given, ...(await bed.conversation({ account: 'listed' })) })
  expect(elsewhere).toMatchObject({ ok: false, refusal: { id: no.cannotHere.id } })
  if (!elsewhere.ok) expect(elsewhere.refusal.words).toMatch(/Nothing was done\. Whoever holds the keys/)
  expect(await tried({ ...(await bed.conversation({ kind: 'direct' })) })).toBe(no.cannotHere.id)
  const quoting = await bed.conversation()
  await bed.db.updateTable('message').set({ kind: 'quote' }).where('id', '=', quoting.message).execute()
  expect(await tried({ ...quoting })).toBe(no.cannotHere.id)
  expect(await bed.db.selectFrom('moderation').select('id').execute()).toEqual([])
})

test('a threat to life is not hidden before a person has looked and decided; a report may go at once', async () => {
  await using bed = await openModerationBed()
  const place = await bed.conversation({ suggestion: JSON.stringify({ danger: true, category: 'abuse' }) })
  const given = { ...place, act: 'hide' as const, code: 'CS4', reason, days: null }
  expect(refused(await moderate(bed, bed.danny, given))).toBe(no.lookFirst.id)
  expect(refused(await moderate(bed, bed.danny, { ...given, act: 'block', days: 5 }))).toBe(no.lookFirst.id)
  expect(refused(await moderate(bed, bed.danny, { ...given, act: 'report' }))).toBe('nothing')
  await bed.db.updateTable('conversation').set({ first_look_at: bed.clock.now() }).execute()
  expect(refused(await moderate(bed, bed.danny, given))).toBe(no.lookFirst.id)
  const decided = { category: 'abuse', category_by: 'danny', category_at: bed.clock.now() } as const
  await bed.db.updateTable('conversation').set(decided).execute()
  expect(refused(await moderate(bed, bed.danny, given))).toBe('nothing')
})

test('nothing is decided twice: the same message, or the same author at one account', async () => {
  await using bed = await openModerationBed()
  const [first, second] = [await bed.conversation(), await bed.conversation()]
  await bed.decide({ ...first })
  const again = { ...first, act: 'hide' as const, code: 'CS1', reason, days: null }
  expect(refused(await moderate(bed, bed.sian, again))).toBe(no.alreadyModerated.id)
  const mute = { act: 'mute' as const, code: 'CS8', reason, days: 28 }
  await bed.decide({ ...first, ...mute })
  expect(refused(await moderate(bed, bed.sian, { ...second, ...mute }))).toBe(no.alreadyModerated.id)
  const other = await bed.conversation({ account: 'b' })
  expect(refused(await moderate(bed, bed.sian, { ...other, ...mute }))).toBe('nothing')
  const both = await Promise.all(
    [bed.danny, bed.sian].map((by) => moderate(bed, by, { ...second, ...again, ...second })),
  )
  expect(both.map(refused).sort()).toEqual([no.alreadyModerated.id, 'nothing'])
})

test('lifting, with its refusals', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  const lift = (which: string, by = bed.sian) => liftModeration(bed, by, { id: which, reason })
  expect(refused(await lift(id, bed.reviewer))).toBe(no.mayNotModerate.id)
  expect(refused(await lift('none'))).toBe(no.noModeration.id)
  const report = await bed.decide({ act: 'report' })
  expect(refused(await lift(report))).toBe(no.reportStays.id)
  expect(refused(await lift(id))).toBe('nothing')
  expect(await bed.row(id)).toMatchObject({ state: 'lifted', lifted_by: 'sian' })
  expect(refused(await lift(id))).toBe(no.nothingToLift.id)
  await bed.work()
  expect(bed.script.asked.map((a) => a.act)).toEqual(['report'])
})

test('a review is by somebody else, once, of what stands', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  const review = (by = bed.sian, which = id) => reviewModeration(bed, by, { id: which, reason })
  expect(refused(await review())).toBe(no.notStanding.id)
  await bed.work()
  expect(refused(await review(bed.reviewer))).toBe(no.mayNotModerate.id)
  expect(refused(await review(bed.sian, 'none'))).toBe(no.noModeration.id)
  expect(refused(await review(bed.danny))).toBe(no.ownReview.id)
  expect(refused(await review())).toBe('nothing')
  expect(refused(await review())).toBe(no.reviewThere.id)
})

test('an appeal is decided by somebody else; what is lifted is undone on the network', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide({ act: 'block', days: 90 })
  await bed.work()
  const record = (by = bed.danny, which = id) => recordAppeal(bed, by, { id: which, words: 'I never said that' })
  const decide = (by = bed.sian, which = id, outcome: 'upheld' | 'lifted' = 'lifted') =>
    decideAppeal(bed, by, { id: which, outcome, reason })
  expect(refused(await decide())).toBe(no.noAppeal.id)
  expect(refused(await record(bed.reviewer))).toBe(no.mayNotModerate.id)
  expect(refused(await record(bed.danny, 'none'))).toBe(no.noModeration.id)
  expect(refused(await record(bed.danny, await bed.decide({ act: 'report' })))).toBe(no.reportStays.id)
  expect(refused(await record())).toBe('nothing')
  expect(refused(await record())).toBe(no.appealThere.id)
  expect(refused(await decide(bed.danny))).toBe(no.ownDecision.id)
  expect(refused(await decide(bed.reviewer))).toBe(no.mayNotDecideAppeal.id)
  expect(refused(await decide(bed.sian, 'none'))).toBe(no.noModeration.id)
  const told = await decide()
  expect(told).toMatchObject({ ok: true, value: { tellThem: expect.stringContaining('you were right') } })
  expect(refused(await decide())).toBe(no.appealDecided.id)
  await bed.work()
  expect(bed.script.asked.filter((a) => a.act === 'block').map((a) => a.undo)).toEqual([false, true])
  expect(await bed.row(id)).toMatchObject({ state: 'lifted', lifted_by: 'sian' })
  const gone = await bed.decide()
  await liftModeration(bed, bed.danny, { id: gone, reason })
  expect(refused(await record(bed.danny, gone))).toBe(no.nothingToLift.id)
})

test('an appeal that is upheld leaves it standing', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  await bed.work()
  await recordAppeal(bed, bed.danny, { id, words: 'Unfair' })
  const told = await decideAppeal(bed, bed.head, { id, outcome: 'upheld', reason })
  expect(told).toMatchObject({ ok: true, value: { tellThem: expect.stringContaining('stands') } })
  expect(await bed.row(id)).toMatchObject({ state: 'done' })
  const list = await moderationList(bed.db, bed.sian, bed.clock.now(), { show: 'all', most: 5 })
  expect(list).toMatchObject({ ok: true, value: { appealsOpen: 0, rows: [{ appeal: { outcome: 'upheld' } }] } })
})

test('a person settles what was refused or is in doubt', async () => {
  await using bed = await openModerationBed()
  const settle = (id: string, saw: 'done' | 'again' | 'leave', by = bed.sian) =>
    settleModeration(bed, by, { id, saw, reason })
  const id = await bed.decide()
  expect(refused(await settle(id, 'done', bed.reviewer))).toBe(no.mayNotModerate.id)
  expect(refused(await settle('none', 'done'))).toBe(no.noModeration.id)
  expect(refused(await settle(id, 'done'))).toBe(no.notStuck.id)
  bed.script.endings = [{ kind: 'refused', words: 'Not below your post.' }]
  await bed.work()
  expect(await bed.alarms()).toEqual(['notModerated'])
  expect(await settle(id, 'again')).toEqual({ ok: true, value: { state: 'asked' } })
  expect(await bed.alarms()).toEqual([])
  await bed.work()
  expect(await bed.row(id)).toMatchObject({ state: 'done' })
  bed.script.endings = [{ kind: 'refused', words: 'Gone.' }]
  await liftModeration(bed, bed.sian, { id, reason })
  await bed.work()
  expect(await bed.row(id)).toMatchObject({ state: 'needsPerson' })
  expect(refused(await settle(id, 'leave'))).toBe(no.mustBeLifted.id)
  expect(await settle(id, 'done')).toEqual({ ok: true, value: { state: 'lifted' } })
  expect(await bed.db.selectFrom('message').select('hidden_at').executeTakeFirst()).toEqual({ hidden_at: null })
})

test('the list waits for reviews, appeals and what is stuck; a reference finds one; intelligence stays closed', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  const secret = await bed.conversation({ category: 'intelligence' })
  await bed.opens(bed.danny, secret.conversation)
  await bed.decide({ ...secret })
  await bed.work()
  const read = async (input: object, by = bed.danny) => {
    const outcome = await moderationList(bed.db, by, bed.clock.now(), { show: 'waiting', most: 50, ...input })
    if (!outcome.ok) throw new Error(outcome.refusal.id)
    return outcome.value
  }
  expect(await read({})).toMatchObject({ standing: 2, reviewsDue: 0, rows: [] })
  bed.clock.forward(22 * 86_400_000)
  expect(await read({})).toMatchObject({ reviewsDue: 2, reviewsLate: 0, rows: [{}, { id, may: { review: false } }] })
  // What was opened three weeks ago is opened again, and recorded, before it is read or anything is done about it.
  const shown = async (by = bed.danny) => (await read({ show: 'all' }, by)).rows[0]
  const nothing = { lift: false, review: false, appeal: false, decideAppeal: false, settle: false }
  expect(await shown()).toMatchObject({ copy: { text: expect.stringMatching(/Open the conversation/) }, may: nothing })
  expect((await read({}, bed.sian)).rows[1]?.may.review).toBe(true)
  expect((await read({ reference: `m-${id.slice(-8)}` })).rows.map((r) => r.id)).toEqual([id])
  expect((await read({ reference: 'nonsense' })).rows).toEqual([])
  expect((await shown(bed.sian))?.copy.text).toMatch(/intelligence/)
  await bed.opens(bed.danny, secret.conversation)
  expect(await shown()).toMatchObject({ copy: { text: expect.stringMatching(/foul/) }, may: { lift: true } })
  await bed.db.updateTable('conversation').set({ kind: 'direct' }).where('category', '<>', 'intelligence').execute()
  const [, inPrivate] = (await read({ show: 'all' }, { ...bed.danny, roles: ['reviewer'] })).rows
  expect(inPrivate?.copy).toMatchObject({ text: expect.stringContaining('in private'), from: '', url: null })
  expect((await read({ show: 'all' }, bed.danny)).rows[1]?.copy.text).not.toContain('in private')
  const page = await read({ show: 'all', most: 1 })
  expect((await read({ show: 'all', most: 1, after: page.next })).rows.map((r) => r.id)).toEqual([id])
  const nobody = await moderationList(bed.db, { ...bed.danny, roles: ['trainer'] }, bed.clock.now(), {
    show: 'all',
    most: 5,
  })
  expect(refused(nobody)).toBe(no.mayNotModerate.id)
})

test('nobody moderates intelligence that they may not read, or have not opened; nor decides about what was moderated', async () => {
  await using bed = await openModerationBed()
  const place = await bed.conversation({ category: 'intelligence' })
  const given = { ...place, act: 'hide' as const, code: 'CS3', reason, days: null }
  expect(refused(await moderate(bed, bed.sian, given))).toBe(no.mayNotModerate.id)
  expect(refused(await moderate(bed, bed.danny, given))).toBe(no.openFirst.id)
  expect(await bed.db.selectFrom('moderation').select('id').execute()).toEqual([])
  await bed.opens(bed.danny, place.conversation)
  const id = await bed.decide(place)
  await bed.work()
  const words = 'I never said that'
  for (const by of [bed.sian, bed.head]) {
    const expected = by === bed.sian ? no.mayNotModerate.id : no.openFirst.id
    expect(refused(await liftModeration(bed, by, { id, reason }))).toBe(expected)
    expect(refused(await reviewModeration(bed, by, { id, reason }))).toBe(expected)
    expect(refused(await settleModeration(bed, by, { id, saw: 'again', reason }))).toBe(expected)
    expect(refused(await recordAppeal(bed, by, { id, words }))).toBe(expected)
    expect(refused(await decideAppeal(bed, by, { id, outcome: 'lifted', reason }))).toBe(expected)
  }
  await bed.opens(bed.head, place.conversation)
  expect(refused(await reviewModeration(bed, bed.head, { id, reason }))).toBe('nothing')
})

test('what was refused is not revived beside the same that was decided since', async () => {
  await using bed = await openModerationBed()
  const [place, other] = [await bed.conversation(), await bed.conversation()]
  const mute = { act: 'mute' as const, code: 'CS8', days: 28 }
  bed.script.endings = [
    { kind: 'refused', words: 'Not now.' },
    { kind: 'refused', words: 'Not now.' },
  ]
  const [hidden, muted] = [await bed.decide(place), await bed.decide({ ...place, ...mute })]
  await bed.work()
  await bed.decide(place)
  // In another conversation, of the same author.
  await bed.decide({ ...other, ...mute })
  for (const id of [hidden, muted])
    for (const saw of ['again', 'done'] as const)
      expect(refused(await settleModeration(bed, bed.sian, { id, saw, reason }))).toBe(no.alreadyModerated.id)
  expect(await bed.row(hidden)).toMatchObject({ state: 'refused' })
  expect(refused(await settleModeration(bed, bed.sian, { id: hidden, saw: 'leave', reason }))).toBe('nothing')
})

test('standards: published once, never changed, ended, with every refusal', async () => {
  await using bed = await openModerationBed()
  const s = { code: 'CS20', title: { en: 'Title', cy: 'Teitl' }, words: { en: 'Words', cy: 'Geiriau' } }
  expect(refused(await addStandard(bed, bed.danny, s))).toBe(no.mayNotChangeStandards.id)
  expect(refused(await addStandard(bed, bed.head, s))).toBe('nothing')
  expect(refused(await addStandard(bed, bed.head, s))).toBe(no.codeThere.id)
  expect(refused(await beginStandards(bed, bed.danny))).toBe(no.mayNotChangeStandards.id)
  expect(refused(await beginStandards(bed, bed.head))).toBe(no.standardsThere.id)
  expect(refused(await endStandard(bed, bed.danny, 'CS20'))).toBe(no.mayNotChangeStandards.id)
  expect(refused(await endStandard(bed, bed.head, 'CS77'))).toBe(no.noStandard.id)
  expect(refused(await endStandard(bed, bed.head, 'CS20'))).toBe('nothing')
  expect(refused(await endStandard(bed, bed.head, 'CS20'))).toBe(no.standardEnded.id)
})
