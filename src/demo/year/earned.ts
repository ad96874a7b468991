import type { Roll } from './grammar.ts'

/** What may draw people to a post: its words as they went out, and when and how. */
export type Put = {
  words: string
  /** 0 to 23, by the clock of the force. */
  hour: number
  signed: boolean
  picture: boolean
  /** A day of something, as headquarters sent it round. */
  echo: boolean
}

/** Who put it out: `answers` is how large a part of what it says are answers, `moved` how much its public cares for any of this (about 1). */
type By = { corporate: boolean; followers: number; answers: number; moved: number }

type Pull = readonly [replies: number, reshares: number]
type Draw = { has: (put: Put) => boolean; corporate: Pull; others: Pull }

const length = (words: string): number => words.replace(/https?:\S+/g, '').trim().length
const asks = /\?(?:\s|$)/
const placed =
  /\p{Lu}[\p{L}’]+ (?:Street|Road|Lane|Avenue|Drive|Close|Crescent|Terrace|Grove|Square|Row|Parade|Way|Court|Place|Hill)\b|Westport|Eastby|Harrowfield|Tregarn|Penmoor|Ashmoor|\b[Rr]oad\b|bypass|\b[Ii]ce\b|\b[Ff]og\b|\b[Ff]lood/u
const brief = (words: string): boolean => {
  const sentences = words.match(/[.?!](?:\s|$)/g)?.length ?? 1
  return words.split(' ').length / sentences <= 9
}
const tags = (words: string): number => words.match(/#\p{L}/gu)?.length ?? 0

/**
 * What goes with more answers and reshares, or fewer, in natural logarithms: 0.3 is a third more. As the published studies of police accounts
 * found: longer, before four, roads, weather and named places are passed on; questions and names are answered; links and an informal tone help,
 * many hashtags and the days of something do not; and what works for headquarters is not what works for one officer. Pictures move nobody
 * to answer, and long words, mentions and Welsh nobody at all.
 */
const draws: readonly Draw[] = [
  { has: (p) => length(p.words) >= 100, corporate: [0.1, 0.35], others: [0.3, 0.4] },
  { has: (p) => p.hour >= 6 && p.hour < 16, corporate: [0, 0.3], others: [0, 0.3] },
  { has: (p) => placed.test(p.words), corporate: [0.2, 0.35], others: [0.4, 0.3] },
  { has: (p) => asks.test(p.words), corporate: [0.7, -0.1], others: [0.45, 0] },
  { has: (p) => p.signed, corporate: [0, 0], others: [0.5, 0] },
  { has: (p) => brief(p.words), corporate: [0, 0.1], others: [0.15, 0.1] },
  { has: (p) => p.words.includes('https:'), corporate: [-0.2, 0.3], others: [0, 0.2] },
  { has: (p) => p.picture, corporate: [0, 0.25], others: [0, 0] },
  { has: (p) => tags(p.words) > 1, corporate: [-0.5, -0.4], others: [-0.5, -0.3] },
  { has: (p) => p.echo, corporate: [-0.7, -0.3], others: [-1.2, -0.9] },
]

/** Most get little, a few very much. */
const luck = (roll: Roll): number => Math.exp(1.7 * (roll() + roll() + roll() + roll() - 2))

/** What a post to everybody earned, in whole things. Small accounts earn more for each who follows them: they are followed by those whom it concerns. */
export function earnedBy(put: Put, by: By, roll: Roll): { replies: number; reshares: number; likes: number } {
  let [answered, passedOn] = [0, 0]
  for (const draw of draws) {
    if (!draw.has(put)) continue
    const [replies, reshares] = by.corporate ? draw.corporate : draw.others
    answered += replies
    passedOn += reshares
  }
  const lucky = luck(roll)
  const many = by.corporate ? by.followers / 200_000 : by.followers / 900
  const [replies, reshares, likes] = by.corporate
    ? [1.4 * many ** 0.5, 5 * many ** 0.55, 11.5 * many ** 0.55]
    : [0.55 * (0.6 + by.answers) * many ** 0.25, 0.9 * many ** 0.35, 3.4 * many ** 0.4]
  const count = (n: number, pull: number): number => Math.floor(n * Math.exp(pull * by.moved) * lucky + roll())
  return { replies: count(replies, answered), reshares: count(reshares, passedOn), likes: count(likes, passedOn / 2) }
}

/** An answer to one person hardly ever earns anything. */
export const earnedByAnswer = (roll: Roll): { replies: number; reshares: number; likes: number } => ({
  replies: roll() < 0.06 ? 1 : 0,
  reshares: roll() < 0.02 ? 1 : 0,
  likes: roll() < 0.3 ? 1 + Math.floor(roll() * 3) : 0,
})
