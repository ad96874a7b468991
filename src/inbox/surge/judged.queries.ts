import type { Actor } from '../../foundation/world.ts'
import { holdingOf } from '../conversation.commands.ts'
import type { ConversationRow } from '../conversation.store.ts'
import { heldByOther } from '../conversation.ts'
import { type Reader, worksOn } from '../desk.queries.ts'
import type { Judged, Waiting } from './batch.ts'

/** A conversation as it is judged, for the asking one, whether an answer to many goes out below it too. */
export const judged = (
  { actor, now }: { actor: Actor; now: Date },
  row: ConversationRow,
  reader: Reader,
  waiting: readonly Waiting[],
): Judged => ({
  open: row.stage === 'open',
  rank: row.rank,
  category: row.category,
  works: worksOn(reader, row) && reader.mayAnswer(row.account_id),
  heldByOther: heldByOther(holdingOf(row), actor.personId ?? '', now.toISOString()) !== null,
  hasDraft: row.draft_post_id !== null,
  waiting,
})
