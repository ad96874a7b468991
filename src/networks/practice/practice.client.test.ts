import { expect, test } from 'vitest'
import { openTestbed, type Testbed } from '../../testbed.ts'
import type { Frozen, Line, OutgoingPiece } from '../network.ts'
import type { PracticeAct } from './fault.ts'
import { openLine } from './practice.client.ts'
import { duplicates } from './practice.queries.ts'

const piece: OutgoingPiece = {
  text: 'Road open again.',
  languages: ['en'],
  pictures: [],
  createdAt: '2026-09-07T09:00:00.000Z',
  reply: null,
}
const key = '3n2snlsvw5hx3'
const soon = (): AbortSignal => AbortSignal.timeout(20_000)
const lineIn = (bed: Testbed, account = 'a1'): Line =>
  openLine(
    { account: { forceId: bed.forceId, id: account, handle: 'desk' }, secret: {}, keep: async () => {} },
    { db: bed.db, now: () => bed.clock.now() },
  )

async function frozenBy(line: Line, change: Partial<OutgoingPiece> = {}): Promise<Frozen> {
  const made = await line.freeze({ ...piece, ...change }, soon())
  if (made.kind !== 'frozen') throw new Error(made.kind)
  return made.frozen
}
const fault = (bed: Testbed, act: PracticeAct, change: object = {}) =>
  bed.db
    .insertInto('practice_fault')
    .values({ force_id: bed.forceId, id: `f-${act}-${Math.random()}`, account_id: 'a1', act, times: 1, ...change })
    .execute()
const stored = async (bed: Testbed): Promise<number> =>
  (await bed.db.selectFrom('practice_record').select('id').execute()).length

test('a post is frozen once, sent, found by its key, removed, and then proved absent', async () => {
  await using bed = await openTestbed()
  const line = lineIn(bed)
  const frozen = await frozenBy(line)
  expect(frozen).toEqual(await frozenBy(line))
  expect(await line.whoAmI(soon())).toMatchObject({ kind: 'is', identity: { handle: 'desk' } })
  expect(await line.look(frozen, key, soon())).toEqual({ kind: 'absent', isProof: true })
  const sent = await line.send(frozen, key, soon())
  expect(sent).toMatchObject({ kind: 'done', url: expect.stringMatching(/^\/practice\//), proof: { practice: true } })
  const look = await line.look(frozen, key, soon())
  expect(look).toEqual({ ...sent, kind: 'found' })
  expect(await line.look(frozen, 'another', soon())).toMatchObject({ kind: 'absent' })
  expect(await lineIn(bed, 'a2').look(frozen, key, soon())).toMatchObject({ kind: 'absent' })
  const id = look.kind === 'found' ? look.externalId : ''
  expect(await lineIn(bed, 'a2').remove(id, soon())).toMatchObject({ kind: 'refused' })
  expect(await line.remove(id, soon())).toMatchObject({ kind: 'done' })
  expect(await line.remove(id, soon())).toMatchObject({ kind: 'done' })
  expect(await line.look(frozen, key, soon())).toMatchObject({ kind: 'absent' })
})

test('it takes no notice of keys: what is sent twice stands there twice, and is counted', async () => {
  await using bed = await openTestbed()
  const line = lineIn(bed)
  const frozen = await frozenBy(line)
  await line.send(frozen, key, soon())
  expect(await duplicates(bed.db, bed.forceId)).toEqual([])
  bed.clock.forward(1000)
  const second = await line.send(frozen, key, soon())
  expect(await duplicates(bed.db, null)).toEqual([{ accountId: 'a1', key, count: 2 }])
  await line.remove(second.kind === 'done' ? second.externalId : '', soon())
  expect(await duplicates(bed.db, bed.forceId)).toEqual([])
})

test.each<[PracticeAct, string, number]>([
  ['dropBefore', 'unknown', 0],
  ['dropAfter', 'unknown', 1],
  ['errorAfter', 'unknown', 1],
  ['tooMany', 'later', 0],
  ['refuse', 'refused', 0],
  ['keysEnded', 'later', 0],
])('%s ends %s and leaves %d', async (act, kind, left) => {
  await using bed = await openTestbed()
  await fault(bed, act, { seconds: 90 })
  const line = lineIn(bed)
  const frozen = await frozenBy(line)
  const ending = await line.send(frozen, key, soon())
  expect(ending.kind).toBe(kind)
  if (ending.kind === 'later')
    expect([ending.keyEnded, ending.until?.toISOString() ?? null]).toEqual(
      act === 'tooMany' ? [false, '2026-09-07T09:01:30.000Z'] : [true, null],
    )
  expect(await stored(bed)).toBe(left)
  expect((await line.look(frozen, key, soon())).kind).toBe(left === 1 ? 'found' : 'absent')
  expect((await line.send(frozen, 'next', soon())).kind).toBe('done')
})

test('slow stores at once and answers late; whoever gives up first knows nothing', async () => {
  await using bed = await openTestbed()
  await fault(bed, 'slow', { seconds: 1 })
  const line = lineIn(bed)
  const frozen = await frozenBy(line)
  const begun = performance.now()
  expect((await line.send(frozen, key, soon())).kind).toBe('done')
  expect(performance.now() - begun).toBeGreaterThanOrEqual(990)
  await fault(bed, 'slow', { seconds: 3600 })
  expect((await line.send(frozen, 'b', AbortSignal.timeout(200))).kind).toBe('unknown')
  expect(await stored(bed)).toBe(2)
})

test('after the caller has given up nothing is written', async () => {
  await using bed = await openTestbed()
  const line = lineIn(bed)
  const frozen = await frozenBy(line)
  await fault(bed, 'refuse')
  expect((await line.send(frozen, key, AbortSignal.abort())).kind).toBe('unknown')
  expect((await line.look(frozen, key, AbortSignal.abort())).kind).toBe('unknown')
  expect((await line.remove('x', AbortSignal.abort())).kind).toBe('unknown')
  expect(await bed.db.selectFrom('practice_fault').select('times').execute()).toEqual([{ times: 1 }])
  await bed.db.deleteFrom('practice_fault').execute()
  const ends = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      const stop = new AbortController()
      const sending = line.send(frozen, `k${n}`, stop.signal)
      for (let turns = 0; turns < n; turns += 1) await Promise.resolve()
      stop.abort()
      return (await sending).kind === 'done' ? `k${n}` : null
    }),
  )
  const there = (await bed.db.selectFrom('practice_record').select('key').execute()).map((r) => r.key)
  expect(ends.filter((k) => k !== null).every((k) => there.includes(k))).toBe(true)
  const before = there.length
  await new Promise((done) => setTimeout(done, 100))
  expect(await stored(bed)).toBe(before)
})

test('a fault is taken so many times and no more, even by many at once; one for a key goes first', async () => {
  await using bed = await openTestbed()
  await fault(bed, 'refuse', { times: 3 })
  await fault(bed, 'dropBefore', { key: 'special' })
  const line = lineIn(bed)
  const frozen = await frozenBy(line)
  expect((await line.send(frozen, 'special', soon())).kind).toBe('unknown')
  const ends = await Promise.all(Array.from({ length: 12 }, (_, n) => line.send(frozen, `k${n}`, soon())))
  const count = (kind: string) => ends.filter((e) => e.kind === kind).length
  expect([count('refused'), count('done')]).toEqual([3, 9])
  expect((await bed.db.selectFrom('practice_fault').select('times').execute()).map((f) => f.times)).toEqual([0, 0])
})

test('what it would not show is refused before anything is sent', async () => {
  await using bed = await openTestbed()
  const line = lineIn(bed)
  expect(await line.freeze({ ...piece, text: 'x'.repeat(301) }, soon())).toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('1 too long'),
  })
  const picture = { bytes: new Uint8Array(3), mediaType: 'image/png', alt: 'A dog', width: 1, height: 1 }
  expect(await line.freeze({ ...piece, pictures: Array(5).fill(picture) }, soon())).toMatchObject({ kind: 'refused' })
  const frozen = await frozenBy(line, { pictures: [picture], reply: { root: { id: 'r' }, parent: { id: 'p' } } })
  expect((await line.send(frozen, key, soon())).kind).toBe('done')
  expect(await bed.db.selectFrom('practice_record').select(['reply_to', 'text', 'arrived_at']).execute()).toEqual([
    { reply_to: 'p', text: piece.text, arrived_at: bed.clock.now() },
  ])
})
