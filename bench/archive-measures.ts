import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import type { World } from '../src/foundation/world.ts'
import { countForce } from '../src/measures/counting/count.commands.ts'
import { accountFigures, measureFigures, overview, rowsBehind } from '../src/measures/measures.queries.ts'
import { pairsAlike } from '../src/measures/near/alike.ts'
import { shingling } from '../src/measures/near/shingles.ts'
import { plainWords } from '../src/measures/reading/plain-words.ts'
import { peakMemory } from './archive-import.ts'
import { type Spent, spending } from './spent.ts'

type Pages = { asked: number; medianMs: number; p95Ms: number; slowestMs: number }
export type Counted = {
  posts: number
  accounts: number
  count: Spent
  nearSeconds: number
  memoryMB: number
  pages: Pages
}

const corpusEnds = new Date('2018-01-01T00:00:00Z')

/** Counts every measure of every account and asks for the pages. */
export async function countAll(world: World, postgres: number | null): Promise<Counted> {
  const { id: forceId } = await world.db.selectFrom('force').select('id').executeTakeFirstOrThrow()
  const actor = { forceId, personId: null, roles: [] }
  const [done, count] = await spending(postgres, () => countForce(world, actor, corpusEnds))
  if (!done.ok) throw new Error(done.refusal.words)
  const { posts, accounts, nearMs } = done.value
  const memoryMB = peakMemory()
  const nearSeconds = Math.round(nearMs / 100) / 10
  return { posts, accounts, count, nearSeconds, memoryMB, pages: await pageTimes(world, forceId) }
}

/** Every page that a person opens, in turn, for accounts spread over the force. */
async function pageTimes(world: World, forceId: string): Promise<Pages> {
  const { rows } = await sql<{ id: string }>`
    select id from account where force_id = ${forceId} order by md5(id) limit 60`.execute(world.db)
  const actor = { forceId, personId: 'p', roles: ['headOfCommunications'] }
  const times: number[] = []
  const timed = async (page: () => Promise<unknown>) => {
    const begun = performance.now()
    await page()
    times.push(performance.now() - begun)
  }
  for (const { id: account } of rows) {
    await timed(() => overview(world, actor, 'weeks13'))
    await timed(() => measureFigures(world, actor, 'M07', 'weeks13'))
    await timed(() => accountFigures(world, actor, account, 'weeks13'))
    for (const [measure, span] of behind) {
      const input = { measure, account, span, after: 0 }
      await timed(() => rowsBehind(world, actor, input))
    }
  }
  times.sort((a, b) => a - b)
  const at = (q: number) => Math.round(times[Math.floor(times.length * q)] ?? 0)
  return { asked: times.length, medianMs: at(0.5), p95Ms: at(0.95), slowestMs: at(0.9999) }
}

const behind = [
  ['M07', 'weeks13'],
  ['M05', 'all'],
  ['M06', 'year'],
] as const

type Sample = { sample: number; pairs: number; recall: number; precision: number; ms: number }

/**
 * Near-duplicates of a sample of own posts, held against comparing all with all by the plain definition. Runs are numbered by their text, so
 * the comparison shares nothing with what it checks; only pairs whose lengths alone rule them out are passed over.
 */
export async function nearSample(file: string, size: number): Promise<Sample> {
  const said: string[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const l: { kind: string; words: string } = JSON.parse(line)
    const plain = plainWords(l.words).join(' ')
    if (l.kind === 'original' && plain.split(' ').length > 2) said.push(plain)
    if (said.length === size) break
  }
  const posts = shingling()
  for (const [n, plain] of said.entries()) posts.add(n, 0, plain)
  const begun = performance.now()
  const found = new Set(pairsAlike(posts.done()).map(([a, b]) => a * size + b))
  const ms = performance.now() - begun
  const numbers = new Map<string, number>()
  const runs = said.map((plain) => {
    const words = plain.split(' ')
    const texts = new Set(words.slice(2).map((_, n) => words.slice(n, n + 3).join(' ')))
    for (const run of texts) if (!numbers.has(run)) numbers.set(run, numbers.size)
    return Uint32Array.from(texts, (run) => numbers.get(run) ?? 0).sort()
  })
  let [pairs, right] = [0, 0]
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) {
      const [x, y] = [runs[a] ?? none, runs[b] ?? none]
      if (Math.min(x.length, y.length) < 0.6 * Math.max(x.length, y.length)) continue
      const both = shared(x, y)
      if (both < 0.6 * (x.length + y.length - both)) continue
      pairs += 1
      if (found.has(a * size + b)) right += 1
    }
  return {
    sample: said.length,
    pairs,
    recall: pairs === 0 ? 1 : right / pairs,
    precision: found.size === 0 ? 1 : right / found.size,
    ms: Math.round(ms),
  }
}

const none = new Uint32Array()
function shared(x: Uint32Array, y: Uint32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    const [p, q] = [x[i] ?? 0, y[j] ?? 0]
    if (p === q) both += 1
    if (p <= q) i += 1
    if (q <= p) j += 1
  }
  return both
}
