import { expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { generalRefusals } from '../foundation/endpoint.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { changeForce } from './force.commands.ts'
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
    trainedUntil: new Date('2027-01-01T00:00:00Z'),
  }
  expect(await changePerson(bed, owner, id, change)).toEqual({ ok: true, value: {} })
  expect((await onePerson(bed.db, owner, id))?.person).toMatchObject({
    rank: 'Sgt',
    roles: ['contributor', 'supervisor'],
    trainedUntil: '2027-01-01T00:00:00.000Z',
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
  expect(await changePerson(bed, owner, one.id, { roles: ['productOwner', 'gold'] })).toMatchObject({ ok: true })
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
