/** What stands in words themselves, for exports that give nothing but the words. */

/**
 * What follows each sign, where what stands before it allows. Looks for the sign first: an export has millions of posts, and most have none.
 * `what` is sticky.
 */
function after(words: string, sign: string, notAfter: RegExp, what: RegExp): string[] {
  const found: string[] = []
  let end = 0
  for (let at = words.indexOf(sign); at >= 0; at = words.indexOf(sign, Math.max(at + 1, end))) {
    if (at > 0 && notAfter.test(words.charAt(at - 1))) continue
    what.lastIndex = at + sign.length
    const match = what.exec(words)
    if (!match) continue
    found.push(match[0])
    end = what.lastIndex // an address within an address is part of it
  }
  return found
}

const hashtag = /[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/uy
const mention = /\w(?:[\w.-]*\w)?(?:@[\w-]+(?:\.[\w-]+)+)?/y
const link = /[^\s<>"')\]]*[^\s<>"')\].,;:!?]/y

/** Without #, as written. A figure alone (#1) is none. */
export const hashtagsIn = (words: string): string[] => after(words, '#', /[\p{L}\p{N}_&/]/u, hashtag)

/** Without @, as written; of `@name@server` both parts. An e-mail address is none. */
export const mentionsIn = (words: string): string[] => after(words, '@', /[\p{L}\p{N}_.@/-]/u, mention)

export const linksIn = (words: string): string[] =>
  words.includes('://')
    ? ['https://', 'http://'].flatMap((sign) => after(words, sign, /[\w]/, link).map((rest) => sign + rest))
    : []

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** `&amp;` and its like as the letters they stand for; once, so that an escaped escape stays one. */
export const decodeEntities = (words: string): string =>
  words.includes('&')
    ? words.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
        if (name) return named[String(name).toLowerCase()] ?? whole
        const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
        const isLetter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        return isLetter ? String.fromCodePoint(point) : whole
      })
    : words

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** UTF-8 that somebody read as Latin-1 (`Ã©`, `â€™` as three letters) as what it was; anything else as it is. */
export function repairMojibake(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every letter of Latin-1 is one byte, these too
  if (!/[\u0080-\u00ff]/.test(words) || /[^\u0000-\u00ff]/.test(words)) return words
  try {
    return utf8.decode(Uint8Array.from(words, (letter) => letter.charCodeAt(0)))
  } catch {
    return words
  }
}
