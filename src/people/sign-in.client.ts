import { z } from 'zod'
import { type Endpoint, generalRefusals as general, whyPending } from '../foundation/endpoint.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, type Refusal, refuse } from '../foundation/outcome.ts'
import { rateLimit } from '../foundation/rate-limit.ts'
import type { Actor, World } from '../foundation/world.ts'
import { addressHeader, openBetterAuth } from './better-auth.client.ts'
import { actorOfUser, onlyForce, personByEmail } from './people.queries.ts'
import { triesAllowed } from './person.ts'
import {
  forgetTries,
  type Known,
  mayTry,
  noteSecondFactor,
  noteSignedIn,
  noteSignInFailed,
} from './sign-in.commands.ts'
import * as doors from './sign-in.contract.ts'
import { callerAddress, sessionToken } from './sign-in.ts'

export type SignIn = {
  /** Answers everything under /api/auth. `address` is the connection's, for the rate limit. */
  handler(request: Request, address?: string): Promise<Response>
  /** Who is signed in on this request; null for nobody, a leaver, or a user of no force. */
  identify(request: Request): Promise<Actor | null>
}

type Auth = ReturnType<typeof openBetterAuth>

/** What better-auth said, read with the few names that matter here. Its token and its user never go further. */
const said = z.object({
  code: z.string().optional(),
  twoFactorRedirect: z.boolean().optional(),
  user: z.object({ id: z.string() }).optional(),
  totpURI: z.string().optional(),
  backupCodes: z.array(z.string()).optional(),
})
type Said = { status: number; cookies: string[]; body: z.output<typeof said> }

/** One call as a door sees it: better-auth stands behind `ask`. */
type Knock = { world: World; input: Record<string, unknown>; before: Who | null; ask(): Promise<Said> }
type Who = Known & { userId: string; secondFactor: boolean; pending: Actor['pending'] }
type Door = {
  endpoint: Endpoint
  /** The path of better-auth that is read instead, where it has another name there. */
  reads?: string
  answer(knock: Knock): Promise<{ said: Said | null; outcome: Outcome<unknown> }>
}

export function openSignIn(world: World): SignIn {
  const auth = openBetterAuth(world)
  const table = new Map<string, Door>(makeDoors().map((door) => [door.endpoint.path, door]))
  return {
    identify: async (request) => (await whoIs(world, auth, request))?.actor ?? null,
    handler: (request, address = 'unknown') => handle(world, auth, table, request, address),
  }
}

async function whoIs(
  world: World,
  auth: Auth,
  request: Request,
): Promise<{ actor: Actor; userId: string; secondFactor: boolean } | null> {
  if (sessionToken(request.headers.get('cookie')) === null) return null
  const session = await auth.api.getSession({ headers: request.headers, query: { disableRefresh: true } })
  if (!session) return null
  const actor = await actorOfUser(world.db, session.user.id)
  return actor ? { actor, userId: session.user.id, secondFactor: session.user.twoFactorEnabled === true } : null
}

async function handle(
  world: World,
  auth: Auth,
  table: ReadonlyMap<string, Door>,
  request: Request,
  address: string,
): Promise<Response> {
  const door = table.get(new URL(request.url).pathname)
  if (!door || request.method !== door.endpoint.method) return reply(refuse(general.notFound), [])
  try {
    const input = await readInput(door.endpoint, request)
    if (!input.ok) return reply(input, [])
    const who = await whoIs(world, auth, request)
    const before = who?.actor.personId
      ? {
          forceId: who.actor.forceId,
          personId: who.actor.personId,
          userId: who.userId,
          secondFactor: who.secondFactor,
          pending: who.actor.pending,
        }
      : null
    const forwarded = forward(world, request, door.reads, input.value, address)
    const answered = await door.answer({ world, input: input.value, before, ask: () => ask(auth, forwarded) })
    return reply(answered.outcome, answered.said?.cookies ?? [])
  } catch (error) {
    const reference = newId(world.clock.now())
    world.log.fault('sign-in failed', error, { reference })
    return Response.json({ fault: { reference } }, { status: 500 })
  }
}

const most = 10_000

/** The body through the contract, so that nothing but what a door asks for reaches better-auth. */
async function readInput(endpoint: Endpoint, request: Request): Promise<Outcome<Record<string, unknown>>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return refuse(general.tooLarge)
  if (!request.headers.get('content-type')?.startsWith('application/json')) return refuse(general.notReadable)
  const text = await textOf(request)
  if (text === null) return refuse(general.tooLarge)
  const given = z.record(z.string(), z.unknown()).safeParse(parsed(text))
  if (!given.success || text.includes('\\u0000')) return refuse(general.notReadable)
  const input = endpoint.input.safeParse(given.data)
  return input.success ? ok(z.record(z.string(), z.unknown()).parse(input.data)) : refuse(general.wrongShape)
}

async function textOf(request: Request): Promise<string | null> {
  const reader = request.body?.getReader()
  const parts: Uint8Array[] = []
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) return null
    parts.push(value)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function forward(
  world: World,
  request: Request,
  reads: string | undefined,
  input: Record<string, unknown>,
  address: string,
): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.set(
    addressHeader,
    callerAddress(address, request.headers.get('x-forwarded-for'), world.config.publicUrl !== null),
  )
  if (reads) return new Request(new URL(reads, request.url), { headers })
  return new Request(request.url, { method: 'POST', headers, body: JSON.stringify(input) })
}

async function ask(auth: Auth, request: Request): Promise<Said> {
  const response = await auth.handler(request)
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status}`)
  const body = said.safeParse(parsed(await response.text()))
  return { status: response.status, cookies: response.headers.getSetCookie(), body: body.success ? body.data : {} }
}

function reply(outcome: Outcome<unknown>, cookies: readonly string[]): Response {
  const { status, body } = outcome.ok
    ? { status: 200, body: outcome.value }
    : { status: outcome.refusal.status, body: { refusal: { id: outcome.refusal.id, words: outcome.refusal.words } } }
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return Response.json(body, { status, headers })
}

const refusalOf = (s: Said): Refusal =>
  doors.refusalOfCode[s.body.code ?? ''] ?? doors.refusalOfStatus[s.status] ?? general.notReadable

const only = (outcome: Outcome<unknown>) => ({ said: null, outcome })

/** A door that only asks: what better-auth refuses is refused, and `then` notes what came of it. */
const plainDoor = (endpoint: Endpoint, then: (knock: Knock, s: Said) => Promise<unknown>): Door => ({
  endpoint,
  async answer(knock) {
    if (endpoint.access === 'signedIn' && !knock.before) return only(refuse(general.notSignedIn))
    const first = whyPending(endpoint, knock.before?.pending)
    if (first) return only(refuse(first))
    const s = await knock.ask()
    return {
      said: s,
      outcome: s.status === 200 ? ok(endpoint.output.parse(await then(knock, s))) : refuse(refusalOf(s)),
    }
  },
})

/** A door that asks for the password of somebody who is signed in: wrong ones count as they do at sign-in. */
const passwordDoor = (endpoint: Endpoint, then: (knock: Knock, s: Said) => Promise<unknown>): Door => {
  const door = plainDoor(endpoint, async (knock, s) => {
    if (knock.before) await forgetTries(knock.world, knock.before)
    return then(knock, s)
  })
  return {
    endpoint,
    answer: async (knock) =>
      knock.before && !(await mayTry(knock.world, knock.before))
        ? only(refuse(doors.signInRefusals.signInPaused))
        : door.answer(knock),
  }
}

function makeDoors(): Door[] {
  const ofNobody = {
    note: rateLimit(10, 15 * 60_000),
    // An address that nobody has rests as one that somebody has: otherwise resting would say which.
    tooOften: rateLimit(triesAllowed.most, triesAllowed.minutes * 60_000),
  }
  return [
    { endpoint: doors.signInEndpoint, answer: (knock) => signIn(knock, ofNobody) },
    plainDoor(doors.giveCodeEndpoint, (knock, s) => afterCode(knock, s, 'code')),
    plainDoor(doors.giveBackupCodeEndpoint, (knock, s) => afterCode(knock, s, 'backupCode')),
    passwordDoor(doors.beginSecondFactorEndpoint, async (_, s) => ({
      totpUri: s.body.totpURI,
      backupCodes: s.body.backupCodes,
    })),
    passwordDoor(doors.endSecondFactorEndpoint, (knock) => noted(knock, 'secondFactorEnded')),
    passwordDoor(doors.newBackupCodesEndpoint, async (knock, s) => {
      await noted(knock, 'backupCodesRenewed')
      return { backupCodes: s.body.backupCodes }
    }),
    plainDoor(doors.signOutEndpoint, async () => ({})),
    { ...plainDoor(doors.keepSignedInEndpoint, async () => ({})), reads: '/api/auth/get-session' },
  ]
}

async function noted({ world, before }: Knock, what: Parameters<typeof noteSecondFactor>[2]) {
  if (before) await noteSecondFactor(world, { forceId: before.forceId, personId: before.personId }, what)
  return {}
}

type Limits = Readonly<Record<'note' | 'tooOften', (who: string) => boolean>>

async function signIn({ world, input, ask }: Knock, ofNobody: Limits) {
  const email = String(input.email).toLowerCase()
  const found = await personByEmail(world.db, email)
  const who = found ? { forceId: found.force_id, personId: found.id } : null
  if (who ? !(await mayTry(world, who)) : ofNobody.tooOften(email))
    return only(refuse(doors.signInRefusals.signInPaused))
  const s = await ask()
  const ended = found?.left_at || (found?.one_time_until && found.one_time_until <= world.clock.now())
  if (s.status === 200 && who && !ended) {
    if (!s.body.twoFactorRedirect) await noteSignedIn(world, who, 'password')
    return { said: s, outcome: ok({ needsCode: s.body.twoFactorRedirect === true }) }
  }
  // Its cookies are dropped: a session that better-auth made for somebody who may not come in is known to nobody.
  const refused = s.status === 200 ? doors.signInRefusals.signInFailed : refusalOf(s)
  if (refused.id === 'signInFailed') await noteFailure(world, who, ofNobody.note)
  return only(refuse(refused))
}

async function noteFailure(world: World, who: Known | null, noteUnknown: (who: string) => boolean): Promise<void> {
  if (who) return void (await noteSignInFailed(world, who.forceId, who.personId))
  const forceId = await onlyForce(world.db)
  if (forceId !== null && !noteUnknown(forceId)) await noteSignInFailed(world, forceId, null)
}

/** A code ends a sign-in, or, of somebody who is signed in, shows that the new authenticator works. */
async function afterCode({ world, before }: Knock, s: Said, how: 'code' | 'backupCode') {
  if (before) {
    if (!before.secondFactor && how === 'code')
      await noteSecondFactor(world, { forceId: before.forceId, personId: before.personId }, 'secondFactorSet')
    return {}
  }
  const actor = s.body.user ? await actorOfUser(world.db, s.body.user.id) : null
  if (actor?.personId) await noteSignedIn(world, { forceId: actor.forceId, personId: actor.personId }, how)
  return {}
}
