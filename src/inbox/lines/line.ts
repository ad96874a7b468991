/** Lines ready to use: what they are, which fit, and how their gaps are filled. Pure. */

export type Language = 'en' | 'cy'

/** Words in each language; an empty text: there is no line in that language. */
export type LineWords = { readonly [language in Language]: string }

export type Line = {
  id: string
  title: string
  words: LineWords
  topics: string
  /** Only for somebody who asks; never a thing to say first. */
  ifAsked: boolean
  /** ISO instants; null: no end. */
  expiresAt: string | null
  endedAt: string | null
}

export type LineState = 'ready' | 'expiring' | 'expired' | 'ended'

/** Its owner hears of a line that ends within so many days. */
export const expiringDays = 7
const day = 86_400_000

export function lineState(line: Pick<Line, 'expiresAt' | 'endedAt'>, now: string): LineState {
  if (line.endedAt !== null && line.endedAt <= now) return 'ended'
  if (line.expiresAt === null) return 'ready'
  const left = Date.parse(line.expiresAt) - Date.parse(now)
  if (left <= 0) return 'expired'
  return left <= expiringDays * day ? 'expiring' : 'ready'
}

export const mayUse = (line: Pick<Line, 'expiresAt' | 'endedAt'>, now: string): boolean => {
  const state = lineState(line, now)
  return state === 'ready' || state === 'expiring'
}

/** Words that say nothing about the matter, in both languages. */
const common = new Set(
  `a about am an and any are as at be been but by can could did do does for from get got had has have he her hi hello his how i if in is it its just
  me my no not of off on or our out please she so some still than thanks that the their them then there they this to up us was we were what when where
  which who why will with would you your yeah
  a ac am ar at bod bydd chi dw ddim ddod diolch eich ei ein er fel fi fod fy gan gyda helo hi i mae mewn na nac neu ni nid o oes oedd os pan pam pwy
  roedd rwy rydw rydych rydym sut sy sydd un wedi wrth y ydy ydych yn yr`.split(/\s+/),
)

/** The bare words, without case, accents and apostrophes; an ending of plural or tense is left off where the rest is long enough. */
export const stemsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 1 && !common.has(w))
    .map((w) => (w.length > 4 ? w.replace(/(?:ing|ies|ed|es|s)$/, '') : w))

/** Topics count three times what the title does, and the words themselves count least. */
const weights = { topics: 3, title: 2, words: 1 } as const

/** How well a line fits: the weight of every different word that both share. */
export function fitOf(
  line: Pick<Line, 'topics' | 'title' | 'words'>,
  said: ReadonlySet<string>,
  language: Language,
): number {
  const best = new Map<string, number>()
  const note = (text: string, weight: number) => {
    for (const stem of stemsOf(text)) if (said.has(stem)) best.set(stem, Math.max(best.get(stem) ?? 0, weight))
  }
  note(line.topics, weights.topics)
  note(line.title, weights.title)
  note(line.words[language], weights.words)
  return [...best.values()].reduce((sum, n) => sum + n, 0)
}

export type Offered<L extends Line = Line> = { line: L; fit: number }

/** One common word alone is chance. */
const leastFit = 2

/**
 * The lines to offer, best first: in the language asked for, neither expired nor ended. `asked`: somebody asks, so that "if asked"
 * lines may be offered; a post that nobody asked for never gets one. Lines that do not fit are left out.
 */
export function linesFor<L extends Line>(
  lines: readonly L[],
  said: string,
  { language, now, asked }: { language: Language; now: string; asked: boolean },
): Offered<L>[] {
  const stems = new Set(stemsOf(said))
  return usable(lines, { language, now, asked })
    .map((line) => ({ line, fit: fitOf(line, stems, language) }))
    .filter((o) => o.fit >= leastFit)
    .sort((a, b) => b.fit - a.fit || a.line.title.localeCompare(b.line.title) || (a.line.id < b.line.id ? -1 : 1))
}

/** Everything that may be used now, whatever it is about. */
export const usable = <L extends Line>(
  lines: readonly L[],
  { language, now, asked }: { language: Language; now: string; asked: boolean },
): L[] => lines.filter((l) => mayUse(l, now) && l.words[language].trim() !== '' && (asked || !l.ifAsked))

const gap = /\{([^{}]*)\}/g
const goodName = /^[a-z][a-zA-Z]{1,29}$/

/** The names of the gaps, each once, in order: `Your reference is {reference}` has `reference`. */
export const gapsOf = (words: string): string[] => [...new Set([...words.matchAll(gap)].map((m) => m[1] ?? ''))]

/** What is wrong with the gaps of a line, in words; null when nothing is. Both languages ask for the same. */
export function wrongGaps(words: LineWords): string | null {
  for (const text of [words.en, words.cy]) {
    if (/[{}]/.test(text.replace(gap, ''))) return 'A curly bracket stands alone. A gap is written {reference}.'
    const bad = gapsOf(text).find((name) => !goodName.test(name))
    if (bad !== undefined) return `{${bad}} is not a gap. Use one word of plain letters, as {reference}.`
  }
  if (words.en.trim() === '' || words.cy.trim() === '') return null
  const [en, cy] = [gapsOf(words.en), gapsOf(words.cy)]
  const alone = [...en.filter((g) => !cy.includes(g)), ...cy.filter((g) => !en.includes(g))][0]
  return alone === undefined ? null : `{${alone}} stands in one language only. Both ask for the same.`
}

export type Filled = { kind: 'filled'; words: string } | { kind: 'missing'; gaps: readonly string[] }

/** Puts what somebody gave into the gaps. All of them, or none: a line with a gap is never used. What is given is never read as a gap. */
export function fill(words: string, given: Readonly<Record<string, string>>): Filled {
  const value = (name: string) => (Object.hasOwn(given, name) ? (given[name] ?? '').trim() : '')
  const missing = gapsOf(words).filter((name) => value(name) === '')
  if (missing.length > 0) return { kind: 'missing', gaps: missing }
  return { kind: 'filled', words: words.replace(gap, (_, name: string) => value(name)) }
}
