import type { Db } from '../../foundation/database.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { personOf } from '../../people/person.ts'
import { maySpeak } from '../account.ts'
import type { RequestRow } from './request.contract.ts'

const named = (id: string | null, name: string | null): { id: string; name: string } | null =>
  id === null ? null : { id, name: name ?? '' }

/** Every request of the force: those that wait first, the oldest on top; then what was decided, the latest first. */
export async function requests(db: Db, actor: Actor): Promise<RequestRow[]> {
  const rows = await db
    .selectFrom('account_request as r')
    .innerJoin('person as a', (j) => j.onRef('a.force_id', '=', 'r.force_id').onRef('a.id', '=', 'r.asked_by'))
    .leftJoin('person as d', (j) => j.onRef('d.force_id', '=', 'r.force_id').onRef('d.id', '=', 'r.decided_by'))
    .leftJoin('objective as o', (j) => j.onRef('o.force_id', '=', 'r.force_id').onRef('o.id', '=', 'r.objective_id'))
    .leftJoin('office as f', (j) => j.onRef('f.force_id', '=', 'r.force_id').onRef('f.id', '=', 'r.owner_office_id'))
    .leftJoin('account as k', (j) => j.onRef('k.force_id', '=', 'r.force_id').onRef('k.id', '=', 'r.account_id'))
    .selectAll('r')
    .select(['a.name as asker', 'a.rank as asker_rank', 'd.name as decider', 'd.rank as decider_rank'])
    .select(['o.title as objective', 'f.title as office', 'k.name as account', 'k.status as account_status'])
    .where('r.force_id', '=', actor.forceId)
    .orderBy('r.asked_at')
    .execute()
  const waits = rows.filter((r) => r.state === 'waiting')
  const settled = rows
    .filter((r) => r.state !== 'waiting')
    .sort((a, b) => (b.decided_at?.getTime() ?? 0) - (a.decided_at?.getTime() ?? 0))
  return [...waits, ...settled].map((r) => ({
    id: r.id,
    network: r.network,
    handle: r.handle,
    name: r.name,
    class: r.class,
    area: r.area,
    purpose: r.purpose,
    objectiveId: r.objective_id,
    ownerOfficeId: r.owner_office_id,
    whyNew: r.why_new,
    whoPosts: r.who_posts,
    leaveCover: r.leave_cover,
    monitoring: r.monitoring,
    training: r.training,
    risk: r.risk,
    objective: named(r.objective_id, r.objective),
    owner: named(r.owner_office_id, r.office),
    askedBy: { id: r.asked_by, name: r.asker, rank: r.asker_rank },
    askedAt: r.asked_at.toISOString(),
    state: r.state,
    reason: r.reason,
    decidedBy: personOf(r.decided_by, r.decider, r.decider_rank),
    decidedAt: r.decided_at?.toISOString() ?? null,
    account:
      r.account_id === null
        ? null
        : { id: r.account_id, name: r.account ?? '', open: r.account_status !== null && maySpeak(r.account_status) },
    may: {
      decide: r.state === 'waiting' && may(actor, 'decideAccount', { askedById: r.asked_by }),
      takeBack: r.state === 'waiting' && r.asked_by === actor.personId,
    },
  }))
}
