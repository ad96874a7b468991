import { expect, test } from 'vitest'
import { factsAbout } from '../../audit/audit.queries.ts'
import type { Actor } from '../../foundation/world.ts'
import { addOffice } from '../../register/office.commands.ts'
import { must, refusalOf } from '../../register/register.testbed.ts'
import { beginAlone } from '../carrying/carrying.commands.ts'
import { carryingPage } from '../carrying/carrying.queries.ts'
import { doStep } from '../carrying/step.commands.ts'
import { askSecondLook, decideReview, decideSecondLook, waiveSecondLook } from '../decide.commands.ts'
import { oneReview } from '../review.queries.ts'
import { given, openReviewedForce } from '../review.testbed.ts'
import { counts, roundRead } from '../round.queries.ts'
import { ringWaiting } from './waiting.jobs.ts'
import { waiting } from './waiting.queries.ts'

type Bed = Awaited<ReturnType<typeof openReviewedForce>>

const alarms = (bed: Bed, kind: string) =>
  bed.db.selectFrom('alarm').select(['subject', 'words', 'settled_at']).where('kind', '=', kind).execute()
const close = { outcome: 'close' as const, on: '2026-09-10', whyOther: null }

/** Harrowfield was kept; its people asked again, and gold decided that it closes. */
async function closedByGold() {
  const bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'Harrowfield')
  must(await decideReview(bed, bed.head, { review, ...given() }))
  bed.clock.forward(1000)
  must(await askSecondLook(bed, bed.officer, { review, why: 'It is the wrong account to keep.' }))
  must(await decideSecondLook(bed, bed.gold, { review, reason: 'Nobody looks there.', instead: given(close) }))
  return Object.assign(bed, { round, review })
}

test('what a second look decides waits for communications until somebody begins its list, and rings after three days', async () => {
  await using bed = await closedByGold()
  const { round, review, ids } = bed
  expect(await bed.db.selectFrom('carrying_out').selectAll().execute()).toEqual([])
  expect(await waiting(bed, bed.head)).toMatchObject({
    toBegin: [
      {
        review,
        name: 'Harrowfield',
        decision: { outcome: 'close', by: { name: 'Ada Iredale' } },
        beginUntil: '2026-09-10',
      },
    ],
    // It stands once, where there is something to do.
    otherwise: [],
  })
  expect(await waiting(bed, bed.officer)).toEqual({ toBegin: [], looks: [], otherwise: [] })
  expect(await counts(bed, bed.head)).toMatchObject({ toBegin: 1 })
  const rows = must(await roundRead(bed, bed.head, round)).rows
  expect(rows.filter((r) => r.toBegin).map((r) => r.name)).toEqual(['Harrowfield'])
  const one = async (who = bed.head) => must(await oneReview(bed, who, { round, account: ids.silent }))
  expect(await one()).toMatchObject({
    review: { toBegin: { kind: 'closing', until: '2026-09-10' } },
    may: { begin: true },
  })
  expect((await one(bed.gold)).may.begin).toBe(false)
  bed.clock.set('2026-09-10T22:00:00Z')
  await ringWaiting(bed)
  expect(await alarms(bed, 'notBegun')).toEqual([])
  bed.clock.set('2026-09-11T06:00:00Z') // seven in London: people are not at work
  await ringWaiting(bed)
  expect(await alarms(bed, 'notBegun')).toEqual([])
  bed.clock.set('2026-09-11T08:00:00Z')
  await ringWaiting(bed)
  await ringWaiting(bed)
  expect(await alarms(bed, 'notBegun')).toMatchObject([
    { subject: `account:${ids.silent}`, words: expect.stringContaining('Harrowfield'), settled_at: null },
  ])
  const what = { kind: 'closing' as const, accountId: ids.silent, lookAlikeId: null, intoAccountId: null }
  must(await beginAlone(bed, bed.head, { ...what, on: '2026-10-01' }))
  expect((await alarms(bed, 'notBegun'))[0]?.settled_at).not.toBeNull()
  expect((await waiting(bed, bed.head)).toBegin).toEqual([])
  // It is still told that somebody decided otherwise, for 14 days.
  expect((await waiting(bed, bed.head)).otherwise).toMatchObject([
    { name: 'Harrowfield', look: { by: { name: 'Ada Iredale' }, reason: 'Nobody looks there.' } },
  ])
  expect((await one()).review.toBegin).toBeNull()
  bed.clock.forward(14 * 86_400_000)
  expect((await waiting(bed, bed.head)).otherwise).toEqual([])
})

test('an alarm about what waits is settled when it waits no longer, whatever ended it', async () => {
  await using bed = await closedByGold()
  bed.clock.set('2026-09-12T09:00:00Z')
  await ringWaiting(bed)
  await bed.db.updateTable('account').set({ status: 'closed' }).where('id', '=', bed.ids.silent).execute()
  await ringWaiting(bed)
  expect(await alarms(bed, 'notBegun')).toMatchObject([{ settled_at: expect.any(Date) }])
  expect((await waiting(bed, bed.head)).toBegin).toEqual([])
})

test('a second look stands before those who may decide it, and rings when nobody does', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'Harrowfield')
  must(await decideReview(bed, bed.head, { review, ...given({ outcome: 'improve' }) }))
  bed.clock.forward(1000)
  must(await askSecondLook(bed, bed.officer, { review, why: 'It was the holidays.' }))
  expect((await waiting(bed, bed.gold)).looks).toMatchObject([
    { review, why: 'It was the holidays.', by: { name: 'Leah Corrigan' }, decideUntil: '2026-09-21' },
  ])
  for (const nobody of [bed.head, bed.other, bed.officer]) expect((await waiting(bed, nobody)).looks).toEqual([])
  bed.clock.set('2026-09-21T12:00:00Z')
  await ringWaiting(bed)
  expect(await alarms(bed, 'lookWaits')).toEqual([])
  bed.clock.set('2026-09-22T09:00:00Z')
  await ringWaiting(bed)
  expect(await alarms(bed, 'lookWaits')).toMatchObject([{ settled_at: null }])
  must(await decideSecondLook(bed, bed.gold, { review, reason: 'It stands', instead: null }))
  expect(await alarms(bed, 'lookWaits')).toMatchObject([{ settled_at: expect.any(Date) }])
})

/** Harrowfield is decided to close in three days; whoever owns it, and its list. */
async function closing() {
  const bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'Harrowfield')
  must(await decideReview(bed, bed.head, { review, ...given(close) }))
  const list = (await bed.db.selectFrom('carrying_out').select('id').executeTakeFirstOrThrow()).id
  const owner: Actor = { forceId: bed.forceId, personId: await bed.person('Sam Owner', 'Sgt', 'SO', []), roles: [] }
  const office = must(await addOffice(bed, bed.head, { title: 'Harrow sergeant', holderId: owner.personId })).id
  await bed.db.updateTable('account').set({ owner_office_id: office }).where('id', '=', bed.ids.silent).execute()
  const step = async (name: string) =>
    refusalOf(await doStep(bed, bed.head, { id: list, step: name, evidence: `Seen: ${name}` }))
  return Object.assign(bed, { round, review, list, owner, step })
}

test('nothing closes while its people may ask for a second look; the page says until when and why', async () => {
  await using bed = await closing()
  for (const name of ['told', 'notice']) expect(await bed.step(name)).toBe('none')
  bed.clock.set('2026-09-21T20:00:00Z')
  expect(await bed.step('migration')).toBe('stepNotYet')
  const page = await carryingPage(bed, bed.head, bed.list)
  // The last day moves with it, and so does what is due then.
  expect(page).toMatchObject({ notBefore: '2026-09-22', endsOn: '2026-09-22', late: 0 })
  expect(page?.list.find((s) => s.id === 'migration')?.stops).toContain('until 21 September')
  expect(page?.list.find((s) => s.id === 'register')?.dueOn).toBe('2026-09-24')
  expect(page?.goodbye?.pinned).toContain('closes on 22 September')
  const one = must(await oneReview(bed, bed.owner, { round: bed.round, account: bed.ids.silent }))
  expect(one).toMatchObject({
    review: { closesFrom: '2026-09-22', waived: null },
    may: { waive: true, askAgain: false },
  })
  bed.clock.set('2026-09-21T22:59:00Z')
  expect(await bed.step('migration')).toBe('stepNotYet')
  bed.clock.set('2026-09-21T23:00:00Z') // midnight in London
  expect(await bed.step('migration')).toBe('none')
  expect(await carryingPage(bed, bed.head, bed.list)).toMatchObject({ notBefore: null })
  expect(refusalOf(await waiveSecondLook(bed, bed.owner, bed.review))).toBe('nothingToWaive')
})

test('the owner alone says that nobody needs a second look, and then it goes by the day that was decided', async () => {
  await using bed = await closing()
  const waive = async (who = bed.owner, review = bed.review) => refusalOf(await waiveSecondLook(bed, who, review))
  const { id: open } = await bed.row(bed.round, 'Westport Central')
  expect(await waive(bed.owner, 'none')).toBe('noReview')
  for (const who of [bed.head, bed.officer, bed.gold]) expect(await waive(who)).toBe('mayNotWaiveSecondLook')
  await bed.db
    .updateTable('account')
    .set((e) => ({
      owner_office_id: e.selectFrom('office').select('id').where('holder_id', '=', bed.owner.personId).limit(1),
    }))
    .where('id', '=', bed.ids.central)
    .execute()
  expect(await waive(bed.owner, open)).toBe('notDecided')
  const may = async (who = bed.owner) =>
    must(await oneReview(bed, who, { round: bed.round, account: bed.ids.silent })).may.waive
  expect([await may(), await may(bed.head)]).toEqual([true, false])
  expect(await waive()).toBe('none')
  expect(await waive()).toBe('nothingToWaive')
  const page = await carryingPage(bed, bed.head, bed.list)
  expect(page).toMatchObject({ notBefore: null, endsOn: '2026-09-10' })
  expect(page?.list.find((s) => s.id === 'register')?.dueOn).toBe('2026-09-12')
  for (const name of ['told', 'notice']) expect(await bed.step(name)).toBe('none')
  bed.clock.set('2026-09-10T09:00:00Z')
  expect(await bed.step('migration')).toBe('none')
  // Whoever writes there can still ask, and is waited for.
  must(await askSecondLook(bed, bed.officer, { review: bed.review, why: 'Nobody asked us.' }))
  expect(await waive()).toBe('secondLookWaits')
  const facts = await factsAbout(bed.db, bed.forceId, [`reviews:${bed.review}`])
  expect(facts.map((f) => f.kind)).toEqual(['review.decided', 'review.secondLookWaived', 'review.secondLookAsked'])
  expect(
    must(await oneReview(bed, bed.head, { round: bed.round, account: bed.ids.silent })).review.waived,
  ).toMatchObject({
    by: { name: 'Sam Owner' },
  })
})

test('a second look that lets it stand ends the waiting; another decision begins it anew', async () => {
  await using bed = await closing()
  bed.clock.forward(1000)
  must(await askSecondLook(bed, bed.officer, { review: bed.review, why: 'Nobody asked us.' }))
  must(await decideSecondLook(bed, bed.gold, { review: bed.review, reason: 'It stands', instead: null }))
  expect(await carryingPage(bed, bed.head, bed.list)).toMatchObject({ notBefore: null, endsOn: '2026-09-10' })
  bed.clock.forward(1000)
  must(await decideReview(bed, bed.head, { review: bed.review, ...given({ ...close, on: '2026-09-11' }) }))
  const lists = await bed.db.selectFrom('carrying_out').select(['not_before', 'ending']).orderBy('begun_at').execute()
  expect(lists).toEqual([
    { not_before: null, ending: 'stopped' },
    { not_before: '2026-09-22', ending: null },
  ])
})
