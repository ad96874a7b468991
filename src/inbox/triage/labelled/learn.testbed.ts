import { categories } from '../category.ts'
import { evidenceIn } from '../evidence.ts'
import { kindMark, type Learned } from '../learned.ts'
import { rules } from '../rules.ts'
import type { Labelled } from './labelled.testbed.ts'

/**
 * Learns the weights: logistic regression over words, concepts and rules, drawn towards what a person would say beforehand (a concept of
 * danger speaks for danger, a rule more so), so that a few hundred messages are enough. No chance in it: the same messages give the same
 * numbers.
 */
const DANGERS =
  'lifeless, ill now, wounded, fallen or trapped, despair, farewell, violence, threat, weapon, means, sexual harm, stalked, controlled, neglect, missing, alarm heard, alone, must stay secret, plays it down, wreck'
const BEFOREHAND = 1.3
/** What takes a danger away. */
const CALMS = new Map([
  ['a tale', -2.5],
  ['manner of speaking', -1.5],
  ['nobody at risk', -1],
])
/** How freely each kind of mark may move from where it began. */
type Free = { word: number; concept: number; rule: number }
const FREE_DANGER: Free = { word: 0.5, concept: 1, rule: 1 }
const FREE_CATEGORY: Free = { word: 0.9, concept: 1.3, rule: 0.7 }
const DRAWN_BACK = 0.003
const STEPS = 100
/** A danger missed is worse than a false alarm. */
const DANGER_COUNTS = 2
/** A word heard in fewer messages than this says nothing yet. */
const RARE = 3

const freedom = (name: string, { word, concept, rule }: Free): number =>
  name.startsWith('=') ? concept : name.startsWith('>') ? rule : word

const ruled = new Map(rules.map(({ name, weight }) => [`>${name}`, weight]))

function before(name: string): number {
  const weight = ruled.get(name)
  if (weight !== undefined) return weight
  const concept = name.startsWith('=') ? name.slice(1) : ''
  return CALMS.get(concept) ?? (DANGERS.split(', ').includes(concept) ? BEFOREHAND : 0)
}

export type Read = { is: number; marks: readonly string[]; counts: ReadonlyMap<string, number> }

export function read({ text, kind, category }: Labelled): Read {
  const counts = new Map([[kindMark(kind), 1]])
  for (const { name } of evidenceIn(text).sentences.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return { is: categories.indexOf(category), marks: [...counts.keys()], counts }
}

type Example = { is: number; counts: number; marks: readonly (readonly [at: number, value: number])[] }

/** Softmax regression by AdaGrad over all examples at once. */
function fitted(examples: readonly Example[], marks: number, classes: number): Float64Array {
  const weights = new Float64Array((marks + 1) * classes)
  const moved = new Float64Array(weights.length)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Float64Array(weights.length)
    for (const { is, counts, marks: those } of examples) {
      const odds = new Float64Array(classes)
      for (const [at, value] of those)
        for (let one = 0; one < classes; one += 1)
          odds[one] = (odds[one] ?? 0) + value * (weights[at * classes + one] ?? 0)
      const most = Math.max(...odds)
      let all = 0
      for (let one = 0; one < classes; one += 1) {
        odds[one] = Math.exp((odds[one] ?? 0) - most)
        all += odds[one] ?? 0
      }
      for (let one = 0; one < classes; one += 1)
        odds[one] = (counts * ((odds[one] ?? 0) / all - (one === is ? 1 : 0))) / examples.length
      for (const [at, value] of those)
        for (let one = 0; one < classes; one += 1)
          slope[at * classes + one] = (slope[at * classes + one] ?? 0) + (odds[one] ?? 0) * value
    }
    for (let at = 0; at < weights.length; at += 1) {
      const held = at < marks * classes ? DRAWN_BACK * (weights[at] ?? 0) : 0
      const down = (slope[at] ?? 0) + held
      moved[at] = (moved[at] ?? 0) + down * down
      if (down !== 0) weights[at] = (weights[at] ?? 0) - (0.3 * down) / (Math.sqrt(moved[at] ?? 0) + 1e-8)
    }
  }
  return weights
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0

export function learn(messages: readonly Read[]): Learned {
  const found = new Map<string, number>()
  for (const { marks } of messages) for (const name of marks) found.set(name, (found.get(name) ?? 0) + 1)
  const names = [...found].filter(([name, often]) => often >= RARE || before(name) !== 0).map(([name]) => name)
  const number = new Map(names.map((name, at) => [name, at]))
  const known = (those: Iterable<readonly [string, number]>, free: Free): [number, number][] =>
    [...those].flatMap(([name, count]): [number, number][] => {
      const at = number.get(name)
      return at === undefined ? [] : [[at, count * freedom(name, free)]]
    })
  const always: [number, number] = [names.length, 1]

  const dangers = fittedWithOffset(
    messages.map(({ is, counts }) => ({
      is: is === 0 ? 1 : 0,
      counts: is === 0 ? DANGER_COUNTS : 1,
      marks: [...known(counts, FREE_DANGER), always],
      offset: [...counts].reduce((sum, [name, count]) => sum + count * before(name), 0),
    })),
    names.length,
  )
  const kinds = fitted(
    messages.map(({ is, marks }) => ({
      is,
      counts: 1,
      marks: [
        ...known(
          marks.map((m) => [m, 1] as const),
          FREE_CATEGORY,
        ),
        always,
      ],
    })),
    names.length,
    categories.length,
  )
  const all = categories.map((_, one) => one)
  const row = (at: number, free: number): number[] =>
    all.map((one) => round((kinds[at * all.length + one] ?? 0) * free))
  const speaks = names.flatMap((name, at): [string, number[]][] => {
    const weights = row(at, freedom(name, FREE_CATEGORY))
    return weights.some((weight) => Math.abs(weight) >= 0.1) ? [[name, weights]] : []
  })
  const alarms = names.flatMap((name, at): [string, number][] => {
    const weight = round(before(name) + (dangers[at] ?? 0) * freedom(name, FREE_DANGER))
    // That a sentence ends says nothing: it must not take a danger away.
    return Math.abs(weight) >= 0.05 && name !== '.' ? [[name, weight]] : []
  })
  const byName = (one: readonly [string, unknown], other: readonly [string, unknown]): number =>
    one[0] < other[0] ? -1 : 1
  return {
    danger: { always: round(dangers[names.length] ?? 0), weights: Object.fromEntries(alarms.sort(byName)) },
    category: { always: row(names.length, 1), weights: Object.fromEntries(speaks.sort(byName)) },
  }
}

/** Two classes and one weight for each mark, on top of what was expected beforehand. */
function fittedWithOffset(examples: readonly (Example & { offset: number })[], marks: number): Float64Array {
  const weights = new Float64Array(marks + 1)
  const moved = new Float64Array(weights.length)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Float64Array(weights.length)
    for (const { is, counts, marks: those, offset } of examples) {
      const sum = those.reduce((total, [at, value]) => total + value * (weights[at] ?? 0), offset)
      const wrong = (counts * (1 / (1 + Math.exp(-sum)) - is)) / examples.length
      for (const [at, value] of those) slope[at] = (slope[at] ?? 0) + wrong * value
    }
    for (let at = 0; at < weights.length; at += 1) {
      const down = (slope[at] ?? 0) + (at < marks ? DRAWN_BACK * (weights[at] ?? 0) : 0)
      moved[at] = (moved[at] ?? 0) + down * down
      if (down !== 0) weights[at] = (weights[at] ?? 0) - (0.3 * down) / (Math.sqrt(moved[at] ?? 0) + 1e-8)
    }
  }
  return weights
}

/** One weight or row a line, so that a change shows what moved. */
export function tableText({ danger, category }: Learned): string {
  const lines = (weights: Readonly<Record<string, unknown>>): string =>
    Object.entries(weights)
      .map(([name, weight]) => `      ${JSON.stringify(name)}: ${JSON.stringify(weight).replaceAll(',', ', ')}`)
      .join(',\n')
  return [
    '{',
    '  "danger": {',
    `    "always": ${danger.always},`,
    '    "weights": {',
    lines(danger.weights),
    '    }',
    '  },',
    '  "category": {',
    `    "always": ${JSON.stringify(category.always).replaceAll(',', ', ')},`,
    '    "weights": {',
    lines(category.weights),
    '    }',
    '  }',
    '}',
    '',
  ].join('\n')
}
