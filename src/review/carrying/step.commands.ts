import { type Commanding, command } from '../../audit/audit.commands.ts'
import { dateIn } from '../../foundation/clock.ts'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { closeAlarms } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { moveInside } from '../../register/register.commands.ts'
import { accountById, lockRegister, officeById, personById } from '../../register/register.store.ts'
import { retireNetwork } from '../../register/retired.commands.ts'
import { alarmOf, lateKind } from './carrying.commands.ts'
import { carryingRefusals as no } from './carrying.refusals.ts'
import {
  type CarryingRecord,
  doneIn,
  hasOpenList,
  listOf,
  lockCarrying,
  type StepRecord,
  stepRows,
  type TakenBack,
  takenBackOf,
  updateCarrying,
  updateStep,
} from './carrying.store.ts'
import { liveOf } from './live.queries.ts'
import { keepBaseline } from './migration.commands.ts'
import { isLast, isLate, leansOn, stops } from './steps.ts'

type Held = { row: CarryingRecord; steps: StepRecord[]; step: StepRecord }

async function hold(c: Commanding, id: string, name: string): Promise<Outcome<Held>> {
  const row = await lockCarrying(c.tx, c.actor.forceId, id)
  if (!row) return refuse(no.noCarryingOut)
  if (row.ended_at !== null) return refuse(no.carryingOver)
  const steps = await stepRows(c.tx, row)
  const step = steps.find((s) => s.step === name)
  return step ? ok({ row, steps, step }) : refuse(no.noStep)
}

/** Whether this person answers for the step, by name or by the office that they hold now. */
export async function answersFor(db: Db, actor: Actor, step: Pick<StepRecord, 'office_id' | 'person_id'>) {
  if (step.person_id !== null) return step.person_id === actor.personId
  const office = step.office_id === null ? undefined : await officeById(db, actor.forceId, step.office_id)
  return office !== undefined && office.holder_id === actor.personId
}

type Done = { id: string; step: string; evidence: string }

/** Does one step, with what shows it. The last one closes, adopts or leaves in the same transaction, and ends the list. */
export const doStep = (world: World, actor: Actor, given: Done): Promise<Outcome<{ id: string; ended: boolean }>> =>
  command<{ id: string; ended: boolean }>(world, actor, async (c) => {
    const held = await hold(c, given.id, given.step)
    if (!held.ok) return held
    const { row, steps, step } = held.value
    const last = isLast(row.kind, step.step)
    // The last step moves the account on the register, which is not for everybody who answers for a step.
    const answers = !last && (await answersFor(c.tx, actor, step))
    if (actor.personId === null || !may(actor, 'carryOut', { answers })) return refuse(no.mayNotCarryOut)
    if (step.done_at !== null) return refuse(no.stepDone)
    const { zone } = await forceOf(c.tx, actor.forceId)
    const live = await liveOf(c.tx, row, c.now)
    const why = stops(listOf(row), step.step, doneIn(steps), live, dateIn(c.now, zone))
    if (why !== null) return refuse(no.stepNotYet, { step: step.step }, `Nothing was changed. ${why}`)
    const becomes = step.step === 'ownership' && row.account_id === null ? (live.accountIds[0] ?? null) : null
    if (becomes !== null && (await hasOpenList(c.tx, actor.forceId, 'account_id', becomes)))
      return refuse(no.carriedAlready)
    await updateStep(c.tx, step, { done_at: c.now, done_by: actor.personId, evidence: given.evidence })
    c.record('carryingOut.stepDone', `carryingOut:${row.id}`, { step: step.step })
    if (becomes !== null) await updateCarrying(c.tx, row, { account_id: becomes })
    await settleLate(
      c,
      row,
      steps.filter((s) => s !== step),
      dateIn(c.now, zone),
    )
    if (!last) return ok({ id: row.id, ended: false })
    const ended = await finish(c, row, given.evidence)
    return ended.ok ? ok({ id: row.id, ended: true }) : ended
  })

/** Settles the alarm when none of these steps is overdue. */
async function settleLate(
  c: Commanding,
  row: CarryingRecord,
  steps: readonly Pick<StepRecord, 'due_on' | 'done_at'>[],
  today: string,
): Promise<void> {
  if (steps.some((s) => isLate({ dueOn: s.due_on, doneAt: s.done_at }, today))) return
  await closeAlarms(c, alarmOf(row), [lateKind])
}

async function finish(c: Commanding, row: CarryingRecord, reason: string): Promise<Outcome<unknown>> {
  await lockRegister(c.tx, row.force_id)
  const moved = await moveOn(c, row, reason)
  if (!moved.ok) return moved
  if (row.kind === 'closing') await keepBaseline(c, row)
  await updateCarrying(c.tx, row, { ended_at: c.now, ended_by: c.actor.personId, ending: 'done', reason })
  c.record('carryingOut.ended', `carryingOut:${row.id}`, { kind: row.kind, account: row.account_id })
  return ok(null)
}

async function moveOn(c: Commanding, row: CarryingRecord, reason: string): Promise<Outcome<unknown>> {
  if (row.network !== null) return retireNetwork(c, { network: row.network, note: row.note, reason })
  const id = row.account_id ?? ''
  const account = await accountById(c.tx, row.force_id, id)
  const [move, there] = row.kind === 'closing' ? (['close', 'closed'] as const) : (['adopt', 'live'] as const)
  // Somebody may have moved it on its own page meanwhile.
  return account?.status === there ? ok(null) : moveInside(c, { id, move, reason })
}

/** Takes a tick back, with the reason: what was ticked, by whom and on what grounds stays readable. */
export const takeBack = (
  world: World,
  actor: Actor,
  given: { id: string; step: string; reason: string },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, given.id, given.step)
    if (!held.ok) return held
    const { row, steps, step } = held.value
    const answers = await answersFor(c.tx, actor, step)
    if (actor.personId === null || !may(actor, 'carryOut', { answers })) return refuse(no.mayNotCarryOut)
    if (step.done_at === null) return refuse(no.stepNotDone)
    const first = leansOn(row.kind, step.step, doneIn(steps)).map((s) => s.what)
    if (first.length > 0)
      return refuse(no.stepLeanedOn, undefined, `Take back first: ${first.join('; ')}. Nothing was changed.`)
    const was = { at: step.done_at.toISOString(), by: step.done_by ?? '', evidence: step.evidence }
    const taken: TakenBack = { at: c.now.toISOString(), by: actor.personId, reason: given.reason, done: was }
    const taken_back = JSON.stringify([...takenBackOf(step), taken])
    await updateStep(c.tx, step, { done_at: null, done_by: null, evidence: '', taken_back })
    c.record('carryingOut.stepTakenBack', `carryingOut:${row.id}`, { step: step.step, doneBy: was.by })
    return ok({ id: row.id })
  })

type Change = { id: string; step: string; officeId: string | null; personId: string | null; due: string }

/** Another office or person answers for a step, or it is due on another day. */
export const changeStep = (world: World, actor: Actor, given: Change): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'carryOut', { answers: false })) return refuse(no.mayNotCarryOut)
    const held = await hold(c, given.id, given.step)
    if (!held.ok) return held
    const { row, steps, step } = held.value
    if (step.done_at !== null) return refuse(no.stepDone)
    if (!(await isSomebody(c, given))) return refuse(no.ownerUnknown)
    const { zone } = await forceOf(c.tx, actor.forceId)
    const today = dateIn(c.now, zone)
    if (given.due !== step.due_on && given.due < today) return refuse(no.dayPast)
    await updateStep(c.tx, step, { office_id: given.officeId, person_id: given.personId, due_on: given.due })
    const now = steps.map((s) => (s === step ? { ...s, due_on: given.due } : s))
    await settleLate(c, row, now, today)
    const { officeId: office, personId: person, due } = given
    c.record('carryingOut.stepChanged', `carryingOut:${given.id}`, { step: given.step, office, person, due })
    return ok({ id: given.id })
  })

/** Exactly one of the two, and of this force. */
async function isSomebody(c: Commanding, { officeId, personId }: Change): Promise<boolean> {
  if ((officeId === null) === (personId === null)) return false
  if (officeId !== null) return (await officeById(c.tx, c.actor.forceId, officeId)) !== undefined
  const person = await personById(c.tx, c.actor.forceId, personId ?? '')
  return person !== undefined && (person.left_at === null || person.left_at > c.now)
}
