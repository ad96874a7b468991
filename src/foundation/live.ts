import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'

const channel = 'front_counter'

export type Nudge = { forceId: string; topic: string; id?: string }

/** Tells every open screen of the force that something of this topic changed; heard only if the transaction commits. */
export async function nudge(tx: Tx, message: Nudge): Promise<void> {
  await sql`select pg_notify(${channel}, ${JSON.stringify(message)})`.execute(tx)
}

/** Hears every nudge of the installation. Returns the way to stop. */
export function hearNudges(database: Database, heard: (message: Nudge) => void): Promise<() => Promise<void>> {
  return database.listen(channel, (message) => heard(JSON.parse(message) as Nudge))
}
