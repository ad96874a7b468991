import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crowdsOf } from './crowds.ts'

const accounts = fc
  .array(fc.nat(250_000), { maxLength: 14 })
  .map((all) => all.map((followers, n) => ({ id: `a${n}`, followers })))

test('every account is followed by as many as it has, and nobody is in two crowds of one kind', () => {
  fc.assert(
    fc.property(accounts, (force) => {
      const crowds = crowdsOf(force)
      for (const { id, followers } of force)
        expect(crowds.filter((c) => c.accounts.includes(id)).reduce((sum, c) => sum + c.people, 0)).toBe(followers)
      expect(new Set(crowds.map((c) => c.accounts.toSorted().join(' '))).size).toBe(crowds.length)
      expect(crowds.every((c) => c.people > 0)).toBe(true)
    }),
  )
})

test('of the followers of a local account about two in three follow nothing else', () => {
  const force = [214_300, 41_200, 23_900, 17_400, 6120, 2140].map((followers, n) => ({ id: `a${n}`, followers }))
  const crowds = crowdsOf(force)
  for (const { id, followers } of force.slice(1)) {
    const alone = crowds.find((c) => c.accounts.join() === id)?.people ?? 0
    expect(alone / followers).toBeGreaterThan(0.55)
    expect(alone / followers).toBeLessThan(0.8)
  }
})
