import { z } from 'zod'
import { content } from '../../../posting/content.ts'

/**
 * Words that the server does not have yet, kept on this device. They stay here only until it has them: a device may be shared, and a draft
 * may name people. Each is kept under the person who wrote it, and no one else is shown it.
 */
const kept = z.object({
  content,
  /** The edit of the draft that they were written on; null for one that is not begun on the server. */
  edit: z.number().nullable(),
  at: z.string(),
})
export type Kept = z.output<typeof kept>

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const nameOf = (personId: string, postId: string | null): string => `front-counter.kept.${personId}.${postId ?? 'new'}`

/** False when this device keeps nothing (it is full, or it is forbidden): then the page says so. */
export const keep = (store: Store, personId: string, postId: string | null, words: Kept): boolean => {
  try {
    store.setItem(nameOf(personId, postId), JSON.stringify(words))
    return true
  } catch {
    return false
  }
}

export const keptWords = (store: Store, personId: string, postId: string | null): Kept | null => {
  try {
    const read = kept.safeParse(JSON.parse(store.getItem(nameOf(personId, postId)) ?? 'null'))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export const forget = (store: Store, personId: string, postId: string | null): void => {
  try {
    store.removeItem(nameOf(personId, postId))
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}
