import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './csv.client.ts'
import { csvText, separatorIn } from './csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const cellsOf = (text: string) => {
  const read = readCsv(bytes(text))
  return Array.isArray(read) ? read.map((l) => l.cells) : read
}

test('what is written is read as it was, whatever stands in the cells', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((t) => t.replaceAll('\0', '').trim())
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const full = rows.map((cells) => ['x', ...cells])
      expect(cellsOf(csvText(full))).toEqual(full)
    }),
  )
})

test('no cell begins as a formula does', () => {
  for (const evil of ['=1+1', '+44 20', '-2', '@SUM(A1)', '\t=1', '\n=1', '＝1+1', '＠SUM(A1)', "'=1", "''@x"])
    expect(csvText([[evil]])).toMatch(/^\ufeff"'/)
  expect(csvText([["don't", 'a=b']])).toBe('\ufeff"don\'t","a=b"\r\n')
})

test('semicolons, tabs, a line for Excel, quotes and line breaks in cells', () => {
  expect(cellsOf('Network;Handle\r\nX;"a;b"\r\n')).toEqual([
    ['Network', 'Handle'],
    ['X', 'a;b'],
  ])
  expect(cellsOf('sep=;\r\nNetwork;Handle,s\r\nX;y')).toEqual([
    ['Network', 'Handle,s'],
    ['X', 'y'],
  ])
  expect(cellsOf('Network\tHandle\nX\t"say ""hello"""')).toEqual([
    ['Network', 'Handle'],
    ['X', 'say "hello"'],
  ])
  expect(readCsv(bytes('a,b\n"one\ntwo",c\n\n,\nd,e\n'))).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['one\ntwo', 'c'] },
    { line: 6, cells: ['d', 'e'] },
  ])
  expect(separatorIn('"a,b,c";d;e')).toBe(';')
})

test('the old encodings of Windows are read too', () => {
  expect(readCsv(new Uint8Array([0x61, 0x2c, 0xe9]))).toEqual([{ line: 1, cells: ['a', 'é'] }])
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...'ŵ,b'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ])
  expect(readCsv(utf16)).toEqual([{ line: 1, cells: ['ŵ', 'b'] }])
})

test('a file that breaks says in which line', () => {
  expect(readCsv(bytes('a,b\nc,d\n"open,e\nf,g\n'))).toMatchObject({
    line: 3,
    words: expect.stringContaining('line 3 is never closed'),
  })
  expect(readCsv(bytes('a,b\nc"d,e\n'))).toMatchObject({ line: 2, words: expect.stringContaining('Line 2') })
  expect(readCsv(new Uint8Array([0x50, 0x4b, 0, 0]))).toMatchObject({ line: null })
})
