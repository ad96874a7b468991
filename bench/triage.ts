import { needsPerson } from '../src/inbox/triage/category.ts'
import { fresh, half, type Labelled, messages } from '../src/inbox/triage/labelled/labelled.testbed.ts'
import { scoresOf } from '../src/inbox/triage/labelled/scores.ts'
import { suggest } from '../src/inbox/triage/suggest.ts'

/**
 * How well triage sorts messages it was never tuned on, and how fast. The figures come from the held half of the labelled set; the
 * other half is shown beside it. One person wrote messages and signals, so a few fresh messages, written after the signals and mostly
 * of danger told sideways, show what to expect of words that nobody foresaw.
 */

const round = (value: number): number => Math.round(value * 1_000) / 1_000
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const judged = (those: readonly Labelled[]) =>
  those.map((message) => {
    const { category, danger } = suggest({ text: message.text, kind: message.kind })
    return { is: message.category, said: category, danger }
  })

function timings(rounds = 10): number[] {
  for (const message of messages) suggest(message)
  return Array.from({ length: rounds }, () => messages)
    .flat()
    .map((message) => {
      const before = performance.now()
      suggest(message)
      return performance.now() - before
    })
}

function run() {
  const held = judged(half('held'))
  const { perClass, macroF1 } = scoresOf(held)
  const risky = held.filter(({ is }) => is === 'threatOrVulnerable')
  const others = held.filter(({ is }) => is !== 'threatOrVulnerable')
  const unforeseen = judged(fresh).filter(({ is }) => is === 'threatOrVulnerable')
  const times = timings()
  const total = times.reduce((sum, one) => sum + one, 0)
  times.sort((one, other) => one - other)
  return {
    bench: 'triage',
    held: held.length,
    recallThreat: round(perClass.threatOrVulnerable.recall),
    precisionThreat: round(perClass.threatOrVulnerable.precision),
    recallDanger: round(risky.filter(({ danger }) => danger).length / risky.length),
    dangerAmongOthers: round(others.filter(({ danger }) => danger).length / others.length),
    macroF1: round(macroF1),
    macroF1Tune: round(scoresOf(judged(half('tune'))).macroF1),
    perClass: Object.fromEntries(
      Object.entries(perClass).map(([category, { precision, recall, f1, messages: count }]) => [
        category,
        { precision: round(precision), recall: round(recall), f1: round(f1), messages: count },
      ]),
    ),
    fresh: {
      dangers: unforeseen.length,
      recallThreat: round(unforeseen.filter(({ said }) => said === 'threatOrVulnerable').length / unforeseen.length),
      toAPerson: round(unforeseen.filter(({ said }) => needsPerson(said)).length / unforeseen.length),
    },
    perSecond: Math.round((times.length / total) * 1_000),
    medianMs: round(at(times, 0.5)),
    p99Ms: round(at(times, 0.99)),
  }
}

const figures = run()
console.log('held half              precision  recall  F1     messages')
for (const [category, { precision, recall, f1, messages: count }] of Object.entries(figures.perClass))
  console.log(
    `${category.padEnd(22)} ${precision.toFixed(3).padEnd(10)} ${recall.toFixed(3).padEnd(7)} ${f1.toFixed(3).padEnd(6)} ${count}`,
  )
console.log(`macro-F1 ${figures.macroF1} (tuned half ${figures.macroF1Tune})`)
console.log(`danger flagged: ${figures.recallDanger} of threats, ${figures.dangerAmongOthers} of everything else`)
console.log(
  `fresh, unforeseen dangers: ${figures.fresh.recallThreat} heard as such, ${figures.fresh.toAPerson} in a category that a person decides (${figures.fresh.dangers} messages)`,
)
console.log(`${figures.perSecond} messages a second`)
console.log(JSON.stringify(figures))
