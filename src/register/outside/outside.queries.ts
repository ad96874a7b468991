import type { Db } from '../../foundation/database.ts'
import { personOf } from '../../people/person.ts'
import { notOurs } from '../account.ts'
import { likenessTo } from './look-alike.ts'
import type { LookAlike } from './outside.contract.ts'

export type OwnHandle = { id: string; network: string; handle: string }

/** The handles that are ours: every account that is neither closed nor outside our control. */
export const ownHandles = (db: Db, forceId: string): Promise<OwnHandle[]> =>
  db
    .selectFrom('account')
    .select(['id', 'network', 'handle'])
    .where('force_id', '=', forceId)
    .where('status', 'not in', notOurs)
    .orderBy('id')
    .execute()

/** Those about which nobody has decided first, then the latest decision. */
export async function lookAlikes(db: Db, forceId: string): Promise<LookAlike[]> {
  const ours = await ownHandles(db, forceId)
  const rows = await db
    .selectFrom('look_alike as l')
    .leftJoin('account as a', (j) => j.onRef('a.force_id', '=', 'l.force_id').onRef('a.id', '=', 'l.account_id'))
    .leftJoin('person as f', (j) => j.onRef('f.force_id', '=', 'l.force_id').onRef('f.id', '=', 'l.found_by'))
    .leftJoin('person as d', (j) => j.onRef('d.force_id', '=', 'l.force_id').onRef('d.id', '=', 'l.decided_by'))
    .selectAll('l')
    .select([
      'a.name as account',
      'f.name as finder',
      'f.rank as finder_rank',
      'd.name as decider',
      'd.rank as decider_rank',
    ])
    .where('l.force_id', '=', forceId)
    .orderBy('l.decided_at', (o) => o.desc().nullsFirst())
    .orderBy('l.found_at', 'desc')
    .execute()
  return rows.map((l) => ({
    id: l.id,
    network: l.network,
    handle: l.handle,
    what: l.what,
    account: l.account_id === null ? null : { id: l.account_id, name: l.account ?? '' },
    likeness: likenessTo(l, ours),
    foundBy: personOf(l.found_by, l.finder, l.finder_rank),
    foundAt: l.found_at.toISOString(),
    outcome: l.outcome,
    reason: l.reason,
    reportReference: l.report_reference,
    decidedBy: personOf(l.decided_by, l.decider, l.decider_rank),
    decidedAt: l.decided_at?.toISOString() ?? null,
  }))
}
