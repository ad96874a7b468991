import { generateKeyPairSync } from 'node:crypto'
import { buildPushPayload } from '@block65/webcrypto-web-push'
import type { World } from '../../foundation/world.ts'
import type { Words } from './alarm.ts'
import type { PushKeys } from './reach.store.ts'

/** How a telling ended at the other side: `gone` is for good, the way no longer exists. */
export type TellingEnding =
  | { kind: 'told' }
  | { kind: 'later'; words: string; waitMs: number | null }
  | { kind: 'failed'; words: string }
  | { kind: 'gone'; words: string }

export type PushAddress = { endpoint: string; keys: { p256dh: string; auth: string } }

/** A new pair for VAPID: the public point uncompressed, the private number, both base64url. */
export function makePushKeys(): PushKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { publicKey: point.toString('base64url'), privateKey: d }
}

/** Whether a browser's subscription can be one at all: HTTPS, a point of P-256 and 16 bytes. Where it leads is seen when it is asked. */
export const isPushAddress = ({ endpoint, keys }: PushAddress): boolean => {
  const point = Buffer.from(keys.p256dh, 'base64url')
  return (
    URL.canParse(endpoint) &&
    new URL(endpoint).protocol === 'https:' &&
    new URL(endpoint).username === '' &&
    point.length === 65 &&
    point[0] === 4 &&
    Buffer.from(keys.auth, 'base64url').length === 16
  )
}

/** A push message is worth nothing half an hour later: then it has been told by other ways. */
const secondsKept = 1800
const patience = 10_000

/**
 * Asks a push service to bring a message to one browser (RFC 8030), encrypted for that browser alone (RFC 8291) and signed by us
 * (RFC 8292). Asked through `world.fetch`, because the address comes from outside.
 */
export async function push(
  world: World,
  to: PushAddress,
  keys: PushKeys,
  subject: string,
  words: Words & { tag: string },
): Promise<TellingEnding> {
  try {
    const data = JSON.stringify({ title: words.title, text: words.text, address: words.address, tag: words.tag })
    const urgency = words.urgent ? ('high' as const) : ('normal' as const)
    const { headers, body } = await buildPushPayload(
      { data, options: { ttl: secondsKept, urgency } },
      { ...to, expirationTime: null },
      { subject, ...keys },
    )
    const answer = await world.fetch(to.endpoint, {
      method: 'POST',
      headers: sentAlong(headers),
      body,
      signal: AbortSignal.timeout(patience),
    })
    await answer.body?.cancel()
    return endingOf(answer, world.clock.now())
  } catch (error) {
    return { kind: 'later', words: `The push service did not answer (${nameOf(error)}).`, waitMs: null }
  }
}

function endingOf(answer: Response, now: Date): TellingEnding {
  if (answer.ok) return { kind: 'told' }
  const { status } = answer
  if (status === 404 || status === 410)
    return { kind: 'gone', words: 'This browser no longer takes push messages from us.' }
  const words = `The push service answered ${status}.`
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'later', words, waitMs: waitOf(answer.headers.get('retry-after'), now) }
  return { kind: 'failed', words }
}

/** `Retry-After` in seconds or as a date; at most ten minutes are believed. */
function waitOf(header: string | null, now: Date): number | null {
  if (header === null) return null
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 600_000) : null
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'no reason given')

/** The length is `fetch`'s to say. */
const sentAlong = (headers: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(headers).filter(([name]) => name !== 'content-length')
