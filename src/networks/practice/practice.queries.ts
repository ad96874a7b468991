import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { PracticeFault, PracticePost } from './practice.contract.ts'
import type { RecordRow } from './practice.store.ts'

const pageSize = 50

type Shown = RecordRow & { replies: number }

const shown = (row: Shown): PracticePost => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  text: row.text,
  replyTo: row.reply_to,
  createdAt: row.created_at.toISOString(),
  arrivedAt: row.arrived_at.toISOString(),
  removedAt: row.removed_at?.toISOString() ?? null,
  replies: row.replies,
  practice: true,
})

const withReplies = (q: SelectQueryBuilder<Tables & { r: Tables['practice_record'] }, 'r', object>) =>
  q.selectAll('r').select(
    sql<number>`(select count(*)::int from practice_record below
      where below.force_id = r.force_id and below.reply_to = r.id and below.removed_at is null)`.as('replies'),
  )

type Page = { accountId?: string | undefined; before?: string | undefined }

/** What stands on the practice network now, newest first; of one account, only its own posts. */
export async function timeline(db: Db, forceId: string, page: Page): Promise<{ posts: PracticePost[]; more: boolean }> {
  let rows = withReplies(db.selectFrom('practice_record as r'))
    .where('r.force_id', '=', forceId)
    .where('r.removed_at', 'is', null)
    .orderBy('r.id', 'desc')
    .limit(pageSize + 1)
  if (page.before) rows = rows.where('r.id', '<', page.before)
  if (page.accountId) rows = rows.where('r.account_id', '=', page.accountId)
  const found = await rows.execute()
  return { posts: found.slice(0, pageSize).map(shown), more: found.length > pageSize }
}

/** The whole conversation that a record stands in, removed ones too, oldest first; at most 500. Null when it is not there. */
export async function thread(db: Db, forceId: string, id: string): Promise<PracticePost[] | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, reply_to, 0 as depth from practice_record where force_id = ${forceId} and id = ${id}
      union all
      select p.id, p.reply_to, up.depth + 1 from practice_record p join up on p.id = up.reply_to
      where p.force_id = ${forceId} and up.depth < 500
    ), down as (
      select id from (select id from up order by depth desc limit 1) top
      union
      select p.id from practice_record p join down on p.reply_to = down.id where p.force_id = ${forceId}
    ) select id from down limit 500`.execute(db)
  if (rows.length === 0) return null
  const found = await withReplies(db.selectFrom('practice_record as r'))
    .where('r.force_id', '=', forceId)
    .where(
      'r.id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('r.arrived_at')
    .orderBy('r.id')
    .execute()
  return found.map(shown)
}

/** Faults that will still happen. */
export async function faultsSet(db: Db, forceId: string, accountId: string | undefined): Promise<PracticeFault[]> {
  let rows = db.selectFrom('practice_fault').selectAll().where('force_id', '=', forceId).where('times', '>', 0)
  if (accountId) rows = rows.where('account_id', '=', accountId)
  const found = await rows.orderBy('id').execute()
  return found.map(({ id, account_id, key, act, times, seconds }) => ({
    id,
    accountId: account_id,
    key,
    act,
    times,
    seconds,
  }))
}

export type Duplicate = { accountId: string; key: string; count: number }

/** The network's own count: what stands there more than once under one key of one account. `null` for every force. */
export async function duplicates(db: Db, forceId: string | null): Promise<Duplicate[]> {
  const { rows } = await sql<Duplicate>`
    select account_id as "accountId", key, count(*)::int as count from practice_record
    where (${forceId}::text is null or force_id = ${forceId}) and account_id is not null and key is not null and removed_at is null
    group by force_id, account_id, key having count(*) > 1 order by account_id, key`.execute(db)
  return rows
}
