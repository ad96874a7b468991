import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../foundation/database.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { restrictedHours } from './answering.ts'
import { contentOf, type PostRow } from './post.store.ts'
import { postRefusals as no } from './refusals.ts'

type Named = 'post' | 'p'

/**
 * Which posts this one may read: all but answers in a conversation that is not open to everybody. What answers in private is for who reads
 * the desk of that account and for who wrote it; what answers intelligence, for who reads intelligence and has opened that conversation
 * within a shift, which the desk records. `post`: its name in the statement.
 */
export const openTo = (actor: Actor, now: Date, post: Named = 'post'): RawBuilder<boolean> =>
  readable(
    actor,
    now,
    post,
    sql`exists (select 1 from answer w join conversation_act r
      on r.force_id = w.force_id and r.conversation_id = w.conversation_id and r.kind = 'restrictedRead' and r.by_id = ${actor.personId}
        and r.at > ${new Date(now.getTime() - restrictedHours * 3_600_000)}
    where w.force_id = ${of(post, 'force_id')} and w.post_id = ${of(post, 'id')})`,
  )

/** Which posts this one may know of: also what answers intelligence that they may open and have not. Its words stay shut (`shut`). */
export const openable = (actor: Actor, now: Date, post: Named = 'post'): RawBuilder<boolean> =>
  readable(actor, now, post, sql`true`)

const of = (post: Named, column: string) => sql.ref(`${post}.${column}`)

function readable(actor: Actor, now: Date, post: Named, opened: RawBuilder<unknown>): RawBuilder<boolean> {
  const place = sql`exists (select 1 from contributor c join person o on o.force_id = c.force_id and o.id = c.person_id
    where c.force_id = ${of(post, 'force_id')} and c.account_id = ${of(post, 'answering')}->>'accountId' and c.person_id = ${actor.personId}
      and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now}) and o.left_at is null
      and (o.trained_until is null or o.trained_until >= ${now}))`
  const reads = may(actor, 'readDesk', { belongs: false })
    ? sql`true`
    : may(actor, 'readDesk', { belongs: true })
      ? place
      : sql`false`
  return sql<boolean>`(${of(post, 'answering')} is null or case
    when exists (select 1 from answer w join conversation k on k.force_id = w.force_id and k.id = w.conversation_id
      where w.force_id = ${of(post, 'force_id')} and w.post_id = ${of(post, 'id')} and k.category = 'intelligence')
    then ${may(actor, 'readRestricted')}::boolean and ${reads} and ${opened}
    else ${of(post, 'answering')}->>'direct' is null or ${actor.personId}::text = any(${of(post, 'writers')}) or ${of(post, 'speaker_id')} = ${actor.personId}
      or ${reads} end)`
}

/** In place of words that are not open to a reader who has to know of the post all the same. */
export const notOpen = 'An answer in a conversation that is not open to you'
/** In place of words that this reader may open, which is recorded. */
export const openFirst = 'An answer to intelligence. Open the conversation to read it'

/** A post as a list shows it to somebody who has not opened it: without its words. */
export const shut = <T extends Pick<PostRow, 'content'>>(row: T & { opened: boolean }): T =>
  row.opened ? row : { ...row, content: { ...contentOf(row), pieces: [openFirst], variants: {} }, words: '' }

/** The post, when this one may read it; which conversation to open first, when that is what is missing. */
export async function readPost(db: Db, actor: Actor, now: Date, id: string): Promise<Outcome<PostRow>> {
  const row = await db
    .selectFrom('post')
    .selectAll()
    .select(openTo(actor, now).as('opened'))
    .where('force_id', '=', actor.forceId)
    .where('id', '=', id)
    .where(openable(actor, now))
    .executeTakeFirst()
  if (!row) return refuse(no.noPost)
  const { opened, ...post } = row
  if (opened) return ok(post)
  return refuse(no.openFirst, { conversationId: await conversationOf(db, actor.forceId, id) })
}

/** In which conversation of the desk this answer stands; null when it is no answer. */
export const conversationOf = async (db: Db, forceId: string, postId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('answer')
      .select('conversation_id')
      .where('force_id', '=', forceId)
      .where('post_id', '=', postId)
      .executeTakeFirst()
  )?.conversation_id ?? null
