import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { acting, call, Fault, NoAnswer, Refused, topicOf } from './call.ts'

const read = endpoint({
  method: 'GET',
  path: '/api/posts/:id',
  purpose: 'Reads a post',
  input: z.object({ id: z.string(), version: z.number().optional() }),
  output: z.object({ words: z.string() }),
  refusals: [],
})
const write = endpoint({
  ...read,
  method: 'POST',
  path: '/api/posts/:id/approve',
  input: z.object({ id: z.string(), version: z.number() }),
})

const answer = (status: number, body: unknown) => {
  const fetch = vi.fn(async (_address: string, _init: RequestInit) => Response.json(body, { status }))
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('navigator', { onLine: true })
  return fetch
}

afterEach(() => vi.unstubAllGlobals())

test('a GET takes names of the path from the input and puts the rest into the query', async () => {
  const fetch = answer(200, { words: 'PC LC: hello' })
  expect(await call(read, { id: 'a/b', version: 2 })).toEqual({ words: 'PC LC: hello' })
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/posts/a%2Fb?version=2')
  expect(topicOf(read)).toBe('posts')
})

test('a POST carries our header and a JSON body', async () => {
  const fetch = answer(200, { words: '' })
  await call(write, { id: '7', version: 3 })
  const [address, init] = fetch.mock.calls[0] ?? []
  expect(address).toBe('/api/posts/7/approve')
  expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', body: '{"version":3}' })
  expect(new Headers(init?.headers).get('x-front-counter')).toBe('1')
})

test('an upload is the body, and its input stands in the query', async () => {
  const fetch = answer(200, { words: '' })
  await call(write, { id: '7', version: 3 }, { file: new Blob(['x'], { type: 'image/png' }) })
  const [address, init] = fetch.mock.calls[0] ?? []
  expect(address).toBe('/api/posts/7/approve?version=3')
  expect(new Headers(init?.headers).get('content-type')).toBe('image/png')
})

test('a refusal is thrown with its id and words', async () => {
  answer(409, {
    refusal: { id: 'own-post', words: 'You wrote this, so someone else approves it.', facts: { by: 'Insp Farrow' } },
  })
  const refused = await call(write, { id: '7', version: 3 }).catch((e: unknown) => e)
  expect(refused).toBeInstanceOf(Refused)
  expect(refused).toMatchObject({ id: 'own-post', status: 409, facts: { by: 'Insp Farrow' } })
})

test('a fault keeps its reference, and an answer of another shape is a fault', async () => {
  answer(500, { fault: { reference: 'k7f2' } })
  await expect(call(read, { id: '1' })).rejects.toThrow('quote k7f2')
  answer(200, { other: true })
  await expect(call(read, { id: '1' })).rejects.toBeInstanceOf(Fault)
})

test('offline nothing was sent; a lost answer is not called failed', async () => {
  vi.stubGlobal('navigator', { onLine: false })
  const offline = await call(write, { id: '7', version: 3 }).catch((e: unknown) => e)
  expect(offline).toMatchObject({ sent: false })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
  const lost = await call(write, { id: '7', version: 3 }).catch((e: unknown) => e)
  expect(lost).toBeInstanceOf(NoAnswer)
  expect(lost).toMatchObject({ sent: true })
})

test('whoever acts is told with the answer, before the lists are read again; until then the act is busy', async () => {
  answer(200, { words: 'done' })
  const client = new QueryClient()
  let reads = 0
  let release = (): void => undefined
  const list = new QueryObserver(client, {
    queryKey: ['posts', '/api/posts'],
    queryFn: () =>
      ++reads === 1
        ? Promise.resolve('before')
        : new Promise<string>((arrived) => {
            release = () => arrived('after')
          }),
  })
  const end = list.subscribe(() => undefined)
  await vi.waitFor(() => expect(list.getCurrentResult().data).toBe('before'))
  const act = new MutationObserver(client, acting(client, write, ['posts']))
  const told = vi.fn()
  const whole = act.mutate({ input: { id: '7', version: 3 }, told })
  await vi.waitFor(() => expect(reads).toBe(2))
  expect(told).toHaveBeenCalledExactlyOnceWith({ words: 'done' })
  expect(act.getCurrentResult().isPending).toBe(true)
  expect(list.getCurrentResult().data).toBe('before')
  release()
  await whole
  expect(act.getCurrentResult().isPending).toBe(false)
  end()
})

test('a refused act says so while the lists are still being read', async () => {
  answer(409, { refusal: { id: 'own-post', words: 'You wrote this, so someone else approves it.' } })
  const client = new QueryClient()
  let reads = 0
  const list = new QueryObserver(client, {
    queryKey: ['posts', '/api/posts'],
    queryFn: () => (++reads === 1 ? Promise.resolve('before') : new Promise<string>(() => undefined)),
  })
  const end = list.subscribe(() => undefined)
  await vi.waitFor(() => expect(list.getCurrentResult().data).toBe('before'))
  const act = new MutationObserver(client, acting(client, write, ['posts']))
  const told = vi.fn()
  await expect(act.mutate({ input: { id: '7', version: 3 }, told })).rejects.toThrow('You wrote this')
  expect(reads).toBe(2)
  expect(told).not.toHaveBeenCalled()
  end()
})
