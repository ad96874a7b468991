import { expect, test } from 'vitest'
import { keyedId } from '../../register/register.testbed.ts'
import { type AudienceBed, counted, ended, openAudienceBed, quiet } from './audience.testbed.ts'
import { keepCount } from './counting.commands.ts'
import { countFollowers } from './counting.jobs.ts'
import { claimAsking } from './counting.store.ts'

const hour = 3_600_000
const count = (bed: AudienceBed) => countFollowers(bed, bed.lineOf)
const counts = (bed: AudienceBed) =>
  bed.db.selectFrom('account_count').select(['account_id', 'followers', 'source', 'at']).orderBy('at').execute()
const alarms = (bed: AudienceBed) =>
  bed.db.selectFrom('alarm').select(['kind', 'subject', 'words', 'settled_at']).execute()
const asking = (bed: AudienceBed, id: string) =>
  bed.db.selectFrom('follower_asking').selectAll().where('account_id', '=', id).executeTakeFirstOrThrow()

test('each live and connected account is counted once a day, by whichever of two workers; nothing else is', async () => {
  await using bed = await openAudienceBed()
  const one = await bed.account({})
  const proposed = await bed.account({ handle: '@later', status: 'proposed' })
  const unconnected = await bed.account({ handle: '@keyed', network: keyedId })
  bed.says.set(one, { count: counted(1200) })
  await Promise.all([count(bed), count(bed)])
  expect(await counts(bed)).toMatchObject([{ account_id: one, followers: 1200, source: 'network' }])
  for (let n = 0; n < 12; n += 1) {
    bed.clock.forward(hour)
    await count(bed)
  }
  expect(await counts(bed)).toHaveLength(1)
  bed.says.set(one, { count: counted(1207) })
  for (let n = 0; n < 26; n += 1) {
    bed.clock.forward(hour)
    await count(bed)
  }
  const days = (await counts(bed)).map((row) => row.at.toISOString().slice(0, 10))
  expect(days).toEqual(['2026-09-07', '2026-09-08'])
  expect((await counts(bed)).map((row) => row.account_id)).not.toContain(proposed)
  expect((await counts(bed)).map((row) => row.account_id)).not.toContain(unconnected)
})

test('what fails is tried later, said to a person after three days, and settled when it works again', async () => {
  await using bed = await openAudienceBed()
  const id = await bed.account({})
  bed.says.set(id, { count: 'throw' })
  await count(bed)
  expect(await asking(bed, id)).toMatchObject({ tries: 1, words: 'The network could not be asked.' })
  expect(await count(bed)).toBe(0)
  bed.says.set(id, { count: quiet })
  for (let n = 0; n < 11; n += 1) {
    bed.clock.forward(6 * hour)
    await count(bed)
  }
  expect(await alarms(bed)).toEqual([])
  bed.clock.forward(6 * hour)
  await count(bed)
  expect(await alarms(bed)).toMatchObject([{ kind: 'notCounted', subject: `account:${id}`, settled_at: null }])
  expect((await alarms(bed))[0]?.words).toBe(
    'Followers have not been counted since Mon 7 Sep, 10:00. The network did not answer.',
  )
  bed.says.set(id, { count: counted(5) })
  bed.clock.forward(6 * hour)
  await count(bed)
  expect((await alarms(bed))[0]?.settled_at).not.toBeNull()
  expect(await asking(bed, id)).toMatchObject({ tries: 0, failing_since: null, words: '' })
})

test('an answer that cannot be kept keeps no other account from being counted', async () => {
  await using bed = await openAudienceBed()
  const ids = [await bed.account({}), await bed.account({ handle: '@two' }), await bed.account({ handle: '@three' })]
  for (const id of ids) bed.says.set(id, { count: counted(7) })
  const [odd = ''] = ids
  bed.says.set(odd, { count: counted(3_000_000_000) })
  expect(await count(bed)).toBe(3)
  const kept = new Set((await counts(bed)).map((row) => row.account_id))
  expect(ids.map((id) => kept.has(id))).toEqual([false, true, true])
})

test('an account that is closed needs nobody any more', async () => {
  await using bed = await openAudienceBed()
  const id = await bed.account({})
  bed.says.set(id, { count: ended })
  for (let n = 0; n < 14; n += 1) {
    await count(bed)
    bed.clock.forward(6 * hour)
  }
  expect((await alarms(bed)).filter((a) => a.settled_at === null)).toHaveLength(1)
  await bed.db.updateTable('account').set({ status: 'closed' }).execute()
  expect(await count(bed)).toBe(0)
  expect((await alarms(bed)).filter((a) => a.settled_at === null)).toHaveLength(0)
})

test('a worker whose lease was taken by another keeps nothing', async () => {
  await using bed = await openAudienceBed()
  const id = await bed.account({})
  await count(bed)
  const claim = async (token: string) => {
    bed.clock.forward(48 * hour)
    const now = bed.clock.now()
    const lease = { token, now, until: new Date(now.getTime() + 1000), most: 1 }
    const [row] = await claimAsking(bed.db, bed.forceId, lease)
    if (!row) throw new Error('nothing is due')
    return row
  }
  const first = await claim('first')
  const second = await claim('second')
  const kept = async (row: typeof first, n: number) => {
    const outcome = await keepCount(bed, row, counted(n))
    return outcome.ok && outcome.value.kept
  }
  expect([await kept(first, 7), await kept(second, 8)]).toEqual([false, true])
  expect((await counts(bed)).filter((row) => row.account_id === id).map((row) => row.followers)).toEqual([0, 8])
})
