import type { Db, Tx } from '../../foundation/database.ts'
import type { InBoth } from './told.ts'

export type Standard = { code: string; title: InBoth; words: InBoth; endedAt: Date | null }

type Row = { code: string; title: unknown; words: unknown; ended_at: Date | null }
const standardOf = (row: Row): Standard => ({
  code: row.code,
  title: row.title as InBoth,
  words: row.words as InBoth,
  endedAt: row.ended_at,
})

const columns = ['code', 'title', 'words', 'ended_at'] as const

export async function standardByCode(tx: Tx, forceId: string, code: string): Promise<Standard | null> {
  const row = await tx
    .selectFrom('standard')
    .select(columns)
    .where('force_id', '=', forceId)
    .where('code', '=', code)
    .forShare()
    .executeTakeFirst()
  return row ? standardOf(row) : null
}

/** All of a force, by code: CS2 before CS10. */
export async function standardsOf(db: Db, forceId: string): Promise<Standard[]> {
  const rows = await db.selectFrom('standard').select(columns).where('force_id', '=', forceId).execute()
  const inOrder = new Intl.Collator('en', { numeric: true })
  return rows.map(standardOf).sort((a, b) => inOrder.compare(a.code, b.code))
}

/** False when the code is taken, by an ended one too. */
export async function insertStandard(tx: Tx, forceId: string, s: Omit<Standard, 'endedAt'>): Promise<boolean> {
  const made = await tx
    .insertInto('standard')
    .values({ force_id: forceId, code: s.code, title: JSON.stringify(s.title), words: JSON.stringify(s.words) })
    .onConflict((o) => o.columns(['force_id', 'code']).doNothing())
    .returning('code')
    .execute()
  return made.length > 0
}

export const endStandardRow = (tx: Tx, forceId: string, code: string, at: Date) =>
  tx.updateTable('standard').set({ ended_at: at }).where('force_id', '=', forceId).where('code', '=', code).execute()
