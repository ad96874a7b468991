import { expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { endPerson } from './people.commands.ts'
import { changePasswordEndpoint, listPeople, meEndpoint } from './people.contract.ts'
import { openBrowser, openDoors, settled, somebody } from './people.testbed.ts'
import {
  beginSecondFactorEndpoint as begin,
  endSecondFactorEndpoint as endSecondFactor,
  keepSignedInEndpoint,
  signInEndpoint as signIn,
  signOutEndpoint as signOut,
} from './sign-in.contract.ts'

const facts = async (bed: Testbed) =>
  (await bed.db.selectFrom('fact').select(['kind', 'subject', 'data']).orderBy('seq').execute()).map(
    (f) => `${f.kind} ${f.subject} ${f.data}`,
  )

test('with a password: in, known, out', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', ['contributor'])
  await settled(bed, leah.id)
  const browser = openBrowser(app)
  expect(await browser.call(meEndpoint, {})).toMatchObject({ status: 401, refused: 'notSignedIn' })
  const answer = await browser.call(signIn, { ...leah, email: ' Leah@Westshire.example ' })
  expect(answer).toMatchObject({ status: 200, body: { needsCode: false } })
  expect(Object.keys(answer.body)).toEqual(['needsCode'])
  expect(answer.cookies.join()).toMatch(/front-counter\.session_token=.*HttpOnly.*SameSite=Lax/i)
  expect(answer.cookies.join()).toMatch(/Max-Age=43200/)
  expect(answer.cookies.join()).not.toMatch(/Secure/)
  expect(await browser.call(meEndpoint, {})).toMatchObject({
    status: 200,
    body: {
      id: leah.id,
      name: 'Leah',
      roles: ['contributor'],
      roleNames: ['Contributor'],
      force: { id: 'westshire' },
      needsSecondFactor: 'no',
      may: ['seeEverything', 'askForAccount'],
    },
  })
  expect(await browser.call(keepSignedInEndpoint, {})).toMatchObject({ status: 200, body: {} })
  expect(await browser.call(signOut, {})).toMatchObject({ status: 200, body: {} })
  expect(browser.jar.size).toBe(0)
  expect(await browser.call(meEndpoint, {})).toMatchObject({ refused: 'notSignedIn' })
  expect(await browser.call(keepSignedInEndpoint, {})).toMatchObject({ refused: 'notSignedIn' })
  expect(await facts(bed)).toContain(`person.signedIn person:${leah.id} {"how":"password"}`)
})

test('behind https the cookie is for https only, and only the public address is trusted', async () => {
  await using bed = await openTestbed({ config: { publicUrl: 'https://counter.test' } })
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', [])
  const foreign = await openBrowser(app).call(signIn, leah)
  expect(foreign).toMatchObject({ status: 403, refused: 'notFromHere' })
  const ours = await openBrowser(app, '192.0.2.1', { origin: 'https://counter.test' }).call(signIn, leah)
  expect(ours.cookies.join()).toMatch(/__Secure-front-counter\.session_token=.*Secure/)
})

test('a page of somebody else cannot sign in or act with our cookies', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', [])
  const evil = openBrowser(app, '192.0.2.1', { origin: 'http://evil.test', 'sec-fetch-site': 'cross-site' })
  expect(await evil.call(signIn, leah)).toMatchObject({ status: 403, refused: 'notFromHere', cookies: [] })
  const browser = openBrowser(app)
  await browser.call(signIn, leah)
  for (const [name, value] of browser.jar) evil.jar.set(name, value)
  expect(await evil.call(signOut, {})).toMatchObject({ status: 403, refused: 'notFromHere' })
  expect(await evil.call(begin, { password: leah.password })).toMatchObject({ status: 403, refused: 'notFromHere' })
  expect(await browser.call(meEndpoint, {})).toMatchObject({ status: 200 })
})

test('wrong password and unknown address sound alike, and the facts name nobody', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', [])
  const wrong = await openBrowser(app).call(signIn, { email: leah.email, password: 'not the right one' })
  const unknown = await openBrowser(app).call(signIn, {
    email: 'nobody@westshire.example',
    password: 'not the right one',
  })
  expect(wrong).toMatchObject({ status: 403, refused: 'signInFailed', cookies: [] })
  expect({ ...unknown }).toEqual({ ...wrong })
  expect((await facts(bed)).slice(-2)).toEqual([
    `person.signInFailed person:${leah.id} {}`,
    'person.signInFailed person {}',
  ])
  expect((await facts(bed)).join()).not.toMatch(/@|Leah/)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('after twenty tries a name rests for a quarter of an hour, wherever they come from', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', [])
  const guesses = await Promise.all(
    Array.from({ length: 24 }, (_, n) =>
      openBrowser(app, `192.0.2.${n}`).call(signIn, { email: leah.email, password: `guess number ${n}` }),
    ),
  )
  expect(guesses.filter((g) => g.refused === 'signInFailed')).toHaveLength(20)
  expect(guesses.filter((g) => g.refused === 'signInPaused')).toHaveLength(4)
  expect(await openBrowser(app, '198.51.100.1').call(signIn, leah)).toMatchObject({
    status: 429,
    refused: 'signInPaused',
  })
  const nobody = { email: 'nobody@westshire.example', password: 'not the right one' }
  const unknown = await Promise.all(
    Array.from({ length: 24 }, (_, n) => openBrowser(app, `203.0.113.${n}`).call(signIn, nobody)),
  )
  const answers = (all: typeof unknown) => all.map((g) => g.refused).sort()
  expect(answers(unknown)).toEqual(answers(guesses))
  bed.clock.forward(15 * 60_000)
  expect(await openBrowser(app, '198.51.100.1').call(signIn, leah)).toMatchObject({ status: 200 })
})

test('thirty sign-ins a minute from one address, and no more', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const tries = await Promise.all(
    Array.from({ length: 32 }, (_, n) =>
      openBrowser(app).call(signIn, { email: `n${n}@westshire.example`, password: 'a' }),
    ),
  )
  expect(tries.filter((t) => t.refused === 'tooOften' && t.status === 429)).toHaveLength(2)
  expect(await openBrowser(app, '198.51.100.7').call(signIn, { email: 'a@b.example', password: 'a' })).toMatchObject({
    refused: 'signInFailed',
  })
  expect((await facts(bed)).filter((f) => f.startsWith('person.signInFailed'))).toHaveLength(10)
})

test('a leaver is out at once, on every device, and cannot come back', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', ['contributor'])
  await settled(bed, leah.id)
  const [desk, phone] = [openBrowser(app), openBrowser(app, '192.0.2.2')]
  await desk.call(signIn, leah)
  await phone.call(signIn, leah)
  expect(await phone.call(listPeople, {})).toMatchObject({ status: 200 })
  expect(
    await endPerson(bed, { forceId: bed.forceId, personId: 'jan', roles: ['headOfCommunications'] }, leah.id),
  ).toMatchObject({ ok: true })
  expect(await desk.call(meEndpoint, {})).toMatchObject({ status: 401 })
  expect(await phone.call(listPeople, {})).toMatchObject({ status: 401 })
  expect(await openBrowser(app).call(signIn, leah)).toMatchObject({ refused: 'signInFailed' })
  for (const table of ['auth_user', 'auth_session', 'auth_account'] as const) {
    expect(await bed.db.selectFrom(table).select('id').execute()).toEqual([])
  }
})

test('a user of no force is nobody', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', ['productOwner'])
  const browser = openBrowser(app)
  await browser.call(signIn, leah)
  await bed.db.updateTable('person').set({ auth_user_id: null }).execute()
  expect(await browser.call(meEndpoint, {})).toMatchObject({ status: 401 })
  expect(await openBrowser(app).call(signIn, leah)).toMatchObject({ refused: 'signInFailed', cookies: [] })
})

test('a one-time password opens nothing but its own change, and ends after three days', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const owner = await somebody(bed, 'Owner', ['productOwner'])
  const late = await somebody(bed, 'Late', [])
  const [browser, other] = [openBrowser(app), openBrowser(app)]
  await browser.call(signIn, owner)
  await other.call(signIn, owner)
  expect(await browser.call(meEndpoint, {})).toMatchObject({
    body: { mustChangePassword: true, roles: [], may: ['seeEverything'] },
  })
  expect(await browser.call(listPeople, {})).toMatchObject({ status: 403, refused: 'firstYourOwn' })
  expect(await browser.call(endSecondFactor, { password: owner.password })).toMatchObject({ refused: 'firstYourOwn' })
  const change = (present: string, next: string) => browser.call(changePasswordEndpoint, { present, next })
  expect(await change('not it at all', 'a long new password')).toMatchObject({ status: 403, refused: 'wrongPassword' })
  expect(await change(owner.password, owner.password)).toMatchObject({ status: 422, refused: 'samePassword' })
  expect(await change(owner.password, 'short')).toMatchObject({ status: 422, refused: 'wrongShape' })
  expect(await change(owner.password, 'a long new password')).toMatchObject({ status: 200 })
  expect(await browser.call(meEndpoint, {})).toMatchObject({
    body: { mustChangePassword: false, roles: ['productOwner'] },
  })
  expect(await browser.call(listPeople, {})).toMatchObject({ status: 200 })
  expect(await other.call(meEndpoint, {})).toMatchObject({ status: 401 })
  expect(await openBrowser(app).call(signIn, owner)).toMatchObject({ refused: 'signInFailed' })
  for (let n = 0; n < 21; n++) await change('not it at all', 'another new password')
  expect(await change('a long new password', 'another new password')).toMatchObject({
    status: 429,
    refused: 'tooOften',
  })
  bed.clock.forward(3 * 86_400_000)
  expect(await openBrowser(app, '192.0.2.4').call(signIn, late)).toMatchObject({ refused: 'signInFailed', cookies: [] })
})

test('a session ends after twelve hours', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const leah = await somebody(bed, 'Leah', [])
  const browser = openBrowser(app)
  await browser.call(signIn, leah)
  const { expires_at } = await bed.db.selectFrom('auth_session').select('expires_at').executeTakeFirstOrThrow()
  expect(Math.abs(expires_at.getTime() - Date.now() - 12 * 3_600_000)).toBeLessThan(60_000)
  await bed.db
    .updateTable('auth_session')
    .set({ expires_at: new Date(Date.now() + 11 * 3_600_000) })
    .execute()
  expect((await browser.call(keepSignedInEndpoint, {})).cookies.join()).toMatch(/Max-Age=43200/)
  await bed.db
    .updateTable('auth_session')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  expect(await browser.call(meEndpoint, {})).toMatchObject({ status: 401 })
})

test('wrong types, too much, a forged cookie, and doors that are not ours', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const browser = openBrowser(app)
  for (const wrong of [
    {},
    { email: 5, password: 'a' },
    { email: 'a@b.example' },
    { email: 'a@b.example', password: null },
  ]) {
    expect(await browser.call(signIn, wrong)).toMatchObject({ status: 422, refused: 'wrongShape' })
  }
  expect(await browser.call(signIn, { email: 'a@b.example', password: 'a\0b' })).toMatchObject({
    status: 400,
    refused: 'notReadable',
  })
  expect(await browser.call(signIn, { email: 'a@b.example', password: 'a'.repeat(20_000) })).toMatchObject({
    status: 413,
    refused: 'tooLarge',
  })
  for (const path of [
    'sign-up/email',
    'update-user',
    'delete-user',
    'get-session',
    'two-factor/get-totp-uri',
    'list-sessions',
  ]) {
    expect(
      (
        await app.request(`http://counter.test/api/auth/${path}`, {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(404)
  }
  browser.jar.set('front-counter.session_token', 'made-up.token%3D')
  expect(await browser.call(meEndpoint, {})).toMatchObject({ status: 401 })
  expect(await browser.call(begin, { password: 'a' })).toMatchObject({ status: 401, refused: 'notSignedIn' })
})
