import { blindC, blindK, blindL, half, type Labelled, messages } from '../src/inbox/triage/labelled/labelled.testbed.ts'
import { scoresOf, wilson } from '../src/inbox/triage/labelled/scores.ts'
import { suggest } from '../src/inbox/triage/suggest.ts'

/**
 * How well triage sorts messages it was never tuned on, and how fast. `held` comes from the writer of a part of the tuning material; `blindC`,
 * `blindK` and `blindL` each from a writer who saw neither rules nor other messages, and are the figures to go by. Of messages that tell of danger:
 * how many are called one (red) and how many a person is shown at once, red or to be looked at first.
 */

const round = (value: number): number => Math.round(value * 1_000) / 1_000
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

type Flagged = { danger: boolean; look: boolean }

function share(those: readonly Flagged[], isFlagged: (one: Flagged) => boolean) {
  const flagged = those.filter(isFlagged).length
  const [low, high] = wilson(flagged, those.length)
  return { flagged, of: those.length, share: round(flagged / those.length), low: round(low), high: round(high) }
}

function figuresOf(those: readonly Labelled[]) {
  const judged = those.map(({ text, kind, category }) => {
    const { category: said, danger, look } = suggest({ text, kind })
    return { is: category, said, danger, look }
  })
  const { perClass, macroF1 } = scoresOf(judged)
  const dangers = judged.filter(({ is }) => is === 'threatOrVulnerable')
  const others = judged.filter(({ is }) => is !== 'threatOrVulnerable')
  const red = ({ danger }: Flagged): boolean => danger
  const atOnce = ({ danger, look }: Flagged): boolean => danger || look
  return {
    messages: those.length,
    dangerRed: share(dangers, red),
    dangerAtOnce: share(dangers, atOnce),
    falseRed: share(others, red),
    falseAtOnce: share(others, atOnce),
    macroF1: round(macroF1),
    perClass: Object.fromEntries(
      Object.entries(perClass).map(([category, { precision, recall, f1, messages: count }]) => [
        category,
        { precision: round(precision), recall: round(recall), f1: round(f1), messages: count },
      ]),
    ),
  }
}

function speed(rounds = 10) {
  for (const message of messages) suggest(message)
  const times = Array.from({ length: rounds }, () => messages)
    .flat()
    .map((message) => {
      const before = performance.now()
      suggest(message)
      return performance.now() - before
    })
    .sort((one, other) => one - other)
  const total = times.reduce((sum, one) => sum + one, 0)
  return {
    perSecond: Math.round((times.length / total) * 1_000),
    medianMs: round(at(times, 0.5)),
    p99Ms: round(at(times, 0.99)),
  }
}

function print(name: string, { macroF1, perClass, messages: count, ...flags }: Figures): void {
  console.log(`${`${name}, ${count} messages`.padEnd(22)} precision  recall  F1     messages`)
  for (const [category, one] of Object.entries(perClass))
    console.log(
      `${category.padEnd(22)} ${one.precision.toFixed(3).padEnd(10)} ${one.recall.toFixed(3).padEnd(7)} ${one.f1.toFixed(3).padEnd(6)} ${one.messages}`,
    )
  const told = ({ flagged, of, share: part, low, high }: Figures['dangerRed']): string =>
    `${flagged} of ${of}, ${part} (95%: ${low} to ${high})`
  console.log(`macro-F1 ${macroF1}`)
  console.log(`dangers called one: ${told(flags.dangerRed)}`)
  console.log(`dangers called one or looked at first: ${told(flags.dangerAtOnce)}`)
  console.log(`others called a danger: ${told(flags.falseRed)}`)
  console.log(`others called a danger or looked at first: ${told(flags.falseAtOnce)}\n`)
}
type Figures = ReturnType<typeof figuresOf>

const sets = { held: half('held'), blindC, blindK, blindL }
const figures = Object.fromEntries(Object.entries(sets).map(([name, those]) => [name, figuresOf(those)]))
const fast = speed()
for (const [name, those] of Object.entries(figures)) print(name, those)
console.log(`${fast.perSecond} messages a second, median ${fast.medianMs} ms, 99 of 100 within ${fast.p99Ms} ms`)
console.log(JSON.stringify({ bench: 'triage', ...figures, ...fast }))
