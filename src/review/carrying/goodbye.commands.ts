import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import { may } from '../../people/may.ts'
import { contributorOn } from '../../posting/check-draft.ts'
import { content } from '../../posting/content.ts'
import { accountFactsOf, speakersOf } from '../../posting/facts.queries.ts'
import { draftInside } from '../../posting/post.commands.ts'
import { accountById } from '../../register/register.store.ts'
import { carryingRefusals as no } from './carrying.refusals.ts'
import { lockCarrying, updateCarrying } from './carrying.store.ts'
import { goodbyeOf, onwardOf } from './goodbye.ts'
import { lastDayOf } from './steps.ts'

/** Whether the acting person has a place on the account and may write there now. */
export async function mayWriteThere(
  c: Pick<Commanding, 'actor' | 'now'> & { tx: Db },
  accountId: string,
): Promise<boolean> {
  const { forceId, personId } = c.actor
  if (personId === null) return false
  const [account] = await accountFactsOf(c.tx, forceId, { ids: [accountId] }, c.now)
  const [self] = await speakersOf(c.tx, forceId, [personId])
  if (!account || !self || !contributorOn(account, self, c.now, 'drafts').ok) return false
  return may(c.actor, 'writeOn', { isContributor: true, contributorCurrent: true })
}

/** Makes the pinned notice and the last post drafts of the acting person, by posting's own way: they go the way of every post. Drafted once; asked again, it gives those. */
export async function draftGoodbye(c: Commanding, id: string): Promise<Outcome<{ pinned: string; last: string }>> {
  const row = await lockCarrying(c.tx, c.actor.forceId, id)
  if (!row) return refuse(no.noCarryingOut)
  if (row.ended_at !== null) return refuse(no.carryingOver)
  if (row.kind !== 'closing' || row.account_id === null) return refuse(no.nothingToSay)
  if (!(await mayWriteThere(c, row.account_id))) return refuse(no.mayNotWriteThere)
  if (row.pinned_post_id !== null && row.last_post_id !== null)
    return ok({ pinned: row.pinned_post_id, last: row.last_post_id })
  const of = (id: string | null) => (id === null ? undefined : accountById(c.tx, c.actor.forceId, id))
  const [account, into] = [await of(row.account_id), await of(row.into_account_id)]
  const words = goodbyeOf(lastDayOf(row.ends_on, row.not_before), onwardOf(account?.network ?? '', into ?? null))
  const targets = [row.account_id]
  const pinned = await draftInside(c, content.parse({ pieces: [words.pinned], targets }))
  const last = await draftInside(c, content.parse({ pieces: [words.last], targets }))
  if (!pinned.ok) return pinned
  if (!last.ok) return last
  await updateCarrying(c.tx, row, { pinned_post_id: pinned.value.id, last_post_id: last.value.id })
  c.record('carryingOut.drafted', `carryingOut:${id}`, { pinned: pinned.value.id, last: last.value.id })
  return ok({ pinned: pinned.value.id, last: last.value.id })
}
