import { sql } from 'kysely'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Kept, Subject } from './training.ts'

type Recorded = { forceId: string; personId: string; subject: Subject; until: Date; by: string | null; at: Date }

export async function insertTraining(tx: Tx, r: Recorded): Promise<void> {
  await tx
    .insertInto('training')
    .values({
      force_id: r.forceId,
      id: newId(r.at),
      person_id: r.personId,
      subject: r.subject,
      until_at: r.until,
      by_person_id: r.by,
      at: r.at,
    })
    .execute()
}

/** What counts now of everybody, or of one: the row of a subject that was recorded last. */
export async function keptTraining(db: Db, forceId: string, personId: string | null): Promise<Map<string, Kept>> {
  const { rows } = await sql<{ person_id: string; subject: Subject; until_at: Date }>`
    select distinct on (person_id, subject) person_id, subject, until_at from training
    where force_id = ${forceId} and (${personId}::text is null or person_id = ${personId})
    order by person_id, subject, at desc, id desc`.execute(db)
  const found = new Map<string, Map<Subject, Date>>()
  for (const row of rows) {
    const kept = found.get(row.person_id) ?? new Map<Subject, Date>()
    found.set(row.person_id, kept.set(row.subject, row.until_at))
  }
  return found
}
