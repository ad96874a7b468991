import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import { familyNameOf } from '../../people/person.ts'
import type { PlaceVoice } from '../account.ts'
import type { AccountPage } from '../register.contract.ts'
import type { AccountRecord } from '../register.store.ts'
import {
  asPublished,
  clashWith,
  extendsInitials,
  initialsIn,
  markOf,
  rankIn,
  sameMark,
  speakerAt,
  tidyInitials,
} from '../signature.ts'
import { signaturesOf, signingOf } from './roster.store.ts'

type Contributor = AccountPage['contributors'][number]
type Legend = AccountPage['legend'][number]

/** Everybody who has, had or will have a place on the account; those in force first, then by name. */
export async function contributorsAt(db: Db, account: AccountRecord, now: Date): Promise<Contributor[]> {
  const rows = await db
    .selectFrom('contributor as c')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'c.force_id').onRef('p.id', '=', 'c.person_id'))
    .select(['c.id', 'c.person_id', 'c.voice', 'c.trusted', 'c.from_at', 'c.until_at', 'p.name', 'p.rank'])
    .select('p.trained_until')
    .where('c.force_id', '=', account.force_id)
    .where('c.account_id', '=', account.id)
    .orderBy('p.name')
    .orderBy('c.from_at')
    .execute()
  const history = (await signaturesOf(db, account.force_id, account.id)).map(signingOf)
  const clashes = await signatureClashes(db, account.force_id, now)
  const all = rows.map((r): Contributor => {
    const inForce = r.from_at <= now && (r.until_at === null || r.until_at > now)
    const own = history.findLast((s) => s.personId === r.person_id && (s.until === null || s.until > now))
    const clash = clashes.find((k) => k.accountId === account.id && k.personId === r.person_id)
    return {
      id: r.id,
      person: { id: r.person_id, name: r.name, rank: r.rank },
      voice: r.voice,
      trusted: r.trusted,
      from: r.from_at.toISOString(),
      until: r.until_at?.toISOString() ?? null,
      inForce,
      trainedUntil: r.trained_until?.toISOString() ?? null,
      signature: own ? asPublished(own.mark, account.signature_place) : null,
      clash: inForce && clash ? { wanted: clash.wanted, heldBy: clash.heldBy } : null,
    }
  })
  return all.sort((a, b) => Number(b.inForce) - Number(a.inForce))
}

/** Family names that a handle might hold: of those who write there and of whoever answers for it. */
export async function familyNamesAt(db: Db, account: AccountRecord): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.name from person p where p.force_id = ${account.force_id} and (
      exists (select 1 from contributor c where c.force_id = p.force_id and c.person_id = p.id and c.account_id = ${account.id})
      or exists (select 1 from office o where o.force_id = p.force_id and o.holder_id = p.id and o.id = ${account.owner_office_id}))
    order by p.name`.execute(db)
  return rows.map((row) => familyNameOf(row.name))
}

/** Who signed how, newest first: public facts only (mark, rank as signed, name, dates). */
export async function legendOf(db: Db, forceId: string, accountId: string): Promise<Legend[]> {
  return (await signings(db, forceId, accountId)).map(legendRow).reverse()
}

/** Who was that, on that day? Takes 'MJ', 'ACC MJ:' and '^MJ' alike. Null when nobody signed so then. */
export async function speakerOn(
  db: Db,
  forceId: string,
  accountId: string,
  mark: string,
  at: Date,
): Promise<Legend | null> {
  const found = speakerAt(await signings(db, forceId, accountId), mark, at)
  return found && legendRow(found)
}

type SigningRow = Awaited<ReturnType<typeof signings>>[number]

async function signings(db: Db, forceId: string, accountId: string) {
  const rows = await db
    .selectFrom('signature as s')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 's.force_id').onRef('p.id', '=', 's.person_id'))
    .innerJoin('account as a', (j) => j.onRef('a.force_id', '=', 's.force_id').onRef('a.id', '=', 's.account_id'))
    .select(['s.person_id', 's.mark', 's.from_at', 's.until_at', 'p.name', 'p.rank', 'a.signature_place'])
    .where('s.force_id', '=', forceId)
    .where('s.account_id', '=', accountId)
    .whereRef('s.from_at', 'is distinct from', 's.until_at')
    .orderBy('s.from_at')
    .orderBy('s.id')
    .execute()
  return rows.map((r) => ({
    personId: r.person_id,
    mark: r.mark,
    from: r.from_at,
    until: r.until_at,
    name: r.name,
    rank: rankIn(r.mark) ?? r.rank,
    place: rankIn(r.mark) === null ? r.signature_place : ('prefix' as const),
  }))
}

const legendRow = (row: SigningRow): Legend => ({
  mark: row.mark,
  signature: asPublished(row.mark, row.place),
  rank: row.rank,
  name: row.name,
  from: row.from.toISOString(),
  until: row.until?.toISOString() ?? null,
})

/** Consents that are not over, soonest to end first. */
export async function delegationsAt(
  db: Db,
  forceId: string,
  accountId: string,
  now: Date,
): Promise<AccountPage['delegations']> {
  const rows = await db
    .selectFrom('delegation as d')
    .innerJoin('person as b', (j) => j.onRef('b.force_id', '=', 'd.force_id').onRef('b.id', '=', 'd.by_person_id'))
    .innerJoin('person as t', (j) => j.onRef('t.force_id', '=', 'd.force_id').onRef('t.id', '=', 'd.to_person_id'))
    .select(['d.id', 'd.from_at', 'd.until_at', 'b.id as by_id', 'b.name as by_name', 'b.rank as by_rank'])
    .select(['t.id as to_id', 't.name as to_name', 't.rank as to_rank'])
    .where('d.force_id', '=', forceId)
    .where('d.account_id', '=', accountId)
    .where('d.until_at', '>', now)
    .orderBy('d.until_at')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    by: { id: r.by_id, name: r.by_name, rank: r.by_rank },
    to: { id: r.to_id, name: r.to_name, rank: r.to_rank },
    from: r.from_at.toISOString(),
    until: r.until_at.toISOString(),
    inForce: r.from_at <= now,
  }))
}

export type Outdated = { accountId: string; personId: string; wanted: string }
export type Clash = Outdated & { heldBy: Contributor['person'] }

/** Signatures in force that no longer say what the person's rank and initials say. */
export async function outdatedSignatures(db: Db, forceId: string, now: Date): Promise<Outdated[]> {
  const rows = await db
    .selectFrom('signature as s')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 's.force_id').onRef('p.id', '=', 's.person_id'))
    .innerJoin('account as a', (j) => j.onRef('a.force_id', '=', 's.force_id').onRef('a.id', '=', 's.account_id'))
    .select(['s.account_id', 's.person_id', 's.mark', 'p.rank', 'p.initials', 'a.signature_place'])
    .where('s.force_id', '=', forceId)
    .where(sql<boolean>`(s.until_at is null or s.until_at > ${now})`)
    .where('a.signature_place', '<>', 'none')
    .orderBy('s.id')
    .execute()
  return rows.flatMap((r) => {
    const own = tidyInitials(r.initials)
    const had = initialsIn(r.mark)
    if (own === null) return []
    const wanted = markOf(r.rank, extendsInitials(had, own) ? had : own, r.signature_place)
    return sameMark(wanted, r.mark) ? [] : [{ accountId: r.account_id, personId: r.person_id, wanted }]
  })
}

/** Those of them that cannot be renewed, because somebody else on the account signs so. */
export async function signatureClashes(db: Db, forceId: string, now: Date): Promise<Clash[]> {
  const found: Clash[] = []
  for (const outdated of await outdatedSignatures(db, forceId, now)) {
    const history = (await signaturesOf(db, forceId, outdated.accountId)).map(signingOf)
    const wanted = { personId: outdated.personId, mark: outdated.wanted, from: now, until: null }
    const other = clashWith(history, wanted)
    const person = other && (await personNamed(db, forceId, other.personId))
    if (person) found.push({ ...outdated, heldBy: person })
  }
  return found
}

const personNamed = (db: Db, forceId: string, id: string) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'rank'])
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What the room above asks before it lets somebody write, sign or release on an account. */
export type Place = {
  contributor: { id: string; voice: PlaceVoice; trusted: boolean; trainedUntil: Date | null } | null
  /** The mark in force: 'ACC MJ'. Null where nothing is signed. */
  mark: string | null
  others: { personId: string; mark: string }[]
  /** Who lets this person release in their name now, and until when. */
  releasesFor: { personId: string; until: Date }[]
}

/** One person's place on one account at that instant. */
export async function placeOf(db: Db, forceId: string, accountId: string, personId: string, at: Date): Promise<Place> {
  const contributor = await db
    .selectFrom('contributor as c')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'c.force_id').onRef('p.id', '=', 'c.person_id'))
    .select(['c.id', 'c.voice', 'c.trusted', 'p.trained_until'])
    .where('c.force_id', '=', forceId)
    .where('c.account_id', '=', accountId)
    .where('c.person_id', '=', personId)
    .where('c.from_at', '<=', at)
    .where(sql<boolean>`(c.until_at is null or c.until_at > ${at}) and (p.left_at is null or p.left_at > ${at})`)
    .executeTakeFirst()
  const inForce = (await signaturesOf(db, forceId, accountId)).filter(
    (s) => s.from_at <= at && (s.until_at === null || s.until_at > at),
  )
  const consents = await db
    .selectFrom('delegation')
    .select(['by_person_id', 'until_at'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('to_person_id', '=', personId)
    .where('from_at', '<=', at)
    .where('until_at', '>', at)
    .execute()
  return {
    contributor: contributor
      ? {
          id: contributor.id,
          voice: contributor.voice,
          trusted: contributor.trusted,
          trainedUntil: contributor.trained_until,
        }
      : null,
    mark: inForce.find((s) => s.person_id === personId)?.mark ?? null,
    others: inForce.filter((s) => s.person_id !== personId).map((s) => ({ personId: s.person_id, mark: s.mark })),
    releasesFor: consents.map((d) => ({ personId: d.by_person_id, until: d.until_at })),
  }
}
