import { sql } from 'kysely'
import type { Tx } from '../../foundation/database.ts'
import { maySpeak } from '../../register/account.ts'
import type { Delivery } from './delivery.store.ts'

type Found = {
  status: Parameters<typeof maySpeak>[0]
  handle: string
  people: number
  speaking: number
}

/**
 * Why what was approved may not go out now, or null: the account no longer speaks or is called otherwise, or the one who wrote it, or
 * in whose name it goes, has left or no longer has a place there. Asked before the first piece, in one statement.
 */
export async function whyNotNow(tx: Tx, delivery: Delivery, now: Date): Promise<string | null> {
  const { rows } = await sql<Found>`
    select a.status, a.handle, count(*)::int as people, count(*) filter (where exists (
        select 1 from contributor c where c.force_id = a.force_id and c.account_id = a.id and c.person_id = who.id
          and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now}))
        and exists (select 1 from person p where p.force_id = a.force_id and p.id = who.id and (p.left_at is null or p.left_at > ${now})))::int as speaking
    from account a join post o on o.force_id = a.force_id and o.id = ${delivery.post_id}
      cross join lateral (select o.author_id as id union select o.speaker_id where o.speaker_id is not null) who
    where a.force_id = ${delivery.force_id} and a.id = ${delivery.account_id} group by a.status, a.handle`.execute(tx)
  const [found] = rows
  if (!found || !maySpeak(found.status)) return 'The account may no longer speak, so it was held. Nothing was sent.'
  if (delivery.handle !== '' && found.handle !== delivery.handle)
    return 'The account is called otherwise than what was approved, so it was held. Nothing was sent.'
  return found.speaking < found.people
    ? 'Somebody in whose words or name it goes out may no longer write there, so it was held. Nothing was sent.'
    : null
}
