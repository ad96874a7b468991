import { SPLIT_LAST, SPLIT_WORDS } from './hashtag-words.ts'

/** `start` and `end` count in the text that was given, the # included. */
export type Hashtag = { start: number; end: number; name: string }

const TAG = /(?<![\p{L}\p{N}_&/])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu

export function hashtagsOf(plain: string): Hashtag[] {
  if (!plain.includes('#')) return []
  return [...plain.matchAll(TAG)].map((tag) => ({
    start: tag.index,
    end: tag.index + tag[0].length,
    name: tag[0].slice(1),
  }))
}

/** Whether everything from here on is tags, mentions, links and signs: nothing that is read as a sentence. */
export function isClosing(rest: string): boolean {
  return !/[\p{L}\p{N}]/u.test(rest.replace(/[#@][\p{L}\p{N}_.@-]+|https?:\S+|www\.\S+/gu, ' '))
}

/**
 * A tag in small letters cut into its words: 'saferstreets' gives ['safer', 'streets']. One part may be a word we do not know,
 * such as a town, if it stands beside one that we do. Null when it is one word or cannot be told.
 */
export function splitTag(name: string): string[] | null {
  if (name.length < 7 || name.length > 60 || !/^\p{Ll}[\p{Ll}\d]*$/u.test(name) || SPLIT_WORDS.has(name)) return null
  return splitKnown(name) ?? splitBesideUnknown(name)
}

function splitKnown(name: string): string[] | null {
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= name.length; end += 1) {
    best[end] = null
    for (let start = Math.max(0, end - 16); start < end; start += 1) {
      const before = best[start]
      const word = name.slice(start, end)
      if (!before || !SPLIT_WORDS.has(word)) continue
      const current = best[end]
      if (!current || before.length + 1 < current.length) best[end] = [...before, word]
    }
  }
  const parts = best[name.length]
  return parts && parts.length > 1 ? parts : null
}

function splitBesideUnknown(name: string): string[] | null {
  for (let cut = name.length - 4; cut >= 4; cut -= 1) {
    const [head, tail] = [name.slice(0, cut), name.slice(cut)]
    if (SPLIT_LAST.has(head)) return [head, ...(splitKnown(tail) ?? [tail])]
    if (SPLIT_LAST.has(tail)) return [...(splitKnown(head) ?? [head]), tail]
  }
  return null
}
