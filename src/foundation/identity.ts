const digits = '0123456789abcdefghjkmnpqrstvwxyz'

const written = (value: number, places: number): string =>
  Array.from({ length: places }, (_, i) => digits.charAt(Math.floor(value / 32 ** (places - 1 - i)) % 32)).join('')

let lastTime = 0
let inThisMillisecond = 0

/**
 * A new identifier of 20 characters: 9 of time, 3 that count within the millisecond, 8 of chance. Sorts by time, and within one
 * process by the order in which they were made. `at` comes from the clock in hand; the chance is the runtime's own secure source.
 */
export function newId(at: Date): string {
  const time = at.getTime()
  inThisMillisecond = time === lastTime ? inThisMillisecond + 1 : 0
  lastTime = time
  let chance = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(8))) chance += digits.charAt(byte % 32)
  return written(time, 9) + written(inThisMillisecond, 3) + chance
}
