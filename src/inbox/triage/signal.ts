import type { Category } from './category.ts'
import type { Phrases } from './listen.ts'

/** Something that a person reading the message would point at. Its examples are its test. */
export type Signal = {
  name: string
  category: Category
  /** How much it says for its category; 3 or more settles a danger by itself. Below zero it speaks against. */
  weight: number
  hears: Phrases
  /** One plain sentence for the screen. */
  says: string
  examples: readonly string[]
  /** Messages in which it must stay silent. */
  not?: readonly string[]
}

const SOFT: Readonly<Record<string, string>> = {
  p: 'b',
  t: 'd',
  c: 'g',
  b: 'f',
  d: 'dd',
  g: '',
  m: 'f',
  ll: 'l',
  rh: 'r',
}
const NASAL: Readonly<Record<string, string>> = { p: 'mh', t: 'nh', c: 'ngh', b: 'm', d: 'n', g: 'ng' }
const ASPIRATE: Readonly<Record<string, string>> = { p: 'ph', t: 'th', c: 'ch' }

/** A Welsh word with its soft, nasal and aspirate mutations: `cyllell` is also heard as gyllell, nghyllell, chyllell. */
export function mutated(...words: string[]): string {
  const forms = words.flatMap((word) => {
    const head = /^(?:ll|rh)/.test(word) ? word.slice(0, 2) : word.charAt(0)
    const rest = word.slice(head.length)
    const changed = [SOFT, NASAL, ASPIRATE].flatMap((table) => (head in table ? [`${table[head]}${rest}`] : []))
    return [word, ...changed]
  })
  return `(?:${[...new Set(forms)].join('|')})`
}
