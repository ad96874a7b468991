import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openapiOf } from '../src/foundation/openapi.ts'
import { signInEndpoints } from '../src/people/sign-in.contract.ts'
import { rooms } from '../src/rooms.ts'

/** The text of openapi.json, written from the contracts. A test compares it with the file. */
export const openapiText = (): string =>
  `${JSON.stringify(
    openapiOf([...rooms.flatMap((r) => r.routes.map((x) => x.endpoint)), ...signInEndpoints], '1'),
    null,
    1,
  )}\n`

if (process.argv[1] === import.meta.filename) writeFileSync(join(import.meta.dirname, '../openapi.json'), openapiText())
