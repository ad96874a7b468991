import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import { type Duty, endOf } from './rota.ts'

export type DutyRecord = Selectable<Tables['duty']>
export type HandOverRecord = Selectable<Tables['hand_over']>

export const asDuty = (row: DutyRecord): Duty => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  from: row.from_at,
  until: endOf(row.until_at, row.ended_at),
})

/** Duties that touch a stretch of time and were not taken off before they began; people who left by then are not on duty. */
export async function dutiesBetween(db: Db, forceId: string, from: Date, until: Date): Promise<Duty[]> {
  const rows = await db
    .selectFrom('duty as d')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'd.force_id').onRef('p.id', '=', 'd.person_id'))
    .selectAll('d')
    .select('p.left_at')
    .where('d.force_id', '=', forceId)
    .where('d.until_at', '>', from)
    .where('d.from_at', '<', until)
    .orderBy('d.from_at')
    .orderBy('d.id')
    .execute()
  return rows
    .map((row) => {
      const duty = asDuty(row)
      return { ...duty, until: endOf(duty.until, row.left_at) }
    })
    .filter((d) => d.until > d.from && d.until > from)
}

/** Locks the rota of the force until the end of the transaction, so that two people cannot fill the same place. */
export async function lockRota(tx: Tx, forceId: string): Promise<void> {
  await tx.selectFrom('force').select('id').where('id', '=', forceId).forUpdate().execute()
}

export async function insertDuty(tx: Tx, row: Insertable<Tables['duty']>): Promise<void> {
  await tx.insertInto('duty').values(row).execute()
}

export const dutyById = (tx: Tx, forceId: string, id: string): Promise<DutyRecord | undefined> =>
  tx.selectFrom('duty').selectAll().where('force_id', '=', forceId).where('id', '=', id).forUpdate().executeTakeFirst()

export async function endDutyAt(tx: Tx, duty: DutyRecord, at: Date): Promise<void> {
  await tx
    .updateTable('duty')
    .set({ ended_at: at })
    .where('force_id', '=', duty.force_id)
    .where('id', '=', duty.id)
    .execute()
}

export async function insertHandOver(tx: Tx, row: Insertable<Tables['hand_over']>): Promise<void> {
  await tx.insertInto('hand_over').values(row).execute()
}

export const handOverById = (tx: Tx, forceId: string, id: string): Promise<HandOverRecord | undefined> =>
  tx
    .selectFrom('hand_over')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function markRead(tx: Tx, note: HandOverRecord, by: string, at: Date): Promise<void> {
  await tx
    .updateTable('hand_over')
    .set({ read_by: by, read_at: at })
    .where('force_id', '=', note.force_id)
    .where('id', '=', note.id)
    .execute()
}

/** Keeps the automatic line; the other settings of the desk stay as they are. */
export async function saveLines(tx: Tx, forceId: string, lines: string, by: string, at: Date): Promise<void> {
  const changed = { lines, changed_at: at, changed_by: by }
  await tx
    .insertInto('desk')
    .values({ force_id: forceId, ...changed })
    .onConflict((o) => o.column('force_id').doUpdateSet(changed))
    .execute()
}

/** Keeps by which hours open clocks were counted. */
export const keepHoursMark = (tx: Tx, forceId: string, mark: string) =>
  tx
    .insertInto('desk')
    .values({ force_id: forceId, hours_mark: mark })
    .onConflict((o) => o.column('force_id').doUpdateSet({ hours_mark: mark }))
    .execute()
