import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Proof } from '../../networks/ending.ts'
import { keyOf } from '../../networks/key.ts'
import type { Answering } from '../answering.ts'
import { type Departure, departureOf } from './departure.queries.ts'
import type { Pace } from './pace.ts'
import type { Release, ReleaseTarget } from './release.ts'
import { type DeliveryState, mayMove } from './state.ts'

export type Delivery = Selectable<Tables['delivery']>
export type Piece = Selectable<Tables['piece']>

/** What a piece carries besides its words, as kept in `piece.material`. */
export type Material = { pictures: readonly { id: string; alt: string }[]; languages: readonly string[] }

/** Is hold `h` open and on delivery `d`? */
const holdsIt = sql`h.force_id = d.force_id and h.released_at is null and (
    h.scope = 'everything' or (h.scope = 'account' and h.target = d.account_id)
    or (h.scope = 'network' and h.target = d.network) or (h.scope = 'area' and h.target = d.area))`

/** Part of every claim, so that a hold works between two statements. */
export const holdOn = sql<boolean>`exists (select 1 from hold h where ${holdsIt})`

/** The oldest open hold on delivery `d`, as one JSON value. */
const firstHold = sql`(select json_build_object('id', h.id, 'words', h.reason) from hold h where ${holdsIt} order by h.placed_at limit 1)`

export async function insertDelivery(
  c: Commanding,
  release: Release,
  target: ReleaseTarget,
  hold: { id: string; words: string } | null,
): Promise<string> {
  const id = newId(c.now)
  const forceId = c.actor.forceId
  const late = target.lateAfter < c.now
  const below = await liveDeliveryOf(c.tx, forceId, release.belowPostId, target.accountId)
  const place = release.answering ? placeOf(release.answering) : below && belowPlace(below)
  const state: DeliveryState = hold || late ? 'held' : 'waiting'
  await c.tx
    .insertInto('delivery')
    .values({
      force_id: forceId,
      id,
      post_id: release.postId,
      account_id: target.accountId,
      handle: target.handle,
      network: target.network,
      area: target.area,
      state,
      state_since: c.now,
      due_at: release.dueAt,
      next_at: release.dueAt,
      late_after: target.lateAfter,
      hold_id: hold?.id ?? null,
      below_delivery_id: below?.id ?? null,
      answering: place && JSON.stringify(place),
      words: hold?.words ?? (late ? 'It was due before it was approved, so it was held. Choose a new time.' : ''),
    })
    .execute()
  await c.tx
    .insertInto('piece')
    .values(
      target.pieces.map((piece, n) => ({
        force_id: forceId,
        delivery_id: id,
        n,
        text: piece.text,
        material: JSON.stringify({ pictures: piece.pictures, languages: piece.languages } satisfies Material),
        key: keyOf({
          postId: release.postId,
          network: target.network,
          accountId: target.accountId,
          piece: n,
          dueAt: release.dueAt,
        }),
      })),
    )
    .execute()
  c.record('delivery.moved', `delivery:${id}`, {
    post: release.postId,
    account: target.accountId,
    network: target.network,
    to: state,
  })
  return id
}

/** Where an answer goes on its network. `automatic`: it is nobody's, so that it is dropped and told to nobody when it is too late to be said. */
type AnswerPlace = { root: Proof | null; parent: Proof | null; direct: string | null; automatic: boolean }
const placeOf = ({ root, parent, direct, automatic }: Answering): AnswerPlace => ({ root, parent, direct, automatic })

/** The place that was kept with a delivery; null: it answers nobody. */
export const placeIn = ({ answering }: Pick<Delivery, 'answering'>): AnswerPlace | null =>
  answering as AnswerPlace | null

/** What corrects an answer stands in the same thread: its root is what the public said first, and what stands above it is our answer. Null: ours is the first. */
function belowPlace(answer: Pick<Delivery, 'answering'>): AnswerPlace | null {
  const above = placeIn(answer)
  const root = above && (above.root ?? above.parent)
  return root && { root, parent: null, direct: null, automatic: false }
}

/** Changes what a move changes, checks that the move exists, and records it. The row must be held by this transaction. */
export async function moveTo(
  c: Commanding,
  delivery: Delivery,
  to: DeliveryState,
  change: Partial<
    Pick<
      Delivery,
      | 'next_at'
      | 'words'
      | 'looks'
      | 'resends'
      | 'claims'
      | 'hold_id'
      | 'due_at'
      | 'late_after'
      | 'sent_at'
      | 'removal'
      | 'lease_token'
      | 'lease_until'
    >
  > = {},
): Promise<void> {
  if (!mayMove(delivery.state, to)) throw new Error(`No delivery moves from ${delivery.state} to ${to}.`)
  await c.tx
    .updateTable('delivery')
    .set({ lease_token: null, lease_until: null, hold_id: null, ...change, state: to, state_since: c.now })
    .where('force_id', '=', delivery.force_id)
    .where('id', '=', delivery.id)
    .execute()
  c.record('delivery.moved', `delivery:${delivery.id}`, { post: delivery.post_id, from: delivery.state, to })
}

/** Locks one delivery for the rest of the transaction. */
export const lockDelivery = (tx: Tx, forceId: string, id: string): Promise<Delivery | undefined> =>
  tx
    .selectFrom('delivery')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const piecesOf = (db: Db, delivery: Pick<Delivery, 'force_id' | 'id'>): Promise<Piece[]> =>
  db
    .selectFrom('piece')
    .selectAll()
    .where('force_id', '=', delivery.force_id)
    .where('delivery_id', '=', delivery.id)
    .orderBy('n')
    .execute()

/**
 * Takes due deliveries for this worker, in one statement: nobody else can have them, a hold keeps them, and what is too late stays.
 * Claimed rows carry a fresh lease token. `removal` and `checking` rows are taken the same way by the other two statements.
 */
export async function claimDue(c: Commanding, token: string, pace: Pace, most: number): Promise<Delivery[]> {
  const until = new Date(c.now.getTime() + pace.leaseMs)
  const { rows } = await sql<Delivery>`
    update delivery set state = 'sending', state_since = ${c.now}, lease_token = ${token} || ':' || delivery.id, lease_until = ${until}, claims = claims + 1
    where (force_id, id) in (
      select d.force_id, d.id from delivery d
      where d.force_id = ${c.actor.forceId} and d.state = 'waiting' and d.removal is null and d.next_at <= ${c.now} and d.late_after >= ${c.now} and d.claims < ${pace.maxClaims} and not ${holdOn}
      order by d.next_at, d.id limit ${most} for update of d skip locked)
    returning *`.execute(c.tx)
  for (const d of rows)
    c.record('delivery.moved', `delivery:${d.id}`, { post: d.post_id, from: 'waiting', to: 'sending' })
  return rows
}

/** Takes deliveries whose look is due (`checking`), or whose removal is asked or due to be looked at. Their state does not change. */
export async function claimLooks(c: Commanding, token: string, pace: Pace, most: number): Promise<Delivery[]> {
  const until = new Date(c.now.getTime() + pace.leaseMs)
  const { rows } = await sql<Delivery>`
    update delivery set lease_token = ${token} || ':' || delivery.id, lease_until = ${until}
    where (force_id, id) in (
      select d.force_id, d.id from delivery d
      where d.force_id = ${c.actor.forceId} and (d.state = 'checking' or d.removal in ('asked', 'checking'))
        and d.next_at <= ${c.now} and (d.lease_until is null or d.lease_until < ${c.now})
      order by d.next_at, d.id limit ${most} for update of d skip locked)
    returning *`.execute(c.tx)
  return rows
}

/** Deliveries in `sending` whose worker is gone. Locked, for the caller to decide one by one. */
export async function lockExpired(c: Commanding, most: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select * from delivery where force_id = ${c.actor.forceId} and state = 'sending' and lease_until < ${c.now}
    order by lease_until limit ${most} for update skip locked`.execute(c.tx)
  return rows
}

/** Waiting deliveries that came too late to be sent unasked, or whose worker died too often. Locked. */
export async function lockMissed(c: Commanding, pace: Pace, most: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select * from delivery where force_id = ${c.actor.forceId} and state = 'waiting' and removal is null and next_at <= ${c.now} and (late_after < ${c.now} or claims >= ${pace.maxClaims})
    order by due_at limit ${most} for update skip locked`.execute(c.tx)
  return rows
}

/** Locks the delivery if this lease still holds it, makes the lease longer, and says which hold is on it and how things stand for its leaving. Null: somebody else has it, or a person changed it. */
export async function holdLease(
  c: Commanding,
  delivery: Delivery,
  pace: Pace,
): Promise<(Delivery & { held: { id: string; words: string } | null; departure: Departure | null }) | null> {
  const until = new Date(c.now.getTime() + pace.leaseMs)
  const { rows } = await sql<Delivery & { held: { id: string; words: string } | null; departure: Departure | null }>`
    update delivery d set lease_until = ${until}
    where d.force_id = ${delivery.force_id} and d.id = ${delivery.id} and d.lease_token = ${delivery.lease_token} and d.lease_until >= ${c.now}
    returning d.*, ${firstHold} as held, ${departureOf(c.now)} as departure`.execute(c.tx)
  return rows[0] ?? null
}

/** Locks the delivery if this lease token is still on it, even when the lease has just run out: an answer in hand is always kept. */
export async function lockLeased(c: Commanding, delivery: Delivery): Promise<Delivery | null> {
  const row = await c.tx
    .selectFrom('delivery')
    .selectAll()
    .where('force_id', '=', delivery.force_id)
    .where('id', '=', delivery.id)
    .where('lease_token', '=', delivery.lease_token)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** The oldest open hold that would keep a delivery to this place, or null. */
export async function isHeld(
  tx: Tx,
  to: Pick<Delivery, 'force_id' | 'account_id' | 'network' | 'area'>,
): Promise<{ id: string; words: string } | null> {
  const { rows } = await sql<{ held: { id: string; words: string } | null }>`
    select ${firstHold} as held from (select ${to.force_id}::text as force_id, ${to.account_id}::text as account_id,
      ${to.network}::text as network, ${to.area}::text as area) d`.execute(tx)
  return rows[0]?.held ?? null
}

/** Where a post is live on one account, so that a correction can stand below it. */
async function liveDeliveryOf(
  tx: Tx,
  forceId: string,
  postId: string | null,
  accountId: string,
): Promise<Pick<Delivery, 'id' | 'answering'> | null> {
  if (!postId) return null
  const row = await tx
    .selectFrom('delivery')
    .select(['id', 'answering'])
    .where('force_id', '=', forceId)
    .where('post_id', '=', postId)
    .where('account_id', '=', accountId)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return row ?? null
}
