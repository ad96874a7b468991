import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { PracticeFault, PracticePost, PracticeStorm } from './practice.contract.ts'
import type { RecordRow } from './practice.store.ts'
import { stormScenarios } from './storm.ts'

const pageSize = 50

type Shown = RecordRow & { replies: number; moderated: PracticePost['moderated'] }

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
  kind: row.kind,
  toAccount: row.to_account,
  quotes: row.quotes,
  edited: row.version > 1,
  moderated: row.moderated,
  practice: true,
})

const withReplies = (q: SelectQueryBuilder<Tables & { r: Tables['practice_record'] }, 'r', object>) =>
  q.selectAll('r').select([
    sql<Shown['moderated']>`array(select m.act from practice_moderation m
      where m.force_id = r.force_id and m.account_id = r.to_account and m.subject in (r.id, r.author) order by m.act)`.as(
      'moderated',
    ),
    sql<number>`(select count(*)::int from practice_record below
      where below.force_id = r.force_id and below.reply_to = r.id and below.removed_at is null)`.as('replies'),
  ])

type Page = { accountId?: string | undefined; before?: string | undefined }

/** What stands on the practice network now, newest first; of one account what it published and what is said to it. Never private. */
export async function timeline(db: Db, forceId: string, page: Page): Promise<{ posts: PracticePost[]; more: boolean }> {
  let rows = withReplies(db.selectFrom('practice_record as r'))
    .where('r.force_id', '=', forceId)
    .orderBy('r.id', 'desc')
    .limit(pageSize + 1)
  if (page.accountId) {
    const ids = await newestOf(db, forceId, page.accountId, page.before)
    if (ids.length === 0) return { posts: [], more: false }
    rows = rows.where('r.id', 'in', ids)
  } else {
    rows = rows.where('r.removed_at', 'is', null).where('r.conversation', 'is', null)
    if (page.before) rows = rows.where('r.id', '<', page.before)
  }
  const found = await rows.execute()
  return { posts: found.slice(0, pageSize).map(shown), more: found.length > pageSize }
}

/** Each half is read along its own index, so that an account is shown at once among a million records. */
async function newestOf(db: Db, forceId: string, accountId: string, before: string | undefined): Promise<string[]> {
  const half = (column: 'account_id' | 'to_account') => sql`
    (select id from practice_record where force_id = ${forceId} and ${sql.ref(column)} = ${accountId}
      and id < ${before ?? '~'} and removed_at is null and conversation is null order by id desc limit ${pageSize + 1})`
  const { rows } = await sql<{ id: string }>`
    ${half('account_id')} union ${half('to_account')} order by id desc limit ${pageSize + 1}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The newest message of each private conversation. */
export async function conversations(db: Db, forceId: string, accountId: string | undefined): Promise<PracticePost[]> {
  const { rows } = await sql<{ id: string }>`
    select max(id) as id from practice_record
    where force_id = ${forceId} and conversation is not null
      and (${accountId ?? null}::text is null or account_id = ${accountId ?? null} or to_account = ${accountId ?? null})
    group by conversation order by 1 desc limit 50`.execute(db)
  return byIds(
    db,
    forceId,
    rows.map(({ id }) => id),
    'desc',
  )
}

async function byIds(db: Db, forceId: string, ids: readonly string[], order: 'asc' | 'desc'): Promise<PracticePost[]> {
  if (ids.length === 0) return []
  const found = await withReplies(db.selectFrom('practice_record as r'))
    .where('r.force_id', '=', forceId)
    .where('r.id', 'in', ids)
    .orderBy('r.id', order)
    .execute()
  return found.map(shown)
}

export async function storms(db: Db, forceId: string): Promise<PracticeStorm[]> {
  const rows = await db
    .selectFrom('practice_storm')
    .selectAll()
    .where('force_id', '=', forceId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    scenario: stormScenarios.find((known) => known === row.scenario) ?? 'everyday',
    total: row.total,
    seconds: row.seconds,
    seed: row.seed,
    played: row.played,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    stopped: row.stopped,
  }))
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
    ), talk as (
      select p.id from practice_record p where p.force_id = ${forceId}
        and p.conversation = (select conversation from practice_record where force_id = ${forceId} and id = ${id})
      order by p.id desc limit 500
    ) (select id from down limit 500) union select id from talk`.execute(db)
  if (rows.length === 0) return null
  return byIds(
    db,
    forceId,
    rows.map((row) => row.id),
    'asc',
  )
}

/** Faults that will still happen. */
export async function faultsSet(db: Db, forceId: string, accountId: string | undefined): Promise<PracticeFault[]> {
  let rows = db.selectFrom('practice_fault').selectAll().where('force_id', '=', forceId).where('times', '>', 0)
  if (accountId) rows = rows.where('account_id', '=', accountId)
  const found = await rows.orderBy('id').execute()
  return found.map(({ id, account_id, key, act, times, seconds, meets }) => ({
    id,
    accountId: account_id,
    key,
    act,
    times,
    seconds,
    meets,
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
