import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database, Db } from './database.ts'
import type { Log } from './log.ts'
import type { Seal } from './seal.ts'

/** Everything outside that a command or a query may touch, handed in. */
export type World = {
  db: Db
  database: Database
  clock: Clock
  config: Config
  seal: Seal
  log: Log
  /** For networks only: refuses private addresses unless the settings allow this machine. */
  fetch: typeof fetch
}

/** Who acts. `personId` is null for the product itself (a job, the demo's clock). */
export type Actor = {
  forceId: string
  personId: string | null
  roles: readonly string[]
  /** What they have to set up before anything else is open to them. */
  pending?: 'password' | 'secondFactor'
}
