import { z } from 'zod'

type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minimum?: number
  minLength?: number
  format?: string
  pattern?: string
}

/** A plain value that fits an input schema, from its own description. Where a pattern is asked for, the few that we use are known. */
export const sampleOf = (schema: z.ZodType): unknown =>
  fromSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema)

export function fromSchema(s: Schema): unknown {
  if (s.const !== undefined) return s.const
  if (s.enum) return s.enum[0]
  const choice = s.anyOf?.[0] ?? s.oneOf?.[0] ?? s.allOf?.[0]
  if (choice) return fromSchema(choice)
  switch (s.type) {
    case 'object':
      return Object.fromEntries(Object.entries(s.properties ?? {}).map(([name, of]) => [name, fromSchema(of)]))
    case 'array':
      return Array.from({ length: Math.max(s.minItems ?? 0, 1) }, () => fromSchema(s.items ?? {}))
    case 'integer':
    case 'number':
      return Math.max(s.minimum ?? 1, 1)
    case 'boolean':
      return false
    case 'string':
      return sampleText(s)
    default:
      return null
  }
}

const formats: Readonly<Record<string, string>> = {
  'date-time': '2026-09-10T09:00:00.000Z',
  email: 'a.b@westshire.example',
  uri: 'https://example.test/',
  date: '2026-09-10',
}

function sampleText(s: Schema): string {
  const known = formats[s.format ?? '']
  if (known) return known
  if (s.pattern?.includes('T\\d{2}')) return '2026-09-10T09:00'
  if (s.pattern?.includes('\\d{2}:\\d{2}') || s.pattern?.includes(':[')) return '09:00'
  return 'abcdefghijklmnopqrstuvwxyz'.slice(0, Math.max(s.minLength ?? 0, 3))
}
