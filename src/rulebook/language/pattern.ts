/** Patterns over folded words. Build them once, when the module loads: every pattern here is linear and has the global flag. */

export type Match = { start: number; end: number; found: string; groups: readonly (string | undefined)[] }

/** More finds than this of one thing in one text tell a person nothing new. */
const MOST = 20

/** Any of these phrases as whole words. A space in a phrase stands for any white space. */
export function phrases(...alternatives: string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join('|').replaceAll(' ', '\\s')})\\b`, 'g')
}

export function matches(pattern: RegExp, words: string): Match[] {
  pattern.lastIndex = 0
  const all: Match[] = []
  for (let hit = pattern.exec(words); hit && all.length < MOST; hit = pattern.exec(words)) {
    const [found] = hit
    if (found === '') pattern.lastIndex += 1
    else all.push({ start: hit.index, end: hit.index + found.length, found, groups: hit.slice(1) })
  }
  return all
}

export function first(pattern: RegExp, words: string): Match | null {
  pattern.lastIndex = 0
  const hit = pattern.exec(words)
  if (!hit) return null
  return { start: hit.index, end: hit.index + hit[0].length, found: hit[0], groups: hit.slice(1) }
}

export function says(pattern: RegExp, words: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(words)
}

/** 'person' becomes 'Person'. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
