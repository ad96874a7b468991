import { createHash } from 'node:crypto'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, type Refusal, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { approvePost, sendBackPost } from '../../posting/approval/approval.commands.ts'
import { type Sheet, sheet as sheetSchema } from '../../posting/approval/sheet.ts'
import { lockConversation } from '../conversation.store.ts'
import { close } from '../outcome.commands.ts'
import { guardLot } from './batch.commands.ts'
import { answersAt, type BatchRow, batchById, type InBatch, lockBatch, putBack, setStage } from './batch.store.ts'
import { lot, mostInBatch, sameWordsText } from './batch.ts'
import { surgeRefusals as no } from './surge.refusals.ts'

/** What the public reads of a sheet, as one sum: SHA-256, hexadecimal. */
export const sumOf = (sheet: Sheet): string => createHash('sha256').update(sameWordsText(sheet)).digest('hex')

/** The frozen sheets of these posts, as they wait. */
export async function sheetsOf(db: Db, forceId: string, answers: readonly InBatch[]): Promise<Map<string, Sheet>> {
  if (answers.length === 0) return new Map()
  const rows = await db
    .selectFrom('post_version as v')
    .innerJoin('post as p', (j) =>
      j.onRef('p.force_id', '=', 'v.force_id').onRef('p.id', '=', 'v.post_id').onRef('p.version', '=', 'v.version'),
    )
    .select(['v.post_id', 'v.sheet'])
    .where('v.force_id', '=', forceId)
    .where(
      'v.post_id',
      'in',
      answers.map((a) => a.postId),
    )
    .execute()
  return new Map(rows.map((r) => [r.post_id, sheetSchema.parse(r.sheet)]))
}

type Done = { done: number; changed: number; left: { words: string; n: number }[]; more: boolean }

/** The batch, and why this one may not decide about it. */
async function deciding(world: World, actor: Actor, id: string): Promise<Outcome<BatchRow>> {
  const batch = await batchById(world.db, actor.forceId, id)
  if (!batch) return refuse(no.noBatch)
  if (batch.by_id === actor.personId) return refuse(no.ownBatch)
  // Whether they may decide about each is asked again, post by post.
  const allowed = may(actor, 'approve', { authorId: batch.by_id, speaksForId: null })
  return allowed ? ok(batch) : refuse(no.mayNotApprove)
}

/** Those that wait with exactly the words that were read, and how many wait with others. */
async function withWords(world: World, batch: BatchRow, sum: string): Promise<{ same: InBatch[]; changed: number }> {
  const asked = await answersAt(world.db, batch, ['asked'], mostInBatch)
  const sheets = await sheetsOf(world.db, batch.force_id, asked)
  const same = asked.filter((a) => {
    const sheet = sheets.get(a.postId)
    return sheet !== undefined && sumOf(sheet) === sum
  })
  return { same, changed: asked.length - same.length }
}

/** Counts refusals by their words, so that a person reads each once. */
function tally(refusals: readonly Refusal[]): Done['left'] {
  const counted = Map.groupBy(refusals, (r) => r.words)
  return [...counted].map(([words, those]) => ({ words, n: those.length }))
}

const noteDecided = (world: World, actor: Actor, batch: BatchRow, kind: string, done: Done) =>
  command(world, actor, async (c) => {
    const { done: n, changed } = done
    c.record(kind, `surge:${batch.surge_id}`, { batch: batch.id, done: n, changed, refused: done.left.length })
    return ok(null)
  })

/**
 * One approval for the whole batch: approves those that wait with exactly the words that were read, each bound to its own digest by
 * `approvePost`; what has changed since is refused one by one and counted. At most 100 in a call; `more`: press again.
 */
export async function approveBatch(
  world: World,
  actor: Actor,
  input: { id: string; sum: string; reason: string },
): Promise<Outcome<Done>> {
  const may = await deciding(world, actor, input.id)
  if (!may.ok) return may
  const batch = may.value
  const { same, changed } = await withWords(world, batch, input.sum)
  if (same.length === 0) return refuse(no.wordsChanged, { changed })
  const now = same.slice(0, lot)
  const fine = await guardLot(world, actor, batch.id, now)
  if (!fine.ok) return fine
  const refusals: Refusal[] = []
  let done = 0
  for (const { postId, version, digest, came: seen } of fine.value) {
    const out = await approvePost(world, actor, { id: postId, version, digest, reason: input.reason, seen })
    if (out.ok) done += 1
    else refusals.push(out.refusal)
  }
  const writtenAgain = now.length - fine.value.length
  const result = { done, changed: changed + writtenAgain, left: tally(refusals), more: same.length > now.length }
  await noteDecided(world, actor, batch, 'surge.batchApproved', result)
  return ok(result)
}

/** Gives all that waits with these words back to who wrote them. */
export async function sendBackBatch(
  world: World,
  actor: Actor,
  input: { id: string; sum: string; reason: string },
): Promise<Outcome<Done>> {
  const may = await deciding(world, actor, input.id)
  if (!may.ok) return may
  const { same, changed } = await withWords(world, may.value, input.sum)
  if (same.length === 0) return refuse(no.wordsChanged, { changed })
  const refusals: Refusal[] = []
  for (const { postId, version } of same.slice(0, lot)) {
    const back = await sendBackPost(world, actor, { id: postId, version, reason: input.reason })
    if (!back.ok) refusals.push(back.refusal)
  }
  const now = Math.min(same.length, lot)
  const result = { done: now - refusals.length, changed, left: tally(refusals), more: same.length > lot }
  await noteDecided(world, actor, may.value, 'surge.batchSentBack', result)
  return ok(result)
}

/** Puts away what is not out and frees its conversations, lot by lot; what was released stays. */
export async function giveUpUnsent(world: World, actor: Actor, batch: BatchRow): Promise<number> {
  let done = 0
  await command(world, actor, async (c) => {
    await lockBatch(c.tx, batch.force_id, batch.id)
    await setStage(c, batch.id, 'givenUp')
    c.record('surge.batchGivenUp', `surge:${batch.surge_id}`, { batch: batch.id })
    return ok(null)
  })
  const unsent = await unsentOf(world, batch)
  for (let from = 0; from < unsent.length; from += lot)
    await command(world, actor, async (c) => {
      for (const a of unsent.slice(from, from + lot)) if (await giveUpOne(c, a)) done += 1
      return ok(null)
    })
  return done
}

type Unsent = Pick<InBatch, 'conversationId' | 'postId'>

async function giveUpOne(c: Commanding, { conversationId, postId }: Unsent): Promise<boolean> {
  const row = await lockConversation(c.tx, c.actor.forceId, conversationId)
  return row?.draft_post_id === postId && (await putBack(c, row, postId))
}

/** In the order in which everybody locks; those that were left out with a draft among them. */
async function unsentOf(world: World, batch: BatchRow): Promise<Unsent[]> {
  const rows = await world.db
    .selectFrom('answer as a')
    .innerJoin('post as p', (j) => j.onRef('p.force_id', '=', 'a.force_id').onRef('p.id', '=', 'a.post_id'))
    .select(['a.post_id as postId', 'a.conversation_id as conversationId'])
    .where('a.force_id', '=', batch.force_id)
    .where('a.batch_id', '=', batch.id)
    .where('a.given_up_at', 'is', null)
    .where('p.stage', 'in', ['draft', 'asked', 'sentBack'])
    .orderBy('a.conversation_id')
    .execute()
  return rows
}

export async function giveUpBatch(
  world: World,
  actor: Actor,
  input: { id: string },
): Promise<Outcome<{ gaveUp: number }>> {
  if (!may(actor, 'runSurge')) return refuse(no.mayNotRunSurge)
  const batch = await batchById(world.db, actor.forceId, input.id)
  return batch ? ok({ gaveUp: await giveUpUnsent(world, actor, batch) }) : refuse(no.noBatch)
}

/** Closes as answered what was seen to be out and where nothing new waits; at most 100 in a call. The rules of closing are those of any. */
export async function closeBatch(world: World, actor: Actor, input: { id: string }): Promise<Outcome<Done>> {
  if (!may(actor, 'runSurge')) return refuse(no.mayNotRunSurge)
  const batch = await batchById(world.db, actor.forceId, input.id)
  if (!batch) return refuse(no.noBatch)
  const rows = await world.db
    .selectFrom('answer as a')
    .innerJoin('conversation as c', (j) =>
      j.onRef('c.force_id', '=', 'a.force_id').onRef('c.id', '=', 'a.conversation_id'),
    )
    .select(['c.id', 'c.version', 'c.waiting_since'])
    .where('a.force_id', '=', actor.forceId)
    .where('a.batch_id', '=', batch.id)
    .where('a.sent_at', 'is not', null)
    .where('c.stage', '=', 'open')
    .orderBy('c.id')
    .execute()
  const ready = rows.filter((r) => r.waiting_since === null)
  const refusals: Refusal[] = []
  for (const { id, version } of ready.slice(0, lot)) {
    const closed = await close(world, actor, { id, version, outcome: 'answered', reference: '', team: '', reason: '' })
    if (!closed.ok) refusals.push(closed.refusal)
  }
  const now = Math.min(ready.length, lot)
  const result = {
    done: now - refusals.length,
    changed: rows.length - ready.length,
    left: tally(refusals),
    more: ready.length > lot && refusals.length < lot,
  }
  await noteDecided(world, actor, batch, 'surge.batchClosed', result)
  return ok(result)
}
