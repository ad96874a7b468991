import { ok } from '../foundation/outcome.ts'
import { type Room, route } from '../foundation/route.ts'
import { may } from '../people/may.ts'
import { csvText } from '../register/sheet/csv.ts'
import { carryingJobs } from './carrying/carrying.jobs.ts'
import { carryingRoutes } from './carrying/carrying.routes.ts'
import { criteria, criterionIds, readingWords } from './criteria.ts'
import { askSecondLook, decideReview, decideSecondLook, giveVoice, waiveSecondLook } from './decide.commands.ts'
import { outcomeWords } from './outcome.ts'
import { planRoutes } from './plan/plan.routes.ts'
import { reviewEndpoints as e } from './review.contract.ts'
import { oneReview } from './review.queries.ts'
import { beginRound, changeCriteria, endRound } from './round.commands.ts'
import { counts, criteriaPage, mine, type RoundRead, roundRead, rounds } from './round.queries.ts'
import { valueWords } from './saying.ts'
import { decideTogether } from './together/together.commands.ts'
import { togetherEndpoints } from './together/together.contract.ts'
import { waitingEndpoints } from './waiting/waiting.contract.ts'
import { waitingJobs } from './waiting/waiting.jobs.ts'
import { waiting } from './waiting/waiting.queries.ts'

/** A line an account: what is recommended and why, what was decided, by whom and why, and every test with how it reads. */
function csvOf({ rows, cards, decisions }: RoundRead): string {
  const head = [
    'account',
    'handle',
    'network',
    'class',
    'area',
    'recommendation',
    'into',
    'reasons',
    'decision',
    'joins',
    'on',
    'reason of the decision',
    'why not what is recommended',
    'decided by',
    'decided at',
  ]
  const tests = criterionIds.flatMap((id) => [criteria[id].name, `${criteria[id].name}, reading`])
  const lines = rows.map((row, n) => {
    const read = criterionIds.flatMap((id) => {
      const test = cards[n]?.tests.find((t) => t.criterion === id)
      return test ? [valueWords(id, test.value), readingWords[test.reading]] : ['', '']
    })
    const decided = decisions[n] ?? null
    return [
      row.name,
      row.handle,
      row.network,
      row.class ?? '',
      row.area ?? '',
      outcomeWords[row.recommendation],
      row.recommendedInto?.name ?? '',
      row.because.join('; '),
      decided ? outcomeWords[decided.outcome] : '',
      decided?.into?.name ?? '',
      decided?.on ?? '',
      decided?.reason ?? '',
      decided?.whyOther ?? '',
      decided ? `${decided.by.rank} ${decided.by.name}`.trim() : '',
      decided?.at ?? '',
      ...read,
    ]
  })
  return csvText([[...head, ...tests], ...lines])
}

export const reviewRoom: Room = {
  name: 'review',
  jobs: [...carryingJobs, ...waitingJobs],
  routes: [
    route(e.rounds, async ({ world, actor }) => ok(await rounds(world, actor))),
    route(e.counts, async ({ world, actor }) => ok(await counts(world, actor))),
    route(waitingEndpoints.mine, async ({ world, actor }) => ok(await mine(world, actor))),
    route(e.criteria, async ({ world, actor }) => ok(await criteriaPage(world, actor))),
    route(e.changeCriteria, ({ world, actor }, input) => changeCriteria(world, actor, input)),
    route(e.begin, ({ world, actor }, { name }) => beginRound(world, actor, name)),
    route(e.end, ({ world, actor }, input) => endRound(world, actor, input)),
    route(e.round, async ({ world, actor }, { round }) => {
      const found = await roundRead(world, actor, round)
      if (!found.ok) return found
      return ok({ round: found.value.round, rows: found.value.rows, mayRun: may(actor, 'runReview') })
    }),
    route(e.roundFile, async ({ world, actor }, { round }) => {
      const found = await roundRead(world, actor, round)
      if (!found.ok) return found
      const bytes = new TextEncoder().encode(csvOf(found.value))
      return ok({ bytes, mediaType: 'text/csv; charset=utf-8', name: `review-${round}.csv` })
    }),
    route(e.one, ({ world, actor }, input) => oneReview(world, actor, input)),
    route(e.decide, ({ world, actor }, input) => decideReview(world, actor, input)),
    route(togetherEndpoints.decideTogether, ({ world, actor }, input) => decideTogether(world, actor, input)),
    route(e.giveVoice, ({ world, actor }, input) => giveVoice(world, actor, input)),
    route(e.askSecondLook, ({ world, actor }, input) => askSecondLook(world, actor, input)),
    route(e.decideSecondLook, ({ world, actor }, input) => decideSecondLook(world, actor, input)),
    route(waitingEndpoints.waiveSecondLook, ({ world, actor }, { review }) => waiveSecondLook(world, actor, review)),
    route(waitingEndpoints.waiting, async ({ world, actor }) => ok(await waiting(world, actor))),
    ...planRoutes,
    ...carryingRoutes,
  ],
}
