import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markAt, nextMark, stretchesOf, type WordMark } from './marked-words.ts'

const mark = (n: number, from: number, to: number): WordMark => ({ n, from, to, severity: 'advice' })

test('cuts the words at the marks', () => {
  const marks = [mark(2, 9, 12), mark(1, 4, 6)]
  expect(stretchesOf('one two three', marks).map((s) => [s.text, s.mark?.n ?? null])).toEqual([
    ['one ', null],
    ['tw', 1],
    ['o t', null],
    ['hre', 2],
    ['e', null],
  ])
})

test('whatever the marks, no letter is lost or doubled', () => {
  const anyMark = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(9)).map(([from, length, n]) => mark(n, from, from + length))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(anyMark), (text, marks) => {
      const stretches = stretchesOf(text, marks)
      expect(stretches.map((s) => s.text).join('')).toBe(text)
      for (const s of stretches) expect(text.slice(s.from, s.from + s.text.length)).toBe(s.text)
    }),
  )
})

test('F8 goes on and round, Shift F8 back', () => {
  const marks = [mark(1, 4, 6), mark(2, 9, 12)]
  expect(nextMark(marks, 0, false)?.n).toBe(1)
  expect(nextMark(marks, 4, false)?.n).toBe(2)
  expect(nextMark(marks, 9, false)?.n).toBe(1)
  expect(nextMark(marks, 9, true)?.n).toBe(1)
  expect(nextMark(marks, 0, true)?.n).toBe(2)
  expect(nextMark([], 0, true)).toBeNull()
  expect(markAt(marks, 12)?.n).toBe(2)
  expect(markAt(marks, 7)).toBeNull()
})
