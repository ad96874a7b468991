import { postcodesOf, streetsOf } from '../../rulebook/language/places.ts'
import { sentencesOf } from '../../rulebook/language/sentences.ts'
import { signatureIn } from '../item.ts'

/** A post as its features are read from it. */
export type Said = {
  words: string
  language: string | null
  link: boolean
  picture: boolean
  video: boolean
  hashtag: boolean
  mention: boolean
  /** 0 to 23, by the clock of the force. */
  hour: number
}

/** Something a post has or has not; each is compared with all posts that have it not. */
export type Feature = { id: string; name: string; has: (read: Read) => boolean }

type Read = Said & { bare: string; characters: number; wordsASentence: number; longWords: number; place: boolean }

const longFrom = 7
const address = /(?:https?:\/\/|www\.)\S+/gi
const longWord = new RegExp(`\\p{L}{${longFrom},}`, 'gu')
const anyWord = /\p{L}+/gu
const tagOrName = /[#@][\p{L}\p{N}_.@-]+/gu

const hours = (id: string, name: string, from: number, until: number): Feature => ({
  id,
  name,
  has: ({ hour }) => (from < until ? hour >= from && hour < until : hour >= from || hour < until),
})
const flag = (id: string, name: string, has: Feature['has']): Feature => ({ id, name, has })

/** What is looked at in a post; the order is the page's, and the place of each its bit. Lengths are without links. */
export const features: readonly Feature[] = [
  { id: 'short', name: 'Under 100 characters', has: (p) => p.characters < 100 },
  {
    id: 'medium',
    name: '100 to 199 characters',
    has: (p) => p.characters >= 100 && p.characters < 200,
  },
  { id: 'long', name: '200 characters and more', has: (p) => p.characters >= 200 },
  {
    id: 'shortSentences',
    name: 'Sentences of 12 words at most',
    has: (p) => p.wordsASentence > 0 && p.wordsASentence <= 12,
  },
  { id: 'longSentences', name: 'Sentences of over 20 words', has: (p) => p.wordsASentence > 20 },
  flag('longWords', 'Three words in ten of seven letters or more', (p) => p.longWords >= 0.3),
  flag('link', 'A link', (p) => p.link),
  flag('picture', 'A picture', (p) => p.picture),
  flag('video', 'A video', (p) => p.video),
  flag('hashtag', 'A hashtag', (p) => p.hashtag),
  flag('mention', 'Somebody named with @', (p) => p.mention),
  flag('question', 'A question', (p) => /\?(?=[\s"'”’)]|$)/u.test(p.bare)),
  flag('place', 'A place named', (p) => p.place),
  flag('signature', 'A signature', (p) => signatureIn(p.words) !== undefined),
  flag('welsh', 'In Welsh', (p) => p.language?.toLowerCase().startsWith('cy') ?? false),
  hours('night', '22:00 to 05:59', 22, 6),
  hours('morning', '06:00 to 09:59', 6, 10),
  hours('day', '10:00 to 15:59', 10, 16),
  hours('evening', '16:00 to 21:59', 16, 22),
]

export const featureOf = (id: string): Feature | undefined => features.find((f) => f.id === id)

/** The features of a post as bits, in the order of `features`. `places`: from `placesOf`. */
export function featuresOf(said: Said, places: RegExp | null): number {
  const bare = said.words.replace(address, ' ').trim()
  const text = bare.replace(tagOrName, ' ')
  const all = text.match(anyWord)?.length ?? 0
  const sentences = sentencesOf(bare).filter((s) => s.words > 0)
  const read: Read = {
    ...said,
    bare,
    characters: bare.length,
    wordsASentence: sentences.length === 0 ? 0 : sentences.reduce((sum, s) => sum + s.words, 0) / sentences.length,
    longWords: all === 0 ? 0 : (text.match(longWord)?.length ?? 0) / all,
    place: (places?.test(said.words) ?? false) || streetsOf(bare).length > 0 || postcodesOf(bare).length > 0,
  }
  return features.reduce((bits, feature, n) => (feature.has(read) ? bits | (1 << n) : bits), 0)
}

/** The names of the force's own areas, as whole words, also in a hashtag; null where it has none. */
export function placesOf(areas: readonly string[]): RegExp | null {
  const names = [...new Set(areas.map((a) => a.trim()).filter((a) => a.length >= 3))]
  if (names.length === 0) return null
  const escaped = names.map((a) => a.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s?'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

/** The hour on the wall of a zone, 0 to 23. Each hour of the archive is asked for once. */
export function hourIn(zone: string): (at: number) => number {
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })
  const known = new Map<number, number>()
  return (at) => {
    const quarter = Math.floor(at / 900_000)
    const hour = known.get(quarter) ?? Number(wall.format(at))
    known.set(quarter, hour)
    return hour
  }
}
