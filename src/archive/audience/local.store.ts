import type { Insertable } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'

type Said = Pick<Insertable<Tables['local_reach']>, 'account_id' | 'in_area' | 'of_all' | 'as_of' | 'source' | 'by_id'>

export async function insertLocal(c: Commanding, said: Said): Promise<void> {
  const row = { force_id: c.actor.forceId, id: newId(c.now), at: c.now, ...said }
  await c.tx.insertInto('local_reach').values(row).execute()
}
