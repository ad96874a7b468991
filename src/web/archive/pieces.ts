import { mostPieceBytes } from '../../archive/import.ts'

/** How far an upload is. `isLost`: no answer came to the last piece, and it is sent again in a moment. */
export type Far = { received: number; isLost: boolean }

type Means = {
  /** Sends so many bytes from a place on; answers up to where the file is there. */
  send(from: number, bytes: number): Promise<number>
  /** Whether what was thrown may pass by itself. */
  passes(cause: unknown): boolean
  wait(ms: number): Promise<void>
  now(): number
  told(far: Far): void
}

const leastPieceBytes = 250_000
const quickMs = 1000
const slowMs = 4000

/** Pieces grow while they are quick, so that a fast line is used, and shrink when they are slow, so that a bad one loses little. */
const nextBytes = (bytes: number, tookMs: number): number => {
  if (tookMs < quickMs) return Math.min(bytes * 2, mostPieceBytes)
  return tookMs > slowMs ? Math.max(Math.floor(bytes / 2), leastPieceBytes) : bytes
}

const waits = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000]

/** Sends a file in pieces, and again what got no answer, for some two minutes: as long as a server takes that is started anew. */
export async function sendAll(size: number, from: number, { send, passes, wait, now, told }: Means): Promise<void> {
  let bytes = 1_000_000
  let tries = 0
  for (let at = from; at < size; ) {
    const began = now()
    try {
      at = await send(at, Math.min(bytes, size - at))
      bytes = nextBytes(bytes, now() - began)
      tries = 0
      told({ received: at, isLost: false })
    } catch (cause) {
      const ms = waits[tries]
      if (ms === undefined || !passes(cause)) throw cause
      tries += 1
      bytes = leastPieceBytes
      told({ received: at, isLost: true })
      await wait(ms)
    }
  }
}
