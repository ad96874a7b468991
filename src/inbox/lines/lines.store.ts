import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { LineWords } from './line.ts'

export type LineRow = Omit<Selectable<Tables['reply_line']>, 'words'> & { words: LineWords }

const wordsOf = (row: Selectable<Tables['reply_line']>): LineRow => ({ ...row, words: row.words as LineWords })

export const linesOf = async (db: Db, forceId: string): Promise<LineRow[]> =>
  (
    await db
      .selectFrom('reply_line')
      .selectAll()
      .where('force_id', '=', forceId)
      .orderBy('title')
      .orderBy('id')
      .execute()
  ).map(wordsOf)

export async function lockLine(tx: Tx, forceId: string, id: string): Promise<LineRow | null> {
  const row = await tx
    .selectFrom('reply_line')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? wordsOf(row) : null
}

export const officeIsHere = async (tx: Tx, forceId: string, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('office')
    .select('id')
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

export const insertLine = (tx: Tx, row: Insertable<Tables['reply_line']>) =>
  tx.insertInto('reply_line').values(row).execute()

export const updateLine = (
  tx: Tx,
  line: Pick<LineRow, 'force_id' | 'id'>,
  to: Partial<Insertable<Tables['reply_line']>>,
) => tx.updateTable('reply_line').set(to).where('force_id', '=', line.force_id).where('id', '=', line.id).execute()

/** Keeps what a line said until now; the row is held. */
export async function keepVersion(tx: Tx, line: LineRow, until: Date): Promise<void> {
  const { n } = await tx
    .selectFrom('reply_line_version')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('force_id', '=', line.force_id)
    .where('line_id', '=', line.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('reply_line_version')
    .values({
      force_id: line.force_id,
      line_id: line.id,
      n: Number(n) + 1,
      title: line.title,
      words: JSON.stringify(line.words),
      source: line.source,
      owner_office_id: line.owner_office_id,
      if_asked: line.if_asked,
      topics: line.topics,
      expires_at: line.expires_at,
      by_id: line.changed_by,
      from_at: line.changed_at,
      until_at: until,
    })
    .execute()
}
