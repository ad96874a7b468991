import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openapiText } from '../scripts/openapi.ts'
import { tablesText } from '../scripts/tables.ts'
import { openTestbed } from './testbed.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')

test('the row types are those of the migrated database (otherwise: npm run tables)', async () => {
  await using bed = await openTestbed()
  expect(await tablesText(bed.db)).toBe(read('src/foundation/tables.ts'))
})

test('openapi.json says what the contracts say (otherwise: npm run openapi)', () => {
  expect(openapiText()).toBe(read('openapi.json'))
})
