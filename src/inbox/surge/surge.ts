/** When what reaches us is a surge, since when, and why we say so. Pure. */

import { z } from 'zod'
import { zonedIn } from '../../foundation/clock.ts'
import { hear } from '../triage/hear.ts'

/** Messages said and heard in the last two and in the last five minutes, and by how many people in those five. */
export type Counts = { two: number; five: number; people: number }
/** Messages a minute at this hour of the week. */
export type Usual = { perMinute: number }

/** A quiet account is not in a surge because three people write; and one person who writes a lot is none. */
const floors = { 2: 12, 5: 20 } as const
const fewestPeople = 5
/** Three times what is usual, and beyond what chance does to it. */
const times = 3
const deviations = { 2: 10, 5: 8 } as const

/**
 * As many in so many minutes are a surge. Measured in surge.test.ts with 200, 1,000 and 5,000 messages a day, in bursts as messages come:
 * no false alarm in 28 days each.
 */
export function surgeFrom({ perMinute }: Usual, minutes: 2 | 5): number {
  const usual = perMinute * minutes
  return Math.max(floors[minutes], Math.ceil(usual * times), Math.ceil(usual + deviations[minutes] * Math.sqrt(usual)))
}

export const isSurge = (counts: Counts, usual: Usual): boolean =>
  counts.people >= fewestPeople && (counts.two >= surgeFrom(usual, 2) || counts.five >= surgeFrom(usual, 5))

/** Quiet is well below what would be a surge, so that one does not begin and end by turns. */
export const isQuiet = (counts: Counts, usual: Usual): boolean =>
  counts.five < Math.max(floors[5] / 2, usual.perMinute * 5 * 2)

/** A surge ends after so long of quiet. */
export const quietMinutes = 15

/** `perMinute[0]` is the minute that ends now, `[1]` the one before. The surge began with the first minute of the rise that leads to now. */
export function beginning(perMinute: readonly number[], usual: Usual, now: Date): Date {
  const risen = (n: number | undefined) => n !== undefined && n >= Math.max(2, usual.perMinute * 2)
  let last = 0
  for (let at = 0; at < perMinute.length; at += 1) {
    if (risen(perMinute[at])) last = at
    // One thin minute within a rise does not end it; nor does the one that has only begun.
    else if (at > 0 && !risen(perMinute[at + 1])) break
  }
  return new Date(now.getTime() - (last + 1) * 60_000)
}

/** The hour round this moment of the week, in each of the last four weeks, by the clock on the wall. */
export function sameHours(now: Date, zone: string): { from: Date; until: Date }[] {
  const here = zonedIn(now, zone)
  return [1, 2, 3, 4].map((weeks) => {
    const middle = here.subtract({ weeks }).epochMilliseconds
    return { from: new Date(middle - 1_800_000), until: new Date(middle + 1_800_000) }
  })
}

/** From the messages of those hours; null for an hour in which we did not listen yet. The middle one counts, so that a surge of last week is not the measure. */
export function usualOf(hours: readonly (number | null)[]): Usual {
  const known = hours.filter((n) => n !== null).sort((a, b) => a - b)
  const [low, high] = [known[Math.floor((known.length - 1) / 2)] ?? 0, known[Math.floor(known.length / 2)] ?? 0]
  return { perMinute: (low + high) / 2 / 60 }
}

const empty = new Set(
  'the and for you your are was were with have has had this that they them there what when will would just from about not but his her our who why how all any can did does been being more some its into out over please it is in on at to of so we he she be as do if or an up me my no by'.split(
    ' ',
  ),
)
const mostTexts = 400
const mostPhrases = 5

/** Words that many of these say, longest first: what it is about. */
export function wordsIn(texts: readonly string[]): { words: string; n: number }[] {
  const counted = new Map<string, number>()
  const read = texts.slice(0, mostTexts)
  for (const text of read) for (const phrase of phrasesOf(text)) counted.set(phrase, (counted.get(phrase) ?? 0) + 1)
  const least = Math.max(3, read.length * 0.15)
  const found = [...counted]
    .filter(([, n]) => n >= least)
    .sort((a, b) => b[1] * Math.sqrt(lengthOf(b[0])) - a[1] * Math.sqrt(lengthOf(a[0])) || (a[0] < b[0] ? -1 : 1))
  const chosen: { words: string; n: number }[] = []
  for (const [words, n] of found) {
    if (chosen.length === mostPhrases) break
    const own = telling(words)
    if (!chosen.some((c) => own.some((word) => c.words.split(' ').includes(word)))) chosen.push({ words, n })
  }
  return chosen
}

const lengthOf = (phrase: string) => phrase.split(' ').length
const telling = (phrase: string) => phrase.split(' ').filter((word) => word.length > 2 && !empty.has(word))

/** One, two and three words in a row, that begin and end with one that says something. */
function phrasesOf(text: string): ReadonlySet<string> {
  const words = hear(text)
    .words.split(' ')
    .filter((word) => word !== 'link' && /^[a-z0-9]/.test(word))
  const says = (word: string | undefined) => word !== undefined && word.length > 2 && !empty.has(word)
  const found = new Set<string>()
  for (let at = 0; at < words.length; at += 1)
    for (let size = 1; size <= 3; size += 1)
      if (says(words[at]) && says(words[at + size - 1])) found.add(words.slice(at, at + size).join(' '))
  return found
}

/** Why we say so, as kept with the surge. */
export const why = z.object({
  /** Heard in so many minutes, from so many people. */
  heard: z.number(),
  minutes: z.number(),
  people: z.number(),
  /** As many are usual in those minutes at this hour of the week, from so many weeks that we know. */
  usual: z.number(),
  weeks: z.number(),
  posts: z.array(z.object({ postId: z.string(), n: z.number() })),
  accounts: z.array(z.object({ accountId: z.string(), n: z.number() })),
  words: z.array(z.object({ words: z.string(), n: z.number() })),
})
export type Why = z.output<typeof why>
