/** One emoji as a reader sees it (a whole family or flag is one); positions count in the original text. */
export type Emoji = { start: number; end: number; sign: string }

const MAYBE = /[\u203c-\u3299]|[\ud83c-\ud83e][\udc00-\udfff]|[0-9#*\u00a9\u00ae]\ufe0f/
const ONE =
  /\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?[\u{e0020}-\u{e007f}]*(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*/gu
/** Signs that are emoji to Unicode and plain punctuation to everyone else. */
const PUNCTUATION = /^[\u00a9\u00ae\u2122\u203c\u2049\u2194-\u21aa]$/

export function emojiOf(raw: string): Emoji[] {
  if (!MAYBE.test(raw)) return []
  const all: Emoji[] = []
  for (const hit of raw.matchAll(ONE)) {
    if (!PUNCTUATION.test(hit[0])) all.push({ start: hit.index, end: hit.index + hit[0].length, sign: hit[0] })
  }
  return all
}
