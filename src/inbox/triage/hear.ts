import { fold } from '../../rulebook/language/fold.ts'
import { spelled } from './spellings.ts'

/** No message a network carries is longer; what lies beyond is not read. */
const HEARD_AT_MOST = 20_000

/**
 * A message as it would be heard read out: small letters, one space between words, no apostrophes or commas, txt speak spelled out,
 * disguised letters plain. Each end of a sentence is one of `.`, `?` or `!`; each emoji is its own word; a mention is `@`, a web
 * address `link`. Signals look only at this.
 */
export type Heard = {
  words: string
  /** From a stretch of `words` to the message itself, in UTF-16 units. */
  span(start: number, end: number): { start: number; end: number }
}

const PIECE =
  /https?:\/\/[^\s]+|www\.[^\s]+|\b[a-z0-9-]+\.example\b[^\s]*|@[a-z0-9_.]+|[a-z0-9]+(?:'[a-z0-9]+)*|\p{Extended_Pictographic}|\p{Regional_Indicator}|[.?!\n]+|&|£|%|\+/gu

type Word = { said: string; start: number; end: number }

function saidBy(piece: string): string {
  const first = piece.charAt(0)
  if (first === '@') return '@'
  if (piece.includes('://') || piece.startsWith('www.') || piece.includes('.example')) return 'link'
  if (piece === '&') return 'and'
  if (/^[.?!\n]/.test(piece)) return piece.includes('?') ? '?' : piece.includes('!') ? '!' : '.'
  return /^[a-z0-9]/.test(piece) ? spelled(piece.replaceAll("'", '')) : piece
}

/** "h e l p" is one word: letters that stand alone, four or more in a row. */
function joined(words: readonly Word[]): Word[] {
  const out: Word[] = []
  for (let at = 0; at < words.length; ) {
    let to = at
    while (to < words.length && (words[to]?.end ?? 0) - (words[to]?.start ?? 0) === 1) to += 1
    const run = words.slice(at, to)
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && run.length >= 4 && run.every((word) => /^[a-z]/.test(word.said)))
      out.push({ said: '', start: first.start, end: last.end })
    else out.push(...words.slice(at, Math.max(to, at + 1)))
    at = Math.max(to, at + 1)
  }
  return out
}

export function hear(text: string): Heard {
  const raw = text.length > HEARD_AT_MOST ? text.slice(0, HEARD_AT_MOST).replace(/[\ud800-\udbff]$/, '') : text
  // A byte order mark counts as white space elsewhere; nobody sees it, so here it parts no word.
  const folded = fold(raw.replaceAll('\ufeff', '\u2060'))
  const found: Word[] = []
  for (const hit of folded.lower.matchAll(PIECE))
    found.push({ said: saidBy(hit[0]), start: hit.index, end: hit.index + hit[0].length })
  const words = joined(found).map((word) =>
    word.said === ''
      ? { ...word, said: spelled(folded.lower.slice(word.start, word.end).replace(/[^a-z]/g, '')) }
      : word,
  )
  const starts: number[] = []
  let all = ''
  for (const word of words) {
    if (all !== '') all += ' '
    starts.push(all.length)
    all += word.said
  }
  const at = (position: number): Word | undefined => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return words[low]
  }
  return {
    words: all,
    span(start, end) {
      const from = at(start)?.start ?? 0
      const to = at(Math.max(start, end - 1))?.end ?? from
      if (!folded.from) return { start: from, end: to }
      return { start: folded.from.starts[from] ?? 0, end: folded.from.ends[to - 1] ?? raw.length }
    },
  }
}
