import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { type Db, wrapPGlite } from '../src/foundation/database.ts'
import { migrate } from '../src/foundation/migrate.ts'

/** The row types of the migrated database, as TypeScript. A test compares this with src/foundation/tables.ts. */
export async function tablesText(db: Db): Promise<string> {
  const { rows: columns } = await sql<{
    table_name: string
    column_name: string
    udt_name: string
    is_nullable: string
    column_default: string | null
  }>`
    select table_name, column_name, udt_name, is_nullable, column_default from information_schema.columns
    where table_schema = 'public' and table_name <> 'migration' order by table_name, ordinal_position`.execute(db)
  const choices = await choicesOf(db)
  const tables = Map.groupBy(columns, (c) => c.table_name)
  const lines = [...tables].map(([table, cols]) => {
    const fields = cols.map((c) => `    ${c.column_name}: ${typeOf(c, choices.get(`${table}.${c.column_name}`))}`)
    return `  ${table}: {\n${fields.join('\n')}\n  }`
  })
  return `// Written by \`npm run tables\` from the migrated database; never edited by hand.\nimport type { ColumnType, Generated } from 'kysely'\n\nexport type Tables = {\n${lines.join('\n')}\n}\n`
}

/** Columns whose check lists the values they may hold. */
async function choicesOf(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ table_name: string; definition: string }>`
    select conrelid::regclass::text as table_name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c'`.execute(
    db,
  )
  const found = new Map<string, string>()
  for (const { table_name, definition } of rows) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(definition)
    if (match?.[1] && match[2])
      found.set(`${table_name}.${match[1]}`, match[2].replaceAll('::text', '').split(', ').join(' | '))
  }
  return found
}

const plain: Record<string, string> = {
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  timestamptz: 'Date',
  _int2: 'number[]',
  _text: 'string[]',
  bytea: 'Uint8Array',
  jsonb: 'unknown',
}

function typeOf(
  c: { udt_name: string; is_nullable: string; column_default: string | null },
  choices: string | undefined,
): string {
  const base = choices ?? plain[c.udt_name]
  if (!base) throw new Error(`No TypeScript type is known for ${c.udt_name}.`)
  if (c.udt_name === 'jsonb') {
    const written = c.is_nullable === 'YES' ? 'string | null' : c.column_default ? 'string | undefined' : 'string'
    return `ColumnType<unknown, ${written}, ${c.is_nullable === 'YES' ? 'string | null' : 'string'}>`
  }
  const full = c.is_nullable === 'YES' ? `${base} | null` : base
  return c.column_default ? `Generated<${full}>` : full
}

if (process.argv[1] === import.meta.filename) {
  const database = wrapPGlite(await PGlite.create())
  await migrate(database.db)
  writeFileSync(join(import.meta.dirname, '../src/foundation/tables.ts'), await tablesText(database.db))
  await database.close()
}
