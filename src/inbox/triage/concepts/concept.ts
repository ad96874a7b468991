/**
 * One idea and the words people have for it. Entries are parted by commas and may be several words. `strangl*` stands for any word that
 * begins so, `_` for any one word, `~` for up to two, `#` for any number, `<18>` for the age of a child, `<65>` for that of somebody old;
 * `(a|b)` for either, and `?` after a letter or a bracket for what may be left out.
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

/** Where the bracket that opens at `open` closes. */
function closeOf(entry: string, open: number): number {
  let depth = 0
  for (let at = open; at < entry.length; at += 1) {
    if (entry[at] === '(') depth += 1
    if (entry[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return entry.length
}

function eitherOf(entry: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < entry.length; at += 1) {
    if (entry[at] === '(') depth += 1
    else if (entry[at] === ')') depth -= 1
    else if (entry[at] === '|' && depth === 0) {
      parts.push(entry.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, entry.slice(from)]
}

/** An entry parted at the spaces that stand outside its brackets. */
export function partsOf(entry: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at <= entry.length; at += 1) {
    if (entry[at] === '(') at = closeOf(entry, at)
    else if (at === entry.length || entry[at] === ' ' || entry[at] === '\n') {
      if (at > from) parts.push(entry.slice(from, at))
      from = at + 1
    }
  }
  return parts
}

/** Every wording that an entry with brackets stands for. */
export function spellOut(entry: string): string[] {
  if (!/[(|~]|[a-z]\?/.test(entry)) return [entry]
  let all = ['']
  for (let at = 0; at < entry.length; ) {
    const group = entry[at] === '('
    const end = group ? closeOf(entry, at) : at
    const inner = group ? eitherOf(entry.slice(at + 1, end)).flatMap(spellOut) : [entry.charAt(at)]
    const optional = entry[end + 1] === '?' && entry[at] !== ' '
    const here = entry[at] === '~' ? ['', ' _ ', ' _ _ '] : optional ? ['', ...inner] : inner
    all = all.flatMap((before) => here.map((one) => before + one))
    at = end + (optional ? 2 : 1)
  }
  return all
}
