import { expect, test } from 'vitest'
import { openDeliveryBed } from './delivery.testbed.ts'
import { placeHold, putBack, releaseHold } from './hold.commands.ts'

const minute = 60_000
const always = async () => null

test('a hold stops what waits at once, stops a thread between two pieces, and on release nothing fires by itself', async () => {
  await using bed = await openDeliveryBed()
  const thread = await bed.release(['one', 'two', 'three'])
  const waiting = await bed.release(['later'], { dueInMs: minute })
  let holdId = ''
  bed.script.duringSend = async () => {
    bed.script.duringSend = null
    const placed = await placeHold(bed, bed.actor, { scope: 'everything', target: null, reason: 'Critical incident' })
    expect(placed).toMatchObject({ ok: true, value: { held: 1, beingSent: 1 } })
    if (placed.ok) holdId = placed.value.id
  }
  await bed.work()
  expect(bed.script.sent).toEqual(['one'])
  expect(await bed.delivery(thread)).toMatchObject({ state: 'held', words: '1 of 3 live. Critical incident' })
  const during = await bed.release(['during'])
  expect((await bed.delivery(during)).state).toBe('held')
  bed.clock.forward(2 * minute)
  expect(await bed.work()).toBe(0)
  expect(await putBack(bed, bed.actor, waiting, true, always)).toMatchObject({
    ok: false,
    refusal: { id: 'underHold' },
  })
  expect(await releaseHold(bed, bed.actor, holdId)).toMatchObject({ ok: true, value: { stillHeld: 3 } })
  expect(await bed.work()).toBe(0)
  expect(await putBack(bed, bed.actor, waiting, false, always)).toMatchObject({
    ok: false,
    refusal: { id: 'timeIsPast' },
  })
  expect(await putBack(bed, bed.actor, waiting, true, async () => 'The rules stop it.')).toMatchObject({
    ok: false,
    refusal: { id: 'rulesStopIt' },
  })
  expect(await putBack(bed, bed.actor, thread, true, always)).toMatchObject({ ok: true })
  await bed.work()
  expect(bed.script.sent).toEqual(['one', 'two', 'three'])
})

test.each([
  ['account', 'a'],
  ['area', 'Westport'],
] as const)('a hold by %s stops only that', async (scope, target) => {
  await using bed = await openDeliveryBed()
  const stopped = await bed.release(['a'])
  const free = await bed.release(['b'], { account: 'b' })
  await placeHold(bed, bed.actor, { scope, target, reason: 'Only here' })
  await bed.work()
  expect([(await bed.delivery(stopped)).state, (await bed.delivery(free)).state]).toEqual(['held', 'sent'])
})

test('holds need a role, a target, and can be released once', async () => {
  await using bed = await openDeliveryBed()
  const nobody = { ...bed.actor, roles: [] }
  const all = { scope: 'everything', target: null, reason: 'x' } as const
  expect(await placeHold(bed, nobody, all)).toMatchObject({ refusal: { id: 'mayNotHold' } })
  expect(await placeHold(bed, bed.actor, { ...all, scope: 'area' })).toMatchObject({
    refusal: { id: 'holdNeedsTarget' },
  })
  const placed = await placeHold(bed, bed.actor, { scope: 'network', target: 'practice', reason: 'x' })
  if (!placed.ok) throw new Error('not placed')
  expect(await releaseHold(bed, nobody, placed.value.id)).toMatchObject({ refusal: { id: 'mayNotHold' } })
  expect((await releaseHold(bed, bed.actor, placed.value.id)).ok).toBe(true)
  expect(await releaseHold(bed, bed.actor, placed.value.id)).toMatchObject({ refusal: { id: 'holdNotOpen' } })
  expect(await putBack(bed, nobody, 'x', true, always)).toMatchObject({ refusal: { id: 'mayNotHold' } })
  expect(await putBack(bed, bed.actor, 'x', true, always)).toMatchObject({ refusal: { id: 'noDelivery' } })
  const id = await bed.release(['x'])
  expect(await putBack(bed, bed.actor, id, true, always)).toMatchObject({ refusal: { id: 'notHeld' } })
})
