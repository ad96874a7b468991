import { type Category, categories, described } from '../../inbox/triage/category.ts'
import type { Row } from './clock-words.ts'

export type Group = { id: Category | 'danger' | 'closed'; name: string; count: number | null; rows: readonly Row[] }

type Counted = { inDanger: number; byCategory: readonly { category: Category; waiting: number }[] }

/** Shorter than the label of a decision: a heading over rows. */
const shortNames: Readonly<Partial<Record<Category, string>>> = {
  threatOrVulnerable: 'Threat or vulnerable person',
  informationRequest: 'Information request',
}

const groupName = (category: Category): string => shortNames[category] ?? described[category].label

/**
 * The rows in their order, under headings. Every row of a person who may be in danger stands in the first group, whatever its category,
 * so a category is counted without them. `whole` null: these are not all that wait, so only what stands there is counted.
 */
export const groupsOf = (rows: readonly Row[], whole: Counted | null): Group[] => {
  const danger = rows.filter((r) => r.danger)
  const first: Group[] =
    danger.length > 0
      ? [{ id: 'danger', name: 'May be in danger', count: whole?.inDanger ?? danger.length, rows: danger }]
      : []
  const rest = categories.flatMap((category): Group[] => {
    const mine = rows.filter((r) => r.category === category && !r.danger)
    if (mine.length === 0) return []
    const all = whole?.byCategory.find((c) => c.category === category)?.waiting
    const inDanger = danger.filter((r) => r.category === category).length
    const count = Math.max(mine.length, all === undefined ? 0 : all - inDanger)
    return [{ id: category, name: groupName(category), count, rows: mine }]
  })
  return [...first, ...rest]
}

/** What stands in the list, what waits behind "3 new", and which rows are no longer there. */
export type Standing = { rows: readonly Row[]; gone: ReadonlySet<string>; waiting: readonly Row[] }

/**
 * A fresh answer over what stands already: rows change in place, none moves. What is new waits until it is asked for, and what has left
 * stays where it was and says so. `kept` null: nothing stands yet. `more`: there are rows below that were not read, so that what is missing
 * at the end may only have been pushed down.
 */
export const standing = (kept: readonly Row[] | null, fresh: readonly Row[], more = false): Standing => {
  if (kept === null || kept.length === 0) return { rows: fresh, gone: new Set(), waiting: [] }
  const now = new Map(fresh.map((r) => [r.id, r]))
  const known = new Set(kept.map((r) => r.id))
  const lastSeen = kept.findLastIndex((r) => now.has(r.id))
  return {
    rows: kept.map((r) => now.get(r.id) ?? r),
    gone: new Set(kept.filter((r, n) => !now.has(r.id) && (!more || n < lastSeen)).map((r) => r.id)),
    waiting: fresh.filter((r) => !known.has(r.id)),
  }
}

/** A further page comes below what stands and moves nothing: those rows are not news. */
export const withPage = (kept: readonly Row[], page: readonly Row[]): readonly Row[] => {
  const known = new Set(kept.map((r) => r.id))
  return [...kept, ...page.filter((r) => !known.has(r.id))]
}

const free = (r: Row): boolean => r.holder === null || r.holder.you

/** Where `n` goes: to somebody who may be in danger and whom nobody has, then to the next one below that nobody else has. */
export const nextByRisk = (rows: readonly Row[], current: string | null): string | null => {
  const others = rows.filter((r) => r.id !== current && free(r))
  const danger = others.find((r) => r.danger && r.holder === null)
  if (danger) return danger.id
  const at = rows.findIndex((r) => r.id === current)
  const below = rows.slice(at + 1).find((r) => free(r) && r.id !== current)
  return below?.id ?? others[0]?.id ?? null
}

/** The row above or below, where there is one; the first when none is chosen. */
export const beside = (ids: readonly string[], current: string | null, step: 1 | -1): string | null => {
  const at = current === null ? -1 : ids.indexOf(current)
  if (at < 0) return ids[0] ?? null
  return ids[at + step] ?? null
}
