import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { csvFile } from '../csv.ts'
import { earnsEndpoints as e } from './earns.contract.ts'
import { earnsOf } from './earns.queries.ts'
import { featureOf } from './feature.ts'

const head = [
  'accounts_of',
  'reaction',
  'feature',
  'accounts',
  'posts_with',
  'posts_without',
  'effect',
  'low',
  'high',
  'per_100_posts_and_1000_followers_with',
  'per_100_posts_and_1000_followers_without',
  'luck',
  'stands',
]

export const earnsRoutes: readonly Route[] = [
  route(e.earns, async ({ world, actor }, { span }) => ok(await earnsOf(world, actor, span))),
  route(e.earnsFile, async ({ world, actor }, { span }) => {
    const { rows } = await earnsOf(world, actor, span)
    const lines = rows.map((r) => [
      r.group,
      r.reaction,
      featureOf(r.feature)?.name ?? r.feature,
      r.accounts,
      r.withIt,
      r.without,
      r.effect,
      r.low,
      r.high,
      r.perFollowerWith,
      r.perFollowerWithout,
      r.luck,
      r.stands ? 'yes' : 'no',
    ])
    return ok(csvFile(`what-earns-${span}.csv`, head, lines))
  }),
]
