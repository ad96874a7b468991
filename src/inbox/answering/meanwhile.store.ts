import type { Commanding } from '../../audit/audit.commands.ts'
import { addMeanwhile } from '../../posting/answering.store.ts'
import type { Came } from '../../posting/meanwhile.ts'

/** What came to one conversation just now: from whom, and whether somebody may be in danger there who was not before. */
export type CameTo = {
  conversationId: string
  /** The answer that is not out yet; null: none is being written. */
  postId: string | null
  said: readonly { author: string; what: 'wrote' | 'changed' | 'gone'; at: Date }[]
  danger: boolean
}

/**
 * Tells an answer that is not out yet what came to it, in the caller's transaction; the conversation is locked. What others say below stops
 * nobody's answer, unless it may be about danger.
 */
export async function noteMeanwhile(c: Commanding, all: readonly CameTo[]): Promise<void> {
  const underway = all.filter((one) => one.postId !== null)
  const authors = await authorsAnswered(
    c,
    underway.flatMap((one) => one.postId ?? []),
  )
  for (const { conversationId, postId, said, danger } of underway) {
    if (postId === null) continue
    const theirs = said.filter((one) => one.author === authors.get(postId))
    const last = new Map(theirs.map(({ what, at }): [string, Came] => [what, { what, at: at.toISOString() }]))
    const came: Came[] = [...last.values(), ...(danger ? [{ what: 'danger' as const, at: c.now.toISOString() }] : [])]
    if (came.length === 0) continue
    await addMeanwhile(c, postId, came)
    c.record('conversation.movedOn', `post:${postId}`, { conversation: conversationId, what: came.map((m) => m.what) })
  }
}

/** Whose message each of these answers, by the network's id of them. */
async function authorsAnswered(c: Commanding, postIds: readonly string[]): Promise<Map<string, string>> {
  if (postIds.length === 0) return new Map()
  const rows = await c.tx
    .selectFrom('answer as a')
    .innerJoin('message as m', (j) => j.onRef('m.force_id', '=', 'a.force_id').onRef('m.id', '=', 'a.message_id'))
    .select(['a.post_id', 'm.author_external_id'])
    .where('a.force_id', '=', c.actor.forceId)
    .where('a.post_id', 'in', [...postIds])
    .execute()
  return new Map(rows.map((r) => [r.post_id, r.author_external_id]))
}
