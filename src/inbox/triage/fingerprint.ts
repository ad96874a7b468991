import { hear } from './hear.ts'

/**
 * Whether two messages say nearly the same, for grouping in a surge. Pure and stable: the keys may be stored. Words are compared as
 * heard, so that spelling, emoji, mentions and web addresses do not keep copies apart.
 */
const ROWS = 2
const BANDS = 10
const PRIME = 0x01000193

/** The words of a message without signs, emoji, mentions and addresses. */
export function plainWords(text: string): string[] {
  return hear(text)
    .words.split(' ')
    .filter((word) => word !== 'link' && /^[a-z0-9]/.test(word))
}

/** Every three words in a row; a message shorter than that is one shingle. Nothing for a message without words. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = plainWords(text)
  if (words.length === 0) return new Set()
  if (words.length < 3) return new Set([words.join(' ')])
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
}

export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let both = 0
  for (const shingle of small) if (large.has(shingle)) both += 1
  return both / (one.size + other.size - both)
}

/** Jaccard likeness of the shingles, 0 to 1. Two messages without words are not alike. */
export const similarity = (a: string, b: string): number => likeness(shinglesOf(a), shinglesOf(b))

function hashOf(words: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), PRIME)
  return hash >>> 0
}

function mixed(hash: number, salt: number): number {
  let mix = (hash ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}

/**
 * MinHash bands: messages that share a key may be alike, then ask `similarity`. With 10 bands of 2 rows, two messages of likeness 0.6
 * share one with a chance of 1 - (1 - 0.6²)¹⁰ = 0.988, of likeness 0.2 with 0.34, of likeness 0 hardly ever. Nothing for a
 * message without words.
 */
export function groupKeys(text: string): string[] {
  const hashes = [...shinglesOf(text)].map(hashOf)
  if (hashes.length === 0) return []
  const least = (salt: number): number => hashes.reduce((low, hash) => Math.min(low, mixed(hash, salt)), 0xffffffff)
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = Array.from({ length: ROWS }, (_, row) => least(band * ROWS + row).toString(36))
    return `${band}:${rows.join('.')}`
  })
}
