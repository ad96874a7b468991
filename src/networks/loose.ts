/** Fields of JSON that nobody vouches for. */
export type Loose = { readonly [name: string]: unknown }
export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const objectOf = (value: unknown): Loose => (isObject(value) ? value : {})
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** A whole number from nought, also written as a string. */
export function countOf(value: unknown): number | null {
  const n = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : null
}

/** An ISO instant of milliseconds; null outside of the years 1 to 9999, which neither a store nor a page can hold. */
export function isoOf(ms: number): string | null {
  const date = new Date(ms)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString() : null
}

const named = /Z$|GMT|UTC|[+-]\d\d:?\d\d(?:$|\s)/i

/** An ISO instant of anything that names one; null otherwise. One without its zone is taken as UTC, and not as where this server stands. */
export function instantOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return isoOf(Date.parse(named.test(value) ? value : `${value}Z`))
}

/** An ISO instant of Unix seconds. */
export function instantOfSeconds(value: unknown): string | null {
  const seconds = countOf(value)
  return seconds === null || seconds > 253_402_300_799 ? null : new Date(seconds * 1000).toISOString()
}
