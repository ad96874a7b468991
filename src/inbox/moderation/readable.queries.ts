import type { Commanding } from '../../audit/audit.commands.ts'
import { type Outcome, refuse } from '../../foundation/outcome.ts'
import { may } from '../../people/may.ts'
import { openedBy } from '../../posting/open-to.queries.ts'
import type { ConversationRow } from '../conversation.store.ts'
import { isRestricted } from '../conversation.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'

/** Nobody decides about words that they may not read, or have not opened where opening is recorded. Null: they may. */
export async function unreadable(
  c: Commanding,
  of: Pick<ConversationRow, 'id' | 'category'>,
): Promise<Outcome<never> | null> {
  if (!isRestricted(of.category)) return null
  if (!may(c.actor, 'readRestricted'))
    return refuse(
      no.mayNotModerate,
      undefined,
      'This is intelligence, which your role does not read, so nothing was done. Ask somebody who reads it.',
    )
  return (await openedBy(c.tx, c.actor, c.now, [of.id])).has(of.id) ? null : refuse(no.openFirst)
}

/** The same of a decision that was taken. */
export async function unreadableDecision(
  c: Commanding,
  m: { force_id: string; conversation_id: string },
): Promise<Outcome<never> | null> {
  const of = await c.tx
    .selectFrom('conversation')
    .select(['id', 'category'])
    .where('force_id', '=', m.force_id)
    .where('id', '=', m.conversation_id)
    .executeTakeFirstOrThrow()
  return unreadable(c, of)
}
