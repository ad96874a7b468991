/** Sentences of folded words, with how many words a reader reads in each. */
export type Sentence = { start: number; end: number; words: number }

const STOP = /[.!?]+["')\]]*(?=\s|$)|\n|$/g
/** A full stop after one of these does not end a sentence. */
const SHORT =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|nos|ref|insp|sgt|supt|det|ch|rd|ave|tel|ext|approx|vs|e\.g|i\.e|[a-z])\.$/i
const LETTER = /[\p{L}\p{N}]/u

/** Counts what is read as a word: not a hashtag, a mention or an address on the web. */
function countWords(sentence: string): number {
  let count = 0
  for (const chunk of sentence.split(/\s+/)) {
    if (chunk !== '' && !/^[("']*(?:#|@|https?:|www\.)/i.test(chunk) && LETTER.test(chunk)) count += 1
  }
  return count
}

function isShort(before: string): boolean {
  return /\.$/.test(before) && SHORT.test(before.slice(-12))
}

export function sentencesOf(plain: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const stop of plain.matchAll(STOP)) {
    const end = stop.index + (stop[0] === '\n' ? 0 : stop[0].length)
    const whole = plain.slice(start, end)
    if (stop[0] === '.' && end < plain.length && isShort(whole)) continue
    const lead = whole.length - whole.trimStart().length
    const said = whole.trim()
    if (said !== '') found.push({ start: start + lead, end: start + lead + said.length, words: countWords(said) })
    start = end
  }
  return found
}
