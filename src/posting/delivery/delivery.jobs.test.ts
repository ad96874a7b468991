import { expect, test } from 'vitest'
import { command } from '../../audit/audit.commands.ts'
import { verifyChain } from '../../audit/audit.queries.ts'
import { ok } from '../../foundation/outcome.ts'
import { carry } from './carry.jobs.ts'
import { recover, workOnce } from './deliver.jobs.ts'
import { voidDeliveries, withdrawDeliveries } from './delivery.commands.ts'
import { claimDue } from './delivery.store.ts'
import { type DeliveryBed, openDeliveryBed } from './delivery.testbed.ts'
import { placeHold, putBack, releaseHold } from './hold.commands.ts'
import { settleDelivery } from './settle.commands.ts'
import { watch } from './watchdog.jobs.ts'

const minute = 60_000
const always = async () => true
const postOf = async (bed: DeliveryBed, id: string) => (await bed.delivery(id)).post_id

test('a due thread goes out once, in order, each piece answering the one before', async () => {
  await using bed = await openDeliveryBed()
  const id = await bed.release(['one', 'two', 'three'])
  const later = await bed.release(['not yet'], { dueInMs: 10 * minute })
  expect(await bed.work()).toBe(1)
  expect(bed.script.sent).toEqual(['one', 'two', 'three'])
  expect(await bed.delivery(id)).toMatchObject({ state: 'sent', lease_token: null })
  expect((await bed.delivery(later)).state).toBe('waiting')
  const pieces = await bed.db.selectFrom('piece').selectAll().where('delivery_id', '=', id).orderBy('n').execute()
  expect(pieces.map((p) => (JSON.parse(p.frozen ?? '{}') as { reply: unknown }).reply)).toEqual([
    null,
    { root: { key: pieces[0]?.key }, parent: { key: pieces[0]?.key } },
    { root: { key: pieces[0]?.key }, parent: { key: pieces[1]?.key } },
  ])
  expect(await bed.work()).toBe(0)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test.each([
  ['an unknown answer', { kind: 'unknown', words: '500' }],
  ['a broken connection', 'throw'],
] as const)('%s is looked at and never sent again when it is there', async (_, ending) => {
  await using bed = await openDeliveryBed()
  bed.script.endings = [ending]
  const id = await bed.release(['one', 'two'])
  await bed.work()
  expect(await bed.delivery(id)).toMatchObject({ state: 'checking', looks: 0 })
  expect(await bed.work()).toBe(0) // not before its time
  bed.clock.forward(bed.worker.pace.looksMs[0])
  await bed.work()
  await bed.work() // found; the rest of the thread goes on
  expect(bed.script.sent.filter((t) => t === 'two')).toEqual(['two'])
  expect((await bed.delivery(id)).state).toBe('sent')
})

test('proved absent it goes out once more; absent again it needs a person, with an alarm', async () => {
  await using bed = await openDeliveryBed()
  bed.script.endings = ['throw', 'throw']
  bed.script.looks = Array.from({ length: 8 }, () => ({ kind: 'absent', isProof: true }))
  const id = await bed.release(['one'])
  await bed.work()
  for (let i = 0; i < 6; i++) {
    bed.clock.forward(2 * minute)
    await bed.work()
  }
  expect(bed.script.endings).toEqual([]) // two sends, not three
  expect(await bed.delivery(id)).toMatchObject({ state: 'needs-person', resends: 1 })
  expect(await bed.alarms()).toEqual(['needsPerson'])
})

test('not now waits for the time the network names and keeps its slot', async () => {
  await using bed = await openDeliveryBed()
  const until = new Date(bed.clock.now().getTime() + 7 * minute)
  bed.script.endings = [{ kind: 'later', until, keyEnded: false, words: 'asked too often' }]
  const id = await bed.release(['one'])
  await bed.work()
  expect(await bed.delivery(id)).toMatchObject({
    state: 'waiting',
    next_at: until,
    claims: 0,
    words: 'asked too often',
  })
  bed.clock.set(until)
  await bed.work()
  expect((await bed.delivery(id)).state).toBe('sent')
})

test('ended keys hold the post, tell somebody, and lose nothing', async () => {
  await using bed = await openDeliveryBed()
  bed.script.endings = [{ kind: 'later', until: null, keyEnded: true, words: 'Keys ended.' }]
  const id = await bed.release(['one'])
  await bed.work()
  expect(await bed.delivery(id)).toMatchObject({ state: 'held', words: 'Keys ended.' })
  expect(await bed.alarms()).toEqual(['keysEnded'])
  expect(await putBack(bed, bed.actor, id, true, always)).toMatchObject({ ok: true })
  await bed.work()
  expect((await bed.delivery(id)).state).toBe('sent')
})

test('a worker that dies before any attempt leaves it waiting; after one, it is looked at; too many deaths need a person', async () => {
  await using bed = await openDeliveryBed()
  const id = await bed.release(['one'])
  const claim = () =>
    command(bed, { forceId: bed.forceId, personId: null, roles: [] }, async (c) =>
      ok(await claimDue(c, 'dead', bed.worker.pace, 1)),
    )
  const claimed = await claim()
  expect(claimed.ok && claimed.value.length).toBe(1)
  await recover(bed, bed.worker, bed.forceId)
  expect((await bed.delivery(id)).state).toBe('sending') // its lease still runs
  bed.clock.forward(bed.worker.pace.leaseMs + 1)
  await recover(bed, bed.worker, bed.forceId)
  expect(await bed.delivery(id)).toMatchObject({ state: 'waiting', claims: 1 })
  for (let i = 0; i < 3; i++) {
    await claim()
    bed.clock.forward(bed.worker.pace.leaseMs + 1)
    await recover(bed, bed.worker, bed.forceId)
  }
  expect((await bed.delivery(id)).state).toBe('needs-person')
  const other = await bed.release(['two'])
  const again = await claim()
  if (!again.ok) throw new Error('not claimed')
  await bed.db
    .insertInto('attempt')
    .values({
      force_id: bed.forceId,
      id: 'x',
      delivery_id: other,
      n: 0,
      act: 'send',
      worker: 'dead',
      started_at: bed.clock.now(),
    })
    .execute()
  bed.clock.forward(bed.worker.pace.leaseMs + 1)
  await recover(bed, bed.worker, bed.forceId)
  expect((await bed.delivery(other)).state).toBe('checking')
})

test('an answer that comes after the lease was lost is kept, and nothing is sent again', async () => {
  await using bed = await openDeliveryBed()
  const id = await bed.release(['one'])
  bed.script.duringSend = async () => {
    bed.script.duringSend = null
    bed.clock.forward(bed.worker.pace.leaseMs + 1)
    await recover(bed, bed.worker, bed.forceId)
    expect((await bed.delivery(id)).state).toBe('checking')
  }
  await bed.work()
  bed.clock.forward(bed.worker.pace.looksMs[0])
  await bed.work()
  expect(bed.script.sent).toEqual(['one'])
  expect((await bed.delivery(id)).state).toBe('sent')
})

test('ten workers at once never take one delivery twice', async () => {
  await using bed = await openDeliveryBed()
  for (let i = 0; i < 12; i++) await bed.release([`post ${i}`])
  await Promise.all(Array.from({ length: 10 }, (_, i) => workOnce(bed, { ...bed.worker, name: `w${i}` })))
  while ((await bed.work()) > 0);
  expect(bed.script.sent.toSorted()).toEqual(Array.from({ length: 12 }, (_, i) => `post ${i}`).toSorted())
})

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
  expect(await putBack(bed, bed.actor, waiting, true, async () => false)).toMatchObject({
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

test('what could not go out in time is held, with an alarm, and is never fired late', async () => {
  await using bed = await openDeliveryBed()
  const id = await bed.release(['one'], { lateMs: 30 * minute })
  bed.clock.forward(3 * 24 * 60 * minute)
  expect(await bed.work()).toBe(0)
  expect((await bed.delivery(id)).state).toBe('held')
  expect(await bed.alarms()).toEqual(['missed'])
  const late = await bed.release(['approved too late'], { dueInMs: -40 * minute, lateMs: 30 * minute })
  expect((await bed.delivery(late)).state).toBe('held')
})

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

test('a post whose picture is gone is never sent without it', async () => {
  await using bed = await openDeliveryBed()
  const id = await bed.release(['one'])
  await bed.db
    .updateTable('piece')
    .set({ material: JSON.stringify({ languages: ['en'], pictures: [{ id: 'gone', alt: 'x' }] }) })
    .execute()
  const claimed = await command(bed, { forceId: bed.forceId, personId: null, roles: [] }, async (c) =>
    ok(await claimDue(c, 't', bed.worker.pace, 1)),
  )
  const [delivery] = claimed.ok ? claimed.value : []
  if (!delivery) throw new Error('not claimed')
  await expect(carry(bed, bed.worker, delivery)).rejects.toThrow('picture')
  expect(bed.script.sent).toEqual([])
  expect((await bed.delivery(id)).state).toBe('sending')
})
