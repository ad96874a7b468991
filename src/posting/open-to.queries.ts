import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../foundation/world.ts'
import { may } from '../people/may.ts'

/**
 * Which posts this one may read: all but answers in a conversation that is not open to everybody. What answers in private is for who reads
 * the desk of that account and for who wrote it; what answers intelligence, for who reads intelligence. `post`: its name in the statement.
 */
export function openTo(actor: Actor, now: Date, post: 'post' | 'p' = 'post'): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${post}.${column}`)
  const place = sql`exists (select 1 from contributor c join person o on o.force_id = c.force_id and o.id = c.person_id
    where c.force_id = ${of('force_id')} and c.account_id = ${of('answering')}->>'accountId' and c.person_id = ${actor.personId}
      and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now}) and o.left_at is null
      and (o.trained_until is null or o.trained_until >= ${now}))`
  const reads = may(actor, 'readDesk', { belongs: false })
    ? sql`true`
    : may(actor, 'readDesk', { belongs: true })
      ? place
      : sql`false`
  return sql<boolean>`(${of('answering')} is null or case
    when exists (select 1 from answer w join conversation k on k.force_id = w.force_id and k.id = w.conversation_id
      where w.force_id = ${of('force_id')} and w.post_id = ${of('id')} and k.category = 'intelligence')
    then ${may(actor, 'readRestricted')}::boolean and ${reads}
    else ${of('answering')}->>'direct' is null or ${actor.personId}::text = any(${of('writers')}) or ${of('speaker_id')} = ${actor.personId}
      or ${reads} end)`
}

/** In place of words that are not open to a reader who has to know of the post all the same. */
export const notOpen = 'An answer in a conversation that is not open to you'
