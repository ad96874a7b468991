import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from './database.ts'

const folder = join(import.meta.dirname, '../../migrations')

/**
 * Runs the migrations that have not run, in order, each in one transaction; a lock lets only one process do it at a time.
 * Returns the names that ran. Throws when the database knows a migration that we do not: it is newer than this program.
 */
export async function migrate(db: Db): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((f) => f.endsWith('.sql'))
    .sort()
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7301)`.execute(tx)
    await sql`create table if not exists migration (name text primary key, at timestamptz not null default now())`.execute(
      tx,
    )
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(tx)
    const done = new Set(rows.map((r) => r.name))
    const unknown = [...done].filter((name) => !files.includes(name))
    if (unknown.length > 0)
      throw new Error(`This database is newer than this program: it has run ${unknown.join(', ')}.`)
    const open = files.filter((f) => !done.has(f))
    for (const file of open) {
      for (const statement of statementsOf(readFileSync(join(folder, file), 'utf8')))
        await sql.raw(statement).execute(tx)
      await sql`insert into migration (name) values (${file})`.execute(tx)
    }
    return open
  })
}

/** Splits at semicolons that end a line, outside $$ bodies: enough for our own files, which are written that way. */
function statementsOf(text: string): string[] {
  const statements: string[] = []
  let current = ''
  let inBody = false
  for (const line of text.split('\n')) {
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody
    current += `${line}\n`
    if (!inBody && line.trimEnd().endsWith(';')) {
      statements.push(current)
      current = ''
    }
  }
  return statements.filter((s) => s.replace(/--.*$/gm, '').trim() !== '')
}
