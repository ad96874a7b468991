import { concepts, conceptsIn, type Heard } from './concepts.ts'
import { hear } from './hear.ts'
import { rulesIn } from './rules.ts'

/**
 * Something in a message that speaks for what it is: a word, two words in a row (`^` where a sentence begins), `~` a piece of a word, by
 * which a word written otherwise is known, `=` a concept or `>` a rule. It stands in the words from `start` to `end`.
 */
export type Mark = { name: string; says: string; start: number; end: number }

export type Evidence = {
  /** What each sentence holds, each thing once. */
  sentences: readonly (readonly Mark[])[]
  /** From words to the message itself, in UTF-16 units. */
  span(start: number, end: number): { start: number; end: number }
}

const IDIOM = concepts.findIndex(({ name }) => name === 'manner of speaking')
const WORD_SAYS = 'This word is common in messages of this kind.'
const PAIR_SAYS = 'These words are common in messages of this kind.'
const ENDS = new Set(['.', '!', '?'])
/** Letters in a piece of a word, its beginning and its end counted as one each. */
const PIECES = [3, 4, 5]

/** Everything heard but what a manner of speaking takes the danger out of. */
function soberly(heard: readonly Heard[], words: number): Heard[] {
  const masked = new Uint8Array(words + 1)
  for (const { concept, start, end } of heard) if (concept === IDIOM) masked.fill(1, start, end)
  return heard.filter(({ concept, start, end }) => concept === IDIOM || !masked.subarray(start, end).includes(1))
}

function piecesOf(word: string): string[] {
  const whole = `<${word}>`
  return PIECES.flatMap((long) =>
    Array.from({ length: Math.max(0, whole.length - long + 1) }, (_, at) => `~${whole.slice(at, at + long)}`),
  )
}

/** The word itself, its pieces, and it together with the word before it. */
function marksAt(words: readonly string[], at: number, begins: boolean): Mark[] {
  const word = words[at] ?? ''
  const [end, from] = [at + 1, begins ? at : at - 1]
  const pair = { name: `${begins ? '^' : words[from]} ${word}`, says: PAIR_SAYS, start: from, end }
  const own = { name: word, says: WORD_SAYS, start: at, end }
  if (ENDS.has(word)) return [...(word === '.' ? [] : [own]), ...(begins ? [] : [pair])]
  return [own, pair, ...piecesOf(word).map((name) => ({ name, says: WORD_SAYS, start: at, end }))]
}

export function evidenceIn(text: string): Evidence {
  const said = hear(text)
  const words = said.words === '' ? [] : said.words.split(' ')
  const heard = soberly(conceptsIn(words), words.length)
  const sentenceOf: number[] = []
  const sentences: Map<string, Mark>[] = [new Map()]
  const put = (sentence: number, mark: Mark): void => {
    const those = sentences[sentence]
    if (those && !those.has(mark.name)) those.set(mark.name, mark)
  }
  for (const [at, word] of words.entries()) {
    const begins = at === 0 || ENDS.has(words[at - 1] ?? '')
    sentenceOf.push(sentences.length - 1)
    for (const mark of marksAt(words, at, begins)) put(sentences.length - 1, mark)
    if (ENDS.has(word) && at < words.length - 1) sentences.push(new Map())
  }
  const last = words.at(-1)
  if (last !== undefined && !ENDS.has(last))
    put(sentences.length - 1, { name: `${last} .`, says: PAIR_SAYS, start: words.length - 1, end: words.length })
  for (const { concept, start, end } of heard) {
    const { name = '', says = '' } = concepts[concept] ?? {}
    put(sentenceOf[start] ?? 0, { name: `=${name}`, says, start, end: Math.min(end, words.length) })
  }
  for (const { rule, parts } of rulesIn(heard)) {
    const [start, end] = [Math.min(...parts.map((one) => one.start)), Math.max(...parts.map((one) => one.end))]
    put(sentenceOf[start] ?? 0, { name: `>${rule.name}`, says: rule.says, start, end: Math.min(end, words.length) })
  }
  const starts: number[] = []
  let length = 0
  for (const word of words) {
    starts.push(length)
    length += word.length + 1
  }
  return {
    sentences: sentences.map((marks) => [...marks.values()]),
    span: (start, end) => said.span(starts[start] ?? 0, (starts[end] ?? length) - 1),
  }
}
