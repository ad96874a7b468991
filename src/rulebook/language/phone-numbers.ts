/** Telephone numbers in folded words; `digits` is the national form that begins with 0, or the short number. */
export type PhoneNumber = { start: number; end: number; digits: string }

// A letter o or l among the digits is a zero or a one in disguise.
const LONG = /(?<![\w/.-])(?:\+ ?44|0044|0|o)[\s().-]{0,3}(?:[0-9ol][\s().-]{0,2}){5,12}(?![a-z0-9])/gi
const DATE_OR_HOURS = /^(?:\d{2}[.-]\d{2}[.-]\d{2,4}|\d{4}\s?-\s?\d{4}|\d{2}\.\d{2}\s?-\s?\d{2}\.\d{2})$/
const REFERENCE =
  /(?:\bref(?:erence)?|\bquot(?:e|ing)|\bincident|\bcrime|\blog|\bcase|\burn|\bdyfynnu|\bdyfynnwch|#)\W{0,3}(?:no\.?|number|num|of|ref)?\W{0,3}$/i

function digitsOf(written: string): string {
  const digits = written.replaceAll(/[oO]/g, '0').replaceAll(/[lL]/g, '1').replaceAll(/\D/g, '')
  if (/^\s*\+/.test(written)) return `0${digits.slice(2).replace(/^0/, '')}`
  return digits.startsWith('0044') ? `0${digits.slice(4).replace(/^0/, '')}` : digits
}

/** Long numbers: seven or more digits from a nought or +44, that no word before calls a reference. */
export function phoneNumbersOf(plain: string): PhoneNumber[] {
  if (!/\d/.test(plain)) return []
  const found: PhoneNumber[] = []
  for (const hit of plain.matchAll(LONG)) {
    const written = hit[0].replace(/[\s(.-]+$/, '')
    const start = hit.index
    const count = (written.match(/\d/g) ?? []).length
    if (count < 6 || /\n/.test(written.trim()) || DATE_OR_HOURS.test(written)) continue
    if (REFERENCE.test(plain.slice(Math.max(0, start - 30), start))) continue
    found.push({ start, end: start + written.length, digits: digitsOf(written) })
  }
  return found
}

/** Short numbers, and long ones of unusual length, that anybody may publish. */
export const KNOWN_LINES: ReadonlySet<string> = new Set([
  ...['101', '111', '999', '112', '105', '119', '159', '18000', '18001', '61016', '7726', '85258'],
  ...['116123', '116000', '116117', '0800555111', '08001111', '08454647'],
])

export const sameNumber = (a: string, b: string): boolean => digitsOf(a) === digitsOf(b)
