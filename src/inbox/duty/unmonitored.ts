import { z } from 'zod'
import { clockWords, wallOf, whenWords } from '../../posting/schedule.ts'
import type { Cover } from '../../register/cover.ts'
import { coverSpans, isOn, type Span, within } from './rota.ts'

/** What decides whether somebody looks: the hours on the register, and who is on duty. */
export type WatchFacts = { cover: Cover; duties: readonly Span[]; zone: string }

export type Watch = {
  /** True only when the hours say so and somebody is really on duty. */
  watched: boolean
  why: 'watched' | 'noHours' | 'outsideHours' | 'nobodyOnDuty'
  /** From when on somebody looks again; null when nobody is on the rota for it within nine days, so that nobody can say. */
  nextAt: Date | null
}

/** So far a rota is looked at, ahead and back. */
export const nineDays = 9 * 86_400_000

/** Whether an account is watched at an instant. */
export function watchOf({ cover, duties, zone }: WatchFacts, at: Date): Watch {
  const ahead = { from: at, until: new Date(at.getTime() + nineDays) }
  const stated = coverSpans(cover, ahead, zone)
  const really = within(stated, duties)
  if (really.some((span) => isOn(span, at))) return { watched: true, why: 'watched', nextAt: at }
  const nextAt = really[0]?.from ?? null
  if (cover.length === 0) return { watched: false, why: 'noHours', nextAt }
  return { watched: false, why: stated.some((span) => isOn(span, at)) ? 'nobodyOnDuty' : 'outsideHours', nextAt }
}

/** Since when nobody has looked: the end of the last hours in which somebody did, at most nine days ago. */
function unwatchedSince({ cover, duties, zone }: WatchFacts, at: Date): Date {
  const back = { from: new Date(at.getTime() - nineDays), until: at }
  const ends = within(coverSpans(cover, back, zone), duties).map((span) => span.until.getTime())
  return new Date(Math.max(back.from.getTime(), ...ends.filter((end) => end <= at.getTime())))
}

export const languages = ['en', 'cy'] as const
export type Language = (typeof languages)[number]
export type ByLanguage = { readonly [language in Language]: string }

const welshDays = ['Sul', 'Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn']
const welshMonths = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
]

/** `ddydd Llun 7 Medi am 08:00`. */
function welshMoment(at: Date, zone: string): string {
  const date = new Date(`${wallOf(at, zone).slice(0, 10)}T00:00:00Z`)
  const month = welshMonths[date.getUTCMonth()] ?? ''
  return `ddydd ${welshDays[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${month} am ${clockWords(at, zone)}`
}

/** A moment as the public reads it: after `on` in English, after the verb in Welsh. */
export const momentWords = (at: Date, zone: string, now: Date): ByLanguage => ({
  en: whenWords(at, zone, now),
  cy: welshMoment(at, zone),
})

/** The sentence that never may be missing where nobody looks. */
export const emergencyWords: ByLanguage = {
  en: 'In an emergency call 999. If it is not an emergency, call 101.',
  cy: 'Mewn argyfwng, ffoniwch 999. Os nad yw’n argyfwng, ffoniwch 101.',
}

/** When somebody looks again; empty when nobody can say. */
export function againWords(watch: Watch, zone: string, now: Date): ByLanguage {
  if (watch.nextAt === null) return { en: '', cy: '' }
  const { en, cy } = momentWords(watch.nextAt, zone, now)
  return { en: `We look at messages here again on ${en}.`, cy: `Byddwn yn edrych ar negeseuon yma eto ${cy}.` }
}

const spaced = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** What an account shows while nobody looks. While somebody looks, only the emergency sentence. */
export function noticeOf(watch: Watch, zone: string, now: Date): ByLanguage {
  if (watch.watched) return emergencyWords
  const again = againWords(watch, zone, now)
  return {
    en: spaced('Nobody is reading messages here now.', emergencyWords.en, again.en),
    cy: spaced('Nid oes neb yn darllen negeseuon yma ar hyn o bryd.', emergencyWords.cy, again.cy),
  }
}

const coverDaysInWelsh: Readonly<Record<string, string>> = {
  Mon: 'Llun',
  Tue: 'Mawrth',
  Wed: 'Mercher',
  Thu: 'Iau',
  Fri: 'Gwener',
  Sat: 'Sadwrn',
  Sun: 'Sul',
  '24 hours': '24 awr',
  'all day': 'drwy’r dydd',
  and: 'a',
}

/** What stands on the account's profile the whole time. `hours`: as the register says them (`Mon–Fri 9–17`), empty for none. */
export function profileOf(hours: string): ByLanguage {
  const welsh = hours.replace(
    /24 hours|all day|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|and)\b/g,
    (w) => coverDaysInWelsh[w] ?? w,
  )
  return hours === ''
    ? {
        en: `Nobody reads messages here. ${emergencyWords.en}`,
        cy: `Nid oes neb yn darllen negeseuon yma. ${emergencyWords.cy}`,
      }
    : {
        en: `We read messages here ${hours}. ${emergencyWords.en}`,
        cy: `Rydym yn darllen negeseuon yma ${welsh}. ${emergencyWords.cy}`,
      }
}

const line = z.string().trim().min(20).max(500)

/** The automatic line, as kept in `desk.lines`. */
export const deskLines = z.object({
  enabled: z.boolean(),
  words: z.object({ en: line, cy: line }),
})
export type DeskLines = z.output<typeof deskLines>

export const ordinaryLines: DeskLines = {
  enabled: false,
  words: {
    en: `Thank you for your message. Nobody is reading messages here now. ${emergencyWords.en}`,
    cy: `Diolch am eich neges. Nid oes neb yn darllen negeseuon yma ar hyn o bryd. ${emergencyWords.cy}`,
  },
}

/** Reads what is stored; what cannot be read, or lacks its numbers, is switched off. */
export function readLines(stored: unknown): DeskLines {
  const read = deskLines.safeParse(stored)
  return read.success && withoutNumbers(read.data.words).length === 0 ? read.data : ordinaryLines
}

const says = (text: string, number: string): boolean => new RegExp(`(?<![\\d])${number}(?![\\d])`).test(text)

/** The languages whose words do not name both 999 and 101. */
export const withoutNumbers = (words: ByLanguage): Language[] =>
  languages.filter((language) => !says(words[language], '999') || !says(words[language], '101'))

/** What has to be known of one conversation. */
export type LineFacts = WatchFacts & {
  lines: DeskLines
  stage: 'open' | 'closed'
  category: string
  /** Somebody may be in danger there and a person has looked: that person answers. Before that, 999 is what they need to be told. */
  danger: boolean
  language: Language
  /** The first message that waits for us; null when nothing waits. */
  waitingSince: Date | null
  lastSaidAt: Date
  /** Our last automatic line in this conversation. */
  lastLineAt: Date | null
}

export type LineDecision =
  /** `until`: somebody looks again then, and it is no longer so. */
  | { send: true; language: Language; words: string; until: Date | null }
  | {
      send: false
      why: 'off' | 'closed' | 'nothingWaits' | 'abuse' | 'danger' | 'watched' | 'saidToday' | 'saidSince' | 'tooOld'
    }

const dayMs = 86_400_000
/** A line that comes hours after the message helps nobody: it says that nobody reads *now*. */
const freshMs = 3_600_000

/**
 * Whether this conversation gets the automatic line now. At most once in 24 hours and once while nobody looks; only what was said in the last
 * hour while nobody looked.
 */
export function automaticLine(f: LineFacts, now: Date): LineDecision {
  if (!f.lines.enabled) return { send: false, why: 'off' }
  if (f.stage === 'closed') return { send: false, why: 'closed' }
  if (f.waitingSince === null) return { send: false, why: 'nothingWaits' }
  if (f.category === 'abuse') return { send: false, why: 'abuse' }
  if (f.danger) return { send: false, why: 'danger' }
  const watch = watchOf(f, now)
  if (watch.watched) return { send: false, why: 'watched' }
  if (f.lastLineAt !== null && now.getTime() - f.lastLineAt.getTime() < dayMs) return { send: false, why: 'saidToday' }
  if (f.lastLineAt !== null && f.lastLineAt >= unwatchedSince(f, now)) return { send: false, why: 'saidSince' }
  if (now.getTime() - f.lastSaidAt.getTime() > freshMs) return { send: false, why: 'tooOld' }
  const again = againWords(watch, f.zone, now)[f.language]
  return { send: true, language: f.language, words: spaced(f.lines.words[f.language], again), until: watch.nextAt }
}
