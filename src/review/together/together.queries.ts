import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Actor } from '../../foundation/world.ts'
import type { Choice } from './together.ts'

export type Beside = Pick<Choice, 'own' | 'closed' | 'conversations' | 'sameArea'>

const nothing: Beside = { own: false, closed: false, conversations: 0, sameArea: null }

/** What deciding several accounts at once asks of each as it is now, by account; one statement, however many there are. */
export async function besideOf(db: Db, { forceId, personId }: Actor): Promise<(accountId: string | null) => Beside> {
  const { rows } = await sql<Beside & { id: string }>`
    select a.id, coalesce(bool_or(o.holder_id = ${personId}), false) as own, a.status = 'closed' as closed,
      (select count(*)::int from conversation c where c.force_id = a.force_id and c.account_id = a.id and c.stage = 'open') as conversations,
      case when trim(coalesce(a.area, '')) = '' then null else coalesce((select json_agg(b.id order by b.id) from account b
        where b.force_id = a.force_id and b.id <> a.id and b.status in ('live', 'underReview')
          and lower(trim(b.area)) = lower(trim(a.area))), '[]') end as "sameArea"
    from account a left join office o on o.force_id = a.force_id and o.id in (a.owner_office_id, a.supervisor_office_id)
    where a.force_id = ${forceId} group by a.force_id, a.id, a.area, a.status`.execute(db)
  const by = new Map(rows.map(({ id, ...beside }) => [id, beside]))
  return (accountId) => by.get(accountId ?? '') ?? nothing
}
