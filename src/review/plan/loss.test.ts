import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AccountFacts,
  amounts,
  followsOne,
  type Going,
  isTold,
  isUnused,
  lossOf,
  switches,
  talkIn,
} from './loss.ts'

const account = (id: string, over: Partial<AccountFacts> = {}): AccountFacts => ({
  id,
  area: null,
  followers: 100,
  conversations: 10,
  answered: 5,
  replies: 8,
  own: 20,
  reshares: 4,
  voices: [],
  objectives: [],
  leaving: null,
  ...over,
})
const goes = (...ids: string[]): Going[] => ids.map((accountId) => ({ accountId, intoAccountId: null }))
const plain = { voicesSign: false }

const ids: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f']
const number = fc.option(fc.nat(5000))
const someOf = (values: readonly string[]) => fc.subarray([...values])
const world = fc
  .tuple(
    ...ids.map(() =>
      fc.tuple(
        number,
        number,
        number,
        number,
        number,
        number,
        fc.constantFrom(null, 'Mill Lane', 'mill lane', 'Quay'),
        someOf(['p', 'q', 'r']),
        someOf(['x', 'y']),
      ),
    ),
  )
  .map((rows) =>
    rows.map(([followers, conversations, answered, replies, own, reshares, area, voices, objectives], i) =>
      account(ids[i] ?? '', { followers, conversations, answered, replies, own, reshares, area, voices, objectives }),
    ),
  )
const set = fc.tuple(
  fc.subarray([...ids]),
  fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 6, maxLength: 6 }),
)
const goingOf = ([chosen, into]: readonly [readonly string[], readonly (string | null)[]]): Going[] =>
  chosen.map((accountId) => ({ accountId, intoAccountId: into[ids.indexOf(accountId)] ?? null }))
const contains = (whole: readonly string[], part: readonly string[], fold = false) => {
  const key = (s: string) => (fold ? s.toLowerCase() : s)
  const all = new Set(whole.map(key))
  return part.every((p) => all.has(key(p)))
}

test('closing nothing loses nothing', () => {
  fc.assert(
    fc.property(world, fc.boolean(), (all, voicesSign) => {
      const loss = lossOf(all, [], { voicesSign })
      expect(amounts.map((a) => loss.amounts[a].lost)).toEqual([0, 0, 0, 0, 0, 0])
      expect(loss).toMatchObject({ accounts: 0, onlyThese: 0, areas: [], objectives: [] })
      expect(loss.voices).toMatchObject({ going: [], lost: [] })
    }),
  )
})

test('a set never loses less than a part of it', () => {
  fc.assert(
    fc.property(world, set, fc.subarray([...ids]), fc.boolean(), (all, chosen, kept, voicesSign) => {
      const whole = goingOf(chosen)
      const part = whole.filter((g) => !contains(kept, [g.accountId]))
      const [more, less] = [lossOf(all, whole, { voicesSign }), lossOf(all, part, { voicesSign })]
      for (const a of amounts) expect(more.amounts[a].lost).toBeGreaterThanOrEqual(less.amounts[a].lost)
      expect(more.onlyThese).toBeGreaterThanOrEqual(less.onlyThese)
      expect(contains(more.voices.lost, less.voices.lost)).toBe(true)
      expect(contains(more.areas, less.areas, true)).toBe(true)
      expect(contains(more.objectives, less.objectives)).toBe(true)
    }),
  )
})

test('what is counted of accounts adds up: two sets apart lose together what each loses', () => {
  fc.assert(
    fc.property(world, fc.subarray([...ids]), (all, chosen) => {
      const rest = ids.filter((id) => !chosen.includes(id))
      const [one, other, both] = [chosen, rest, ids].map((set) => lossOf(all, goes(...set), plain))
      for (const a of amounts) {
        const whole = both?.amounts[a]
        expect(whole?.lost).toBe((one?.amounts[a].lost ?? 0) + (other?.amounts[a].lost ?? 0))
        expect(whole?.lost).toBe(whole?.whole)
      }
      // Voices, areas and objectives do not: what two accounts share is only lost with both.
      expect((one?.voices.lost.length ?? 0) + (other?.voices.lost.length ?? 0)).toBeLessThanOrEqual(
        both?.voices.lost.length ?? 0,
      )
    }),
  )
})

test('order and repetition make no difference, and what is not there is left out', () => {
  fc.assert(
    fc.property(world, set, (all, chosen) => {
      const going = goingOf(chosen)
      const again = lossOf(all, [...going].reverse().concat(going, goes('nowhere')), plain)
      expect(again).toEqual(lossOf(all, going, plain))
    }),
  )
})

test('a voice is kept where it signs on one that stays, or where everybody signs on the account that is joined', () => {
  const all = [
    account('town', { voices: ['ann'] }),
    account('ann', { voices: ['ann'] }),
    account('bo', { voices: ['bo', 'cy'] }),
  ]
  const going = [
    { accountId: 'ann', intoAccountId: null },
    { accountId: 'bo', intoAccountId: 'town' },
  ]
  expect(lossOf(all, going, plain).voices).toEqual({ going: ['ann', 'bo', 'cy'], lost: ['bo', 'cy'], whole: 3 })
  expect(lossOf(all, going, { voicesSign: true })).toMatchObject({ merge: 1, close: 1, voices: { lost: [] } })
  // The one that it joins goes too: it joins nothing.
  const both = [...going, ...goes('town')]
  expect(lossOf(all, both, { voicesSign: true })).toMatchObject({ merge: 0, voices: { lost: ['ann', 'bo', 'cy'] } })
})

test('areas with nobody to talk to, objectives that nothing serves, and followers who follow nothing else', () => {
  const all = [
    account('town', { area: 'Westport', objectives: ['burglary'] }),
    account('mill', { area: 'Mill Lane', objectives: ['burglary', 'parking'], followers: 1370 }),
    account('mill2', { area: ' mill lane ', followers: null }),
  ]
  expect(lossOf(all, goes('mill'), plain)).toMatchObject({
    areas: [],
    objectives: ['parking'],
    onlyThese: Math.round(1370 * followsOne),
  })
  expect(lossOf(all, goes('mill2'), plain).areas).toEqual([])
  const both = lossOf(all, goes('mill', 'mill2'), plain)
  expect(both.areas).toHaveLength(1)
  expect(both.amounts.followers).toMatchObject({ lost: 1370, whole: 1470, unknown: 1 })
  const silent = lossOf([account('x', { conversations: null })], goes('x'), plain)
  expect(
    lossOf([account('y', { conversations: null }), account('z')], goes('y'), plain).amounts.conversations.share,
  ).toBeNull()
  expect(silent.amounts.conversations).toEqual({ lost: 0, whole: 0, share: null, unknown: 1 })
})

test('what is being closed already keeps nothing: no area, objective, voice or follower', () => {
  const town = account('town', { area: 'Westport', voices: ['bo'] })
  const shared = { area: 'Mill Lane', objectives: ['parking'], voices: ['ann'] }
  const [mill, lane] = [account('mill', shared), account('lane', shared)]
  const read = {
    ...{ at: '2026-09-07T09:00:00.000Z', unread: [] },
    accounts: ['town', 'mill', 'lane'].map((id, n) => ({ id, n })),
    patterns: [
      [7, 1, 2],
      [5, 0, 1],
    ],
  }
  const of = (leaving: AccountFacts['leaving'], voicesSign = true, ...more: string[]) =>
    lossOf([town, mill, { ...lane, leaving }], goes('mill', ...more), { voicesSign }, [read])
  expect(of(null)).toMatchObject({ leaving: 0, areas: [], objectives: [], onlyThese: 0, voices: { lost: [] } })
  const gone = { areas: ['Mill Lane'], objectives: ['parking'], onlyThese: 7, voices: { lost: ['ann'] } }
  expect(of({ intoAccountId: null })).toMatchObject({ accounts: 1, leaving: 1, ...gone })
  // Its people sign on the one that it joins, where every named voice does.
  expect(of({ intoAccountId: 'town' })).toMatchObject({ ...gone, voices: { lost: [] } })
  expect(of({ intoAccountId: 'town' }, false)).toMatchObject(gone)
  // One that goes by this plan as well goes as the plan says.
  expect(of({ intoAccountId: 'town' }, true, 'lane')).toMatchObject({ accounts: 2, leaving: 0, close: 2, ...gone })
  // And nothing joins one that is being closed.
  const into = [{ accountId: 'mill', intoAccountId: 'lane' }]
  expect(lossOf([town, mill, { ...lane, leaving: { intoAccountId: null } }], into, plain)).toMatchObject({ merge: 0 })
})

test('what changes if', () => {
  const all = [
    account('town', { conversations: 80 }),
    account('ann', { conversations: 15, voices: ['ann'] }),
    account('quiet', { conversations: 0, own: 0, replies: 0, reshares: 900 }),
    account('bo', { conversations: 5 }),
  ]
  expect(all.map(isUnused)).toEqual([false, false, true, false])
  expect(isUnused(account('none', { own: null, replies: null, conversations: null }))).toBe(false)
  const going = [{ accountId: 'ann', intoAccountId: 'town' }, ...goes('quiet', 'bo')]
  expect(switches(all, going, plain)).toEqual([
    { kind: 'keep', accountId: 'ann', before: 0.2, after: 0.05 },
    { kind: 'keep', accountId: 'bo', before: 0.2, after: 0.15 },
    { kind: 'onlyUnused', accounts: 1, before: 0.2, after: 0 },
    { kind: 'voicesSign', kept: 1, of: 1 },
  ])
  // One that is not heard here would pass for one that nobody talks with: then the archive's replies stand in.
  const half = all.map((a) => (a.id === 'bo' ? { ...a, conversations: null } : a))
  expect(switches(half, going, plain)[0]).toMatchObject({ accountId: 'ann', before: 16 / 24 })
  expect(talkIn(half, goes('ann'))).toBe('conversations')
  expect(
    talkIn(
      half.map((a) => ({ ...a, replies: null })),
      goes('bo'),
    ),
  ).toBe('conversations')
  const archive = all.map((a) => ({ ...a, conversations: null }))
  expect(switches(archive, going, plain)[0]).toMatchObject({ accountId: 'ann', before: 16 / 24 })
})

test('where nothing is known of what goes, its sum is not told as nought', () => {
  const all = [account('a', { followers: null }), account('b')]
  const told = (...which: string[]) => isTold(lossOf(all, goes(...which), plain), 'followers')
  expect([told(), told('a'), told('b'), told('a', 'b')]).toEqual([true, false, true, true])
})
