import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealWith } from './seal.ts'

const [a, b] = ['first secret, long enough, 0123456789', 'second secret, long enough, 0123456789']

test('what is closed opens again, in its own place only, and never looks the same twice', () => {
  const seal = sealWith([a])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, place) => {
      const closed = seal.close(plain.toWellFormed(), place)
      expect(seal.open(closed, place)).toBe(plain.toWellFormed())
      expect(() => seal.open(closed, `${place}x`)).toThrow()
      expect(seal.close(plain, place)).not.toBe(closed)
    }),
  )
})

test('one changed character anywhere is noticed', () => {
  const seal = sealWith([a])
  const closed = seal.close('the keys of an account', 'here')
  for (let i = 0; i < closed.length; i++) {
    const changed = `${closed.slice(0, i)}${closed[i] === 'A' ? 'B' : 'A'}${closed.slice(i + 1)}`
    // base64url may carry unused last bits: only a text that decodes to other bytes is a change.
    const same = closed
      .split('.')
      .every((part, n) => Buffer.from(part, 'base64url').equals(Buffer.from(changed.split('.')[n] ?? '', 'base64url')))
    if (!same) expect(() => seal.open(changed, 'here')).toThrow()
  }
})

test('an old secret still opens and says that it is old; without it nothing opens', () => {
  const old = sealWith([a]).close('x', 'here')
  const both = sealWith([b, a])
  expect(both.open(old, 'here')).toBe('x')
  expect([both.isOld(old), both.isOld(both.close('x', 'here'))]).toEqual([true, false])
  expect(() => sealWith([b]).open(old, 'here')).toThrow('No key of ours')
})
