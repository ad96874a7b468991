import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ending } from '../ending.ts'
import { keyOf } from '../key.ts'
import type { Frozen, Line } from '../network.ts'
import { type TestKeys, testKeys } from '../testnet/custody.testbed.ts'
import { type FaultProxy, scripted, startFaultProxy, tooManyRequests } from '../testnet/fault.proxy.ts'
import { type Account, expired, startPds, type TestPds } from '../testnet/pds.testbed.ts'
import { openLine } from './bluesky.client.ts'

const now = new Date('2026-11-21T09:00:05Z')
const soon = (): AbortSignal => AbortSignal.timeout(10_000)
const frozen: Frozen = {
  json: JSON.stringify({ $type: 'app.bsky.feed.post', createdAt: '2026-11-21T09:00:00.000Z', text: 'Keys' }),
}
const watched = ['createSession', 'refreshSession', 'putRecord']

let pds: TestPds
let proxy: FaultProxy
let seq = 0

beforeAll(async () => {
  pds = await startPds()
  proxy = await startFaultProxy(pds.url, watched)
})
afterAll(async () => {
  await proxy[Symbol.asyncDispose]()
  await pds[Symbol.asyncDispose]()
})

type World = { account: Account; keys: TestKeys; open(): Line; send(): Promise<Ending>; calls(): string[] }

const world = async (secret: Record<string, string> = {}): Promise<World> => {
  seq += 1
  const account = await pds.createAccount(`keys${seq}.test`)
  const appPassword = await pds.createAppPassword(account)
  const keys = testKeys(account.handle, { service: pds.url, handle: account.handle, appPassword, ...secret })
  const open = (): Line => openLine(keys.custody(), { fetch: proxy.fetch, now: () => now, allowLoopback: true })
  const key = keyOf({ postId: `k${seq}`, network: 'practice', accountId: account.did, piece: 0, dueAt: now })
  const calls = (): string[] => proxy.seen.map(({ path }) => watched.find((name) => path.includes(name)) ?? path)
  proxy.use(scripted())
  return { account, keys, open, send: () => open().send(frozen, key, soon()), calls }
}

const withToken = (
  keys: TestKeys,
  change: (secret: Readonly<Record<string, string>>) => Record<string, string>,
): void => {
  keys.secret = { ...keys.secret, ...change(keys.secret) }
}

describe('a sign-in', () => {
  it('is made once, kept, and used by every line that is opened later', async () => {
    const { keys, open, send, calls, account } = await world()
    expect(await open().whoAmI(soon())).toEqual({
      kind: 'is',
      identity: { externalId: account.did, handle: account.handle, name: account.handle, profile: null },
    })
    await send()
    await send()
    expect(calls()).toEqual(['createSession', 'putRecord', 'putRecord'])
    expect(keys.kept).toBe(1)
    expect(keys.secret).toMatchObject({ did: account.did, home: pds.url })
  })

  it('is renewed when it is too old, and the write then goes out once more', async () => {
    const { account, keys, send, calls } = await world()
    await send()
    withToken(keys, ({ accessJwt = '' }) => ({ accessJwt: expired(accessJwt) }))
    proxy.use(scripted())
    expect((await send()).kind).toBe('done')
    expect(calls()).toEqual(['putRecord', 'refreshSession', 'putRecord'])
    expect((await pds.posts(account.did)).length).toBe(1)
    expect((await send()).kind).toBe('done')
    expect(calls().length).toBe(4)
  })

  it('is renewed once for many at the same time', async () => {
    const { keys, open, calls } = await world()
    await open().whoAmI(soon())
    withToken(keys, ({ accessJwt = '' }) => ({ accessJwt: expired(accessJwt) }))
    proxy.use(scripted())
    const line = open()
    const key = (piece: number): string =>
      keyOf({ postId: `many${seq}`, network: 'practice', accountId: 'a', piece, dueAt: now })
    const endings = await Promise.all([0, 1, 2, 3].map((piece) => line.send(frozen, key(piece), soon())))
    expect(endings.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done'])
    expect(calls().filter((name) => name === 'refreshSession').length).toBe(1)
  })

  it('is made anew with the password only when renewing has definitely ended', async () => {
    const { keys, send, calls } = await world()
    await send()
    withToken(keys, ({ accessJwt = '', refreshJwt = '' }) => ({
      accessJwt: expired(accessJwt),
      refreshJwt: expired(refreshJwt),
    }))
    proxy.use(scripted())
    expect((await send()).kind).toBe('done')
    expect(calls()).toEqual(['putRecord', 'refreshSession', 'createSession', 'putRecord'])
  })

  it.each([
    ['breaks off', { kind: 'dropBefore' } as const],
    ['meets an overloaded server', { kind: 'errorAfter', status: 503 } as const],
    ['is answered by something else', { kind: 'garbageAfter' } as const],
  ])('that %s puts the post off and asks nobody for new keys', async (_, fault) => {
    const { send, account } = await world()
    proxy.use(scripted(fault))
    expect(await send()).toMatchObject({ kind: 'later', keyEnded: false })
    expect(await pds.posts(account.did)).toEqual([])
    expect((await send()).kind).toBe('done')
  })

  it('that is asked to wait says until when', async () => {
    const { send } = await world()
    proxy.use(scripted(tooManyRequests(120)))
    expect(await send()).toMatchObject({ kind: 'later', keyEnded: false, until: new Date(now.getTime() + 120_000) })
  })

  it('whose renewal could not be kept is not used', async () => {
    const { keys, calls } = await world()
    const custody = { ...keys.custody(), keep: () => Promise.reject(new Error('database gone')) }
    const line = openLine(custody, { fetch: proxy.fetch, now: () => now, allowLoopback: true })
    expect(await line.send(frozen, '2222222222222', soon())).toMatchObject({ kind: 'later', keyEnded: false })
    expect(calls()).toEqual(['createSession'])
  })
})

describe('keys that have ended', () => {
  it('because the password is wrong', async () => {
    const { open, send, calls } = await world({ appPassword: 'wrong-wrong-wrong-wrong' })
    const ending = await send()
    expect(ending).toMatchObject({ kind: 'later', keyEnded: true, words: expect.stringMatching(/app password/) })
    const line = open()
    expect((await line.whoAmI(soon())).kind).toBe('keyEnded')
    expect((await line.whoAmI(soon())).kind).toBe('keyEnded')
    expect(calls()).toEqual(['createSession', 'createSession'])
  })

  it('because the app password was revoked: at the next renewal', async () => {
    const { account, keys, send } = await world()
    await send()
    await pds.revokeAppPassword(account)
    withToken(keys, ({ accessJwt = '' }) => ({ accessJwt: expired(accessJwt) }))
    expect(await send()).toMatchObject({ kind: 'later', keyEnded: true })
  })

  it('because the account was suspended; what it published can still be looked at', async () => {
    const { account, keys, open, send } = await world()
    await open().whoAmI(soon())
    await pds.takeDown(account)
    expect(await send()).toMatchObject({ kind: 'later', keyEnded: true, words: expect.stringMatching(/suspended/) })
    expect((await open().whoAmI(soon())).kind).toBe('keyEnded')
    withToken(keys, ({ accessJwt = '' }) => ({ accessJwt: expired(accessJwt) }))
    expect(await send()).toMatchObject({ kind: 'later', keyEnded: true, words: expect.stringMatching(/suspended/) })
  })

  it('because the server address is none we may send keys to', async () => {
    for (const service of ['', 'http://bsky.example.com', 'https://10.0.0.5', 'https://intranet', 'ftp://localhost']) {
      const { send } = await world({ service })
      expect(await send()).toMatchObject({ kind: 'later', keyEnded: true, words: expect.stringMatching(/address/) })
    }
    expect(proxy.seen).toEqual([])
  })

  it('never show in words what they were, even when the server repeats them', async () => {
    const { keys, send } = await world()
    await send()
    const { appPassword = '', accessJwt = '' } = keys.secret
    const message = `Odd: ${appPassword} and ${accessJwt}`
    const body = JSON.stringify({ error: 'InvalidRequest', message })
    proxy.use(scripted({ kind: 'answer', status: 400, headers: { 'content-type': 'application/json' }, body }))
    const ending = await send()
    expect(ending).toEqual({ kind: 'refused', words: expect.stringContaining('“Odd: … and …”') })
  })
})

it('meets the real limits of the server and waits as told', async () => {
  await using limited = await startPds({ rateLimits: true })
  const account = await limited.createAccount('limited.test')
  const secret = { service: limited.url, handle: account.handle, appPassword: 'wrong-wrong-wrong-wrong' }
  const started = new Date()
  const attempt = (): Promise<Ending> =>
    openLine(testKeys(account.handle, secret).custody(), {
      fetch: proxy.fetch,
      now: () => started,
      allowLoopback: true,
    }).send(frozen, '2222222222222', soon())
  const first = await Promise.all(Array.from({ length: 30 }, attempt))
  expect(first.every((ending) => ending.kind === 'later' && ending.keyEnded)).toBe(true)
  const ending = await attempt()
  expect(ending).toMatchObject({ kind: 'later', keyEnded: false })
  const wait = ending.kind === 'later' && ending.until ? ending.until.getTime() - started.getTime() : 0
  expect(wait).toBeGreaterThan(60_000)
  expect(wait).toBeLessThanOrEqual(301_000)
}, 60_000)
