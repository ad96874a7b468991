import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startPostgres } from '../scripts/postgres.ts'
import { openMailbox, openPushService } from '../src/inbox/duty/duty.testbed.ts'
import { type Caller, type Counter, callAs, firstRun, openCounter, password, signInByCall } from './counter.testbed.ts'
import { done } from './demo.testbed.ts'

const folder = mkdtempSync(join(tmpdir(), 'fc-alarm-'))
let postgres: Awaited<ReturnType<typeof startPostgres>>
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let service: Awaited<ReturnType<typeof openPushService>>
let web: Counter
let worker: Counter
const contexts: APIRequestContext[] = []

/** A certificate for `localhost` that only this test trusts: push services are asked over HTTPS alone. */
function certificate(): { key: string; cert: string; file: string } {
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const what = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync('openssl', [...what, ...name, '-keyout', key, '-out', file], { stdio: 'ignore' })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(file, 'utf8'), file }
}

beforeAll(async () => {
  const tls = certificate()
  postgres = await startPostgres()
  mailbox = await openMailbox()
  service = await openPushService({ tls })
  const env = {
    DATABASE_URL: postgres.url,
    SECRET: 'a secret for the journeys, long enough',
    DEMO: 'no',
    LOOPBACK_NETWORKS: 'yes',
    NODE_EXTRA_CA_CERTS: tls.file,
    SMTP_URL: mailbox.url,
    SMTP_FROM: 'counter@westshire.example',
  }
  web = await openCounter(env, undefined, 'web')
  worker = await openCounter(env, undefined, 'worker')
})

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.dispose()))
  await Promise.all([web, worker].map((counter) => counter?.stop()))
  await Promise.all([mailbox?.close(), service?.close()])
  await postgres?.stop()
  rmSync(folder, { recursive: true })
})

async function seatAt(counter: Counter): Promise<Caller> {
  const context = await request.newContext({ baseURL: counter.address })
  contexts.push(context)
  return { context: { request: context } }
}

const post = async (seat: Caller, path: string, input: Record<string, unknown>): Promise<unknown> =>
  done(path, await callAs(seat, 'POST', path, input))
const joined = z.object({ oneTime: z.object({ password: z.string() }) })
const made = z.object({ id: z.string() })
const ways = z.object({ pushKey: z.string().nullable() })

test('the only worker is killed, and still an e-mail and a push message reach the head of communications', async () => {
  const owen = await seatAt(web)
  await firstRun(web, owen)
  const email = 'priya.nandakumar@westshire.example'
  const who = { name: 'Priya Nandakumar', rank: 'Ms', initials: 'PN', email, trainedUntil: null, signIn: true }
  const { oneTime } = joined.parse(await post(owen, '/api/people', { ...who, roles: ['headOfCommunications'] }))
  const priya = await seatAt(web)
  await signInByCall(priya, email, oneTime.password)
  await post(priya, '/api/me/password', { present: oneTime.password, next: password })
  const keyOf = async () => ways.parse((await callAs(priya, 'GET', '/api/duty/ways')).body).pushKey
  await expect.poll(keyOf, { timeout: 15_000 }).toMatch(/^.{87}$/)
  await post(priya, '/api/duty/ways/email', { email })
  const browser = made.parse(await post(priya, '/api/duty/ways/push', { ...service.subscription, label: 'Phone' }))
  await post(priya, `/api/duty/ways/${browser.id}/test`, {})
  expect(service.pushed).toHaveLength(1)
  // A worker that has just begun may still be waited for; nothing is wrong while it lives.
  await new Promise((later) => setTimeout(later, 6000))
  expect(mailbox.mails).toEqual([])

  const killed = Date.now()
  await worker.kill()
  await expect.poll(() => mailbox.mails.length, { timeout: 110_000, interval: 250 }).toBeGreaterThan(0)
  await expect.poll(() => service.pushed.length, { timeout: 10_000 }).toBeGreaterThan(1)
  const seconds = ((Date.now() - killed) / 1000).toFixed(0)
  console.log(`The e-mail and the push message came ${seconds} s after the worker was killed.`)

  const [mail] = mailbox.mails
  expect(mail).toMatchObject({ to: [email], subject: 'Alarm: Nothing is sent or heard' })
  const address = new RegExp(`${web.address}/duty\\?alarm=\\w+`)
  expect(mail?.text).toMatch(address)
  const arrived = service.pushed[1]
  expect(arrived).toMatchObject({ urgency: 'high', signer: await keyOf(), data: { title: 'Nothing is sent or heard' } })
  expect(arrived?.claims).toMatchObject({
    aud: new URL(service.subscription.endpoint).origin,
    sub: 'mailto:counter@westshire.example',
  })
  expect(z.object({ address: z.string() }).parse(arrived?.data).address).toMatch(address)
  const alarm = address.exec(mail?.text ?? '')?.[0].split('=')[1] ?? ''
  const read = await callAs(priya, 'GET', `/api/duty/alarms/${alarm}`)
  expect(read.body).toMatchObject({ kind: 'noWorker', told: [{ state: 'told' }, { state: 'told' }] })
})
