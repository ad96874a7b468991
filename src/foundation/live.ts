import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'

const channel = 'front_counter'

export type Nudge = { forceId: string; topic: string; id?: string }

/** Tells every open screen of the force what changed; heard only if the transaction commits. */
export async function nudge(tx: Tx, messages: readonly Nudge[]): Promise<void> {
  if (messages.length === 0) return
  await sql`select ${sql.join(messages.map((m) => sql`pg_notify(${channel}, ${JSON.stringify(m)})`))}`.execute(tx)
}

/** Hears every nudge of the installation. Returns the way to stop. */
export function hearNudges(database: Database, heard: (message: Nudge) => void): Promise<() => Promise<void>> {
  return database.listen(channel, (message) => heard(JSON.parse(message) as Nudge))
}
