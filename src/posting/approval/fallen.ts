import { maySpeak } from '../../register/account.ts'
import { noPlaceOn } from '../check-draft.ts'
import type { AccountFacts, DraftFacts } from '../facts.ts'

export type Scheduled = {
  facts: Pick<DraftFacts, 'author' | 'speaksFor'>
  /** Where it still has to go, with the handle that was approved; null where none was yet. */
  places: readonly { account: AccountFacts; handle: string | null }[]
  /** When it goes out. */
  at: Date
}

/**
 * What no longer stands of a post that waits for its time: a person, a place, an account or a handle. The same is asked when it is due,
 * and then it is held; said beforehand, so that somebody can put it right. Empty while all of it stands.
 */
export function noLongerStands({ facts, places, at }: Scheduled): string[] {
  const people = [facts.author, ...(facts.speaksFor ? [facts.speaksFor] : [])]
  const found = places.flatMap(({ account, handle }) => [
    ...(maySpeak(account.status) ? [] : [`${account.name} may no longer speak.`]),
    ...(handle !== null && handle !== '' && handle !== account.handle
      ? [`${account.name} is now called ${account.handle}, and ${handle} was approved.`]
      : []),
    ...people.flatMap((person) => noPlaceOn(account, person, at) ?? []),
  ])
  return [...new Set(found)]
}
