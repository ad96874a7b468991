import { expect, test } from 'vitest'
import { openDeliveryBed } from './delivery.testbed.ts'
import { placeHold } from './hold.commands.ts'
import { settleAlarm, settleDelivery } from './settle.commands.ts'

const minute = 60_000

test('half a thread that is refused needs a person, who may leave the rest out, send it once more, say it is there, or withdraw', async () => {
  await using bed = await openDeliveryBed()
  const refused = { kind: 'refused', words: 'Too long.' } as const
  const stuck = async () => {
    bed.script.endings = [{ kind: 'done', externalId: 'first', url: null, proof: { a: 1 } }, refused]
    const id = await bed.release(['one', 'two'])
    await bed.work()
    expect(await bed.delivery(id)).toMatchObject({
      state: 'needs-person',
      words: '1 of 2 live. The network refused the next: Too long.',
    })
    return id
  }
  const left = await stuck()
  expect(await settleDelivery(bed, { ...bed.actor, roles: [] }, left, { act: 'leaveTheRest' }, 'x')).toMatchObject({
    refusal: { id: 'mayNotSettle' },
  })
  expect(await settleDelivery(bed, bed.actor, left, { act: 'leaveTheRest' }, 'It stands by itself')).toMatchObject({
    ok: true,
    value: { state: 'sent' },
  })
  expect(await settleDelivery(bed, bed.actor, left, { act: 'leaveTheRest' }, 'x')).toMatchObject({
    refusal: { id: 'nothingToSettle' },
  })
  expect(await settleDelivery(bed, bed.actor, 'none', { act: 'withdraw' }, 'x')).toMatchObject({
    refusal: { id: 'noDelivery' },
  })
  const again = await stuck()
  expect(await settleDelivery(bed, bed.actor, again, { act: 'sendOnceMore' }, 'Shortened there')).toMatchObject({
    ok: true,
  })
  await bed.work()
  expect((await bed.delivery(again)).state).toBe('sent')
  const there = await stuck()
  expect(
    await settleDelivery(bed, bed.actor, there, { act: 'itIsThere', url: 'https://example.test/2' }, 'Seen'),
  ).toMatchObject({ ok: true, value: { state: 'sent' } })
  const away = await stuck()
  expect(await settleDelivery(bed, bed.actor, away, { act: 'withdraw' }, 'Wrong')).toMatchObject({
    ok: true,
    value: { state: 'removing' },
  })
  await bed.work()
  expect(await bed.delivery(away)).toMatchObject({ state: 'withdrawn', removal: 'gone' })
  expect(bed.script.removed).toEqual(['first'])
  expect(await bed.alarms()).toEqual([])
})

test('nothing out: there is no rest to leave; under a hold it is not sent once more', async () => {
  await using bed = await openDeliveryBed()
  bed.script.endings = ['throw']
  bed.script.looks = Array.from({ length: 3 }, () => ({ kind: 'unknown', words: '' }))
  const id = await bed.release(['one'])
  for (let i = 0; i < 5; i++) {
    await bed.work()
    bed.clock.forward(9 * minute)
  }
  expect((await bed.delivery(id)).state).toBe('needs-person')
  expect(await settleDelivery(bed, bed.actor, id, { act: 'leaveTheRest' }, 'x')).toMatchObject({
    refusal: { id: 'nothingIsOut' },
  })
  await placeHold(bed, bed.actor, { scope: 'everything', target: null, reason: 'x' })
  expect(await settleDelivery(bed, bed.actor, id, { act: 'sendOnceMore' }, 'x')).toMatchObject({
    refusal: { id: 'underHold' },
  })
})

test('an alarm is settled once, by a role that may, with what was done', async () => {
  await using bed = await openDeliveryBed()
  bed.script.endings = [{ kind: 'refused', words: 'Too long.' }]
  await bed.release(['one'])
  await bed.work()
  const { id } = await bed.db.selectFrom('alarm').select('id').executeTakeFirstOrThrow()
  expect(await settleAlarm(bed, { ...bed.actor, roles: [] }, id, 'x')).toMatchObject({
    refusal: { id: 'mayNotSettleAlarm' },
  })
  expect(await settleAlarm(bed, bed.actor, id, 'Shortened and asked again')).toMatchObject({ ok: true })
  expect(await settleAlarm(bed, bed.actor, id, 'x')).toMatchObject({ refusal: { id: 'alarmNotOpen' } })
  expect(await bed.alarms()).toEqual([])
})
