import { expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { firstRun, firstRunCode, setUpCode } from './first-run.commands.ts'
import { addForce, changeForce } from './force.commands.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { actorOfUser, forceAndSettings, nobodyCanSignIn, whoAmI } from './people.queries.ts'
import { somebody } from './people.testbed.ts'

const owner = { forceId: 'westshire', personId: 'owner', roles: ['productOwner'] }

const factsOf = async (bed: Testbed) =>
  (await bed.db.selectFrom('fact').select(['kind', 'data']).orderBy('seq').execute()).map((f) => `${f.kind} ${f.data}`)

test('a force that insists on a second factor lets its product owner do nothing before, and others as ever', async () => {
  await using bed = await openTestbed()
  const [jan, pat] = [await somebody(bed, 'Jan', ['productOwner']), await somebody(bed, 'Pat', ['supervisor'])]
  await bed.db.updateTable('person').set({ one_time_until: null }).execute()
  const userOf = async (id: string) =>
    (await bed.db.selectFrom('person').select('auth_user_id').where('id', '=', id).executeTakeFirstOrThrow())
      .auth_user_id ?? ''
  const rolesOf = async (id: string) => (await actorOfUser(bed.db, await userOf(id)))?.roles
  expect(await rolesOf(jan.id)).toEqual(['productOwner'])
  await changeForce(bed, owner, { settings: { insistOnSecondFactor: true } })
  expect(await rolesOf(jan.id)).toEqual([])
  expect(await rolesOf(pat.id)).toEqual(['supervisor'])
  expect(await whoAmI(bed.db, { ...owner, personId: jan.id })).toMatchObject({
    needsSecondFactor: 'must',
    roleNames: ['Product owner'],
  })
  await bed.db
    .updateTable('auth_user')
    .set({ two_factor_enabled: true })
    .where('id', '=', await userOf(jan.id))
    .execute()
  expect(await rolesOf(jan.id)).toEqual(['productOwner'])
})

test('settings: what is left out stays, and what cannot be read counts as not set', async () => {
  await using bed = await openTestbed()
  await changeForce(bed, owner, { settings: { corporateNumbers: ['101'], lowRiskAtOnce: false } })
  await changeForce(bed, owner, {
    name: 'Westshire Constabulary',
    timeZone: 'Europe/Dublin',
    settings: { lowRiskSample: 0.5 },
  })
  const { force, settings } = await forceAndSettings(bed.db, bed.forceId)
  expect(force).toEqual({
    ...{ id: 'westshire', name: 'Westshire Constabulary', timeZone: 'Europe/Dublin' },
    ...{ kind: 'force', demo: false },
  })
  expect(settings).toMatchObject({
    corporateNumbers: ['101'],
    lowRiskAtOnce: false,
    lowRiskSample: 0.5,
    jurisdiction: 'englandWales',
  })
  expect((await factsOf(bed)).at(-1)).toBe('force.changed {"fields":["name","timeZone","lowRiskSample"]}')
  await bed.db
    .updateTable('force')
    .set({ settings: JSON.stringify({ corporateNumbers: 'all', lowRiskSample: 0.3 }) })
    .execute()
  expect((await forceAndSettings(bed.db, bed.forceId)).settings).toMatchObject({
    corporateNumbers: [],
    lowRiskSample: 0.3,
  })
  await bed.db
    .updateTable('force')
    .set({ settings: JSON.stringify([1]) })
    .execute()
  expect((await forceAndSettings(bed.db, bed.forceId)).settings).toMatchObject({ lowRiskSample: 0.2 })
})

test('the first run happens once, though eight do it at the same time', async () => {
  await using bed = await openTestbed()
  const person = {
    name: 'Jan',
    rank: 'Ms',
    initials: 'JW',
    email: 'jan@harbourtown.example',
    password: 'a password of her own',
  }
  const given = {
    code: (await firstRunCode(bed)) ?? '',
    force: { name: 'Harbourtown Constabulary', timeZone: 'Europe/London' },
    person,
  }
  expect(await nobodyCanSignIn(bed.db)).toBe(true)
  expect(await firstRun(bed, { ...given, code: 'abc' })).toEqual({ ok: false, refusal: r.wrongCode })
  expect(await firstRun(bed, { ...given, code: given.code.replace(/.$/, '?') })).toEqual({
    ok: false,
    refusal: r.wrongCode,
  })
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      firstRun(bed, { ...given, person: { ...person, email: `n${n}@harbourtown.example` } }),
    ),
  )
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
  for (const o of outcomes.filter((o) => !o.ok)) expect(o).toEqual({ ok: false, refusal: r.alreadySetUp })
  expect(await firstRun(bed, given)).toEqual({ ok: false, refusal: r.alreadySetUp })
  expect(await nobodyCanSignIn(bed.db)).toBe(false)
  expect(await firstRunCode(bed)).toBeNull()
  expect(await bed.db.selectFrom('person').select(['roles', 'one_time_until']).execute()).toEqual([
    { roles: ['productOwner'], one_time_until: null },
  ])
  const forces = await bed.db.selectFrom('force').select('id').where('id', '<>', 'westshire').execute()
  expect(forces).toHaveLength(1)
  expect(await verifyChain(bed.db, forces[0]?.id ?? '')).toEqual({ whole: true, facts: 2 })
})

test('the set-up code is the same in every process and another in every installation', () => {
  expect(setUpCode('a'.repeat(32))).toBe(setUpCode('a'.repeat(32)))
  expect(setUpCode('a'.repeat(32))).not.toBe(setUpCode('b'.repeat(32)))
  expect(setUpCode('a'.repeat(32))).toMatch(/^([0-9a-f]{6}-){3}[0-9a-f]{6}$/)
})

test('a further force and an inspectorate are added beside the first, each with somebody who signs in there alone', async () => {
  await using bed = await openTestbed()
  const person = { name: 'Ines Vale', rank: 'Ms', initials: 'IV', email: 'ines@inspectorate.example' }
  const given = { name: 'The Inspectorate', timeZone: 'Europe/London', kind: 'inspectorate' as const, person }
  await bed.db.updateTable('person').set({ auth_user_id: null }).execute()
  await bed.db.deleteFrom('auth_user').execute()
  expect(await addForce(bed, given)).toMatchObject({ ok: false, refusal: r.notSetUp })
  await somebody(bed, 'Jan', ['productOwner'])
  const added = await addForce(bed, given)
  expect(added).toMatchObject({ ok: true, value: { oneTime: { email: 'ines@inspectorate.example' } } })
  if (!added.ok) return
  const user = await bed.db
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', person.email)
    .executeTakeFirstOrThrow()
  await bed.db.updateTable('person').set({ one_time_until: null }).where('auth_user_id', '=', user.id).execute()
  expect(await actorOfUser(bed.db, user.id)).toMatchObject({
    forceId: added.value.forceId,
    roles: ['productOwner', 'inspector'],
  })
  expect(await verifyChain(bed.db, added.value.forceId)).toMatchObject({ whole: true, facts: 3 })
  // An address belongs to one person of the whole installation; nothing half-made is left.
  expect(await addForce(bed, { ...given, name: 'Eastshire Police', kind: 'force' })).toMatchObject({
    ok: false,
    refusal: r.emailTaken,
  })
  expect(await bed.db.selectFrom('force').select('kind').where('name', '!=', 'Westshire Police').execute()).toEqual([
    { kind: 'inspectorate' },
  ])
})
