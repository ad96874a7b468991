/**
 * How often each name came by, in some 10 bytes a name and whatever its length: of each only 62 bits of a sum are kept. Two names with the same
 * sum are counted as one (in 1.5 million once in four million files); whoever asks must stay right then, only slower.
 */
export class Seen {
  private readonly parts = Array.from({ length: 64 }, () => new Part())

  /** How often it was seen before; at most 255 are told apart. */
  add(seed: number, name: string): number {
    const { part, sum, more } = this.sumOf(seed, name)
    return part?.add(sum, more) ?? 0
  }

  has(seed: number, name: string): boolean {
    const { part, sum, more } = this.sumOf(seed, name)
    return part?.has(sum, more) ?? false
  }

  private sumOf(seed: number, name: string) {
    let a = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)
    let b = Math.imul(seed + 1, 0x45d9f3b)
    for (let i = 0; i < name.length; i++) {
      const c = name.charCodeAt(i)
      a = Math.imul(a ^ c, 0x01000193)
      b = Math.imul(b ^ c, 0x85ebca6b) ^ (b >>> 13)
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b)
    b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d)
    return { part: this.parts[a & 63], sum: (b ^ (b >>> 12)) >>> 0, more: (a ^ (a >>> 13)) >>> 8 }
  }
}

/**
 * A table with open places, one of 64: each grows by itself and by a fifth, so that there is never a second copy of everything. A place is
 * two numbers: 32 bits of the sum, then 24 bits of it above how often (0: nobody is here). Places are in the order of the sums, so growing
 * goes through both tables once, from front to back.
 */
class Part {
  private places: Uint32Array<ArrayBuffer> = new Uint32Array(2 * 64)
  private used = 0

  add(sum: number, more: number): number {
    const at = placeOf(this.places, sum, more)
    const there = this.places[at + 1] ?? 0
    const before = there & 0xff
    if (before === 255) return before
    this.places[at] = sum
    this.places[at + 1] = ((more << 8) | (before + 1)) >>> 0
    if (before === 0) {
      this.used += 1
      if (this.used * 2 > this.places.length * 0.85) this.grow()
    }
    return before
  }

  has(sum: number, more: number): boolean {
    return this.places[placeOf(this.places, sum, more) + 1] !== 0
  }

  private grow(): void {
    const larger = new Uint32Array(2 * Math.ceil(this.places.length * 0.6))
    for (let n = 0; n < this.places.length; n += 2) {
      const [sum, rest] = [this.places[n] ?? 0, this.places[n + 1] ?? 0]
      if (rest === 0) continue
      const at = placeOf(larger, sum, rest >>> 8)
      larger[at] = sum
      larger[at + 1] = rest
    }
    // Left to be collected, outgrown tables wait for each other: several times what is in use.
    this.places.buffer.transfer(0)
    this.places = larger
  }
}

function placeOf(places: Uint32Array, sum: number, more: number): number {
  let at = 2 * Math.floor((sum / 2 ** 32) * (places.length / 2))
  for (let rest = places[at + 1] ?? 0; rest !== 0; rest = places[at + 1] ?? 0) {
    if (places[at] === sum && rest >>> 8 === more) break
    at = at + 2 === places.length ? 0 : at + 2
  }
  return at
}
