import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { coveredAt, nextCover } from '../register/cover.ts'
import { approvalsFor, type Waiting } from './approval.queries.ts'
import { forceOf } from './facts.queries.ts'
import type { AccountFacts, AccountRef } from './facts.ts'
import { titleOf } from './post.ts'
import { contentOf } from './post.store.ts'
import { accountsBy } from './refs.queries.ts'
import type { counts, health, need, today } from './today.contract.ts'

type Today = z.input<typeof today.output>
type Need = z.input<typeof need>
type Health = z.input<typeof health>

const day = 86_400_000
/** Most urgent first. */
const order: readonly Need['kind'][] = ['alarm', 'needsPerson', 'refused', 'overdueApproval', 'approval', 'afterlook', 'sentBack']

/** The first page: what needs a person now, and what is going to happen. A fixed number of statements. */
export async function todayFor(db: Db, actor: Actor, now: Date): Promise<Today> {
  const { forceId } = actor
  const { zone } = await forceOf(db, forceId)
  const { mine, others } = await approvalsFor(db, actor, now)
  const [deliveries, personal, items] = [await deliveryNeeds(db, forceId, now), await myNeeds(db, actor, now), await plannedItems(db, forceId, now, [...mine, ...others])]
  const needs = [...deliveries, ...personal, ...approvalNeeds(mine)].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.at < b.at ? -1 : 1))
  const count = (state: (typeof items)[number]['state']) => items.filter((i) => i.state === state).length
  return {
    now: now.toISOString(), zone, needs, approvals: mine, health: await healthOf(db, forceId, now),
    next24: { from: now.toISOString(), to: new Date(now.getTime() + day).toISOString(), waiting: count('waiting'), toApprove: count('toApprove'), held: count('held'), items },
    noCover: await withoutCover(db, forceId, zone, now),
  }
}

const minutesSince = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / 60_000)

/** An approval within the hour, or past its time: nobody else will make it happen. */
const approvalNeeds = (mine: readonly Waiting[]): Need[] =>
  mine.flatMap((w) =>
    w.minutesLeft === null || w.minutesLeft > 60
      ? []
      : [{
          kind: w.minutesLeft < 0 ? 'overdueApproval' : 'approval', key: `approval:${w.id}`, title: w.title, minutes: Math.abs(w.minutesLeft), at: w.dueAt ?? w.askedAt, postId: w.id, deliveryId: null, alarmId: null, account: null,
          words: w.minutesLeft < 0 ? 'It was due and nobody decided. Approved now it is held until somebody chooses a new time.' : 'Not released in time, it is held.',
        }],
  )

type NeedRow = { kind: 'alarm' | 'needsPerson' | 'refused'; id: string; at: Date; words: string; post_id: string | null; delivery_id: string | null; account_id: string | null; content: unknown }

/** Open alarms, and deliveries in doubt or refused that no alarm speaks for. */
async function deliveryNeeds(db: Db, forceId: string, now: Date): Promise<Need[]> {
  const { rows } = await sql<NeedRow>`
    select 'alarm' as kind, a.id, a.raised_at as at, a.words, d.post_id, d.id as delivery_id, d.account_id, p.content
    from alarm a left join delivery d on d.force_id = a.force_id and a.subject = 'delivery:' || d.id left join post p on p.force_id = d.force_id and p.id = d.post_id
    where a.force_id = ${forceId} and a.settled_at is null
    union all
    select case when d.state = 'refused' then 'refused' else 'needsPerson' end, d.id, d.state_since, d.words, d.post_id, d.id, d.account_id, p.content
    from delivery d join post p on p.force_id = d.force_id and p.id = d.post_id
    where d.force_id = ${forceId} and d.state in ('needs-person', 'refused') and d.state_since > ${new Date(now.getTime() - 14 * day)}
      and not exists (select 1 from alarm a where a.force_id = d.force_id and a.settled_at is null and a.subject = 'delivery:' || d.id)
    order by 3 limit 100`.execute(db)
  const accounts = await accountsBy(db, forceId, rows.flatMap((r) => r.account_id ?? []))
  return rows.map((r) => ({
    kind: r.kind, key: `${r.kind}:${r.id}`, title: r.content ? titleOf(contentOf({ content: r.content }).pieces) : 'Publishing', words: r.words, at: r.at.toISOString(), minutes: minutesSince(r.at, now),
    postId: r.post_id, deliveryId: r.delivery_id, alarmId: r.kind === 'alarm' ? r.id : null, account: accounts.get(r.account_id ?? '') ?? null,
  }))
}

/** Posts to look at afterwards, and drafts that came back to this person. */
async function myNeeds(db: Db, actor: Actor, now: Date): Promise<Need[]> {
  const looks = await db
    .selectFrom('afterlook as l').innerJoin('post as p', (j) => j.onRef('p.force_id', '=', 'l.force_id').onRef('p.id', '=', 'l.post_id'))
    .select(['p.id', 'p.content', 'p.author_id', 'l.due_at', 'l.why']).where('l.force_id', '=', actor.forceId).where('l.done_at', 'is', null).orderBy('l.due_at').limit(100).execute()
  const back = await db
    .selectFrom('post').select(['id', 'content', 'stage_since']).where('force_id', '=', actor.forceId).where('stage', '=', 'sentBack')
    .where((e) => e.or([e('author_id', '=', actor.personId ?? ''), e('speaker_id', '=', actor.personId ?? '')])).orderBy('stage_since').limit(50).execute()
  const none = { deliveryId: null, alarmId: null, account: null }
  return [
    ...looks.filter((l) => may(actor, 'afterlook', { authorId: l.author_id })).map((l): Need => ({
      ...none, kind: 'afterlook', key: `afterlook:${l.id}`, title: titleOf(contentOf(l).pieces), at: l.due_at.toISOString(), minutes: Math.abs(minutesSince(l.due_at, now)), postId: l.id,
      words: `${l.why === 'emergency' ? 'Released in an emergency' : 'Released without a second person'}. Look at it ${l.due_at < now ? 'now: its time is past' : 'in time'}.`,
    })),
    ...back.map((b): Need => ({ ...none, kind: 'sentBack', key: `sentBack:${b.id}`, title: titleOf(contentOf(b).pieces), words: 'It came back to you with a note.', at: b.stage_since.toISOString(), minutes: minutesSince(b.stage_since, now), postId: b.id })),
  ]
}

const onTimeMinutes = 2

/** Of the last seven days: what was due, what went out within two minutes, and whether anything ever went out twice. */
async function healthOf(db: Db, forceId: string, now: Date): Promise<Health> {
  const from = new Date(now.getTime() - 7 * day)
  const { rows } = await sql<{ due: number; ontime: number; sent: number; checking: number; held: number; needsperson: number; refused: number; missed: number; twice: number }>`
    select count(*) filter (where due_at <= ${now}) as due,
      count(*) filter (where sent_at <= due_at + make_interval(mins => ${onTimeMinutes})) as ontime,
      count(*) filter (where sent_at is not null) as sent,
      count(*) filter (where state = 'checking') as checking, count(*) filter (where state = 'held') as held,
      count(*) filter (where state = 'needs-person') as needsperson, count(*) filter (where state = 'refused') as refused,
      count(*) filter (where sent_at is null and state in ('waiting', 'held') and late_after < ${now}) as missed,
      (select count(*) from (select 1 from attempt t where t.force_id = ${forceId} and t.started_at >= ${from} and t.act = 'send' and t.ending = 'done'
        group by t.delivery_id, t.n having count(*) > 1) as doubled) as twice
    from delivery where force_id = ${forceId} and due_at >= ${from} and due_at <= ${now} and not (state = 'withdrawn' and sent_at is null)`.execute(db)
  const r = rows[0]
  const n = (value: number | undefined) => Number(value ?? 0)
  return { days: 7, due: n(r?.due), onTime: n(r?.ontime), sent: n(r?.sent), checking: n(r?.checking), held: n(r?.held), needsPerson: n(r?.needsperson), refused: n(r?.refused), missed: n(r?.missed), sentTwice: n(r?.twice) }
}

type Planned = Today['next24']['items'][number]

/** What goes out in the next 24 hours, a post once for each class of account. */
async function plannedItems(db: Db, forceId: string, now: Date, approvals: readonly Waiting[]): Promise<Planned[]> {
  const to = new Date(now.getTime() + day)
  const rows = await db
    .selectFrom('delivery as d')
    .innerJoin('post as p', (j) => j.onRef('p.force_id', '=', 'd.force_id').onRef('p.id', '=', 'd.post_id'))
    .innerJoin('account as a', (j) => j.onRef('a.force_id', '=', 'd.force_id').onRef('a.id', '=', 'd.account_id'))
    .select(['p.id', 'a.class', 'd.state', 'p.content', (e) => e.fn.min('d.due_at').as('at'), (e) => e.fn.countAll<number>().as('n')])
    .where('d.force_id', '=', forceId).where('d.state', 'in', ['waiting', 'held']).where('d.due_at', '<', to)
    .groupBy(['p.id', 'a.class', 'd.state', 'p.content']).orderBy('at').limit(200).execute()
  const queued = rows.map((r): Planned => ({ postId: r.id, title: titleOf(contentOf(r).pieces), at: r.at.toISOString(), state: r.state === 'held' ? 'held' : 'waiting', class: r.class, accounts: Number(r.n) }))
  const asked = approvals.filter((w) => w.dueAt !== null && w.dueAt < to.toISOString()).flatMap(toApprove)
  return [...queued, ...asked].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const toApprove = (w: Waiting): Planned[] =>
  [...Map.groupBy(w.accounts, (a) => a.class)].map(([kind, accounts]) => ({ postId: w.id, title: w.title, at: w.dueAt ?? w.askedAt, state: 'toApprove', class: kind, accounts: accounts.length }))

type CoverRow = AccountRef & { cover: AccountFacts['cover'] }

/** Live accounts with no cover at some time before eight in the morning: their public may write to nobody. */
async function withoutCover(db: Db, forceId: string, zone: string, now: Date): Promise<Today['noCover']> {
  const rows = (await db.selectFrom('account').select(['id', 'network', 'handle', 'name', 'class', 'area', 'cover']).where('force_id', '=', forceId).where('status', 'in', ['live', 'underReview']).orderBy('name').execute()) as CoverRow[]
  const accounts = rows.flatMap(({ cover, ...account }) => {
    const ends = gapTonight(cover, zone, now)
    return ends === null ? [] : [{ account, coverEnded: ends.from?.toISOString() ?? null, next: nextCover(cover, ends.from ?? now, zone)?.toISOString() ?? null }]
  })
  return { of: rows.length, accounts }
}

/** When cover ends within twelve hours, to the quarter of an hour; `from` null: there is none now. Null: it is covered throughout. */
function gapTonight(cover: AccountFacts['cover'], zone: string, now: Date): { from: Date | null } | null {
  if (!coveredAt(cover, now, zone)) return { from: null }
  for (let quarter = 1; quarter <= 48; quarter += 1) {
    const at = new Date(Math.floor(now.getTime() / 900_000) * 900_000 + quarter * 900_000)
    if (!coveredAt(cover, at, zone)) return { from: at }
  }
  return null
}

/** The figures of the rail. `today` counts what fails if nobody acts. */
export async function countsFor(db: Db, actor: Actor, now: Date): Promise<z.input<typeof counts.output>> {
  const needs = [...(await deliveryNeeds(db, actor.forceId, now)), ...(await myNeeds(db, actor, now))]
  const { mine } = await approvalsFor(db, actor, now)
  const drafts = await db.selectFrom('post').select((e) => e.fn.countAll<number>().as('n')).where('force_id', '=', actor.forceId).where('author_id', '=', actor.personId ?? '').where('stage', 'in', ['draft', 'sentBack']).executeTakeFirstOrThrow()
  return { today: needs.length + approvalNeeds(mine).length, approvals: mine.length, drafts: Number(drafts.n), alarms: needs.filter((n) => n.kind === 'alarm').length }
}
