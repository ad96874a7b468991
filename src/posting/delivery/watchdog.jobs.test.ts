import { expect, test } from 'vitest'
import { openDeliveryBed } from './delivery.testbed.ts'
import { watch } from './watchdog.jobs.ts'

const minute = 60_000

test('the watchdog tells when something lasts too long or nobody works, once, and settles what is over', async () => {
  await using bed = await openDeliveryBed()
  await watch(bed)
  expect(await bed.alarms()).toEqual(['noWorker'])
  await bed.db
    .insertInto('beat')
    .values({ force_id: bed.forceId, process: 'w', kind: 'worker', started_at: bed.clock.now(), at: bed.clock.now() })
    .execute()
  await watch(bed)
  expect(await bed.alarms()).toEqual([])
  const id = await bed.release(['one'])
  bed.clock.forward(3 * minute)
  await bed.db.updateTable('beat').set({ at: bed.clock.now() }).execute()
  await watch(bed)
  await watch(bed)
  expect(await bed.alarms()).toEqual(['noWorker']) // due, and nobody took it
  bed.script.endings = ['throw']
  bed.script.looks = [{ kind: 'unknown', words: '' }]
  await bed.work()
  bed.clock.forward(25 * minute)
  await bed.db.updateTable('beat').set({ at: bed.clock.now() }).execute()
  await watch(bed)
  expect(await bed.alarms()).toEqual(['tooLong'])
  expect((await bed.delivery(id)).state).toBe('checking')
})
