import { command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { accountClasses } from '../../register/account.ts'
import type { Definition } from '../measure.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import type { SpanName } from '../span.ts'
import { varyingOf } from '../variation/variation.queries.ts'
import { variationOf } from '../variation/vary.ts'
import { type FiguresOfForce, figuresOfForce } from './between.queries.ts'
import { consentOf, endConsent, endRunOut, forcesLetting, insertConsent, isInspectorate } from './between.store.ts'

/** Lets an inspectorate compare the figures of this force, from now until an instant. One consent for each at a time. */
export function letCompare(
  world: World,
  actor: Actor,
  given: { inspectorate: string; until: Date },
): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'letInspectorsCompare') || actor.personId === null) return refuse(r.mayNotLetCompare)
    if (!(await isInspectorate(c, given.inspectorate))) return refuse(r.noInspectorate)
    if (given.until <= c.now) return refuse(r.endsTooSoon)
    await endRunOut(c, given.inspectorate)
    const id = newId(c.now)
    if (!(await insertConsent(c, id, given, actor.personId))) return refuse(r.comparesAlready)
    const data = { consent: id, inspectorate: given.inspectorate, until: given.until.toISOString() }
    c.record('measures.compareLet', `measures:${actor.forceId}`, data)
    return ok({ id })
  })
}

/** Ends it at once. That it was, and until when, stays readable. */
export function endCompare(world: World, actor: Actor, id: string): Promise<Outcome<Record<never, never>>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'letInspectorsCompare') || actor.personId === null) return refuse(r.mayNotLetCompare)
    if (!(await endConsent(c, id, actor.personId))) return refuse(r.noConsent)
    c.record('measures.compareEnded', `measures:${actor.forceId}`, { consent: id })
    return ok({})
  })
}

type Read = FiguresOfForce & { id: string; name: string }

/** How the forces that let this inspectorate compare them differ in a measure. Whoever is read keeps that it was, by whom and in what. */
export async function compareForces(world: World, actor: Actor, measure: string, span: SpanName) {
  if (!may(actor, 'compareForces') || actor.personId === null) return refuse(r.mayNotCompare)
  const d = varyingOf(measure)
  if (!d) return refuse(r.noMeasure)
  const read: Read[] = []
  for (const force of await forcesLetting(world.db, actor.forceId, world.clock.now())) {
    const figures = await readForce(world, { ...actor, personId: actor.personId }, force.id, d, span)
    if (figures.ok) read.push({ ...force, ...figures.value })
  }
  return ok({
    measure: { id: d.id, name: d.name, unit: d.unit, asks: d.asks },
    forces: read.map(({ id, name, until }) => ({ id, name, until })),
    whole: variationOf(
      d,
      read.flatMap(({ id, whole }) => (whole ? [{ id, ...whole }] : [])),
    ),
    classes: accountClasses.flatMap((of) => {
      const figures = read.flatMap(({ id, classes }) =>
        classes.filter((row) => row.class === of).map(({ figure, top, of: all }) => ({ id, figure, top, of: all })),
      )
      return figures.length === 0 ? [] : [{ class: of, variation: variationOf(d, figures) }]
    }),
  })
}

/** One force in one transaction: that it still lets itself be compared, its figures, and the fact that they were read. None without the others. */
function readForce(
  world: World,
  inspector: Actor & { personId: string },
  forceId: string,
  d: Definition,
  span: SpanName,
): Promise<Outcome<FiguresOfForce>> {
  return command(world, { forceId, personId: null, roles: [] }, async (c) => {
    const consent = await consentOf(c, forceId, inspector.forceId)
    if (!consent) return refuse(r.noConsent)
    const figures = await figuresOfForce(c.tx, forceId, d, span)
    const by = { inspectorate: inspector.forceId, inspector: inspector.personId }
    c.record('measures.compared', `measures:${forceId}`, { ...by, consent: consent.id, measure: d.id, span })
    return ok(figures)
  })
}
