import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Actor } from '../../foundation/world.ts'
import { approvalsFor, type Waiting } from '../approval/approval.queries.ts'
import { whatFellOf } from '../approval/fallen.queries.ts'
import { forceOf } from '../facts.queries.ts'
import { openable, openTo, shut } from '../open-to.queries.ts'
import { contentOf } from '../post.store.ts'
import { titleOf } from '../post.ts'
import { healthOf, withoutCover } from './health.queries.ts'
import { approvalNeeds, deliveryNeeds, myNeeds, type Need } from './needs.queries.ts'
import { type counts, type today, toldByRows } from './today.contract.ts'

type Today = z.input<typeof today.output>

const day = 86_400_000
/** Most urgent first. */
const order: readonly Need['kind'][] = [
  'alarm',
  'needsPerson',
  'refused',
  'overdueApproval',
  'approval',
  'afterlook',
  'sentBack',
]

/** The first page: what needs a person now, and what is going to happen. A fixed number of statements. */
export async function todayFor(db: Db, actor: Actor, now: Date): Promise<Today> {
  const { forceId } = actor
  const { zone } = await forceOf(db, forceId)
  const { mine, others } = await approvalsFor(db, actor, now)
  const [deliveries, personal, items] = [
    await deliveryNeeds(db, actor, now),
    await myNeeds(db, actor, now),
    await plannedItems(db, actor, now, [...mine, ...others]),
  ]
  const needs = [...deliveries, ...personal, ...approvalNeeds(mine)].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.at < b.at ? -1 : 1),
  )
  const count = (state: (typeof items)[number]['state']) => items.filter((i) => i.state === state).length
  return {
    now: now.toISOString(),
    zone,
    needs,
    approvals: mine,
    health: await healthOf(db, forceId, now),
    next24: {
      from: now.toISOString(),
      to: new Date(now.getTime() + day).toISOString(),
      waiting: count('waiting'),
      toApprove: count('toApprove'),
      held: count('held'),
      items,
    },
    noCover: await withoutCover(db, forceId, zone, now),
  }
}

type Planned = Today['next24']['items'][number]

/** What goes out in the next 24 hours, a post once for each class of account. */
async function plannedItems(db: Db, actor: Actor, now: Date, approvals: readonly Waiting[]): Promise<Planned[]> {
  const { forceId } = actor
  const to = new Date(now.getTime() + day)
  const rows = await db
    .selectFrom('delivery as d')
    .innerJoin('post as p', (j) => j.onRef('p.force_id', '=', 'd.force_id').onRef('p.id', '=', 'd.post_id'))
    .innerJoin('account as a', (j) => j.onRef('a.force_id', '=', 'd.force_id').onRef('a.id', '=', 'd.account_id'))
    .select([
      'p.id',
      'a.class',
      'd.state',
      'p.content',
      openTo(actor, now, 'p').as('opened'),
      (e) => e.fn.min('d.due_at').as('at'),
      (e) => e.fn.countAll<number>().as('n'),
    ])
    .where('d.force_id', '=', forceId)
    .where('d.state', 'in', ['waiting', 'held'])
    .where('d.due_at', '<', to)
    .where(openable(actor, now, 'p'))
    .groupBy(['p.force_id', 'p.id', 'a.class', 'd.state'])
    .orderBy('at')
    .limit(200)
    .execute()
  const asked = approvals.filter((w) => w.dueAt !== null && w.dueAt < to.toISOString())
  const fell = await whatFellOf(
    db,
    forceId,
    [...rows, ...asked].map((r) => r.id),
    now,
  )
  const queued = rows.map(
    (r): Planned => ({
      postId: r.id,
      title: titleOf(contentOf(shut(r)).pieces),
      at: r.at.toISOString(),
      state: r.state === 'held' ? 'held' : 'waiting',
      class: r.class,
      accounts: Number(r.n),
      standing: fell.get(r.id) ?? [],
    }),
  )
  const items = [...queued, ...asked.flatMap((w) => toApprove(w, fell.get(w.id) ?? []))]
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const toApprove = (w: Waiting, standing: string[]): Planned[] =>
  [...Map.groupBy(w.accounts, (a) => a.class)].map(([kind, accounts]) => ({
    postId: w.id,
    title: w.title,
    at: w.dueAt ?? w.askedAt,
    state: 'toApprove',
    class: kind,
    accounts: accounts.length,
    standing,
  }))

/** The figures of the rail. `today` counts what fails if nobody acts. */
export async function countsFor(db: Db, actor: Actor, now: Date): Promise<z.input<typeof counts.output>> {
  const all = [...(await deliveryNeeds(db, actor, now)), ...(await myNeeds(db, actor, now))]
  const needs = all.filter((need) => !toldByRows.includes(need.alarm ?? ''))
  const { mine } = await approvalsFor(db, actor, now)
  const drafts = await db
    .selectFrom('post')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('force_id', '=', actor.forceId)
    .where('author_id', '=', actor.personId ?? '')
    .where('stage', 'in', ['draft', 'sentBack'])
    .executeTakeFirstOrThrow()
  return {
    today: needs.length + approvalNeeds(mine).length,
    approvals: mine.length,
    drafts: Number(drafts.n),
    alarms: needs.filter((n) => n.kind === 'alarm').length,
  }
}
