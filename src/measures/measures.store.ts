import { sql } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { World } from '../foundation/world.ts'
import type { Figures } from './counting/force.ts'
import type { Official } from './official-list.ts'

/** A count that has not ended by then is taken for dead. */
const leaseMs = 15 * 60_000

/** Whether nobody else counts this force, and now we do. */
export async function claimCount({ db, clock }: World, forceId: string, token: string): Promise<boolean> {
  const now = clock.now()
  const until = new Date(now.getTime() + leaseMs)
  const { rows } = await sql<{ force_id: string }>`
    insert into measure_count (force_id, lease_token, lease_until) values (${forceId}, ${token}, ${until})
    on conflict (force_id) do update set lease_token = excluded.lease_token, lease_until = excluded.lease_until
      where measure_count.lease_until is null or measure_count.lease_until <= ${now}
    returning force_id`.execute(db)
  return rows.length > 0
}

export async function freeCount({ db }: World, forceId: string, token: string): Promise<void> {
  await db
    .updateTable('measure_count')
    .set({ lease_token: null, lease_until: null })
    .where('force_id', '=', forceId)
    .where('lease_token', '=', token)
    .execute()
}

const atOnce = 2000

/** The figures of a force, of its accounts and of its classes, in place of those before. */
export async function replaceFigures(
  c: Commanding,
  of: { until: Date; posts: number; accounts: number; mark: string },
  { rows, classes, near }: Figures,
): Promise<void> {
  const forceId = c.actor.forceId
  await c.tx.deleteFrom('measured').where('force_id', '=', forceId).execute()
  await c.tx.deleteFrom('measured_class').where('force_id', '=', forceId).execute()
  await c.tx.deleteFrom('near_duplicate').where('force_id', '=', forceId).execute()
  for (let n = 0; n < rows.length; n += atOnce)
    await sql`
      insert into measured (force_id, span, measure, account_id, version, figure, top, of_count, left_out, more, look)
      select ${forceId}, r."span", r."measure", r."accountId", r."version", r."figure", r."top", r."of", r."leftOut", r."more", r."look"
      from json_to_recordset(${JSON.stringify(rows.slice(n, n + atOnce))}::json) as r ("span" text, "measure" text, "accountId" text,
        "version" int, "figure" float8, "top" float8, "of" int, "leftOut" jsonb, "more" jsonb, "look" boolean)`.execute(
      c.tx,
    )
  await sql`
    insert into measured_class (force_id, span, measure, class, middle, top, of_count, accounts)
    select ${forceId}, r."span", r."measure", r."class", r."middle", r."top", r."of", r."accounts"
    from json_to_recordset(${JSON.stringify(classes)}::json) as r ("span" text, "measure" text, "class" text, "middle" float8,
      "top" float8, "of" int, "accounts" int)`.execute(c.tx)
  for (let n = 0; n < near.length; n += atOnce)
    await sql`
      insert into near_duplicate (force_id, account_id, external_id, kind, other_account_id, other_external_id)
      select ${forceId}, r."accountId", r."id", r."kind", r."otherAccountId", r."otherId"
      from json_to_recordset(${JSON.stringify(near.slice(n, n + atOnce))}::json) as r ("accountId" text, "id" text, "kind" text,
        "otherAccountId" text, "otherId" text)`.execute(c.tx)
  await c.tx
    .updateTable('measure_count')
    .set({ until_at: of.until, counted_at: c.now, posts: of.posts, accounts: of.accounts, archive_mark: of.mark })
    .where('force_id', '=', forceId)
    .execute()
}

export const isMeasured = async (c: Commanding, account: string): Promise<boolean> =>
  (await c.tx
    .selectFrom('account')
    .select('id')
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', account)
    .where('status', 'not in', ['proposed', 'closed'])
    .executeTakeFirst()) !== undefined

export const reasonStands = async (c: Commanding, of: { measure: string; account: string }): Promise<boolean> =>
  (await c.tx
    .selectFrom('measure_reason')
    .select('id')
    .where('force_id', '=', c.actor.forceId)
    .where('account_id', '=', of.account)
    .where('measure', '=', of.measure)
    .where('ended_at', 'is', null)
    .executeTakeFirst()) !== undefined

export async function insertReason(
  c: Commanding,
  id: string,
  of: { measure: string; account: string; reason: string; rightly: boolean },
  by: string,
): Promise<void> {
  const { measure, account, reason, rightly } = of
  const values = { id, account_id: account, measure, reason, rightly, by_id: by, at: c.now, ended_at: null }
  await c.tx
    .insertInto('measure_reason')
    .values({ force_id: c.actor.forceId, ...values })
    .execute()
}

/** Whether there was one that stood. */
export async function endReasonRow(c: Commanding, id: string): Promise<boolean> {
  const ended = await c.tx
    .updateTable('measure_reason')
    .set({ ended_at: c.now })
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

export async function replaceOfficials(c: Commanding, officials: readonly Official[]): Promise<void> {
  const forceId = c.actor.forceId
  await c.tx.deleteFrom('official_handle').where('force_id', '=', forceId).execute()
  for (let n = 0; n < officials.length; n += atOnce) {
    const rows = officials.slice(n, n + atOnce).map((o) => ({ force_id: forceId, ...o, added_at: c.now }))
    await c.tx.insertInto('official_handle').values(rows).execute()
  }
}
