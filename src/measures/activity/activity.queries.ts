import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { generalRefusals } from '../../foundation/endpoint.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import { mondays } from '../../posting/schedule.ts'
import { type Signing, speakerAt } from '../../register/signature.ts'
import { signatureIn } from '../item.ts'
import type { accountActivity, forceActivity } from './activity.contract.ts'

type Activity = z.input<typeof accountActivity.output>
type Said = { speaker: string | null; at: Date }

const weeks = 13
const yearMs = 366 * 86_400_000
const quietMs = 30 * 86_400_000
const enoughToBalance = 5

const zero = (): number[] => Array<number>(weeks).fill(0)

/** Who spoke on an account in 13 weeks of the force's own calendar: what went out from here, and what else the archive holds. */
export async function activityOf(db: Db, forceId: string, accountId: string, now: Date): Promise<Outcome<Activity>> {
  const account = (await accountsBy(db, forceId, [accountId])).get(accountId)
  if (!account) return refuse(generalRefusals.notFound)
  const { zone } = await forceOf(db, forceId)
  const starts = mondays(now, zone, weeks)
  const legend = await voicesOf(db, forceId, accountId)
  const inYear = await saidSince(db, forceId, accountId, new Date(now.getTime() - yearMs), legend)
  const said = inYear.filter((s) => s.at >= (starts[0] ?? now))
  const last = await lastSaid(db, forceId, accountId, legend)
  const inForce = legend.signatures.filter((s) => s.from <= now && (s.until === null || s.until > now))
  const ids = [...new Set([...inForce.map((s) => s.personId), ...said.flatMap((s) => s.speaker ?? [])])]
  const person = await peopleBy(db, forceId, [...ids, ...last.map((l) => l.speaker)])
  const known = said.filter((s) => s.speaker !== null).length
  const voices = ids
    .map((id) => {
      const own = said.filter((s) => s.speaker === id)
      return {
        person: person(id),
        mark: inForce.find((s) => s.personId === id)?.mark ?? null,
        bars: barsOf(own, starts),
        all: own.length,
        share: known === 0 ? 0 : own.length / known,
        lastAt: latestOf(inYear.filter((s) => s.speaker === id)),
      }
    })
    .sort((a, b) => b.all - a.all)
  const quietSince = new Date(now.getTime() - quietMs).toISOString()
  const over = voices.length > 1 && known >= enoughToBalance ? voices.find((v) => v.share > 0.5) : undefined
  return ok({
    account,
    weeks: starts.map((s) => s.toISOString()),
    bars: barsOf(said, starts),
    all: said.length,
    voices,
    balance: {
      oneOverHalf: over?.person.id ?? null,
      quiet: voices
        .filter((v) => v.mark !== null && (v.lastAt === null || v.lastAt < quietSince))
        .map((v) => v.person.id),
    },
    last: last.map(({ id, postId, at, text, speaker }) => ({
      id,
      postId,
      at: at.toISOString(),
      text,
      person: speaker === null ? null : person(speaker),
    })),
  })
}

const latestOf = (said: readonly Said[]): string | null =>
  said.length === 0 ? null : new Date(Math.max(...said.map((s) => s.at.getTime()))).toISOString()

function barsOf(said: readonly Pick<Said, 'at'>[], starts: readonly Date[]): number[] {
  const bars = zero()
  for (const { at } of said) {
    const week = starts.findLastIndex((start) => start <= at)
    if (week >= 0) bars[week] = (bars[week] ?? 0) + 1
  }
  return bars
}

/** `alone`: the only person who ever had a place there, and since when: what nobody signed is theirs. */
type Legend = { signatures: readonly Signing[]; alone: { personId: string; from: Date } | null }

async function voicesOf(db: Db, forceId: string, accountId: string): Promise<Legend> {
  const rows = await db
    .selectFrom('signature')
    .select(['person_id', 'mark', 'from_at', 'until_at'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .orderBy('mark')
    .execute()
  const places = await db
    .selectFrom('contributor')
    .select(['person_id', 'from_at'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('voice', '=', 'signs')
    .execute()
  const [only, ...others] = places
  return {
    signatures: rows.map((r) => ({ personId: r.person_id, mark: r.mark, from: r.from_at, until: r.until_at })),
    alone: only && others.length === 0 ? { personId: only.person_id, from: only.from_at } : null,
  }
}

/** By the signature that was in force at that moment. */
function signer({ signatures, alone }: Legend, words: string, at: Date): string | null {
  if (alone) return alone.from <= at ? alone.personId : null
  const mark = signatures.length === 0 ? undefined : signatureIn(words)
  return mark === undefined ? null : (speakerAt(signatures, mark, at)?.personId ?? null)
}

/** What we sent is known by its post; of what only the archive knows the signature tells. Both ends of the words are enough for that. */
async function saidSince(db: Db, forceId: string, accountId: string, since: Date, legend: Legend): Promise<Said[]> {
  const { rows } = await sql<{ speaker: string | null; ends: string; at: Date }>`
    select coalesce(p.speaker_id, p.author_id) as speaker, '' as ends, d.sent_at as at
    from delivery d join post p on p.force_id = d.force_id and p.id = d.post_id
    where d.force_id = ${forceId} and d.account_id = ${accountId} and d.sent_at >= ${since}
    union all
    select null, left(words, 40) || ' ' || right(words, 12), said_at from published
    where force_id = ${forceId} and account_id = ${accountId} and post_id is null and gone_at is null and kind <> 'reshare' and said_at >= ${since}`.execute(
    db,
  )
  return rows.map(({ speaker, ends, at }) => ({ at, speaker: speaker ?? signer(legend, ends, at) }))
}

type Last = { id: string; postId: string | null; at: Date; text: string; speaker: string | null }

async function lastSaid(db: Db, forceId: string, accountId: string, legend: Legend): Promise<Last[]> {
  const { rows } = await sql<Last>`
    select * from (
      select d.id, d.post_id as "postId", d.sent_at as at, pc.text, coalesce(p.speaker_id, p.author_id) as speaker
      from delivery d join post p on p.force_id = d.force_id and p.id = d.post_id
      join piece pc on pc.force_id = d.force_id and pc.delivery_id = d.id and pc.n = 0
      where d.force_id = ${forceId} and d.account_id = ${accountId} and d.sent_at is not null and d.state <> 'withdrawn' and p.answering->>'direct' is null
      union all
      select external_id, null, said_at, words, null from published
      where force_id = ${forceId} and account_id = ${accountId} and post_id is null and gone_at is null and kind <> 'reshare'
    ) said order by at desc limit 10`.execute(db)
  return rows.map((row) => ({ ...row, speaker: row.speaker ?? signer(legend, row.text, row.at) }))
}

type Week = { account_id: string; week: number; passed: boolean; n: number; last: Date }

/** The same count for every account of the force at once: three statements, whatever their number. */
export async function activityOfAll(db: Db, forceId: string, now: Date): Promise<z.input<typeof forceActivity.output>> {
  const { zone } = await forceOf(db, forceId)
  const starts = mondays(now, zone, weeks)
  const { rows } = await sql<Week>`
    select account_id, width_bucket(at, ${[...starts]}::timestamptz[]) as week, passed, count(*)::int as n, max(at) as last from (
      select account_id, sent_at as at, false as passed from delivery where force_id = ${forceId} and sent_at is not null
      union all
      select account_id, said_at, kind = 'reshare' from published where force_id = ${forceId} and post_id is null and gone_at is null
    ) said group by 1, 2, 3`.execute(db)
  const dormant = await dormantOf(db, forceId)
  const accounts = [...Map.groupBy(rows, (r) => r.account_id)].map(([accountId, said]) => {
    const own = said.filter((r) => !r.passed)
    const last = Math.max(...own.map((r) => r.last.getTime()))
    return {
      accountId,
      bars: inWeeks(own),
      reshares: inWeeks(said.filter((r) => r.passed)),
      lastAt: own.length === 0 ? null : new Date(last).toISOString(),
      dormant: dormant.get(accountId) ?? null,
    }
  })
  return { weeks: starts.map((s) => s.toISOString()), accounts }
}

/** Bucket 0 came before the first Monday. */
function inWeeks(said: readonly Week[]): number[] {
  const bars = zero()
  for (const { week, n } of said) if (week > 0) bars[week - 1] = n
  return bars
}

/** Accounts to look at for dormancy, as they were counted last. */
async function dormantOf(db: Db, forceId: string): Promise<Map<string, 'silent' | 'onlyReshares'>> {
  const { rows } = await sql<{ account_id: string; passes: boolean }>`
    select account_id, coalesce((more->>'reshareOnly')::int, 0) > 0 as passes from measured
    where force_id = ${forceId} and span = 'weeks13' and measure = 'M03' and account_id <> '' and look`.execute(db)
  return new Map(rows.map((r) => [r.account_id, r.passes ? 'onlyReshares' : 'silent']))
}
