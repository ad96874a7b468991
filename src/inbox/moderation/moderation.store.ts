import { type Selectable, sql, type Updateable } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Act, ModerationState } from './moderation.ts'

export type Moderation = Selectable<Tables['moderation']>
type Change = Omit<Updateable<Tables['moderation']>, 'force_id' | 'id'>

/** States in which the network is still to be asked. */
export const working = ['asked', 'doing', 'lifting'] as const

/** What was there, as it was heard. */
export type Copy = {
  externalId: string
  authorExternalId: string
  authorHandle: string
  authorName: string
  network: string
  root: string | null
  text: string
  language: string
  url: string | null
  saidAt: string
  pictures: number
  state: string
}

export const copyOf = (m: Pick<Moderation, 'copy'>): Copy => m.copy as Copy

export const messageIn = (db: Db, forceId: string, conversationId: string, messageId: string) =>
  db
    .selectFrom('message')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', messageId)
    .executeTakeFirst()

/** Holds the conversation to the end of the transaction, so that two people do not moderate it twice. */
export const lockConversation = (tx: Tx, forceId: string, id: string) =>
  tx
    .selectFrom('conversation')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type Twin = { forceId: string; accountId: string; messageId: string; author: string; act: Act }

/**
 * The same act that stands already: on this message, or, for mute and block, on its author at this account. Whoever asks has the act for
 * themselves to the end of the transaction, so that two who decide at once see each other.
 */
export async function standingTwin(tx: Tx, of: Twin): Promise<string | null> {
  const byAuthor = of.act === 'mute' || of.act === 'block'
  const about = JSON.stringify([of.forceId, of.act, byAuthor ? [of.accountId, of.author] : of.messageId])
  await sql`select pg_advisory_xact_lock(hashtextextended(${`moderate:${about}`}, 0))`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select id from moderation
    where force_id = ${of.forceId} and act = ${of.act} and state not in ('refused', 'lifted')
      and ${byAuthor ? sql`account_id = ${of.accountId} and copy->>'authorExternalId' = ${of.author}` : sql`message_id = ${of.messageId}`}
    limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

export const insertModeration = (tx: Tx, row: NewModeration) => tx.insertInto('moderation').values(row).execute()

export type NewModeration = {
  force_id: string
  id: string
  conversation_id: string
  message_id: string
  account_id: string
  act: Act
  standard_code: string
  words: string
  copy: string
  by_id: string
  at: Date
  state: ModerationState
  state_since: Date
  next_at: Date
  expires_at: Date | null
  review_at: Date | null
}

export const lockModeration = (tx: Tx, forceId: string, id: string): Promise<Moderation | undefined> =>
  tx
    .selectFrom('moderation')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const change = (tx: Tx, m: Pick<Moderation, 'force_id' | 'id'>, to: Change) =>
  tx.updateTable('moderation').set(to).where('force_id', '=', m.force_id).where('id', '=', m.id).execute()

/** Shows or no longer shows a message as hidden, as the network was seen to have it. */
export const markHidden = (tx: Tx, m: Moderation, at: Date | null) =>
  tx
    .updateTable('message')
    .set({ hidden_at: at })
    .where('force_id', '=', m.force_id)
    .where('id', '=', m.message_id)
    .execute()

/** Takes what is due, oldest first, for the length of a lease. What another worker has is passed over. */
export async function claimDue(c: Commanding, token: string, leaseMs: number, most: number): Promise<Moderation[]> {
  const until = new Date(c.now.getTime() + leaseMs)
  return await c.tx
    .updateTable('moderation')
    .set({ lease_token: token, lease_until: until })
    .where('force_id', '=', c.actor.forceId)
    .where('id', 'in', (q) =>
      q
        .selectFrom('moderation')
        .select('id')
        .where('force_id', '=', c.actor.forceId)
        .where('state', 'in', [...working])
        .where('next_at', '<=', c.now)
        .where((e) => e.or([e('lease_until', 'is', null), e('lease_until', '<=', c.now)]))
        .orderBy('next_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
}

/** The row as it is now, held, if it is still ours. */
export async function lockLeased(c: Commanding, m: Moderation): Promise<Moderation | null> {
  const row = await lockModeration(c.tx, m.force_id, m.id)
  return row && row.lease_token === m.lease_token ? row : null
}

/** Commits that a try begins; it stands open until its ending is known, which is how a dead worker is known for what it was. */
export async function beginAttempt(c: Commanding, m: Moderation, undo: boolean, worker: string): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('moderation_attempt')
    .values({ force_id: m.force_id, id, moderation_id: m.id, undo, worker, started_at: c.now })
    .execute()
  return id
}

/** Ends one try, or every open one. Says how many were open. */
export async function endAttempts(
  c: Commanding,
  m: Pick<Moderation, 'force_id' | 'id'>,
  attempt: string | null,
  ending: string,
  words: string,
): Promise<number> {
  const open = c.tx
    .updateTable('moderation_attempt')
    .set({ ended_at: c.now, ending, words })
    .where('force_id', '=', m.force_id)
    .where('moderation_id', '=', m.id)
    .where('ended_at', 'is', null)
  const ended = await (attempt === null ? open : open.where('id', '=', attempt)).returning('id').execute()
  return ended.length
}

/** Mutes and blocks whose time is over, held. */
export const lockExpired = (c: Commanding, most: number): Promise<Moderation[]> =>
  c.tx
    .selectFrom('moderation')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('state', '=', 'done')
    .where('expires_at', '<=', c.now)
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
