import { expect, test } from 'vitest'
import { z } from 'zod'
import { systemClock } from './clock.ts'
import { endpoint } from './endpoint.ts'
import { ok, refusal, refuse } from './outcome.ts'
import { route } from './route.ts'
import { makeServer } from './server.ts'
import type { World } from './world.ts'

const full = refusal('full', 'The tray is full.')
const put = endpoint({
  method: 'POST',
  path: '/api/tray/:id',
  purpose: 'x',
  input: z.object({ id: z.string(), words: z.string().max(20) }),
  output: z.object({ kept: z.string() }),
  refusals: [full],
})
const look = endpoint({
  method: 'GET',
  path: '/api/tray',
  purpose: 'x',
  input: z.object({ n: z.coerce.number() }),
  output: z.object({ n: z.number() }),
  access: 'public',
})
const file = endpoint({
  method: 'POST',
  path: '/api/file',
  purpose: 'x',
  input: z.object({ name: z.string() }),
  output: z.object({ size: z.number() }),
  upload: { maxBytes: 10 },
})
const made = endpoint({
  method: 'GET',
  path: '/api/made',
  purpose: 'x',
  input: z.object({ mediaType: z.string() }),
  output: z.unknown(),
  file: true,
})
const broken = endpoint({
  method: 'GET',
  path: '/api/broken',
  purpose: 'x',
  input: z.object({}),
  output: z.object({}),
  access: 'public',
})
const faults: string[] = []
const world = {
  clock: systemClock,
  config: { publicUrl: null },
  log: { fault: (event: string) => faults.push(event), info() {}, debug() {} },
} as unknown as World
const app = makeServer(
  world,
  [
    route(put, async (_, { id, words }) =>
      words === 'full' ? refuse(full, { most: 3 }) : ok({ kept: `${id}:${words}` }),
    ),
    route(look, async (_, { n }) => ok({ n })),
    route(file, async ({ bytes }) => ok({ size: bytes.length })),
    route(made, async (_, { mediaType }) => ok({ bytes: new Uint8Array(1), mediaType, name: null })),
    route(broken, () => Promise.reject(new Error('the secret is 1234'))),
  ],
  async (request) => (request.headers.get('cookie') === 'me' ? { forceId: 'f', personId: 'p', roles: [] } : null),
)
const ours = { cookie: 'me', 'x-front-counter': '1', host: 'desk.test' }
const post = (path: string, body: BodyInit | null, headers: Record<string, string> = ours) =>
  app.request(path, { method: 'POST', body, headers })
const saidBy = async (response: Response) =>
  ((await response.json()) as { refusal: { id: string; facts?: unknown } }).refusal

test('a good call is answered; a refusal is an answer with its id and facts', async () => {
  expect(await (await post('/api/tray/7', '{"words":"hello"}')).json()).toEqual({ kept: '7:hello' })
  const no = await post('/api/tray/7', '{"words":"full"}')
  expect([no.status, await saidBy(no)]).toEqual([409, { id: 'full', words: 'The tray is full.', facts: { most: 3 } }])
  expect(await (await app.request('/api/tray?n=4')).json()).toEqual({ n: 4 })
})

test.each([
  [
    'not signed in',
    post('/api/tray/7', '{"words":"x"}', { 'x-front-counter': '1', host: 'desk.test' }),
    401,
    'notSignedIn',
  ],
  ['no header of ours', post('/api/tray/7', '{"words":"x"}', { cookie: 'me', host: 'desk.test' }), 403, 'notFromHere'],
  ['another site', post('/api/tray/7', '{"words":"x"}', { ...ours, origin: 'https://evil.test' }), 403, 'notFromHere'],
  [
    'a cross-site fetch',
    post('/api/tray/7', '{"words":"x"}', { ...ours, 'sec-fetch-site': 'cross-site' }),
    403,
    'notFromHere',
  ],
  ['an opaque origin', post('/api/tray/7', '{"words":"x"}', { ...ours, origin: 'null' }), 403, 'notFromHere'],
  ['not JSON', post('/api/tray/7', '{"words":'), 400, 'notReadable'],
  ['a list', post('/api/tray/7', '[1]'), 400, 'notReadable'],
  ['broken UTF-8', post('/api/tray/7', new Uint8Array([0x7b, 0x22, 0x77, 0xff, 0xfe])), 400, 'notReadable'],
  ['a NUL', post('/api/tray/7', '{"words":"a\\u0000b"}'), 400, 'notReadable'],
  ['a NUL behind it', post('/api/tray/7', '{"__proto__":{"words":"a\\u0000b"}}'), 400, 'notReadable'],
  ['half a surrogate', post('/api/tray/7', '{"words":"\\ud800"}'), 400, 'notReadable'],
  ['too deep', post('/api/tray/7', `{"words":${'['.repeat(50)}${']'.repeat(50)}}`), 400, 'notReadable'],
  ['wrong type', post('/api/tray/7', '{"words":5}'), 422, 'wrongShape'],
  ['too long', post('/api/tray/7', `{"words":"${'x'.repeat(30)}"}`), 422, 'wrongShape'],
  ['10 MB', post('/api/tray/7', `{"words":"${'x'.repeat(10_000_000)}"}`), 413, 'tooLarge'],
  ['a file too large', post('/api/file?name=x', 'x'.repeat(11)), 413, 'tooLarge'],
  ['an address that is not', app.request('/api/nothing'), 404, 'notFound'],
] as const)('%s is refused in words', async (_, asked, status, id) => {
  const response = await asked
  expect([response.status, (await saidBy(response)).id]).toEqual([status, id])
})

test('the id in the path cannot be changed by the body', async () => {
  expect(await (await post('/api/tray/7', '{"id":"8","words":"x"}')).json()).toEqual({ kept: '7:x' })
})

test('a file arrives as bytes', async () => {
  expect(await (await post('/api/file?name=x', 'hello')).json()).toEqual({ size: 5 })
})

test('a browser keeps pictures and no table', async () => {
  const kept = async (mediaType: string) =>
    (await app.request(`/api/made?mediaType=${mediaType}`, { headers: { cookie: 'me' } })).headers.get('cache-control')
  expect(await kept('image/jpeg')).toBe('private, max-age=3600')
  expect([await kept('text/csv'), await kept('text/html')]).toEqual(['no-store', 'no-store'])
})

test('a fault is shown as a reference and nothing else', async () => {
  const response = await app.request('/api/broken')
  expect(response.status).toBe(500)
  expect(Object.keys((await response.json()) as object)).toEqual(['fault'])
  expect(faults).toEqual(['request failed'])
})

test('every answer carries the headers', async () => {
  const { headers } = await app.request('/api/tray?n=1')
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect([headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('cache-control')]).toEqual(
    ['nosniff', 'DENY', 'no-store'],
  )
})

test('too many calls in a minute are refused, one person at a time', async () => {
  let last = 200
  for (let i = 0; i < 1300 && last !== 429; i++)
    last = (await app.request('/api/tray?n=1', { headers: { cookie: 'me' } })).status
  expect(last).toBe(429)
  expect((await app.request('/api/tray?n=1')).status).toBe(200)
})
