import { wallOf } from '../../../posting/schedule.ts'
import { doStep } from '../../../review/carrying/step.commands.ts'
import { askSecondLook, decideReview, decideSecondLook, giveVoice } from '../../../review/decide.commands.ts'
import { savePlan } from '../../../review/plan/plan.commands.ts'
import { beginRound } from '../../../review/round.commands.ts'
import type { Calendar } from '../../calendar.ts'
import { forceZone } from '../../force.ts'
import { actorOf, type DemoWorld, done, idOf, type Moment } from '../../start.commands.ts'
import { rolesOf, type ServingKey } from '../people.ts'
import { type Decided, decisions, ticked, voices } from './decisions.ts'
import { type Planned, plans } from './plans.ts'

/** So many working days ago the round begins; what is decided in it lies in the days after. */
export const roundDay = 9

/** How many days ago the n-th working day before today was. */
export function workingDay(calendar: Calendar, n: number): number {
  let ago = 0
  for (let left = n; left > 0; ) {
    ago += 1
    if (!calendar.isWeekend(ago)) left -= 1
  }
  return ago
}

/** So many days ahead, or the Monday after it. */
const weekdayFrom = (calendar: Calendar, days: number): number =>
  calendar.isWeekend(-days) ? weekdayFrom(calendar, days + 1) : days

type Reviewed = { id: string } & Planned
type Round = { id: string; reviews: Map<string, Reviewed> }

/** A round over every account, half of it decided; plans, voices, second looks, and what decisions began. `ids`: of everybody who serves, by their key. */
export function reviewMoments(world: DemoWorld, calendar: Calendar, ids: ReadonlyMap<string, string>): Moment[] {
  const round: Round = { id: '', reviews: new Map() }
  const on = (day: number, wall: string) => calendar.at(workingDay(calendar, day), wall)
  const dayOf = (at: Date) => wallOf(at, forceZone).slice(0, 10)
  const moment = (day: number, wall: string, run: Moment['run']): Moment => ({ at: on(day, wall), run })
  return [
    moment(roundDay, '09:05', () => begin(world, round, seasonOf(world.clock.now()))),
    ...plans.map(({ by, at, name, going }) =>
      moment(roundDay, at, async () => {
        const accounts = going([...round.reviews.values()])
        return done(await savePlan(world, actorOf(world, by), { name, accounts, roundId: round.id }), name)
      }),
    ),
    ...voices.map(({ day, at, of, side, who, words }) =>
      moment(day, at, async () => {
        const said = { review: reviewOf(round, of).id, side, who, words, on: dayOf(on(day, at)) }
        return done(await giveVoice(world, actorOf(world, 'ffion'), said), `${who} on ${of}`)
      }),
    ),
    ...decisions.map((d) =>
      moment(d.day, d.at, () =>
        decide(world, round, d, d.on === undefined ? null : dayOf(calendar.at(-weekdayFrom(calendar, d.on), '12:00'))),
      ),
    ),
    ...ticked.map(({ day, at, by, of, step, evidence }) =>
      moment(day, at, async () => {
        const id = await listOf(world, reviewOf(round, of).id)
        return done(await doStep(world, actorOf(world, by), { id, step, evidence }), `${step} of ${of}`)
      }),
    ),
    ...secondLooks(world, round, ids, moment),
  ]
}

const seasons = ['Winter', 'Spring', 'Summer', 'Autumn'] as const
const seasonOf = (at: Date): string => `${seasons[Math.floor(((at.getUTCMonth() + 1) % 12) / 3)]} review`

/** The head of communications begins it; whom it is about is remembered by network and handle. */
async function begin(world: DemoWorld, round: Round, name: string): Promise<void> {
  round.id = done(await beginRound(world, actorOf(world, 'priya'), name), name).id
  const rows = await world.db
    .selectFrom('review as r')
    .leftJoin('account as a', (j) => j.onRef('a.force_id', '=', 'r.force_id').onRef('a.id', '=', 'r.account_id'))
    .select(['r.id', 'r.account_id', 'r.network', 'r.handle', 'r.class', 'r.area', 'r.recommendation', 'a.status'])
    .where('r.force_id', '=', world.forceId)
    .where('r.round_id', '=', round.id)
    .orderBy('r.place')
    .execute()
  for (const r of rows) round.reviews.set(`${r.network} ${r.handle}`, { ...r, accountId: r.account_id })
}

function reviewOf({ reviews }: Round, of: string): Reviewed {
  const found = reviews.get(of)
  if (!found) throw new Error(`The round has no ${of}.`)
  return found
}

/** Said where the measures of the day recommend something else than this story foresaw. */
const seenOtherwise = [
  'We asked the people who run it, and they see it otherwise than the figures.',
  'Thirteen weeks are too few to tell here; we know the two years before.',
  'Its purpose is not what the figure measures.',
] as const

async function decide(world: DemoWorld, round: Round, d: Decided, on: string | null): Promise<void> {
  const { id } = reviewOf(round, d.of)
  const into = d.into === undefined ? null : reviewOf(round, d.into).accountId
  const whyOther = d.whyOther ?? seenOtherwise[d.of.length % seenOtherwise.length] ?? null
  const given = { review: id, outcome: d.becomes, into, on, reason: d.reason, whyOther }
  done(await decideReview(world, actorOf(world, d.by), given), `${d.becomes} ${d.of}`)
}

/** The list that a decision began. */
async function listOf(world: DemoWorld, review: string): Promise<string> {
  const row = await world.db
    .selectFrom('carrying_out')
    .select('id')
    .where('force_id', '=', world.forceId)
    .where('review_id', '=', review)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Two officers ask that somebody else looks again: one was right, the other waits. */
function secondLooks(
  world: DemoWorld,
  round: Round,
  ids: ReadonlyMap<string, string>,
  moment: (day: number, wall: string, run: Moment['run']) => Moment,
): Moment[] {
  const serves = (key: ServingKey) => ({ forceId: world.forceId, personId: idOf(ids, key), roles: rolesOf(key) })
  const leah = 'x PCLeahCorrigan'
  return [
    moment(6, '10:05', async () => {
      const why =
        'Who writes to me does not write to the force. Please look at the answers, and not at the number of accounts. I would take a colleague onto it.'
      return done(await askSecondLook(world, actorOf(world, 'leah'), { review: reviewOf(round, leah).id, why }), leah)
    }),
    moment(4, '14:20', async () => {
      const instead = {
        outcome: 'keep' as const,
        into: null,
        on: null,
        reason:
          'It stays hers. She answers people more than any account of ours but the desk, and many of them follow nothing else.',
        whyOther: 'As recommended, and for the people who write to it.',
      }
      const reason =
        'PC Corrigan is right: what would be lost is not the number. PC Cole signs beside her, so that it does not hang on one.'
      const looked = { review: reviewOf(round, leah).id, reason, instead }
      return done(await decideSecondLook(world, actorOf(world, 'priya'), looked), leah)
    }),
    moment(2, '13:15', async () => {
      const of = 'x MillLaneNPT'
      const why =
        'It fell silent when we were moved to the festival. We are back and have eleven things to tell. Let us try until the next review.'
      return done(await askSecondLook(world, serves('yusuf'), { review: reviewOf(round, of).id, why }), of)
    }),
  ]
}
