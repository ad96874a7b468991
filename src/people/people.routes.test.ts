import { expect, test } from 'vitest'
import type { Endpoint } from '../foundation/endpoint.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { setUpCode } from './first-run.commands.ts'
import * as doors from './people.contract.ts'
import { type Browser, openBrowser, openDoors, settled, somebody } from './people.testbed.ts'
import { signInEndpoint } from './sign-in.contract.ts'

/** A browser in which somebody with these roles is signed in. */
async function signedIn(
  bed: Testbed,
  name: string,
  roles: readonly string[],
): Promise<Browser & { id: string; password: string }> {
  const who = await somebody(bed, name, roles)
  await settled(bed, who.id)
  const browser = openBrowser(openDoors(bed))
  await browser.call(signInEndpoint, who)
  return { ...browser, id: who.id, password: who.password }
}

const leah = {
  name: 'Leah Corrigan',
  rank: 'PC',
  initials: 'LC',
  email: 'Leah@Westshire.example',
  roles: ['contributor'],
  signIn: true,
} as const

test('first run: needed, done once, signed in, and then closed', async () => {
  await using bed = await openTestbed()
  const browser = openBrowser(openDoors(bed))
  const person = {
    name: 'Jan Whitcombe',
    rank: 'Ms',
    initials: 'JW',
    email: 'jan@harbourtown.example',
    password: 'a password of her own',
  }
  const force = { name: 'Harbourtown Constabulary', timeZone: 'Europe/London' }
  const run = (changes: object) =>
    browser.call(doors.firstRunEndpoint, { code: setUpCode(bed.config.secrets[0]), force, person, ...changes })
  expect(await browser.call(doors.firstRunState, {})).toMatchObject({ status: 200, body: { needed: true } })
  expect(await run({ code: 'guess' })).toMatchObject({ status: 403, refused: 'wrongCode' })
  for (const wrong of [
    { person: { ...person, password: 'short' } },
    { person: { ...person, email: 'jan' } },
    { person: { ...person, initials: '4' } },
    { force: { ...force, timeZone: 'Mars/Olympus' } },
    { force: { ...force, timeZone: '+01:00' } },
    { code: 7 },
    { person: null },
  ]) {
    expect(await run(wrong)).toMatchObject({ status: 422, refused: 'wrongShape' })
  }
  expect(await run({})).toMatchObject({
    status: 200,
    body: { forceId: expect.any(String), personId: expect.any(String) },
  })
  expect(await run({})).toMatchObject({ status: 409, refused: 'alreadySetUp' })
  expect(await browser.call(doors.firstRunState, {})).toMatchObject({ body: { needed: false } })
  expect(await browser.call(signInEndpoint, person)).toMatchObject({ status: 200 })
  expect(await browser.call(doors.meEndpoint, {})).toMatchObject({
    body: {
      name: 'Jan Whitcombe',
      roles: ['productOwner'],
      force: { name: 'Harbourtown Constabulary' },
      mustChangePassword: false,
      needsSecondFactor: 'should',
    },
  })
})

test('first run: guessing is slowed down', async () => {
  await using bed = await openTestbed()
  const browser = openBrowser(openDoors(bed))
  const input = {
    code: 'guess',
    force: { name: 'Mine' },
    person: { name: 'M', rank: 'M', initials: 'M', email: 'm@example.org', password: 'a long password' },
  }
  const answers = []
  for (let n = 0; n < 25; n++) answers.push((await browser.call(doors.firstRunEndpoint, input)).refused)
  expect(answers).toContain('wrongCode')
  expect(answers.at(-1)).toBe('tooOften')
})

test('people over HTTP: added, read, changed, given a new password, ended', async () => {
  await using bed = await openTestbed()
  const owner = await signedIn(bed, 'Owner', ['productOwner'])
  const { body } = await owner.call(doors.addPersonEndpoint, { ...leah, trainedUntil: '2027-01-01T00:00:00Z' })
  expect(body).toMatchObject({ oneTime: { email: 'leah@westshire.example', password: expect.any(String) } })
  const { id } = body
  expect(await owner.call(doors.listPeople, {})).toMatchObject({
    body: { people: [{ name: 'Leah Corrigan' }, { name: 'Owner', lastSignIn: expect.any(String) }], mayChange: true },
  })
  expect(await owner.call(doors.readPerson, { id })).toMatchObject({
    body: { person: { email: 'leah@westshire.example', canSignIn: true } },
  })
  expect(await owner.call(doors.changePersonEndpoint, { id, rank: 'Sgt' })).toMatchObject({ status: 200 })
  expect(await owner.call(doors.readPerson, { id })).toMatchObject({
    body: { person: { rank: 'Sgt', initials: 'LC', trainedUntil: '2027-01-01T00:00:00.000Z' } },
  })
  expect((await owner.call(doors.giveSignInEndpoint, { id })).body.oneTime.password).not.toBe(body.oneTime?.password)
  expect(await owner.call(doors.leaveEndpoint, { id })).toMatchObject({ status: 200 })
  expect(await owner.call(doors.listPeople, { left: 'yes' })).toMatchObject({ body: { people: [{ id, roles: [] }] } })
})

test('every refusal of every door is given', async () => {
  await using bed = await openTestbed()
  const owner = await signedIn(bed, 'Owner', ['productOwner'])
  const pc = await signedIn(bed, 'Pc', ['contributor'])
  const { id } = (await owner.call(doors.addPersonEndpoint, leah)).body
  const bare = (await owner.call(doors.addPersonEndpoint, { ...leah, email: null, signIn: false })).body.id
  const gone = (await owner.call(doors.addPersonEndpoint, { ...leah, email: null, signIn: false })).body.id
  await owner.call(doors.leaveEndpoint, { id: gone })
  const twin = (await owner.call(doors.addPersonEndpoint, { ...leah, email: 'twin@other.example', signIn: false })).body
    .id
  await bed.db
    .updateTable('auth_user')
    .set({ email: 'twin@other.example' })
    .where('email', '=', 'leah@westshire.example')
    .execute()
  const head = await signedIn(bed, 'Priya', ['headOfCommunications'])
  const boss = (
    await owner.call(doors.addPersonEndpoint, { ...leah, email: null, signIn: false, roles: ['productOwner'] })
  ).body.id
  await bed.db
    .insertInto('role_grant')
    .values({
      force_id: bed.forceId,
      person_id: owner.id,
      role: 'productOwner',
      by_person_id: boss,
      at: bed.clock.now(),
      counts: true,
    })
    .execute()
  const given: [Browser, Endpoint, Record<string, unknown>, string][] = [
    [pc, doors.addPersonEndpoint, leah, 'mayNotChangePeople'],
    [owner, doors.addPersonEndpoint, leah, 'emailTaken'],
    [owner, doors.addPersonEndpoint, { ...leah, email: null }, 'needsEmail'],
    [pc, doors.changePersonEndpoint, { id, name: 'X' }, 'mayNotChangePeople'],
    [owner, doors.changePersonEndpoint, { id: 'none', name: 'X' }, 'noPerson'],
    [owner, doors.changePersonEndpoint, { id: gone, name: 'X' }, 'hasLeft'],
    [owner, doors.changePersonEndpoint, { id: bare, email: leah.email }, 'emailTaken'],
    [owner, doors.changePersonEndpoint, { id, email: null }, 'needsEmail'],
    [owner, doors.changePersonEndpoint, { id: owner.id, roles: [] }, 'lastAdministrator'],
    [pc, doors.giveSignInEndpoint, { id }, 'mayNotChangePeople'],
    [owner, doors.giveSignInEndpoint, { id: 'none' }, 'noPerson'],
    [owner, doors.giveSignInEndpoint, { id: gone }, 'hasLeft'],
    [owner, doors.giveSignInEndpoint, { id: bare }, 'needsEmail'],
    [owner, doors.giveSignInEndpoint, { id: twin }, 'emailTaken'],
    [owner, doors.settleRolesEndpoint, { id: 'none', roles: ['gold'], confirm: true }, 'noPerson'],
    [owner, doors.settleRolesEndpoint, { id, roles: ['gold'], confirm: true }, 'rolesSettled'],
    [pc, doors.settleRolesEndpoint, { id: boss, roles: ['productOwner'], confirm: false }, 'mayNotConfirm'],
    [head, doors.settleRolesEndpoint, { id: owner.id, roles: ['productOwner'], confirm: false }, 'lastAdministrator'],
    [pc, doors.leaveEndpoint, { id }, 'mayNotEndPeople'],
    [owner, doors.leaveEndpoint, { id: 'none' }, 'noPerson'],
    [owner, doors.leaveEndpoint, { id: gone }, 'hasLeft'],
    [owner, doors.leaveEndpoint, { id: owner.id }, 'lastAdministrator'],
    [owner, doors.readPerson, { id: 'none' }, 'noPerson'],
    [pc, doors.changeForceEndpoint, { name: 'Mine' }, 'mayNotChangeForce'],
  ]
  for (const [browser, door, input, refused] of given) {
    const answer = await browser.call(door, input)
    expect([door.path, answer.refused, answer.status]).toEqual([
      door.path,
      refused,
      door.refusals.find((r) => r.id === refused)?.status,
    ])
  }
  const second = await signedIn(bed, 'Second', ['productOwner'])
  expect(await second.call(doors.changePersonEndpoint, { id: second.id, roles: ['gold'] })).toMatchObject({
    status: 403,
    refused: 'notYourself',
  })
  const covered = new Set(given.map(([, door, , refused]) => `${door.path} ${refused}`))
  covered.add(`${doors.changePersonEndpoint.path} notYourself`)
  const elsewhere = [doors.changePasswordEndpoint, doors.firstRunEndpoint].map((door) => door.path)
  for (const door of Object.values(doors)) {
    if (!('path' in door) || elsewhere.includes(door.path)) continue
    for (const refusal of door.refusals) expect(covered).toContain(`${door.path} ${refusal.id}`)
  }
})

test('wrong types are refused before they reach the room', async () => {
  await using bed = await openTestbed()
  const owner = await signedIn(bed, 'Owner', ['productOwner'])
  const wrong: [Endpoint, Record<string, unknown>][] = [
    [doors.addPersonEndpoint, {}],
    [doors.addPersonEndpoint, { ...leah, roles: ['emperor'] }],
    [doors.addPersonEndpoint, { ...leah, roles: 'contributor' }],
    [doors.addPersonEndpoint, { ...leah, initials: 'L.C.' }],
    [doors.addPersonEndpoint, { ...leah, email: 'leah' }],
    [doors.addPersonEndpoint, { ...leah, name: ' ' }],
    [doors.addPersonEndpoint, { ...leah, trainedUntil: 'Monday' }],
    [doors.changePersonEndpoint, { id: 'a'.repeat(65), name: 'X' }],
    [doors.listPeople, { left: 'perhaps' }],
    [doors.changeForceEndpoint, { timeZone: 5 }],
    [doors.changeForceEndpoint, { settings: { lowRiskSample: 2 } }],
    [
      doors.changeForceEndpoint,
      { settings: { pack: { preElection: [{ from: '2026-05-07', to: '2026-04-01', words: 'Council' }] } } },
    ],
  ]
  for (const [door, input] of wrong)
    expect(await owner.call(door, input)).toMatchObject({ status: 422, refused: 'wrongShape' })
  expect(await bed.db.selectFrom('person').select('id').execute()).toHaveLength(1)
})

test('settings over HTTP: read, changed, read again', async () => {
  await using bed = await openTestbed()
  const head = await signedIn(bed, 'Jan', ['headOfCommunications'])
  const before = (await head.call(doors.readForce, {})).body
  expect(before).toMatchObject({
    force: { name: 'Westshire Police' },
    mayChange: true,
    settings: { pack: { weaponPictures: 'block' } },
  })
  const pack = {
    ...before.settings.pack,
    preElection: [{ from: '2027-03-25', to: '2027-05-06', words: 'Council elections' }],
    lateNight: null,
  }
  expect(
    await head.call(doors.changeForceEndpoint, {
      timeZone: 'Europe/Dublin',
      settings: { pack, corporateNumbers: ['101'] },
    }),
  ).toMatchObject({ status: 200 })
  expect((await head.call(doors.readForce, {})).body).toMatchObject({
    force: { timeZone: 'Europe/Dublin' },
    settings: { pack, corporateNumbers: ['101'], lowRiskAtOnce: true },
  })
})

test('who looks after people sees what one person alone has given; others do not', async () => {
  await using bed = await openTestbed()
  const owner = await signedIn(bed, 'Owner', ['productOwner'])
  const pc = await signedIn(bed, 'Pc', ['contributor'])
  const alone = (await owner.call(doors.addPersonEndpoint, { ...leah, roles: ['gold', 'contributor'] })).body.id
  const head = await signedIn(bed, 'Priya', ['headOfCommunications'])
  const { id } = (await owner.call(doors.addPersonEndpoint, { ...leah, email: null, roles: ['sio'], signIn: false }))
    .body
  const grantsSeen = async (browser: Browser, who: string) =>
    (await browser.call(doors.readPerson, { id: who })).body.person
  const by = { id: owner.id, name: 'Owner', rank: 'PC' }
  expect(await grantsSeen(owner, alone)).toMatchObject({
    roles: ['gold', 'contributor'],
    grants: [{ role: 'gold', by, counts: true, mayConfirm: false, mayDecline: true }],
  })
  expect(await grantsSeen(head, id)).toMatchObject({
    roles: [],
    grants: [{ role: 'sio', by, counts: false, mayConfirm: true, mayDecline: true }],
  })
  expect((await grantsSeen(pc, alone)).grants).toEqual([])
  expect(await head.call(doors.settleRolesEndpoint, { id, roles: ['sio'], confirm: true })).toMatchObject({
    status: 200,
  })
  expect(await grantsSeen(owner, id)).toMatchObject({ roles: ['sio'], grants: [] })
})
