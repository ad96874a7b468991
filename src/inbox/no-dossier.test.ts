import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '../foundation/endpoint.ts'

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
const contracts = files.filter((name) => name.endsWith('.contract.ts'))

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'input' in value

/** Endpoints of a module, also those that stand together in one object. */
const endpointsIn = (module: Record<string, unknown>): Endpoint[] =>
  Object.values(module).flatMap((value) =>
    isEndpoint(value)
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).filter(isEndpoint)
        : [],
  )

/** Every name anywhere in what an endpoint takes. */
function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value as object), ...Object.values(value as object).flatMap(namesIn)]
      : namesIn(value),
  )
}

const all = (
  await Promise.all(
    contracts.map(async (name) =>
      endpointsIn((await import(join(import.meta.dirname, name))) as Record<string, unknown>),
    ),
  )
).flat()

/** Words by which somebody could ask for a member of the public, or search what they said. */
const asksForSomebody =
  /author|handle|subject|public(?:Id|Name)|^from$|^who|external|profile|citizen|speaker|^text$|^q$|query|search|find|contains/i

test('nothing at the desk can be asked for by who said it; one exception, for one role, recorded', () => {
  expect(contracts.length).toBeGreaterThanOrEqual(4)
  expect(all.length).toBeGreaterThan(25)
  const asking = all.flatMap((e) =>
    namesIn(z.toJSONSchema(e.input, { io: 'input', unrepresentable: 'any' }))
      .filter((name) => asksForSomebody.test(name))
      .map((name) => `${e.method} ${e.path}: ${name}`),
  )
  // A duty begins `from` a time; the other is for the information manager alone.
  expect([...new Set(asking)].sort()).toEqual(['POST /api/desk/subject-exports: subject', 'POST /api/duty: from'])
})

test('nothing here counts or lists by who said it', () => {
  const sources = files.filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\.testbed\.ts$/.test(name))
  const grouping = sources.filter((name) =>
    /group\s+by[^`;]*author|groupBy\([^)]*author|partition\s+by[^`)]*author|order\s+by[^`;]*author|orderBy\([^)]*author/i.test(
      readFileSync(join(import.meta.dirname, name), 'utf8'),
    ),
  )
  // Subject access, which one role alone may ask for.
  expect(grouping.filter((name) => name !== 'subject-export.store.ts')).toEqual([])
})
