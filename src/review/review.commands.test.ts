import { expect, test } from 'vitest'
import { factsAbout } from '../audit/audit.queries.ts'
import { must, refusalOf } from '../register/register.testbed.ts'
import { stopCarryingOut } from './carrying/carrying.commands.ts'
import { proposedSettings, type Settings } from './criteria.ts'
import { decideReview, giveVoice } from './decide.commands.ts'
import type { Given } from './decision.ts'
import { oneReview } from './review.queries.ts'
import { given, openReviewBed, openReviewedForce, sound } from './review.testbed.ts'
import { beginRound, changeCriteria, endRound } from './round.commands.ts'
import { counts, criteriaPage, roundRead, rounds } from './round.queries.ts'

test('a round freezes the evidence of everything and recommends, with reasons that point to records', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const rows = await bed.rows(round)
  expect(rows.map((r) => [r.name, r.recommendation, r.recommendedInto?.name ?? null])).toEqual([
    ['Air support', 'improve', null],
    ['Dogs at work', 'adopt', null],
    ['Harrowfield', 'close', null],
    ['PC Leah Corrigan', 'merge', 'Westport Central'],
    ['Westport Central', 'improve', null],
    ['WestportCentra1', 'close', null],
  ])
  const one = must(await oneReview(bed, bed.head, { round, account: bed.ids.pc }))
  expect(one.review.tests.find((t) => t.criterion === 'samePlace')).toMatchObject({
    value: 1,
    reading: 'overlaps',
    accounts: [bed.ids.central],
  })
  expect(one.beside[bed.ids.central]?.name).toBe('Westport Central')
  expect(one.review.reasons.map((r) => r.criterion)).toEqual(['samePlace', 'unwatched', 'people'])
  expect(one.review.reasons[0]).toMatchObject({ criteriaVersion: 0, speaksFor: 'merge', accounts: [bed.ids.central] })
  expect(one.people.map((p) => [p.name, p.answers, p.writes])).toEqual([
    ['Leah Corrigan', false, true],
    ['Sam Bevan', true, false],
  ])
  expect(one.place).toEqual({ n: 4, of: 6 })
  expect([one.previous, one.next]).toEqual([bed.ids.silent, bed.ids.central])
  const events = must(await oneReview(bed, bed.head, { round, account: bed.ids.events }))
  expect(events.review.tests.find((t) => t.criterion === 'silent')).toMatchObject({
    reading: 'rightlySilent',
    graveLine: null,
    words: 'Speaks at air shows.',
  })
  // What is counted later changes nothing that was frozen.
  await bed.db.updateTable('measured').set({ figure: 0 }).where('measure', '=', 'M07').execute()
  const again = must(await oneReview(bed, bed.head, { round, account: bed.ids.pc }))
  expect(again.review.tests).toEqual(one.review.tests)
  expect(again.review.tests.find((t) => t.criterion === 'dialogue')?.value).toBe(0.3)
  const facts = await factsAbout(bed.db, bed.forceId, [`reviews:${round}`])
  expect(facts.map((f) => [f.kind, f.data])).toEqual([
    [
      'review.begun',
      { criteria: 0, accounts: 6, keep: 0, improve: 2, merge: 1, adopt: 1, close: 2, leaveAsPersonal: 0 },
    ],
  ])
  expect(await rounds(bed, bed.head)).toMatchObject({
    rounds: [{ id: round, accounts: 6, decided: 0, recommended: { merge: 1, close: 2 }, endedAt: null }],
    mayRun: true,
  })
})

test('a round begins once, by whom it may, with something counted and something to review', async () => {
  await using bed = await openReviewBed()
  const begin = async (actor = bed.head) => refusalOf(await beginRound(bed, actor, 'Autumn'))
  expect(await begin(bed.nobody)).toBe('mayNotRunReview')
  expect(await begin()).toBe('notCountedYet')
  await bed.countNow()
  expect(await begin()).toBe('nothingToReview')
  await bed.counted('Harrowfield', sound)
  expect(await begin()).toBe('none')
  expect(await begin()).toBe('roundOpen')
  expect(refusalOf(await roundRead(bed, bed.head, 'none'))).toBe('noRound')
})

test('a named person decides, with a reason; merging begins its list; nobody decides about their own', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'PC Leah Corrigan')
  const decide = async (over: Partial<Given> = {}, actor = bed.head, which = review) =>
    refusalOf(await decideReview(bed, actor, { review: which, ...given(over) }))
  const merge = { outcome: 'merge' as const, into: bed.ids.central, on: '2026-11-02' }
  expect(await decide(merge, bed.officer)).toBe('mayNotDecideReview')
  expect(await decide(merge, bed.head, 'none')).toBe('noReview')
  expect(await decide({ ...merge, outcome: 'adopt' })).toBe('outcomeNotHere')
  expect(await decide({ ...merge, into: null })).toBe('intoWhere')
  expect(await decide({ ...merge, into: bed.ids.pc })).toBe('intoWhere')
  expect(await decide({ ...merge, into: bed.ids.outside })).toBe('intoWhere')
  expect(await decide({ ...merge, on: '2026-09-06' })).toBe('dayNeeded')
  expect(await decide({ whyOther: null })).toBe('sayWhyOther')
  expect(await decide(merge)).toBe('none')
  const account = async () =>
    (await bed.db.selectFrom('account').select('status').where('id', '=', bed.ids.pc).executeTakeFirst())?.status
  expect(await account()).toBe('closing')
  expect(
    await bed.db.selectFrom('carrying_out').select(['kind', 'into_account_id', 'review_id', 'ends_on']).execute(),
  ).toEqual([{ kind: 'closing', into_account_id: bed.ids.central, review_id: review, ends_on: '2026-11-02' }])
  const old = { review, ...given({ whyOther: 'w' }), seen: null }
  expect(refusalOf(await decideReview(bed, bed.other, old))).toBe('decidedMeanwhile')
  // Before it is carried out it may be decided otherwise; what was decided first is kept, and its list is stopped.
  bed.clock.forward(60_000)
  expect(await decide({}, bed.other)).toBe('none')
  expect(await account()).toBe('live')
  const one = must(await oneReview(bed, bed.head, { round, account: bed.ids.pc }))
  expect(one.review.decision).toMatchObject({
    outcome: 'keep',
    by: { name: 'Owen Tredwell' },
    whyOther: 'Its people were heard',
  })
  expect(must(await roundRead(bed, bed.head, round)).decisions.filter((d) => d !== null)).toEqual([one.review.decision])
  expect(one.review.earlier).toMatchObject([{ outcome: 'merge', by: { name: 'Priya Nandakumar' }, on: '2026-11-02' }])
  const facts = await factsAbout(bed.db, bed.forceId, [`reviews:${review}`])
  expect(facts.map((f) => f.data)).toEqual([
    { account: bed.ids.pc, outcome: 'merge', recommended: 'merge', into: bed.ids.central, on: '2026-11-02' },
    { account: bed.ids.pc, outcome: 'keep', recommended: 'merge', into: null, on: null },
  ])
  // Who owns or supervises an account decides about others.
  await bed.db.updateTable('office').set({ holder_id: bed.head.personId }).execute()
  expect(await decide()).toBe('mayNotDecideReview')
})

test('what was carried out changes no more, and nothing is gone through twice', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const close = { outcome: 'close' as const, on: '2026-09-07', whyOther: null }
  const decide = async (name: string, over: Partial<Given> = {}) => {
    const { id } = await bed.row(round, name)
    return refusalOf(await decideReview(bed, bed.head, { review: id, ...given({ ...close, ...over }) }))
  }
  expect(await decide('Harrowfield')).toBe('none')
  const list = await bed.db.selectFrom('carrying_out').select('id').executeTakeFirstOrThrow()
  await bed.db.updateTable('carrying_out').set({ ending: 'done', ended_at: bed.clock.now() }).execute()
  expect(refusalOf(await stopCarryingOut(bed, bed.head, { id: list.id, reason: 'x' }))).toBe('carryingOver')
  expect(await decide('Harrowfield')).toBe('carriedOut')
  await bed.db.updateTable('account').set({ status: 'closed' }).where('id', '=', bed.ids.central).execute()
  expect(await decide('Westport Central', { whyOther: 'w' })).toBe('closedSince')
  const one = must(await oneReview(bed, bed.head, { round, account: bed.ids.central }))
  expect([one.review.closedSince, one.may.decide]).toEqual([true, false])
  const carried = must(await oneReview(bed, bed.head, { round, account: bed.ids.silent }))
  expect([carried.review.closedSince, carried.may.decide]).toEqual([false, false])
  await bed.db.updateTable('account').set({ status: 'unofficial' }).where('id', '=', bed.ids.central).execute()
  expect(await decide('Westport Central', { whyOther: 'w' })).toBe('notToClose')
  await bed.db.updateTable('account').set({ status: 'live' }).where('id', '=', bed.ids.outside).execute()
  expect(await decide('Dogs at work', { outcome: 'adopt' })).toBe('notToAdopt')
  expect(await decide('PC Leah Corrigan', { whyOther: 'w' })).toBe('none')
  await bed.db.updateTable('carrying_out').set({ review_id: null }).where('ended_at', 'is', null).execute()
  expect(await decide('PC Leah Corrigan', { whyOther: 'w' })).toBe('carriedAlready')
})

test('outside: adopting begins its list; asking the network about a look-alike changes nothing of ours', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const decide = async (name: string, over: Partial<Given>) => {
    const { id } = await bed.row(round, name)
    return refusalOf(await decideReview(bed, bed.head, { review: id, ...given({ whyOther: null, ...over }) }))
  }
  expect(await decide('Dogs at work', { outcome: 'adopt' })).toBe('dayNeeded')
  expect(await decide('Dogs at work', { outcome: 'adopt', on: '2026-10-01' })).toBe('none')
  expect(await decide('WestportCentra1', { outcome: 'close' })).toBe('none')
  const lists = await bed.db.selectFrom('carrying_out').select(['kind', 'account_id']).execute()
  expect(lists).toEqual([{ kind: 'adoption', account_id: bed.ids.outside }])
  expect(await counts(bed, bed.head)).toEqual({ undecided: 4, looks: 0, toBegin: 0 })
})

test('the voices of its people and its public are recorded by whom they may', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'PC Leah Corrigan')
  const voice = {
    review,
    side: 'people' as const,
    who: 'PC Leah Corrigan',
    words: 'I will move if I keep my name.',
    on: '2026-09-01',
  }
  const give = async (over: Partial<typeof voice> | { side: 'public' }, actor = bed.officer) =>
    refusalOf(await giveVoice(bed, actor, { ...voice, ...over }))
  expect(await give({}, bed.nobody)).toBe('mayNotGiveVoice')
  expect(await give({ side: 'public' })).toBe('mayNotGiveVoice')
  expect(await give({ review: 'none' })).toBe('noReview')
  expect(await give({})).toBe('none')
  expect(await give({ side: 'public' }, bed.head)).toBe('none')
  const one = must(await oneReview(bed, bed.officer, { round, account: bed.ids.pc }))
  expect(one.review.voices.map((v) => [v.side, v.who])).toEqual([
    ['people', 'PC Leah Corrigan'],
    ['public', 'PC Leah Corrigan'],
  ])
  expect(one.may).toEqual({
    ...{ decide: false, sayForPeople: true, sayForPublic: false, askAgain: false, lookAgain: false },
    ...{ waive: false, begin: false },
  })
  expect((await bed.row(round, 'PC Leah Corrigan')).voices).toBe(2)
  const facts = await factsAbout(bed.db, bed.forceId, [`reviews:${review}`])
  expect(JSON.stringify(facts)).not.toContain('my name')
  must(await endRound(bed, bed.head, { round, anyway: true }))
  expect(await give({})).toBe('roundEnded')
})

test('a round ends when all is decided, or when somebody says that it ends anyway', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const end = async (anyway: boolean, actor = bed.head, which = round) =>
    refusalOf(await endRound(bed, actor, { round: which, anyway }))
  expect(await end(false, bed.nobody)).toBe('mayNotRunReview')
  expect(await end(false, bed.head, 'none')).toBe('noRound')
  expect(await end(false)).toBe('stillUndecided')
  expect(await end(true)).toBe('none')
  expect(await end(true)).toBe('roundEnded')
  const { id: review } = await bed.row(round, 'Harrowfield')
  expect(refusalOf(await decideReview(bed, bed.head, { review, ...given() }))).toBe('roundEnded')
  expect(await counts(bed, bed.head)).toEqual({ undecided: 0, looks: 0, toBegin: 0 })
  await bed.begin()
})

test('the force writes its own criteria; a round that has begun keeps those it began with', async () => {
  await using bed = await openReviewedForce()
  const first = await bed.begin()
  const { silent } = proposedSettings
  const later = {
    ...silent,
    basis: 'force' as const,
    grave: { all: 365, byClass: {} },
    line: { all: 200, byClass: {} },
  }
  const change = async (settings: Settings = { ...proposedSettings, silent: later }, actor = bed.head, version = 0) =>
    refusalOf(await changeCriteria(bed, actor, { version, settings, why: 'Villages are quiet in winter.' }))
  expect(await change(undefined, bed.nobody)).toBe('mayNotChangeCriteria')
  const none = Object.fromEntries(
    Object.entries(proposedSettings).map(([id, s]) => [id, { ...s, used: id !== 'imitates' ? s.used : false }]),
  ) as typeof proposedSettings
  expect(await change(none)).toBe('noneUsed')
  expect(await change()).toBe('none')
  expect(await change()).toBe('criteriaMeanwhile')
  expect(await criteriaPage(bed, bed.head)).toMatchObject({
    version: 1,
    settings: { silent: { grave: { all: 365 } }, dialogue: { grave: null } },
    versions: [{ version: 1, why: 'Villages are quiet in winter.', by: { name: 'Priya Nandakumar' } }],
  })
  expect((await bed.row(first, 'Harrowfield')).recommendation).toBe('close')
  must(await endRound(bed, bed.head, { round: first, anyway: true }))
  const second = await bed.begin()
  const harrowfield = await bed.row(second, 'Harrowfield')
  expect(harrowfield.recommendation).toBe('improve')
  const one = must(await oneReview(bed, bed.head, { round: second, account: bed.ids.silent }))
  expect(one.review.reasons.every((r) => r.criteriaVersion === 1)).toBe(true)
})
