import { type Query, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { z } from 'zod'
import { addressOf, type Endpoint, pathNames } from '../foundation/endpoint.ts'
import { words } from './words.ts'

/** The server said no, in words that the person can act on. `id` is one of the endpoint's refusals. */
export class Refused extends Error {
  readonly id: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly status: number
  constructor(id: string, sentence: string, facts: Readonly<Record<string, unknown>>, status: number) {
    super(sentence)
    this.id = id
    this.facts = facts
    this.status = status
  }
}

/** Whatever was thrown, as something that has a message. */
export const faultOf = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)))

/** No answer came. `sent` is false only when we know that nothing left this device. */
export class NoAnswer extends Error {
  readonly sent: boolean
  constructor(sentence: string, sent: boolean) {
    super(sentence)
    this.sent = sent
  }
}

/** The server broke, or answered something that this page does not understand. */
export class Fault extends Error {
  readonly reference: string | null
  constructor(sentence: string, reference: string | null) {
    super(sentence)
    this.reference = reference
  }
}

const refusalShape = z.object({
  refusal: z.object({ id: z.string(), words: z.string(), facts: z.record(z.string(), z.unknown()).optional() }),
})
const faultShape = z.object({ fault: z.object({ reference: z.string() }) })

/** The address of an endpoint with its input: for `img src` and links to files, and for every call that carries input in the query. */
export const addressWith = (e: Endpoint, input: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams(restOf(e, input).map(([name, value]) => [name, String(value)]))
  return query.size > 0 ? `${addressOf(e.path, input)}?${query}` : addressOf(e.path, input)
}

const restOf = (e: Endpoint, input: Readonly<Record<string, unknown>>): [string, unknown][] => {
  const inPath = new Set(pathNames(e.path))
  return Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined)
}

const request = (e: Endpoint, input: Readonly<Record<string, unknown>>, file: Blob | null): [string, RequestInit] => {
  if (e.method === 'GET') return [addressWith(e, input), { credentials: 'same-origin' }]
  const ours = { 'x-front-counter': '1' }
  const post = { method: 'POST', credentials: 'same-origin' } as const
  if (file) {
    const headers = { ...ours, 'content-type': file.type || 'application/octet-stream' }
    return [addressWith(e, input), { ...post, headers, body: file }]
  }
  const body = JSON.stringify(Object.fromEntries(restOf(e, input)))
  return [addressOf(e.path, input), { ...post, headers: { ...ours, 'content-type': 'application/json' }, body }]
}

const fetched = async (e: Endpoint, address: string, init: RequestInit): Promise<Response> => {
  const writes = e.method === 'POST'
  if (writes && !navigator.onLine) throw new NoAnswer(words.call.offline, false)
  try {
    return await fetch(address, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new NoAnswer(writes ? words.call.noAnswer : words.call.notRead, writes)
  }
}

/**
 * Calls an endpoint. Answers its output, or throws `Refused`, `NoAnswer` or `Fault`; each message may be shown as it is.
 * `file` is the body of an endpoint that takes one.
 */
export const call = async <I extends z.ZodType, O extends z.ZodType>(
  e: Endpoint<I, O>,
  input: z.input<I>,
  more: { signal?: AbortSignal; file?: Blob } = {},
): Promise<z.output<O>> => {
  const [address, init] = request(e, Object.fromEntries(Object.entries(input ?? {})), more.file ?? null)
  const response = await fetched(e, address, more.signal ? { ...init, signal: more.signal } : init)
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const output = e.output.safeParse(body)
    if (output.success) return output.data
    throw new Fault(words.call.strange, null)
  }
  const refused = refusalShape.safeParse(body)
  if (refused.success) {
    const { id, words: sentence, facts } = refused.data.refusal
    throw new Refused(id, sentence, facts ?? {}, response.status)
  }
  const fault = faultShape.safeParse(body)
  const reference = fault.success ? fault.data.fault.reference : `${response.status} ${e.path}`
  throw new Fault(words.call.fault(reference), reference)
}

/** The topic of an endpoint is the first name after /api: live messages of that topic make its answers be read again. */
export const topicOf = (e: Endpoint): string => e.path.split('/')[2] ?? e.path

/** Whether an answer is about a topic: its own, or one of those named beside it. */
export const concerns =
  (topic: string) =>
  ({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>): boolean => {
    const also = meta?.also
    return queryKey[0] === topic || (Array.isArray(also) && also.includes(topic))
  }

/** Reads an endpoint and keeps it fresh: `useRead(postsContract.list, { state: 'waiting' })`. `also`: further topics that change the answer; `everyMs`: for what moves by the clock alone. */
export const useRead = <I extends z.ZodType, O extends z.ZodType>(
  e: Endpoint<I, O>,
  input: z.input<I>,
  options: { topic?: string; also?: readonly string[]; enabled?: boolean; everyMs?: number } = {},
) =>
  useQuery({
    queryKey: [options.topic ?? topicOf(e), e.path, input],
    queryFn: ({ signal }) => call(e, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    meta: { also: options.also ?? [] },
  })

/** What is sent, and what follows as soon as the server has said yes. */
type Sending<I, O> = { input: I; told: ((output: O) => void) | undefined }

/**
 * How an act goes: who waits for its answer is told as soon as it is there, and then the topics are read again. Until they were, the act is
 * busy, so that nobody presses again what the page does not show yet. A refusal waits for nothing.
 */
export const acting = <I extends z.ZodType, O extends z.ZodType>(
  client: QueryClient,
  e: Endpoint<I, O>,
  topics: readonly string[],
) => {
  const readAgain = () => Promise.all(topics.map((topic) => client.invalidateQueries({ predicate: concerns(topic) })))
  return {
    mutationFn: async ({ input, told }: Sending<z.input<I>, z.output<O>>): Promise<z.output<O>> => {
      const output = await call(e, input)
      told?.(output)
      return output
    },
    onSuccess: readAgain,
    onError: () => void readAgain(),
  }
}

/**
 * Changes something: `const approve = useAct(approvalContract.give); approve.mutate({ id }, { onSuccess })`. `onSuccess` and the promise of
 * `send` come with the answer; `data`, `isPending` and the promise of `mutateAsync` follow when what it changed was read again.
 */
export const useAct = <I extends z.ZodType, O extends z.ZodType>(
  e: Endpoint<I, O>,
  topics: readonly string[] = [topicOf(e)],
) => {
  const client = useQueryClient()
  const { mutate, mutateAsync, ...act } = useMutation<z.output<O>, Error, Sending<z.input<I>, z.output<O>>>(
    acting(client, e, topics),
  )
  return {
    ...act,
    mutate: useCallback(
      (input: z.input<I>, when: { onSuccess?: (output: z.output<O>) => void; onError?: (cause: Error) => void } = {}) =>
        mutate({ input, told: when.onSuccess }, when.onError ? { onError: when.onError } : undefined),
      [mutate],
    ),
    mutateAsync: useCallback(
      (input: z.input<I>): Promise<z.output<O>> => mutateAsync({ input, told: undefined }),
      [mutateAsync],
    ),
    send: useCallback(
      (input: z.input<I>) =>
        new Promise<z.output<O>>((told, refused) => void mutateAsync({ input, told }).catch(refused)),
      [mutateAsync],
    ),
  }
}
