import { randomInt } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { type Commanding, command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { confirmAnew, rolesThatCount } from './grant.commands.ts'
import { may } from './may.ts'
import { peopleRefusals as r } from './people.contract.ts'
import {
  insertPerson,
  lockAdministrators,
  lockPerson,
  type NewPerson,
  type PersonRow,
  updatePerson,
} from './people.store.ts'
import { oneTimeDays } from './person.ts'
import {
  deleteSignIn,
  endSecondFactor,
  endSessions,
  insertSignIn,
  updatePassword,
  updateSignInName,
} from './sign-in.store.ts'
import { beginTraining } from './training/training.commands.ts'

export type OneTime = { email: string; password: string; until: string }

/** A password that is made here and never kept in plain. */
type Made = { password: string; hash: string }

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

export async function makePassword(): Promise<Made> {
  const group = () => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join('')
  const password = [group(), group(), group(), group()].join('-')
  return { password, hash: await hashPassword(password) }
}

/** Adds a person. With `signIn` they get a one-time password, which is returned once and kept nowhere. */
export async function addPerson(
  world: World,
  actor: Actor,
  p: NewPerson & { signIn: boolean },
): Promise<Outcome<{ id: string; oneTime: OneTime | null }>> {
  if (!may(actor, 'changePeople')) return refuse(r.mayNotChangePeople)
  if (p.signIn && p.email === null) return refuse(r.needsEmail)
  const made = p.signIn ? await makePassword() : null
  return withFreeEmail(() => command(world, actor, async (c) => ok(await addInside(c, p, made))))
}

/** The same inside another command, as the first person of a force. `made`: their one-time password; null without a sign-in. */
export async function addInside(
  c: Commanding,
  p: NewPerson,
  made: Made | null,
): Promise<{ id: string; oneTime: OneTime | null }> {
  const { forceId } = c.actor
  const id = newId(c.now)
  await insertPerson(c.tx, forceId, id, { ...p, roles: [] }, c.now)
  const roles = await rolesThatCount(c, { personId: id, held: [], wanted: p.roles })
  await updatePerson(c.tx, forceId, id, { roles })
  c.record('person.added', `person:${id}`, { roles, signIn: made !== null })
  await beginTraining(c, id, p.trainedUntil)
  const oneTime = made && p.email ? await beginSignIn(c, { id, name: p.name, email: p.email }, made) : null
  return { id, oneTime }
}

/** A new sign-in for somebody who has none. */
async function beginSignIn(
  c: Commanding,
  person: { id: string; name: string; email: string },
  made: Made,
): Promise<OneTime> {
  const userId = newId(c.now)
  await insertSignIn(c.tx, { id: userId, name: person.name, email: person.email, hash: made.hash }, c.now)
  return giveOneTime(c, person, userId, made)
}

async function giveOneTime(
  c: Commanding,
  person: { id: string; email: string },
  userId: string,
  made: Made,
): Promise<OneTime> {
  const until = new Date(c.now.getTime() + oneTimeDays * 86_400_000)
  await updatePerson(c.tx, c.actor.forceId, person.id, {
    auth_user_id: userId,
    one_time_until: until,
    tries: 0,
    tries_from: null,
  })
  c.record('person.signInGiven', `person:${person.id}`, { until: until.toISOString() })
  return { email: person.email, password: made.password, until: until.toISOString() }
}

/** Two people at the same address: the database sees it, also when both are added at once. */
export async function withFreeEmail<T>(change: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof Error && /person_email|auth_user_email_key/.test(error.message)) return refuse(r.emailTaken)
    throw error
  }
}

/** The person as the change finds them, or why nothing may be changed. */
async function present(c: Commanding, id: string): Promise<Outcome<PersonRow>> {
  const person = await lockPerson(c.tx, c.actor.forceId, id)
  if (!person) return refuse(r.noPerson)
  return person.left_at ? refuse(r.hasLeft) : ok(person)
}

type Changeable = Omit<NewPerson, 'trainedUntil'>
export type PersonChange = { [K in keyof Changeable]?: Changeable[K] | undefined }

/** Changes what is given and leaves the rest. A new rank or new initials are a fact of their own: signatures follow it. */
export function changePerson(
  world: World,
  actor: Actor,
  id: string,
  change: PersonChange,
): Promise<Outcome<Record<never, never>>> {
  return withFreeEmail(() =>
    command(world, actor, async (c) => {
      if (!may(actor, 'changePeople')) return refuse(r.mayNotChangePeople)
      const found = await present(c, id)
      if (!found.ok) return found
      const no = await whyNot(c, found.value, change)
      if (no) return no
      await saveChange(c, found.value, change)
      return ok({})
    }),
  )
}

async function whyNot(
  c: Commanding,
  person: PersonRow,
  change: PersonChange,
): Promise<(Outcome<never> & { ok: false }) | null> {
  if (change.email === null && person.auth_user_id !== null) return failing(r.needsEmail)
  if (await addsToOneself(c, person, change)) return failing(r.notYourself)
  const steps = change.roles && person.roles.includes('productOwner') && !change.roles.includes('productOwner')
  return steps && (await isLastAdministrator(c, person.id)) ? failing(r.lastAdministrator) : null
}

const failing = (refusal: (typeof r)[keyof typeof r]): Outcome<never> & { ok: false } => ({ ok: false, refusal })

/** Nobody gives themselves a role while another product owner could give it; one who is alone may. */
async function addsToOneself(c: Commanding, person: PersonRow, change: PersonChange): Promise<boolean> {
  if (c.actor.personId !== person.id || !change.roles?.some((role) => !person.roles.includes(role))) return false
  return (await lockAdministrators(c.tx, c.actor.forceId)).some((id) => id !== person.id)
}

async function isLastAdministrator(c: Commanding, id: string): Promise<boolean> {
  const administrators = await lockAdministrators(c.tx, c.actor.forceId)
  return administrators.length === 1 && administrators[0] === id
}

async function saveChange(c: Commanding, person: PersonRow, change: PersonChange): Promise<void> {
  const roles = change.roles
    ? await rolesThatCount(c, { personId: person.id, held: person.roles, wanted: change.roles })
    : null
  const columns = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.rank === undefined ? {} : { rank: change.rank }),
    ...(change.initials === undefined ? {} : { initials: change.initials }),
    ...(change.email === undefined ? {} : { email: change.email }),
    ...(roles === null ? {} : { roles }),
  }
  await updatePerson(c.tx, c.actor.forceId, person.id, columns)
  const { name, email } = change
  if (person.auth_user_id && (name || email)) {
    await updateSignInName(c.tx, person.auth_user_id, { ...(name ? { name } : {}), ...(email ? { email } : {}) }, c.now)
  }
  const subject = `person:${person.id}`
  c.record('person.changed', subject, {
    fields: Object.keys(columns).sort(),
    ...(roles === null ? {} : { roles }),
  })
  const spokenAs =
    (change.rank ?? person.rank) !== person.rank || (change.initials ?? person.initials) !== person.initials
  if (spokenAs) c.record('person.rankChanged', subject)
}

/**
 * A one-time password for somebody who has none yet or lost theirs: every device is signed out, the second factor begins anew, and a second
 * person confirms the powerful roles that they hold.
 */
export async function giveSignIn(world: World, actor: Actor, id: string): Promise<Outcome<{ oneTime: OneTime }>> {
  if (!may(actor, 'changePeople')) return refuse(r.mayNotChangePeople)
  const made = await makePassword()
  return withFreeEmail(() =>
    command(world, actor, async (c) => {
      const found = await present(c, id)
      if (!found.ok) return found
      const { name, email, auth_user_id: userId } = found.value
      if (email === null) return refuse(r.needsEmail)
      await confirmAnew(c, found.value)
      if (userId === null) return ok({ oneTime: await beginSignIn(c, { id, name, email }, made) })
      await updatePassword(c.tx, userId, made.hash, c.now)
      await endSessions(c.tx, userId)
      await endSecondFactor(c.tx, userId, c.now)
      return ok({ oneTime: await giveOneTime(c, { id, email }, userId, made) })
    }),
  )
}

/** A leaver: roles, sign-in and every open device end in this transaction. Name and rank stay, because old posts lead to them. */
export function endPerson(world: World, actor: Actor, id: string): Promise<Outcome<Record<never, never>>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'endPeople')) return refuse(r.mayNotEndPeople)
    const found = await present(c, id)
    if (!found.ok) return found
    if (await isLastAdministrator(c, id)) return refuse(r.lastAdministrator)
    const nothing = { roles: [], email: null, auth_user_id: null, one_time_until: null, tries: 0, tries_from: null }
    await updatePerson(c.tx, actor.forceId, id, { ...nothing, left_at: c.now })
    await rolesThatCount(c, { personId: id, held: [], wanted: [] })
    if (found.value.auth_user_id) await deleteSignIn(c.tx, found.value.auth_user_id)
    c.record('person.left', `person:${id}`)
    return ok({})
  })
}
