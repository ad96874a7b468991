import { expect, test } from 'vitest'
import { command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import { withdrawDeliveries } from './delivery.commands.ts'
import { openDeliveryBed } from './delivery.testbed.ts'

test('what nobody knows to be live or not stays with those who may settle it', async () => {
  await using bed = await openDeliveryBed()
  bed.script.endings = ['throw']
  bed.script.looks = Array.from({ length: 3 }, () => ({ kind: 'unknown', words: '' }))
  const id = await bed.release(['one'])
  for (let i = 0; i < 5; i++) {
    await bed.work()
    bed.clock.forward(9 * 60_000)
  }
  const { state, post_id } = await bed.delivery(id)
  expect(state).toBe('needs-person')
  const withdraw = (roles: readonly string[]) =>
    command(bed, { ...bed.actor, roles }, async (c) => ok(await withdrawDeliveries(c, post_id, 'Found safe')))

  expect(await withdraw(['contributor'])).toMatchObject({ value: { withdrawn: 0, removing: 0, frozen: 1 } })
  expect((await bed.delivery(id)).state).toBe('needs-person')
  expect(await bed.alarms()).toEqual(['needsPerson'])

  expect(await withdraw(['communicationsOfficer'])).toMatchObject({ value: { withdrawn: 1, frozen: 0 } })
  expect((await bed.delivery(id)).state).toBe('withdrawn')
  expect(await bed.alarms()).toEqual([])
})
