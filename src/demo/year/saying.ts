import { type Grammar, oneOf, type Roll, write } from './grammar.ts'
import type { Style } from './styles.ts'
import { answers, passedOn } from './words/answers.ts'
import { force } from './words/force.ts'
import { local } from './words/local.ts'
import { officer } from './words/officer.ts'
import { places } from './words/places.ts'
import { dogs, event, office, roads, rural } from './words/teams.ts'
import { welsh } from './words/welsh.ts'

const banks: Readonly<Record<Style['words'], Grammar>> = { force, local, officer, roads, rural, dogs, office, event }

/** `echo`: a day of something, as headquarters sent it round. */
export type Words = { text: string; language: 'en' | 'cy'; echo?: true }
type Intent = 'inform' | 'appeal' | 'engage'

/** Sentences begin with a capital, whatever was filled in. */
const inSentences = (text: string): string =>
  text.replace(/(^|[.?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

const english = (forms: Grammar, name: string, place: string, roll: Roll): Words => ({
  text: inSentences(write([{ place: [place] }, forms, places], name, roll)),
  language: 'en',
})
const cymraeg = (name: string, roll: Roll): Words => ({ text: inSentences(write([welsh], name, roll)), language: 'cy' })

function intentOf([inform, appeal, engage]: Style['mix'], roll: Roll): Intent {
  const at = roll() * (inform + appeal + engage)
  if (at < inform) return 'inform'
  return at < inform + appeal ? 'appeal' : 'engage'
}

/** What an account says to everybody; in both languages where it speaks both, the Welsh now and then left out. */
export function ownWords(style: Style, place: string, roll: Roll): Words[] {
  const intent = intentOf(style.mix, roll)
  if (style.language === 'cy') return [cymraeg(intent, roll)]
  const said = [english(banks[style.words], intent, place, roll)]
  return style.language === 'both' && roll() < 0.82 ? [cymraeg(intent, roll), ...said] : said
}

/** One form of words with another number in it each time; some come again. */
export const feedWords = (roll: Roll): Words => ({
  text: `CCTV appeal ${4000 + Math.floor(roll() * 160)}. Do you know who this is? Tell us: https://www.westshire.police.example/cctv`,
  language: 'en',
})

type AnswerKind = 'police' | 'elsewhere' | 'unmonitored' | 'setLines' | 'answer'

export function answerKind(style: Style, roll: Roll): AnswerKind {
  if (roll() < style.amongOurselves) return 'police'
  const at = roll()
  if (at < style.setLine) return 'setLines'
  if (at < style.setLine + style.unmonitored) return 'unmonitored'
  return at < style.setLine + style.unmonitored + style.elsewhere ? 'elsewhere' : 'answer'
}

/** What an account answers to one person. */
export function answerWords(style: Style, kind: AnswerKind, place: string, roll: Roll): Words {
  if (kind !== 'answer') return english(answers, kind, place, roll)
  if (style.language === 'cy' || (style.language === 'both' && roll() < 0.45)) return cymraeg('answer', roll)
  return english(answers, style.words === 'force' || style.words === 'roads' ? 'desk' : 'local', place, roll)
}

/** What somebody else said, as an account passes it on. */
export const passedOnWords = (place: string, roll: Roll): Words => english(passedOn, 'said', place, roll)

/** A day of something, nearly as headquarters sent it. */
export const echoWords = (says: string, calls: string, place: string, roll: Roll): Words => {
  const end = oneOf(['', '', ` #${calls.replaceAll(' ', '')}`, ` ${place} says so too.`, ' Pass it on.'], roll)
  return { text: `${says}${end}`, language: 'en', echo: true }
}
