/**
 * One idea and the words people have for it. Entries are parted by commas and may be several words. `strangl*` stands for any word that
 * begins so, `_` for any one word, `#` for any number, `<18>` for the age of a child, `<65>` for the age of somebody old.
 */
export type Concept = {
  name: string
  /** One plain sentence for the screen. */
  says: string
  words: string
  /** Welsh words, heard with their mutations. */
  welsh?: string
}

export const concept = (name: string, says: string, words: string, welsh = ''): Concept => ({
  name,
  says,
  words,
  welsh,
})

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
export function mutations(word: string): string[] {
  const head = /^(?:ll|rh)/.test(word) ? word.slice(0, 2) : /^(?:ch|dd|ff|ng|ph|th)/.test(word) ? '' : word.charAt(0)
  const rest = word.slice(head.length)
  return [...new Set([word, ...[SOFT, NASAL, ASPIRATE].flatMap((t) => (head in t ? [`${t[head]}${rest}`] : []))])]
}
