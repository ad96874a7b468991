import { type Category, categories, rank } from './category.ts'
import { evidenceIn, type Mark } from './evidence.ts'
import { languageOf } from './language.ts'
import table from './learned.json' with { type: 'json' }
import { categoriesOf, dangerIn, type Learned } from './learned.ts'

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

/** More words than these in one place tell a person nothing new. */
const SHOWN = 6
/** What a message from an account on the list of newsrooms begins with. */
const NEWSROOM = 6
/** From these log-odds on a message is looked at as a danger; chosen so that, each writer judged by the others' messages, 98 of 100 are seen. */
export const DANGER = -1.4
/** From these on it is called one. */
export const THREAT = 0.3
/** A mark that speaks less than this is not shown. */
const FAINT = 0.15
/** How far behind the first a category may be and still be offered as the second. */
const CLOSE = 2.5

const learned: Learned = table

/** Rules before concepts before single words, and of each what says most. */
const telling = (name: string): number => (name.startsWith('>') ? 4 : name.startsWith('=') ? 2 : 0)

function shown(marks: readonly Mark[], weigh: (name: string) => number): Mark[] {
  const order = marks
    .filter(({ name }) => weigh(name) >= FAINT)
    .sort((one, other) => telling(other.name) + weigh(other.name) - telling(one.name) - weigh(one.name))
  const kept: Mark[] = []
  for (const mark of order)
    if (kept.length < SHOWN && !kept.some((one) => one.start <= mark.start && mark.end <= one.end)) kept.push(mark)
  return kept
}

/** Suggests what a message is and shows the words that led there. Pure: the same in the browser and on the server. */
export function suggest(message: Message): Suggestion {
  const { sentences, span } = evidenceIn(message.text)
  const threat = dangerIn(learned, sentences, message.kind)
  const alarms = (those: typeof sentences): Mark[] => shown(those.flat(), (name) => learned.danger.weights[name] ?? 0)
  const there = alarms(sentences.slice(threat.first, threat.last + 1))
  const alarming = there.length > 0 ? there : alarms(sentences)
  // Without words to show for it there is no alarm.
  const danger = threat.score >= DANGER && alarming.length > 0
  const scores = categoriesOf(learned, sentences, message.kind)
  if (message.authorIsKnownMedia) scores.set('media', (scores.get('media') ?? 0) + NEWSROOM)
  const [first = 'comment', next = 'comment'] = categories
    .filter((category) => category !== 'threatOrVulnerable')
    .sort((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0) || rank(one) - rank(other))
  const called = danger && threat.score >= THREAT
  const category = called ? 'threatOrVulnerable' : first
  const close = (scores.get(first) ?? 0) - (scores.get(next) ?? 0) <= CLOSE
  const at = categories.indexOf(first)
  const marks = danger ? alarming : shown(sentences.flat(), (name) => learned.category.weights[name]?.[at] ?? 0)
  return {
    category,
    because: marks.map(({ name, says, start, end }) => {
      const where = span(start, end)
      return { words: message.text.slice(where.start, where.end), ...where, signal: name, says }
    }),
    second: called ? first : danger ? 'threatOrVulnerable' : close ? next : null,
    danger,
    language:
      message.language === 'cy' || message.language === 'en'
        ? message.language
        : languageOf(message.text.toLowerCase()),
  }
}
