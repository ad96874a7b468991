import { matches } from './pattern.ts'

/** Streets, numbered addresses and postcodes in folded words. */
export type Place = { start: number; end: number; street: { start: number; end: number } | null }

const KIND =
  'street|road|lane|avenue|drive|close|crescent|terrace|gardens|grove|square|mews|row|parade|heol|stryd|ffordd|lon|rhodfa'
const SHORT_KIND = 'st|rd|ln|ave|dr|cres|terr'
const NAMED = `(?:[A-Z][A-Za-z']{1,25}[\\s-]){1,3}(?:${capitals(KIND)}|${capitals(SHORT_KIND)}|Way|Court|Place|Hill)`
const STREET = new RegExp(`\\b${NAMED}\\b|\\b(?:Heol|Stryd|Ffordd|Lon|Rhodfa)\\s[A-Z][a-z]{1,25}\\b`, 'g')
const NUMBERED = new RegExp(
  `(?<![\\w:.,/£-])(?:(?:Flat|Apartment|Unit|flat)\\s\\d{1,4}[A-Za-z]?,?\\s)?(\\d{1,4}[A-Za-z]?(?:\\s?[-/]\\s?\\d{1,4})?),?\\s(${NAMED})\\b`,
  'g',
)
const NUMBERED_SMALL = new RegExp(
  `(?<=\\b(?:at|outside|inside|from|of|in|to|near|address|lives|number|no|no\\.)\\s)(\\d{1,4}[a-z]?),?\\s((?:[a-z']{2,25}\\s){1,2}(?:${KIND}))\\b(?!\\s(?:traffic|closure|closed|safety|works|user|race|rage|network|map|sign|shut))`,
  'g',
)
const HOUSE =
  /(?<=\b(?:at|outside|inside|from|of|to|near|in|house|flat|lives)\s)(?:house\s)?(?:number|no\.?|flat|plot)\s?\d{1,4}[a-z]?\b(?!\s(?:bus|route|tram|train|shirt|in\sthe|spot|one\b|on\sthe\slist))/g
const POSTCODE = /\b(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2})\b/gi

function capitals(words: string): string {
  return words
    .split('|')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|')
}

const isYear = (number: string): boolean => /^(?:19|20)\d\d$/.test(number)
const PRECEDES =
  /(?:\b(?:junction|jct|j|pc|dc|collar|number|aged|operation|highway|may|june|july|march|january|february|april|august|september|october|november|december)\s|[£#])$/i

const COURT = /\b(?:Crown|Magistrates'?|County|High|Supreme|Youth|Sheriff|Family)\sCourt$/

export function streetsOf(plain: string): Place[] {
  return matches(STREET, plain)
    .filter((hit) => !COURT.test(hit.found))
    .map(({ start, end }) => ({ start, end, street: { start, end } }))
}

export function numberedAddressesOf(plain: string, lower: string): Place[] {
  if (!/\d/.test(plain)) return []
  const found: Place[] = []
  const spots = [
    ...matches(NUMBERED, plain).filter((hit) => !PRECEDES.test(plain.slice(Math.max(0, hit.start - 14), hit.start))),
    ...matches(NUMBERED_SMALL, lower),
  ]
  for (const hit of spots) {
    const [number, name] = hit.groups
    if (!number || !name || isYear(number) || number === '999' || number === '101') continue
    if (found.some((other) => other.start <= hit.start && hit.start < other.end)) continue
    const at = hit.end - name.length
    found.push({ start: hit.start, end: hit.end, street: { start: at, end: hit.end } })
  }
  for (const hit of matches(HOUSE, lower)) {
    const met = found.find((other) => other.start < hit.end && hit.start < other.end)
    if (met) met.start = Math.min(met.start, hit.start)
    else found.push({ start: hit.start, end: hit.end, street: null })
  }
  return found
}

export function postcodesOf(plain: string): Place[] {
  if (!/\d/.test(plain)) return []
  return matches(POSTCODE, plain)
    .filter((hit) => hit.found === hit.found.toUpperCase() || !hit.found.includes(' '))
    .map(({ start, end }) => ({ start, end, street: null }))
}

const VENUE =
  /\b(?:station|library|cent(?:re|er)|hall|hub|church|chapel|mosque|temple|school|college|university|hospital|museum|park|supermarket|store|cafe|headquarters|hq|office|surgery|club|stadium|theatre|market|hotel|pub|inn|shop|gym|marquee|green|llyfrgell|gorsaf|neuadd|canolfan)\b/
const BESIDE = /\b(?:near|opposite|behind|beside|next\sto|close\sto|by|outside)\s(?:the\s)?(?:[a-z']+\s){0,3}$/

/** Whether the words just before name a place that is open to everybody, so that its address is no secret. */
export function isPublicVenue(lower: string, start: number): boolean {
  const before = lower.slice(Math.max(0, start - 70), start)
  const spot = before.search(VENUE)
  if (spot < 0 || /[!?]\s|\.\s(?=[a-z]{3})/.test(before.slice(spot))) return false
  return !BESIDE.test(before.slice(0, spot)) && !BESIDE.test(before)
}
