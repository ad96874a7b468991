import { type Category, categories, rank } from './category.ts'
import { evidenceIn, type Mark } from './evidence.ts'
import { languageOf } from './language.ts'
import stored from './learned.json' with { type: 'json' }
import { dangerIn, type Learned, learnedFrom, oddsOf, sharesOf } from './learned.ts'
import { unreadIn } from './unread.ts'

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
  /** It is suggested as a danger: red, and at the head of the queue. */
  danger: boolean
  /** No such suggestion, but words that a danger might have: a person looks at it before what is ordinary. Never beside `danger`. */
  look: boolean
  language: 'en' | 'cy'
}

/** More words than these in one place tell a person nothing new. */
const SHOWN = 6
/** What a message from an account on the list of newsrooms begins with. */
const NEWSROOM = 6
/** From these log-odds on a message is called a danger. */
export const DANGER = -0.4
/** From these on it is looked at first; chosen so that, each writer judged by the others' messages, more than 98 of 100 dangers are. */
export const LOOK = -2.3
/** A mark that speaks less than this is not shown; a concept has a reason to give, so it is shown sooner than a word. */
const FAINT = { reason: 0.05, word: 0.25 }
/** How far behind the first a category may be and still be offered as the second. */
const CLOSE = 2.5
/** What says nothing to a reader by itself. */
const SIGNS = new Set(['!', '?', '@'])

/** Read when the first message is heard. */
let learned: Learned | undefined
const threat = categories.indexOf('threatOrVulnerable')

/** Rules before concepts before words, and of each what says most. */
const telling = (name: string): number => (name.startsWith('>') ? 4 : name.startsWith('=') ? 2 : 0)

/** What in these marks speaks for a category against the others, as likely as they are. What the pieces of a word say, the word says. */
function speakingFor(
  table: Learned,
  at: number,
  marks: readonly Mark[],
  odds: readonly number[],
): { mark: Mark; weight: number }[] {
  const others = sharesOf(odds.map((one, other) => (other === at ? Number.NEGATIVE_INFINITY : one)))
  const pieces = new Map<number, number>()
  const weigh = (name: string): number => {
    const row = table.weights.get(name) ?? []
    return row.reduce((sum, one, other) => sum + one * (other === at ? 1 : -(others[other] ?? 0)), 0) / 1_000
  }
  for (const { name, start } of marks)
    if (name.startsWith('~')) pieces.set(start, (pieces.get(start) ?? 0) + weigh(name))
  return marks
    .filter(({ name }) => !name.startsWith('~') && !SIGNS.has(name))
    .map((mark) => {
      const isWord = telling(mark.name) === 0 && !mark.name.includes(' ')
      return { mark, weight: weigh(mark.name) + (isWord ? (pieces.get(mark.start) ?? 0) : 0) }
    })
}

function shown(table: Learned, at: number, marks: readonly Mark[], odds: readonly number[]): Mark[] {
  const order = speakingFor(table, at, marks, odds)
    .filter(({ mark, weight }) => weight >= (telling(mark.name) > 0 ? FAINT.reason : FAINT.word))
    .sort((one, other) => telling(other.mark.name) + other.weight - telling(one.mark.name) - one.weight)
  const kept: Mark[] = []
  for (const { mark } of order)
    if (kept.length < SHOWN && !kept.some((one) => one.start <= mark.start && mark.end <= one.end)) kept.push(mark)
  return kept
}

const UNREAD = 'The rules cannot read this writing, so a person looks at it first.'

const because = (
  text: string,
  { start, end }: { start: number; end: number },
  signal: string,
  says: string,
): Because => ({
  words: text.slice(start, end),
  start,
  end,
  signal,
  says,
})

/** Suggests what a message is and shows the words that led there. Pure: the same in the browser and on the server. */
export function suggest(message: Message): Suggestion {
  learned ??= learnedFrom(stored)
  const table = learned
  const { sentences, span } = evidenceIn(message.text)
  const { score, first, last } = dangerIn(table, sentences, message.kind)
  const there = sentences.slice(first, last + 1)
  const alarming = score < LOOK ? [] : shown(table, threat, there.flat(), oddsOf(table, there, message.kind))
  // Without words to show for it there is no alarm.
  const look = alarming.length > 0
  const danger = look && score >= DANGER
  const odds = oddsOf(table, sentences, message.kind)
  const media = categories.indexOf('media')
  if (message.authorIsKnownMedia) odds[media] = (odds[media] ?? 0) + NEWSROOM
  const oddsIn = (category: Category): number => odds[categories.indexOf(category)] ?? 0
  const [best = 'comment', next = 'comment'] = categories
    .filter((category) => category !== 'threatOrVulnerable')
    .sort((one, other) => oddsIn(other) - oddsIn(one) || rank(one) - rank(other))
  const close = oddsIn(best) - oddsIn(next) <= CLOSE
  const marks = look ? alarming : shown(table, categories.indexOf(best), sentences.flat(), odds)
  const said = marks.map(({ name, says, start, end }) => because(message.text, span(start, end), name, says))
  // Who writes as we cannot read may be the one who needs help.
  const unread = danger ? null : unreadIn(message.text)
  return {
    category: danger ? 'threatOrVulnerable' : best,
    because: unread ? [because(message.text, unread, 'unread', UNREAD), ...said] : said,
    second: danger ? best : look || unread ? 'threatOrVulnerable' : close ? next : null,
    danger,
    look: (look && !danger) || unread !== null,
    language:
      message.language === 'cy' || message.language === 'en'
        ? message.language
        : languageOf(message.text.toLowerCase()),
  }
}
