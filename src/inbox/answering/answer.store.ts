import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db, Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Proof } from '../../networks/ending.ts'
import { keepUnansweredRisk } from '../../register/register.store.ts'
import { takenDown } from '../conversation.store.ts'
import { shownName } from '../queue-rows.queries.ts'
import type { AnsweredMessage } from './answer.ts'

type MessageRow = Selectable<Tables['message']>

/** The message that is answered: the one named, or the last that is still there. */
export const messageOf = (
  tx: Tx,
  forceId: string,
  conversationId: string,
  messageId: string | null,
): Promise<MessageRow | undefined> => {
  const of = tx
    .selectFrom('message')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('conversation_id', '=', conversationId)
  return (
    messageId
      ? of.where('id', '=', messageId)
      : of.where('state', '<>', 'gone').orderBy('said_at', 'desc').orderBy('id', 'desc').limit(1)
  ).executeTakeFirst()
}

export const answered = (row: MessageRow, thread: string): AnsweredMessage => ({
  accountId: row.account_id,
  externalId: row.external_id,
  author: shownName(row),
  text: row.text,
  kind: row.kind,
  proof: row.proof as Proof,
  rootProof: row.root_proof as Proof | null,
  thread,
})

export const insertAnswer = (
  c: Commanding,
  a: {
    postId: string
    conversationId: string
    messageId: string
    by: string
    batchId: string | null
    automatic?: boolean
  },
) =>
  c.tx
    .insertInto('answer')
    .values({
      force_id: c.actor.forceId,
      post_id: a.postId,
      conversation_id: a.conversationId,
      message_id: a.messageId,
      by_id: a.by,
      at: c.now,
      batch_id: a.batchId,
      automatic: a.automatic ?? false,
    })
    .execute()

/** An answer whose end is known but not yet written down: out on the network, or never going out. */
export type Ended = { conversationId: string; postId: string; sentAt: Date | null }

/** Answers that have ended since, of one force, the oldest first. Nothing is locked. */
export async function endedAnswers(db: Db, forceId: string, most: number): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    select a.conversation_id as "conversationId", a.post_id as "postId",
      (select max(d.sent_at) from delivery d where d.force_id = a.force_id and d.post_id = a.post_id and d.state = 'sent') as "sentAt"
    from answer a join post p on p.force_id = a.force_id and p.id = a.post_id
    where a.force_id = ${forceId} and not a.automatic and a.sent_at is null and a.given_up_at is null and (p.stage = 'discarded'
      or exists (select 1 from delivery d where d.force_id = a.force_id and d.post_id = a.post_id and d.state = 'sent')
      or (p.stage = 'released' and not exists (select 1 from delivery d
        where d.force_id = a.force_id and d.post_id = a.post_id and d.state <> 'withdrawn')))
    order by a.at limit ${most}`.execute(db)
  return rows
}

/** Who refused an answer for good, and why; undefined: nobody did. */
export const refusalOf = (db: Db, forceId: string, postId: string) =>
  db
    .selectFrom('decision')
    .select(['person_id as personId', 'reason'])
    .where('force_id', '=', forceId)
    .where('post_id', '=', postId)
    .where('kind', '=', 'refuse')
    .executeTakeFirst()

/** It is open, or was closed as answered the last time that it was closed. */
const openOrAnswered = sql<boolean>`(c.stage = 'open' or (select o.kind from outcome o
  where o.force_id = c.force_id and o.conversation_id = c.id order by o.at desc, o.id desc limit 1) = 'answered')`

/** Asked again once it is locked: it may have been closed otherwise meanwhile. */
export async function mayWaitAgain(tx: Tx, forceId: string, id: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from conversation c where c.force_id = ${forceId} and c.id = ${id} and ${openOrAnswered}`.execute(
      tx,
    )
  return rows.length > 0
}

/**
 * Conversations that wait again, because our answer was taken down lately and nothing of ours stands after what they said: open ones, and
 * those that were closed as answered.
 */
export async function waitingAgain(db: Db, forceId: string, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.id from delivery g
      join answer w on w.force_id = g.force_id and w.post_id = g.post_id and not w.automatic and w.sent_at is not null
      join conversation c on c.force_id = w.force_id and c.id = w.conversation_id and c.waiting_since is null
        and ${openOrAnswered}
    where g.force_id = ${forceId} and g.state = 'withdrawn' and g.state_since > ${since} and g.removal = 'gone'
      and exists (select 1 from message m where m.force_id = c.force_id and m.conversation_id = c.id
        and m.said_at >= coalesce(c.reopened_at, c.opened_at) and m.said_at > coalesce((select max(a.sent_at) from answer a
          where a.force_id = c.force_id and a.conversation_id = c.id and not a.automatic and not ${takenDown('a')}), '-infinity'))`.execute(
    db,
  )
  return rows.map((r) => r.id)
}

/** Automatic lines of this force that have not left yet, and where they are to go. */
export async function unsentLines(db: Db, forceId: string): Promise<{ postId: string; accountId: string }[]> {
  const { rows } = await sql<{ postId: string; accountId: string }>`
    select a.post_id as "postId", d.account_id as "accountId" from delivery d
      join answer a on a.force_id = d.force_id and a.post_id = d.post_id and a.automatic
    where d.force_id = ${forceId} and d.state in ('waiting', 'held') order by a.post_id limit 500`.execute(db)
  return rows
}

/** When the first of our answers that still stands went out; null: none does. */
export async function firstStanding(
  tx: Tx,
  forceId: string,
  conversationId: string,
  since: Date,
): Promise<Date | null> {
  const row = await tx
    .selectFrom('answer')
    .select((e) => e.fn.min('sent_at').as('at'))
    .where('force_id', '=', forceId)
    .where('conversation_id', '=', conversationId)
    .where('automatic', '=', false)
    .where('sent_at', '>=', since)
    .where(sql<boolean>`not ${takenDown('answer')}`)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Writes down how an answer ended, once. False: somebody else has done so. */
export async function endAnswer(c: Commanding, ended: Ended): Promise<boolean> {
  const change = ended.sentAt ? { sent_at: ended.sentAt } : { given_up_at: c.now }
  const rows = await c.tx
    .updateTable('answer')
    .set(change)
    .where('force_id', '=', c.actor.forceId)
    .where('post_id', '=', ended.postId)
    .where('conversation_id', '=', ended.conversationId)
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .returning('post_id')
    .execute()
  return rows.length > 0
}

/** Keeps, for the rules, how many messages on each account mention a risk and wait for us. */
export async function countRisk(db: Db, forceId: string): Promise<void> {
  const rows = await db
    .selectFrom('conversation')
    .select('account_id as id')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('force_id', '=', forceId)
    .where('stage', '=', 'open')
    .where('rank', '=', 0)
    .where('waiting_since', 'is not', null)
    .groupBy('account_id')
    .execute()
  await keepUnansweredRisk(db, forceId, rows)
}
