import { expect, test } from 'vitest'
import { factsAbout } from '../audit/audit.queries.ts'
import { must, refusalOf } from '../register/register.testbed.ts'
import { doStep } from './carrying/step.commands.ts'
import { askSecondLook, decideReview, decideSecondLook, giveVoice } from './decide.commands.ts'
import type { Given } from './decision.ts'
import { oneReview } from './review.queries.ts'
import { given, openReviewedForce } from './review.testbed.ts'
import { endRound } from './round.commands.ts'
import { counts, mine } from './round.queries.ts'

test('a second look within 14 days, decided by somebody else: it stands, or another takes its place', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'PC Leah Corrigan')
  const ask = async (actor = bed.officer, which = review) =>
    refusalOf(await askSecondLook(bed, actor, { review: which, why: 'Nobody asked the public.' }))
  const look = async (actor = bed.gold, instead: Given | null = null, which = review) =>
    refusalOf(await decideSecondLook(bed, actor, { review: which, reason: 'Heard again', instead }))
  const decide = async (actor = bed.head) =>
    refusalOf(
      await decideReview(bed, actor, {
        review,
        ...given({ outcome: 'merge', into: bed.ids.central, on: '2026-11-02' }),
      }),
    )
  const asked = async (who = bed.officer) => (await mine(bed, who)).undecided.map((r) => [r.name, r.heard])
  expect(await asked(bed.gold)).toEqual([])
  expect(await asked()).toEqual([
    ['Harrowfield', false],
    ['PC Leah Corrigan', false],
  ])
  const voice = { review, side: 'people' as const, who: 'PC Leah Corrigan', words: 'It is my beat.', on: '2026-09-07' }
  must(await giveVoice(bed, bed.officer, voice))
  expect(await asked()).toContainEqual(['PC Leah Corrigan', true])
  expect(await ask()).toBe('notDecided')
  expect(await ask(bed.officer, 'none')).toBe('noReview')
  expect(await decide()).toBe('none')
  expect((await mine(bed, bed.officer)).decisions).toMatchObject([
    { name: 'PC Leah Corrigan', decision: { outcome: 'merge' }, askUntil: '2026-09-21T09:00:00.000Z', look: null },
  ])
  expect((await mine(bed, bed.gold)).decisions).toEqual([])
  expect(await asked()).toEqual([['Harrowfield', false]])
  expect(await look()).toBe('noSecondLook')
  expect(await ask(bed.gold)).toBe('mayNotAskSecondLook')
  bed.clock.forward(14 * 86_400_000)
  expect(await ask()).toBe('tooLate')
  bed.clock.forward(-1000)
  expect(await ask()).toBe('none')
  expect(await ask()).toBe('secondLookAsked')
  expect(await counts(bed, bed.head)).toMatchObject({ looks: 1 })
  expect(await decide()).toBe('secondLookWaits')
  expect(refusalOf(await endRound(bed, bed.head, { round, anyway: true }))).toBe('secondLookWaits')
  expect(await look(bed.head)).toBe('mayNotDecideSecondLook')
  expect(await look(bed.gold, null, 'none')).toBe('noReview')
  // Nobody looks again at what is their own.
  const [office] = await bed.db.selectFrom('office').selectAll().execute()
  await bed.db.updateTable('office').set({ holder_id: bed.gold.personId }).execute()
  expect(await look()).toBe('mayNotDecideSecondLook')
  await bed.db
    .updateTable('office')
    .set({ holder_id: office?.holder_id ?? null })
    .execute()
  // While somebody waits for it, the account is not closed.
  const list = await bed.db.selectFrom('carrying_out').select('id').executeTakeFirstOrThrow()
  const steps = { done_at: bed.clock.now(), done_by: bed.head.personId }
  await bed.db.updateTable('carrying_step').set(steps).where('step', '<>', 'register').execute()
  const last = await doStep(bed, bed.head, { id: list.id, step: 'register', evidence: 'Closed' })
  expect(last).toMatchObject({ refusal: { words: expect.stringContaining('second look') } })
  expect(await look(bed.gold, given({ outcome: 'merge', into: bed.ids.central, on: '2026-12-01' }))).toBe('sameAgain')
  expect(must(await oneReview(bed, bed.gold, { round, account: bed.ids.pc })).may.lookAgain).toBe(true)
  expect(must(await oneReview(bed, bed.head, { round, account: bed.ids.pc })).may).toMatchObject({
    decide: false,
    lookAgain: false,
  })
  expect(await look(bed.gold, given({ whyOther: null }))).toBe('sayWhyOther')
  expect(await look(bed.gold, given())).toBe('none')
  const one = must(await oneReview(bed, bed.officer, { round, account: bed.ids.pc }))
  expect(one.review).toMatchObject({
    decision: { outcome: 'keep', by: { name: 'Ada Iredale' } },
    earlier: [{ outcome: 'merge' }],
    looks: [{ result: 'changed', by: { name: 'Leah Corrigan' }, decidedBy: { name: 'Ada Iredale' } }],
  })
  const status = await bed.db.selectFrom('account').select('status').where('id', '=', bed.ids.pc).executeTakeFirst()
  expect(status?.status).toBe('live')
  expect((await mine(bed, bed.officer)).decisions).toMatchObject([{ look: 'changed', decision: { outcome: 'keep' } }])
  const facts = await factsAbout(bed.db, bed.forceId, [`reviews:${review}`])
  expect(facts.map((f) => f.kind)).toEqual([
    'review.voiceGiven',
    'review.decided',
    'review.secondLookAsked',
    'review.lookedAgain',
  ])
  expect(facts.at(-1)?.data).toMatchObject({ result: 'changed', outcome: 'keep', account: bed.ids.pc })
})

test('a second look that lets it stand is the last one', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'Harrowfield')
  must(await decideReview(bed, bed.head, { review, ...given({ outcome: 'improve' }) }))
  bed.clock.forward(1000)
  must(await askSecondLook(bed, bed.officer, { review, why: 'It was the holidays.' }))
  must(await decideSecondLook(bed, bed.gold, { review, reason: 'It stands', instead: null }))
  const again = await askSecondLook(bed, bed.officer, { review, why: 'Once more' })
  expect(refusalOf(again)).toBe('secondLookAsked')
  expect(must(await oneReview(bed, bed.officer, { round, account: bed.ids.silent })).may.askAgain).toBe(false)
})
