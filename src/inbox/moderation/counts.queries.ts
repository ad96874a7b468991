import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { FileAnswer } from '../../foundation/route.ts'
import { traitsOf } from '../../networks/networks.ts'
import { zoneOf } from '../../people/people.queries.ts'
import { byYear, type CountRow, csvOf } from './counts.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import { standardsOf } from './standard.store.ts'
import { noReason } from './starting-standards.ts'
import { appealRoute, type InBoth } from './told.ts'

type Counted = Omit<CountRow, 'standard' | 'account'> & {
  title: InBoth
  account_id: string
  name: string
  network: string
}

/** Every figure in the month in which it happened, on the force's own wall clock. No column of it says anything about a person. */
export async function countsOf(db: Db, forceId: string, year?: number): Promise<{ zone: string; rows: CountRow[] }> {
  const zone = await zoneOf(db, forceId)
  const { rows } = await sql<Counted>`
    with happened as (
      select account_id, act, standard_code, 'decided' as what, at as moment from moderation where force_id = ${forceId}
      union all
      select account_id, act, standard_code, 'notCarriedOut', at from moderation where force_id = ${forceId} and state = 'refused'
      union all
      select account_id, act, standard_code, 'appeal', appeal_at from moderation where force_id = ${forceId} and appeal_at is not null
      union all
      select account_id, act, standard_code, case appeal_outcome when 'lifted' then 'appealLifted' else 'upheld' end, appeal_decided_at
        from moderation where force_id = ${forceId} and appeal_decided_at is not null
      union all
      select account_id, act, standard_code, lift_why, lifted_at
        from moderation where force_id = ${forceId} and lifted_at is not null and lift_why in ('person', 'expired')
    ), placed as (
      select h.*, extract(year from moment at time zone ${zone})::int as year, extract(month from moment at time zone ${zone})::int as month
      from happened h
    )
    select p.year, p.month, p.act, p.standard_code as code, s.title, p.account_id, a.name, a.network,
      count(*) filter (where what = 'decided')::int as decided,
      count(*) filter (where what = 'notCarriedOut')::int as "notCarriedOut",
      count(*) filter (where what = 'appeal')::int as appeals,
      count(*) filter (where what = 'upheld')::int as upheld,
      count(*) filter (where what = 'appealLifted')::int as "liftedOnAppeal",
      count(*) filter (where what = 'person')::int as lifted,
      count(*) filter (where what = 'expired')::int as expired
    from placed p
      join standard s on s.force_id = ${forceId} and s.code = p.standard_code
      join account a on a.force_id = ${forceId} and a.id = p.account_id
    ${year === undefined ? sql`` : sql`where p.year = ${year}`}
    group by p.year, p.month, p.act, p.standard_code, s.title, p.account_id, a.name, a.network
    order by p.year desc, p.month desc, p.act, p.standard_code, a.name, p.account_id`.execute(db)
  return {
    zone,
    rows: rows.map(({ title, account_id: id, name, network, ...counts }) => ({
      ...counts,
      standard: title.en,
      account: { id, name, network },
    })),
  }
}

export async function countsFile(db: Db, forceId: string, year?: number): Promise<FileAnswer> {
  const { rows } = await countsOf(db, forceId, year)
  const text = csvOf(rows, (id) => traitsOf(id)?.name ?? id)
  return {
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/csv; charset=utf-8',
    name: `moderation${year === undefined ? '' : `-${year}`}.csv`,
  }
}

/** What everybody may read: nothing but our own words and figures. Without a name: the one force of this installation, an inspectorate aside. */
export async function forThePublic(db: Db, wanted: string | undefined) {
  const forces = await db.selectFrom('force').select(['id', 'name']).where('kind', '=', 'force').orderBy('id').execute()
  const force =
    wanted === undefined ? (forces.length === 1 ? forces[0] : undefined) : forces.find((f) => f.id === wanted)
  if (!force) return refuse(no.noForce) as Outcome<never>
  const [standards, { rows }] = await Promise.all([standardsOf(db, force.id), countsOf(db, force.id)])
  return ok({
    force: force.name,
    standards: standards.flatMap(({ endedAt, ...s }) => (endedAt ? [] : [s])),
    noReason,
    appealRoute,
    years: byYear(rows),
  })
}
