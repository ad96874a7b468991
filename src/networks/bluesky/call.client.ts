import { z } from 'zod'
import { type Answer, type Later, neverCovered } from './answers.ts'

/** What a line to a network is given of the world. `fetch` refuses addresses inside our own network. */
export type Tools = { fetch: typeof fetch; now(): Date; allowLoopback: boolean }

/** A request to the account's server: a path, and what `fetch` takes. It adds the keys. */
export type Asker = (path: string, init: RequestInit) => Promise<Response>

export type Request = {
  nsid: string
  params?: Readonly<Record<string, string>> | [string, string][]
  headers?: Readonly<Record<string, string>>
  json?: string
  /** An answer without a word is a good answer. */
  mayBeEmpty?: boolean
  bytes?: { data: Uint8Array; mediaType: string }
}

/** `silence`: nothing readable came back, so a write may or may not have happened. `stopped`: we never got as far as sending it. */
export type Asked = { kind: 'answer'; answer: Answer } | { kind: 'silence' } | { kind: 'stopped'; later: Later }

/** Thrown inside an asker when the keys do not work, so that nothing was sent. */
export class Stopped extends Error {
  readonly later: Later
  constructor(later: Later) {
    super('stopped before sending')
    this.later = later
  }
}

/** One call, sent once. A redirect is an error: keys go to no other address than the one that was checked. */
export const ask = async (send: Asker, request: Request, signal: AbortSignal): Promise<Asked> => {
  try {
    const response = await send(pathOf(request), { ...initOf(request), redirect: 'error', signal })
    const text = await response.text()
    return answered(response, text === '' && request.mayBeEmpty ? 'null' : text)
  } catch (error) {
    return error instanceof Stopped ? { kind: 'stopped', later: error.later } : { kind: 'silence' }
  }
}

/** The key is good, but was never given for this. */
export const isNotCovered = (asked: Asked): boolean =>
  asked.kind === 'answer' && ((asked.answer.status === 403 && asked.answer.name !== null) || neverCovered(asked.answer))

const pathOf = ({ nsid, params }: Request): string => `/xrpc/${nsid}${params ? `?${new URLSearchParams(params)}` : ''}`

const initOf = ({ headers, json, bytes }: Request): RequestInit => {
  const typed = (type: string) => ({ ...headers, 'content-type': type })
  if (json !== undefined) return { method: 'POST', headers: typed('application/json'), body: json }
  if (bytes) return { method: 'POST', headers: typed(bytes.mediaType), body: new Uint8Array(bytes.data) }
  return { method: 'GET', headers: { ...headers } }
}

const errorBody = z.object({ error: z.string(), message: z.string().optional() })

const answered = (response: Response, text: string): Asked => {
  const body = parsed(text)
  if (response.ok && body === undefined) return { kind: 'silence' }
  const problem = errorBody.safeParse(body)
  const headers = Object.fromEntries(response.headers.entries())
  const name = problem.success && !response.ok ? problem.data.error : null
  const message = problem.success ? (problem.data.message ?? null) : null
  return { kind: 'answer', answer: { status: response.status, name, message, headers, body } }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
