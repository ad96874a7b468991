import { z } from 'zod'
import { type Endpoint, generalRefusals, pathNames } from './endpoint.ts'
import type { Refusal } from './outcome.ts'

/** The OpenAPI 3.1 description of these endpoints. */
export function openapiOf(endpoints: readonly Endpoint[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const e of endpoints) {
    const path = e.path.replace(/:([a-zA-Z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [e.method.toLowerCase()]: operationOf(e) }
  }
  return { openapi: '3.1.0', info: { title: 'Front Counter', version, license: { name: 'EUPL-1.2' } }, paths }
}

type Schema = { properties?: Record<string, unknown>; required?: string[] } & Record<string, unknown>

function operationOf(e: Endpoint): Record<string, unknown> {
  const input = z.toJSONSchema(e.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const inPath = pathNames(e.path)
  const inQuery =
    e.method === 'GET' || e.upload ? Object.keys(input.properties ?? {}).filter((n) => !inPath.includes(n)) : []
  const parameter = (name: string, place: string) => ({
    name,
    in: place,
    required: place === 'path' || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? {},
  })
  const refusals = [...e.refusals, ...Object.values(generalRefusals)]
  return {
    summary: e.purpose,
    security: e.access === 'signedIn' ? [{ session: [] }] : [],
    parameters: [...inPath.map((n) => parameter(n, 'path')), ...inQuery.map((n) => parameter(n, 'query'))],
    ...(e.method === 'POST' ? { requestBody: bodyOf(e, input, inPath) } : {}),
    responses: { 200: okOf(e), ...refusalsByStatus(refusals) },
  }
}

const bodyOf = (e: Endpoint, input: Schema, inPath: string[]) =>
  e.upload
    ? {
        content: {
          'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: e.upload.maxBytes } },
        },
      }
    : { content: { 'application/json': { schema: withoutNames(input, inPath) } } }

const okOf = (e: Endpoint) =>
  e.file
    ? { description: 'The file.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
    : {
        description: 'Done.',
        content: { 'application/json': { schema: z.toJSONSchema(e.output, { io: 'output', unrepresentable: 'any' }) } },
      }

function withoutNames(schema: Schema, names: string[]): Schema {
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([n]) => !names.includes(n)))
  return { ...schema, properties, required: (schema.required ?? []).filter((n) => !names.includes(n)) }
}

function refusalsByStatus(refusals: readonly Refusal[]): Record<string, unknown> {
  const byStatus: Record<string, { description: string }> = {}
  for (const r of refusals)
    byStatus[r.status] = {
      description: [byStatus[r.status]?.description, `${r.id}: ${r.words}`].filter(Boolean).join('\n'),
    }
  return byStatus
}
