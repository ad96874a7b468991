import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { readForceSettings } from './force.ts'
import { allGrants } from './grant.store.ts'
import { may, plainActs } from './may.ts'
import type { meEndpoint, readPerson } from './people.contract.ts'
import { needsSecondFactor, pendingOf, rolesInForce } from './person.ts'
import { type Role, roles as roleTable } from './role.ts'

type PersonOut = z.input<typeof readPerson.output>['person']
type MeOut = z.input<typeof meEndpoint.output>

const peopleOf = (db: Db, forceId: string) =>
  db
    .selectFrom('person as p')
    .leftJoin('auth_user as u', 'u.id', 'p.auth_user_id')
    .where('p.force_id', '=', forceId)
    .select([
      'p.id',
      'p.name',
      'p.rank',
      'p.initials',
      'p.roles',
      'p.email',
      'p.joined_at',
      'p.left_at',
      'p.trained_until',
      'p.signed_in_at',
    ])
    .select(['p.one_time_until', 'p.auth_user_id', 'u.two_factor_enabled'])

type Row = Awaited<ReturnType<ReturnType<typeof peopleOf>['execute']>>[number]

const iso = (at: Date | null) => at?.toISOString() ?? null

const shown = (row: Row, withEmail: boolean, grants: PersonOut['grants']): PersonOut => ({
  id: row.id,
  name: row.name,
  rank: row.rank,
  initials: row.initials,
  roles: row.roles,
  joinedAt: row.joined_at.toISOString(),
  leftAt: iso(row.left_at),
  trainedUntil: iso(row.trained_until),
  canSignIn: row.auth_user_id !== null,
  secondFactor: row.two_factor_enabled ?? false,
  lastSignIn: iso(row.signed_in_at),
  email: withEmail ? row.email : null,
  grants,
})

/** What waits for a second person, by who is to hold it; nothing for those who have no say in it. */
async function grantsFor(db: Db, actor: Actor): Promise<(personId: string) => PersonOut['grants']> {
  const given = (await allGrants(db, actor.forceId)).map((g) => {
    const mayConfirm = may(actor, 'confirmRole', { byId: g.by_person_id, personId: g.person_id })
    const own = may(actor, 'changePeople') && g.by_person_id === actor.personId
    return { ...g, mayConfirm, mayDecline: mayConfirm || own }
  })
  const sees = may(actor, 'changePeople') || may(actor, 'endPeople')
  return (personId) =>
    given
      .filter((g) => sees && g.person_id === personId)
      .map((g) => ({
        role: g.role,
        by: { id: g.by_person_id, name: g.name, rank: g.rank },
        at: g.at.toISOString(),
        counts: g.counts,
        mayConfirm: g.mayConfirm,
        mayDecline: g.mayDecline,
      }))
}

/** What the asking one may do here, for the buttons. */
const doors = (actor: Actor) => ({ mayChange: may(actor, 'changePeople'), mayEnd: may(actor, 'endPeople') })

/** Everybody who is here, or everybody who left, by name. */
export async function listThePeople(db: Db, actor: Actor, left: boolean) {
  const rows = await peopleOf(db, actor.forceId)
    .where('p.left_at', left ? 'is not' : 'is', null)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  const { mayChange, mayEnd } = doors(actor)
  const grants = await grantsFor(db, actor)
  return { people: rows.map((row) => shown(row, mayChange, grants(row.id))), mayChange, mayEnd }
}

/** One person of the actor's force, or null. */
export async function onePerson(db: Db, actor: Actor, id: string) {
  const row = await peopleOf(db, actor.forceId).where('p.id', '=', id).executeTakeFirst()
  if (!row) return null
  const grants = await grantsFor(db, actor)
  return { person: shown(row, may(actor, 'changePeople'), grants(row.id)), ...doors(actor) }
}

const isRole = (name: string): name is Role => Object.hasOwn(roleTable, name)

/** Null when the person is gone. */
export async function whoAmI(db: Db, actor: Actor): Promise<MeOut | null> {
  if (actor.personId === null) return null
  const row = await peopleOf(db, actor.forceId).where('p.id', '=', actor.personId).executeTakeFirst()
  if (!row) return null
  const { force, settings } = await forceAndSettings(db, actor.forceId)
  const standing = standingOf(row, settings.insistOnSecondFactor)
  return {
    id: row.id,
    name: row.name,
    rank: row.rank,
    initials: row.initials,
    email: row.email,
    force,
    roles: [...actor.roles],
    roleNames: row.roles.filter(isRole).map((role) => roleTable[role].label),
    may: plainActs.filter((act) => may(actor, act)),
    needsSecondFactor: needsSecondFactor(standing),
    secondFactor: standing.secondFactor,
    mustChangePassword: row.one_time_until !== null,
  }
}

const standingOf = (row: Pick<Row, 'roles' | 'one_time_until' | 'two_factor_enabled'>, insist: boolean) => ({
  roles: row.roles,
  oneTimeUntil: row.one_time_until,
  secondFactor: row.two_factor_enabled ?? false,
  insist,
})

/** The zone by whose wall clock a force lives. */
export const zoneOf = async (db: Db, forceId: string): Promise<string> =>
  (await db.selectFrom('force').select('time_zone').where('id', '=', forceId).executeTakeFirstOrThrow()).time_zone

/** The force as people see it, and every setting, with the ordinary one where none is stored. Throws when there is no such force. */
export async function forceAndSettings(db: Db, forceId: string) {
  const row = await db.selectFrom('force').selectAll().where('id', '=', forceId).executeTakeFirstOrThrow()
  return {
    force: { id: row.id, name: row.name, timeZone: row.time_zone, kind: row.kind, demo: row.demo },
    settings: readForceSettings(row.settings),
  }
}

/** Whoever signs in as this user: a person of a force who has not left, with the roles that count now; else null. */
export async function actorOfUser(db: Db, userId: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('person as p')
    .innerJoin('auth_user as u', 'u.id', 'p.auth_user_id')
    .innerJoin('force as f', 'f.id', 'p.force_id')
    .where('p.auth_user_id', '=', userId)
    .where('p.left_at', 'is', null)
    .select(['p.force_id', 'p.id', 'p.roles', 'p.one_time_until', 'u.two_factor_enabled', 'f.settings'])
    .executeTakeFirst()
  if (!row) return null
  const standing = standingOf(row, readForceSettings(row.settings).insistOnSecondFactor)
  const pending = pendingOf(standing)
  const actor = { forceId: row.force_id, personId: row.id, roles: rolesInForce(standing) }
  return pending ? { ...actor, pending } : actor
}

/** Who signs in with this address. */
export const personByEmail = (db: Db, email: string) =>
  db
    .selectFrom('auth_user as u')
    .innerJoin('person as p', 'p.auth_user_id', 'u.id')
    .where('u.email', '=', email.toLowerCase())
    .select(['p.force_id', 'p.id', 'p.one_time_until', 'p.left_at'])
    .executeTakeFirst()

/** True while nobody of the whole installation can sign in. */
export async function nobodyCanSignIn(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('person').select('id').where('auth_user_id', 'is not', null).limit(1).executeTakeFirst()) ===
    undefined
  )
}

/** The only force here, or null when there are none or several. */
export async function onlyForce(db: Db): Promise<string | null> {
  const rows = await db.selectFrom('force').select('id').limit(2).execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}
