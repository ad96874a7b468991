import type { Selectable } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { DeskChange } from './settings.contract.ts'

type DeskRow = Selectable<Tables['desk']>

/** The settings of a force, locked until the end of the transaction; undefined where nothing was set yet. */
export const lockDesk = async (tx: Tx, forceId: string): Promise<DeskRow | undefined> => {
  // Where there is no row yet, the force is what two people meet at.
  await tx.selectFrom('force').select('id').where('id', '=', forceId).forUpdate().execute()
  return deskOf(tx, forceId)
}

export const deskOf = (db: Db, forceId: string): Promise<DeskRow | undefined> =>
  db.selectFrom('desk').selectAll().where('force_id', '=', forceId).executeTakeFirst()

/** Who set the automatic line stays: it goes out in their responsibility. */
export async function saveDesk(c: Commanding, set: { aims: string } | { danger_words: string }): Promise<void> {
  await c.tx
    .insertInto('desk')
    .values({ force_id: c.actor.forceId, ...set })
    .onConflict((o) => o.column('force_id').doUpdateSet(set))
    .execute()
}

/** Keeps what was changed, in words and figures; the chain of facts says that and by whom. */
export async function keepChange(c: Commanding, { what, ...value }: DeskChange): Promise<void> {
  await c.tx
    .insertInto('desk_change')
    .values({
      force_id: c.actor.forceId,
      id: newId(c.now),
      what,
      value: JSON.stringify(value),
      by_id: c.actor.personId ?? '',
      at: c.now,
    })
    .execute()
}
