/** How long things may take, in milliseconds. */
export type Pace = {
  /** A claim is good for so long; renewed before each piece. Always more than a call and its bookkeeping. */
  leaseMs: number
  /** A network call is given up after this. */
  callMs: number
  /** After an unknown ending we look so long after the one before; then a person is asked. */
  looksMs: readonly [number, number, number]
  /** On a network that ignores keys, absence counts only when this long has passed since the attempt: a slow server may still be at it. */
  settleMs: number
  /** A network that said not now, and not when, is asked again after this. */
  againMs: number
  /** How often a worker asks for due posts when nobody wakes it. */
  pollMs: number
  /** How many deliveries one worker carries at once. */
  hands: number
  /** Claims that end without an ending (a dying worker) before a person is asked. */
  maxClaims: number
}

export const paces: { readonly [name in 'real' | 'quick']: Pace } = {
  real: {
    leaseMs: 90_000,
    callMs: 20_000,
    looksMs: [20_000, 100_000, 480_000],
    settleMs: 60_000,
    againMs: 15_000,
    pollMs: 500,
    hands: 12,
    maxClaims: 4,
  },
  quick: {
    leaseMs: 2500,
    callMs: 800,
    looksMs: [150, 500, 1500],
    settleMs: 300,
    againMs: 500,
    pollMs: 50,
    hands: 6,
    maxClaims: 4,
  },
}
