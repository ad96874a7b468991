import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { accounts } from './register.queries.ts'
import type { successionEndpoints } from './succession.contract.ts'

type Held = z.input<typeof successionEndpoints.heldBy.output>
type Account = Held['keys'][number]

const named = (row: { account_id: string; network: string; name: string; handle: string }): Account => ({
  id: row.account_id,
  network: row.network,
  name: row.name,
  handle: row.handle,
})

const ofAccounts = sql`account a on a.force_id = t.force_id and a.id = t.account_id`
const cells = sql`t.account_id, a.network, a.name, a.handle`
type Cells = Parameters<typeof named>[0]

/** Offices that they hold, and offices that went from them to somebody, or nobody, who has not taken every account over. */
async function officesOf(db: Db, forceId: string, personId: string, now: Date): Promise<Held['offices']> {
  const { rows } = await sql<{ id: string }>`
    select o.id from office o where o.force_id = ${forceId} and (o.holder_id = ${personId} or exists (
      select 1 from fact f where f.force_id = o.force_id and f.subject = 'office:' || o.id and f.kind = 'office.handedOver' and f.data::json->>'from' = ${personId}))`.execute(
    db,
  )
  if (rows.length === 0) return []
  const owned = (await accounts(db, forceId, now)).filter((a) => a.status !== 'closed' && a.owner !== null)
  return rows
    .flatMap(({ id }): Held['offices'] => {
      const own = owned.filter((a) => a.owner?.officeId === id)
      const office = own[0]?.owner
      if (!office) return []
      const mine = office.holder?.id === personId
      const untaken = own.map(({ id: accountId, network, name, handle, flags }) => ({
        id: accountId,
        network,
        name,
        handle,
        untaken: flags.includes('ownerNew') || flags.includes('ownerVacant'),
      }))
      const { title, holder } = office
      return mine || untaken.some((a) => a.untaken)
        ? [{ officeId: id, title, holder, accounts: mine ? untaken : untaken.filter((a) => a.untaken) }]
        : []
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
}

/** Everything of one person on the register that somebody else has to take over. Null when nobody of that id is known. */
export async function heldBy(db: Db, actor: Actor, personId: string, now: Date): Promise<Held | null> {
  const { forceId } = actor
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'rank', 'left_at'])
    .where('force_id', '=', forceId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return null
  const places = await sql<Cells & { id: string; voice: string }>`
    select t.id, t.voice, ${cells} from contributor t join ${ofAccounts}
    where t.force_id = ${forceId} and t.person_id = ${personId} and (t.until_at is null or t.until_at > ${now}) order by a.name, t.id`.execute(
    db,
  )
  const consents = await sql<Cells & { id: string; until_at: Date; by: Held['person']; to: Held['person'] }>`
    select t.id, t.until_at, ${cells}, json_build_object('id', b.id, 'name', b.name, 'rank', b.rank) as by, json_build_object('id', o.id, 'name', o.name, 'rank', o.rank) as to
    from delegation t join ${ofAccounts} join person b on b.force_id = t.force_id and b.id = t.by_person_id join person o on o.force_id = t.force_id and o.id = t.to_person_id
    where t.force_id = ${forceId} and ${personId} in (t.by_person_id, t.to_person_id) and t.until_at > ${now} order by t.until_at`.execute(
    db,
  )
  const keys = await sql<Cells>`
    select ${cells} from custody t join ${ofAccounts} where t.force_id = ${forceId} and t.set_by = ${personId} order by a.name`.execute(
    db,
  )
  return {
    person: { id: person.id, name: person.name, rank: person.rank, leftAt: person.left_at?.toISOString() ?? null },
    offices: await officesOf(db, forceId, personId, now),
    places: places.rows.map((row) => ({ id: row.id, account: named(row), signs: row.voice === 'signs' })),
    consents: consents.rows.map((row) => ({
      id: row.id,
      account: named(row),
      by: row.by,
      to: row.to,
      until: row.until_at.toISOString(),
    })),
    keys: keys.rows.map(named),
    may: {
      change: may(actor, 'changeRegister'),
      contributors: may(actor, 'grantContributor'),
      keys: may(actor, 'giveKeys'),
    },
  }
}
