import { expect, test } from 'vitest'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { storms } from './practice.queries.ts'
import { endStorm, insertStorm } from './practice.store.ts'
import { playStorms } from './storm.jobs.ts'

const storm = (bed: Testbed, id: string, change: object = {}) =>
  insertStorm(bed.db, {
    force_id: bed.forceId,
    id,
    account_id: 'a1',
    scenario: 'rumour',
    seed: 3,
    total: 3000,
    seconds: 300,
    started_at: bed.clock.now(),
    ...change,
  })
const count = async (bed: Testbed): Promise<number> =>
  (await bed.db.selectFrom('practice_record').select('id').execute()).length

test('plays what is due, and all of it once, however many play at the same time', async () => {
  await using bed = await openTestbed()
  await storm(bed, 's1')
  expect(await playStorms(bed)).toBe(0)
  bed.clock.forward(30_000)
  expect(await playStorms(bed)).toBe(300)
  expect(await playStorms(bed)).toBe(0)
  bed.clock.forward(3_600_000)
  const played = await Promise.all(Array.from({ length: 5 }, () => playStorms(bed)))
  expect(played.reduce((a, b) => a + b, 0)).toBe(2700)
  expect(await count(bed)).toBe(3000)
  expect(await storms(bed.db, bed.forceId)).toMatchObject([{ id: 's1', played: 3000, stopped: false }])
  const kinds = await bed.db.selectFrom('practice_record').select('kind').distinct().execute()
  expect(kinds.map((r) => r.kind).sort()).toEqual(['direct', 'mention'])
})

test('a stopped storm plays no more; one that dies half way leaves nothing half done', async () => {
  await using bed = await openTestbed()
  await storm(bed, 's1')
  bed.clock.forward(60_000)
  await playStorms(bed)
  expect(await endStorm(bed.db, bed.forceId, 's1', bed.clock.now())).toBe(true)
  expect(await endStorm(bed.db, bed.forceId, 's1', bed.clock.now())).toBe(false)
  bed.clock.forward(600_000)
  expect(await playStorms(bed)).toBe(0)
  expect(await count(bed)).toBe(600)
})

test('a round ends, although time goes on while it plays', async () => {
  await using bed = await openTestbed()
  await storm(bed, 's1')
  const clock = {
    now: () => {
      bed.clock.forward(1000)
      return bed.clock.now()
    },
  }
  expect(await playStorms({ ...bed, clock })).toBe(10)
})
