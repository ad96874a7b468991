import type { Db } from '../../foundation/database.ts'
import type { Actor, World } from '../../foundation/world.ts'
import type { AccountRef } from '../../posting/facts.ts'
import { keyOf } from '../decision.ts'
import type { CarryingPage } from './carrying.contract.ts'
import type { CarryingRecord } from './carrying.store.ts'
import { mayWriteThere } from './goodbye.commands.ts'
import { goodbyeOf, onwardOf } from './goodbye.ts'
import { lastDayOf } from './steps.ts'

/** Where the decision stands that began it. */
export async function reviewOf(db: Db, row: CarryingRecord): Promise<CarryingPage['review']> {
  if (row.review_id === null) return null
  const found = await db
    .selectFrom('review')
    .select(['round_id', 'account_id', 'look_alike_id'])
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.review_id)
    .executeTakeFirst()
  return found ? { round: found.round_id, key: keyOf(found) } : null
}

/** The words of a closing, and the posts where they were drafted. */
export async function goodbyeFor(
  world: World,
  actor: Actor,
  accounts: ReadonlyMap<string, AccountRef>,
  row: CarryingRecord,
): Promise<CarryingPage['goodbye']> {
  if (row.kind !== 'closing' || row.account_id === null) return null
  const asking = { tx: world.db, actor, now: world.clock.now() }
  return {
    ...goodbyeOf(
      lastDayOf(row.ends_on, row.not_before),
      onwardOf(accounts.get(row.account_id)?.network ?? '', accounts.get(row.into_account_id ?? '') ?? null),
    ),
    pinnedPostId: row.pinned_post_id,
    lastPostId: row.last_post_id,
    mayDraft: row.ended_at === null && row.pinned_post_id === null && (await mayWriteThere(asking, row.account_id)),
  }
}

/** Who came along, as it was counted. */
export const countsOf = async (db: Db, row: CarryingRecord): Promise<CarryingPage['migration']> =>
  (
    await db
      .selectFrom('migration_count')
      .selectAll()
      .where('force_id', '=', row.force_id)
      .where('carrying_out_id', '=', row.id)
      .orderBy('day')
      .execute()
  ).map((m) => ({
    day: m.day,
    dueAt: m.due_at.toISOString(),
    countedAt: m.counted_at?.toISOString() ?? null,
    followersAt: m.followers_at?.toISOString() ?? null,
    followers: m.followers,
    dialogue: m.dialogue,
    voices: m.voices,
    intoFollowers: m.into_followers,
    intoDialogue: m.into_dialogue,
    intoVoices: m.into_voices,
  }))
