import { expect, test } from 'vitest'
import { openTestbed, type Testbed } from '../testbed.ts'
import { listPeople, meEndpoint } from './people.contract.ts'
import { type Browser, codeOf, openBrowser, openDoors, settled, somebody } from './people.testbed.ts'
import {
  beginSecondFactorEndpoint as begin,
  endSecondFactorEndpoint as end,
  giveBackupCodeEndpoint as giveBackup,
  giveCodeEndpoint as giveCode,
  newBackupCodesEndpoint as newCodes,
  signInEndpoint as signIn,
} from './sign-in.contract.ts'

const facts = async (bed: Testbed) =>
  (await bed.db.selectFrom('fact').select(['kind', 'subject', 'data']).orderBy('seq').execute()).map(
    (f) => `${f.kind} ${f.subject} ${f.data}`,
  )

/** Signed in with an authenticator that works. */
async function withSecondFactor(browser: Browser, who: { email: string; password: string }) {
  await browser.call(signIn, who)
  const { body } = await browser.call(begin, { password: who.password })
  expect(await browser.call(giveCode, { code: codeOf(body.totpUri) })).toMatchObject({ status: 200 })
  return body
}

test('an authenticator: set up, asked for at the next sign-in, ended', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const jan = await somebody(bed, 'Jan', ['headOfCommunications'])
  await settled(bed, jan.id)
  const browser = openBrowser(app)
  await browser.call(signIn, jan)
  expect(await browser.call(meEndpoint, {})).toMatchObject({
    body: { needsSecondFactor: 'should', secondFactor: false },
  })
  expect(await browser.call(newCodes, { password: jan.password })).toMatchObject({ refused: 'secondFactorOff' })
  expect(await browser.call(begin, { password: 'wrong wrong wrong' })).toMatchObject({ refused: 'wrongPassword' })
  const { totpUri, backupCodes } = (await browser.call(begin, { password: jan.password })).body
  expect(backupCodes).toHaveLength(10)
  expect(await browser.call(giveCode, { code: '000000' })).toMatchObject({ refused: 'codeWrong' })
  expect(await browser.call(giveCode, { code: codeOf(totpUri) })).toMatchObject({ status: 200, body: {} })
  expect(await browser.call(begin, { password: jan.password })).toMatchObject({ refused: 'secondFactorOn' })
  expect(await browser.call(meEndpoint, {})).toMatchObject({ body: { needsSecondFactor: 'no', secondFactor: true } })

  const second = openBrowser(app)
  expect(await second.call(signIn, jan)).toMatchObject({ status: 200, body: { needsCode: true } })
  expect(await second.call(meEndpoint, {})).toMatchObject({ refused: 'notSignedIn' })
  expect(await second.call(giveCode, { code: '000000' })).toMatchObject({ refused: 'codeWrong' })
  expect(await second.call(giveCode, { code: codeOf(totpUri) })).toMatchObject({ status: 200 })
  expect(await second.call(meEndpoint, {})).toMatchObject({ status: 200, body: { id: jan.id } })
  expect(await second.call(end, { password: 'wrong wrong wrong' })).toMatchObject({ refused: 'wrongPassword' })
  expect(await second.call(end, { password: jan.password })).toMatchObject({ status: 200 })
  expect(await openBrowser(app).call(signIn, jan)).toMatchObject({ body: { needsCode: false } })
  const kinds = (await facts(bed)).map((f) => f.split(' ')[0])
  expect(kinds.filter((k) => k === 'person.secondFactorSet')).toHaveLength(1)
  expect(kinds.filter((k) => k === 'person.secondFactorEnded')).toHaveLength(1)
  expect(await facts(bed)).toContain(`person.signedIn person:${jan.id} {"how":"code"}`)
})

test('a backup code works once, new ones end the old, and a code without a sign-in is worth nothing', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const jan = await somebody(bed, 'Jan', [])
  await settled(bed, jan.id)
  const browser = openBrowser(app)
  const { backupCodes } = await withSecondFactor(browser, jan)
  const [first = '', second = ''] = backupCodes
  expect(await openBrowser(app).call(giveBackup, { code: first })).toMatchObject({ refused: 'codeTooLate' })
  expect(await openBrowser(app).call(giveCode, { code: '123456' })).toMatchObject({ refused: 'codeTooLate' })
  const lost = openBrowser(app, '192.0.2.2')
  await lost.call(signIn, jan)
  expect(await lost.call(giveBackup, { code: 'aaaaa-bbbbb' })).toMatchObject({ refused: 'codeWrong' })
  expect(await lost.call(giveBackup, { code: first })).toMatchObject({ status: 200, body: {} })
  expect(await lost.call(meEndpoint, {})).toMatchObject({ status: 200 })
  const again = openBrowser(app, '192.0.2.3')
  await again.call(signIn, jan)
  expect(await again.call(giveBackup, { code: first })).toMatchObject({ refused: 'codeWrong' })
  expect(await browser.call(newCodes, { password: 'wrong wrong wrong' })).toMatchObject({ refused: 'wrongPassword' })
  expect((await browser.call(newCodes, { password: jan.password })).body.backupCodes).toHaveLength(10)
  expect(await again.call(giveBackup, { code: second })).toMatchObject({ refused: 'codeWrong' })
})

test('where a second factor is a must, nothing but its set-up is open before', async () => {
  await using bed = await openTestbed()
  const jan = await somebody(bed, 'Jan', ['productOwner'])
  await settled(bed, jan.id)
  await bed.db
    .updateTable('force')
    .set({ settings: JSON.stringify({ insistOnSecondFactor: true }) })
    .execute()
  const browser = openBrowser(openDoors(bed))
  await browser.call(signIn, jan)
  expect(await browser.call(meEndpoint, {})).toMatchObject({ status: 200, body: { needsSecondFactor: 'must' } })
  expect(await browser.call(listPeople, {})).toMatchObject({ status: 403, refused: 'firstSecondFactor' })
  await withSecondFactor(browser, jan)
  expect(await browser.call(listPeople, {})).toMatchObject({ status: 200 })
})

test('wrong passwords at the second factor count like those at sign-in', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const jan = await somebody(bed, 'Jan', [])
  await settled(bed, jan.id)
  const browser = openBrowser(app)
  await browser.call(signIn, jan)
  for (let n = 0; n < 20; n++) {
    const guess = openBrowser(app, `192.0.2.${n}`)
    for (const [name, value] of browser.jar) guess.jar.set(name, value)
    const door = [begin, end, newCodes][n % 3] ?? begin
    expect((await guess.call(door, { password: `guess number ${n}` })).status).toBeLessThan(429)
  }
  for (const door of [begin, end, newCodes])
    expect(await browser.call(door, { password: jan.password })).toMatchObject({ status: 429, refused: 'signInPaused' })
  bed.clock.forward(15 * 60_000)
  expect(await browser.call(begin, { password: jan.password })).toMatchObject({ status: 200 })
  expect(await bed.db.selectFrom('person').select('tries').execute()).toEqual([{ tries: 0 }])
})

test('five wrong codes end a sign-in, which begins again with the password', async () => {
  await using bed = await openTestbed()
  const app = openDoors(bed)
  const jan = await somebody(bed, 'Jan', [])
  const { totpUri } = await withSecondFactor(openBrowser(app), jan)
  const guess = openBrowser(app, '192.0.2.9')
  await guess.call(signIn, jan)
  for (let n = 0; n < 5; n++)
    expect(await guess.call(giveCode, { code: '000000' })).toMatchObject({ refused: 'codeWrong' })
  expect(await guess.call(giveCode, { code: codeOf(totpUri) })).toMatchObject({ refused: 'codeTooLate' })
})

test('sealed at rest: neither password nor authenticator nor backup code is readable in the database', async () => {
  await using bed = await openTestbed()
  const jan = await somebody(bed, 'Jan', [])
  const { totpUri, backupCodes } = await withSecondFactor(openBrowser(openDoors(bed)), jan)
  const [accounts, factors] = [
    await bed.db.selectFrom('auth_account').selectAll().execute(),
    await bed.db.selectFrom('auth_two_factor').selectAll().execute(),
  ]
  const stored = JSON.stringify([accounts, factors])
  for (const secret of [jan.password, new URL(totpUri).searchParams.get('secret') ?? '?', ...backupCodes])
    expect(stored).not.toContain(secret)
})

test('an old secret still opens the authenticators that were set up under it', async () => {
  const [old, young] = [
    'the old secret, which was long enough too',
    'the new secret, which is just as long now',
  ] as const
  await using bed = await openTestbed({ config: { secrets: [old] } })
  const jan = await somebody(bed, 'Jan', [])
  const { totpUri } = await withSecondFactor(openBrowser(openDoors(bed)), jan)
  const app = openDoors({ ...bed, config: { ...bed.config, secrets: [young, old] } })
  const browser = openBrowser(app, '192.0.2.2')
  await browser.call(signIn, jan)
  expect(await browser.call(giveCode, { code: codeOf(totpUri) })).toMatchObject({ status: 200 })
})
