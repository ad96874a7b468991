import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { askApproval } from '../../posting/approval/approval.commands.ts'
import { publishAtOnce } from '../../posting/approval/release.commands.ts'
import { postRefusals } from '../../posting/refusals.ts'
import { begin } from '../answering/answer.commands.ts'
import { holdingOf, noteLapse, seen } from '../conversation.commands.ts'
import { type ConversationRow, giveTo, noteAct } from '../conversation.store.ts'
import { holdMinutes, isHeldBy } from '../conversation.ts'
import { readerOf } from '../desk.queries.ts'
import * as store from './batch.store.ts'
import { type LeftWhy, lot, mostInBatch, saysTheSame, type Waiting, whyAlone, whyLeftOut } from './batch.ts'
import { judged } from './judged.queries.ts'
import { surgeRefusals as no } from './surge.refusals.ts'
import { lockSurge, waitingIn } from './surge.store.ts'

export type Answering = { groupId: string; words: string; how: 'atOnce' | 'approval' }

/**
 * One answer to many: writes down who wants to say what to a group. Two who press at once get one batch, the first one's; `begun` says whose
 * it is. What follows is carried by `carryBatches`, in lots, and goes on where a process that died left it.
 */
export const answerGroup = (
  world: World,
  actor: Actor,
  input: Answering,
): Promise<Outcome<{ batchId: string; begun: boolean }>> =>
  command<{ batchId: string; begun: boolean }>(world, actor, async (c) => {
    if (actor.personId === null || !may(actor, 'runSurge')) return refuse(no.mayNotRunSurge)
    const group = await c.tx
      .selectFrom('surge_group')
      .selectAll()
      .where('force_id', '=', actor.forceId)
      .where('id', '=', input.groupId)
      .forUpdate()
      .executeTakeFirst()
    if (!group) return refuse(no.noGroup)
    const open = await c.tx
      .selectFrom('surge_batch')
      .select('id')
      .where('force_id', '=', actor.forceId)
      .where('group_id', '=', group.id)
      .where('stage', 'in', ['taking', 'sending'])
      .executeTakeFirst()
    if (open) return ok({ batchId: open.id, begun: false })
    const surge = await lockSurge(c.tx, actor.forceId, group.surge_id)
    if (!surge?.mode_at || surge.mode_ended_at) return refuse(no.modeOff)
    if (!(await anybodyWaits(c, group))) return refuse(no.nobodyWaits)
    const { words, how } = input
    const batchId = await store.insertBatch(c, { surgeId: surge.id, groupId: group.id, words, how })
    c.record('surge.batchBegun', `surge:${surge.id}`, { batch: batchId, group: group.id, how })
    return ok({ batchId, begun: true })
  })

/** Whether at least one of the group would be answered; the others are looked at when they are taken. */
async function anybodyWaits(c: Commanding, group: { id: string; sample: string }): Promise<boolean> {
  const rows = await c.tx
    .selectFrom('surge_member as m')
    .innerJoin('conversation as c', (j) =>
      j.onRef('c.force_id', '=', 'm.force_id').onRef('c.id', '=', 'm.conversation_id'),
    )
    .selectAll('c')
    .where('m.force_id', '=', c.actor.forceId)
    .where('m.group_id', '=', group.id)
    .where('c.stage', '=', 'open')
    .where('c.waiting_since', 'is not', null)
    .where('c.draft_post_id', 'is', null)
    .execute()
  const judge = await judgeOf(c, rows)
  return rows.some((row) => judge(row, group.sample) === null)
}

/** Says of each of these rows why it is left out, or null. */
async function judgeOf(c: Commanding, rows: readonly ConversationRow[]) {
  const reader = await readerOf(c.tx, c.actor, c.now)
  const waiting = await waitingIn(
    c.tx,
    c.actor.forceId,
    rows.map((r) => r.id),
  )
  return (row: ConversationRow, sample: string): LeftWhy | null =>
    whyLeftOut(judged(c, row, reader, waiting.get(row.id) ?? []), sample)
}

const groupOf = (c: Commanding, batch: store.BatchRow) =>
  c.tx
    .selectFrom('surge_group')
    .select('sample')
    .where('force_id', '=', batch.force_id)
    .where('id', '=', batch.group_id)
    .executeTakeFirstOrThrow()

/** Takes one lot for the person and begins their answers; false when there is no more to take. */
export const takeLot = (world: World, actor: Actor, batchId: string): Promise<Outcome<boolean>> =>
  command<boolean>(world, actor, async (c) => {
    const batch = await store.lockBatch(c.tx, actor.forceId, batchId)
    if (batch?.stage !== 'taking') return ok(false)
    const most = Math.min(lot, mostInBatch - (await store.takenBy(c.tx, batch)))
    const rows = most > 0 ? await store.untaken(c, batch, most) : []
    const { sample } = await groupOf(c, batch)
    const judge = await judgeOf(c, rows)
    const left: store.LeftOut[] = []
    for (const row of rows) {
      const why = judge(row, sample)
      if (why) left.push({ conversation: row.id, why })
      else if (!(await takeAndBegin(c, row, batch))) left.push({ conversation: row.id, why: 'gone' })
    }
    await store.leaveOut(c, batch.id, left)
    if (rows.length < lot) await store.setStage(c, batch.id, 'sending')
    c.record('surge.batchTook', `surge:${batch.surge_id}`, {
      batch: batch.id,
      took: rows.length - left.length,
      left: left.length,
    })
    return ok(rows.length === lot)
  })

async function takeAndBegin(c: Commanding, row: ConversationRow, batch: store.BatchRow): Promise<boolean> {
  const me = c.actor.personId ?? ''
  let mine = row
  if (!isHeldBy(holdingOf(row), me, c.now.toISOString())) {
    if (row.holder_id !== null) await noteLapse(c, row)
    await noteAct(c, row.id, 'took', { data: { batch: batch.id } })
    mine = await giveTo(c, row, me, new Date(c.now.getTime() + holdMinutes * 60_000))
  }
  mine = await seen(c, { row: mine, me })
  return (await begin(c, mine, me, { messageId: null, words: batch.words, batchId: batch.id })) !== null
}

/**
 * Looks once more before answers are released or approved: who has said something else since is left out, and what was begun for them is put
 * away, so that anybody can take them. Returns those that may go on.
 */
export const guardLot = (
  world: World,
  actor: Actor,
  batchId: string,
  answers: readonly store.InBatch[],
): Promise<Outcome<store.InBatch[]>> =>
  command<store.InBatch[]>(world, actor, async (c) => {
    const batch = await store.batchById(c.tx, actor.forceId, batchId)
    if (!batch || answers.length === 0) return ok([])
    const ids = answers.map((a) => a.conversationId).sort()
    const rows = await c.tx
      .selectFrom('conversation')
      .selectAll()
      .where('force_id', '=', actor.forceId)
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
    const { sample } = await groupOf(c, batch)
    const waiting = await waitingIn(c.tx, actor.forceId, ids)
    const fine: store.InBatch[] = []
    const left: store.LeftOut[] = []
    for (const answer of answers) {
      const row = rows.find((r) => r.id === answer.conversationId)
      if (!row) continue
      const why = changedSince(row, sample, waiting.get(row.id) ?? [])
      if (!why) fine.push(answer)
      else if (await store.putBack(c, row, answer.postId)) left.push({ conversation: row.id, why })
    }
    await store.leaveOut(c, batch.id, left)
    if (left.length > 0)
      c.record('surge.batchLeftOut', `surge:${batch.surge_id}`, {
        batch: batch.id,
        conversations: left.map((l) => l.conversation),
      })
    return ok(fine)
  })

function changedSince(row: ConversationRow, sample: string, waiting: readonly Waiting[]): LeftWhy | null {
  if (row.stage !== 'open') return 'closed'
  const alone = whyAlone(row)
  if (alone) return alone
  if (waiting.length === 0) return 'answered'
  if (waiting.some((m) => m.pictures > 0)) return 'pictures'
  return saysTheSame(sample, waiting) ? null : 'different'
}

/** So many answers between two looks. */
const atOnce = 25

/** Releases or asks for one lot of what was begun; false when there is no more. */
export async function sendLot(world: World, actor: Actor, batch: store.BatchRow): Promise<boolean> {
  const drafts = await store.answersAt(world.db, batch, ['draft'], atOnce)
  const fine = await guardLot(world, actor, batch.id, drafts)
  for (const answer of fine.ok ? fine.value : []) {
    const stop = await putForward(world, actor, batch, answer)
    if (stop) await noteLeft(world, batch, { conversation: answer.conversationId, why: 'refused', words: stop })
  }
  if (drafts.length > 0) return true
  await command(world, actor, async (c) => {
    const row = await store.lockBatch(c.tx, actor.forceId, batch.id)
    if (row?.stage !== 'sending') return ok(null)
    await store.setStage(c, row.id, 'out')
    c.record('surge.batchOut', `surge:${row.surge_id}`, { batch: row.id })
    return ok(null)
  })
  return false
}

/** What another process has done in the meantime is no refusal. */
const doneAlready: readonly string[] = [postRefusals.released.id, postRefusals.notAsked.id, postRefusals.ended.id]

/** The rules of releasing are those of any post: at once where they allow it, otherwise before a second person. Null, or why not. */
async function putForward(
  world: World,
  actor: Actor,
  batch: store.BatchRow,
  { postId, edit, came: seen }: store.InBatch,
): Promise<string | null> {
  if (batch.how === 'atOnce') {
    const out = await publishAtOnce(world, actor, { id: postId, edit, seen })
    if (out.ok || doneAlready.includes(out.refusal.id)) return null
    if (out.refusal.id !== postRefusals.notLowRisk.id) return out.refusal.words
  }
  const asked = await askApproval(world, actor, { id: postId, edit, seen })
  return asked.ok || doneAlready.includes(asked.refusal.id) ? null : asked.refusal.words
}

export const noteLeft = (world: World, batch: store.BatchRow, left: store.LeftOut) =>
  command(world, { forceId: batch.force_id, personId: null, roles: [] }, async (c) => {
    await store.leaveOut(c, batch.id, [left])
    c.record('surge.batchLeftOut', `surge:${batch.surge_id}`, { batch: batch.id, conversations: [left.conversation] })
    return ok(null)
  })
