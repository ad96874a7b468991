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

/** An ISO instant of anything that names one with its zone; null otherwise. */
export function instantOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** An ISO instant of Unix seconds. */
export function instantOfSeconds(value: unknown): string | null {
  const seconds = countOf(value)
  return seconds === null || seconds > 253_402_300_799 ? null : new Date(seconds * 1000).toISOString()
}
