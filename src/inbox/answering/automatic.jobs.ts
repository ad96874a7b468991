import { type Commanding, command } from '../../audit/audit.commands.ts'
import { eachOf } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { freeze } from '../../posting/approval/approval.commands.ts'
import { release } from '../../posting/approval/release.store.ts'
import { standingOf } from '../../posting/approval/standing.queries.ts'
import { content as contentSchema } from '../../posting/content.ts'
import { withdrawDeliveries } from '../../posting/delivery/delivery.commands.ts'
import { insertCheck, insertDecision, insertPost, lockPost, updatePost } from '../../posting/post.store.ts'
import { type ConversationRow, lockConversation } from '../conversation.store.ts'
import { isRestricted } from '../conversation.ts'
import { aroundOf } from '../desk.queries.ts'
import { linesOf } from '../duty/duty.queries.ts'
import { dutiesBetween } from '../duty/duty.store.ts'
import type { Duty } from '../duty/rota.ts'
import { automaticLine, type DeskLines, nineDays, watchOf } from '../duty/unmonitored.ts'
import { ourselves } from '../listening/surroundings.queries.ts'
import { answered, insertAnswer, messageOf, unsentLines } from './answer.store.ts'
import { answeringTo, whyNotPrivately } from './answer.ts'

const atOnce = 100
const hour = 3_600_000
const day = 24 * hour

type Desk = { forceId: string; enabledBy: string; lines: DeskLines; duties: Duty[] }

/**
 * Tells those who write while nobody looks, once a day and conversation, that nobody reads now, when somebody does again, and 999 and 101
 * (INB-10). It bears no signature, is no answer and stops no clock. What is not out by the time that somebody looks does not go out. Safe in
 * several processes at once.
 */
export async function sayThatNobodyLooks(world: World): Promise<void> {
  const now = world.clock.now()
  const desks = await world.db
    .selectFrom('desk')
    .select(['force_id', 'changed_by'])
    .where('changed_by', 'is not', null)
    .execute()
  await eachOf(desks, async ({ force_id: forceId, changed_by }) => {
    const lines = await linesOf(world.db, forceId)
    const unsent = await unsentLines(world.db, forceId)
    if (!lines.enabled && unsent.length === 0) return
    const around = (ms: number) => new Date(now.getTime() + ms)
    const duties = await dutiesBetween(world.db, forceId, around(-nineDays), around(nineDays))
    const desk: Desk = { forceId, enabledBy: changed_by ?? '', lines, duties }
    await dropLate(world, desk, unsent)
    if (lines.enabled) await eachOf(await waiting(world, forceId, now), (id) => sayIn(world, desk, id))
  })
}

const waiting = async (world: World, forceId: string, now: Date): Promise<string[]> =>
  (
    await world.db
      .selectFrom('conversation as c')
      .select('c.id')
      .where('c.force_id', '=', forceId)
      .where('c.stage', '=', 'open')
      .where('c.waiting_since', 'is not', null)
      .where('c.last_said_at', '>', new Date(now.getTime() - hour))
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('answer as a')
              .select('a.post_id')
              .whereRef('a.force_id', '=', 'c.force_id')
              .whereRef('a.conversation_id', '=', 'c.id')
              .where('a.automatic', '=', true)
              .where('a.at', '>', new Date(now.getTime() - day)),
          ),
        ),
      )
      .orderBy('c.id')
      .limit(atOnce)
      .execute()
  ).map((row) => row.id)

const sayIn = (world: World, desk: Desk, id: string) =>
  command(world, { forceId: desk.forceId, personId: null, roles: [] }, async (c) => {
    const row = await lockConversation(c.tx, desk.forceId, id)
    if (!row) return ok(null)
    const around = await aroundOf(c.tx, desk.forceId, [row.account_id])
    const said = automaticLine(
      {
        cover: around.coverOf(row.account_id),
        zone: around.zone,
        duties: desk.duties,
        lines: desk.lines,
        stage: row.stage,
        category: row.category,
        danger: row.rank === 0 && row.first_look_at !== null,
        language: row.language,
        waitingSince: row.waiting_since,
        lastSaidAt: row.last_said_at,
        lastLineAt: await lastLine(c, id),
      },
      c.now,
    )
    if (said.send) await say(c, desk, row, said)
    return ok(null)
  })

async function lastLine(c: Commanding, id: string): Promise<Date | null> {
  const row = await c.tx
    .selectFrom('answer')
    .select((e) => e.fn.max('at').as('at'))
    .where('force_id', '=', c.actor.forceId)
    .where('conversation_id', '=', id)
    .where('automatic', '=', true)
    .executeTakeFirst()
  return row?.at ?? null
}

/** A post below their last message, decided beforehand by whoever switched the line on; the rules are asked all the same. */
async function say(
  c: Commanding,
  desk: Desk,
  row: ConversationRow,
  { words, until }: { words: string; until: Date | null },
): Promise<void> {
  const message = await messageOf(c.tx, row.force_id, row.id, null)
  if (!message || !(await canReach(c, row, message))) return
  const content = contentSchema.parse({
    pieces: [words],
    language: row.language,
    targets: [row.account_id],
    intent: 'inform',
  })
  const postId = await insertPost(c, desk.enabledBy, content, null, {
    to: answeringTo(answered(message, row.thread), true),
    conversationId: row.id,
    restricted: isRestricted(row.category),
    batchId: null,
  })
  const of = { postId, conversationId: row.id, messageId: message.id, by: desk.enabledBy }
  await insertAnswer(c, { ...of, batchId: null, automatic: true })
  const post = await lockPost(c.tx, row.force_id, postId)
  if (!post) return
  const s = await standingOf(c.tx, post, c.now)
  const result = s.check('standing')
  await insertCheck(c, postId, s.digest, result)
  if (s.troubles.length > 0 || result.outcome === 'block') {
    // Nobody goes on with it: it would bear no signature whoever changed its words.
    await updatePost(c, post, { stage: 'discarded' })
    c.record('post.discarded', `post:${postId}`, { automatic: true, outcome: result.outcome })
    return
  }
  const frozen = await freeze(c, s, desk.enabledBy)
  await insertDecision(c, frozen, desk.enabledBy, {
    kind: 'releaseAtOnce',
    reason: 'The line for hours without cover.',
  })
  await release(c, s, frozen, 'lowRisk', until)
  c.record('post.releasedAtOnce', `post:${postId}`, { version: frozen.version, digest: s.digest, automatic: true })
}

/** Not to an account of our own, nor where the network takes nothing from us. */
async function canReach(
  c: Commanding,
  row: ConversationRow,
  by: { author_external_id: string; author_handle: string; author_name: string },
): Promise<boolean> {
  const traits = traitsOf(row.network)
  if (!traits?.connected || (row.kind === 'direct' && whyNotPrivately(traits, row.kind) !== null)) return false
  const isOurs = await ourselves(c.tx, { forceId: row.force_id, accountId: row.account_id, network: row.network })
  return !isOurs({ externalId: by.author_external_id, handle: by.author_handle, name: by.author_name })
}

/** Somebody looks again, so that lines that are not out yet say what is not so any more. */
async function dropLate(world: World, desk: Desk, unsent: Awaited<ReturnType<typeof unsentLines>>): Promise<void> {
  if (unsent.length === 0) return
  const now = world.clock.now()
  const around = await aroundOf(
    world.db,
    desk.forceId,
    unsent.map((l) => l.accountId),
  )
  const late = unsent.filter(
    (l) => watchOf({ cover: around.coverOf(l.accountId), duties: desk.duties, zone: around.zone }, now).watched,
  )
  if (late.length === 0) return
  await command(world, { forceId: desk.forceId, personId: null, roles: [] }, async (c) => {
    for (const { postId } of late) {
      await withdrawDeliveries(c, postId, 'Somebody looks again, so it was not said.')
      c.record('post.withdrawn', `post:${postId}`, { automatic: true })
    }
    return ok(null)
  })
}

export const automaticJobs: readonly Job[] = [
  { name: 'desk says that nobody looks', everyMs: 10_000, run: sayThatNobodyLooks },
]
