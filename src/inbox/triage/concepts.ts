import { acts } from './concepts/acts.ts'
import { bodies } from './concepts/body.ts'
import { idioms, past, settled, told } from './concepts/calm.ts'
import { type Concept, mutations, spellOut } from './concepts/concept.ts'
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

type Node = { next: Map<string, Node>; stems: Map<string, Node> | null; here: number[] }
const node = (): Node => ({ next: new Map(), stems: null, here: [] })
const STEM_MOST = 12

const plain = (word: string): string => (/^[a-z0-9]+$/.test(word) ? spelled(word) : word)

/** The words of an entry; Welsh ones each in every mutation. */
function phrasesOf({ name, words, welsh = '' }: Concept): string[][] {
  const parted = (list: string): string[][] =>
    list
      .split(',')
      .flatMap(spellOut)
      .map((entry) => entry.trim().split(/\s+/))
      .filter(([first]) => first !== '')
  const more = wider[name]
  const mutated = parted(`${welsh}, ${more?.welsh ?? ''}`).flatMap(([first = '', ...rest]) =>
    mutations(first)
      .filter((word) => word.length >= 2 && (word.length >= 4 || rest.length > 0 || word === first))
      .map((word) => [word, ...rest]),
  )
  return [...parted(`${words}, ${more?.words ?? ''}`), ...mutated].map((phrase) =>
    phrase.flatMap((word) => plain(word).split(' ')),
  )
}

const root = node()
for (const [number, concept] of concepts.entries())
  for (const phrase of phrasesOf(concept)) {
    let at = root
    for (const word of phrase) {
      const stem = word.endsWith('*')
      if (stem) at.stems ??= new Map()
      const table = stem && at.stems ? at.stems : at.next
      const key = stem ? word.slice(0, -1) : word
      const then = table.get(key) ?? node()
      table.set(key, then)
      at = then
    }
    if (!at.here.includes(number)) at.here.push(number)
  }

const AGE = /^([0-9]{1,3})(?:yo|yr|yrs|y|year|years)?$/

/** What else a word may stand for: a number, an age, the end of a sentence. */
function kindsOf(word: string | undefined): readonly string[] {
  if (word === undefined || word === '.' || word === '!' || word === '?') return ['.']
  const age = AGE.exec(word)?.[1]
  if (age === undefined) return ['_']
  const years = Number(age)
  return years < 18 ? ['_', '#', '<18>'] : years >= 65 && years < 110 ? ['_', '#', '<65>'] : ['_', '#']
}

/** Every concept in the words, in the order of where it starts. Linear: an entry has few words. */
export function conceptsIn(words: readonly string[]): Heard[] {
  const heard: Heard[] = []
  let start = 0
  const walk = (from: Node, at: number): void => {
    for (const concept of from.here) {
      const last = heard.findLast((one) => one.start !== start || one.concept === concept)
      if (last?.start === start && last.concept === concept) last.end = Math.max(last.end, at)
      else heard.push({ concept, start, end: at })
    }
    if (at > words.length) return
    const word = words[at]
    const then = word === undefined ? undefined : from.next.get(word)
    if (then) walk(then, at + 1)
    if (from.stems && word !== undefined)
      for (let length = 2; length <= Math.min(word.length, STEM_MOST); length += 1) {
        const stem = from.stems.get(word.slice(0, length))
        if (stem) walk(stem, at + 1)
      }
    for (const kind of kindsOf(word)) {
      if (kind === word) continue
      const other = from.next.get(kind)
      if (other) walk(other, word === undefined ? at : at + 1)
    }
  }
  for (; start < words.length; start += 1) walk(root, start)
  return heard
}
