import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { JoseKey } from '@atproto/oauth-client-node'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf } from '../key.ts'
import type { Frozen, Line } from '../network.ts'
import { testKeys } from '../testnet/custody.testbed.ts'
import { type FaultProxy, scripted, startFaultProxy } from '../testnet/fault.proxy.ts'
import { loopbackFetch } from '../testnet/loopback.guard.ts'
import { startPds, type TestPds } from '../testnet/pds.testbed.ts'
import { openLine } from './bluesky.client.ts'
import { accountScope, type BlueskyOAuth, openOAuth, type SealedValues } from './oauth.client.ts'

const browser = '/usr/bin/chromium'
const soon = (): AbortSignal => AbortSignal.timeout(15_000)
const frozen: Frozen = {
  json: JSON.stringify({ $type: 'app.bsky.feed.post', createdAt: '2026-11-21T09:00:00.000Z', text: 'By permission' }),
}

let pds: TestPds
let proxy: FaultProxy

beforeAll(async () => {
  pds = await startPds()
  proxy = await startFaultProxy(pds.url, ['putRecord', '/oauth/token'])
})
afterAll(async () => {
  await proxy[Symbol.asyncDispose]()
  await pds[Symbol.asyncDispose]()
})

const valuesIn = (map: Map<string, string>): SealedValues => ({
  get: (key) => Promise.resolve(map.get(key)),
  set: (key, value) => Promise.resolve(void map.set(key, value)),
  del: (key) => Promise.resolve(void map.delete(key)),
})

/** Waits on loopback for the browser to come back from the sign-in. */
const startCallback = async () => {
  let arrived: (params: URLSearchParams) => void = () => {}
  const params = new Promise<URLSearchParams>((resolve) => {
    arrived = resolve
  })
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.searchParams.has('state')) arrived(url.searchParams)
    response.end('Connected')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { address: `http://127.0.0.1:${port}`, params, [Symbol.asyncDispose]: async () => void server.close() }
}

const openBrowser = async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'front-counter-browser-'))
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  const still = [
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ]
  const context = await chromium.launchPersistentContext(directory, {
    executablePath: browser,
    headless: true,
    args: [...quiet, ...still],
  })
  return {
    page: await context.newPage(),
    [Symbol.asyncDispose]: async () => {
      await context.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** What a person does on the server's own pages: password, then allow. */
const signInAndAllow = async (page: Page, url: URL, password: string): Promise<string> => {
  await page.goto(url.href)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  const allow = page.getByRole('button', { name: 'Authorize' })
  await allow.waitFor()
  const asked = await page.locator('body').textContent()
  await allow.click()
  return asked ?? ''
}

const openApp = (address: string, states: Map<string, string>, sessions: Map<string, string>): Promise<BlueskyOAuth> =>
  openOAuth(
    {
      address,
      name: 'Front Counter',
      privateKey: null,
      scope: accountScope,
      plcDirectory: pds.plc,
      handleResolver: pds.url,
      lock: null,
    },
    valuesIn(states),
    valuesIn(sessions),
    { fetch: proxy.fetch, now: () => new Date(), allowLoopback: true },
  )

describe.skipIf(!existsSync(browser))('signing in at Bluesky', () => {
  it('gives a line that posts, outlives a restart, survives a renewal and ends when the permission is given back', async () => {
    await using back = await startCallback()
    await using window = await openBrowser()
    const account = await pds.createAccount('permission.test')
    const [states, sessions] = [new Map<string, string>(), new Map<string, string>()]
    const oauth = await openApp(back.address, states, sessions)

    const asked = await signInAndAllow(
      window.page,
      await oauth.authorizeUrl(account.handle, 'for desk 7'),
      account.password,
    )
    expect(asked).toMatch(/read and send messages/i)
    expect(asked).not.toMatch(/e-mail|manage/i)
    const connected = await oauth.callback(await back.params)
    expect(connected).toEqual({
      did: account.did,
      handle: account.handle,
      home: new URL(pds.url).href,
      state: 'for desk 7',
    })
    expect([states.size, sessions.size]).toEqual([0, 1])
    await expect(oauth.callback(await back.params)).rejects.toThrow()

    const secret = { signIn: 'oauth', did: connected.did, handle: connected.handle, home: connected.home }
    const lineOf = (app: BlueskyOAuth): Line =>
      openLine(
        testKeys(account.handle, secret).custody(),
        { fetch: proxy.fetch, now: () => new Date(), allowLoopback: true },
        app,
      )
    const key = (piece: number): string =>
      keyOf({ postId: 'oauth', network: 'practice', accountId: account.did, piece, dueAt: new Date(0) })

    expect(await lineOf(oauth).whoAmI(soon())).toMatchObject({ kind: 'is', identity: { externalId: account.did } })
    expect((await lineOf(oauth).send(frozen, key(0), soon())).kind).toBe('done')
    expect((await lineOf(oauth).send(frozen, key(0), soon())).kind).toBe('done')
    proxy.use(scripted({ kind: 'dropAfter' }))
    expect((await lineOf(oauth).send(frozen, key(1), soon())).kind).toBe('unknown')
    expect((await lineOf(oauth).look(frozen, key(1), soon())).kind).toBe('found')
    const other: Frozen = { json: JSON.stringify({ ...JSON.parse(frozen.json), text: 'Something else' }) }
    expect((await lineOf(oauth).send(other, key(1), soon())).kind).toBe('unknown')

    const bytes = new Uint8Array(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'))
    const picture = { bytes, mediaType: 'image/png', alt: 'A dot', width: 1, height: 1 }
    const piece = {
      text: 'With a picture',
      languages: [],
      pictures: [picture],
      createdAt: '2026-11-21T09:00:00.000Z',
      reply: null,
    }
    expect((await lineOf(oauth).freeze(piece, soon())).kind).toBe('frozen')

    const restarted = await openApp(back.address, states, sessions)
    const stale = JSON.parse(sessions.get(account.did) ?? '{}')
    sessions.set(
      account.did,
      JSON.stringify({ ...stale, tokenSet: { ...stale.tokenSet, expires_at: '2020-01-01T00:00:00Z' } }),
    )
    proxy.use((_, asked) => (asked.includes('token') ? { kind: 'dropBefore' } : { kind: 'pass' }))
    expect(await lineOf(restarted).send(frozen, key(2), soon())).toMatchObject({ kind: 'later', keyEnded: false })
    expect(sessions.size).toBe(1)
    proxy.use(scripted())
    expect((await lineOf(restarted).send(frozen, key(2), soon())).kind).toBe('done')
    expect(sessions.get(account.did)).not.toContain('2020-01-01')
    expect((await pds.posts(account.did)).length).toBe(3)

    await restarted.signOut(account.did)
    expect(await lineOf(restarted).send(frozen, key(3), soon())).toMatchObject({ kind: 'later', keyEnded: true })
    expect((await lineOf(restarted).look(frozen, key(0), soon())).kind).toBe('found')
    expect((await pds.posts(account.did)).length).toBe(3)
  }, 60_000)
})

describe('the description of this installation', () => {
  const nothing = valuesIn(new Map())
  const tools = { fetch: loopbackFetch, now: () => new Date(), allowLoopback: false }

  it('names the public address and offers only the public half of its key', async () => {
    const privateKey = JSON.stringify((await JoseKey.generate(['ES256'], 'key-1')).privateJwk)
    const app = {
      address: 'https://counter.example.police.uk/',
      name: 'Front Counter',
      privateKey,
      scope: accountScope,
      plcDirectory: null,
      handleResolver: null,
      lock: null,
    }
    const oauth = await openOAuth(app, nothing, nothing, tools)
    expect(oauth.metadata).toMatchObject({
      client_id: 'https://counter.example.police.uk/oauth/bluesky/client-metadata.json',
      redirect_uris: ['https://counter.example.police.uk/oauth/bluesky/callback'],
      jwks_uri: 'https://counter.example.police.uk/oauth/bluesky/jwks.json',
      token_endpoint_auth_method: 'private_key_jwt',
      dpop_bound_access_tokens: true,
      scope: accountScope,
    })
    expect(oauth.publicKeys.keys.length).toBe(1)
    expect(JSON.stringify(oauth.publicKeys)).not.toContain('"d":')
    expect(JSON.stringify(oauth.metadata)).not.toContain('"d":')
  })

  it('on one’s own machine needs no document at all', async () => {
    const app = {
      address: 'http://127.0.0.1:4000',
      name: 'Front Counter',
      privateKey: null,
      scope: accountScope,
      plcDirectory: null,
      handleResolver: null,
      lock: null,
    }
    const { metadata } = await openOAuth(app, nothing, nothing, tools)
    expect(metadata).toMatchObject({
      redirect_uris: ['http://127.0.0.1:4000/oauth/bluesky/callback'],
      token_endpoint_auth_method: 'none',
    })
    expect(metadata.client_id).toMatch(/^http:\/\/localhost\?/)
  })

  it('leaves an account without a sign-in to be connected again', async () => {
    const line = openLine(testKeys('a.test', { signIn: 'oauth', did: 'did:plc:a' }).custody(), tools)
    expect(await line.send(frozen, '2222222222222', soon())).toMatchObject({ kind: 'later', keyEnded: true })
  })
})
