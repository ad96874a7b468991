import { expect, test } from 'vitest'
import { factsAbout } from '../../audit/audit.queries.ts'
import { must, practiceId, refusalOf } from '../../register/register.testbed.ts'
import { beginAlone } from '../carrying/carrying.commands.ts'
import { askSecondLook, decideReview } from '../decide.commands.ts'
import { given, openReviewBed, sound } from '../review.testbed.ts'
import { endRound } from '../round.commands.ts'
import { roundRead } from '../round.queries.ts'
import { decideTogether } from './together.commands.ts'
import { type Choice, whyAlone } from './together.ts'

const silent = { ...sound, M01: 120, M03: 1, M07: 0.06, M08: 0.3 }

/** Three that fell silent: two of Harrowfield, one of Loxwood; three sound ones, of which one is of Loxwood too; one outside. */
async function openSilentForce() {
  const bed = await openReviewBed()
  const ids = {
    one: await bed.counted('Harrow One', silent, { area: 'Harrowfield' }),
    two: await bed.counted('Harrow Two', silent, { area: 'harrowfield ' }),
    loxwood: await bed.counted('Loxwood', silent, { area: 'Loxwood' }),
    desk: await bed.counted('Loxwood Desk', sound, { area: 'Loxwood', class: 'district' }),
    port: await bed.counted('Westport', sound, { area: 'Westport' }),
    air: await bed.counted('Air support', sound, { class: 'specialist' }),
    outside: await bed.counted('Dogs at work', { M01: 3, M07: 0.4 }, { class: 'specialist', status: 'unofficial' }),
  }
  await bed.countNow()
  const round = await bed.begin()
  const reviewOf = async (...names: string[]) => {
    const rows = await bed.rows(round)
    return names.map((name) => rows.find((r) => r.name === name)?.id ?? 'none')
  }
  const decide = async (names: string[], over: { on?: string | null; round?: string } = {}, who = bed.head) =>
    refusalOf(
      await decideTogether(bed, who, {
        round,
        on: '2026-10-10',
        reason: 'As the record shows',
        ...over,
        reviews: await reviewOf(...names),
      }),
    )
  return Object.assign(bed, { ids, round, reviewOf, decide })
}

test('several are decided for one reason, each with a decision of its own, or none is', async () => {
  await using bed = await openSilentForce()
  const { decide, round } = bed
  const rows = await bed.rows(round)
  expect(rows.filter((r) => r.recommendation === 'close').map((r) => r.name)).toEqual([
    'Harrow One',
    'Harrow Two',
    'Loxwood',
  ])
  expect(await decide(['Harrow One'], {}, bed.officer)).toBe('mayNotDecideReview')
  expect(await decide(['Harrow One', 'Nobody'])).toBe('noReview')
  expect(await decide(['Harrow One', 'Westport'])).toBe('notTogether')
  await bed.db.updateTable('review').set({ recommendation: 'close' }).where('name', '=', 'Dogs at work').execute()
  expect(await decide(['Harrow One', 'Dogs at work'])).toBe('notTogether')
  await bed.db.updateTable('review').set({ recommendation: 'adopt' }).where('name', '=', 'Dogs at work').execute()
  expect(await decide(['Harrow One'], { on: null })).toBe('dayNeeded')
  expect(await decide(['Harrow One'], { on: '2026-09-01' })).toBe('dayNeeded')
  expect(await decide(['Harrow One', 'Loxwood'])).toBe('none')
  const after = await bed.rows(round)
  expect(after.filter((r) => r.decided).map((r) => [r.name, r.decided?.outcome, r.decided?.on])).toEqual([
    ['Harrow One', 'close', '2026-10-10'],
    ['Loxwood', 'close', '2026-10-10'],
  ])
  expect(await bed.db.selectFrom('carrying_out').select('kind').execute()).toHaveLength(2)
  for (const id of await bed.reviewOf('Harrow One', 'Loxwood')) {
    const facts = await factsAbout(bed.db, bed.forceId, [`reviews:${id}`])
    expect(facts).toMatchObject([{ kind: 'review.decided', actor: bed.head.personId, data: { outcome: 'close' } }])
  }
  expect(await decide(['Harrow One'])).toBe('notTogether')
  must(await endRound(bed, bed.head, { round, anyway: true }))
  expect(await decide(['Air support'])).toBe('roundEnded')
})

test('one that is refused takes the others with it, and says which', async () => {
  await using bed = await openSilentForce()
  const what = { kind: 'closing' as const, lookAlikeId: null, intoAccountId: null, on: '2026-10-01' }
  must(await beginAlone(bed, bed.head, { ...what, accountId: bed.ids.loxwood }))
  const reviews = await bed.reviewOf('Harrow One', 'Loxwood')
  const told = await decideTogether(bed, bed.head, { round: bed.round, reviews, on: '2026-10-10', reason: 'Silent' })
  expect(told).toMatchObject({ refusal: { id: 'carriedAlready', words: expect.stringMatching(/^Loxwood: /) } })
  expect((await bed.rows(bed.round)).filter((r) => r.decided)).toEqual([])
  await bed.db.updateTable('account').set({ status: 'closed' }).where('id', '=', bed.ids.two).execute()
  expect((await bed.rows(bed.round)).find((r) => r.name === 'Harrow Two')).toMatchObject({ closed: true })
  expect(await bed.decide(['Harrow Two'])).toBe('notTogether')
  await bed.db.updateTable('account').set({ status: 'unofficial' }).where('id', '=', bed.ids.two).execute()
  expect(await bed.decide(['Harrow Two'])).toBe('notToClose')
  await bed.db.updateTable('account').set({ status: 'live' }).where('id', '=', bed.ids.outside).execute()
  expect(await bed.decide(['Dogs at work'])).toBe('notToAdopt')
})

test('whom people wait for, and the only voice of an area, are decided singly', async () => {
  await using bed = await openSilentForce()
  const { decide, ids } = bed
  // Each of the two leaves the other; both together leave nobody.
  expect(await decide(['Harrow One', 'Harrow Two'])).toBe('notTogether')
  await bed.db
    .insertInto('conversation')
    .values({
      ...{ force_id: bed.forceId, id: 'c', account_id: ids.loxwood, network: practiceId, kind: 'public', thread: 't' },
      ...{ author_external_id: 'p', author_handle: 'p', author_name: 'P', opening: 'Help', language: 'en' },
      ...{ stage: 'open', stage_since: bed.clock.now(), category: 'question', rank: 3, last_from: 'public' },
      ...{ opened_at: bed.clock.now(), last_said_at: bed.clock.now() },
    })
    .execute()
  const reviews = await bed.reviewOf('Harrow One', 'Loxwood')
  const told = await decideTogether(bed, bed.head, { round: bed.round, reviews, on: '2026-10-10', reason: 'Silent' })
  expect(told).toMatchObject({
    refusal: { words: expect.stringContaining('Loxwood, people wait for an answer there') },
  })
  const row = async (name: string) => must(await roundRead(bed, bed.head, bed.round)).rows.find((r) => r.name === name)
  expect(await row('Loxwood')).toMatchObject({ conversations: 1, sameArea: [ids.desk], own: false })
  expect(await row('Harrow One')).toMatchObject({ conversations: 0, sameArea: [ids.two] })
  expect(await row('Air support')).toMatchObject({ sameArea: null })
  await bed.db.updateTable('office').set({ holder_id: bed.head.personId }).execute()
  expect(await decide(['Harrow One'])).toBe('notTogether')
  expect(await row('Harrow One')).toMatchObject({ own: true })
})

test('one that somebody asks about again is decided singly, and an account that has gone takes nobody in', async () => {
  await using bed = await openSilentForce()
  const [westport] = await bed.reviewOf('Westport')
  must(await decideReview(bed, bed.head, { review: westport ?? '', ...given() }))
  bed.clock.forward(1000)
  must(await askSecondLook(bed, bed.officer, { review: westport ?? '', why: 'Why?' }))
  expect(await bed.decide(['Westport', 'Air support'])).toBe('notTogether')
  await bed.db
    .updateTable('review')
    .set({ recommendation: 'merge', recommended_into: bed.ids.two })
    .where('account_id', '=', bed.ids.one)
    .execute()
  await bed.db.updateTable('account').set({ status: 'closed' }).where('id', '=', bed.ids.two).execute()
  expect(await bed.decide(['Harrow One'])).toBe('intoWhere')
})

test('why one is decided by itself', () => {
  const choice: Choice = {
    ...{
      key: 'a',
      subject: 'ours',
      recommendation: 'close',
      decided: false,
      lookWaits: false,
      own: false,
      closed: false,
    },
    ...{ conversations: 0, sameArea: ['b', 'c'] },
  }
  const why = (over: Partial<Choice>, ...chosen: string[]) =>
    whyAlone({ ...choice, ...over }, new Set(['a', ...chosen]))
  expect(why({})).toBeNull()
  expect(why({}, 'b')).toBeNull()
  expect(why({}, 'b', 'c')).toBe('onlyVoice')
  expect(why({ sameArea: [] })).toBe('onlyVoice')
  expect(why({ sameArea: null })).toBeNull()
  expect(why({ conversations: 1 })).toBe('conversations')
  expect(why({ recommendation: 'improve', conversations: 1, sameArea: [] })).toBeNull()
  expect(why({ subject: 'lookAlike', sameArea: [] })).toBeNull()
  expect([why({ decided: true }), why({ lookWaits: true }), why({ own: true })]).toEqual([
    'decided',
    'lookWaits',
    'own',
  ])
  expect(why({ closed: true, conversations: 1 })).toBe('closed')
})
