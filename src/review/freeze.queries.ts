import { sql } from 'kysely'
import type { Db } from '../foundation/database.ts'
import { categories, needsPerson } from '../inbox/triage/category.ts'
import type { Span } from '../measures/book.ts'
import { measureOf } from '../measures/measures.ts'
import type { AccountClass, AccountKind, AccountStatus } from '../register/account.ts'
import { likenessTo } from '../register/outside/look-alike.ts'
import { ownHandles } from '../register/outside/outside.queries.ts'
import type { Evidence, Figure } from './scorecard.ts'

/** An account or a look-alike as the register has it now, with its evidence. */
export type Frozen = Evidence & {
  name: string
  handle: string
  network: string
  area: string | null
  collective: boolean
}

/** The evidence of every account that is open or unofficial, and of every look-alike that still stands. Eight statements, however many they are. */
export async function evidenceOf(db: Db, forceId: string, span: Span, now: Date): Promise<Frozen[]> {
  const accounts = await accountRows(db, forceId, now)
  const figures = await figuresOf(db, forceId)
  const near = await nearOf(db, forceId, span)
  const waited = await waitedOf(db, forceId, span)
  const places = Map.groupBy(
    accounts.filter((a) => a.status !== 'unofficial' && placeOf(a) !== null),
    placeOf,
  )
  const ours = accounts.map((a): Frozen => {
    const place = placeOf(a)
    const there = place === null ? [] : (places.get(place) ?? [])
    return {
      ...a,
      subject: a.status === 'unofficial' ? 'unofficial' : 'ours',
      collective: a.kind === 'collective',
      figures: figures.get(a.id) ?? {},
      samePlace: there.filter((other) => other.id !== a.id).map((other) => other.id),
      near: near.get(a.id) ?? [],
      waited: waited.get(a.id) ?? null,
      imitates: null,
    }
  })
  return [...ours, ...(await lookAlikesOf(db, forceId))]
}

const placeOf = (a: { network: string; area: string | null }): string | null =>
  a.area === null || a.area.trim() === '' ? null : `${a.network} ${a.area.trim().toLowerCase()}`

type AccountRow = {
  id: string
  name: string
  handle: string
  network: string
  class: AccountClass
  kind: AccountKind
  status: AccountStatus
  area: string | null
  ownerHeld: boolean
  people: number
  objectives: number
  eventDriven: string | null
}

const accountRows = async (db: Db, forceId: string, now: Date): Promise<AccountRow[]> =>
  (
    await sql<AccountRow>`
      select a.id, a.name, a.handle, a.network, a.class, a.kind, a.status, a.area, o.holder_id is not null as "ownerHeld",
        coalesce(c.people, 0)::int as people, coalesce(j.objectives, 0)::int as objectives, m.reason as "eventDriven"
      from account a
      left join office o on o.force_id = a.force_id and o.id = a.owner_office_id
      left join (select account_id, count(distinct person_id) as people from contributor
        where force_id = ${forceId} and from_at <= ${now} and (until_at is null or until_at > ${now}) group by account_id) c on c.account_id = a.id
      left join (select account_id, count(*) as objectives from account_objective where force_id = ${forceId} group by account_id) j
        on j.account_id = a.id
      left join (select account_id, min(reason) as reason from measure_reason where force_id = ${forceId} and ended_at is null and rightly
        and measure in ('M01', 'M03') group by account_id) m on m.account_id = a.id
      where a.force_id = ${forceId} and a.status in ('live', 'underReview', 'unofficial') order by a.name, a.network, a.id`.execute(
      db,
    )
  ).rows

/** Figures of the last thirteen weeks, by account and measure. */
async function figuresOf(db: Db, forceId: string): Promise<Map<string, Record<string, Figure>>> {
  const rows = await db
    .selectFrom('measured')
    .select(['account_id', 'measure', 'version', 'figure', 'top', 'more'])
    .where('force_id', '=', forceId)
    .where('span', '=', 'weeks13')
    .where('account_id', '<>', '')
    .execute()
  const by = new Map<string, Record<string, Figure>>()
  for (const row of rows) {
    const theirs = by.get(row.account_id) ?? {}
    const definition = measureOf(row.measure)?.definition
    const counts = definition?.unit === 'share' && definition.rowsOf !== 'none' && definition.bottom !== 'accounts'
    // `more` is written by the counting, as numbers by name.
    const more = row.more as Record<string, number>
    theirs[row.measure] = {
      figure: row.figure,
      rows: counts ? row.top : null,
      version: row.version,
      voices: more.people ?? 0,
    }
    by.set(row.account_id, theirs)
  }
  return by
}

/** Who on the same network says nearly the same, and how often in the span; the one most often first. */
async function nearOf(db: Db, forceId: string, span: Span): Promise<Map<string, { account: string; posts: number }[]>> {
  const { rows } = await sql<{ of: string; account: string; posts: number }>`
    select n.account_id as of, n.other_account_id as account, count(*)::int as posts
    from near_duplicate n
    join account a on a.force_id = n.force_id and a.id = n.account_id
    join account b on b.force_id = n.force_id and b.id = n.other_account_id and b.network = a.network and b.status in ('live', 'underReview')
    join published p on p.force_id = n.force_id collate "C" and p.account_id = n.account_id collate "C" and p.external_id = n.external_id
    where n.force_id = ${forceId} and n.kind = 'other' and p.said_at >= ${new Date(span.from)} and p.said_at < ${new Date(span.until)}
    group by 1, 2 order by 3 desc, 2`.execute(db)
  return grouped(rows, ({ account, posts }) => ({ account, posts }))
}

const longWait = 12

/** Hours that messages of risk waited, by account, longest first; an account that is heard and made nobody wait has none. */
async function waitedOf(db: Db, forceId: string, span: Span): Promise<Map<string, number[]>> {
  const risky = categories.filter(needsPerson)
  const { rows } = await sql<{ of: string; hours: number }>`
    select c.account_id as of, c.hours from (
      select account_id, greatest(opened_at, coalesce(aims_from, opened_at)) as begun,
        floor(extract(epoch from coalesce(first_look_at, ${new Date(span.until)}) - greatest(opened_at, coalesce(aims_from, opened_at))) / 3600)::int as hours
      from conversation where force_id = ${forceId} and (rank = 0 or category = any(${[...risky]}::text[]))
        and (first_look_at is not null or stage = 'open')) c
    where c.hours > ${longWait} and c.begun >= ${new Date(span.from)} and c.begun < ${new Date(span.until)} order by c.hours desc`.execute(
    db,
  )
  const heard = await db.selectFrom('listening').select('account_id').where('force_id', '=', forceId).execute()
  const by = grouped(rows, (row) => row.hours)
  return new Map([...heard.map((h) => [h.account_id, by.get(h.account_id) ?? []] as const)])
}

function grouped<R extends { of: string }, T>(rows: readonly R[], made: (row: R) => T): Map<string, T[]> {
  return new Map([...Map.groupBy(rows, (row) => row.of)].map(([of, list]) => [of, list.map(made)]))
}

/** Look-alikes that are not gone. One that somebody called harmless is not taken for ours. */
async function lookAlikesOf(db: Db, forceId: string): Promise<Frozen[]> {
  const ours = await ownHandles(db, forceId)
  const rows = await db
    .selectFrom('look_alike')
    .select(['id', 'network', 'handle', 'what', 'outcome'])
    .where('force_id', '=', forceId)
    .where('outcome', '<>', 'gone')
    .orderBy('handle')
    .orderBy('id')
    .execute()
  return rows.map((l) => ({
    id: l.id,
    subject: 'lookAlike',
    class: null,
    name: l.handle,
    handle: l.handle,
    network: l.network,
    area: null,
    collective: false,
    figures: {},
    eventDriven: null,
    samePlace: [],
    near: [],
    waited: null,
    people: 0,
    ownerHeld: false,
    objectives: 0,
    imitates: l.outcome === 'harmless' ? null : (likenessTo(l, ours)?.words ?? null),
  }))
}
