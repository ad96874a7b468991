import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import { rumourRows } from '../../inbox/surge/rumour.queries.ts'
import { type Cover, coveredAt } from '../../register/cover.ts'
import type { Moderated, Released, Rumour, Span, Talk } from '../book.ts'

const ms = (at: Date | null): number | null => at?.getTime() ?? null

type TalkRow = {
  account_id: string
  id: string
  category: string
  stage: string
  opened_at: Date
  first_look_at: Date | null
  looked_at: Date | null
  first_reply_at: Date | null
  incident_at: Date | null
  crime_said: boolean | null
  crime_recorded_at: Date | null
  waiting_since: Date | null
  category_by: string | null
  messages: number
  answers: number
  outcome: Talk['outcome']
}

/** Conversations by account, of those begun in the span or still open; accounts that are not heard are not in it. */
export async function talksBy(
  db: Db,
  forceId: string,
  { from, until }: Span,
  account: string | null,
  coverOf: (accountId: string) => Cover,
  zone: string,
): Promise<Map<string, Talk[]>> {
  const { rows } = await sql<TalkRow>`
    select c.account_id, c.id, c.category, c.stage, c.opened_at, c.first_look_at, c.looked_at, c.first_reply_at, c.incident_at, c.crime_said,
      c.crime_recorded_at, c.waiting_since, c.category_by, c.messages, coalesce(a.answers, 0)::int as answers,
      (select o.kind from outcome o where c.stage = 'closed' and o.force_id = c.force_id and o.conversation_id = c.id order by o.at desc limit 1) as outcome
    from conversation c
    left join (select conversation_id, count(*) as answers from answer where force_id = ${forceId} and sent_at is not null and not automatic
      group by conversation_id) a on a.conversation_id = c.id
    where c.force_id = ${forceId} and (${account}::text is null or c.account_id = ${account}) and c.opened_at < ${new Date(until)} and (c.stage = 'open' or c.opened_at >= ${new Date(from)})`.execute(
    db,
  )
  const heard = await db.selectFrom('listening').select('account_id').where('force_id', '=', forceId).execute()
  const by = new Map<string, Talk[]>(heard.map((h) => [h.account_id, []]))
  for (const row of rows) {
    const theirs = by.get(row.account_id) ?? []
    theirs.push(talkOf(row, coveredAt(coverOf(row.account_id), row.opened_at, zone)))
    by.set(row.account_id, theirs)
  }
  return by
}

const talkOf = (r: TalkRow, inHours: boolean): Talk => ({
  id: r.id,
  category: r.category,
  openedAt: r.opened_at.getTime(),
  firstLookAt: ms(r.first_look_at),
  lookedAt: ms(r.looked_at ?? r.first_look_at),
  firstReplyAt: ms(r.first_reply_at),
  incidentAt: ms(r.incident_at),
  crimeSaid: r.crime_said,
  crimeRecordedAt: ms(r.crime_recorded_at),
  waitingSince: ms(r.waiting_since),
  open: r.stage === 'open',
  outcome: r.outcome,
  triaged: r.first_look_at !== null || r.category_by !== null || r.stage === 'closed',
  turnsOfPublic: r.messages,
  turnsOfOurs: r.answers,
  inHours,
})

type ReleasedRow = {
  account_id: string
  id: string
  at: Date
  asked_at: Date | null
  approved_at: Date | null
  objective: string | null
  intent: string | null
  review_at: string | null
  answers: boolean
  findings: number
  overrides: number
}

/** Posts that were released here in the span, by each account that they went to. */
export async function releasedBy(
  db: Db,
  forceId: string,
  { from, until }: Span,
  account: string | null,
): Promise<Map<string, Released[]>> {
  const { rows } = await sql<ReleasedRow>`
    select d.account_id, p.id, p.stage_since as at, p.answering is not null as answers,
      p.content ->> 'objectiveId' as objective, p.content ->> 'intent' as intent, p.content ->> 'reviewAt' as review_at,
      (select v.at from post_version v where v.force_id = p.force_id and v.post_id = p.id and v.version = p.version) as asked_at,
      (select max(x.at) from decision x where x.force_id = p.force_id and x.post_id = p.id and x.kind = 'approve') as approved_at,
      (select count(*)::int from decision x where x.force_id = p.force_id and x.post_id = p.id and x.kind = 'override') as overrides,
      (select count(*)::int from check_result k where k.force_id = p.force_id and k.digest = p.digest and p.digest <> ''
        and k.subject = 'post:' || p.id and k.outcome in ('needsApproval', 'block')) as findings
    from post p join (select distinct post_id, account_id from delivery
      where force_id = ${forceId} and state <> 'withdrawn' and (${account}::text is null or account_id = ${account})) d on d.post_id = p.id
    where p.force_id = ${forceId} and p.stage = 'released' and p.stage_since >= ${new Date(from)} and p.stage_since < ${new Date(until)}`.execute(
    db,
  )
  return grouped(rows, (r) => ({
    id: r.id,
    at: r.at.getTime(),
    askedAt: ms(r.asked_at),
    approvedAt: ms(r.approved_at),
    objectiveId: r.objective,
    appeal: r.intent === 'appeal',
    reviewAt: r.review_at === null ? null : Date.parse(r.review_at),
    findings: Math.max(r.findings, r.overrides),
    overrides: r.overrides,
    answers: r.answers,
  }))
}

/** What was done under the community standards in the span, by account. */
export async function moderatedBy(
  db: Db,
  forceId: string,
  { from, until }: Span,
  account: string | null,
): Promise<Map<string, Moderated[]>> {
  const rows = await db
    .selectFrom('moderation')
    .select(['account_id', 'id', 'conversation_id', 'act', 'at', 'appeal_at', 'lifted_at'])
    .where('force_id', '=', forceId)
    .where('at', '>=', new Date(from))
    .where('at', '<', new Date(until))
    .$if(account !== null, (q) => q.where('account_id', '=', account))
    .execute()
  return grouped(rows, (r) => ({
    id: r.id,
    conversationId: r.conversation_id,
    act: r.act,
    at: r.at.getTime(),
    appealed: r.appeal_at !== null,
    lifted: r.lifted_at !== null,
  }))
}

/** False rumours first seen in the span, by the account on which they were. A line that was out after its end is none yet. */
export async function rumoursBy(
  db: Db,
  forceId: string,
  { from, until }: Span,
  account: string | null,
): Promise<Map<string, Rumour[]>> {
  const rows = (await rumourRows(db, forceId)).flatMap((r) => {
    const seenAt = r.seenAt.getTime()
    const isOurs = r.accountId !== null && (account === null || r.accountId === account)
    return isOurs && seenAt >= from && seenAt < until ? [{ ...r, account_id: r.accountId ?? '', seenAt }] : []
  })
  return grouped(rows, (r) => {
    const out = ms(r.lineAt)
    const lineAt = out !== null && out < until ? out : null
    const { id, seenAt, conversationId } = r
    const took = Math.max(0, (lineAt ?? until) - seenAt)
    return { id, seenAt, conversationId, lineAt, postId: lineAt === null ? null : r.postId, took }
  })
}

function grouped<R extends { account_id: string }, T>(rows: readonly R[], made: (row: R) => T): Map<string, T[]> {
  const by = new Map<string, T[]>()
  for (const row of rows) {
    const theirs = by.get(row.account_id)
    if (theirs) theirs.push(made(row))
    else by.set(row.account_id, [made(row)])
  }
  return by
}
