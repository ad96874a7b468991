import { expect, test } from 'vitest'
import { command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import { voidDeliveries, withdrawDeliveries } from './delivery.commands.ts'
import { type DeliveryBed, openDeliveryBed } from './delivery.testbed.ts'

const minute = 60_000
const postOf = async (bed: DeliveryBed, id: string) => (await bed.delivery(id)).post_id

test('withdrawing: what waits goes at once, what is live is gone only when it was seen gone, what is being sent is left alone', async () => {
  await using bed = await openDeliveryBed()
  const withdraw = async (id: string) => {
    const postId = await postOf(bed, id)
    return command(bed, bed.actor, async (c) => ok(await withdrawDeliveries(c, postId, 'Found safe')))
  }
  const waiting = await bed.release(['one'], { dueInMs: minute })
  expect(await withdraw(waiting)).toMatchObject({ value: { withdrawn: 1 } })
  const live = await bed.release(['two'])
  bed.script.duringSend = async () => {
    bed.script.duringSend = null
    expect(await withdraw(live)).toMatchObject({ value: { frozen: 1 } })
  }
  await bed.work()
  expect(await withdraw(live)).toMatchObject({ value: { removing: 1 } })
  expect((await bed.delivery(live)).state).toBe('sent')
  bed.script.looks = [{ kind: 'found', externalId: 'x', url: null, proof: {} }]
  await bed.work()
  expect(await bed.delivery(live)).toMatchObject({ state: 'sent', removal: 'checking' }) // the network still shows it
  bed.clock.forward(minute)
  await bed.work()
  expect(await bed.delivery(live)).toMatchObject({ state: 'withdrawn', removal: 'gone' })
})

test('an approved post can be taken back until something has left', async () => {
  await using bed = await openDeliveryBed()
  const takeBack = async (id: string) => {
    const postId = await postOf(bed, id)
    return command(bed, bed.actor, async (c) => ok(await voidDeliveries(c, postId)))
  }
  const waiting = await bed.release(['one'], { dueInMs: minute })
  expect(await takeBack(waiting)).toMatchObject({ value: { voided: 1, frozen: 0 } })
  const sent = await bed.release(['two'])
  await bed.work()
  expect(await takeBack(sent)).toMatchObject({ value: { voided: 0, frozen: 1 } })
})
