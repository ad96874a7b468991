import { expect, test } from 'vitest'
import { openTestbed } from '../../testbed.ts'
import { takeFault } from './practice.store.ts'

test('of twenty calls at once exactly so many take a fault as it was set for', async () => {
  await using bed = await openTestbed()
  const fault = { force_id: bed.forceId, account_id: 'a1', act: 'refuse', seconds: 0 } as const
  await bed.db
    .insertInto('practice_fault')
    .values([
      { ...fault, id: 'f1', times: 7 },
      { ...fault, id: 'f2', times: 5, key: 'k' },
    ])
    .execute()
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeFault(bed.db, bed.forceId, 'a1', 'other')))
  expect(taken.filter((f) => f !== null).length).toBe(7)
  expect((await takeFault(bed.db, bed.forceId, 'a1', 'k'))?.id).toBe('f2')
  expect(await takeFault(bed.db, bed.forceId, 'a2', 'k')).toBeNull()
  expect(await takeFault(bed.db, 'eastshire', 'a1', 'k')).toBeNull()
})
