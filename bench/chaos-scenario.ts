import { sql } from 'kysely'
import { type Commanding, command } from '../src/audit/audit.commands.ts'
import { verifyChain } from '../src/audit/audit.queries.ts'
import type { Db } from '../src/foundation/database.ts'
import { newId } from '../src/foundation/identity.ts'
import { ok } from '../src/foundation/outcome.ts'
import type { World } from '../src/foundation/world.ts'
import { keyOf } from '../src/networks/key.ts'
import { createDeliveries } from '../src/posting/delivery/delivery.commands.ts'
import { diceOf } from './dice.ts'

export const forceId = 'chaos'
const actor = { forceId, personId: null, roles: [] }

/** Where the real server stands, when one takes part. */
export type RealServer = { pds: string; proxy: string; did: string; handle: string; password: string }

/** The force, its person and its two accounts; the keys of the real one are sealed as the register seals them. */
export async function prepare(world: World, real: RealServer | null): Promise<void> {
  const at = world.clock.now()
  const { db } = world
  await db
    .insertInto('force')
    .values({ id: forceId, name: 'Chaos', created_at: at })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('person')
    .values({ force_id: forceId, id: 'writer', name: 'W', rank: 'PC', initials: 'W', joined_at: at })
    .onConflict((c) => c.doNothing())
    .execute()
  const common = {
    force_id: forceId,
    class: 'corporate',
    kind: 'single',
    status: 'live',
    purpose: '',
    signature_place: 'none',
    created_at: at,
  } as const
  await db
    .insertInto('account')
    .values({ ...common, id: 'practice', network: 'practice', handle: 'chaos', name: 'Chaos' })
    .onConflict((c) => c.doNothing())
    .execute()
  const place = { force_id: forceId, person_id: 'writer', from_at: at }
  await db
    .insertInto('contributor')
    .values({ ...place, id: 'p', account_id: 'practice' })
    .onConflict((c) => c.doNothing())
    .execute()
  if (!real) return
  await db
    .insertInto('account')
    .values({ ...common, id: 'real', network: 'bluesky', handle: real.handle, name: 'Chaos' })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('contributor')
    .values({ ...place, id: 'r', account_id: 'real' })
    .onConflict((c) => c.doNothing())
    .execute()
  const secret = { service: real.pds, handle: real.handle, appPassword: real.password }
  const sealed = world.seal.close(JSON.stringify(secret), `custody:${forceId}:real`)
  await db
    .insertInto('custody')
    .values({
      force_id: forceId,
      account_id: 'real',
      id: 'chaos',
      sealed,
      state: 'working',
      set_by: 'writer',
      set_at: at,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** One released post, straight to delivery: what is measured and killed here is what comes after the approval. */
export async function releaseOne(
  c: Commanding,
  of: { postId: string; accountId: string; network: string; dueAt: Date; pieces: readonly string[] },
): Promise<void> {
  const { postId, accountId, network, dueAt } = of
  await c.tx
    .insertInto('post')
    .values({
      force_id: forceId,
      id: postId,
      author_id: 'writer',
      stage: 'released',
      stage_since: c.now,
      version: 1,
      digest: '',
      content: '{}',
      created_at: c.now,
      changed_at: c.now,
    })
    .execute()
  const pieces = of.pieces.map((text) => ({ text, languages: ['en'], pictures: [] }))
  const lateAfter = new Date(dueAt.getTime() + 3_600_000)
  await createDeliveries(c, {
    postId,
    dueAt,
    belowPostId: null,
    answering: null,
    targets: [{ accountId, handle: '', network, area: null, lateAfter, pieces }],
  })
}

const faults = ['dropBefore', 'dropAfter', 'errorAfter', 'tooMany', 'refuse', 'slow'] as const

/** One seeded run: one to three posts of one to three pieces, each piece on practice with its own misfortune. Creating it twice changes nothing. */
export async function createRun(world: World, seed: number, withReal: boolean): Promise<void> {
  const dice = diceOf(seed)
  await command(world, actor, async (c) => {
    const known = await c.tx
      .selectFrom('post')
      .select('id')
      .where('force_id', '=', forceId)
      .where('id', 'like', `run${seed}-%`)
      .executeTakeFirst()
    if (known) return ok(null)
    for (let i = 0, posts = 1 + dice.upTo(3); i < posts; i++) {
      const postId = `run${seed}-${i}`
      const accountId = withReal && dice.next() < 0.35 ? 'real' : 'practice'
      const network = accountId === 'real' ? 'bluesky' : 'practice'
      const pieces = Array.from({ length: 1 + dice.upTo(3) }, (_, n) => `${postId} piece ${n}`)
      const dueAt = c.now
      await releaseOne(c, { postId, accountId, network, dueAt, pieces })
      if (network !== 'practice') continue
      for (const n of pieces.keys()) {
        if (dice.next() < 0.5) continue
        const key = keyOf({ postId, network, accountId, piece: n, dueAt })
        await c.tx
          .insertInto('practice_fault')
          .values({
            force_id: forceId,
            id: newId(c.now),
            account_id: accountId,
            key,
            act: dice.pick(faults),
            times: 1 + dice.upTo(2),
            seconds: 1,
          })
          .execute()
      }
    }
    return ok(null)
  })
}

/** Deliveries that still move by themselves. */
export async function restless(db: Db): Promise<number> {
  const row = await db
    .selectFrom('delivery')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('force_id', '=', forceId)
    .where('state', 'in', ['waiting', 'sending', 'checking'])
    .executeTakeFirstOrThrow()
  return row.n
}

export type Verdict = {
  deliveries: number
  pieces: number
  sent: number
  refused: number
  needsPerson: number
  duplicates: number
  lost: number
  falseStates: number
  silent: number
  chainWhole: boolean
  wrong: string[]
}

/** What the networks hold: for each key, how many posts ever arrived under it. */
export type Held = ReadonlyMap<string, number>

export async function heldByPractice(db: Db): Promise<Held> {
  const rows = await db
    .selectFrom('practice_record')
    .select(['key', sql<number>`count(*)::int`.as('n')])
    .where('force_id', '=', forceId)
    .where('key', 'is not', null)
    .groupBy('key')
    .execute()
  return new Map(rows.map((r) => [r.key ?? '', r.n]))
}

/** Compares every state with what the networks hold. Never twice, never lost, never silent, never false. */
export async function judge(db: Db, held: Held): Promise<Verdict> {
  const deliveries = await db.selectFrom('delivery').selectAll().where('force_id', '=', forceId).execute()
  const pieces = Map.groupBy(
    await db.selectFrom('piece').selectAll().where('force_id', '=', forceId).execute(),
    (p) => p.delivery_id,
  )
  const alarms = new Set(
    (
      await db
        .selectFrom('alarm')
        .select('subject')
        .where('force_id', '=', forceId)
        .where('settled_at', 'is', null)
        .execute()
    ).map((a) => a.subject),
  )
  const v: Verdict = {
    deliveries: deliveries.length,
    pieces: 0,
    sent: 0,
    refused: 0,
    needsPerson: 0,
    duplicates: 0,
    lost: 0,
    falseStates: 0,
    silent: 0,
    chainWhole: (await verifyChain(db, forceId)).whole,
    wrong: [],
  }
  for (const d of deliveries) {
    const own = pieces.get(d.id) ?? []
    const wrong = (what: 'duplicates' | 'lost' | 'falseStates' | 'silent') => {
      v[what] += 1
      v.wrong.push(
        `${what}: ${d.post_id} ${d.state} due ${d.next_at.toISOString()} claims ${d.claims} "${d.words}" ${own.map((p) => held.get(p.key) ?? 0).join()}`,
      )
    }
    v.pieces += own.length
    if (own.some((p) => (held.get(p.key) ?? 0) > 1)) wrong('duplicates')
    if (own.some((p) => p.external_id && !held.get(p.key))) wrong('falseStates')
    if (d.state === 'sent') {
      v.sent += 1
      if (own.some((p) => !held.get(p.key))) wrong('falseStates')
    } else if (d.state === 'refused') {
      v.refused += 1
      if (own.some((p) => held.get(p.key))) wrong('falseStates')
    } else if (d.state === 'needs-person') v.needsPerson += 1
    else wrong('lost') // nothing else was asked for, so anything else is a post that went nowhere
    if ((d.state === 'refused' || d.state === 'needs-person') && !alarms.has(`delivery:${d.id}`)) wrong('silent')
  }
  return v
}
