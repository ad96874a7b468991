import type { Line } from '../../networks/network.ts'
import type { Pace } from './pace.ts'

/** One process's (or thread's) hands at the delivery queue. */
export type Worker = {
  /** Its name in attempts. */
  name: string
  pace: Pace
  /** Opens the line of an account, or says in words why there is none. */
  lineOf(forceId: string, accountId: string, network: string): Promise<Line | { keyEnded: true; words: string }>
  /** Forgets a line whose keys ended or were renewed. */
  forget(accountId: string): void
}
