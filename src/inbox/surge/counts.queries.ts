import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import { type Counts, sameHours, type Usual, usualOf, type Why, wordsIn } from './surge.ts'

const minute = 60_000
const looksBack = 10
const mostTexts = 400

/** What was said and heard lately, minute by minute, the last first. What is heard late, after an outage, was said before and does not count. */
export async function lately(db: Db, forceId: string, now: Date): Promise<{ counts: Counts; perMinute: number[] }> {
  const since = new Date(now.getTime() - looksBack * minute)
  const five = new Date(now.getTime() - 5 * minute)
  const { rows } = await sql<{ ago: number; n: number; people: number }>`
    select greatest(0, floor(extract(epoch from (${now}::timestamptz - said_at)) / 60))::int as ago, count(*)::int as n,
      (select count(distinct author_external_id)::int from message
        where force_id = ${forceId} and heard_at > ${five} and said_at > ${five}) as people
    from message where force_id = ${forceId} and heard_at > ${since} and said_at > ${since} group by 1`.execute(db)
  const perMinute = Array.from({ length: looksBack }, (_, ago) => rows.find((r) => r.ago === ago)?.n ?? 0)
  const sum = (minutes: number) => perMinute.slice(0, minutes).reduce((all, n) => all + n, 0)
  return { counts: { two: sum(2), five: sum(5), people: rows[0]?.people ?? 0 }, perMinute }
}

/** What is usual at this hour of the week. Hours before the first message that was ever heard are not known. */
export async function usualAt(
  db: Db,
  forceId: string,
  zone: string,
  now: Date,
): Promise<{ usual: Usual; weeks: number }> {
  const first = await db
    .selectFrom('message')
    .select('heard_at')
    .where('force_id', '=', forceId)
    .orderBy('heard_at')
    .limit(1)
    .executeTakeFirst()
  const hours: (number | null)[] = []
  for (const { from, until } of sameHours(now, zone)) {
    if (!first || first.heard_at > from) hours.push(null)
    else {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from message
        where force_id = ${forceId} and heard_at >= ${from} and heard_at < ${until}`.execute(db)
      hours.push(rows[0]?.n ?? 0)
    }
  }
  return { usual: usualOf(hours), weeks: hours.filter((n) => n !== null).length }
}

type Said = { text: string; account_id: string; post: string | null; open: boolean }

/** Why it is one: how many, from how many, where and in which words. Everybody reads it, so the words are public ones alone. */
export async function whyOf(
  db: Db,
  forceId: string,
  counts: Counts,
  { usual, weeks }: { usual: Usual; weeks: number },
  now: Date,
): Promise<Why> {
  const since = new Date(now.getTime() - 5 * minute)
  const { rows } = await sql<Said>`
    select m.text, m.account_id, c.about_post_id as post, c.kind = 'public' and c.category <> 'intelligence' as open from message m
      join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
    where m.force_id = ${forceId} and m.heard_at > ${since} and m.said_at > ${since}
    order by m.said_at desc limit ${mostTexts}`.execute(db)
  return {
    heard: counts.five,
    minutes: 5,
    people: counts.people,
    usual: Math.round(usual.perMinute * 50) / 10,
    weeks,
    posts: tally(rows.map((r) => r.post)).map(([postId, n]) => ({ postId, n })),
    accounts: tally(rows.map((r) => r.account_id)).map(([accountId, n]) => ({ accountId, n })),
    words: wordsIn(rows.flatMap((r) => (r.open ? [r.text] : []))),
  }
}

/** The three that come most often. */
function tally(all: readonly (string | null)[]): [string, number][] {
  const counted = new Map<string, number>()
  for (const one of all) if (one !== null) counted.set(one, (counted.get(one) ?? 0) + 1)
  return [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3)
}
