import type { KyselyPlugin } from 'kysely'
import { systemClock } from '../src/foundation/clock.ts'
import { readConfig } from '../src/foundation/config.ts'
import { openDatabase } from '../src/foundation/database.ts'
import { logTo } from '../src/foundation/log.ts'
import { migrate } from '../src/foundation/migrate.ts'
import { sealWith } from '../src/foundation/seal.ts'
import type { World } from '../src/foundation/world.ts'

/**
 * A world that dies on order: every statement counts, before and after, and whatever else calls `point`, from `begin` on; at the
 * `killAt`-th the process ends itself by SIGKILL. 0: never. The product knows nothing of it.
 */
export async function openDyingWorld(killAt: number) {
  let counted = 0
  let counting = false
  const point = () => {
    if (counting && killAt > 0 && ++counted === killAt) process.kill(process.pid, 'SIGKILL')
  }
  const dying: KyselyPlugin = {
    transformQuery: ({ node }) => {
      point()
      return node
    },
    transformResult: async ({ result }) => {
      point()
      return result
    },
  }
  const config = readConfig()
  const database = await openDatabase(config)
  await migrate(database.db)
  const world: World = {
    db: database.db.withPlugin(dying),
    database,
    clock: systemClock,
    config,
    seal: sealWith(config.secrets),
    log: logTo(config.log),
    fetch,
  }
  const count = (on: boolean) => {
    counting = on
  }
  return { world, database, point, count }
}

/** Waits until nothing is left, or nothing has moved for a minute: then something is lost. */
export async function untilNone(left: () => Promise<number>): Promise<void> {
  let least = Number.POSITIVE_INFINITY
  for (let since = Date.now(); Date.now() - since < 60_000; ) {
    const now = await left()
    if (now === 0) return
    if (now < least) since = Date.now()
    least = Math.min(least, now)
    await new Promise((r) => setTimeout(r, 200))
  }
}
