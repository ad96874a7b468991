import { sql } from 'kysely'
import type { Tx } from '../../foundation/database.ts'
import { type Cover, coveredAt } from '../../register/cover.ts'
import type { Place } from './surroundings.queries.ts'

/** For so long a conversation is offered first to the officer who spoke, while somebody looks at the account. */
const offerMinutes = 20

/** Of these posts of ours, in whose name each went out; only officers who still sign on the account. The automatic line speaks in nobody's. */
export async function officersOf(
  tx: Tx,
  at: Place,
  postIds: readonly string[],
  now: Date,
): Promise<Map<string, string>> {
  if (postIds.length === 0) return new Map()
  const { rows } = await sql<{ post_id: string; person_id: string }>`
    select p.id as post_id, c.person_id from post p
      join contributor c on c.force_id = p.force_id and c.account_id = ${at.accountId} and c.person_id = coalesce(p.speaker_id, p.author_id)
        and c.voice = 'signs' and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now})
      join person o on o.force_id = c.force_id and o.id = c.person_id and (o.left_at is null or o.left_at > ${now})
    where p.force_id = ${at.forceId} and not coalesce((p.answering->>'automatic')::boolean, false) and p.id = any(${[...new Set(postIds)]}::text[])`.execute(
    tx,
  )
  return new Map(rows.map((r) => [r.post_id, r.person_id]))
}

/** The last post of ours in each of these conversations. */
export async function lastAnswers(
  tx: Tx,
  forceId: string,
  conversationIds: readonly string[],
): Promise<Map<string, string>> {
  if (conversationIds.length === 0) return new Map()
  const { rows } = await sql<{ conversation_id: string; post_id: string }>`
    select distinct on (conversation_id) conversation_id, post_id from answer
    where force_id = ${forceId} and conversation_id = any(${[...conversationIds]}::text[]) and given_up_at is null and not automatic
    order by conversation_id, at desc`.execute(tx)
  return new Map(rows.map((r) => [r.conversation_id, r.post_id]))
}

/** Until when it is theirs first; null where nobody looks at this hour. */
export const offeredUntil = (cover: Cover, zone: string, now: Date): Date | null =>
  coveredAt(cover, now, zone) ? new Date(now.getTime() + offerMinutes * 60_000) : null
