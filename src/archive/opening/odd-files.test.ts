import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { exportReaderOf } from '../../networks/exports.ts'
import { tarGzOf, zipOf } from '../archive.testbed.ts'
import { tarEnd, tarPieces } from '../tar.testbed.ts'
import { rowsOf, stepsOf, valuesOf } from './opening.testbed.ts'

const reader = exportReaderOf('mastodon')
if (!reader) throw new Error('the export of Mastodon is read here')
const actor = '{"preferredUsername":"westport"}'
const outbox = '{"orderedItems":[{"n":1}]}'

test('what unpacks to far more than it is, or lies over itself, is refused before it fills the machine', async () => {
  const tooWell = 'no more than 200 times its size once it is unpacked, and at most 100 GB'
  const blank = Buffer.alloc(20_000_000)
  expect(await valuesOf(gzipSync(blank), reader)).toBe(tooWell)
  expect(await valuesOf(zipOf({ 'outbox.json': blank.subarray(0, 3_000_000) }), reader)).toBe(`outbox.json: ${tooWell}`)
  const zip = zipOf({ 'outbox.json': outbox, 'actor.json': actor })
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 1, 'latin1')) {
    zip.writeUInt32LE(zip.length - 1, at + 20)
    zip.writeUInt32LE(0, at + 42)
  }
  expect(await valuesOf(zip, reader)).toBe('actor.json: entries that do not lie over each other')
})

test('a link in a tar is no file, and a name that leads out of it is only a name', async () => {
  const link = gzipSync(Buffer.concat([...tarPieces('outbox.json', Buffer.alloc(0), '2'), tarEnd]))
  expect(await valuesOf(link, reader)).toBe('an export of this network, which has outbox.json in it')
  const outside = await valuesOf(tarGzOf({ '../../etc/outbox.json': outbox }), reader)
  expect(outside).toEqual([{ entry: '../../etc/outbox.json', value: { n: 1 }, byte: 17 }])
})

test('a name that does not fit its head is read where it stands before it', async () => {
  const name = `${'folder/'.repeat(20)}ŵ/outbox.json`
  const record = ` path=${name}\n`
  const length = Buffer.byteLength(record) + 3
  for (const [type, told] of [
    ['x', `${length}${record}`],
    ['L', `${name}\0`],
  ] as const) {
    const pieces = [...tarPieces('told', Buffer.from(told), type), ...tarPieces('cut', Buffer.from(outbox)), tarEnd]
    expect(await valuesOf(gzipSync(Buffer.concat(pieces)), reader)).toEqual([
      { entry: name, value: { n: 1 }, byte: 17 },
    ])
  }
})

test('a tar is gone through for its names, and then no further than each file lies', async () => {
  const noise = (n: number) =>
    Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i * (n + 3) * 2654435761) >>> 11))
  const steps = await stepsOf(
    tarGzOf({ 'actor.json': actor, 'a.jpg': noise(1), 'outbox.json': outbox, 'b.jpg': noise(2) }),
    reader,
  )
  const [names, posts] = steps
  expect(steps.map(({ step }) => step)).toEqual(['names', 'posts'])
  expect(names?.moved).toBe(names?.bytes)
  expect(posts?.bytes).toBeLessThan((names?.bytes ?? 0) * 2)
  expect(posts?.moved).toBeGreaterThan(0)
  expect(posts?.moved).toBeLessThanOrEqual((posts?.bytes ?? 0) + 200_000)
})

test('a locked zip, a deep document and one that never ends', async () => {
  const zip = zipOf({ 'outbox.json': outbox })
  const entry = zip.indexOf('PK\x01\x02', 0, 'latin1')
  zip.writeUInt16LE(1, entry + 8)
  expect(await valuesOf(zip, reader)).toBe('outbox.json: an entry that is not locked with a password')
  const one = (text: string) => valuesOf(Buffer.from(text), reader, 'outbox.json')
  expect(await one(`{"orderedItems":[${'['.repeat(10_000)}`)).toBe(
    'outbox.json, byte 215: fewer values inside each other',
  )
  expect(await one(`{"orderedItems":[{"a":"${'x'.repeat(3_000_000)}`)).toBe(
    'outbox.json, byte 17: an element of at most 2 MB',
  )
  const deep = '['.repeat(10_000) + ']'.repeat(10_000)
  expect(await valuesOf(zipOf({ 'actor.json': deep, 'outbox.json': outbox }), reader)).toHaveLength(2)
  expect(
    await valuesOf(zipOf({ 'actor.json': ' '.repeat(150_000).repeat(14), 'outbox.json': outbox }), reader),
  ).toContain('actor.json')
})

test('a row without an end is refused as soon as it is longer than any row', async () => {
  const csv = 'id,said_at,words\n'
  expect(await rowsOf(Buffer.from(`{"id":"${'x'.repeat(5_000_000)}`))).toBe('line 1: a line of at most 4 MB')
  expect(await rowsOf(Buffer.from('x'.repeat(5_000_000)))).toBe(
    'line 1: a row of at most a million letters; a quote may be missing',
  )
  expect(await rowsOf(Buffer.from(`${csv}${','.repeat(5000)}`))).toBe(
    'line 2: a row of at most 1000 cells; its end may be missing',
  )
  expect(await rowsOf(Buffer.from(`${csv}1,"${'x'.repeat(600_000)}",${'y'.repeat(600_000)}`))).toBe(
    'line 2: a row of at most a million letters; a quote may be missing',
  )
  expect(await rowsOf(Buffer.concat([Buffer.from(`${csv}1,2024-05-01T18:30:00Z,`), Buffer.from([0xff])]))).toBe(
    'byte 40: text in UTF-8',
  )
})

test('a repository whose part promises more than may be held', async () => {
  const bluesky = exportReaderOf('bluesky')
  if (!bluesky) throw new Error('the export of Bluesky is read here')
  const file = Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7f]), Buffer.alloc(1000)])
  expect(await valuesOf(file, bluesky, 'a.car')).toBe('byte 4: a repository of parts of at most 4 MB')
})
