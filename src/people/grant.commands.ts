import { type Commanding, command } from '../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { deleteGrants, grantsOf, insertGrants, whoIsAtWork } from './grant.store.ts'
import { may } from './may.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { lockAdministrators, lockPerson, updatePerson } from './people.store.ts'
import { needsSecondPerson } from './role.ts'

type Given = { personId: string; held: readonly string[]; wanted: readonly string[] }

/**
 * The roles that count now, of those that one person gives another. A role that releases, decides or opens doors waits for a second person.
 * Where nobody else could confirm it, it counts at once, and stays on every administrator's page until somebody has looked.
 */
export async function rolesThatCount(c: Commanding, { personId, held, wanted }: Given): Promise<string[]> {
  const me = c.actor.personId
  const open = await grantsOf(c.tx, c.actor.forceId, personId)
  const given = open.map((g) => g.role)
  await deleteGrants(
    c.tx,
    c.actor.forceId,
    personId,
    given.filter((role) => !wanted.includes(role)),
  )
  if (me === null) return [...wanted]
  const added = wanted.filter((role) => needsSecondPerson(role) && !held.includes(role))
  const waits = await somebodyConfirms(c, me, personId)
  const fresh = waits ? added.filter((role) => !open.some((g) => g.role === role && !g.counts)) : added
  if (fresh.length > 0) {
    await insertGrants(c.tx, { forceId: c.actor.forceId, personId, byId: me, counts: !waits, roles: fresh }, c.now)
    c.record(waits ? 'person.rolesAsked' : 'person.rolesGivenAlone', `person:${personId}`, { roles: fresh })
  }
  return waits ? wanted.filter((role) => !added.includes(role)) : [...wanted]
}

/** A new password for somebody puts their powerful roles before a second person again: whoever made it could use it. */
export async function confirmAnew(c: Commanding, person: { id: string; roles: readonly string[] }): Promise<void> {
  if (c.actor.personId === person.id) return
  if (!person.roles.some(needsSecondPerson)) return
  const open = (await grantsOf(c.tx, c.actor.forceId, person.id)).filter((g) => !g.counts).map((g) => g.role)
  const held = [...person.roles.filter((role) => !needsSecondPerson(role)), ...open]
  const roles = await rolesThatCount(c, { personId: person.id, held, wanted: [...person.roles, ...open] })
  await updatePerson(c.tx, c.actor.forceId, person.id, { roles: roles.filter((role) => person.roles.includes(role)) })
}

async function somebodyConfirms(c: Commanding, byId: string, personId: string): Promise<boolean> {
  const others = await whoIsAtWork(c.tx, c.actor.forceId)
  return others.some((other) => may({ personId: other.id, roles: other.roles }, 'confirmRole', { byId, personId }))
}

type Settling = { id: string; roles: readonly string[]; confirm: boolean }

/** A second person confirms roles that somebody gave, or declines them; who asked may take back what still waits. */
export function settleRoles(
  world: World,
  actor: Actor,
  { id, roles, confirm }: Settling,
): Promise<Outcome<Record<never, never>>> {
  return command(world, actor, async (c) => {
    const person = await lockPerson(c.tx, actor.forceId, id)
    if (!person) return refuse(r.noPerson)
    const grants = (await grantsOf(c.tx, actor.forceId, id)).filter((g) => roles.includes(g.role))
    if (grants.length < roles.length) return refuse(r.rolesSettled)
    const second = grants.every((g) => may(actor, 'confirmRole', { byId: g.by_person_id, personId: id }))
    const takesBack = !confirm && may(actor, 'changePeople') && grants.every((g) => g.by_person_id === actor.personId)
    if (!second && !takesBack) return refuse(r.mayNotConfirm)
    const left = person.roles.filter((role) => !roles.includes(role))
    if (!confirm && person.roles.includes('productOwner') && !left.includes('productOwner')) {
      const administrators = await lockAdministrators(c.tx, actor.forceId)
      if (administrators.length === 1 && administrators[0] === id) return refuse(r.lastAdministrator)
    }
    await deleteGrants(c.tx, actor.forceId, id, roles)
    await updatePerson(c.tx, actor.forceId, id, { roles: confirm ? [...left, ...roles] : left })
    c.record(confirm ? 'person.rolesConfirmed' : 'person.rolesDeclined', `person:${id}`, { roles: [...roles] })
    return ok({})
  })
}
