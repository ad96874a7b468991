import type { z } from 'zod'
import { chanceOf, fewestAccounts } from '../../../measures/variation/limits.ts'
import type { variationEndpoints } from '../../../measures/variation/variation.contract.ts'
import { Count, count, plural } from '../../say.ts'
import { figureWords } from '../figures.ts'

type Read = z.output<typeof variationEndpoints.variation.output>
export type Variation = Read['classes'][number]['variation']
export type Standing = Variation['points'][number]
export type Measured = Read['measure']

export const isOut = (p: Standing): boolean => p.stands === 'above' || p.stands === 'below'
const outOf = (all: readonly Variation[]): Standing[] => all.flatMap((v) => v.points.filter(isOut))
const saidOf = (all: readonly Variation[]): number => all.filter((v) => v.ordinary).flatMap((v) => v.points).length

/** What the page found: not known, nothing, too few to say, none, one, many. `of`: accounts or forces. */
export const variationHeading = (
  m: Pick<Measured, 'name'>,
  counted: boolean,
  all: readonly Variation[],
  of: { one: string; where: (many: boolean) => string } = {
    one: 'account',
    where: (many) => (many ? 'in their class' : 'in its class'),
  },
): string => {
  const name = m.name.charAt(0).toLowerCase() + m.name.slice(1)
  if (!counted) return 'Nothing has been counted yet'
  if (all.every((v) => v.points.length === 0)) return `${m.name}: nothing to count in this time`
  const said = saidOf(all)
  if (said === 0)
    return all.some((v) => v.points.length >= fewestAccounts)
      ? `${m.name}: ${plural(2, of.one)} too few, or too alike, to say what is ordinary`
      : `${m.name}: too few ${plural(2, of.one)} to say what is ordinary`
  const out = outOf(all).length
  if (out === 0) return `No ${of.one} differs in ${name} beyond what is ordinary ${of.where(false)}`
  return `${Count(out)} of ${said} ${plural(said, of.one)} ${out === 1 ? 'differs' : 'differ'} in ${name} beyond what is ordinary ${of.where(out > 1)}`
}

const range = (m: Measured, low: number, high: number): string => `${figureWords(m, low)} to ${figureWords(m, high)}`

/** Shares between limits so far apart, or lengths so many times the middle, are nearly all there are. */
const wide = { share: 0.5, times: 10 } as const
const fewAccounts = 15

/** Why the limits are so wide that nearly any figure is ordinary; empty where they are not. */
export const wideSentence = (m: Measured, v: Variation, one = 'account'): string => {
  const { ordinary, middle } = v
  const point = v.points.toSorted((a, b) => a.of - b.of)[v.points.length >> 1]
  if (!ordinary || middle === null || !point || point.low === null || point.high === null) return ''
  const isWide =
    m.unit === 'share' ? point.high - point.low >= wide.share : point.high >= wide.times * Math.max(1, middle)
  if (!isWide) return ''
  const chance = v.funnel ? chanceOf(Math.max(1, point.of)) : 0
  const why = [
    chance > ordinary.extra
      ? `the ${plural(2, one)} have few rows each`
      : `the ${plural(2, one)} differ much among themselves`,
    ...(ordinary.accounts < fewAccounts ? [`there are only ${count(ordinary.accounts)} to tell by`] : []),
  ]
  return `The limits are wide, because ${why.join(' and ')}: few figures would stand out.`
}

/** One class, or all forces, in a sentence. */
export const kindSentence = (m: Measured, v: Variation, one = 'account'): string => {
  const n = v.points.length
  if (!v.ordinary || v.middle === null)
    return `${Count(n)} ${plural(n, one)}: too few, or too alike, to say what is ordinary among them.`
  const out = v.points.filter(isOut).length
  const middle = `the middle one at ${figureWords(m, v.middle)}`
  const told = out === 0 ? 'all within what is ordinary' : `${count(out)} beyond what is ordinary`
  return `${Count(n)} ${plural(n, one)}, ${middle}; ${told}.`
}

/** Why one is marked: its figure, and where such a one ordinarily stands. */
export const outSentence = (m: Measured, p: Standing, funnel: boolean): string => {
  const figure = figureWords(m, p.figure)
  if (p.low === null || p.high === null) return figure
  const rows = funnel ? ` with ${p.of.toLocaleString('en-GB')} rows` : ''
  return `${figure}${rows}: ${p.stands} the ${range(m, p.low, p.high)} that is ordinary${funnel ? ' for so many' : ''}`
}

export const ordinaryRange = (m: Measured, p: Standing): string =>
  p.low === null || p.high === null ? '–' : range(m, p.low, p.high)

export const variationWords = {
  lede: (span: string, day: string) =>
    `${span} to ${day}. Each dot is an account among its own class, a diamond one beyond what is ordinary there.`,
  notCounted: 'They are counted every night, and after an import into the archive.',
  measure: 'Measure',
  chart: (name: string, m: Measured, v: Variation, one: string) => `${name}: ${kindSentence(m, v, one)}`,
  limit: 'limit',
  middle: 'middle',
  rowsAxis: 'rows counted',
  how: 'How the limits are drawn',
  howText: [
    'A share of few rows is a matter of chance, so its limits are wide; they narrow as rows grow in number.',
    'Accounts of one class also differ by more than chance, and rightly. How much is learned from the middle two thirds of them, so that one who stands far out does not widen the limits.',
    'Limits reach three spreads, and further where few accounts tell how wide one is: of accounts that differ only as their class does, about one in 370 stands outside.',
    'Under eight accounts nothing is said. Outside is a reason to ask why, never a verdict.',
  ],
  all: 'All accounts, with their limits',
  ordinary: 'Ordinary here',
  stands: 'Stands',
  standsWords: { inside: 'Ordinary', above: 'Above', below: 'Below', unsaid: 'Not said' },
  force: 'Force',
  forces: 'Between forces',
  forcesNote: 'Each dot a force that lets you compare it. Figures only; each keeps that you looked',
  noForces:
    'No force lets you compare it yet. Its head of communications or product owner can, on this page of theirs.',
  forcesAll: 'All forces together, every class',
  forcesHeading: 'No force lets you compare it yet',
  few: 'A class of a force is left out where fewer than three of its accounts have a figure, or where theirs could be worked out from the others.',
  comparing: 'Who may compare us',
  comparingNote: 'An inspectorate sees our figures beside those of other forces; no words, no account by name',
  comparingNone: 'No inspectorate may compare us.',
  inspectorate: 'Inspectorate',
  from: 'From',
  until: 'Until',
  by: 'Let by',
  ended: 'Ended',
  end: 'End this consent',
  endLabel: (name: string) => `End this consent: ${name}`,
  letHeading: 'Let an inspectorate compare us?',
  letOpen: 'Let an inspectorate compare us',
  letAct: 'Let them compare our figures',
  letUntil: 'Until the end of this day',
  letMissing: 'Choose an inspectorate and a day.',
  letLede:
    'They see the figures of each measure, of the force and of its classes, and none that would tell of fewer than three accounts. We keep who looked at what, and can end it at any time.',
} as const
