import { sql } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { Tx } from '../foundation/database.ts'
import type { Came } from './meanwhile.ts'

/** What the desk tells posting of answers, always in the transaction in which it knows it: posting itself reads no table of the desk. */

/** Whether what stands in these conversations is for some alone, as the desk sees them now. */
export async function restrictAnswers(
  c: Commanding,
  conversations: readonly { id: string; restricted: boolean }[],
): Promise<void> {
  if (conversations.length === 0) return
  await sql`update post p set restricted = n.restricted
    from json_to_recordset(${JSON.stringify(conversations)}::json) as n(id text, restricted boolean)
    where p.force_id = ${c.actor.forceId} and p.conversation_id = n.id and p.restricted <> n.restricted`.execute(c.tx)
}

/** The acting person opened a conversation that is for some alone, so its answers are open to them for a shift. */
export const noteOpening = (c: Commanding, conversationId: string, personId: string) =>
  c.tx
    .insertInto('restricted_opening')
    .values({ force_id: c.actor.forceId, conversation_id: conversationId, person_id: personId, at: c.now })
    .onConflict((o) => o.columns(['force_id', 'conversation_id', 'person_id']).doUpdateSet({ at: c.now }))
    .execute()

/** Writes down what came to an answer that is not out yet; nobody has seen it who lets it go on. */
export const addMeanwhile = (c: Commanding, postId: string, came: readonly Came[]) =>
  c.tx
    .updateTable('post')
    .set({ meanwhile: sql`meanwhile || ${JSON.stringify(came)}::jsonb` })
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', postId)
    .execute()

/**
 * Keeps an answer for one person, or for nobody while nobody has the conversation: only they change or release it. Who takes it over
 * becomes its author, so that whoever sends it signs it; those who wrote in it stay among its writers. What waits for approval stays its
 * author's.
 */
export async function reservePost(c: Commanding, postId: string, personId: string | null): Promise<void> {
  const ofPost = (db: Tx) => db.updateTable('post').where('force_id', '=', c.actor.forceId).where('id', '=', postId)
  await ofPost(c.tx).set({ reserved_for: personId }).execute()
  if (personId === null) return
  await ofPost(c.tx)
    .set({
      author_id: personId,
      changed_by: personId,
      writers: sql`array(select distinct unnest(writers || ${personId}::text))`,
    })
    .where('stage', 'in', ['draft', 'sentBack'])
    .where('author_id', '<>', personId)
    .execute()
}
