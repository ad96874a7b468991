import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { type Endpoint, generalRefusals as general, pathNames, whyPending } from './endpoint.ts'
import { newId } from './identity.ts'
import { issueWords } from './issue.ts'
import { type Outcome, type Refusal, refuse } from './outcome.ts'
import { rateLimit } from './rate-limit.ts'
import type { Call, FileAnswer, Route } from './route.ts'
import type { Actor, World } from './world.ts'

export type Identify = (request: Request) => Promise<Actor | null>

const jsonMaxBytes = 1_000_000

/** Makes the HTTP server of these routes. `mount` hangs on what is not an endpoint (sign-in, live events, pages). */
export function makeServer(
  world: World,
  routes: readonly Route[],
  identify: Identify,
  mount: (app: Hono) => void = () => {},
): Hono {
  const app = new Hono()
  app.use(headers(world))
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  app.use(compress({ threshold: 2048 }))
  app.onError((error, c) => {
    const reference = newId(world.clock.now())
    world.log.fault('request failed', error, { reference, path: c.req.path })
    return c.json({ fault: { reference } }, 500)
  })
  const limited = rateLimit(1200, 60_000)
  for (const route of routes) {
    app.on(route.endpoint.method, route.endpoint.path, async (c) => {
      const call = await readCall(world, route.endpoint, c, identify, limited)
      const outcome = call.ok ? await route.answer(call.value.call, call.value.input) : call
      return send(c, route.endpoint, outcome)
    })
  }
  mount(app)
  app.all('/api/*', (c) => send(c, null, refuse(general.notFound)))
  return app
}

const headers = (world: World) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    strictTransportSecurity: world.config.publicUrl?.startsWith('https:')
      ? 'max-age=31536000; includeSubDomains'
      : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })

type Read = { call: Call; input: unknown }

async function readCall(
  world: World,
  endpoint: Endpoint,
  c: Context,
  identify: Identify,
  limited: (who: string) => boolean,
): Promise<Outcome<Read>> {
  const request = c.req.raw
  const ip = addressOfCaller(c)
  if (endpoint.method === 'POST' && !fromOurPages(request, world)) return refuse(general.notFromHere)
  const actor = await identify(request)
  if (!actor && endpoint.access === 'signedIn') return refuse(general.notSignedIn)
  if (limited(actor?.personId ?? ip)) return refuse(general.tooOften)
  const first = whyPending(endpoint, actor?.pending)
  if (first) return refuse(first)
  const body = await readBody(request, endpoint.upload?.maxBytes ?? jsonMaxBytes)
  if (!body.ok) return body
  const given = readInput(endpoint, c, body.value)
  if (!given.ok) return given
  const parsed = endpoint.input.safeParse(given.value)
  if (!parsed.success) {
    return refuse(general.wrongShape, {
      fields: parsed.error.issues.slice(0, 10).map((i) => ({ field: i.path.join('.'), words: issueWords(i) })),
    })
  }
  const call = {
    world,
    actor: actor ?? { forceId: '', personId: null, roles: [] },
    now: world.clock.now(),
    bytes: body.value,
    request,
    ip,
  }
  return { ok: true, value: { call, input: parsed.data } }
}

/** The address at the other end of the connection. */
export function addressOfCaller(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // called as a function, in a test
  }
}

/** A form on another site cannot set our header, and a browser that says where it comes from must name us. */
function fromOurPages(request: Request, world: World): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  const ours = world.config.publicUrl ? new URL(world.config.publicUrl).host : request.headers.get('host')
  if (origin && ours && (!URL.canParse(origin) || new URL(origin).host !== ours)) return false
  return request.headers.get('x-front-counter') === '1'
}

/** Reads at most `maxBytes`, whatever the length header claims. */
async function readBody(request: Request, maxBytes: number): Promise<Outcome<Uint8Array>> {
  if (!request.body) return { ok: true, value: new Uint8Array() }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refuse(general.tooLarge)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > maxBytes) return refuse(general.tooLarge)
    parts.push(part)
  }
  return { ok: true, value: Buffer.concat(parts) }
}

function readInput(endpoint: Endpoint, c: Context, bytes: Uint8Array): Outcome<Record<string, unknown>> {
  let given: Record<string, unknown> = endpoint.method === 'GET' || endpoint.upload ? { ...c.req.query() } : {}
  if (endpoint.method === 'POST' && !endpoint.upload && bytes.length > 0) {
    try {
      const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return refuse(general.notReadable)
      given = { ...value } // assigned instead, a member called __proto__ would stand behind what is looked at below
    } catch {
      return refuse(general.notReadable)
    }
  }
  for (const name of pathNames(endpoint.path)) given[name] = c.req.param(name)
  return storable(given) ? { ok: true, value: given } : refuse(general.notReadable)
}

/** No NUL and no half of a surrogate pair anywhere: PostgreSQL cannot hold them, and nobody can read them. */
function storable(value: unknown, depth = 0): boolean {
  if (depth > 32) return false
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (Array.isArray(value)) return value.every((v) => storable(v, depth + 1))
  if (value && typeof value === 'object')
    return Object.entries(value).every(([k, v]) => storable(k) && storable(v, depth + 1))
  return true
}

function send(c: Context, endpoint: Endpoint | null, outcome: Outcome<unknown>): Response {
  if (!outcome.ok) return sendRefusal(c, outcome.refusal, outcome.facts)
  if (!endpoint?.file) return c.json(endpoint ? endpoint.output.parse(outcome.value) : outcome.value)
  const file = outcome.value as FileAnswer
  return c.body(Buffer.from(file.bytes), 200, {
    'content-type': file.mediaType,
    'x-content-type-options': 'nosniff',
    // A table is of who asks and of now; a browser that keeps it would show it to whoever signs in there next.
    'cache-control': file.mediaType.startsWith('image/') ? 'private, max-age=3600' : 'no-store',
    ...(file.name ? { 'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"` } : {}),
  })
}

const sendRefusal = (c: Context, refusal: Refusal, facts: Record<string, unknown> | undefined) =>
  c.json({ refusal: { id: refusal.id, words: refusal.words, ...(facts ? { facts } : {}) } }, refusal.status)
