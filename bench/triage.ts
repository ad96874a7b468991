import { blindC, half, type Labelled, messages } from '../src/inbox/triage/labelled/labelled.testbed.ts'
import { scoresOf, wilson } from '../src/inbox/triage/labelled/scores.ts'
import { suggest } from '../src/inbox/triage/suggest.ts'

/**
 * How well triage sorts messages it was never tuned on, and how fast. `held` comes from the writer of half the tuning material; `blindC`
 * from a writer who saw neither rules nor other messages, and is the figure to go by.
 */

const round = (value: number): number => Math.round(value * 1_000) / 1_000
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function share(those: readonly { danger: boolean }[]) {
  const flagged = those.filter(({ danger }) => danger).length
  const [low, high] = wilson(flagged, those.length)
  return { flagged, of: those.length, share: round(flagged / those.length), low: round(low), high: round(high) }
}

function figuresOf(those: readonly Labelled[]) {
  const judged = those.map(({ text, kind, category }) => {
    const { category: said, danger } = suggest({ text, kind })
    return { is: category, said, danger }
  })
  const { perClass, macroF1 } = scoresOf(judged)
  return {
    messages: those.length,
    dangerRecall: share(judged.filter(({ is }) => is === 'threatOrVulnerable')),
    falseAlarms: share(judged.filter(({ is }) => is !== 'threatOrVulnerable')),
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

function print(name: string, { dangerRecall, falseAlarms, macroF1, perClass, messages: count }: Figures): void {
  console.log(`${`${name}, ${count} messages`.padEnd(22)} precision  recall  F1     messages`)
  for (const [category, one] of Object.entries(perClass))
    console.log(
      `${category.padEnd(22)} ${one.precision.toFixed(3).padEnd(10)} ${one.recall.toFixed(3).padEnd(7)} ${one.f1.toFixed(3).padEnd(6)} ${one.messages}`,
    )
  const told = ({ flagged, of, share: part, low, high }: Figures['dangerRecall']): string =>
    `${flagged} of ${of}, ${part} (95%: ${low} to ${high})`
  console.log(`macro-F1 ${macroF1}`)
  console.log(`dangers flagged: ${told(dangerRecall)}`)
  console.log(`false alarms: ${told(falseAlarms)}\n`)
}
type Figures = ReturnType<typeof figuresOf>

const held = figuresOf(half('held'))
const blind = blindC.length > 0 ? figuresOf(blindC) : null
const fast = speed()
print('held', held)
if (blind) print('blind-c', blind)
console.log(`${fast.perSecond} messages a second, median ${fast.medianMs} ms, 99 of 100 within ${fast.p99Ms} ms`)
console.log(JSON.stringify({ bench: 'triage', held, blindC: blind, ...fast }))
