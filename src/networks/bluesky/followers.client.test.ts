import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FollowersPage } from '../network.ts'
import { testKeys } from '../testnet/custody.testbed.ts'
import { loopbackFetch } from '../testnet/loopback.guard.ts'
import { type Account, bearer } from '../testnet/pds.testbed.ts'
import { begin, member, net, openDesk, say, soon } from './appview-desk.testbed.ts'
import { openLine } from './bluesky.client.ts'

beforeAll(begin, 180_000)
afterAll(() => net[Symbol.asyncDispose]())

const follow = async (who: Account, whom: Account): Promise<void> => {
  const record = { $type: 'app.bsky.graph.follow', subject: whom.did, createdAt: new Date().toISOString() }
  const json = { repo: who.did, collection: 'app.bsky.graph.follow', record }
  await net.call('com.atproto.repo.createRecord', { json, authorization: bearer(who) })
}

it('tells how many follow, how many it follows and how many posts it shows; and who follows, each once', async () => {
  const { account, line } = await openDesk()
  await net.settle()
  expect(await line.count(soon())).toEqual({ kind: 'counted', followers: 0, following: 0, posts: 0 })
  expect(await line.followers(null, soon())).toEqual({ kind: 'followers', people: [], cursor: null })
  const people = [await member(), await member(), await member()]
  for (const one of people) await follow(one, account)
  await follow(account, people[0] ?? account)
  await say(account, 'The A38 is open again.')
  await net.settle()
  expect(await line.count(soon())).toEqual({ kind: 'counted', followers: 3, following: 1, posts: 1 })
  const told: string[] = []
  for (let cursor: string | null = null; ; ) {
    const page: FollowersPage | { kind: string } = await line.followers(cursor, soon())
    if (!('people' in page)) throw new Error(page.kind)
    told.push(...page.people)
    if (page.cursor === null) break
    cursor = page.cursor
  }
  expect(told.sort()).toEqual(people.map((one) => one.did).sort())
})

it('asks for the next page from where the last one ended', async () => {
  const account = await member()
  const appPassword = await net.createAppPassword(account)
  const keys = testKeys(account.handle, { service: net.url, handle: account.handle, appPassword })
  const asked: URLSearchParams[] = []
  const paged: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    if (!url.pathname.endsWith('getFollowers')) return loopbackFetch(input, init)
    asked.push(url.searchParams)
    const isFirst = url.searchParams.get('cursor') === null
    const body = {
      followers: [{ did: isFirst ? 'did:plc:ann' : 'did:plc:bo' }],
      ...(isFirst ? { cursor: 'next' } : {}),
    }
    return Response.json(body)
  }
  const line = openLine(keys.custody(), { fetch: paged, now: () => new Date(), allowLoopback: true })
  expect(await line.followers(null, soon())).toEqual({ kind: 'followers', people: ['did:plc:ann'], cursor: 'next' })
  expect(await line.followers('next', soon())).toEqual({ kind: 'followers', people: ['did:plc:bo'], cursor: null })
  expect(asked.map((q) => [q.get('actor'), q.get('limit'), q.get('cursor')])).toEqual([
    [account.did, '100', null],
    [account.did, '100', 'next'],
  ])
})

it('says why nothing is told: too often, keys that do not cover it, an answer that is none', async () => {
  const account = await member()
  const appPassword = await net.createAppPassword(account)
  const keys = testKeys(account.handle, { service: net.url, handle: account.handle, appPassword })
  const now = new Date('2026-09-07T09:00:00Z')
  const told = async (answer: Response) => {
    const instead: typeof fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input))
      return /getProfile|getFollowers/.test(url.pathname) ? answer.clone() : loopbackFetch(input, init)
    }
    const line = openLine(keys.custody(), { fetch: instead, now: () => now, allowLoopback: true })
    return [await line.count(soon()), await line.followers(null, soon())]
  }
  const slow = Response.json({ error: 'RateLimitExceeded' }, { status: 429, headers: { 'retry-after': '120' } })
  const until = new Date('2026-09-07T09:02:00Z')
  for (const answer of await told(slow)) expect(answer).toMatchObject({ kind: 'later', until, keyEnded: false })
  const narrow = Response.json({ error: 'ScopeMissing', message: 'Missing scope' }, { status: 403 })
  for (const answer of await told(narrow))
    expect(answer).toMatchObject({ kind: 'notAllowed', words: expect.stringContaining('followers counted') })
  const none = [
    ...(await told(Response.json({ followersCount: 'many', followers: 'many' }))),
    ...(await told(Response.json({ followersCount: 3_000_000_000 }))),
  ]
  for (const answer of none)
    expect(answer).toMatchObject({ kind: 'unknown', words: expect.stringContaining('did not say who follows') })
})
