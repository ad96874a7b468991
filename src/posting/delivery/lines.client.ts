import type { World } from '../../foundation/world.ts'
import type { Line } from '../../networks/network.ts'
import { openLine } from '../../networks/networks.client.ts'
import { openCustody } from '../../register/custody.commands.ts'
import type { Worker } from './worker.ts'

/** So long an opened line is used again before its keys are read anew. */
const freshMs = 30_000

/** Opens lines to networks with the sealed keys of the register, and keeps each for half a minute. */
export function makeLines(world: World): Pick<Worker, 'lineOf' | 'forget'> {
  const lines = new Map<string, { line: Line; until: number }>()
  return {
    async lineOf(forceId, accountId, network) {
      const known = lines.get(accountId)
      if (known && known.until > Date.now()) return known.line
      const custody = await openCustody(world, forceId, accountId)
      if (!custody)
        return {
          keyEnded: true,
          words: 'The keys of this account do not work. Nothing was sent. Renew them, then let the post go.',
        }
      const line = await openLine(network, custody, {
        fetch: world.fetch,
        now: () => world.clock.now(),
        allowLoopback: world.config.loopbackNetworks,
        db: world.db,
      })
      lines.set(accountId, { line, until: Date.now() + freshMs })
      return line
    },
    forget: (accountId) => void lines.delete(accountId),
  }
}
