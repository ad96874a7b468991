import type { Db } from '../../foundation/database.ts'
import { traitsOf } from '../../networks/networks.ts'
import { personOf } from '../../people/person.ts'
import { notOurs } from '../account.ts'
import type { KeysRow } from './custody.contract.ts'
import { keysStateOf, needsKeys } from './custody.ts'

/** Every account that needs keys, who gave them, when, and how they stand. The sealed text is not even read. */
export async function keysInventory(db: Db, forceId: string, now: Date): Promise<KeysRow[]> {
  const rows = await db
    .selectFrom('account as a')
    .leftJoin('custody as k', (j) => j.onRef('k.force_id', '=', 'a.force_id').onRef('k.account_id', '=', 'a.id'))
    .leftJoin('person as p', (j) => j.onRef('p.force_id', '=', 'k.force_id').onRef('p.id', '=', 'k.set_by'))
    .select(['a.id', 'a.name as account_name', 'a.network', 'a.handle', 'k.state', 'k.words', 'k.ends_at', 'k.set_at'])
    .select(['k.checked_at', 'p.id as person_id', 'p.name', 'p.rank'])
    .where('a.force_id', '=', forceId)
    .where('a.status', 'not in', notOurs)
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return rows
    .filter((row) => needsKeys(traitsOf(row.network)))
    .map((row) => {
      const traits = traitsOf(row.network)
      const kept = row.state ? { state: row.state, words: row.words ?? '', endsAt: row.ends_at } : null
      return {
        accountId: row.id,
        accountName: row.account_name,
        network: row.network,
        handle: row.handle,
        keys: keysStateOf(traits, kept, now),
        setBy: personOf(row.person_id, row.name, row.rank),
        setAt: row.set_at?.toISOString() ?? null,
        checkedAt: row.checked_at?.toISOString() ?? null,
        signInAtNetwork: traits?.signInAtNetwork ?? false,
      }
    })
}
