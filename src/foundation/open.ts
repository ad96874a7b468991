import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database.ts'
import { outsideFetch } from './http-client.ts'
import { logTo } from './log.ts'
import { migrate } from './migrate.ts'
import { sealWith } from './seal.ts'
import type { World } from './world.ts'

/** Opens the store that the settings name, brings it up to date, and hands over everything outside. Whoever opens it closes `world.database`. */
export async function openWorld(config: Config): Promise<World> {
  const database = await openDatabase(config)
  await migrate(database.db)
  return {
    db: database.db,
    database,
    clock: systemClock,
    config,
    seal: sealWith(config.secrets),
    log: logTo(config.log),
    fetch: outsideFetch(config.loopbackNetworks),
  }
}
