import type { z } from 'zod'
import { type Refusal, refusal } from './outcome.ts'

/** An endpoint is a piece of data that server, browser and OpenAPI read alike. `:name` parts of the path are taken from the input. */
export type Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  method: 'GET' | 'POST'
  path: `/${string}`
  purpose: string
  /** GET: from the query. POST: from the JSON body, or from the query where the body is a file. */
  input: I
  output: O
  /** The refusals of its own that it may give; those of every endpoint are `generalRefusals`. */
  refusals: readonly Refusal[]
  /** `public`: no sign-in. Everything else needs one. */
  access: 'public' | 'signedIn'
  /** Also open to somebody who still has to choose a password or set up a second factor: what they need for that. */
  whilePending: boolean
  /** The body is a file of at most so many bytes, not JSON. */
  upload: { maxBytes: number } | null
  /** The answer is a file, not JSON; `output` then describes `{ bytes, mediaType, name }` loosely. */
  file: boolean
}

export const endpoint = <I extends z.ZodType, O extends z.ZodType>(
  e: Pick<Endpoint<I, O>, 'method' | 'path' | 'purpose' | 'input' | 'output'> & Partial<Endpoint<I, O>>,
): Endpoint<I, O> => ({ access: 'signedIn', whilePending: false, upload: null, file: false, refusals: [], ...e })

/** What any endpoint may say. */
export const generalRefusals = {
  notSignedIn: refusal(
    'notSignedIn',
    'You are not signed in, or your sign-in ended. Your words are kept on this device. Sign in again.',
    401,
  ),
  firstYourOwn: refusal('firstYourOwn', 'Choose your own password first. Nothing else is open until then.', 403),
  firstSecondFactor: refusal(
    'firstSecondFactor',
    'Set up your second factor first. Nothing else is open until then.',
    403,
  ),
  notAllowed: refusal('notAllowed', 'Your role may not do this.', 403),
  notFound: refusal('notFound', 'This is not here, or not for you to see.', 404),
  notReadable: refusal('notReadable', 'What was sent cannot be read. Nothing was saved.', 400),
  wrongShape: refusal(
    'wrongShape',
    'Something in what was sent is missing or of the wrong kind. Nothing was saved.',
    422,
  ),
  tooLarge: refusal('tooLarge', 'What was sent is too large. Nothing was saved.', 413),
  tooOften: refusal(
    'tooOften',
    'Too many requests in a short time. Nothing was saved. Wait a minute and try again.',
    429,
  ),
  notFromHere: refusal('notFromHere', 'This request did not come from our own pages. Nothing was saved.', 403),
} as const

/** Why somebody who still has something to set up may not come in here; null when they may. */
export function whyPending(endpoint: Endpoint, pending: 'password' | 'secondFactor' | undefined): Refusal | null {
  if (!pending || endpoint.whilePending || endpoint.access === 'public') return null
  return pending === 'password' ? generalRefusals.firstYourOwn : generalRefusals.firstSecondFactor
}

/** `/api/posts/:id` and `{ id: '7' }` make `/api/posts/7`. */
export const addressOf = (path: string, input: Record<string, unknown>): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(input[name] ?? '')))

export const pathNames = (path: string): string[] => [...path.matchAll(/:([a-zA-Z]+)/g)].map((m) => m[1] ?? '')
