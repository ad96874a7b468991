import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { HeardMessage } from '../../networks/network.ts'
import { traitsOf } from '../../networks/networks.ts'
import { type Placing, type Surroundings, spotKey } from './place.ts'

export type Conversation = Selectable<Tables['conversation']>

/** Whose messages these are: one account of the force, on one network. */
export type Place = { forceId: string; accountId: string; network: string }

export const placingOf = (m: HeardMessage): Placing => ({
  externalId: m.externalId,
  kind: m.kind,
  author: m.author.externalId,
  parent: m.parent,
  root: m.root,
  thread: m.thread,
})

const idsOf = (messages: readonly Placing[], of: (m: Placing) => string | null): string[] => [
  ...new Set(messages.flatMap((m) => of(m) ?? [])),
]

/** Which of these are here already. */
export async function knownAmong(tx: Tx, { forceId, network }: Place, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ external_id: string }>`select external_id from message
    where force_id = ${forceId} and network = ${network} and external_id = any(${[...ids]}::text[])`.execute(tx)
  return new Set(rows.map((r) => r.external_id))
}

/** Who of our own speaks on this network: what they say is not the public's. By the network's id of them, or by handle where we do not know that. */
export async function ourselves(
  tx: Tx,
  { forceId, network }: Place,
): Promise<(author: HeardMessage['author']) => boolean> {
  const rows = await tx
    .selectFrom('account')
    .select(['external_id', 'handle'])
    .where('force_id', '=', forceId)
    .where('network', '=', network)
    .where('status', '<>', 'unofficial')
    .execute()
  const ids = new Set(rows.flatMap((r) => r.external_id ?? []))
  // Where people are invented, anybody may be invented under our handle.
  const isInvented = traitsOf(network)?.practice === true
  const handles = new Set(rows.flatMap((r) => (r.external_id === null && !isInvented ? [bare(r.handle)] : [])))
  return (author) => ids.has(author.externalId) || handles.has(bare(author.handle))
}

const bare = (handle: string): string => handle.replace(/^@/, '').toLowerCase()

type OurPiece = { external_id: string; post_id: string; conversation_id: string | null; own: boolean }
export type Around = Surroundings & {
  /** Our post that a message names as what it answers or as the beginning, by the network's id. */
  posts: ReadonlyMap<string, string>
}

/** Everything that placing these needs, in a fixed number of statements; conversations found are not yet locked. */
export async function surroundingsOf(tx: Tx, at: Place, messages: readonly Placing[]): Promise<Around> {
  const named = [...new Set([...idsOf(messages, (m) => m.parent), ...idsOf(messages, (m) => m.root)])]
  const ids = idsOf(messages, (m) => m.externalId)
  const above = await messagesBy(tx, at, named)
  const pieces = await ourPieces(tx, at, named)
  const answers = new Map(
    pieces.flatMap((p) => (p.conversation_id ? [[p.external_id, p.conversation_id] as const] : [])),
  )
  const plain = new Map(pieces.flatMap((p) => (p.conversation_id ? [] : [[p.external_id, p.post_id] as const])))
  return {
    messages: above,
    answers,
    pieces: plain,
    posts: new Map(pieces.map((p) => [p.external_id, p.post_id])),
    spots: await spotsOf(tx, at, messages, plain),
    threads: await threadsOf(
      tx,
      at,
      idsOf(messages, (m) => (m.kind === 'direct' ? m.thread : null)),
    ),
    below: await belowOf(tx, at, ids),
    inHand: new Set(),
  }
}

async function messagesBy(tx: Tx, at: Place, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ external_id: string; conversation_id: string }>`
    select external_id, conversation_id from message
    where force_id = ${at.forceId} and network = ${at.network} and external_id = any(${[...ids]}::text[])`.execute(tx)
  return new Map(rows.map((r) => [r.external_id, r.conversation_id]))
}

/** Our pieces of these names, and the other pieces of the same posts: a thread of ours is one place. */
async function ourPieces(tx: Tx, at: Place, ids: readonly string[]): Promise<OurPiece[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<OurPiece>`
    with named as (select distinct p.delivery_id from piece p where p.force_id = ${at.forceId} and p.external_id = any(${[...ids]}::text[]))
    select p.external_id, d.post_id, (select a.conversation_id from answer a where a.force_id = d.force_id and a.post_id = d.post_id limit 1) as conversation_id
    from named n join delivery d on d.force_id = ${at.forceId} and d.id = n.delivery_id and d.network = ${at.network}
      join piece p on p.force_id = d.force_id and p.delivery_id = d.id
    where p.external_id is not null`.execute(tx)
  return rows
}

/** Open conversations that these authors have at the very places where they speak now. */
async function spotsOf(
  tx: Tx,
  at: Place,
  messages: readonly Placing[],
  pieces: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const parents = [...new Set([...idsOf(messages, (m) => m.parent), ...pieces.keys()])]
  const authors = idsOf(messages, (m) => m.author)
  if (parents.length === 0) return new Map()
  const { rows } = await sql<{ parent: string; author: string; conversation_id: string }>`
    select m.parent, m.author_external_id as author, m.conversation_id
    from message m join conversation c on c.force_id = m.force_id and c.id = m.conversation_id and c.stage = 'open' and c.kind = 'public'
    where m.force_id = ${at.forceId} and m.network = ${at.network} and m.parent = any(${parents}::text[]) and m.author_external_id = any(${authors}::text[])
    order by m.conversation_id desc`.execute(tx)
  // The oldest comes last and stays.
  return new Map(rows.map((r) => [spotKey(r.author, r.parent, pieces.get(r.parent) ?? null), r.conversation_id]))
}

async function threadsOf(tx: Tx, at: Place, threads: readonly string[]): Promise<Map<string, string>> {
  if (threads.length === 0) return new Map()
  const { rows } = await sql<{ thread: string; id: string }>`
    select thread, id from conversation where force_id = ${at.forceId} and network = ${at.network} and account_id = ${at.accountId}
      and kind = 'direct' and thread = any(${[...threads]}::text[]) order by id desc`.execute(tx)
  return new Map(rows.map((r) => [r.thread, r.id]))
}

async function belowOf(tx: Tx, at: Place, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ named: string; conversation_id: string }>`
    select parent as named, conversation_id from message
      where force_id = ${at.forceId} and network = ${at.network} and kind <> 'direct' and parent = any(${[...ids]}::text[])
    union select root, conversation_id from message
      where force_id = ${at.forceId} and network = ${at.network} and kind <> 'direct' and root = any(${[...ids]}::text[])
    order by 1, 2`.execute(tx)
  const found = new Map<string, string[]>()
  for (const r of rows) found.set(r.named, [...(found.get(r.named) ?? []), r.conversation_id])
  return found
}

export type InReach = Conversation & { in_hand: boolean; first_said_at: Date }

/** Locks these conversations, in one order for everybody, and says which of them a person has had in hand. */
export async function lockConversations(tx: Tx, forceId: string, ids: readonly string[]): Promise<InReach[]> {
  if (ids.length === 0) return []
  await sql`select 1 from conversation where force_id = ${forceId} and id = any(${[...ids]}::text[]) order by id for update`.execute(
    tx,
  )
  const { rows } = await sql<InReach>`
    select c.*, coalesce((select min(m.said_at) from message m where m.force_id = c.force_id and m.conversation_id = c.id), c.opened_at) as first_said_at,
      (c.stage = 'closed' or c.holder_id is not null or c.first_look_at is not null or c.category_by is not null or c.draft_post_id is not null
        or c.incident_at is not null or c.surge_id is not null
        or exists (select 1 from conversation_act a where a.force_id = c.force_id and a.conversation_id = c.id and a.by_id is not null)
        or exists (select 1 from answer a where a.force_id = c.force_id and a.conversation_id = c.id)
        or exists (select 1 from outcome o where o.force_id = c.force_id and o.conversation_id = c.id)
        or exists (select 1 from moderation m where m.force_id = c.force_id and m.conversation_id = c.id)
        or exists (select 1 from surge_member s where s.force_id = c.force_id and s.conversation_id = c.id)) as in_hand
    from conversation c where c.force_id = ${forceId} and c.id = any(${[...ids]}::text[])`.execute(tx)
  return rows
}
