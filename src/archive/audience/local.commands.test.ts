import { expect, test } from 'vitest'
import { openLines } from '../../register/custody/lines.client.ts'
import { must, refusalOf } from '../../register/register.testbed.ts'
import { audiencePage } from './audience.queries.ts'
import { openAudienceBed, threeAccounts } from './audience.testbed.ts'
import { countFollowers } from './counting.jobs.ts'
import { recordLocal } from './local.commands.ts'
import { readFollowers } from './reading.jobs.ts'

const said = { id: 'a', inArea: 620, of: 1000, asOf: '2026-09-01', source: 'Statistics page, audience by town' }

test('where followers are is recorded by who may, as of a day that has been, and what was recorded before stays', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  const record = (change: Partial<typeof said>, actor = bed.head) => recordLocal(bed, actor, { ...said, ...change })
  expect(refusalOf(await record({}, bed.nobody))).toBe('mayNotRecord')
  expect(refusalOf(await record({}, bed.actor))).toBe('mayNotRecord')
  expect(refusalOf(await record({ id: 'none' }))).toBe('noAccount')
  expect(refusalOf(await record({ asOf: '2026-09-08' }))).toBe('notYet')
  expect(refusalOf(await record({ inArea: 1001 }))).toBe('moreThanAll')
  must(await record({}))
  must(await record({ asOf: '2026-08-01', inArea: 500 }))
  const page = must(await audiencePage(bed, bed.nobody, 'a'))
  expect(page.local.map((l) => [l.asOf, l.inArea, l.of, l.by])).toEqual([
    ['2026-09-01', 620, 1000, 'Manager Priya Nandakumar'],
    ['2026-08-01', 500, 1000, 'Manager Priya Nandakumar'],
  ])
  expect([page.mayRecord, page.mayRead]).toEqual([false, false])
  const facts = await bed.db
    .selectFrom('fact')
    .select(['subject', 'data'])
    .where('kind', '=', 'localReach.recorded')
    .execute()
  expect(facts[0]).toEqual({ subject: 'account:a', data: '{"asOf":"2026-09-01","inArea":620,"of":1000}' })
})

test('the page of an account: counts by day, what else they follow, and who may have it read', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  expect(refusalOf(await audiencePage(bed, bed.head, 'none'))).toBe('noAccount')
  expect(must(await audiencePage(bed, bed.head, 'a'))).toMatchObject({
    ...{ counts: [], counted: null, tellsWho: true, read: null, local: [], mayRead: false, mayRecord: true },
  })
  await bed.followedBy([
    [900, 'a'],
    [90, 'a', 'b'],
    [9, 'a', 'b', 'c'],
  ])
  const { lineOf } = openLines(bed)
  await countFollowers(bed, lineOf)
  await readFollowers(bed, { ...bed.reader, lineOf })
  const count = { force_id: bed.forceId, account_id: 'a', followers: 980, source: 'import' as const }
  const at = ['2026-09-06T08:00:00Z', '2026-09-06T20:00:00Z', '2026-09-07T02:00:00Z'].map((t) => new Date(t))
  await bed.db
    .insertInto('account_count')
    .values(at.map((one, n) => ({ ...count, at: one, followers: 980 + n })))
    .execute()
  const page = must(await audiencePage(bed, bed.head, 'a'))
  expect(page.counts.map((c) => [c.at.slice(0, 10), c.followers, c.source])).toEqual([
    ['2026-09-06', 981, 'import'],
    ['2026-09-07', 999, 'network'],
  ])
  expect(page.read).toMatchObject({ whole: true, followers: 999, only: 900, rest: 0, unread: [] })
  expect(page.read?.accounts.map((a) => a.id)).toEqual(['a', 'b', 'c'])
  expect(page.read?.patterns.map((p) => [p.others.map((o) => o.id), p.people])).toEqual([
    [['b'], 90],
    [['b', 'c'], 9],
  ])
  expect([page.mayRead, page.beingRead, page.counted]).toEqual([true, false, { failingSince: null, words: '' }])
})
