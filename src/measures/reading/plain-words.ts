/**
 * The words of a post as the measures compare them: small letters, in order, without links, names after @, signatures after ^, emoji and
 * punctuation; a hashtag counts as its word. One pass over the characters, because a national archive has a million and a half of them.
 */
export function plainWords(text: string): string[] {
  const lower = text.toLowerCase()
  const words: string[] = []
  let i = 0
  while (i < lower.length) {
    const c = lower.charCodeAt(i)
    if (c === at || c === caret) {
      i = afterName(lower, i + 1)
      continue
    }
    if (!isLetter(c)) {
      i += 1
      continue
    }
    const end = afterWord(lower, i)
    const word = lower.slice(i, end)
    if (isLink(lower, word, end)) i = afterLink(lower, end)
    else {
      words.push(hasApostrophe(word) ? word.replace(apostrophes, '') : word)
      i = end
    }
  }
  return words
}

/** How many words the longest sentence has; what stands between two signs that may end one. */
export function longestSentence(text: string): number {
  let [longest, words, inWord] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    const letter = isLetter(c) || (c >= 65 && c <= 90) || c === straight || c === curly
    if (letter && !inWord) words += 1
    inWord = letter
    if (c !== 46 && c !== 33 && c !== 63 && c !== 10 && c !== ellipsis) continue
    if (words > longest) longest = words
    words = 0
  }
  return Math.max(longest, words)
}

const [at, caret, curly, straight, ellipsis] = [64, 94, 0x2019, 39, 0x2026]
const apostrophes = /['\u2019]/g
const hasApostrophe = (word: string): boolean => word.includes("'") || word.includes('\u2019')

const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 48 && c <= 57) ||
  (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x3040 && c < 0xd800)

function afterWord(text: string, from: number): number {
  let i = from + 1
  while (i < text.length) {
    const c = text.charCodeAt(i)
    const joins = (c === straight || c === curly) && i + 1 < text.length && isLetter(text.charCodeAt(i + 1))
    if (!isLetter(c) && !joins) break
    i += 1
  }
  return i
}

/** Handles may hold dots, lines and another @ (name@server); the dot that ends a sentence goes with it and is not missed. */
function afterName(text: string, from: number): number {
  let i = from
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (!isLetter(c) && c !== 95 && c !== 45 && c !== 46 && c !== at) break
    i += 1
  }
  return i
}

const isLink = (text: string, word: string, end: number): boolean =>
  (text.charCodeAt(end) === 58 && text.startsWith('://', end)) || (word === 'www' && text.charCodeAt(end) === 46)

function afterLink(text: string, from: number): number {
  let i = from
  while (i < text.length && text.charCodeAt(i) > 32) i += 1
  return i
}
