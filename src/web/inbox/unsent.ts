import { use, useState } from 'react'
import { FactsContext } from '../frame/facts.ts'

/** By person and place. In memory alone: a device may be shared, and what is written here may name people. */
const unsent = new Map<string, string>()

/**
 * Words that were not sent yet, as long as this page lives: looking elsewhere, or having to sign in again, loses none of them. `place` names the
 * field: `note <conversation>`. Put '' when they are sent.
 */
export const useUnsent = (place: string): [words: string, put: (words: string) => void] => {
  const me = use(FactsContext)?.me.name ?? ''
  const [, draw] = useState(0)
  const key = JSON.stringify([me, place])
  const put = (words: string): void => {
    if (words === '') unsent.delete(key)
    else unsent.set(key, words)
    draw((n) => n + 1)
  }
  return [unsent.get(key) ?? '', put]
}
