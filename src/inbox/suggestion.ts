import { z } from 'zod'
import { type Category, categories } from './triage/category.ts'

const because = z.object({ words: z.string(), says: z.string() })
const stored = z.object({
  category: z.enum(categories),
  danger: z.boolean().default(false),
  look: z.boolean().optional(),
  because: z.array(because).catch([]),
})

/** What was suggested and the words that led to it. Where nothing readable is kept, what stands in the row. */
export type StoredSuggestion = {
  category: Category
  danger: boolean
  /** Not called a danger, but to be looked at first. */
  look?: boolean | undefined
  because: { words: string; says: string }[]
}

export function suggestionOf(row: { suggestion: unknown; category: Category; rank: number }): StoredSuggestion {
  const read = stored.safeParse(row.suggestion)
  return read.success ? read.data : { category: row.category, danger: row.rank === 0, because: [] }
}

type Mark = { start: number; end: number; says: string }

/** Where in a text the words stand that led to the suggestion, in UTF-16 units: each once, in order, none over another. */
export function marksIn(text: string, because: StoredSuggestion['because']): Mark[] {
  const low = text.toLowerCase()
  const found: Mark[] = []
  for (const { words, says } of because) {
    const wanted = words.trim().toLowerCase()
    const start = wanted === '' || low.length !== text.length ? -1 : low.indexOf(wanted)
    const mark = { start, end: start + wanted.length, says }
    if (start >= 0 && found.every((f) => mark.end <= f.start || f.end <= mark.start)) found.push(mark)
  }
  return found.sort((a, b) => a.start - b.start)
}
