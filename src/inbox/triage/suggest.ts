import { type Category, categories, rank } from './category.ts'
import { hear } from './hear.ts'
import { idioms, past, told } from './idioms.ts'
import { languageOf } from './language.ts'
import { listenerFor, type Stretch } from './listen.ts'
import type { Signal } from './signal.ts'
import { signals } from './signals.ts'

export type Message = {
  text: string
  language?: string
  kind: 'reply' | 'mention' | 'quote' | 'direct'
  /** Whether the account is on the force's own list of newsrooms. */
  authorIsKnownMedia?: boolean
}

/** The words that led somewhere, where they stand in the text (UTF-16 units), and why they count. */
export type Because = { words: string; start: number; end: number; signal: string; says: string }

export type Suggestion = {
  category: Category
  because: readonly Because[]
  second: Category | null
  /** Any sign of danger at all, whatever the category. */
  danger: boolean
  language: 'en' | 'cy'
}

type Hit = { signal: Signal; start: number; end: number; weight: number; danger: boolean }

/** More words than these in one place tell a person nothing new. */
const SHOWN = 6
/** Where a message comes in says a little about what it is; fitted to the tuned half. */
const BY_KIND: Readonly<Record<Message['kind'], Partial<Record<Category, number>>>> = {
  reply: { comment: 1.8, abuse: 0.8, complaint: 0.8, question: 0.2 },
  mention: { callForService: 0.9, comment: 0.3, question: 0.3, complaint: 0.3 },
  quote: { abuse: 0.3, comment: 0.2 },
  direct: {
    callForService: 0.7,
    intelligence: 0.7,
    question: 0.6,
    complaint: 0.5,
    informationRequest: 0.2,
    media: 0.1,
  },
}
/** With this much danger a message is a threat, whatever else it may be. */
const DANGER = 3
/** A signal of danger below this only adds to others: a child or an old person named is none by itself. */
const MARKED = 2
/** What a message from an account on the list of newsrooms begins with. */
const NEWSROOM = 6
/** Less danger than this is mentioned, and decides nothing. */
const FAINT = 1.5
/** A message of a risky kind is not lost to a lesser one by a hair. */
const CAUTION = 0.2

const sentenceOf = (words: string, at: number): Stretch => {
  const before = Math.max(words.lastIndexOf(' . ', at), words.lastIndexOf(' ? ', at), words.lastIndexOf(' ! ', at))
  const after = words.slice(at).search(/ [.?!] /)
  return { start: Math.max(0, before), end: after < 0 ? words.length : at + after }
}

const meet = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end

const listen = listenerFor([...signals, told, past, ...idioms].map((one) => ('hears' in one ? one.hears : one)))

/** How much of a danger's weight remains when it is told of rather than happening, and when it is long past. */
const TOLD = 0.15
const PAST = 0.4

function hitsIn(words: string): Hit[] {
  const heard = listen(words)
  const tales = heard[signals.length] ?? []
  const times = heard[signals.length + 1] ?? []
  const spoken = heard.slice(signals.length + 2).flat()
  const hits: Hit[] = []
  for (const [index, signal] of signals.entries()) {
    const dangerous = signal.category === 'threatOrVulnerable' && signal.weight > 0
    const hit = (found: Stretch): Hit => {
      if (!dangerous || tales.length + times.length === 0)
        return { signal, ...found, weight: signal.weight, danger: dangerous }
      const around = sentenceOf(words, found.start)
      if (tales.some((tale) => meet(tale, around)))
        return { signal, ...found, weight: signal.weight * TOLD, danger: false }
      const weight = times.some((time) => meet(time, around)) ? signal.weight * PAST : signal.weight
      return { signal, ...found, weight, danger: true }
    }
    const best = (heard[index] ?? [])
      .filter((found) => !dangerous || !spoken.some((idiom) => meet(idiom, found)))
      .map(hit)
      .reduce<Hit | null>((before, next) => (before && before.weight >= next.weight ? before : next), null)
    if (best) hits.push(best)
  }
  return hits
}

function scoresOf(message: Message, hits: readonly Hit[]): Map<Category, number> {
  const scores = new Map<Category, number>(
    categories.map((category) => [category, BY_KIND[message.kind][category] ?? 0]),
  )
  for (const { signal, weight } of hits) scores.set(signal.category, (scores.get(signal.category) ?? 0) + weight)
  if (message.authorIsKnownMedia) scores.set('media', (scores.get('media') ?? 0) + NEWSROOM)
  return scores
}

/** Suggests what a message is and shows the words that led there. Pure: the same in the browser and on the server. */
export function suggest(message: Message): Suggestion {
  const heard = hear(message.text)
  const hits = hitsIn(heard.words)
  const scores = scoresOf(message, hits)
  const threat = scores.get('threatOrVulnerable') ?? 0
  if (threat < FAINT) scores.set('threatOrVulnerable', 0)
  const order = [...categories].sort(
    (one, other) =>
      (scores.get(other) ?? 0) +
        (rank(other) <= 3 ? CAUTION : 0) -
        ((scores.get(one) ?? 0) + (rank(one) <= 3 ? CAUTION : 0)) || rank(one) - rank(other),
  )
  const settled = threat >= DANGER ? 'threatOrVulnerable' : (order[0] ?? 'comment')
  const next = order.find((category) => category !== settled)
  const because = hits
    .filter((hit) => hit.weight > 0 && (hit.danger || hit.signal.category === settled))
    .sort((one, other) => Number(other.danger) - Number(one.danger) || other.weight - one.weight)
    .slice(0, SHOWN)
    .map(({ signal, start, end }) => {
      const span = heard.span(start, end)
      return { words: message.text.slice(span.start, span.end), ...span, signal: signal.name, says: signal.says }
    })
  return {
    category: settled,
    because,
    second: next !== undefined && (scores.get(next) ?? 0) >= 1.5 ? next : null,
    danger: threat >= DANGER || hits.some((hit) => hit.danger && hit.signal.weight >= MARKED),
    language:
      message.language === 'cy' || message.language === 'en'
        ? message.language
        : languageOf(message.text.toLowerCase()),
  }
}
