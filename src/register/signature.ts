import type { SignaturePlace } from './account.ts'

/** Ranks of UK police and how they are written short; the first form of a line is the full one. */
const ranks: readonly (readonly [short: string, ...long: string[]])[] = [
  ['CC', 'Chief Constable'],
  ['DCC', 'Deputy Chief Constable'],
  ['ACC', 'Assistant Chief Constable'],
  ['ACO', 'Assistant Chief Officer'],
  ['T/ACC', 'Temporary Assistant Chief Constable'],
  ['T/DCC', 'Temporary Deputy Chief Constable'],
  ['Cmsr', 'Commissioner'],
  ['D/Cmsr', 'Deputy Commissioner'],
  ['AC', 'Assistant Commissioner'],
  ['DAC', 'Deputy Assistant Commissioner'],
  ['Cmdr', 'Commander'],
  ['Ch Supt', 'Chief Superintendent'],
  ['Supt', 'Superintendent'],
  ['Ch Insp', 'Chief Inspector'],
  ['Insp', 'Inspector'],
  ['Sgt', 'Sergeant', 'Police Sergeant', 'PS'],
  ['PC', 'Constable', 'Police Constable'],
  ['DCS', 'Detective Chief Superintendent', 'Det Ch Supt'],
  ['D/Supt', 'Detective Superintendent', 'Det Supt'],
  ['DCI', 'Detective Chief Inspector', 'Det Ch Insp'],
  ['DI', 'Detective Inspector', 'Det Insp'],
  ['DS', 'Detective Sergeant', 'Det Sgt'],
  ['DC', 'Detective Constable', 'Det Con'],
  ['PCSO', 'Police Community Support Officer', 'Community Support Officer'],
  ['SC', 'Special Constable'],
  ['S/Sgt', 'Special Sergeant'],
  ['S/Insp', 'Special Inspector'],
  ['S/Ch Insp', 'Special Chief Inspector'],
  ['S/Supt', 'Special Superintendent'],
  ['SCO', 'Special Chief Officer', 'Chief Officer', 'Chief Officer of Specials'],
]

const plainly = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.\s]+/g, ' ')
    .trim()
const shortForms = new Map(
  ranks.flatMap(([short, ...long]) => [short, ...long].map((form) => [plainly(form), short] as const)),
)

/** 'Assistant Chief Constable' or 'acc' gives 'ACC'. Null for police staff and whatever else is no rank: they sign with initials alone. */
export const rankShort = (rank: string): string | null => shortForms.get(plainly(rank)) ?? null

/** Letters only, upper case, one to five: 'm.j.' gives 'MJ'; null when that leaves too few or too many. */
export const tidyInitials = (initials: string): string | null => {
  const letters = initials.replace(/[\s.'’-]/g, '').toLocaleUpperCase('en-GB')
  return /^\p{Lu}{1,5}$/u.test(letters) ? letters : null
}

/** Whether these initials are the person's own with letters put between: 'MTJ' extends 'MJ', 'TH' does not. */
export const extendsInitials = (initials: string, own: string): boolean => {
  let at = 0
  for (const letter of initials) if (letter === own.charAt(at)) at += 1
  const ends = own.length === 1 || initials.endsWith(own.slice(-1))
  return at === own.length && initials.startsWith(own.charAt(0)) && ends
}

/** What stands for a person on an account: 'ACC MJ' before the words, 'MJ' after them. Made from the person, never typed. */
export const markOf = (rank: string, initials: string, place: SignaturePlace): string => {
  const short = place === 'prefix' ? rankShort(rank) : null
  return short === null ? initials : `${short} ${initials}`
}

export const initialsIn = (mark: string): string => mark.slice(mark.lastIndexOf(' ') + 1)

/** A middle initial as a way out of a clash: 'MJ' gives 'MAJ'. */
export const exampleInitials = (own: string): string => `${own.charAt(0)}A${own.slice(1)}`

/** The short rank in a mark, as it was when the person signed so; null where there is none. */
export const rankIn = (mark: string): string | null =>
  mark.includes(' ') ? mark.slice(0, mark.lastIndexOf(' ')) : null

/** As it is published: 'ACC MJ:' or '^DW'; null where nothing is added. */
export const asPublished = (mark: string, place: SignaturePlace): string | null => {
  if (place === 'none') return null
  return place === 'prefix' ? `${mark}:` : `^${mark}`
}

/** The words as they go out. `mark` null or place `none` adds nothing. */
export const signed = (words: string, mark: string | null, place: SignaturePlace): string => {
  const signature = mark === null ? null : asPublished(mark, place)
  if (signature === null) return words
  return place === 'prefix' ? `${signature} ${words}` : `${words} ${signature}`
}

/** One stretch in which a person signs so on an account; `until` (excluded) null: still. */
export type Signing = { personId: string; mark: string; from: Date; until: Date | null }

export const sameMark = (a: string, b: string): boolean => a.toLocaleUpperCase('en-GB') === b.toLocaleUpperCase('en-GB')

const overlap = (a: Pick<Signing, 'from' | 'until'>, b: Pick<Signing, 'from' | 'until'>): boolean =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)

/** Who already signs so on this account in any part of that time, somebody else than the person. */
export const clashWith = (history: readonly Signing[], wanted: Signing): Signing | null =>
  history.find((s) => s.personId !== wanted.personId && sameMark(s.mark, wanted.mark) && overlap(s, wanted)) ?? null

/** Reads 'ACC MJ:', '^dw' or ' acc mj ' as the mark. */
export const markIn = (text: string): string =>
  text.trim().replace(/^\^/, '').replace(/:$/, '').trim().replace(/\s+/g, ' ')

/** Who signed so at that instant: the legend. Null when nobody did. */
export const speakerAt = <S extends Signing>(history: readonly S[], mark: string, at: Date): S | null =>
  history.find((s) => sameMark(s.mark, markIn(mark)) && s.from <= at && (s.until === null || at < s.until)) ?? null
