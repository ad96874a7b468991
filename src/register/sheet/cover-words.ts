import { type CoverHours, tidy } from '../cover.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const dayOf = (word: string): number => days.findIndex((d) => word.trim().toLowerCase().startsWith(d)) + 1

/** `Mon–Fri` gives 1 to 5, `Sat` gives 6, `Daily` the whole week; null when it is none of these. */
const daysIn = (words: string): number[] | null => {
  if (/^(daily|every day)$/i.test(words.trim())) return [1, 2, 3, 4, 5, 6, 7]
  const [from = '', to = from, more] = words.split(/[–-]|\bto\b/)
  const [first, last] = [dayOf(from), dayOf(to)]
  return first > 0 && last >= first && more === undefined
    ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
    : null
}

const timeOf = (word: string): string | null => {
  const found = /^(\d{1,2})(?:[:.](\d\d))?$/.exec(word.trim())
  if (!found) return null
  const time = `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null
}

const stretch = (words: string): { from: string; to: string } | null => {
  if (/^all day$/i.test(words.trim())) return { from: '00:00', to: '24:00' }
  const [a = '', b = '', more] = words.split(/[–-]|\bto\b/)
  const [from, to] = [timeOf(a), timeOf(b)]
  return from !== null && to !== null && from < to && more === undefined ? { from, to } : null
}

/** Reads what `coverWords` writes: `Mon–Fri 9–17, Sat 10–12:30`, `24 hours`, `none`. Null when it cannot be read. */
export const coverFrom = (words: string): CoverHours[] | null => {
  const text = words.trim()
  if (/^(none)?$/i.test(text)) return []
  const whole = /^24 ?(hours|h|\/ ?7)$/i.test(text) ? 'daily all day' : text
  const found: CoverHours[] = []
  for (const part of whole.split(',')) {
    const split = /^\s*(daily|every day|[a-z]+(?:\s*(?:[–-]|to)\s*[a-z]+)?)\s+(.+)$/i.exec(part)
    const on = split && daysIn(split[1] ?? '')
    const hours = split && (split[2] ?? '').split(/\band\b/).map(stretch)
    if (!on || !hours || hours.includes(null)) return null
    for (const day of on) for (const h of hours) if (h) found.push({ day, ...h })
  }
  return tidy(found)
}
