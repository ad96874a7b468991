import { z } from 'zod'
import { middleOf } from '../measures/measure.ts'
import { type AccountClass, accountClass } from '../register/account.ts'
import {
  type Criterion,
  type CriterionId,
  criteria,
  criterionId,
  criterionIds,
  lineFor,
  type Reading,
  reading,
  type Setting,
  type Settings,
  type Subject,
  strongBy,
  subject,
} from './criteria.ts'

/** One figure as it was counted: `rows`, how many rows it counts, null where it is no count of rows; `voices`, how many sign there. */
export type Figure = { figure: number; rows: number | null; version: number; voices: number }

/** Everything that a scorecard is made of, for one account or look-alike; read once, when a round begins. */
export type Evidence = {
  id: string
  subject: Subject
  class: AccountClass | null
  /** By measure. None where there was nothing to measure. */
  figures: Readonly<Record<string, Figure>>
  /** Why it is rightly silent between events, in the words that somebody recorded. */
  eventDriven: string | null
  /** Other accounts on the same network: for the same place, and those that say nearly the same, with how often. */
  samePlace: readonly string[]
  near: readonly { account: string; posts: number }[]
  /** Hours that messages of risk waited for a first look, where that was over twelve, longest first. Null: not heard here. */
  waited: readonly number[] | null
  people: number
  ownerHeld: boolean
  objectives: number
  /** Why it may be taken for ours; null when it cannot be. */
  imitates: string | null
}

/** One test as it read. `middle`: of its class, null of fewer than three accounts; `accounts`: those behind an overlap. */
export const tested = z.object({
  criterion: criterionId,
  value: z.number().nullable(),
  middle: z.number().nullable(),
  line: z.number(),
  reading,
  /** The second line, where it is past that one as well. */
  graveLine: z.number().nullable(),
  /** Version of the measure; null where it is no measure. */
  version: z.number().nullable(),
  rows: z.number().nullable(),
  words: z.string().nullable(),
  accounts: z.array(z.string()),
  /** Of the accounts behind it, those that say nearly the same: with how many of this one's posts, and what share of them. The one most alike first. */
  alike: z.array(z.object({ account: z.string(), posts: z.number(), share: z.number() })).default([]),
})
export type Tested = z.output<typeof tested>

export const scorecard = z.object({
  subject,
  class: accountClass.nullable(),
  tests: z.array(tested),
})
export type Scorecard = z.output<typeof scorecard>

const hoursAWeek = 168
/** So many voices at least, before one of them can drown the others. */
const fewestVoices = 3

/** What each test reads off; null where there was nothing to measure. */
export function valuesOf(e: Evidence): Record<CriterionId, number | null> {
  const m = (id: string): number | null => e.figures[id]?.figure ?? null
  const cover = m('M15')
  return {
    answers: m('M08'),
    dialogue: m('M07'),
    ownWords: m('M04'),
    repeats: m('M05'),
    silent: m('M01'),
    dormant: m('M03'),
    near: e.figures.M06 ? nearHere(e.figures.M06, e.near) : null,
    samePlace: e.samePlace.length,
    unattended: m('M02'),
    unwatched: cover === null ? null : Math.round(hoursAWeek * (1 - cover)),
    waited: e.waited?.length ?? null,
    people: e.people,
    balance: (e.figures.M16?.voices ?? 0) < fewestVoices ? null : m('M16'),
    owner: e.ownerHeld ? 1 : 0,
    record: m('M29'),
    objective: e.objectives,
    strategy: m('M22'),
    imitates: e.imitates === null ? 0 : 1,
  }
}

/** M06 counts every network, where the same words rightly stand twice; only those on this account's own network are an overlap. */
const nearHere = ({ figure, rows }: Figure, near: Evidence['near']): number => {
  const here = near.reduce((sum, n) => sum + n.posts, 0)
  return rows === null || rows === 0 ? 0 : (figure * Math.min(here, rows)) / rows
}

type Middles = Readonly<Partial<Record<CriterionId, number>>>

const alikeOf = ({ figures, near }: Evidence): Tested['alike'] => {
  const { M06 } = figures
  return M06 ? near.map((n) => ({ ...n, share: nearHere(M06, [n]) })).toSorted((a, b) => b.share - a.share) : []
}

/** The middle of each test among those of a class, where three or more have one. */
export function middlesByClass(all: readonly Evidence[]): Map<AccountClass | null, Middles> {
  const middles = new Map<AccountClass | null, Middles>()
  for (const [of, group] of Map.groupBy(all, (e) => e.class)) {
    const values = group.map(valuesOf)
    const found: Partial<Record<CriterionId, number>> = {}
    for (const id of criterionIds) {
      const known = values.flatMap((v) => v[id] ?? [])
      const middle = known.length < fewestInClass ? null : middleOf(known)
      if (middle !== null) found[id] = middle
    }
    middles.set(of, found)
  }
  return middles
}
const fewestInClass = 3

const isPast = ({ better }: Criterion, value: number, line: number): boolean =>
  better === 'more' ? value < line : value > line

function readingOf(e: Evidence, id: CriterionId, value: number | null, middle: number | null, line: number): Reading {
  const criterion = criteria[id]
  if (value === null) return 'notMeasured'
  if (isPast(criterion, value, line)) {
    if (id === 'silent' && e.eventDriven !== null) return 'rightlySilent'
    return id === 'people' && value === 0 ? 'gap' : criterion.past
  }
  const stronger = criterion.unit === 'share' && criterion.better === 'more' && id !== 'record'
  return stronger && middle !== null && value > 0 && value >= middle * strongBy ? 'strong' : 'inOrder'
}

/** What stands behind a test besides its rows, in words; null where the rows say it all. */
function behind(e: Evidence, id: CriterionId): string | null {
  if (id === 'waited' && e.waited && e.waited.length > 0) return waitedWords(e.waited)
  if (id === 'silent' && e.eventDriven !== null) return e.eventDriven
  if (id === 'imitates') return e.imitates
  return null
}

const waitedWords = (hours: readonly number[]): string =>
  `${hours.length} waited, ${hours.length > 2 ? `up to ${hours[0]}` : hours.toReversed().join(' and ')} h`

const accountsBehind = (e: Evidence, id: CriterionId): string[] => {
  if (id === 'samePlace') return [...e.samePlace]
  return id === 'near' ? e.near.map((n) => n.account) : []
}

/** Every test in use of one account, beside the middle of its class. Pure: the same evidence and criteria give the same card. */
export function scorecardOf(e: Evidence, middles: Middles, by: Settings): Scorecard {
  const values = valuesOf(e)
  const tests = criterionIds
    .filter((id) => by[id].used && criteria[id].of.includes(e.subject))
    .map((id): Tested => {
      const { from } = criteria[id]
      const [value, middle, setting] = [values[id], middles[id] ?? null, by[id]]
      const line = lineFor(setting.line, e.class)
      const figure = 'measure' in from ? e.figures[from.measure] : undefined
      const how = readingOf(e, id, value, middle, line)
      return {
        criterion: id,
        value,
        middle,
        line,
        reading: how,
        graveLine: how === criteria[id].past ? graveLineOf(setting, value, e.class) : null,
        version: figure?.version ?? null,
        rows: figure?.rows ?? null,
        words: behind(e, id),
        accounts: accountsBehind(e, id),
        alike: id === 'near' ? alikeOf(e) : [],
      }
    })
  return { subject: e.subject, class: e.class, tests }
}

/** Only silence knows a second line. */
function graveLineOf({ grave }: Setting, value: number | null, of: AccountClass | null): number | null {
  const line = grave && lineFor(grave, of)
  return line !== null && value !== null && value > line ? line : null
}
