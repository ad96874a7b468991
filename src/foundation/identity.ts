const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A new identifier: 9 characters of time, 11 of chance; sorts by time. `at` comes from the clock in hand.
 * Uses the runtime's own secure random source.
 */
export function newId(at: Date): string {
  let time = ''
  for (let rest = at.getTime(), i = 0; i < 9; i++, rest = Math.floor(rest / 32)) time = digits.charAt(rest % 32) + time
  let chance = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(11))) chance += digits.charAt(byte % 32)
  return time + chance
}
