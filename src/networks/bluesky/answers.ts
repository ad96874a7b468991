import type { Ending } from '../ending.ts'

export type Later = Extract<Ending, { kind: 'later' }>
export type NotDone = Exclude<Ending, { kind: 'done' }>

/** What the server answered. `name` is its own word for an error; null when the body is not the protocol's. */
export type Answer = {
  status: number
  name: string | null
  message: string | null
  headers: Readonly<Record<string, string>>
  body: unknown
}

/** Asked too often, and not told until when: we come back after this long. */
const shortly = 60_000
const longest = 24 * 3_600_000

/** Nothing was written, and when to try again is for the engine to say. */
export const laterShortly = (words: string): Later => ({ kind: 'later', until: null, keyEnded: false, words })

export const keyEnded = (words: string): Later => ({ kind: 'later', until: null, keyEnded: true, words })

const stopped = new Set(['AccountTakedown', 'AccountSuspended', 'RepoTakendown', 'RepoSuspended'])
const asleep = new Set(['AccountDeactivated', 'RepoDeactivated'])
const tokenNames = new Set(['ExpiredToken', 'InvalidToken'])

/** The account itself is closed at the network; new keys would not help. */
export const closedAccount = ({ name }: Answer): Later | null => {
  if (name !== null && stopped.has(name))
    return keyEnded(
      'Bluesky has suspended this account. Nothing was published. Ask Bluesky why, and tell the person who answers for the account.',
    )
  if (name !== null && asleep.has(name))
    return keyEnded(
      'This account is switched off at Bluesky. Nothing was published. Its owner can switch it on again there.',
    )
  return null
}

/** The server names the token bad for this call, not too old: an app password without private messages, for one. */
export const neverCovered = ({ name, message }: Answer): boolean =>
  name === 'InvalidToken' && /bad token (?:method|scope)/iu.test(message ?? '')

/** Would a renewed token help? */
export const wantsNewToken = (answer: Answer): boolean =>
  closedAccount(answer) === null &&
  !neverCovered(answer) &&
  (answer.status === 401 || (answer.status === 400 && tokenNames.has(answer.name ?? '')))

/** When the server says that we may come back: `retry-after` (seconds or date) before `ratelimit-reset` (seconds since 1970). */
export const resetTime = ({ headers }: Answer, now: Date): Date | null => {
  const after = headers['retry-after']
  const reset = headers['ratelimit-reset']
  const time =
    after !== undefined
      ? /^\d+$/u.test(after)
        ? now.getTime() + Number(after) * 1000
        : Date.parse(after)
      : Number(reset ?? Number.NaN) * 1000
  if (!Number.isFinite(time)) return null
  return new Date(Math.min(Math.max(time, now.getTime() + 1000), now.getTime() + longest))
}

export const tooMany = (answer: Answer, now: Date): Later => ({
  kind: 'later',
  until: resetTime(answer, now) ?? new Date(now.getTime() + shortly),
  keyEnded: false,
  words: 'Bluesky asks us to slow down. Nothing was published yet; we try again as soon as it allows.',
})

/**
 * How a write ended that was answered without success. Only what the server itself names as a definite no is one; a bare status
 * may come from any machine on the way, after the post went through.
 */
export const endingOf = (answer: Answer, now: Date, secrets: readonly string[]): NotDone => {
  const closed = closedAccount(answer)
  if (closed) return closed
  if (answer.status === 429) return tooMany(answer, now)
  if (wantsNewToken(answer))
    return keyEnded(
      'Bluesky no longer accepts our keys for this account. Nothing was published. Connect the account again.',
    )
  if (answer.status === 403 && answer.name !== null)
    return keyEnded(
      'The permission given at Bluesky does not cover this. Nothing was published. Connect the account again.',
    )
  if (answer.status === 413 || (answer.status === 400 && answer.name !== null && answer.name !== 'InvalidSwap'))
    return { kind: 'refused', words: refusalWords(answer, secrets) }
  return { kind: 'unknown', words: unsure }
}

export const unsure = 'Bluesky did not say clearly whether it accepted this. We are checking what it holds.'

/** The server's own sentences, as far as an author can do something about them. */
const known: readonly (readonly [RegExp, string])[] = [
  [
    /grapheme too big|string too big|must not be longer than/iu,
    'The text is longer than Bluesky takes. Shorten it, or make it a thread.',
  ],
  [/array too big/iu, 'The post has more pictures than Bluesky takes (4). Take some out, or make it a thread.'],
  [
    /could not find blob|blobnotfound/iu,
    'Bluesky no longer holds a picture of this post. Add the picture again and have the post approved again.',
  ],
  [
    /mime ?type|accept/iu,
    'A picture is of a kind that Bluesky does not show. Save it as JPEG or PNG and add it again.',
  ],
  [
    /blob too big|too ?large|blob.*size/iu,
    'A picture is larger than the 2 MB that Bluesky takes. Save it smaller and add it again.',
  ],
]

const refusalWords = ({ name, message }: Answer, secrets: readonly string[]): string => {
  const said = `${name ?? ''} ${message ?? ''}`
  const words = known.find(([pattern]) => pattern.test(said))?.[1]
  if (words) return words
  const quote = withoutSecrets(message ?? '', secrets).slice(0, 200)
  return `Bluesky refused this and nothing was published.${quote ? ` It said: “${quote}”` : ''}`
}

/** Nobody's key may reach a screen or a log, even if a server repeats it to us. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, '…'), text)
    .replace(/eyJ[\w-]+(?:\.[\w-]+)*/gu, '…')
