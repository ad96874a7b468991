import type { KeyOf } from './network.ts'

const alphabet = '234567abcdefghijklmnopqrstuvwxyz'
const allBits = 64n
const mask = (bits: bigint): bigint => (1n << bits) - 1n

/**
 * Of the 63 bits of an AT Protocol TID, 53 are microseconds and 10 a clock number. Scheduled posts share their second, so ten
 * bits would collide at a few dozen; we keep the time to 2^34 microseconds (4.8 hours) and give 44 bits to the hash: among 100,000
 * pieces due at one instant a collision has a chance of 3 in 10,000, among the 1,000 of a very busy account 3 in 100 million.
 * A collision would never lose or double a post: the network refuses the second write and a person is asked.
 */
const hashBits = 44n

/**
 * The key of a piece: 13 characters, a valid TID, the same for the same input for ever. `dueAt` is the time first approved:
 * a delivery that is put off keeps its key.
 */
export const keyOf = ({ postId, network, accountId, piece, dueAt }: KeyOf): string => {
  const microseconds = (BigInt(dueAt.getTime()) * 1000n) & mask(53n)
  const time = ((microseconds << 10n) >> hashBits) << hashBits
  return encoded(time | (hashOf(JSON.stringify([postId, network, accountId, piece])) & mask(hashBits)))
}

/** Base32-sortable, 13 characters; the top bit is always 0. */
const encoded = (value: bigint): string => {
  let rest = value
  let text = ''
  for (let place = 0; place < 13; place += 1) {
    text = alphabet.charAt(Number(rest & 31n)) + text
    rest >>= 5n
  }
  return text
}

/** FNV-1a over UTF-8, then a finishing mix so that every input bit reaches the low bits. Not secret: nobody gains by a collision. */
const hashOf = (text: string): bigint => {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask(allBits)
  hash = ((hash ^ (hash >> 30n)) * 0xbf58476d1ce4e5b9n) & mask(allBits)
  hash = ((hash ^ (hash >> 27n)) * 0x94d049bb133111ebn) & mask(allBits)
  return hash ^ (hash >> 31n)
}
