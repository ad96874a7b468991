import { sql } from 'kysely'
import type { Db } from '../foundation/database.ts'

/** Whoever belongs to an account, and how: `answers` for it by an office that they hold, and perhaps `owns` it by that, or writes there now. */
export type Belonging = {
  personId: string
  name: string
  rank: string
  owns: boolean
  answers: boolean
  writes: boolean
}

/** The people of an account at an instant: the holders of its offices and its contributors, each once. */
export async function peopleOf(db: Db, forceId: string, accountId: string | null, now: Date): Promise<Belonging[]> {
  if (accountId === null) return []
  const { rows } = await sql<Belonging>`
    select p.id as "personId", p.name, p.rank, bool_or(b.owns) as owns, bool_or(b.answers) as answers, bool_or(not b.answers) as writes from (
      select o.holder_id as person_id, o.id = a.owner_office_id as owns, true as answers from account a join office o on o.force_id = a.force_id
        and o.id in (a.owner_office_id, a.supervisor_office_id) where a.force_id = ${forceId} and a.id = ${accountId} and o.holder_id is not null
      union all
      select person_id, false, false from contributor where force_id = ${forceId} and account_id = ${accountId}
        and from_at <= ${now} and (until_at is null or until_at > ${now})) b
    join person p on p.force_id = ${forceId} and p.id = b.person_id and p.left_at is null
    group by p.id, p.name, p.rank order by p.name, p.id`.execute(db)
  return rows
}
