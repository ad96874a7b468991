import { z } from 'zod'
import type { Custody } from '../network.ts'
import { type Answer, closedAccount, keyEnded, type Later, laterShortly, tooMany, wantsNewToken } from './answers.ts'
import { type Asked, type Asker, ask, Stopped, type Tools } from './call.client.ts'
import { homeIn, serviceAt } from './service.ts'

/** Whose keys these are and where the account's records live. */
export type Who = { did: string; home: URL }

/** The keys of one account, kept working. */
export type Session = {
  /** A working sign-in, or why there is none; publishes nothing. */
  ready(signal: AbortSignal): Promise<{ kind: 'ready'; who: Who } | Later>
  /** Who, as far as it is known without asking anybody; records are public, so this is enough for a look. */
  known(): Who | null
  /** Adds the keys. When the server says that they are too old it renews them once and sends once more; no other repeats. */
  send: Asker
  /** Everything that must never appear in words. */
  secrets(): readonly string[]
}

const granted = z.object({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  didDoc: z.unknown().optional(),
})

const badService =
  'The server address of this account is not one that we may send keys to. Correct it where the account is registered.'
const notKept = 'The keys of this account could not be kept safely. Nothing was published; we try again shortly.'
const notAnswering = 'Bluesky did not answer our sign-in. Nothing was published; we try again shortly.'

/**
 * Keys from an app password. The sign-in is kept and renewed, because Bluesky allows only 30 sign-ins in five minutes; the
 * password is used when there is no sign-in yet or the kept one has definitely ended.
 */
export const openPasswordSession = (custody: Custody, tools: Tools): Session => {
  let secret: Readonly<Record<string, string>> = custody.secret
  let ended: Later | null = null
  let renewing: Promise<void> | null = null

  const service = serviceAt(secret.service ?? '', tools.allowLoopback)
  const home = (): URL | null => serviceAt(secret.home ?? '', tools.allowLoopback) ?? service

  const keep = async (grant: z.infer<typeof granted>): Promise<void> => {
    const { did, handle, accessJwt, refreshJwt } = grant
    const found = homeIn(grant.didDoc, tools.allowLoopback)
    const next = { ...secret, did, handle, accessJwt, refreshJwt, ...(found ? { home: found.origin } : {}) }
    try {
      await custody.keep(next)
    } catch {
      throw new Stopped(laterShortly(notKept))
    }
    secret = next
  }

  /** refreshSession takes no body at all, not even an empty object. */
  const post = (nsid: string, bearer: string | null, body: object | null, signal: AbortSignal): Promise<Asked> => {
    if (service === null) throw new Stopped(keyEnded(badService))
    const send: Asker = (path, init) =>
      tools.fetch(new URL(path, service), { ...authorised(init, bearer), method: 'POST' })
    return ask(send, { nsid, ...(body ? { json: JSON.stringify(body) } : {}) }, signal)
  }

  const signIn = async (signal: AbortSignal): Promise<void> => {
    const password = secret.appPassword
    if (!password) throw new Stopped(keyEnded('There is no app password for this account. Connect the account again.'))
    const asked = await post(
      'com.atproto.server.createSession',
      null,
      { identifier: secret.did ?? secret.handle ?? '', password },
      signal,
    )
    const grant = grantIn(asked)
    if (grant) return keep(grant)
    if (isDefinite(asked)) ended = signInRefused(asked.answer)
    throw new Stopped(ended ?? putOff(asked, tools.now()))
  }

  const refresh = async (signal: AbortSignal): Promise<void> => {
    const token = secret.refreshJwt
    if (!token) return signIn(signal)
    const asked = await post('com.atproto.server.refreshSession', token, null, signal)
    const grant = grantIn(asked)
    if (grant) return keep(grant)
    if (!isDefinite(asked)) throw new Stopped(putOff(asked, tools.now()))
    const closed = closedAccount(asked.answer)
    if (closed) throw new Stopped(closed)
    return signIn(signal)
  }

  /** One renewal at a time; whoever comes later with the same old token waits for it. */
  const renew = async (used: string | undefined, signal: AbortSignal): Promise<string> => {
    if (ended) throw new Stopped(ended)
    if (secret.accessJwt === used) {
      renewing ??= refresh(signal).finally(() => {
        renewing = null
      })
      await renewing
    }
    return secret.accessJwt ?? ''
  }

  const send: Asker = async (path, init) => {
    const signal = init.signal ?? AbortSignal.timeout(30_000)
    const used = secret.accessJwt ?? (await renew(undefined, signal))
    const target = new URL(path, home() ?? service ?? undefined)
    const response = await tools.fetch(target, authorised(init, used))
    if (!(await saysTokenTooOld(response))) return response
    const renewed = await renew(used, signal)
    return tools.fetch(target, authorised(init, renewed))
  }

  const known = (): Who | null => {
    const place = home()
    const did = secret.did
    return did && place ? { did, home: place } : null
  }

  const ready: Session['ready'] = async (signal) => {
    try {
      if (service === null) return keyEnded(badService)
      if (!secret.accessJwt || !secret.did) await renew(secret.accessJwt, signal)
      const who = known()
      return who ? { kind: 'ready', who } : keyEnded(badService)
    } catch (error) {
      return error instanceof Stopped ? error.later : laterShortly(notAnswering)
    }
  }

  const secrets = (): readonly string[] =>
    [secret.appPassword, secret.accessJwt, secret.refreshJwt].filter((value) => value !== undefined)

  return { ready, known, send, secrets }
}

const authorised = (init: RequestInit, bearer: string | null): RequestInit => {
  const headers = new Headers(init.headers)
  if (bearer) headers.set('authorization', `Bearer ${bearer}`)
  return { ...init, headers }
}

const grantIn = (asked: Asked): z.infer<typeof granted> | null => {
  if (asked.kind !== 'answer' || asked.answer.status !== 200) return null
  return granted.safeParse(asked.answer.body).data ?? null
}

/** A no that the server itself names, so that asking again would not help. */
const isDefinite = (asked: Asked): asked is { kind: 'answer'; answer: Answer } =>
  asked.kind === 'answer' && asked.answer.name !== null && [400, 401, 403].includes(asked.answer.status)

const signInRefused = (answer: Answer): Later =>
  closedAccount(answer) ??
  keyEnded(
    'Bluesky did not accept the handle and app password of this account. Nothing was published. Make a new app password there and connect the account again.',
  )

const putOff = (asked: Asked, now: Date): Later => {
  if (asked.kind === 'stopped') return asked.later
  return asked.kind === 'answer' && asked.answer.status === 429
    ? tooMany(asked.answer, now)
    : laterShortly(notAnswering)
}

const saysTokenTooOld = async (response: Response): Promise<boolean> => {
  if (response.status !== 400 && response.status !== 401) return false
  const text = await response.clone().text()
  const name = /"error"\s*:\s*"(\w+)"/u.exec(text)?.[1] ?? null
  // The key never covered this call; a renewed one would not either.
  if (/bad token (?:method|scope)/iu.test(text)) return false
  return wantsNewToken({ status: response.status, name, message: null, headers: {}, body: null })
}
