import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../foundation/database.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { contentOf, type PostRow } from './post.store.ts'
import { postRefusals as no } from './refusals.ts'

type Named = 'post' | 'p'

/** Once opened, intelligence stays open to that reader for one shift; after it, opening is recorded again. */
const shiftBefore = (now: Date): Date => new Date(now.getTime() - 8 * 3_600_000)

/**
 * Which posts this one may read: all but answers in a conversation that is not open to everybody. What answers in private is for who reads
 * the desk of that account and for who wrote it; what answers intelligence, for who reads intelligence and has opened that conversation
 * within a shift. The desk says which answers these are, and who opened what. `post`: its name in the statement.
 */
export const openTo = (actor: Actor, now: Date, post: Named = 'post'): RawBuilder<boolean> =>
  readable(
    actor,
    now,
    post,
    sql`exists (select 1 from restricted_opening r where r.force_id = ${of(post, 'force_id')}
      and r.conversation_id = ${of(post, 'conversation_id')} and r.person_id = ${actor.personId} and r.at > ${shiftBefore(now)})`,
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
    when ${of(post, 'restricted')} then ${may(actor, 'readRestricted')}::boolean and ${reads} and ${opened}
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
  return refuse(no.openFirst, { conversationId: post.conversation_id })
}

/** Which of these conversations this reader has opened within a shift, which was recorded: only so what is restricted is read. */
export async function openedBy(db: Db, actor: Actor, now: Date, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('restricted_opening')
    .select('conversation_id')
    .where('force_id', '=', actor.forceId)
    .where('conversation_id', 'in', [...new Set(ids)])
    .where('person_id', '=', actor.personId)
    .where('at', '>', shiftBefore(now))
    .execute()
  return new Set(rows.map((r) => r.conversation_id))
}
