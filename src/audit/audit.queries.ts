import type { Db } from '../foundation/database.ts'
import { hashOf } from './audit.store.ts'
import { beginning, type Fact } from './fact.ts'

export type Verified = { whole: true; facts: number } | { whole: false; facts: number; brokenAt: number; words: string }

type Row = {
  force_id: string
  seq: number
  at: Date
  kind: string
  actor: string | null
  subject: string
  data: string
  previous: string
  hash: string
}

const factOf = (r: Row): Fact => ({
  forceId: r.force_id,
  seq: r.seq,
  at: r.at.toISOString(),
  kind: r.kind,
  actor: r.actor,
  subject: r.subject,
  data: JSON.parse(r.data) as Fact['data'],
})

/** Walks the whole chain of a force and names the first fact that is missing, moved or changed. Reads 2,000 at a time. */
export async function verifyChain(db: Db, forceId: string): Promise<Verified> {
  let previous = beginning
  let seq = 0
  for (;;) {
    const rows: Row[] = await db
      .selectFrom('fact')
      .selectAll()
      .where('force_id', '=', forceId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(2000)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      const words = wrongWith(row, seq + 1, previous)
      if (words) return { whole: false, facts: seq, brokenAt: row.seq, words }
      seq = row.seq
      previous = row.hash
    }
  }
  const head = await db
    .selectFrom('chain_head')
    .select(['seq', 'hash'])
    .where('force_id', '=', forceId)
    .executeTakeFirst()
  if ((head?.seq ?? 0) !== seq || (head?.hash ?? beginning) !== previous)
    return { whole: false, facts: seq, brokenAt: seq + 1, words: 'Facts are missing at the end.' }
  return { whole: true, facts: seq }
}

function wrongWith(row: Row, expected: number, previous: string): string | null {
  if (row.seq !== expected) return `Fact ${expected} is missing.`
  if (row.previous !== previous) return 'It does not follow from the fact before.'
  try {
    return hashOf(factOf(row), previous) === row.hash ? null : 'Its content was changed.'
  } catch {
    return 'Its content cannot be read.'
  }
}

/** The facts about these subjects, oldest first. */
export async function factsAbout(db: Db, forceId: string, subjects: readonly string[]): Promise<Fact[]> {
  if (subjects.length === 0) return []
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('subject', 'in', [...subjects])
    .orderBy('seq')
    .limit(2000)
    .execute()
  return rows.map(factOf)
}
