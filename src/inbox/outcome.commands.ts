import { type Commanding, command } from '../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { type AtDesk, atDesk, seen, unlessOthers } from './conversation.commands.ts'
import {
  type ConversationRow,
  changeConversation,
  insertOutcome,
  type NewOutcome,
  noteAct,
  waitsSince,
  wasAnswered,
  wasModerated,
} from './conversation.store.ts'
import { mustBeDecided, type OutcomeKind, outcomes } from './conversation.ts'
import { inboxRefusals as no } from './inbox.refusals.ts'
import { lookAtAgain } from './listening/heard.store.ts'

/** Since when what is done counts: the last time that it was opened by what was said. */
const beginning = (row: ConversationRow): Date => row.reopened_at ?? row.opened_at

export const raiseIncident = (
  world: World,
  actor: Actor,
  input: { id: string; reference: string },
): Promise<Outcome<{ incidentAt: string }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    if (at.value.row.stage === 'closed') return refuse(no.closed)
    const row = await seen(c, at.value)
    const after = await incident(c, row, input.reference)
    return ok({ incidentAt: (after.incident_at ?? c.now).toISOString() })
  })

/** The first reference stops the clock; another one replaces the words and not the time. */
async function incident(c: Commanding, row: ConversationRow, reference: string): Promise<ConversationRow> {
  const isFirst = row.incident_at === null || row.incident_at < beginning(row)
  if (!isFirst && row.incident_ref === reference) return row
  await noteAct(c, row.id, 'incidentRaised', { words: reference })
  const at = isFirst ? { incident_at: c.now } : {}
  return changeConversation(c, row, { ...at, incident_ref: reference }, true)
}

export const recordCrime = (
  world: World,
  actor: Actor,
  input: { id: string; reference: string },
): Promise<Outcome<{ recordedAt: string }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    const row = await seen(c, at.value)
    const isFirst = row.crime_recorded_at === null || row.crime_recorded_at < beginning(row)
    const recordedAt = isFirst ? c.now : (row.crime_recorded_at ?? c.now)
    await noteAct(c, row.id, 'crimeRecorded', { words: input.reference })
    const change = { crime_recorded_at: recordedAt, crime_ref: input.reference, crime_said: true }
    await changeConversation(c, row, change, true)
    return ok({ recordedAt: recordedAt.toISOString() })
  })

export const sayCrime = (
  world: World,
  actor: Actor,
  input: { id: string; reported: boolean },
): Promise<Outcome<{ reported: boolean }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    const row = await seen(c, at.value)
    if (row.crime_said === input.reported) return ok({ reported: input.reported })
    await noteAct(c, row.id, 'crimeSaid', { data: { reported: input.reported } })
    await changeConversation(c, row, { crime_said: input.reported }, true)
    return ok({ reported: input.reported })
  })

type Closing = { id: string; version: number; outcome: OutcomeKind; reference: string; team: string; reason: string }

export const close = (world: World, actor: Actor, input: Closing): Promise<Outcome<{ closedAt: string }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    if (at.value.row.stage === 'closed') return refuse(no.closed)
    const free = await unlessOthers(c, at.value)
    if (!free.ok) return free
    // What was said after it was read would be closed with it, and nobody would ever see it.
    if (at.value.row.version !== input.version) return refuse(no.movedOn, { version: at.value.row.version })
    const wanted = { ...input, reference: input.reference || (at.value.row.incident_ref ?? '') }
    const why = await whyNotClosed(c, at.value.row, wanted)
    if (why) return why
    await closeNow(c, at.value, wanted)
    return ok({ closedAt: c.now.toISOString() })
  })

/** The first thing that stands against closing it so, or null. */
async function whyNotClosed(c: Commanding, row: ConversationRow, o: Closing): Promise<Outcome<never> | null> {
  const { needs } = outcomes[o.outcome]
  if (needs !== 'nothing' && o[needs] === '') return refuse(no.outcomeNeeds, { needs })
  if (row.draft_post_id !== null) return refuse(no.answerUnderway, { postId: row.draft_post_id })
  if (mustBeDecided({ category: row.category, decidedBy: row.category_by, rank: row.rank }))
    return refuse(no.decideCategory, { category: row.category })
  if (o.outcome === 'answered' && !(await wasAnswered(c.tx, row, beginning(row)))) return refuse(no.notAnswered)
  if (o.outcome === 'moderated' && !(await wasModerated(c.tx, row, beginning(row)))) return refuse(no.notModerated)
  return null
}

async function closeNow(c: Commanding, at: AtDesk, o: Closing): Promise<void> {
  let row = await seen(c, at)
  if (o.outcome === 'incidentRaised') row = await incident(c, row, o.reference)
  const { needs } = outcomes[o.outcome]
  const outcome: NewOutcome = { kind: o.outcome, reference: '', team: '', reason: o.reason }
  if (needs !== 'nothing') outcome[needs] = o[needs]
  await insertOutcome(c, row, at.me, outcome)
  await noteAct(c, row.id, 'closed', { data: { outcome: o.outcome } })
  await changeConversation(
    c,
    row,
    {
      stage: 'closed',
      stage_since: c.now,
      waiting_since: null,
      holder_id: null,
      held_since: null,
      held_until: null,
      offered_to_id: null,
      offered_until: null,
    },
    true,
  )
}

/** By hand: clocks go on as if it had never been closed, because nothing new was said. */
export const reopen = (
  world: World,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<Outcome<{ openedAt: string }>> =>
  command(world, actor, async (c) => {
    const at = await atDesk(c, input.id)
    if (!at.ok) return at
    const { row } = at.value
    if (row.stage === 'open') return refuse(no.notClosed)
    await noteAct(c, row.id, 'reopened', { words: input.reason })
    const waiting_since = await waitsSince(c.tx, row)
    await changeConversation(c, row, { stage: 'open', stage_since: c.now, waiting_since }, true)
    await lookAtAgain(c, [row.id])
    return ok({ openedAt: c.now.toISOString() })
  })
