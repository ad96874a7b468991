import { expect, test } from 'vitest'
import { openLines } from '../../register/custody/lines.client.ts'
import { must, practiceId, refusalOf } from '../../register/register.testbed.ts'
import { audiencePage } from './audience.queries.ts'
import { type AudienceBed, ended, openAudienceBed, page, quiet, threeAccounts } from './audience.testbed.ts'
import { askReading } from './reading.commands.ts'
import { readFollowers, readFollowersOnAndOn } from './reading.jobs.ts'

const day = 86_400_000
const read = (bed: AudienceBed) => readFollowers(bed, bed.reader)
const reading = (bed: AudienceBed) => bed.db.selectFrom('follower_reading').selectAll().executeTakeFirstOrThrow()
const facts = async (bed: AudienceBed) =>
  (await bed.db.selectFrom('fact').select(['kind', 'data']).orderBy('seq').execute()).filter((f) =>
    f.kind.startsWith('followers.'),
  )

test('the practice network is read through its own pages: how many follow which accounts, and nothing of who they are', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  await bed.followedBy([
    [12_000, 'a'],
    [300, 'a', 'b'],
    [5000, 'b'],
    [1, 'a', 'b', 'c'],
  ])
  const { lineOf } = openLines(bed)
  expect(await readFollowers(bed, { ...bed.reader, lineOf })).toBe(1)
  expect(await bed.patterns()).toEqual({ a: 12_000, 'a+b': 300, b: 5000, 'a+b+c': 1 })
  const accounts = await bed.db.selectFrom('follower_read').select(['account_id', 'followers', 'whole']).execute()
  expect(accounts.map((r) => [r.account_id, r.followers, r.whole])).toEqual([
    ['a', 12_301, true],
    ['b', 5301, true],
    ['c', 1, true],
  ])
  expect(await facts(bed)).toMatchObject([
    { kind: 'followers.read', data: '{"accounts":3,"patterns":4,"people":17301,"unread":0}' },
  ])
  for (const table of ['follower_pattern', 'follower_read', 'follower_reading', 'fact'] as const)
    expect(JSON.stringify(await bed.db.selectFrom(table).selectAll().execute())).not.toMatch(/c\d:\d/)
})

test('it is read again after a month, and sooner when somebody asks who may', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  const ask = (actor = bed.head, network = practiceId) => askReading(bed, actor, { network })
  expect(refusalOf(await ask())).toBe('notTold')
  expect([await read(bed), await read(bed)]).toEqual([1, 0])
  bed.clock.forward(29 * day)
  expect(await read(bed)).toBe(0)
  bed.clock.forward(day)
  expect(await read(bed)).toBe(1)
  expect(refusalOf(await ask(bed.nobody))).toBe('mayNotRead')
  expect(refusalOf(await ask(bed.actor))).toBe('mayNotRead')
  must(await ask())
  expect((await reading(bed)).asked_by).toBe(bed.head.personId)
  expect(await read(bed)).toBe(1)
  expect((await reading(bed)).asked_by).toBeNull()
  const until = new Date(bed.clock.now().getTime() + 1000)
  await bed.db.updateTable('follower_reading').set({ lease_until: until, lease_token: 'x' }).execute()
  expect(refusalOf(await ask())).toBe('beingRead')
})

test('an account that could not be read to the end counts nowhere, is said, and is tried again the next day', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  bed.says.set('a', { pages: [page(['ann', 'bo'], '1'), quiet, page(['bo', 'cy'])] })
  bed.says.set('b', { pages: [page(['ann', 'dee'], '1'), quiet] })
  bed.says.set('c', { pages: [page(['cy', 'dee'])] })
  await read(bed)
  expect(must(await audiencePage(bed, bed.head, 'b'))).toMatchObject({ notRead: null, read: { whole: false } })
  expect(await bed.patterns()).toEqual({ a: 2, 'a+c': 1, c: 1 })
  const rows = await bed.db.selectFrom('follower_read').selectAll().orderBy('n').execute()
  expect(rows.map((r) => [r.account_id, r.whole, r.words])).toEqual([
    ['a', true, ''],
    ['b', false, 'The network did not answer.'],
    ['c', true, ''],
  ])
  expect(bed.asked.filter((one) => one.accountId === 'a').map((one) => one.cursor)).toEqual([null, '1', '1'])
  bed.says.set('b', { pages: [page(['ann', 'dee'])] })
  bed.says.set('a', { pages: [page(['ann', 'bo'])] })
  bed.clock.forward(day)
  await read(bed)
  expect(await bed.patterns()).toEqual({ a: 1, 'a+b': 1, 'b+c': 1, c: 1 })
})

test('an account whose keys were never given for this is asked once, and holds up no other', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  bed.says.set('a', { pages: [{ kind: 'notAllowed', words: 'Connect the account again.' }] })
  bed.says.set('b', { pages: [page(['ann'])] })
  await read(bed)
  expect(bed.asked.filter((one) => one.accountId === 'a')).toHaveLength(1)
  expect(must(await audiencePage(bed, bed.head, 'a')).read).toMatchObject({
    whole: false,
    words: 'Connect the account again.',
  })
})

test('when nothing could be read what was read before stays, with its date', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  bed.says.set('a', { pages: [page(['ann'])] })
  await read(bed)
  const before = await reading(bed)
  const said = async () => must(await audiencePage(bed, bed.head, 'a')).notRead
  expect(await said()).toBeNull()
  for (const id of ['a', 'b', 'c']) bed.says.set(id, { pages: [ended] })
  bed.clock.forward(30 * day)
  await read(bed)
  expect(await said()).toBe('The keys have ended.')
  expect(await bed.patterns()).toEqual({ a: 1 })
  expect(await reading(bed)).toMatchObject({
    read_at: before.read_at,
    words: 'The keys have ended.',
    lease_token: null,
  })
  expect((await facts(bed)).map((f) => f.kind)).toEqual(['followers.read', 'followers.notRead'])
})

test('a network that comes to no end is left, and one that another worker took is not written over', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  bed.says.set('a', { pages: [page(['ann'], 'again')] })
  const round = Array.from({ length: 300 }, (_, n) => page(['bo', 'cy'], `${n % 2}`))
  bed.says.set('b', { pages: [...round, page([])] })
  await read(bed)
  const rows = await bed.db.selectFrom('follower_read').selectAll().where('whole', '=', false).execute()
  expect(rows.map((r) => [r.account_id, r.words])).toEqual([
    ['a', 'The network came to no end when it told who follows.'],
    ['b', 'The network came to no end when it told who follows.'],
  ])
  bed.clock.forward(day)
  bed.says.set('a', { pages: [page(['bo'])] })
  const taken = {
    ...bed.reader,
    lineOf: async (...of: Parameters<AudienceBed['lineOf']>) => {
      await bed.db.updateTable('follower_reading').set({ lease_token: 'another' }).execute()
      return bed.lineOf(...of)
    },
  }
  await readFollowers(bed, taken)
  expect(await bed.patterns()).toEqual({})
})

test('a reading that is stopped keeps nothing and gives the network back', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  bed.says.set('a', { pages: [page(['ann'], '1'), page(['bo'])] })
  let isOver = false
  const rest = async () => {
    isOver = true
  }
  const stopping = { ...bed.reader, rest, stopped: () => isOver }
  await readFollowers(bed, stopping)
  expect(await reading(bed)).toMatchObject({ read_at: null, lease_token: null })
  await bed.followedBy([[7, 'a']])
  const work = await readFollowersOnAndOn(bed)
  await expect.poll(() => bed.patterns(), { timeout: 20_000 }).toEqual({ a: 7 })
  await work.stop()
})
