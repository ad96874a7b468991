import { acts } from './concepts/acts.ts'
import { bodies } from './concepts/body.ts'
import { idioms, past, settled, told } from './concepts/calm.ts'
import { type Concept, mutations, partsOf, spellOut } from './concepts/concept.ts'
import { everyday } from './concepts/everyday.ts'
import { people } from './concepts/people.ts'
import { places } from './concepts/places.ts'
import { service } from './concepts/service.ts'
import { talk } from './concepts/talk.ts'
import { wider } from './concepts/wider.ts'
import { spelled } from './spellings.ts'

/** Every concept, dangers first. A concept's place in this list is its number. */
export const concepts: readonly Concept[] = [
  ...bodies,
  ...acts,
  ...places,
  ...people,
  ...everyday,
  ...service,
  ...talk,
  settled,
  told,
  past,
  idioms,
]

/** A concept heard in the words from `start` up to, not including, `end`. */
export type Heard = { concept: number; start: number; end: number }

/** One word of an entry, or what may stand there: one of these words, or of these rows of words, of which one may be empty. */
type Slot = string | { words: ReadonlySet<string>; rows: readonly (readonly string[])[] }
type Phrase = { concept: number; slots: readonly Slot[] }

const isPlain = (word: string): boolean => /^[a-z0-9]+$/.test(word)
const STEM_AT_MOST = 12
const AGE = /^([0-9]{1,3})(?:yo|yr|yrs|y|year|years)?$/

/** What else a word may stand for: any word, a number, an age; of no word and of a sign the end of a sentence. */
function kindsOf(word: string | undefined): readonly string[] {
  if (word === undefined || word === '.' || word === '!' || word === '?') return ['.']
  const age = AGE.exec(word)?.[1]
  if (age === undefined) return ['_']
  const years = Number(age)
  return years < 18 ? ['_', '#', '<18>'] : years >= 65 && years < 110 ? ['_', '#', '<65>'] : ['_', '#']
}

const heardAs = (word: string): string[] => (isPlain(word) ? spelled(word).split(' ') : [word])

/** An entry word by word, so that one with many brackets is kept once and not in each of its wordings. */
function slotsOf(entry: string, welsh: boolean): Slot[] {
  if (!welsh && !/[(~?]/.test(entry)) return entry.split(/\s+/).flatMap(heardAs)
  const parts = partsOf(entry)
  return parts.flatMap((part, at): Slot[] => {
    const rows = spellOut(part).map((row) => row.trim().split(/\s+/).filter(Boolean))
    const mutated = welsh && at === 0 ? rows.flatMap((row) => inMutations(row, parts.length > 1)) : rows
    const plain = mutated.map((row) => row.flatMap(heardAs))
    const [only] = plain
    if (only && plain.length === 1) return only
    const single = plain.flatMap(([word, more]) =>
      word !== undefined && more === undefined && isPlain(word) ? word : [],
    )
    const words = new Set(single)
    return [{ words, rows: plain.filter(([word, more]) => more !== undefined || !words.has(word ?? '')) }]
  })
}

/** A Welsh row of words with the first in each mutation; a short word alone is not heard mutated. */
const inMutations = ([first = '', ...rest]: readonly string[], more: boolean): string[][] =>
  mutations(first)
    .filter((word) => word.length >= 2 && (word.length >= 4 || more || rest.length > 0 || word === first))
    .map((word) => [word, ...rest])

const keyOf = (word: string): string => (word.endsWith('*') ? `${word.slice(0, 2)}*` : word)

/** By what an entry can begin. */
function beginningsOf([first, ...rest]: readonly Slot[]): string[] {
  if (first === undefined) return []
  if (typeof first === 'string') return [keyOf(first)]
  const empty = first.rows.some((row) => row.length === 0)
  return [
    ...first.words,
    ...first.rows.flatMap(([word]) => (word === undefined ? [] : keyOf(word))),
    ...(empty ? beginningsOf(rest) : []),
  ]
}

function phrasesByBeginning(): ReadonlyMap<string, readonly Phrase[]> {
  const by = new Map<string, Phrase[]>()
  for (const [number, { name, words, welsh = '' }] of concepts.entries()) {
    const more = wider[name]
    for (const [list, isWelsh] of [
      [`${words},${more?.words ?? ''}`, false],
      [`${welsh},${more?.welsh ?? ''}`, true],
    ] as const)
      for (const entry of list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)) {
        const phrase = { concept: number, slots: slotsOf(entry, isWelsh) }
        for (const beginning of new Set(beginningsOf(phrase.slots))) {
          const those = by.get(beginning)
          if (those) those.push(phrase)
          else by.set(beginning, [phrase])
        }
      }
  }
  return by
}

/** Made when the first message is heard, so that whoever only imports this does not wait for it. */
let byBeginning: ReadonlyMap<string, readonly Phrase[]> | undefined

/** How many words this one of an entry takes: 1, 0 for the end of all, -1 where it does not fit. */
function taken(pattern: string, word: string | undefined): number {
  if (pattern === word) return 1
  if (pattern.endsWith('*')) return word?.slice(0, STEM_AT_MOST).startsWith(pattern.slice(0, -1)) ? 1 : -1
  if (isPlain(pattern) || !kindsOf(word).includes(pattern)) return -1
  return word === undefined ? 0 : 1
}

/** Where the longest wording of these slots ends that begins at `at`; -1 when none does. */
function endOf(slots: readonly Slot[], words: readonly string[], at: number, from = 0): number {
  const slot = slots[from]
  if (slot === undefined) return at
  if (typeof slot === 'string') {
    const takes = taken(slot, words[at])
    return takes < 0 ? -1 : endOf(slots, words, at + takes, from + 1)
  }
  let best = slot.words.has(words[at] ?? '') ? endOf(slots, words, at + 1, from + 1) : -1
  for (const row of slot.rows) {
    const after = endOf(row, words, at)
    if (after >= 0) best = Math.max(best, endOf(slots, words, after, from + 1))
  }
  return best
}

/** Every concept in the words, in the order of where it starts. Linear: an entry has few words. */
export function conceptsIn(words: readonly string[]): Heard[] {
  byBeginning ??= phrasesByBeginning()
  const heard: Heard[] = []
  for (const [start, word] of words.entries()) {
    const ends = new Map<number, number>()
    for (const key of new Set([word, `${word.slice(0, 2)}*`, ...kindsOf(word)]))
      for (const { concept, slots } of byBeginning.get(key) ?? []) {
        const end = endOf(slots, words, start)
        if (end > (ends.get(concept) ?? start)) ends.set(concept, end)
      }
    for (const [concept, end] of ends) heard.push({ concept, start, end })
  }
  return heard
}
