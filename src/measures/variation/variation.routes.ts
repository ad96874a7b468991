import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { csvFile } from '../csv.ts'
import { variationEndpoints as e } from './variation.contract.ts'
import { variation } from './variation.queries.ts'

const head = ['account', 'handle', 'network', 'class', 'figure', 'counted', 'of', 'low', 'high', 'stands']

export const variationRoutes: readonly Route[] = [
  route(e.variation, ({ world, actor }, { measure, span }) => variation(world, actor, measure, span)),
  route(e.variationFile, async ({ world, actor }, { measure, span }) => {
    const found = await variation(world, actor, measure, span)
    if (!found.ok) return found
    const names = new Map(found.value.accounts.map((a) => [a.id, a]))
    const lines = found.value.classes.flatMap((c) =>
      c.variation.points.map((p) => {
        const a = names.get(p.id)
        const who = [a?.name ?? '', a?.handle ?? '', a?.network ?? '', c.class]
        return [...who, p.figure, p.top, p.of, p.low, p.high, p.stands]
      }),
    )
    return ok(csvFile(`${measure}-${span}-variation.csv`, head, lines))
  }),
]
