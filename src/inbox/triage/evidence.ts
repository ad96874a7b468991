import { concepts, conceptsIn, type Heard } from './concepts.ts'
import { hear } from './hear.ts'
import { rulesIn } from './rules.ts'

/** Something in a message that speaks for what it is: a word, `^` a word that begins a sentence, `=` a concept or `>` a rule. It stands in the words from `start` to `end`. */
export type Mark = { name: string; says: string; start: number; end: number }

export type Evidence = {
  /** What each sentence holds, each thing once. */
  sentences: readonly (readonly Mark[])[]
  /** From words to the message itself, in UTF-16 units. */
  span(start: number, end: number): { start: number; end: number }
}

const IDIOM = concepts.findIndex(({ name }) => name === 'manner of speaking')
const WORD_SAYS = 'This word is common in messages of this kind.'
const BEGINS_SAYS = 'Messages of this kind often begin so.'
const ENDS = new Set(['.', '!', '?'])

/** Everything heard but what a manner of speaking takes the danger out of. */
function soberly(heard: readonly Heard[], words: number): { heard: Heard[]; masked: Uint8Array } {
  const masked = new Uint8Array(words + 1)
  for (const { concept, start, end } of heard) if (concept === IDIOM) masked.fill(1, start, end)
  const isMasked = ({ start, end }: Heard): boolean => masked.subarray(start, end).includes(1)
  return { heard: heard.filter((one) => one.concept === IDIOM || !isMasked(one)), masked }
}

export function evidenceIn(text: string): Evidence {
  const said = hear(text)
  const words = said.words === '' ? [] : said.words.split(' ')
  const { heard, masked } = soberly(conceptsIn(words), words.length)
  const sentenceOf: number[] = []
  const sentences: Map<string, Mark>[] = [new Map()]
  const put = (sentence: number, mark: Mark): void => {
    const those = sentences[sentence]
    if (those && !those.has(mark.name)) those.set(mark.name, mark)
  }
  for (const [at, word] of words.entries()) {
    sentenceOf.push(sentences.length - 1)
    const begins = sentences.at(-1)?.size === 0 && !ENDS.has(word) && word !== '@'
    if (masked[at] === 0) put(sentences.length - 1, { name: word, says: WORD_SAYS, start: at, end: at + 1 })
    if (begins) put(sentences.length - 1, { name: `^${word}`, says: BEGINS_SAYS, start: at, end: at + 1 })
    if (ENDS.has(word)) sentences.push(new Map())
  }
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
