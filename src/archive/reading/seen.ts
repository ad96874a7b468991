/**
 * How often each name came by, in 9 bytes a name and whatever its length: of each only 53 bits of a sum are kept. Two names with the same sum
 * are counted as one (in 1.5 million once in ten thousand files); whoever asks must stay right then, only slower.
 */
export class Seen {
  private keys = new Float64Array(1 << 12)
  private times = new Uint8Array(1 << 12)
  private used = 0

  /** How often it was seen before; at most 255 are told apart. */
  add(seed: number, name: string): number {
    let a = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)
    let b = Math.imul(seed + 1, 0x45d9f3b)
    for (let i = 0; i < name.length; i++) {
      const c = name.charCodeAt(i)
      a = Math.imul(a ^ c, 0x01000193)
      b = Math.imul(b ^ c, 0x85ebca6b) ^ (b >>> 13)
    }
    a ^= a >>> 16
    return this.count((a >>> 0) * 0x20_0000 + ((b ^ (b >>> 15)) & 0x1f_ffff) + 1)
  }

  private count(key: number): number {
    const slot = slotOf(this.keys, key)
    const before = this.times[slot] ?? 0
    if (before < 255) this.times[slot] = before + 1
    if (before === 0) {
      this.keys[slot] = key
      this.used += 1
      if (this.used > this.keys.length * 0.75) this.grow()
    }
    return before
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2)
    const times = new Uint8Array(keys.length)
    this.keys.forEach((key, n) => {
      if (key === 0) return
      const slot = slotOf(keys, key)
      keys[slot] = key
      times[slot] = this.times[n] ?? 0
    })
    this.keys = keys
    this.times = times
  }
}

function slotOf(keys: Float64Array, key: number): number {
  const mask = keys.length - 1
  let slot = (Math.imul(key % 0x1_0000_0000, 0x9e3779b1) >>> 7) & mask
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}
