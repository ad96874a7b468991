import { type Commanding, command } from '../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { noteOpening } from '../posting/answering.store.ts'
import { forceOf } from '../posting/facts.queries.ts'
import { type PersonRef, said } from '../posting/facts.ts'
import { peopleBy } from '../posting/refs.queries.ts'
import { clockWords } from '../posting/schedule.ts'
import { noteMeanwhile } from './answering/meanwhile.store.ts'
import { clocksOf } from './clock.ts'
import {
  type ConversationRow,
  changeConversation,
  giveTo,
  keepHolding,
  lockConversation,
  noteAct,
} from './conversation.store.ts'
import { type Holding, heldByOther, holdMinutes, isDecided, isHeldBy, isRestricted, rankOf } from './conversation.ts'
import { aroundOf, clockFactsOf, placesOf, readerOf, readerWith, worksOn } from './desk.queries.ts'
import { inboxRefusals as no } from './inbox.refusals.ts'
import type { Category } from './triage/category.ts'

/** A locked conversation and the person who works on it. */
export type AtDesk = { row: ConversationRow; me: string }

/** Locks the conversation for somebody who may work on it, or says why not; everything that a person does with one begins here. */
export async function atDesk(c: Commanding, id: string): Promise<Outcome<AtDesk>> {
  const { personId } = c.actor
  const row = await lockConversation(c.tx, c.actor.forceId, id)
  if (!row) return refuse(no.noConversation)
  const reader = await readerOf(c.tx, c.actor, c.now)
  if (personId === null || !reader.mayRead(row.account_id)) return refuse(no.noConversation)
  return worksOn(reader, row) ? ok({ row, me: personId }) : refuse(no.notYourDesk)
}

export const holdingOf = (row: ConversationRow): Holding | null =>
  row.holder_id === null || row.held_since === null || row.held_until === null
    ? null
    : { holderId: row.holder_id, since: row.held_since.toISOString(), until: row.held_until.toISOString() }

/** A refusal when somebody else has it now: who, and since when. */
export async function unlessOthers(c: Commanding, { row, me }: AtDesk): Promise<Outcome<AtDesk>> {
  const other = heldByOther(holdingOf(row), me, c.now.toISOString())
  if (!other) return ok({ row, me })
  const person = (await peopleBy(c.tx, c.actor.forceId, [other.holderId]))(other.holderId)
  const { zone } = await forceOf(c.tx, c.actor.forceId)
  return refuse(
    no.heldByOther,
    { person, since: other.since, until: other.until },
    `${said(person)} has had this conversation since ${clockWords(new Date(other.since), zone)}. Nothing was changed, and your words are kept. Ask them, or take it over.`,
  )
}

/** A person has seen it: stops the look clock where it runs. For the first time since it was opened, and for each new question. */
export async function seen(c: Commanding, { row, me }: AtDesk): Promise<ConversationRow> {
  const around = await aroundOf(c.tx, row.force_id, [row.account_id])
  const runs = clocksOf(clockFactsOf(row, around), c.now).some((k) => k.kind === 'firstLook' && k.stoppedAt === null)
  if (!runs) return row
  await noteAct(c, row.id, 'looked')
  const first = row.first_look_at === null ? { first_look_at: c.now, first_look_by: me } : {}
  return changeConversation(c, row, { ...first, looked_at: c.now }, false)
}

export const look = (
  world: World,
  actor: Actor,
  input: { id: string },
): Promise<Outcome<{ firstLookAt: string | null }>> =>
  command(world, actor, async (c) => {
    const row = await lockConversation(c.tx, actor.forceId, input.id)
    const reader = await readerOf(c.tx, actor, c.now)
    if (!row || actor.personId === null || !reader.mayRead(row.account_id)) return refuse(no.noConversation)
    if (isRestricted(row.category)) {
      if (!reader.restricted) return refuse(no.notYourDesk)
      await noteAct(c, row.id, 'restrictedRead')
      await noteOpening(c, row.id, actor.personId)
    }
    // Somebody who only reads does not stop a clock: nobody who can help has seen it.
    const after = worksOn(reader, row) ? await seen(c, { row, me: actor.personId }) : row
    return ok({ firstLookAt: after.first_look_at?.toISOString() ?? null })
  })

const holdUntil = (now: Date): Date => new Date(now.getTime() + holdMinutes * 60_000)

/** Writes down that the holder of before gave no sign of life; the answer that was begun stays. */
export const noteLapse = (c: Commanding, row: ConversationRow) =>
  noteAct({ ...c, actor: { ...c.actor, personId: null } }, row.id, 'lapsed', { data: { holder: row.holder_id } })

export type HolderOut = { person: PersonRef; since: string; until: string; you: boolean }

const shownHolder = async (c: Commanding, row: ConversationRow): Promise<HolderOut | null> => {
  const holding = holdingOf(row)
  if (!holding) return null
  const person = (await peopleBy(c.tx, row.force_id, [holding.holderId]))(holding.holderId)
  return { person, since: holding.since, until: holding.until, you: holding.holderId === c.actor.personId }
}

/** Takes it for the acting one, from nobody or from somebody who gave no sign of life; a sign of life when they have it already. */
async function takeFree(c: Commanding, { row, me }: AtDesk): Promise<ConversationRow> {
  const until = holdUntil(c.now)
  if (isHeldBy(holdingOf(row), me, c.now.toISOString())) {
    await keepHolding(c, row, until)
    return { ...row, held_until: until }
  }
  if (row.holder_id !== null) await noteLapse(c, row)
  await noteAct(c, row.id, 'took')
  return seen(c, { row: await giveTo(c, row, me, until), me })
}

async function takeOver(c: Commanding, { row, me }: AtDesk, reason: string): Promise<ConversationRow> {
  await noteAct(c, row.id, 'tookOver', { words: reason, data: { from: row.holder_id } })
  return seen(c, { row: await giveTo(c, row, me, holdUntil(c.now)), me })
}

export const take = (
  world: World,
  actor: Actor,
  input: { id: string; over: { reason: string } | null },
): Promise<Outcome<{ holder: HolderOut }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    if (at.value.row.stage === 'closed') return refuse(no.closed)
    const free = await unlessOthers(c, at.value)
    if (!free.ok && !input.over) return free
    const after = free.ok ? await takeFree(c, at.value) : await takeOver(c, at.value, input.over?.reason ?? '')
    const holder = await shownHolder(c, after)
    if (!holder) throw new Error('A conversation that was taken has no holder.')
    return ok({ holder })
  })

/** Whether this person can be given the conversation, and if not, why. */
async function canWork(
  c: Commanding,
  row: ConversationRow,
  personId: string,
  category: Category,
): Promise<Outcome<null>> {
  const person = await c.tx
    .selectFrom('person')
    .select(['id', 'roles'])
    .where('force_id', '=', row.force_id)
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (!person) return refuse(no.noSuchPerson)
  const places = await placesOf(c.tx, row.force_id, personId, c.now)
  const reader = readerWith({ forceId: row.force_id, personId, roles: person.roles }, places)
  return worksOn(reader, { ...row, category }) ? ok(null) : refuse(no.notForPerson)
}

export const handOver = (
  world: World,
  actor: Actor,
  input: { id: string; to: string | null; words: string },
): Promise<Outcome<{ holder: HolderOut | null }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    if (at.value.row.stage === 'closed') return refuse(no.closed)
    const free = await unlessOthers(c, at.value)
    if (!free.ok) return free
    const row = await seen(c, at.value)
    if (input.to === null) {
      if (row.holder_id === null && input.words === '') return ok({ holder: null })
      await noteAct(c, row.id, 'freed', { words: input.words })
      await giveTo(c, row, null, null)
      return ok({ holder: null })
    }
    const able = await canWork(c, row, input.to, row.category)
    if (!able.ok) return able
    await noteAct(c, row.id, 'handedOver', { words: input.words, data: { to: input.to } })
    const after = await giveTo(c, row, input.to, holdUntil(c.now))
    return ok({ holder: await shownHolder(c, after) })
  })

export const categorise = (
  world: World,
  actor: Actor,
  input: { id: string; category: Category },
): Promise<Outcome<{ category: Category }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    if (at.value.row.stage === 'closed') return refuse(no.closed)
    const row = await seen(c, at.value)
    const { category } = input
    const weighed = { category: row.category, decidedBy: row.category_by, rank: row.rank }
    if (row.category === category && isDecided(weighed)) return ok({ category })
    await noteAct(c, row.id, 'categorised', { data: { from: row.category, to: category } })
    const decided = { category, category_by: at.value.me, category_at: c.now, rank: rankOf(category, false) }
    const after = await changeConversation(c, row, decided, true)
    const danger = row.rank > 0 && after.rank === 0
    await noteMeanwhile(c, [{ conversationId: row.id, postId: row.draft_post_id, said: [], danger }])
    await freeUnlessAble(c, after)
    return ok({ category })
  })

/** What has become intelligence does not stay with somebody who may not read it. */
async function freeUnlessAble(c: Commanding, row: ConversationRow): Promise<void> {
  if (row.holder_id === null || (await canWork(c, row, row.holder_id, row.category)).ok) return
  await noteAct(c, row.id, 'freed')
  await giveTo(c, row, null, null)
}

export const note = (
  world: World,
  actor: Actor,
  input: { id: string; words: string },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    const row = await seen(c, at.value)
    const id = await noteAct(c, row.id, 'noted', { words: input.words })
    await changeConversation(c, row, {}, true)
    return ok({ id })
  })
