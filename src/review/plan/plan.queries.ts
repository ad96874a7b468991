import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { said } from '../../posting/facts.ts'
import { peopleBy } from '../../posting/refs.queries.ts'
import { ends } from '../outcome.ts'
import { speaking } from '../voices.queries.ts'
import { amounts, amountWords, type Going, isTold, lossOf } from './loss.ts'
import type { PlanFacts, PlanRow, planEndpoints } from './plan.contract.ts'
import { planRefusals as no } from './plan.refusals.ts'
import { weeksOf } from './talk.queries.ts'

type Account = PlanFacts['accounts'][number]
type Row = Omit<Account, 'answered' | 'replies' | 'own' | 'reshares' | 'voices' | 'objectives'> & {
  archived: boolean
  voices: string[] | null
  objectives: string[] | null
  answered: number | null
  replies: number | null
  own: number | null
  shown: number | null
}

/** What would be lost with each account that speaks for the force; four statements, however many accounts there are. */
export async function planFacts({ db, clock }: World, forceId: string): Promise<PlanFacts> {
  const now = clock.now()
  const { from, until } = await weeksOf(db, forceId, now)
  const rows = await accountRows(db, forceId, from, until, now)
  const ids = <T extends Row['voices']>(lists: readonly T[]): string[] => [
    ...new Set(lists.flatMap((list) => list ?? [])),
  ]
  const person = await peopleBy(db, forceId, ids(rows.map((r) => r.voices)))
  const objectives = await db
    .selectFrom('objective')
    .select(['id', 'title as name'])
    .where('force_id', '=', forceId)
    .orderBy('title')
    .execute()
  return {
    accounts: rows.map(factsOf),
    people: ids(rows.map((r) => r.voices)).map((id) => ({
      id,
      name: said(person(id)),
    })),
    objectives,
    read: await followersRead(db, forceId),
    until: until.toISOString(),
  }
}

/** Who follows which accounts, on each network where it was read. */
async function followersRead(db: Db, forceId: string): Promise<PlanFacts['read']> {
  const readings = await db
    .selectFrom('follower_reading')
    .select(['network', 'read_at'])
    .where('force_id', '=', forceId)
    .where('read_at', 'is not', null)
    .orderBy('network')
    .execute()
  if (readings.length === 0) return []
  const { rows } = await sql<{ network: string; id: string; n: number | null }>`
    select a.network, a.id, r.n from account a left join follower_read r on r.force_id = a.force_id and r.account_id = a.id and r.whole
    where a.force_id = ${forceId} and (r.n is not null or a.status in ('live', 'underReview', 'closing'))`.execute(db)
  const patterns = await db
    .selectFrom('follower_pattern')
    .select(['network', 'people', 'accounts'])
    .where('force_id', '=', forceId)
    .execute()
  return readings.map(({ network, read_at }) => {
    const there = rows.filter((row) => row.network === network)
    return {
      at: read_at?.toISOString() ?? '',
      accounts: there.flatMap(({ id, n }) => (n === null ? [] : [{ id, n }])),
      unread: there.filter((row) => row.n === null).map((row) => row.id),
      patterns: patterns.filter((p) => p.network === network).map((p) => [p.people, ...p.accounts]),
    }
  })
}

/** No row of a measure means that there was nothing to count; nought, where the archive holds the account, else not known. */
const factsOf = ({ archived, shown, ...row }: Row): Account => {
  const orNought = (count: number | null): number | null => count ?? (archived ? 0 : null)
  return {
    ...row,
    replies: orNought(row.replies),
    own: orNought(row.own),
    reshares: shown === null ? orNought(null) : shown - (row.own ?? 0),
    answered: row.conversations === null ? null : (row.answered ?? 0),
    voices: row.voices ?? [],
    objectives: row.objectives ?? [],
  }
}

async function accountRows(db: Db, forceId: string, from: Date, until: Date, now: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id, a.name, a.handle, a.network, a.class, a.area, n.followers, v.ids as voices, o.ids as objectives,
      exists (select 1 from published p where p.force_id = a.force_id collate "C" and p.account_id = a.id collate "C") as archived,
      case when h.account_id is null and c.count is null then null else coalesce(c.count, 0) end as conversations,
      m.answered, m.replies, m.own, m.shown,
      case when a.status = 'closing' then json_build_object('intoAccountId', l.into_account_id) end as leaving
    from account a
      left join carrying_out l on l.force_id = a.force_id and l.account_id = a.id and l.kind = 'closing' and l.ended_at is null
      left join lateral (select followers from account_count n where n.force_id = a.force_id and n.account_id = a.id and n.followers is not null
        order by n.at desc limit 1) n on true
      left join listening h on h.force_id = a.force_id and h.account_id = a.id
      left join (select account_id, count(*)::int as count from conversation where force_id = ${forceId} and kind = 'public'
        and opened_at >= ${from} and opened_at < ${until} group by account_id) c on c.account_id = a.id
      left join (select account_id, max(top) filter (where measure = 'M08')::int as answered, max(top) filter (where measure = 'M07')::int as replies,
        max(top) filter (where measure = 'M04')::int as own, max(of_count) filter (where measure = 'M04')::int as shown
        from measured where force_id = ${forceId} and span = 'weeks13' and measure in ('M04', 'M07', 'M08') group by account_id) m on m.account_id = a.id
      left join (select account_id, array_agg(distinct person_id) as ids from ${speaking(forceId, now)} s group by account_id) v
        on v.account_id = a.id
      left join (select x.account_id, array_agg(x.objective_id order by x.objective_id) as ids from account_objective x
        join objective b on b.force_id = x.force_id and b.id = x.objective_id and (b.ends_at is null or b.ends_at > ${now})
        where x.force_id = ${forceId} group by x.account_id) o on o.account_id = a.id
    where a.force_id = ${forceId} and a.status in ('live', 'underReview', 'closing') order by a.name, a.network, a.id`.execute(
    db,
  )
  return rows
}

/** The plans that were saved, the latest first. */
export async function plans(db: Db, actor: Actor): Promise<z.input<typeof planEndpoints.plans.output>> {
  const { forceId } = actor
  const rows = await db
    .selectFrom('review_plan')
    .selectAll()
    .where('force_id', '=', forceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  const accounts = Map.groupBy(
    await db.selectFrom('plan_account').selectAll().where('force_id', '=', forceId).orderBy('account_id').execute(),
    (a) => a.plan_id,
  )
  const person = await peopleBy(
    db,
    forceId,
    rows.map((r) => r.by_id),
  )
  return {
    plans: rows.map(
      (r): PlanRow => ({
        id: r.id,
        name: r.name,
        roundId: r.round_id,
        by: person(r.by_id),
        at: r.at.toISOString(),
        version: r.version,
        accounts: (accounts.get(r.id) ?? []).map((a) => ({
          accountId: a.account_id,
          intoAccountId: a.into_account_id,
        })),
        mayDelete: may(actor, 'deletePlan', { made: r.by_id === actor.personId }),
      }),
    ),
    mayPlan: may(actor, 'planAccounts'),
  }
}

/** What a round amounts to: its decisions, and its recommendations where nothing is decided yet. */
export async function planOfRound(
  db: Db,
  forceId: string,
  roundId: string,
): Promise<Outcome<z.input<typeof planEndpoints.planOfRound.output>>> {
  const round = await db
    .selectFrom('review_round')
    .select('name')
    .where('force_id', '=', forceId)
    .where('id', '=', roundId)
    .executeTakeFirst()
  if (!round) return refuse(no.noRound)
  const rows = await db
    .selectFrom('review')
    .select(['account_id', 'outcome', 'into_account_id', 'recommendation', 'recommended_into'])
    .where('force_id', '=', forceId)
    .where('round_id', '=', roundId)
    .where('account_id', 'is not', null)
    // What is outside is not ours to lose.
    .where(sql<string>`scorecard ->> 'subject'`, '=', 'ours')
    .execute()
  const goes = rows.filter((r) => ends(r.outcome ?? r.recommendation))
  return ok({
    name: round.name,
    accounts: goes.map(
      (r): Going => ({
        accountId: r.account_id ?? '',
        intoAccountId: r.outcome === null ? r.recommended_into : r.into_account_id,
      }),
    ),
    decided: rows.filter((r) => r.outcome !== null).length,
    open: rows.filter((r) => r.outcome === null).length,
  })
}

const percent = (share: number | null): string => (share === null ? '' : (share * 100).toFixed(1))

/** One to four plans beside each other, as rows of cells with a heading. */
export async function comparison(world: World, actor: Actor, ids: readonly string[]): Promise<Outcome<string[][]>> {
  if (ids.length === 0 || ids.length > 4) return refuse(no.fourAtMost)
  const saved = await plans(world.db, actor)
  const chosen = ids.flatMap((id) => saved.plans.filter((p) => p.id === id))
  if (chosen.length < ids.length) return refuse(no.noPlan)
  const facts = await planFacts(world, actor.forceId)
  const losses = chosen.map((p) => lossOf(facts.accounts, p.accounts, { voicesSign: true }, facts.read))
  const title = (list: readonly { id: string; name: string }[], id: string) => list.find((o) => o.id === id)?.name ?? id
  return ok([
    ['what', ...chosen.map((p) => p.name)],
    ['accounts that go', ...losses.map((l) => String(l.accounts))],
    ['of these, joining another', ...losses.map((l) => String(l.merge))],
    ['others that are being closed already', ...losses.map((l) => String(l.leaving))],
    ...amounts.flatMap((a) => [
      [`${amountWords[a]} lost`, ...losses.map((l) => (isTold(l, a) ? String(l.amounts[a].lost) : ''))],
      [`${amountWords[a]} lost, %`, ...losses.map((l) => percent(l.amounts[a].share))],
      [`${amountWords[a]}: accounts of which it is not known`, ...losses.map((l) => String(l.amounts[a].unknown))],
    ]),
    ['followers of only these', ...losses.map((l) => (l.exactly || isTold(l, 'followers') ? String(l.onlyThese) : ''))],
    ['followers of only these: counted on', ...losses.map((l) => l.exactly?.at.slice(0, 10) ?? 'estimate')],
    [
      'named voices lost, if each signs where its account joins',
      ...losses.map((l) => l.voices.lost.map((id) => title(facts.people, id)).join('; ')),
    ],
    ['areas with nobody to talk to', ...losses.map((l) => l.areas.join('; '))],
    [
      'objectives that nothing serves',
      ...losses.map((l) => l.objectives.map((id) => title(facts.objectives, id)).join('; ')),
    ],
    ...facts.accounts
      .filter((a) => chosen.some((p) => p.accounts.some((g) => g.accountId === a.id)))
      .map((a) => [`${a.name}, ${a.handle} on ${a.network}`, ...chosen.map((p) => becomes(facts, p, a.id))]),
  ])
}

/** What a plan makes of one account, in a cell. */
function becomes({ accounts }: PlanFacts, plan: PlanRow, id: string): string {
  const going = plan.accounts.find((g) => g.accountId === id)
  if (!going) return accounts.find((a) => a.id === id)?.leaving ? 'closes already' : 'stays'
  const stays = accounts.filter((a) => a.leaving === null && plan.accounts.every((g) => g.accountId !== a.id))
  const into = stays.find((a) => a.id === going.intoAccountId)
  return into ? `joins ${into.name}` : 'ends'
}
