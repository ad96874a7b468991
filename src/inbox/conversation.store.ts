import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { Json } from '../foundation/canonical.ts'
import type { Db, Tx } from '../foundation/database.ts'
import { newId } from '../foundation/identity.ts'
import type { Tables } from '../foundation/tables.ts'
import { reservePost, restrictAnswers } from '../posting/answering.store.ts'
import { nextDue } from './clock.ts'
import { isRestricted, type OutcomeKind } from './conversation.ts'
import { aroundOf, clockFactsOf, dueOf } from './desk.queries.ts'

export type ConversationRow = Selectable<Tables['conversation']>
export type ActKind = Tables['conversation_act']['kind']

/** Locks one conversation for the rest of the transaction. */
export const lockConversation = (tx: Tx, forceId: string, id: string): Promise<ConversationRow | undefined> =>
  tx
    .selectFrom('conversation')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type ConversationChange = Partial<Omit<ConversationRow, 'force_id' | 'id' | 'version' | 'due_at' | 'suggestion'>>

/**
 * Changes a locked conversation and gives it as it stands then, with the time of its next clock. `read: true`: somebody who is about to answer has
 * to read it first, so the version rises; who looks at it or has it changes nothing that was said or decided.
 */
export async function changeConversation(
  c: Commanding,
  row: ConversationRow,
  change: ConversationChange,
  read: boolean,
): Promise<ConversationRow> {
  const after = { ...row, ...change, version: row.version + (read ? 1 : 0) }
  const due_at = await dueOf(c.tx, row.force_id, after, c.now)
  await c.tx
    .updateTable('conversation')
    .set({ ...change, version: after.version, due_at })
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()
  if (after.category !== row.category)
    await restrictAnswers(c, [{ id: row.id, restricted: isRestricted(after.category) }])
  return { ...after, due_at }
}

/**
 * Every open conversation is due by the aims as they are now, locked in the order in which everybody locks. Only what differs is written; nobody
 * has to read anything anew.
 */
export async function dueAnew(c: Commanding): Promise<void> {
  const { forceId } = c.actor
  const rows = await c.tx
    .selectFrom('conversation')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('stage', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute()
  const around = await aroundOf(
    c.tx,
    forceId,
    rows.map((r) => r.account_id),
  )
  const moved = rows.flatMap((row) => {
    const due_at = nextDue(clockFactsOf(row, around), c.now)
    return due_at?.getTime() === row.due_at?.getTime() ? [] : [{ id: row.id, due_at }]
  })
  if (moved.length === 0) return
  await sql`update conversation c set due_at = n.due_at from json_to_recordset(${JSON.stringify(moved)}::json) as n(id text, due_at timestamptz)
    where c.force_id = ${forceId} and c.id = n.id`.execute(c.tx)
}

/** Writes down what was done, for people in `words`, and as a fact without any words. */
export async function noteAct(
  c: Commanding,
  conversationId: string,
  kind: ActKind,
  more: { words?: string; data?: Readonly<Record<string, Json>> } = {},
): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('conversation_act')
    .values({
      force_id: c.actor.forceId,
      id,
      conversation_id: conversationId,
      kind,
      by_id: c.actor.personId,
      at: c.now,
      words: more.words ?? '',
      data: JSON.stringify(more.data ?? {}),
    })
    .execute()
  c.record(`conversation.${kind}`, `conversation:${conversationId}`, more.data ?? {})
  return id
}

const noHolder = { holder_id: null, held_since: null, held_until: null }

/** Gives a conversation to one person from now on, or to nobody; the answer in hand goes with it, in the same transaction. */
export async function giveTo(
  c: Commanding,
  row: ConversationRow,
  personId: string | null,
  until: Date | null,
  more: ConversationChange = {},
): Promise<ConversationRow> {
  const holding =
    personId === null
      ? noHolder
      : { holder_id: personId, held_since: c.now, held_until: until, offered_to_id: null, offered_until: null }
  if (row.draft_post_id !== null && row.holder_id !== personId) await reservePost(c, row.draft_post_id, personId)
  return changeConversation(c, row, { ...holding, ...more }, false)
}

/** A sign of life of who has it: nothing else changes, and nothing is recorded. */
export const keepHolding = (c: Commanding, row: ConversationRow, until: Date) =>
  c.tx
    .updateTable('conversation')
    .set({ held_until: until })
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()

export type NewOutcome = { kind: OutcomeKind; reference: string; team: string; reason: string }

export async function insertOutcome(c: Commanding, row: ConversationRow, me: string, o: NewOutcome): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('outcome')
    .values({
      ...o,
      force_id: row.force_id,
      id,
      conversation_id: row.id,
      category: row.category,
      by_id: me,
      at: c.now,
    })
    .execute()
  return id
}

/** It was out and is gone from the network again: whoever asked has no answer. */
export const takenDown = (answer: 'answer' | 'a') => sql<boolean>`exists (select 1 from delivery d
  where d.force_id = ${sql.ref(`${answer}.force_id`)} and d.post_id = ${sql.ref(`${answer}.post_id`)} and d.removal = 'gone')`

/** Whether an answer of ours was seen to be out since then, and still is. */
export const wasAnswered = async (db: Db, row: ConversationRow, since: Date): Promise<boolean> =>
  (await db
    .selectFrom('answer')
    .select('post_id')
    .where('force_id', '=', row.force_id)
    .where('conversation_id', '=', row.id)
    .where('sent_at', '>=', since)
    .where('automatic', '=', false)
    .where(sql<boolean>`not ${takenDown('answer')}`)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Whether something here was moderated since then, and it stands. */
export const wasModerated = async (db: Db, row: ConversationRow, since: Date): Promise<boolean> =>
  (await db
    .selectFrom('moderation')
    .select('id')
    .where('force_id', '=', row.force_id)
    .where('conversation_id', '=', row.id)
    .where('at', '>=', since)
    .where('state', 'in', ['asked', 'doing', 'done'])
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The first words of the public after our last answer that stands; null when none wait. */
export async function waitsSince(db: Db, row: ConversationRow): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(m.said_at) as at from message m
    where m.force_id = ${row.force_id} and m.conversation_id = ${row.id} and m.said_at >= ${row.reopened_at ?? row.opened_at}
      and m.said_at > coalesce((select max(a.sent_at) from answer a
        where a.force_id = m.force_id and a.conversation_id = m.conversation_id and not a.automatic and not ${takenDown('a')}), '-infinity')`.execute(
    db,
  )
  return rows[0]?.at ?? null
}

/** Conversations of this force whose holder gave no sign of life in time, or whose offer ran out; locked, and never waited for. */
export const lapsed = (c: Commanding, most: number): Promise<ConversationRow[]> =>
  c.tx
    .selectFrom('conversation')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('stage', '=', 'open')
    .where((e) =>
      e.or([
        e.and([e('holder_id', 'is not', null), e('held_until', '<=', c.now)]),
        e.and([e('offered_to_id', 'is not', null), e('offered_until', '<=', c.now)]),
      ]),
    )
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
