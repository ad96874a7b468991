import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { csvFile } from '../csv.ts'
import { compareForces, endCompare, letCompare } from './between.commands.ts'
import { betweenEndpoints as e } from './between.contract.ts'
import { consentsOf } from './between.queries.ts'

const head = ['force', 'class', 'figure', 'counted', 'of', 'low', 'high', 'stands']

export const betweenRoutes: readonly Route[] = [
  route(e.consents, async ({ world, actor }) => ok(await consentsOf(world, actor))),
  route(e.forces, ({ world, actor }, { measure, span }) => compareForces(world, actor, measure, span)),
  route(e.forcesFile, async ({ world, actor }, { measure, span }) => {
    const found = await compareForces(world, actor, measure, span)
    if (!found.ok) return found
    const { forces, whole, classes } = found.value
    const names = new Map(forces.map((f) => [f.id, f.name]))
    const parts = [{ class: '', variation: whole }, ...classes]
    const lines = parts.flatMap((part) =>
      part.variation.points.map((p) => [
        names.get(p.id) ?? '',
        part.class,
        ...[p.figure, p.top, p.of, p.low, p.high],
        p.stands,
      ]),
    )
    return ok(csvFile(`${measure}-${span}-forces.csv`, head, lines))
  }),
  route(e.letCompare, ({ world, actor }, { inspectorate, until }) =>
    letCompare(world, actor, { inspectorate, until: new Date(until) }),
  ),
  route(e.endCompare, ({ world, actor }, { id }) => endCompare(world, actor, id)),
]
