import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { generalRefusals } from '../../foundation/endpoint.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import { forceOf } from '../facts.queries.ts'
import { accountsBy, peopleBy } from '../refs.queries.ts'
import { mondays } from '../schedule.ts'
import type { accountActivity, forceActivity } from './today.contract.ts'

type Activity = z.input<typeof accountActivity.output>
type Sent = { speaker_id: string; week: number; n: number; last: Date }
type Said = { post_id: string; at: Date; text: string; url: string | null; speaker_id: string }

const weeks = 13
const quietDays = 30
const enoughToBalance = 5

/** Who spoke on an account in 13 weeks of the force's own calendar, counted by the database. */
export async function activityOf(db: Db, forceId: string, accountId: string, now: Date): Promise<Outcome<Activity>> {
  const account = (await accountsBy(db, forceId, [accountId])).get(accountId)
  if (!account) return refuse(generalRefusals.notFound)
  const { zone } = await forceOf(db, forceId)
  const starts = mondays(now, zone, weeks)
  const rows = await sentByWeek(db, forceId, accountId, starts)
  const signatures = await db
    .selectFrom('signature')
    .select(['person_id', 'mark'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('from_at', '<=', now)
    .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', now)]))
    .orderBy('mark')
    .execute()
  const last = await lastSaid(db, forceId, accountId)
  const person = await peopleBy(db, forceId, [
    ...rows.map((r) => r.speaker_id),
    ...signatures.map((s) => s.person_id),
    ...last.map((l) => l.speaker_id),
  ])
  const all = rows.reduce((sum, r) => sum + Number(r.n), 0)
  const ids = [...new Set([...signatures.map((s) => s.person_id), ...rows.map((r) => r.speaker_id)])]
  const voices = ids
    .map((id) => {
      const own = rows.filter((r) => r.speaker_id === id)
      const bars = barsOf(own)
      const sum = bars.reduce((a, b) => a + b, 0)
      const lastAt =
        own
          .map((r) => r.last.toISOString())
          .sort()
          .at(-1) ?? null
      return {
        person: person(id),
        mark: signatures.find((s) => s.person_id === id)?.mark ?? null,
        bars,
        all: sum,
        share: all === 0 ? 0 : sum / all,
        lastAt,
      }
    })
    .sort((a, b) => b.all - a.all)
  const quietSince = new Date(now.getTime() - quietDays * 86_400_000).toISOString()
  return ok({
    account,
    weeks: starts.map((s) => s.toISOString()),
    bars: barsOf(rows),
    all,
    voices,
    balance: {
      oneOverHalf:
        all >= enoughToBalance && voices.length > 1 ? (voices.find((v) => v.share > 0.5)?.person.id ?? null) : null,
      quiet: voices
        .filter((v) => v.mark !== null && (v.lastAt === null || v.lastAt < quietSince))
        .map((v) => v.person.id),
    },
    last: last.map((l) => ({
      postId: l.post_id,
      at: l.at.toISOString(),
      text: l.text,
      url: l.url,
      person: person(l.speaker_id),
    })),
  })
}

/** The same count for every account of the force at once: two statements, whatever their number. */
export async function activityOfAll(db: Db, forceId: string, now: Date): Promise<z.input<typeof forceActivity.output>> {
  const { zone } = await forceOf(db, forceId)
  const starts = mondays(now, zone, weeks)
  const { rows } = await sql<{ account_id: string; week: number; n: number; last: Date }>`
    select account_id, width_bucket(sent_at, ${[...starts]}::timestamptz[]) as week, count(*) as n, max(sent_at) as last
    from delivery where force_id = ${forceId} and sent_at is not null group by 1, 2 order by 1, 2`.execute(db)
  const accounts = [...Map.groupBy(rows, (r) => r.account_id)].map(([accountId, own]) => {
    const bars = barsOf(own.filter((r) => Number(r.week) > 0)) // bucket 0 came before the first Monday
    const last = Math.max(...own.map((r) => r.last.getTime()))
    return { accountId, bars, all: bars.reduce((a, b) => a + b, 0), lastAt: new Date(last).toISOString() }
  })
  return { weeks: starts.map((s) => s.toISOString()), accounts }
}

const barsOf = (rows: readonly Pick<Sent, 'week' | 'n'>[]): number[] => {
  const bars = Array.from({ length: weeks }, () => 0)
  for (const r of rows) bars[Number(r.week) - 1] = (bars[Number(r.week) - 1] ?? 0) + Number(r.n)
  return bars
}

/** `week` 1 is the oldest: which of the Mondays it came after. */
async function sentByWeek(db: Db, forceId: string, accountId: string, starts: readonly Date[]): Promise<Sent[]> {
  const { rows } = await sql<Sent>`
    select coalesce(p.speaker_id, p.author_id) as speaker_id, width_bucket(d.sent_at, ${[...starts]}::timestamptz[]) as week, count(*) as n, max(d.sent_at) as last
    from delivery d join post p on p.force_id = d.force_id and p.id = d.post_id
    where d.force_id = ${forceId} and d.account_id = ${accountId} and d.sent_at >= ${starts[0] ?? new Date(0)} group by 1, 2`.execute(
    db,
  )
  return rows
}

async function lastSaid(db: Db, forceId: string, accountId: string): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select d.post_id, d.sent_at as at, pc.text, pc.url, coalesce(p.speaker_id, p.author_id) as speaker_id
    from delivery d join post p on p.force_id = d.force_id and p.id = d.post_id join piece pc on pc.force_id = d.force_id and pc.delivery_id = d.id and pc.n = 0
    where d.force_id = ${forceId} and d.account_id = ${accountId} and d.sent_at is not null and d.state <> 'withdrawn' and p.answering->>'direct' is null
    order by d.sent_at desc limit 10`.execute(db)
  return rows
}
