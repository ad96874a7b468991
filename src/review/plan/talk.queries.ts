import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { lastCount } from '../../measures/counting/when.queries.ts'
import { may } from '../../people/may.ts'
import { accountById } from '../../register/register.store.ts'
import type { planEndpoints } from './plan.contract.ts'
import { planRefusals as no } from './plan.refusals.ts'

const weeks13 = 91 * 86_400_000

/** The thirteen weeks that plans speak of: up to where was counted last, or up to now. */
export async function weeksOf(db: Db, forceId: string, now: Date): Promise<{ from: Date; until: Date }> {
  const until = (await lastCount(db, forceId)).until ?? now
  return { from: new Date(until.getTime() - weeks13), until }
}

/** The public conversations that plans count of one account, the latest first, and none of their words. */
export async function talkBehind(
  { db, clock }: World,
  actor: Actor,
  accountId: string,
): Promise<Outcome<z.input<typeof planEndpoints.talk.output>>> {
  const { forceId } = actor
  const account = await accountById(db, forceId, accountId)
  if (!account) return refuse(no.noAccount)
  const { from, until } = await weeksOf(db, forceId, clock.now())
  const rows = await db
    .selectFrom('conversation')
    .select(['id', 'opened_at', 'stage'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'public')
    .where('opened_at', '>=', from)
    .where('opened_at', '<', until)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute()
  return ok({
    name: account.name,
    from: from.toISOString(),
    until: until.toISOString(),
    conversations: rows.map((r) => ({ id: r.id, at: r.opened_at.toISOString(), open: r.stage === 'open' })),
    mayRead: may(actor, 'readDesk', { belongs: false }),
  })
}
