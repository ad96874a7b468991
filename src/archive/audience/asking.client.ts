import type { Line, NotHeard } from '../../networks/network.ts'
import type { Lines } from '../../register/custody/lines.client.ts'

const callMs = 25_000

/** What the network of an account answers. A fault while asking is no answer. */
export async function answerOf<A>(
  lineOf: Lines['lineOf'],
  of: { force_id: string; network: string },
  accountId: string,
  ask: (line: Line, signal: AbortSignal) => Promise<A | NotHeard>,
): Promise<A | NotHeard> {
  try {
    const line = await lineOf(of.force_id, accountId, of.network)
    if ('whoAmI' in line) return await ask(line, AbortSignal.timeout(callMs))
    return { kind: 'later', until: null, keyEnded: true, words: line.words }
  } catch {
    return { kind: 'unknown', words: 'The network could not be asked.' }
  }
}
