/** Finding many phrases in one walk over the words. */

/** Phrases in the small pattern language of `said`. */
export type Phrases = { readonly alternatives: readonly string[] }
export type Stretch = { start: number; end: number }

/** More finds than this of one thing in one message tell a person nothing new. */
const MOST = 12
const ALNUM = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Where the bracket that opens at `open` closes. */
function closeOf(pattern: string, open: number): number {
  let depth = 0
  for (let at = open; at < pattern.length; at += 1) {
    if (pattern[at] === '(') depth += 1
    if (pattern[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return pattern.length
}

function split(pattern: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === '(') depth += 1
    else if (pattern[at] === ')') depth -= 1
    else if (pattern[at] === '|' && depth === 0) {
      parts.push(pattern.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, pattern.slice(from)]
}

/**
 * Phrases as heard, separated by `|` or as further arguments. `~` stands for up to three words of the same sentence; brackets
 * `(?:a|b)`, `?`, `[a-z]+` and bounded counts mean what they mean in a regular expression. A phrase begins and ends with whole words.
 */
export function said(...phrases: string[]): Phrases {
  return {
    alternatives: phrases
      .flatMap(split)
      .map((one) =>
        one
          .trim()
          .replaceAll(' ~ ', ' ~')
          .replaceAll('~ ', '~')
          .replaceAll('(?:~)?', '~')
          .replaceAll('~', '(?:[a-z0-9]+ ){0,3}'),
      ),
  }
}

/** One element after another: what the two together may begin with. */
function joined(before: ReadonlySet<string>, after: ReadonlySet<string>): Set<string> {
  const all = new Set<string>()
  for (const one of before) {
    if (one.length === 2) all.add(one)
    else for (const two of after) all.add(one === '' ? two : one + two.charAt(0))
  }
  return all
}

function elementAt(pattern: string, at: number): { begins: Set<string>; next: number } {
  const here = pattern.charAt(at)
  if (here === '(') {
    const next = closeOf(pattern, at) + 1
    if (!pattern.startsWith('(?:', at)) return { begins: new Set(['']), next }
    return { begins: new Set(split(pattern.slice(at + 3, next - 1)).flatMap((part) => [...beginnings(part)])), next }
  }
  if (here === '[') {
    const next = pattern.indexOf(']', at) + 1
    const inner = pattern.slice(at + 1, next - 1)
    return { begins: new Set(inner.includes('-') ? ALNUM : inner), next }
  }
  return { begins: new Set([here === '^' ? '' : here]), next: at + 1 }
}

/**
 * What a pattern may begin with: two characters; one and `*` when anything may follow; one alone when nothing does; none when it may
 * match nothing.
 */
function beginnings(pattern: string): Set<string> {
  let all = new Set([''])
  for (let at = 0; at < pattern.length && [...all].some((one) => one.length < 2); ) {
    const { begins, next } = elementAt(pattern, at)
    const often = /^(?:[?*+]|\{[^}]*\})/.exec(pattern.slice(next))?.[0] ?? ''
    const own =
      often === '' || often === '?' ? begins : new Set([...begins].map((one) => (one.length === 1 ? `${one}*` : one)))
    if (/^(?:[?*]|\{0,)/.test(often)) own.add('')
    all = joined(all, own)
    at = next + often.length
  }
  return all
}

type Ear = { index: number; pattern: RegExp }

/** Builds one listener for many sets of phrases. It answers, for each set in order, where in the words it was heard. Linear. */
export function listenerFor(sets: readonly Phrases[]): (words: string) => Stretch[][] {
  const found = new Map<string, Map<number, string[]>>()
  for (const [index, { alternatives }] of sets.entries())
    for (const alternative of alternatives)
      for (const begin of beginnings(alternative)) {
        const key = begin.length === 2 && begin.endsWith('*') ? begin.charAt(0) : begin
        const those = found.get(key) ?? new Map<number, string[]>()
        found.set(key, those)
        those.set(index, [...(those.get(index) ?? []), alternative])
      }
  const ears = new Map<string, Ear[]>()
  for (const [begin, those] of found)
    ears.set(
      begin,
      [...those].map(([index, all]) => ({ index, pattern: new RegExp(`(?:${all.join('|')})(?![a-z0-9])`, 'y') })),
    )
  return (words) => {
    const heard: Stretch[][] = sets.map(() => [])
    const listenAt = (at: number, begin: string): void => {
      for (const { index, pattern } of ears.get(begin) ?? []) {
        const those = heard[index]
        if (!those || those.length >= MOST || (those.at(-1)?.end ?? 0) > at) continue
        pattern.lastIndex = at
        const hit = pattern.exec(words)
        if (hit && hit[0] !== '') those.push({ start: at, end: at + hit[0].length })
      }
    }
    for (let at = 0; at >= 0 && at < words.length; at = words.indexOf(' ', at) + 1 || -1) {
      listenAt(at, words.slice(at, at + 2))
      listenAt(at, words.charAt(at))
    }
    return heard
  }
}
