import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { categories } from '../category.ts'

/**
 * Messages written for this project in the manner of real ones; nobody real wrote or is named in them. Some are coarse, because what the
 * public writes is. `messages` were written before the first rule, in two halves: `tune` may be read, `held` is only measured. `fresh`
 * came later. `blindA`, `B`, `D`, `E`, `F`, `H`, `I` and `J` are from eight more writers who knew no rule; all but the last two were measured
 * once as they came, and all are tuned on since. `taught` was written to teach, by somebody who knew the rules, so it is never measured.
 * `blindC`, `blindK` and `blindL`, from three more writers, are only ever measured.
 */
const labelled = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  category: z.enum(categories),
  kind: z.enum(['reply', 'mention', 'quote', 'direct']),
  language: z.enum(['en', 'cy']),
})
export type Labelled = z.infer<typeof labelled>

const readIn = (file: string): Labelled[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => labelled.parse(JSON.parse(line)))

export const messages: readonly Labelled[] = readIn('messages.jsonl')

/** Never tuned on and never read, each from a writer who knew no rule. */
export const blindC: readonly Labelled[] = readIn('blind-c.jsonl')
export const blindK: readonly Labelled[] = readIn('blind-k.jsonl')
export const blindL: readonly Labelled[] = readIn('blind-l.jsonl')

/** FNV-1a, so that a message stays in its half for ever. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  return (hash ^ (hash >>> 15)) >>> 0
}

export const halfOf = (id: string): 'tune' | 'held' => (hashOf(id) % 2 === 0 ? 'tune' : 'held')
export const half = (name: 'tune' | 'held'): Labelled[] => messages.filter(({ id }) => halfOf(id) === name)

/** All that may be tuned on, by who wrote it, and what was only written to teach. */
export const byWriter: readonly (readonly Labelled[])[] = [
  [...half('tune'), ...readIn('fresh.jsonl')],
  ...['a', 'b', 'd', 'e', 'f', 'h', 'i', 'j'].map((writer) => readIn(`blind-${writer}.jsonl`)),
]
export const taught: readonly Labelled[] = readIn('taught.jsonl')
export const tuning: readonly Labelled[] = [...byWriter.flat(), ...taught]
