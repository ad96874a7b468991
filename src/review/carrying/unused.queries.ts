import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { maySpeak } from '../../register/account.ts'
import type { carryingEndpoints } from './carrying.contract.ts'

/** Whether archive, deliveries and the network's own count know of nothing published there, nobody waits for an answer, and no keys are kept. */
export async function isUnused(db: Db, forceId: string, accountId: string): Promise<boolean> {
  const of = (table: string) =>
    sql`exists (select 1 from ${sql.table(table)} t where t.force_id = ${forceId} and t.account_id = ${accountId}`
  const { rows } = await sql<{ used: boolean }>`
    select ${of('published')}) or ${of('delivery')} and t.state not in ('withdrawn', 'refused'))
      or ${of('conversation')} and t.stage = 'open') or ${of('custody')})
      or coalesce((select n.posts > 0 from account_count n where n.force_id = ${forceId} and n.account_id = ${accountId} and n.posts is not null
        order by n.at desc limit 1), false) as used`.execute(db)
  return rows[0]?.used === false
}

type Out = z.input<typeof carryingEndpoints.ofAccount.output>

/** How an account closes: by its open list, by one that is begun, or by a reason alone. */
export async function closingOf({ db }: World, actor: Actor, accountId: string): Promise<Out> {
  const { forceId } = actor
  const list = await db
    .selectFrom('carrying_out')
    .select(['id', 'kind'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const accounts = db.selectFrom('account').select('status').where('force_id', '=', forceId)
  const account = await accounts.where('id', '=', accountId).executeTakeFirst()
  const mayBegin =
    list === undefined &&
    account !== undefined &&
    maySpeak(account.status) &&
    may(actor, 'carryOut', { answers: false })
  return { list: list ?? null, mayBegin, unused: mayBegin && (await isUnused(db, forceId, accountId)) }
}
