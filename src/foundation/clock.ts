/** Time and chance are handed in, so that a test or the demo can decide both. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export function setClock(at: string | Date): Clock & { set(to: string | Date): void; forward(ms: number): void } {
  let now = new Date(at)
  return {
    now: () => new Date(now),
    set: (to) => {
      now = new Date(to)
    },
    forward: (ms) => {
      now = new Date(now.getTime() + ms)
    },
  }
}
