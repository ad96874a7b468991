import { expect, test } from 'vitest'
import { command } from '../../audit/audit.commands.ts'
import { verifyChain } from '../../audit/audit.queries.ts'
import { ok } from '../../foundation/outcome.ts'
import { carry } from './carry.jobs.ts'
import { recover, workOnce } from './deliver.jobs.ts'
import { claimDue } from './delivery.store.ts'
import { openDeliveryBed } from './delivery.testbed.ts'
import { putBack } from './hold.commands.ts'

const minute = 60_000
const always = async () => null

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

test('a correction goes out as an answer below the last piece of what it corrects, and by itself where that is not live', async () => {
  await using bed = await openDeliveryBed()
  const first = await bed.release(['His coat is blue', 'Call 101'])
  await bed.work()
  const { post_id } = await bed.delivery(first)
  const below = await bed.release(['His coat is green'], { below: post_id })
  const elsewhere = await bed.release(['His coat is green'], { below: post_id, account: 'b' })
  await bed.work()
  const keys = (
    await bed.db.selectFrom('piece').select('key').where('delivery_id', '=', first).orderBy('n').execute()
  ).map((p) => p.key)
  const replyOf = async (id: string) => {
    const row = await bed.db
      .selectFrom('piece')
      .select('frozen')
      .where('delivery_id', '=', id)
      .executeTakeFirstOrThrow()
    return (JSON.parse(row.frozen ?? '{}') as { reply: unknown }).reply
  }
  expect(await replyOf(below)).toEqual({ root: { key: keys[0] }, parent: { key: keys[1] } })
  expect(await replyOf(elsewhere)).toBe(null)

  // Of an answer: the public began the thread, and a correction of the correction stays in it.
  const [root, parent] = [{ uri: 'at://theirs/first' }, { uri: 'at://theirs/last' }]
  const to = { accountId: 'a', externalId: 'x', by: 'Bethan', words: '', direct: null, root, parent, automatic: false }
  const answer = await bed.release(['At 6pm'], { answering: to })
  await bed.work()
  const correction = await bed.release(['At 7pm'], { below: (await bed.delivery(answer)).post_id })
  await bed.work()
  const again = await bed.release(['At 8pm'], { below: (await bed.delivery(correction)).post_id })
  await bed.work()
  const keyOf = async (id: string) =>
    (await bed.db.selectFrom('piece').select('key').where('delivery_id', '=', id).executeTakeFirstOrThrow()).key
  expect(await replyOf(answer)).toEqual({ root, parent })
  expect(await replyOf(correction)).toEqual({ root, parent: { key: await keyOf(answer) } })
  expect(await replyOf(again)).toEqual({ root, parent: { key: await keyOf(correction) } })
})
