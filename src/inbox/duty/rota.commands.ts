import { command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { zoneOf } from '../../people/people.queries.ts'
import { instantOf } from '../../posting/schedule.ts'
import { personById } from '../../register/register.store.ts'
import { keepChange } from '../settings/settings.store.ts'
import { linesOf } from './duty.queries.ts'
import { dutyRefusals as no } from './duty.refusals.ts'
import * as store from './duty.store.ts'
import type { DutyKind } from './rota.ts'
import { standNow } from './stand.queries.ts'
import { mayHandOver } from './standing.queries.ts'
import { type DeskLines, withoutNumbers } from './unmonitored.ts'

const longest = 14 * 86_400_000

type NewDuty = { personId: string; kind: DutyKind; from: string; until: string }
type Added = { id: string; from: string; until: string; said: string | null }

/** Puts somebody on duty; times are wall clock in the force's zone. An end that the clock shows twice is the later one. */
export async function addDuty(world: World, actor: Actor, given: NewDuty): Promise<Outcome<Added>> {
  if (!may(actor, 'changeDuty')) return refuse(no.mayNotChangeDuty)
  return command(world, actor, async (c) => {
    await store.lockRota(c.tx, actor.forceId)
    const zone = await zoneOf(c.tx, actor.forceId)
    const from = instantOf(given.from, zone, 'earlier')
    const until = instantOf(given.until, zone, 'later')
    if (!from || !until) return refuse(no.timeUnknown)
    const [begins, ends] = [from.instant, until.instant]
    if (ends <= begins || ends <= c.now || ends.getTime() - begins.getTime() > longest) return refuse(no.datesWrong)
    const person = await personById(c.tx, actor.forceId, given.personId)
    if (!person || (person.left_at && person.left_at <= begins)) return refuse(no.personNotHere)
    const there = await store.dutiesBetween(c.tx, actor.forceId, begins, ends)
    if (there.some((d) => d.personId === person.id && d.kind === given.kind)) return refuse(no.onDutyAlready)
    const id = newId(c.now)
    await store.insertDuty(c.tx, {
      force_id: actor.forceId,
      id,
      person_id: person.id,
      kind: given.kind,
      from_at: begins,
      until_at: ends,
      made_by: actor.personId ?? '',
      made_at: c.now,
    })
    const span = { from: begins.toISOString(), until: ends.toISOString() }
    c.record('duty.added', `duty:${id}`, { person: person.id, kind: given.kind, ...span })
    return ok({ id, ...span, said: from.said ?? until.said })
  })
}

/** Ends a duty now; one that has not begun never will. */
export async function endDuty(world: World, actor: Actor, id: string): Promise<Outcome<{ endedAt: string }>> {
  if (!may(actor, 'changeDuty')) return refuse(no.mayNotChangeDuty)
  return command(world, actor, async (c) => {
    const duty = await store.dutyById(c.tx, actor.forceId, id)
    if (!duty) return refuse(no.noDuty)
    if (store.asDuty(duty).until <= c.now) return refuse(no.dutyOver)
    await store.endDutyAt(c.tx, duty, c.now)
    c.record('duty.ended', `duty:${id}`, { person: duty.person_id })
    return ok({ endedAt: c.now.toISOString() })
  })
}

/** Leaves a note for the next shift. How the desk stands is counted here, not by the one who writes. */
export async function addHandOver(world: World, actor: Actor, words: string): Promise<Outcome<{ id: string }>> {
  if (!(await mayHandOver(world, actor, world.clock.now()))) return refuse(no.notYourDesk)
  return command(world, actor, async (c) => {
    const id = newId(c.now)
    const stand = await standNow(c.tx, actor.forceId, c.now)
    await store.insertHandOver(c.tx, {
      force_id: actor.forceId,
      id,
      words,
      stand: JSON.stringify(stand),
      by_id: actor.personId ?? '',
      at: c.now,
    })
    c.record('handOver.left', `handOver:${id}`, stand)
    return ok({ id })
  })
}

/** Somebody other than its writer has read a note; the first one is kept. */
export async function readHandOver(world: World, actor: Actor, id: string): Promise<Outcome<{ readAt: string }>> {
  if (!(await mayHandOver(world, actor, world.clock.now()))) return refuse(no.notYourDesk)
  return command(world, actor, async (c) => {
    const note = await store.handOverById(c.tx, actor.forceId, id)
    if (!note) return refuse(no.noHandOver)
    if (note.by_id === actor.personId) return refuse(no.ownHandOver)
    if (note.read_at) return ok({ readAt: note.read_at.toISOString() })
    await store.markRead(c.tx, note, actor.personId ?? '', c.now)
    c.record('handOver.read', `handOver:${id}`)
    return ok({ readAt: c.now.toISOString() })
  })
}

/** Changes the automatic line. Words that do not name 999 and 101 never go out by themselves. */
export async function changeLines(
  world: World,
  actor: Actor,
  lines: DeskLines,
): Promise<Outcome<{ enabled: boolean }>> {
  if (!may(actor, 'changeDesk')) return refuse(no.mayNotChangeLines)
  const lacking = withoutNumbers(lines.words)
  if (lacking.length > 0) return refuse(no.numbersMissing, { languages: lacking })
  return command(world, actor, async (c) => {
    const before = await linesOf(c.tx, actor.forceId)
    await store.saveLines(c.tx, actor.forceId, JSON.stringify(lines), actor.personId ?? '', c.now)
    const sameWords = before.words.en === lines.words.en && before.words.cy === lines.words.cy
    await keepChange(c, { what: 'lines', enabled: lines.enabled, before: sameWords ? null : before.words })
    c.record('desk.linesChanged', `desk:${actor.forceId}`, { enabled: lines.enabled })
    return ok({ enabled: lines.enabled })
  })
}
