import { categories } from '../category.ts'
import { evidenceIn } from '../evidence.ts'
import { keptFrom, kindMark, type Learned } from '../learned.ts'
import type { Labelled } from './labelled.testbed.ts'
import { lowest } from './lowest.testbed.ts'

/**
 * Learns the weights: softmax regression over words, pairs and pieces of words, concepts and rules. No chance in it: the same messages
 * give the same numbers.
 */
const DRAWN_BACK = 3
/** What is heard in fewer messages than this says nothing yet. */
const RARE = 3
/** A mark that moves nothing by this much, in thousandths of log-odds, is left out of the table. */
const FAINT = 12
const STEPS = 150

/** How much of each kind of mark counts: of a word it is whole, of its pieces, of which there are many, little. */
function freedomOf(name: string): number {
  if (name.startsWith('~')) return 0.3
  if (name.startsWith('=') || name.startsWith('>')) return 0.8
  return name.includes(' ') ? 0.8 : 1
}

export type Read = { is: number; marks: readonly string[] }

export function read({ text, kind, category }: Labelled): Read {
  const names = evidenceIn(text).sentences.flatMap((marks) => marks.map(({ name }) => name))
  return { is: categories.indexOf(category), marks: [...new Set([kindMark(kind), ...names])] }
}

/** Messages as rows of numbers: row `n` has its marks from `starts[n]` to `starts[n + 1]`. */
type Rows = { is: Uint8Array; starts: Int32Array; marks: Int32Array; values: Float64Array }

function rowsOf(messages: readonly Read[], names: readonly string[]): Rows {
  const number = new Map(names.map((name, at) => [name, at]))
  const freedom = names.map(freedomOf)
  const found = messages.map(({ marks }) => marks.flatMap((name) => number.get(name) ?? []))
  const starts = new Int32Array(messages.length + 1)
  for (const [at, those] of found.entries()) starts[at + 1] = (starts[at] ?? 0) + those.length
  const marks = Int32Array.from(found.flat())
  const values = Float64Array.from(marks, (at) => freedom[at] ?? 0)
  return { is: Uint8Array.from(messages, ({ is }) => is), starts, marks, values }
}

/** How wrong the weights are about these messages, and which way is down; the last row of weights counts always. */
function wrongness({ is, starts, marks, values }: Rows, count: number, classes: number) {
  return (weights: Float64Array): { height: number; slope: Float64Array } => {
    const slope = new Float64Array(weights.length)
    const odds = new Float64Array(classes)
    const always = count * classes
    let height = 0
    for (let at = 0; at < always; at += 1) {
      const weight = weights[at] ?? 0
      height += (DRAWN_BACK / 2) * weight * weight
      slope[at] = DRAWN_BACK * weight
    }
    for (let row = 0; row < is.length; row += 1) {
      const [from, to, right] = [starts[row] ?? 0, starts[row + 1] ?? 0, is[row] ?? 0]
      for (let one = 0; one < classes; one += 1) odds[one] = weights[always + one] ?? 0
      for (let mark = from; mark < to; mark += 1) {
        const [base, value] = [(marks[mark] ?? 0) * classes, values[mark] ?? 0]
        for (let one = 0; one < classes; one += 1) odds[one] = (odds[one] ?? 0) + value * (weights[base + one] ?? 0)
      }
      height -= odds[right] ?? 0
      let most = Number.NEGATIVE_INFINITY
      for (let one = 0; one < classes; one += 1) most = Math.max(most, odds[one] ?? 0)
      let all = 0
      for (let one = 0; one < classes; one += 1) all += Math.exp((odds[one] ?? 0) - most)
      height += most + Math.log(all)
      for (let one = 0; one < classes; one += 1) {
        odds[one] = Math.exp((odds[one] ?? 0) - most) / all - (one === right ? 1 : 0)
        slope[always + one] = (slope[always + one] ?? 0) + (odds[one] ?? 0)
      }
      for (let mark = from; mark < to; mark += 1) {
        const [base, value] = [(marks[mark] ?? 0) * classes, values[mark] ?? 0]
        for (let one = 0; one < classes; one += 1)
          slope[base + one] = (slope[base + one] ?? 0) + value * (odds[one] ?? 0)
      }
    }
    return { height, slope }
  }
}

export function learn(messages: readonly Read[]): Learned {
  const found = new Map<string, number>()
  for (const { marks } of messages) for (const name of marks) found.set(name, (found.get(name) ?? 0) + 1)
  const names = [...found].flatMap(([name, often]) => (often >= RARE ? [name] : [])).sort()
  const classes = categories.length
  const size = (names.length + 1) * classes
  const weights = lowest(wrongness(rowsOf(messages, names), names.length, classes), size, STEPS)
  const row = (at: number, freedom: number): number[] =>
    categories.map((_, one) => Math.round((weights[at * classes + one] ?? 0) * freedom * 1_000) + 0)
  const speaks = names.flatMap((name, at): [string, number[]][] => {
    const numbers = row(at, freedomOf(name))
    return numbers.some((one) => Math.abs(one) >= FAINT) ? [[name, numbers]] : []
  })
  return { always: row(names.length, 1), weights: new Map(speaks) }
}

/** As the file of weights holds it: a line for each mark. */
export function tableText(learned: Learned): string {
  const { always, weights } = keptFrom(learned)
  const lines = weights.map((line) => `    ${JSON.stringify(line)}`)
  return `{\n  "always": ${JSON.stringify(always)},\n  "weights": [\n${lines.join(',\n')}\n  ]\n}\n`
}
