import type { Row } from '../item.ts'

/** Whom a reply answers. unknown: the export does not say. */
export type Towards = 'public' | 'self' | 'police' | 'partner' | 'unknown'

/** Handles in small letters, without @. Those of the own register are police. */
export type Officials = ReadonlyMap<string, 'police' | 'partner'>

export const handleKey = (handle: string): string => handle.replace(/^@/, '').toLowerCase()

/** A reply below an own post continues a thread, whoever the export names. */
export function towardsOf(row: Row, own: { handle: string; ids: ReadonlySet<string> }, officials: Officials): Towards {
  if (row.toId !== null && own.ids.has(row.toId)) return 'self'
  if (row.toHandle === null) return row.toId === null ? 'unknown' : 'public'
  const handle = handleKey(row.toHandle)
  return handle === own.handle ? 'self' : (officials.get(handle) ?? 'public')
}
