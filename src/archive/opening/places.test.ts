import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportReaderOf } from '../../networks/exports.ts'
import { isObject } from '../../networks/loose.ts'
import { rowsOf, valuesOf } from './opening.testbed.ts'

/** Where the block begins in which a byte lies: lengths are written seven bits to a byte, the lowest first. */
function blockAround(bytes: Uint8Array, wanted: number): number {
  for (let at = 0; ; ) {
    let [length, next] = [0, at]
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++] ?? 0
      length += (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    if (next + length > wanted) return at
    at = next + length
  }
}

const car = () => readFileSync(join(import.meta.dirname, '../../../samples/bluesky/fakermaker.repo.car'))

test('a repository gives its commit first and then each wanted record under its path', async () => {
  const bluesky = exportReaderOf('bluesky')
  if (!bluesky) throw new Error('no reader')
  const found = await valuesOf(car(), bluesky)
  if (!Array.isArray(found)) throw new Error(found)
  const paths = found.map((v) => (isObject(v.value) ? String(v.value.path) : '?'))
  const of = (start: string) => paths.filter((p) => p.startsWith(start)).length
  expect([
    paths[0],
    of('app.bsky.feed.post/'),
    of('app.bsky.feed.repost/'),
    of('app.bsky.graph.follow/'),
    paths.length,
  ]).toEqual(['', 26, 15, 78, 120])
  const reading = bluesky.begin()
  expect(found.flatMap((v) => reading.read(v.entry, v.value)).filter((f) => f.kind === 'broken')).toEqual([])
  const damaged = Buffer.from(car())
  const blockFrom = blockAround(damaged, 100_000)
  damaged[100_000] = (damaged[100_000] ?? 0) ^ 1
  expect(await valuesOf(damaged, bluesky)).toBe(
    `byte ${blockFrom.toLocaleString('en-GB')}: a whole repository; the block that begins here is damaged or cut off`,
  )
  expect(await valuesOf(car().subarray(0, 150_000), bluesky)).toMatch(/^byte 14[\d,]+: .* damaged or cut off$/)
  expect(await valuesOf(Buffer.from('no car at all'), bluesky)).toBe('byte 0: a repository (.car)')
})

test('text that is no UTF-8 is named with its byte, wherever the file is read in pieces', async () => {
  const row = '{"id":"1","said_at":"2024-05-01T18:30:00Z","words":"Ŵŷ"}\n'
  const good = Buffer.from(row.repeat(1500))
  for (const at of [0, 40, 65_535, 65_536, 65_537, good.length]) {
    const bytes = Buffer.concat([good.subarray(0, at), Buffer.from([0xff]), good.subarray(at)])
    const from = at > 0 && (good[at] ?? 0) >> 6 === 2 ? at - 1 : at
    expect(await rowsOf(bytes)).toMatch(
      new RegExp(`^byte (${[from, at].map((n) => n.toLocaleString('en-GB')).join('|')}): text in UTF-8$`),
    )
  }
})
