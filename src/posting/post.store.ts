import type { Selectable } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { Tx } from '../foundation/database.ts'
import { newId } from '../foundation/identity.ts'
import type { Tables } from '../foundation/tables.ts'
import type { CheckResult } from '../rulebook/finding.ts'
import type { Answering } from './answering.ts'
import type { Sheet } from './approval/sheet.ts'
import { type Content, content as contentSchema } from './content.ts'

export type PostRow = Selectable<Tables['post']>
export type DecisionRow = Selectable<Tables['decision']>

/** What is stored, as the schema reads it; it was written by the same schema. */
export const contentOf = (row: { content: unknown }): Content => contentSchema.parse(row.content)

/** Locks one post for the rest of the transaction. */
export const lockPost = (tx: Tx, forceId: string, id: string): Promise<PostRow | undefined> =>
  tx.selectFrom('post').selectAll().where('force_id', '=', forceId).where('id', '=', id).forUpdate().executeTakeFirst()

/** Every word that people will search for. */
const wordsOf = (c: Content): string => [...c.pieces, ...Object.values(c.variants).flat()].join('\n').trim()

const speakerOf = (c: Content, authorId: string): string | null => (c.speaksForId === authorId ? null : c.speaksForId)

/** What a post answers, and what the desk knows of where that stands: `restricted`, only some may read it; `batchId`, it answers many at once. */
type Answers = { to: Answering; conversationId: string; restricted: boolean; batchId: string | null }

export async function insertPost(
  c: Commanding,
  authorId: string,
  content: Content,
  corrects: { id: string; reason: string } | null,
  answers: Answers | null = null,
): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('post')
    .values({
      force_id: c.actor.forceId,
      id,
      author_id: authorId,
      stage: 'draft',
      stage_since: c.now,
      version: 1,
      digest: '',
      content: JSON.stringify(content),
      created_at: c.now,
      changed_at: c.now,
      changed_by: authorId,
      writers: [authorId],
      words: wordsOf(content),
      speaker_id: speakerOf(content, authorId),
      corrects_post_id: corrects?.id ?? null,
      corrects_reason: corrects?.reason ?? '',
      answering: answers && JSON.stringify(answers.to),
      conversation_id: answers?.conversationId ?? null,
      restricted: answers?.restricted ?? false,
      batch_id: answers?.batchId ?? null,
      // The automatic line is nobody's to go on with.
      reserved_for: answers && !answers.to.automatic ? authorId : null,
    })
    .execute()
  return id
}

export type PostChange = Partial<Pick<PostRow, 'stage' | 'path' | 'version' | 'digest' | 'due_at' | 'writers'>> & {
  content?: Content
  by?: string
}

/** Changes a locked post; a new stage begins now, and new words count as one more save. */
export async function updatePost(c: Commanding, post: PostRow, change: PostChange): Promise<void> {
  const { content, by, ...columns } = change
  const words = content
    ? {
        content: JSON.stringify(content),
        words: wordsOf(content),
        speaker_id: speakerOf(content, post.author_id),
        edit: post.edit + 1,
        changed_by: by ?? post.changed_by,
      }
    : {}
  const stage = change.stage && change.stage !== post.stage ? { stage_since: c.now } : {}
  // Back in hand: whoever has the conversation by now has the words too, and signs them.
  const holder = columns.stage === 'draft' || columns.stage === 'sentBack' ? post.reserved_for : null
  const given =
    holder !== null && holder !== post.author_id
      ? { author_id: holder, writers: [...new Set([...(columns.writers ?? post.writers), holder])] }
      : {}
  await c.tx
    .updateTable('post')
    .set({ ...columns, ...words, ...stage, ...given, changed_at: c.now })
    .where('force_id', '=', post.force_id)
    .where('id', '=', post.id)
    .execute()
}

export const sawMeanwhile = (c: Commanding, post: PostRow, n: number) =>
  c.tx
    .updateTable('post')
    .set({ meanwhile_seen: n })
    .where('force_id', '=', post.force_id)
    .where('id', '=', post.id)
    .execute()

/** Keeps a version as it is put before somebody. A version that is frozen already stays as it is. */
export async function freezeVersion(
  c: Commanding,
  postId: string,
  v: { version: number; digest: string; content: Content; sheet: Sheet; by: string },
): Promise<void> {
  await c.tx
    .insertInto('post_version')
    .values({
      force_id: c.actor.forceId,
      post_id: postId,
      version: v.version,
      digest: v.digest,
      content: JSON.stringify(v.content),
      sheet: JSON.stringify(v.sheet),
      by_id: v.by,
      at: c.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type NewDecision = Pick<DecisionRow, 'kind'> & { finding?: string; role?: string; reason?: string }

/** Writes down what a named person decided about the version and digest that stand there. */
export async function insertDecision(
  c: Commanding,
  post: Pick<PostRow, 'id' | 'version' | 'digest'>,
  personId: string,
  d: NewDecision,
): Promise<void> {
  await c.tx
    .insertInto('decision')
    .values({
      force_id: c.actor.forceId,
      id: newId(c.now),
      post_id: post.id,
      version: post.version,
      digest: post.digest,
      kind: d.kind,
      finding: d.finding ?? null,
      role: d.role ?? null,
      person_id: personId,
      reason: d.reason ?? '',
      at: c.now,
    })
    .execute()
}

/** Keeps what the rules said about exactly these words, also when they found nothing. */
export async function insertCheck(c: Commanding, postId: string, digest: string, result: CheckResult): Promise<void> {
  await c.tx
    .insertInto('check_result')
    .values({
      force_id: c.actor.forceId,
      id: newId(c.now),
      subject: `post:${postId}`,
      digest,
      rulebook_version: result.rulebookVersion,
      outcome: result.outcome,
      result: JSON.stringify(result),
      at: c.now,
    })
    .execute()
}

export async function insertAfterlook(
  c: Commanding,
  postId: string,
  why: 'lowRisk' | 'emergency',
  dueAt: Date,
): Promise<void> {
  await c.tx
    .insertInto('afterlook')
    .values({ force_id: c.actor.forceId, post_id: postId, why, due_at: dueAt })
    .onConflict((conflict) =>
      conflict
        .columns(['force_id', 'post_id'])
        .doUpdateSet({ why, due_at: dueAt, done_at: null, done_by: null, verdict: null, words: '' }),
    )
    .execute()
}

/** Nothing of it went out, so there is nothing to look at. */
export async function dropAfterlook(c: Commanding, postId: string): Promise<void> {
  await c.tx
    .deleteFrom('afterlook')
    .where('force_id', '=', c.actor.forceId)
    .where('post_id', '=', postId)
    .where('done_at', 'is', null)
    .execute()
}

export async function settleAfterlook(
  c: Commanding,
  postId: string,
  by: string,
  verdict: 'inOrder' | 'learn' | 'withdraw',
  words: string,
): Promise<void> {
  await c.tx
    .updateTable('afterlook')
    .set({ done_at: c.now, done_by: by, verdict, words })
    .where('force_id', '=', c.actor.forceId)
    .where('post_id', '=', postId)
    .execute()
}
