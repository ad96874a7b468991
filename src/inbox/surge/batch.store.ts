import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Actor } from '../../foundation/world.ts'
import { lockPost, updatePost } from '../../posting/post.store.ts'
import { afterMove } from '../../posting/post.ts'
import { endAnswer } from '../answering/answer.store.ts'
import { type ConversationRow, giveTo, noteAct } from '../conversation.store.ts'
import type { LeftWhy } from './batch.ts'

export type BatchRow = Selectable<Tables['surge_batch']>

export const lockBatch = (tx: Tx, forceId: string, id: string): Promise<BatchRow | undefined> =>
  tx
    .selectFrom('surge_batch')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const batchById = (db: Db, forceId: string, id: string): Promise<BatchRow | undefined> =>
  db.selectFrom('surge_batch').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

export async function insertBatch(
  c: Commanding,
  b: { surgeId: string; groupId: string; words: string; how: BatchRow['how'] },
): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('surge_batch')
    .values({
      force_id: c.actor.forceId,
      id,
      surge_id: b.surgeId,
      group_id: b.groupId,
      words: b.words,
      how: b.how,
      stage: 'taking',
      by_id: c.actor.personId ?? '',
      at: c.now,
    })
    .execute()
  return id
}

export const setStage = (c: Commanding, id: string, stage: BatchRow['stage']) =>
  c.tx.updateTable('surge_batch').set({ stage }).where('force_id', '=', c.actor.forceId).where('id', '=', id).execute()

/** Members of the group that this batch has neither taken nor left out, locked in the order in which everybody locks. */
export async function untaken(c: Commanding, batch: BatchRow, most: number): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.* from conversation c
      join surge_member m on m.force_id = c.force_id and m.conversation_id = c.id and m.group_id = ${batch.group_id}
    where c.force_id = ${batch.force_id}
      and not exists (select 1 from answer a
        where a.force_id = c.force_id and a.conversation_id = c.id and a.batch_id = ${batch.id})
      and not exists (select 1 from surge_batch_left l
        where l.force_id = c.force_id and l.conversation_id = c.id and l.batch_id = ${batch.id})
    order by c.id limit ${most} for update of c`.execute(c.tx)
  return rows
}

export const takenBy = async (db: Db, batch: BatchRow): Promise<number> => {
  const row = await db
    .selectFrom('answer')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('force_id', '=', batch.force_id)
    .where('batch_id', '=', batch.id)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type LeftOut = { conversation: string; why: LeftWhy; words?: string }

export async function leaveOut(c: Commanding, batchId: string, all: readonly LeftOut[]): Promise<void> {
  if (all.length === 0) return
  await c.tx
    .insertInto('surge_batch_left')
    .values(
      all.map((l) => ({
        force_id: c.actor.forceId,
        batch_id: batchId,
        conversation_id: l.conversation,
        why: l.why,
        words: l.words ?? '',
        at: c.now,
      })),
    )
    .onConflict((o) =>
      o
        .columns(['force_id', 'batch_id', 'conversation_id'])
        .doUpdateSet((e) => ({ why: e.ref('excluded.why'), words: e.ref('excluded.words'), at: e.ref('excluded.at') })),
    )
    .execute()
}

export type InBatch = {
  postId: string
  conversationId: string
  stage: Tables['post']['stage']
  edit: number
  version: number
  digest: string
  /** How much had come to it when this was read; `guardLot` looks at what was said. */
  came: number
}

/** Answers of a batch whose post stands at one of these stages and that were not left out, the first begun first. */
export async function answersAt(
  db: Db,
  batch: BatchRow,
  stages: readonly InBatch['stage'][],
  most: number,
): Promise<InBatch[]> {
  const { rows } = await sql<InBatch>`
    select a.post_id as "postId", a.conversation_id as "conversationId", p.stage, p.edit, p.version, p.digest,
      jsonb_array_length(p.meanwhile) as came
    from answer a join post p on p.force_id = a.force_id and p.id = a.post_id
    where a.force_id = ${batch.force_id} and a.batch_id = ${batch.id} and a.given_up_at is null
      and p.stage = any(${[...stages]}::text[])
      and not exists (select 1 from surge_batch_left l
        where l.force_id = a.force_id and l.batch_id = a.batch_id and l.conversation_id = a.conversation_id)
    order by a.post_id limit ${most}`.execute(db)
  return rows
}

/** Puts an answer that is not out away, and its conversation back to where anybody can take it. */
export async function putBack(c: Commanding, row: ConversationRow, postId: string): Promise<boolean> {
  const post = await lockPost(c.tx, row.force_id, postId)
  const stage = post && afterMove(post.stage, 'discard')
  if (!post || !stage) return false
  await updatePost(c, post, { stage })
  c.record('post.discarded', `post:${post.id}`, { from: post.stage })
  await endAnswer(c, { conversationId: row.id, postId, sentAt: null })
  await noteAct(c, row.id, 'answerGivenUp', { data: { post: postId } })
  const mine = row.draft_post_id === postId ? { draft_post_id: null } : {}
  await giveTo(c, { ...row, ...mine }, null, null, mine)
  return true
}

/** The person as they are now: a batch goes on in the name of who asked for it, with the roles they have today. Null: they have left. */
export async function actorOf(db: Db, forceId: string, personId: string): Promise<Actor | null> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'roles'])
    .where('force_id', '=', forceId)
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return person ? { forceId, personId: person.id, roles: person.roles } : null
}

const leaseMs = 60_000

/** Takes a batch for this process for a minute; false: another has it. */
export async function claimBatch(db: Db, batch: BatchRow, token: string, now: Date): Promise<boolean> {
  const rows = await db
    .updateTable('surge_batch')
    .set({ lease_token: token, lease_until: new Date(now.getTime() + leaseMs) })
    .where('force_id', '=', batch.force_id)
    .where('id', '=', batch.id)
    .where('stage', 'in', ['taking', 'sending'])
    .where((e) => e.or([e('lease_until', 'is', null), e('lease_until', '<=', now), e('lease_token', '=', token)]))
    .returning('id')
    .execute()
  return rows.length > 0
}

export const releaseBatch = (db: Db, batch: BatchRow, token: string) =>
  db
    .updateTable('surge_batch')
    .set({ lease_token: null, lease_until: null })
    .where('force_id', '=', batch.force_id)
    .where('id', '=', batch.id)
    .where('lease_token', '=', token)
    .execute()
