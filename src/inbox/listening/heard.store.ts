import { type Insertable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Tables } from '../../foundation/tables.ts'
import { restrictAnswers } from '../../posting/answering.store.ts'
import { isRestricted } from '../conversation.ts'
import { suggestionOf } from '../suggestion.ts'
import type { Standing } from './growth.ts'
import type { Conversation, Place } from './surroundings.queries.ts'

export const standingOf = (row: Conversation): Standing => ({
  stage: row.stage,
  stageSince: row.stage_since,
  category: row.category,
  decided: row.category_by !== null,
  suggestion: suggestionOf(row),
  rank: row.rank,
  language: row.language,
  messages: row.messages,
  openedAt: row.opened_at,
  reopenedAt: row.reopened_at,
  lastSaidAt: row.last_said_at,
  lastFrom: row.last_from,
  waitingSince: row.waiting_since,
  aimsFrom: row.aims_from,
  dangerAt: row.danger_at,
  dangerLastAt: row.danger_last_at,
})

/** The columns that a standing fills. */
export const columnsOf = (s: Standing) => ({
  stage: s.stage,
  stage_since: s.stageSince,
  category: s.category,
  suggestion: JSON.stringify(s.suggestion),
  rank: s.rank,
  language: s.language,
  messages: s.messages,
  opened_at: s.openedAt,
  reopened_at: s.reopenedAt,
  last_said_at: s.lastSaidAt,
  last_from: s.lastFrom,
  waiting_since: s.waitingSince,
  aims_from: s.aimsFrom,
  danger_at: s.dangerAt,
  danger_last_at: s.dangerLastAt,
})

/** One keeping at a time for each network of a force: what arrives on two accounts at once must see each other. Ends with the transaction. */
export async function oneAtATime(c: Commanding, at: Place): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`heard:${at.forceId}:${at.network}`}, 0))`.execute(c.tx)
}

const most = 500
const lots = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most))

export async function insertConversations(c: Commanding, rows: Insertable<Tables['conversation']>[]): Promise<void> {
  for (const lot of lots(rows)) await c.tx.insertInto('conversation').values(lot).execute()
}

/** Throws when one of them is here already: the caller has looked, and keeps all or nothing. */
export async function insertMessages(c: Commanding, rows: Insertable<Tables['message']>[]): Promise<void> {
  let kept = 0
  for (const lot of lots(rows)) {
    const made = await c.tx
      .insertInto('message')
      .values(lot)
      .onConflict((o) => o.columns(['force_id', 'network', 'external_id']).doNothing())
      .returning('id')
      .execute()
    kept += made.length
  }
  if (kept !== rows.length)
    throw new Error('A message was kept by somebody else meanwhile; the same will be heard again.')
}

/** What may change in a conversation by listening; one statement for all of them. */
export type ConversationChange = ReturnType<typeof columnsOf> &
  Pick<
    Conversation,
    | 'id'
    | 'due_at'
    | 'offered_to_id'
    | 'offered_until'
    | 'author_external_id'
    | 'author_handle'
    | 'author_name'
    | 'opening'
    | 'about_post_id'
  > & {
    /** Opened again: nothing done before counts any more. */
    anew: boolean
  }

export async function changeConversations(c: Commanding, changes: readonly ConversationChange[]): Promise<void> {
  for (const lot of lots(changes)) {
    await sql`
      update conversation c set stage = n.stage, stage_since = n.stage_since, category = n.category, suggestion = n.suggestion::jsonb, rank = n.rank,
        language = n.language, messages = n.messages, opened_at = n.opened_at, last_said_at = n.last_said_at, last_from = n.last_from,
        waiting_since = n.waiting_since, due_at = n.due_at, offered_to_id = n.offered_to_id, offered_until = n.offered_until,
        author_external_id = n.author_external_id, author_handle = n.author_handle, author_name = n.author_name, opening = n.opening,
        about_post_id = n.about_post_id, reopened_at = n.reopened_at, aims_from = n.aims_from, danger_at = n.danger_at,
        danger_last_at = n.danger_last_at, version = c.version + 1,
        first_look_at = case when n.anew then null else c.first_look_at end, looked_at = case when n.anew then null else c.looked_at end,
        first_reply_at = case when n.anew then null else c.first_reply_at end, holder_id = case when n.anew then null else c.holder_id end,
        held_since = case when n.anew then null else c.held_since end, held_until = case when n.anew then null else c.held_until end
      from json_to_recordset(${JSON.stringify(lot)}::json) as n(id text, stage text, stage_since timestamptz, category text, suggestion text, rank int,
        language text, messages int, opened_at timestamptz, last_said_at timestamptz, last_from text, waiting_since timestamptz, due_at timestamptz,
        offered_to_id text, offered_until timestamptz, author_external_id text, author_handle text, author_name text, opening text, about_post_id text,
        reopened_at timestamptz, aims_from timestamptz, danger_at timestamptz,
        danger_last_at timestamptz, anew boolean)
      where c.force_id = ${c.actor.forceId} and c.id = n.id`.execute(c.tx)
  }
  await restrictAnswers(
    c,
    changes.map(({ id, category }) => ({ id, restricted: isRestricted(category) })),
  )
}

/** Moves everything of these into others, and takes the empty ones away. Nobody has had them in hand. */
export async function joinConversations(c: Commanding, joined: ReadonlyMap<string, string>): Promise<void> {
  if (joined.size === 0) return
  const pairs = JSON.stringify([...joined].map(([from, into]) => ({ from, into })))
  const to = sql`json_to_recordset(${pairs}::json) as j("from" text, "into" text)`
  for (const table of ['message', 'conversation_act'])
    await sql`update ${sql.table(table)} t set conversation_id = j."into" from ${to}
      where t.force_id = ${c.actor.forceId} and t.conversation_id = j."from"`.execute(c.tx)
  await c.tx
    .deleteFrom('conversation')
    .where('force_id', '=', c.actor.forceId)
    .where('id', 'in', [...joined.keys()])
    .execute()
}

export async function insertActs(c: Commanding, rows: Insertable<Tables['conversation_act']>[]): Promise<void> {
  for (const lot of lots(rows)) await c.tx.insertInto('conversation_act').values(lot).execute()
}

/** What is opened again is looked at again, on its network. */
export async function lookAtAgain(c: Commanding, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await c.tx
    .updateTable('message')
    .set({ look_at: c.now })
    .where('force_id', '=', c.actor.forceId)
    .where('conversation_id', 'in', [...conversationIds])
    .where('look_at', 'is', null)
    .execute()
}
