import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lossOf } from './loss.ts'
import { exactlyOnly, type FollowersRead } from './only-these.ts'

const ids = ['a', 'b', 'c', 'd', 'e'] as const
/** One set of accounts a person, some of which were read. */
const people = fc.array(fc.subarray([...ids]), { maxLength: 60 })

const readOf = (follows: readonly (readonly string[])[], read: readonly string[]): FollowersRead => {
  const numbers = follows
    .map((set) => read.flatMap((id, n) => (set.includes(id) ? [n] : [])))
    .filter((s) => s.length > 0)
  const patterns = [...Map.groupBy(numbers, (set) => set.join(' '))].map(([, all]) => [all.length, ...(all[0] ?? [])])
  return {
    at: '2026-09-07T09:00:00.000Z',
    accounts: read.map((id, n) => ({ id, n })),
    unread: ids.filter((id) => !read.includes(id)),
    patterns,
  }
}

test('any set of accounts: exactly those who follow some of it and nothing that stays, as counted person by person', () => {
  fc.assert(
    fc.property(people, fc.subarray([...ids]), fc.subarray([...ids]), (follows, read, goes) => {
      const found = exactlyOnly(new Set(ids), new Set(goes), [readOf(follows, read)])
      if (goes.length === 0 || goes.some((id) => !read.includes(id))) {
        expect(found).toBeNull()
        return
      }
      const here = follows.filter((set) => set.some((id) => goes.includes(id)))
      const only = here.filter((set) => set.every((id) => goes.includes(id) || !read.includes(id)))
      const unread = ids.filter((id) => !read.includes(id)).length
      expect(found).toEqual({ people: only.length, of: here.length, at: '2026-09-07T09:00:00.000Z', unread })
    }),
    { numRuns: 500 },
  )
})

test('the more goes the more follow nothing else, up to everybody', () => {
  fc.assert(
    fc.property(people, fc.subarray([...ids]), fc.subarray([...ids]), (follows, some, more) => {
      const read = [readOf(follows, ids)]
      const of = (set: readonly string[]) => exactlyOnly(new Set(ids), new Set(set), read)?.people ?? 0
      expect(of([...new Set([...some, ...more])])).toBeGreaterThanOrEqual(of(some))
      expect(of(ids)).toBe(follows.filter((set) => set.length > 0).length)
    }),
  )
})

test('networks add up, the oldest reading gives the date, and what speaks no more keeps nobody', () => {
  const one: FollowersRead = { ...readOf([['a'], ['a', 'b'], ['b']], ['a', 'b']), unread: ['e'] }
  const other: FollowersRead = {
    ...readOf([['c'], ['c', 'd']], ['c', 'd']),
    at: '2026-08-01T00:00:00.000Z',
    unread: [],
  }
  const all = new Set<string>(ids)
  const exactly = (goes: string[], who: ReadonlySet<string> = all) => exactlyOnly(who, new Set(goes), [one, other])
  expect(exactly(['a', 'c'])).toEqual({ people: 2, of: 4, at: '2026-08-01T00:00:00.000Z', unread: 1 })
  expect(exactly(['a'], new Set(['a', 'c']))).toMatchObject({ people: 2, of: 2 })
  expect(exactly(['e'])).toBeNull()
})

test('a plan says the exact number where everything that goes was read, and else the estimate', () => {
  const account = (id: string) => ({ id, area: null, leaving: null, voices: [], objectives: [], followers: 100, conversations: 0, answered: 0, replies: 0, own: 0, reshares: 0 }) // biome-ignore format: a row
  const loss = (...goes: string[]) =>
    lossOf(
      ids.map(account),
      goes.map((accountId) => ({ accountId, intoAccountId: null })),
      { voicesSign: true },
      [readOf([['a'], ['a', 'b'], ['b']], ['a', 'b'])],
    )
  expect(loss('a', 'b')).toMatchObject({ onlyThese: 3, exactly: { people: 3, of: 3 } })
  expect(loss('a', 'c')).toMatchObject({ onlyThese: 128, exactly: null })
  expect(loss()).toMatchObject({ onlyThese: 0, exactly: null })
})
