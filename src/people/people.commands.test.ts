import { expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { generalRefusals } from '../foundation/endpoint.ts'
import type { Actor } from '../foundation/world.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { changeForce } from './force.commands.ts'
import { settleRoles } from './grant.commands.ts'
import { addPerson, changePerson, endPerson, giveSignIn } from './people.commands.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { listThePeople, onePerson } from './people.queries.ts'
import type { NewPerson } from './people.store.ts'
import { somebody } from './people.testbed.ts'
import { changePassword } from './sign-in.commands.ts'

const owner = { forceId: 'westshire', personId: 'owner', roles: ['productOwner'] }
const pc = { forceId: 'westshire', personId: 'leah', roles: ['contributor'] }
const leah: NewPerson & { signIn: boolean } = {
  name: 'Leah Corrigan',
  rank: 'PC',
  initials: 'LC',
  email: null,
  roles: ['contributor'],
  trainedUntil: null,
  signIn: false,
}

const added = async (bed: Testbed, changes: Partial<typeof leah> = {}): Promise<string> => {
  const outcome = await addPerson(bed, bed.actor, { ...leah, ...changes })
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  return outcome.value.id
}

/** Somebody who has signed in before. */
const atWork = async (bed: Testbed, name: string, roles: readonly string[]) => {
  const { id } = await somebody(bed, name, roles)
  await bed.db.updateTable('person').set({ signed_in_at: bed.clock.now() }).where('id', '=', id).execute()
  return { forceId: bed.forceId, personId: id, roles: [...roles] }
}

const factsOf = async (bed: Testbed) =>
  (await bed.db.selectFrom('fact').select(['kind', 'data']).orderBy('seq').execute()).map((f) => `${f.kind} ${f.data}`)

test('a person is added, promoted and leaves; the facts hold no name', async () => {
  await using bed = await openTestbed()
  const id = await added(bed, { email: 'leah@westshire.example', signIn: true })
  expect((await listThePeople(bed.db, pc, false)).people).toMatchObject([
    { id, name: 'Leah Corrigan', canSignIn: true, email: null, leftAt: null },
  ])
  expect((await onePerson(bed.db, owner, id))?.person.email).toBe('leah@westshire.example')
  const change = {
    rank: 'Sgt',
    name: 'Leah Farrow',
    email: 'farrow@westshire.example',
    roles: ['contributor', 'supervisor'],
  }
  expect(await changePerson(bed, bed.actor, id, change)).toEqual({ ok: true, value: {} })
  expect((await onePerson(bed.db, owner, id))?.person).toMatchObject({
    rank: 'Sgt',
    roles: ['contributor', 'supervisor'],
    initials: 'LC',
  })
  expect(await bed.db.selectFrom('auth_user').select(['name', 'email']).execute()).toEqual([
    { name: 'Leah Farrow', email: 'farrow@westshire.example' },
  ])
  expect(await endPerson(bed, owner, id)).toEqual({ ok: true, value: {} })
  expect((await listThePeople(bed.db, owner, false)).people).toEqual([])
  expect((await listThePeople(bed.db, owner, true)).people).toMatchObject([
    { id, roles: [], canSignIn: false, email: null, leftAt: bed.clock.now().toISOString() },
  ])
  const facts = await factsOf(bed)
  expect(facts.map((f) => f.split(' ')[0])).toEqual([
    'person.added',
    'person.signInGiven',
    'person.changed',
    'person.rankChanged',
    'person.left',
  ])
  expect(facts.join()).not.toMatch(/Leah|Farrow|Corrigan|@|Sgt/)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('a change that leaves rank and initials alone is no promotion', async () => {
  await using bed = await openTestbed()
  const id = await added(bed)
  await changePerson(bed, owner, id, { rank: 'PC', name: 'Leah Farrow' })
  expect((await factsOf(bed)).map((f) => f.split(' ')[0])).toEqual(['person.added', 'person.changed'])
})

test('the address of a leaver is free again', async () => {
  await using bed = await openTestbed()
  const first = await added(bed, { email: 'desk@westshire.example', signIn: true })
  await endPerson(bed, owner, first)
  expect(await added(bed, { email: 'desk@westshire.example', signIn: true })).not.toBe(first)
})

test('who may not, may not', async () => {
  await using bed = await openTestbed()
  const id = await added(bed)
  expect(await addPerson(bed, pc, leah)).toEqual({ ok: false, refusal: r.mayNotChangePeople })
  expect(await changePerson(bed, pc, id, { roles: ['productOwner'] })).toEqual({
    ok: false,
    refusal: r.mayNotChangePeople,
  })
  expect(await giveSignIn(bed, pc, id)).toEqual({ ok: false, refusal: r.mayNotChangePeople })
  expect(await endPerson(bed, pc, id)).toEqual({ ok: false, refusal: r.mayNotEndPeople })
  expect(await changeForce(bed, pc, { name: 'Mine' })).toEqual({ ok: false, refusal: r.mayNotChangeForce })
  expect(await bed.db.selectFrom('person').select('roles').execute()).toEqual([{ roles: ['contributor'] }])
})

test('people of another force, and people who are not there', async () => {
  await using bed = await openTestbed()
  const id = await added(bed)
  const other = { ...owner, forceId: 'eastshire' }
  for (const [actor, who] of [
    [other, id],
    [owner, 'none'],
  ] as const) {
    expect(await changePerson(bed, actor, who, { name: 'X' })).toEqual({ ok: false, refusal: r.noPerson })
    expect(await giveSignIn(bed, actor, who)).toEqual({ ok: false, refusal: r.noPerson })
    expect(await endPerson(bed, actor, who)).toEqual({ ok: false, refusal: r.noPerson })
    expect(await onePerson(bed.db, actor, who)).toBeNull()
  }
})

test('somebody who left stays as they were', async () => {
  await using bed = await openTestbed()
  const id = await added(bed, { email: 'leah@westshire.example' })
  await endPerson(bed, owner, id)
  expect(await changePerson(bed, owner, id, { name: 'X' })).toEqual({ ok: false, refusal: r.hasLeft })
  expect(await giveSignIn(bed, owner, id)).toEqual({ ok: false, refusal: r.hasLeft })
  expect(await endPerson(bed, owner, id)).toEqual({ ok: false, refusal: r.hasLeft })
})

test('one address, one sign-in, also when both are added at once', async () => {
  await using bed = await openTestbed()
  const same = { ...leah, email: 'desk@westshire.example', signIn: true }
  const outcomes = await Promise.all([addPerson(bed, owner, same), addPerson(bed, owner, same)])
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
  expect(outcomes.filter((o) => !o.ok)).toEqual([{ ok: false, refusal: r.emailTaken }])
  const id = await added(bed)
  expect(await changePerson(bed, owner, id, { email: 'desk@westshire.example' })).toEqual({
    ok: false,
    refusal: r.emailTaken,
  })
  await bed.db.insertInto('force').values({ id: 'eastshire', name: 'Eastshire', created_at: bed.clock.now() }).execute()
  expect(await addPerson(bed, { ...owner, forceId: 'eastshire' }, same)).toEqual({ ok: false, refusal: r.emailTaken })
  const quiet = await addPerson(bed, { ...owner, forceId: 'eastshire' }, { ...same, signIn: false })
  if (!quiet.ok) throw new Error(quiet.refusal.id)
  expect(await giveSignIn(bed, { ...owner, forceId: 'eastshire' }, quiet.value.id)).toEqual({
    ok: false,
    refusal: r.emailTaken,
  })
})

test('a sign-in needs an address', async () => {
  await using bed = await openTestbed()
  expect(await addPerson(bed, owner, { ...leah, signIn: true })).toEqual({ ok: false, refusal: r.needsEmail })
  const id = await added(bed)
  expect(await giveSignIn(bed, owner, id)).toEqual({ ok: false, refusal: r.needsEmail })
  await changePerson(bed, owner, id, { email: 'leah@westshire.example' })
  expect(await giveSignIn(bed, owner, id)).toMatchObject({
    ok: true,
    value: { oneTime: { email: 'leah@westshire.example', until: '2026-09-10T09:00:00.000Z' } },
  })
  expect(await changePerson(bed, owner, id, { email: null })).toEqual({ ok: false, refusal: r.needsEmail })
})

test('a new one-time password ends the old password, every device and the second factor', async () => {
  await using bed = await openTestbed()
  const who = await somebody(bed, 'Jan', [])
  const { id: userId } = await bed.db.selectFrom('auth_user').select('id').executeTakeFirstOrThrow()
  await bed.db.updateTable('auth_user').set({ two_factor_enabled: true }).execute()
  await bed.db
    .insertInto('auth_two_factor')
    .values({ id: 't', user_id: userId, secret: 's', backup_codes: 'b' })
    .execute()
  await bed.db
    .insertInto('auth_session')
    .values({ id: 's', user_id: userId, token: 't', expires_at: new Date(Date.now() + 1e6) })
    .execute()
  const again = await giveSignIn(bed, owner, who.id)
  if (!again.ok) throw new Error(again.refusal.id)
  expect(again.value.oneTime.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  expect(await bed.db.selectFrom('auth_session').select('id').execute()).toEqual([])
  expect(await bed.db.selectFrom('auth_two_factor').select('id').execute()).toEqual([])
  const me = { forceId: bed.forceId, personId: who.id, roles: [] }
  expect(await changePassword(bed, me, { present: who.password, next: 'a long new password' }, null)).toEqual({
    ok: false,
    refusal: r.wrongPassword,
  })
  expect(
    await changePassword(bed, me, { present: again.value.oneTime.password, next: 'a long new password' }, null),
  ).toEqual({ ok: true, value: {} })
  expect(await changePassword(bed, bed.actor, { present: 'a', next: 'b' }, null)).toEqual({
    ok: false,
    refusal: generalRefusals.notSignedIn,
  })
})

test('alone, a product owner gives any role, and every administrator sees it; afterwards a second person confirms', async () => {
  await using bed = await openTestbed()
  const owen = await atWork(bed, 'Owen', ['productOwner'])
  const rolesOf = async (id: string) => (await onePerson(bed.db, owen, id))?.person.roles
  const give = async (roles: readonly string[]) => {
    const made = await addPerson(bed, owen, { ...leah, roles })
    if (!made.ok) throw new Error(made.refusal.id)
    return made.value.id
  }
  const first = await give(['headOfCommunications', 'contributor'])
  expect(await rolesOf(first)).toEqual(['headOfCommunications', 'contributor'])
  expect(await factsOf(bed)).toContainEqual(expect.stringMatching(/^person.rolesGivenAlone .*headOfCommunications/))
  expect((await onePerson(bed.db, owen, first))?.person.grants).toMatchObject([{ counts: true, mayConfirm: false }])

  const priya = await atWork(bed, 'Priya', ['headOfCommunications'])
  const puppet = await give(['productOwner', 'gold', 'contributor'])
  expect(await rolesOf(puppet)).toEqual(['contributor'])
  const settle = (actor: Actor, roles: string[], confirm: boolean) =>
    settleRoles(bed, actor, { id: puppet, roles, confirm })
  expect(await settle(owen, ['gold'], true)).toEqual({ ok: false, refusal: r.mayNotConfirm })
  expect(await settle({ ...priya, personId: puppet }, ['gold'], true)).toEqual({ ok: false, refusal: r.mayNotConfirm })
  expect(await settle(bed.actor, ['gold'], true)).toEqual({ ok: false, refusal: r.mayNotConfirm })
  expect(await settle(priya, ['gold', 'sio'], true)).toEqual({ ok: false, refusal: r.rolesSettled })
  expect(await settle(priya, ['gold'], true)).toEqual({ ok: true, value: {} })
  expect(await settle(priya, ['gold'], true)).toEqual({ ok: false, refusal: r.rolesSettled })
  expect(await rolesOf(puppet)).toEqual(['contributor', 'gold'])
  expect(await settle(owen, ['productOwner'], false)).toEqual({ ok: true, value: {} })
  expect(await rolesOf(puppet)).toEqual(['contributor', 'gold'])
  expect(await settleRoles(bed, priya, { id: first, roles: ['headOfCommunications'], confirm: false })).toMatchObject({
    ok: true,
  })
  expect(await rolesOf(first)).toEqual(['contributor'])
})

test('a change of roles waits too, is not asked twice, and ends when it is taken out or the person leaves', async () => {
  await using bed = await openTestbed()
  const owen = await atWork(bed, 'Owen', ['productOwner'])
  await atWork(bed, 'Priya', ['headOfCommunications'])
  const id = await added(bed)
  const open = async () => (await onePerson(bed.db, owen, id))?.person.grants.map((g) => g.role)
  const change = (roles: string[]) => changePerson(bed, owen, id, { roles })
  await change(['contributor', 'supervisor', 'gold'])
  await change(['contributor', 'supervisor', 'gold'])
  expect(await open()).toEqual(['gold', 'supervisor'])
  expect((await factsOf(bed)).filter((f) => f.startsWith('person.rolesAsked'))).toHaveLength(1)
  await change(['contributor', 'supervisor'])
  expect(await open()).toEqual(['supervisor'])
  await changePerson(bed, owen, id, { rank: 'Sgt' })
  expect(await open()).toEqual(['supervisor'])
  await endPerson(bed, owen, id)
  expect(await open()).toEqual([])
})

test('whoever makes somebody a new password does not come into their powerful roles by it', async () => {
  await using bed = await openTestbed()
  const owen = await atWork(bed, 'Owen', ['productOwner'])
  const priya = await atWork(bed, 'Priya', ['headOfCommunications', 'contributor'])
  const ros = await atWork(bed, 'Ros', ['productOwner'])
  expect(await giveSignIn(bed, owen, priya.personId)).toMatchObject({ ok: true })
  expect((await onePerson(bed.db, owen, priya.personId))?.person).toMatchObject({
    roles: ['contributor'],
    grants: [{ role: 'headOfCommunications', counts: false }],
  })
  const confirm = { id: priya.personId, roles: ['headOfCommunications'], confirm: true }
  expect(await settleRoles(bed, owen, confirm)).toEqual({ ok: false, refusal: r.mayNotConfirm })
  expect(await settleRoles(bed, ros, confirm)).toEqual({ ok: true, value: {} })
})

test('a product owner gives themselves no role while another could, and alone may', async () => {
  await using bed = await openTestbed()
  const one = await somebody(bed, 'One', ['productOwner'])
  const self = { ...owner, personId: one.id }
  expect(await changePerson(bed, self, one.id, { roles: ['productOwner', 'trainer'] })).toMatchObject({ ok: true })
  await somebody(bed, 'Two', ['productOwner'])
  expect(await changePerson(bed, self, one.id, { roles: ['productOwner', 'trainer', 'gold'] })).toEqual({
    ok: false,
    refusal: r.notYourself,
  })
  expect(await changePerson(bed, self, one.id, { rank: 'Sgt', roles: ['productOwner'] })).toMatchObject({ ok: true })
  expect(await changePerson(bed, bed.actor, one.id, { roles: ['productOwner', 'gold'] })).toMatchObject({ ok: true })
})

test('the last product owner who can sign in stays, also when two end each other at once', async () => {
  await using bed = await openTestbed()
  const one = await somebody(bed, 'One', ['productOwner'])
  await added(bed, { roles: ['productOwner'] })
  expect(await endPerson(bed, owner, one.id)).toEqual({ ok: false, refusal: r.lastAdministrator })
  expect(await changePerson(bed, owner, one.id, { roles: ['trainer'] })).toEqual({
    ok: false,
    refusal: r.lastAdministrator,
  })
  expect(await changePerson(bed, owner, one.id, { roles: ['trainer', 'productOwner'] })).toMatchObject({ ok: true })
  const two = await somebody(bed, 'Two', ['productOwner'])
  const outcomes = await Promise.all([endPerson(bed, owner, one.id), endPerson(bed, owner, two.id)])
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
  expect(outcomes.filter((o) => !o.ok)).toEqual([{ ok: false, refusal: r.lastAdministrator }])
})
