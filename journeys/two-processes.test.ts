import { type APIRequestContext, request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startPostgres } from '../scripts/postgres.ts'
import { type Caller, type Counter, callAs, firstRun, openCounter, password, signInByCall } from './counter.testbed.ts'
import { approve, askFor, done } from './demo.testbed.ts'

let postgres: Awaited<ReturnType<typeof startPostgres>>
let web: Counter
let workers: Counter[] = []
const contexts: APIRequestContext[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  const env = { DATABASE_URL: postgres.url, SECRET: 'a secret for the journeys, long enough', DEMO: 'no' }
  web = await openCounter(env, undefined, 'web')
  workers = await Promise.all([openCounter(env, undefined, 'worker'), openCounter(env, undefined, 'worker')])
})

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.dispose()))
  await Promise.all([web, ...workers].map((counter) => counter?.stop()))
  await postgres?.stop()
})

async function seatAt(counter: Counter): Promise<Caller> {
  const context = await request.newContext({ baseURL: counter.address })
  contexts.push(context)
  return { context: { request: context } }
}

const made = z.object({ id: z.string() })
const joined = made.extend({ oneTime: z.object({ password: z.string() }) })
const post = async (seat: Caller, path: string, input: Record<string, unknown>): Promise<unknown> =>
  done(path, await callAs(seat, 'POST', path, input))

/** Adds somebody who can sign in, and signs them in with a password of their own. */
async function join(owen: Caller, name: string, role: string): Promise<{ id: string; seat: Caller }> {
  const email = `${name.toLowerCase().replace(' ', '.')}@westshire.example`
  const initials = [...name].filter((letter) => /[A-Z]/.test(letter)).join('')
  const given = { name, rank: 'PC', initials, email, roles: [role], trainedUntil: null, signIn: true }
  const { id, oneTime } = joined.parse(await post(owen, '/api/people', given))
  const seat = await seatAt(web)
  await signInByCall(seat, email, oneTime.password)
  await post(seat, '/api/me/password', { present: oneTime.password, next: password })
  return { id, seat }
}

const states = z.object({ deliveries: z.array(z.object({ state: z.string() })) })
const timeline = z.object({ posts: z.array(z.object({ text: z.string() })) })

test('one web process and two workers on one PostgreSQL send each post once', async () => {
  for (const [path, says] of [
    ['/healthz', 'ok'],
    ['/readyz', 'ready'],
  ] as const) {
    const answer = await fetch(web.address + path)
    expect([answer.status, await answer.text()]).toEqual([200, says])
  }
  const owen = await seatAt(web)
  await firstRun(web, owen)
  const priya = await join(owen, 'Priya Nandakumar', 'headOfCommunications')
  const leah = await join(owen, 'Leah Corrigan', 'contributor')
  const account = made.parse(
    await post(owen, '/api/register/accounts', {
      network: 'practice',
      handle: 'WestportPolice',
      name: 'Westport Police',
      class: 'district',
      kind: 'collective',
      purpose: 'What happens in Westport, from the officers who work there.',
      area: 'Westport',
      ownerOfficeId: null,
      supervisorOfficeId: null,
      signaturePlace: 'suffix',
      cover: [],
      latenessMinutes: 30,
      objectiveIds: [],
      nextReviewAt: null,
      status: 'live',
    }),
  )
  const place = { personId: leah.id, trusted: false, from: null, until: null, initials: null }
  await post(priya.seat, `/api/register/accounts/${account.id}/contributors`, place)

  const ids: string[] = []
  for (const day of ['Monday', 'Tuesday', 'Wednesday']) {
    const id = await askFor(leah.seat, 'WestportPolice', `The counter in Quay Street opens at nine on ${day}.`)
    await approve(priya.seat, id)
    ids.push(id)
  }
  const stateOf = async (id: string) =>
    states.parse((await callAs(owen, 'GET', `/api/posts/${id}`)).body).deliveries.map((d) => d.state)
  for (const id of ids) await expect.poll(() => stateOf(id), { timeout: 15_000 }).toEqual(['sent'])
  const there = timeline.parse((await callAs(owen, 'GET', '/api/practice/timeline')).body)
  expect(there.posts.map((p) => p.text).sort()).toEqual(
    ['Monday', 'Tuesday', 'Wednesday'].map((day) => `The counter in Quay Street opens at nine on ${day}. ^LC`),
  )
  expect((await callAs(owen, 'GET', '/api/practice/duplicates')).body).toEqual({ duplicates: [] })
})

test('a data folder has one holder, who is named to the second; and it opens again soon', async () => {
  const first = await openCounter({ DEMO: 'no' })
  const second = await openCounter({ DEMO: 'no' }, first.folder).catch((error: unknown) => String(error))
  expect(second).toMatch(/ended with 2 before it was open/)
  expect(second).toMatch(/is open in another process \(.*\d+.*\)\. Stop that one, or set DATABASE_URL/)
  await first.close()
  const began = Date.now()
  const again = await openCounter({ DEMO: 'no' }, first.folder)
  const seconds = (Date.now() - began) / 1000
  console.log(`The second start of an embedded folder took ${seconds.toFixed(1)} s.`)
  await again.stop()
  expect(seconds).toBeLessThan(20)
})
