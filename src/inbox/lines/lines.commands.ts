import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { type LineWords, wrongGaps } from './line.ts'
import { lineRefusals as no } from './lines.refusals.ts'
import * as store from './lines.store.ts'
import { startingLines } from './starting-lines.ts'

export type LineGiven = {
  title: string
  words: LineWords
  source: string
  topics: string
  ownerOfficeId: string
  ifAsked: boolean
  /** Null: no end is known. */
  expiresAt: Date | null
}

async function whyNot(c: Commanding, given: LineGiven): Promise<Outcome<never> | null> {
  if (!(await store.officeIsHere(c.tx, c.actor.forceId, given.ownerOfficeId))) return refuse(no.noOffice)
  if (given.expiresAt && given.expiresAt <= c.now) return refuse(no.endsInPast)
  const wrong = wrongGaps(given.words)
  return wrong ? refuse(no.wrongGaps, undefined, `${wrong} Nothing was saved.`) : null
}

const columnsOf = (c: Commanding, by: string, given: LineGiven) => ({
  title: given.title,
  words: JSON.stringify(given.words),
  source: given.source,
  topics: given.topics,
  owner_office_id: given.ownerOfficeId,
  if_asked: given.ifAsked,
  expires_at: given.expiresAt,
  changed_at: c.now,
  changed_by: by,
})

async function insert(c: Commanding, by: string, given: LineGiven): Promise<string> {
  const id = newId(c.now)
  await store.insertLine(c.tx, { force_id: c.actor.forceId, id, ...columnsOf(c, by, given) })
  c.record('line.added', `replyLine:${id}`, {
    office: given.ownerOfficeId,
    ifAsked: given.ifAsked,
    until: given.expiresAt?.toISOString() ?? null,
  })
  return id
}

/** Whoever may change lines, by their id; the product itself may not. */
const changer = (c: Commanding): string | null => (may(c.actor, 'changeLines') ? c.actor.personId : null)

export function addLine(world: World, actor: Actor, given: LineGiven): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    const by = changer(c)
    if (by === null) return refuse(no.mayNotChangeLines)
    return (await whyNot(c, given)) ?? ok({ id: await insert(c, by, given) })
  })
}

/** Adds the lines to begin with, owned by one office and without an end; the owner gives each its own. */
export function beginLines(world: World, actor: Actor, ownerOfficeId: string): Promise<Outcome<{ added: number }>> {
  return command(world, actor, async (c) => {
    const by = changer(c)
    if (by === null) return refuse(no.mayNotChangeLines)
    if (!(await store.officeIsHere(c.tx, actor.forceId, ownerOfficeId))) return refuse(no.noOffice)
    if ((await store.linesOf(c.tx, actor.forceId)).length > 0) return refuse(no.linesThere)
    for (const line of startingLines) await insert(c, by, { ...line, ownerOfficeId, expiresAt: null })
    return ok({ added: startingLines.length })
  })
}

/** The line, held, while it may still be changed. */
async function open(c: Commanding, id: string): Promise<Outcome<store.LineRow>> {
  const line = await store.lockLine(c.tx, c.actor.forceId, id)
  if (!line) return refuse(no.noLine)
  return line.ended_at ? refuse(no.lineEnded) : ok(line)
}

/** What it said before is kept with who wrote it so. */
export function changeLine(world: World, actor: Actor, id: string, given: LineGiven): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    const by = changer(c)
    if (by === null) return refuse(no.mayNotChangeLines)
    const line = await open(c, id)
    if (!line.ok) return line
    const refused = await whyNot(c, given)
    if (refused) return refused
    await store.keepVersion(c.tx, line.value, c.now)
    await store.updateLine(c.tx, line.value, columnsOf(c, by, given))
    c.record('line.changed', `replyLine:${id}`, {
      office: given.ownerOfficeId,
      ifAsked: given.ifAsked,
      until: given.expiresAt?.toISOString() ?? null,
    })
    return ok({ id })
  })
}

/** It is offered to nobody any more, and kept. */
export function endLine(world: World, actor: Actor, id: string): Promise<Outcome<{ endedAt: string }>> {
  return command(world, actor, async (c) => {
    if (changer(c) === null) return refuse(no.mayNotChangeLines)
    const line = await open(c, id)
    if (!line.ok) return line
    await store.updateLine(c.tx, line.value, { ended_at: c.now })
    c.record('line.ended', `replyLine:${id}`)
    return ok({ endedAt: c.now.toISOString() })
  })
}
