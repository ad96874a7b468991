import type { Db } from '../foundation/database.ts'

/** Networks that the force has left, by id, with what the public list says of it. */
export async function retiredNetworks(
  db: Db,
  forceId: string,
): Promise<ReadonlyMap<string, { note: string; at: Date }>> {
  const rows = await db.selectFrom('retired_network').selectAll().where('force_id', '=', forceId).execute()
  return new Map(rows.map((r) => [r.network, { note: r.note, at: r.at }]))
}

export const isRetired = async (db: Db, forceId: string, network: string): Promise<boolean> =>
  (await db
    .selectFrom('retired_network')
    .select('network')
    .where('force_id', '=', forceId)
    .where('network', '=', network)
    .executeTakeFirst()) !== undefined
