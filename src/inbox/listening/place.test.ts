import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Placing, place, type Surroundings, spotKey } from './place.ts'

/** A store of what was placed, as the tables keep it. */
class Desk {
  readonly home = new Map<string, string>()
  readonly #said = new Map<string, Placing>()
  readonly #ours: { posts: ReadonlyMap<string, string>; answers: ReadonlyMap<string, string> }
  #made = 0

  constructor(posts: ReadonlyMap<string, string> = new Map(), answers: ReadonlyMap<string, string> = new Map()) {
    this.#ours = { posts, answers }
  }

  hear(messages: readonly Placing[], inHand: readonly string[] = []): void {
    const fresh = [...new Map(messages.map((m) => [m.externalId, m])).values()].filter(
      (m) => !this.home.has(m.externalId),
    )
    const places = place(fresh, this.#around(new Set(inHand)))
    const ids = new Map(places.fresh.map((id) => [id, `c${String(this.#made++).padStart(4, '0')}`]))
    const idOf = (id: string) => ids.get(id) ?? id
    for (const [m, c] of this.home) this.home.set(m, places.joined.get(c) ?? c)
    for (const [m, c] of places.home) this.home.set(m, idOf(c))
    for (const m of fresh) this.#said.set(m.externalId, m)
  }

  #around(inHand: ReadonlySet<string>): Surroundings {
    const spots = new Map<string, string>()
    const threads = new Map<string, string>()
    const below = new Map<string, string[]>()
    for (const [id, c] of this.home) {
      const m = this.#said.get(id)
      if (!m) continue
      if (m.kind === 'direct') threads.set(m.thread, c)
      else if (m.parent !== null) spots.set(spotKey(m.author, m.parent, this.#ours.posts.get(m.parent) ?? null), c)
      if (m.kind === 'direct') continue
      for (const named of [m.parent, m.root]) if (named !== null) below.set(named, [...(below.get(named) ?? []), c])
    }
    return { messages: this.home, answers: this.#ours.answers, pieces: this.#ours.posts, spots, threads, below, inHand }
  }

  groups(): string[] {
    return [...Map.groupBy(this.home.keys(), (m) => this.home.get(m) ?? '').values()].map((g) => g.sort().join()).sort()
  }
}

const message = (externalId: string, more: Partial<Placing> = {}): Placing => ({
  externalId,
  kind: 'reply',
  author: 'ann',
  parent: null,
  root: null,
  thread: externalId,
  ...more,
})

test('a reply joins what it answers, whoever speaks', () => {
  const desk = new Desk(new Map([['p', 'post']]))
  desk.hear([message('1', { parent: 'p', root: 'p' }), message('2', { parent: '1', root: 'p', author: 'bob' })])
  desk.hear([message('3', { parent: '2', root: 'p', author: 'cat' })])
  expect(desk.groups()).toEqual(['1,2,3'])
})

test('below our post each person has one conversation, whichever piece of it they answer', () => {
  const desk = new Desk(new Map(Object.entries({ p: 'post', q: 'post', r: 'other' })))
  const at = (id: string, author: string, parent: string) => message(id, { author, parent, root: 'p' })
  desk.hear([at('1', 'ann', 'p'), at('2', 'bob', 'p')])
  desk.hear([at('3', 'ann', 'q'), at('4', 'ann', 'r')])
  expect(desk.groups()).toEqual(['1,3', '2', '4'])
})

test('whoever answers our answer joins its conversation', () => {
  const desk = new Desk(new Map([['p', 'post']]), new Map([['ours', 'c0000']]))
  desk.hear([message('1', { parent: 'p', root: 'p' })])
  desk.hear([message('2', { author: 'bob', parent: 'ours', root: 'p' })])
  expect(desk.groups()).toEqual(['1,2'])
})

test('private messages go by the network’s own conversation', () => {
  const desk = new Desk()
  const direct = (id: string, thread: string) => message(id, { kind: 'direct', thread })
  desk.hear([direct('1', 'x'), direct('2', 'y')])
  desk.hear([direct('3', 'x'), message('4', { thread: 'x' })])
  expect(desk.groups()).toEqual(['1,3', '2', '4'])
})

test('what comes before its parent is joined to it later, and so are its neighbours', () => {
  const desk = new Desk()
  desk.hear([message('2', { author: 'bob', parent: '1' })])
  desk.hear([message('3', { author: 'cat', parent: '1' })])
  expect(desk.groups()).toEqual(['2', '3'])
  desk.hear([message('1')])
  expect(desk.groups()).toEqual(['1,2,3'])
})

test('what stands far below a beginning that we heard belongs to it', () => {
  const desk = new Desk()
  desk.hear([message('9', { author: 'bob', parent: 'not heard', root: '1' })])
  desk.hear([message('1')])
  desk.hear([message('8', { author: 'cat', parent: 'not heard either', root: '1' })])
  expect(desk.groups()).toEqual(['1,8,9'])
})

test('what a person has in hand is drawn into nothing; what nobody touched is drawn into it', () => {
  const one = new Desk()
  one.hear([message('2', { author: 'bob', parent: '1' }), message('3', { author: 'cat', parent: '1' })])
  one.hear([message('1')], [one.home.get('3') ?? ''])
  expect([one.home.get('1'), one.home.get('2')]).toEqual([one.home.get('3'), one.home.get('3')])
  const both = new Desk()
  both.hear([message('2', { author: 'bob', parent: '1' }), message('3', { author: 'cat', parent: '1' })])
  both.hear([message('1')], [...both.home.values()])
  expect(both.groups()).toEqual(['1,2', '3'])
})

/** A forest below two posts of ours, one answer of ours and some beginnings of the public; parents that never come among them. */
const forest = fc
  .array(fc.record({ above: fc.nat(30), author: fc.constantFrom('ann', 'bob', 'cat'), lost: fc.nat(9) }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((seeds) => {
    const made: (Placing & { lost: boolean })[] = []
    for (const [i, seed] of seeds.entries()) {
      const options = ['p', 'p2', 'q', null, ...made.map((m) => m.externalId)]
      const parent = options[seed.above % options.length] ?? null
      const above = made.find((m) => m.externalId === parent)
      const root = above ? (above.root ?? above.externalId) : parent === 'p2' ? 'p' : parent
      const id = `m${i}`
      made.push({ ...message(id, { author: seed.author, parent, root, thread: root ?? id }), lost: seed.lost === 0 })
    }
    return made.filter((m) => !m.lost).map(({ lost: _, ...m }) => m)
  })
const ours = new Map([
  ['p', 'one'],
  ['p2', 'one'],
  ['q', 'two'],
])

test('in any order, in any lots, however often: each once, and together what belongs together', () => {
  fc.assert(
    fc.property(
      forest.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          fc.array(fc.nat(Math.max(0, all.length - 1)), { maxLength: 10 }),
          fc.integer({ min: 1, max: 7 }),
        ),
      ),
      ([all, shuffled, again, lot]) => {
        const straight = new Desk(ours)
        for (const m of all) straight.hear([m])
        const other = new Desk(ours)
        const arriving = [...shuffled, ...again.flatMap((i) => all[i] ?? [])]
        for (let i = 0; i < arriving.length; i += lot) other.hear(arriving.slice(Math.max(0, i - 2), i + lot))
        expect([...other.home.keys()].sort()).toEqual(all.map((m) => m.externalId).sort())
        expect(other.groups()).toEqual(straight.groups())
      },
    ),
    { numRuns: 1000 },
  )
})
