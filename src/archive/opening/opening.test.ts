import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportReader } from '../../networks/export.ts'
import { tarGzOf, zipOf } from '../archive.testbed.ts'
import { type Column, columns, readRow } from '../columns.ts'
import { BrokenFile, brokenWords } from '../import.ts'
import { Seen } from '../reading/seen.ts'
import { Csv } from './csv.ts'
import { Elements } from './elements.ts'
import { valuesOf } from './opening.testbed.ts'

/** Cuts bytes at the given places, sorted. */
const cutAt = <T extends { slice(from: number, to?: number): T; length: number }>(
  all: T,
  places: readonly number[],
): T[] => {
  const at = [0, ...places.map((p) => p % (all.length + 1)).sort((a, b) => a - b), all.length]
  return at.slice(1).map((to, n) => all.slice(at[n] ?? 0, to))
}
const places = fc.array(fc.nat(5000), { maxLength: 8 })
const broken = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof BrokenFile) return brokenWords(error)
    throw error
  }
  return 'fine'
}
const elements = (pieces: readonly Uint8Array[], list: string | null = null) => {
  const splitter = new Elements(list)
  const found = pieces.flatMap((piece) => splitter.push(piece))
  splitter.end()
  return found
}

test('a list is split into the same elements wherever the file is cut', () => {
  const json = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 3 }), { maxLength: 5 })
  fc.assert(
    fc.property(
      json,
      places,
      fc.constantFrom('', '\uFEFF', 'window.YTD.tweets.part0 = '),
      fc.boolean(),
      (list, at, before, inside) => {
        const text = inside ? JSON.stringify({ '@context': [{ no: 1 }], list }) : JSON.stringify(list, null, 1)
        const bytes = new TextEncoder().encode(before + text)
        const found = elements(cutAt(bytes, at), inside ? 'list' : null)
        expect(found.map((e) => JSON.parse(e.text) as unknown)).toEqual(JSON.parse(JSON.stringify(list)))
        for (const { text: one, at: from } of found)
          expect(new TextDecoder().decode(bytes.slice(from)).startsWith(one)).toBe(true)
      },
    ),
  )
})

test('what is no list is named with its byte', () => {
  const of = (text: string | Uint8Array) =>
    broken(() => elements([typeof text === 'string' ? new TextEncoder().encode(text) : text]))
  expect(of('[{"a":1},{"b":')).toBe('byte 9: the end of this element; the file stops in the middle of it')
  expect(of('[{"a":1},')).toBe('byte 9: the end of the list; the file stops before it')
  expect(of('[{"a":1]}')).toBe('byte 7: what was opened to be closed')
  expect(of('<html>[')).toBe('byte 6: a JSON document')
  expect(of('')).toBe('byte 0: a JSON document')
  expect(of('[]{}')).toBe('byte 2: nothing after the document')
  expect(of('['.repeat(201))).toBe('byte 200: fewer values inside each other')
  expect(of(new Uint8Array([0x5b, 0x7b, 0x22, 0xff, 0x22, 0x7d, 0x5d]))).toBe('byte 1: text in UTF-8')
})

test('CSV is split into the same rows wherever it is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ŵ', ',', '"', '\n', '\r\n', ';', ' '), maxLength: 6 })
  const width = 3
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      places,
      (rows, at) => {
        const text = ['a,b,c', ...rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))].join(
          '\r\n',
        )
        const csv = new Csv()
        const found = [...cutAt(text, at).flatMap((piece) => csv.push(piece)), ...csv.end()]
        expect(found.slice(1).map((r) => r.cells)).toEqual(rows)
      },
    ),
  )
})

test('CSV: semicolons, lines and what is wrong', () => {
  const of = (text: string) => {
    const csv = new Csv()
    return [...csv.push(text), ...csv.end()]
  }
  expect(of('\uFEFFid;words\n1;"a\nb"\n\n2;c')).toEqual([
    { cells: ['id', 'words'], line: 1 },
    { cells: ['1', 'a\nb'], line: 2 },
    { cells: ['2', 'c'], line: 5 },
  ])
  expect(broken(() => of('a,b\n1,"x'))).toBe(
    'line 2: the quotes that were opened to be closed; the file ends inside them',
  )
  expect(broken(() => of('a,b\n1,"x"y\n'))).toBe(
    'line 2: a comma after closing quotes; quotes inside a cell are doubled',
  )
})

test('plain rows: times with and without a zone, lists, and what is wrong with a column', () => {
  const row = { id: '1', said_at: '2024-05-01T18:30:00Z', words: 'Road' }
  const read = (change: Partial<Record<Column, unknown>>) => readRow({ ...row, ...change }, 3, 'Europe/London')
  expect(read({ said_at: '2024-07-01 10:00' })).toMatchObject({
    local: true,
    published: { saidAt: '2024-07-01T09:00:00.000Z' },
  })
  expect(read({ said_at: '2024-01-01T10:00:00+02:00' })).toMatchObject({
    local: false,
    published: { saidAt: '2024-01-01T08:00:00.000Z' },
  })
  expect(read({ hashtags: 'a b' }).published.hashtags).toEqual(['a', 'b'])
  expect(read({ words: 'On #road' }).published.hashtags).toEqual(['road'])
  expect(read({ words: 'On #road', hashtags: '' }).published.hashtags).toEqual([])
  expect(read({ likes: '12', cut: 'true' }).published).toMatchObject({
    counts: { likes: 12, replies: null },
    cut: true,
  })
  const wrong = (change: Partial<Record<Column, unknown>>) => {
    try {
      return read(change) && 'fine'
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(wrong({ said_at: '2024-02-30T10:00:00Z' })).toBe('said_at must be a time like 2024-05-01T18:30:00Z')
  expect(wrong({ said_at: '2024-02-30T10:00' })).toBe('said_at must be a time like 2024-05-01T18:30:00Z')
  for (const said_at of ['0000-05-01T18:30:00Z', '0000-05-01T18:30', '9999-12-31T23:30:00-01:00'])
    expect(wrong({ said_at })).toBe('said_at must be a time like 2024-05-01T18:30:00Z')
  for (const id of ['a\u0000', 'a\ud800', 'a'.repeat(501)])
    expect(wrong({ id })).toBe('id must be text of at most 500 letters')
  expect(wrong({ kind: 'story' })).toBe('kind must be one of original, reply, quote, reshare')
  expect(wrong({ likes: -1 })).toBe('likes must be a whole number from 0')
  expect(wrong({ links: [1] })).toBe('links must be a list of texts')
  expect(wrong({ words: null })).toBe('words is missing')
  expect(Object.keys(columns).every((name) => wrong({ [name]: { no: 1 } }) !== 'fine')).toBe(true)
})

test('how often a name was seen, past every growing', () => {
  const seen = new Seen()
  const wrong: string[] = []
  for (let round = 0; round < 3; round++)
    for (let n = 0; n < 20_000; n++) if (seen.add(n % 7, String(n)) !== round) wrong.push(`${round} ${n}`)
  expect(wrong).toEqual([])
  expect([seen.has(1, '1'), seen.has(8, '1'), seen.add(8, '1')]).toEqual([true, false, 0])
})

const reader: ExportReader = {
  words: '',
  endings: [],
  entries: [
    { like: 'about.json', name: /(^|\/)about\.json$/, form: 'whole', needed: false },
    { like: 'people.json', name: /(^|\/)people\.json$/, form: 'count', needed: false },
    { like: 'posts1.json', name: /(^|\/)posts\d+\.json$/, form: 'elements', needed: true },
  ],
  begin: () => ({ read: () => [] }),
}
const files = {
  'posts10.json': '[{"n":3}]',
  'posts2.json': '[{"n":1},{"n":2}]',
  'about.json': '{"a":1}',
  'people.json': '[{},{}]',
  '../../x.txt': 'no',
}

test('zip, tar.gz and one document by itself give the same values, in the order of the reader', async () => {
  const wanted = [{ a: 1 }, 2, { n: 1 }, { n: 2 }, { n: 3 }]
  for (const bytes of [zipOf(files), tarGzOf(files)]) {
    const found = await valuesOf(bytes, reader)
    expect(Array.isArray(found) ? found.map((v) => v.value) : found).toEqual(wanted)
  }
  expect(await valuesOf(Buffer.from('[{"n":1}]'), reader, 'posts1.json')).toEqual([
    { entry: 'posts1.json', value: { n: 1 }, byte: 1 },
  ])
})

test('what is not the export, is damaged or lies about its size is refused with the entry', async () => {
  expect(await valuesOf(zipOf({ 'a.txt': 'x' }), reader)).toBe('an export of this network, which has posts1.json in it')
  expect(await valuesOf(zipOf({ 'posts1.json': '[{"n":1}' }), reader)).toBe(
    'posts1.json, byte 8: the end of the list; the file stops before it',
  )
  expect(await valuesOf(zipOf({ 'posts1.json': '[{"n":x}]' }), reader)).toBe(
    'posts1.json, byte 1: JSON that can be read',
  )
  const lying = (change: Parameters<typeof zipOf>[1]) => valuesOf(zipOf({ 'posts1.json': '[{"n":1}]' }, change), reader)
  expect(
    await lying((e) => {
      e.sum ^= 1
    }),
  ).toBe('posts1.json: the bytes that were packed; the check sum differs')
  expect(
    await lying((e) => {
      e.size -= 1
    }),
  ).toBe('posts1.json: no more bytes than the directory says')
  const bomb = zipOf({ 'posts1.json': `[${' '.repeat(3_000_000)}]` })
  expect(await valuesOf(bomb, reader)).toBe(
    'posts1.json: no more than 200 times its size once it is unpacked, and at most 100 GB',
  )
  const whole = tarGzOf(files)
  expect(await valuesOf(whole.subarray(0, whole.length - 40), reader)).toMatch(
    /^people\.json: a whole \.tar\.gz; from byte \d+ of the file on it cannot be unpacked$/,
  )
})

test('any damage to a file ends in words, never in a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(zipOf(files), tarGzOf(files)),
      fc.nat(2000),
      fc.nat(255),
      fc.boolean(),
      async (bytes, at, value, cut) => {
        const damaged = Buffer.from(bytes)
        damaged[at % damaged.length] = value
        await valuesOf(cut ? damaged.subarray(0, at % damaged.length) : damaged, reader)
      },
    ),
    { numRuns: 150 },
  )
})
