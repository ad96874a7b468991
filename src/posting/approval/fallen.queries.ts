import type { Db } from '../../foundation/database.ts'
import { shownMeanwhile } from '../meanwhile.ts'
import { noLongerStands } from './fallen.ts'
import { type Standing, standingsOf } from './standing.queries.ts'

export type WaitingPlace = { post_id: string; account_id: string; handle: string }

/** Where these posts still have to go, with the handles that were approved. */
export const waitingPlaces = async (db: Db, forceId: string, postIds: readonly string[]): Promise<WaitingPlace[]> =>
  postIds.length === 0
    ? []
    : db
        .selectFrom('delivery')
        .select(['post_id', 'account_id', 'handle'])
        .where('force_id', '=', forceId)
        .where('post_id', 'in', [...postIds])
        .where('state', 'in', ['waiting', 'held'])
        .execute()

/** What no longer stands of a post that was released and waits, or that waits for approval; empty for every other. */
export function whatFell(s: Standing, waiting: readonly WaitingPlace[], now: Date): string[] {
  const { post, facts, chosen } = s
  const due = post.due_at ?? s.due?.instant ?? now
  const at = due > now ? due : now
  const came = shownMeanwhile(post, facts.zone, now)?.says ?? []
  if (post.stage === 'asked')
    return [...noLongerStands({ facts, places: chosen.map((account) => ({ account, handle: null })), at }), ...came]
  const places = waiting.flatMap((d) => {
    const account = d.post_id === post.id ? facts.accounts.find((a) => a.id === d.account_id) : undefined
    return account ? [{ account, handle: d.handle }] : []
  })
  return places.length === 0 ? [] : [...noLongerStands({ facts, places, at }), ...came]
}

/** Of many posts, by id, with one loading for all. */
export async function whatFellOf(
  db: Db,
  forceId: string,
  postIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string[]>> {
  if (postIds.length === 0) return new Map()
  const posts = await db
    .selectFrom('post')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', 'in', [...postIds])
    .execute()
  const waiting = await waitingPlaces(db, forceId, postIds)
  const standings = await standingsOf(db, forceId, posts, now)
  return new Map(standings.map((s) => [s.post.id, whatFell(s, waiting, now)]))
}
