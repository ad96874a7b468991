import { ok } from '../foundation/outcome.ts'
import { type Room, route } from '../foundation/route.ts'
import { activityRoutes } from './activity/activity.routes.ts'
import { betweenRoutes } from './between/between.routes.ts'
import { countForce } from './counting/count.commands.ts'
import { csvFile } from './csv.ts'
import { countEarns } from './earns/earns.commands.ts'
import { earnsRoutes } from './earns/earns.routes.ts'
import { endReason, listOfficials, sayWhy } from './measures.commands.ts'
import { measuresEndpoints as e } from './measures.contract.ts'
import { measuresJobs } from './measures.jobs.ts'
import { accountFigures, measureFigures, officialsListed, overview, rowsBehind } from './measures.queries.ts'
import { variationRoutes } from './variation/variation.routes.ts'

export const measuresRoom: Room = {
  name: 'measures',
  jobs: measuresJobs,
  routes: [
    // Before `:measure`, which would take these names for one.
    ...earnsRoutes,
    ...variationRoutes,
    ...betweenRoutes,
    ...activityRoutes,
    route(e.officials, async ({ world, actor }) => ok(await officialsListed(world, actor))),
    route(e.account, ({ world, actor }, { account, span }) => accountFigures(world, actor, account, span)),
    route(e.overview, async ({ world, actor }, { span }) => ok(await overview(world, actor, span))),
    route(e.figuresFile, async ({ world, actor }, { measure, span }) => {
      const found = await measureFigures(world, actor, measure, span)
      if (!found.ok) return found
      const { accounts, figures } = found.value
      const names = new Map(accounts.map((a) => [a.id, a]))
      const rows = figures.map((f) => {
        const of = names.get(f.accountId)
        return [of?.name ?? 'All accounts', of?.handle ?? '', of?.network ?? '', of?.class ?? '', f.figure, f.top, f.of]
      })
      const head = ['account', 'handle', 'network', 'class', 'figure', 'counted', 'of']
      return ok(csvFile(`${measure}-${span}.csv`, head, rows))
    }),
    route(e.rowsFile, async ({ world, actor }, input) => {
      const found = await rowsBehind(world, actor, { ...input, after: 0 }, Number.POSITIVE_INFINITY)
      if (!found.ok) return found
      const { definition, rows } = found.value
      const name = `${input.measure}-${input.span}-rows.csv`
      if (definition.rowsOf === 'rumour') {
        const lines = rows.map(({ id, at, rumour: r }) => [id, at, r?.lineAt ?? null, r?.minutes ?? null])
        return ok(csvFile(name, ['id', 'first_seen', 'first_line', 'minutes'], lines))
      }
      const lines = rows.map((row) => [row.id, row.at, row.kind, row.to, row.words])
      return ok(csvFile(name, ['id', 'said_at', 'kind', 'to', 'words'], lines))
    }),
    route(e.rows, ({ world, actor }, input) => rowsBehind(world, actor, input)),
    route(e.one, ({ world, actor }, { measure, span }) => measureFigures(world, actor, measure, span)),
    route(e.count, async ({ world, actor, now }) => {
      const counted = await countForce(world, actor, now)
      if (counted.ok) await countEarns(world, actor, now)
      return counted
    }),
    route(e.endReason, ({ world, actor }, { id }) => endReason(world, actor, id)),
    route(e.sayWhy, ({ world, actor }, input) => sayWhy(world, actor, input)),
    route(e.listOfficials, ({ world, actor }, { list }) => listOfficials(world, actor, list)),
  ],
}
