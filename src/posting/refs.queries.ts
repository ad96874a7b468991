import type { Db } from '../foundation/database.ts'
import type { AccountRef, PersonRef } from './facts.ts'

/** Looks people up by id, all at once; whoever is not known is still shown as somebody. */
export async function peopleBy(
  db: Db,
  forceId: string,
  ids: Iterable<string | null>,
): Promise<(id: string | null) => PersonRef> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('person')
          .select(['id', 'rank', 'name'])
          .where('force_id', '=', forceId)
          .where('id', 'in', wanted)
          .execute()
  const known = new Map(rows.map((r) => [r.id, r]))
  return (id) =>
    known.get(id ?? '') ?? { id: id ?? '', rank: '', name: id ? 'Somebody who is not known here' : 'Front Counter' }
}

export async function accountsBy(db: Db, forceId: string, ids: Iterable<string>): Promise<Map<string, AccountRef>> {
  const wanted = [...new Set(ids)]
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('account')
          .select(['id', 'network', 'handle', 'name', 'class', 'area'])
          .where('force_id', '=', forceId)
          .where('id', 'in', wanted)
          .execute()
  return new Map(rows.map((r) => [r.id, r]))
}
