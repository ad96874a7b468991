import { expect } from 'vitest'
import { addressOf, type Endpoint } from '../foundation/endpoint.ts'
import { makeServer } from '../foundation/server.ts'
import { postingRoom } from './posting.routes.ts'
import type { Name, PostingBed } from './posting.testbed.ts'

/** Asks as a browser would; what comes back has passed the endpoint's own schema. */
export async function ask<E extends Endpoint>(
  bed: PostingBed,
  name: Name | null,
  endpoint: E,
  input: Record<string, unknown>,
  body?: Uint8Array,
) {
  const app = makeServer(bed, postingRoom.routes, async () => (name ? bed.as(name) : null))
  const path = addressOf(endpoint.path, input)
  const query = endpoint.method === 'GET' ? `?${new URLSearchParams(input as Record<string, string>)}` : ''
  const answer = await app.request(`http://localhost${path}${query}`, {
    method: endpoint.method,
    headers: { 'x-front-counter': '1', host: 'localhost' },
    ...(endpoint.method === 'POST' ? { body: body ? Buffer.from(body) : JSON.stringify(input) } : {}),
  })
  return { status: answer.status, answer }
}

export const read = async <E extends Endpoint>(
  bed: PostingBed,
  name: Name,
  endpoint: E,
  input: Record<string, unknown> = {},
) => {
  const { status, answer } = await ask(bed, name, endpoint, input)
  const body: unknown = await answer.json()
  expect(status, JSON.stringify(body)).toBe(200)
  return endpoint.output.parse(body) as ReturnType<E['output']['parse']>
}

export const refusalOf = async (
  bed: PostingBed,
  name: Name | null,
  endpoint: Endpoint,
  input: Record<string, unknown> = {},
) => {
  const { status, answer } = await ask(bed, name, endpoint, input)
  return `${status} ${((await answer.json()) as { refusal: { id: string } }).refusal.id}`
}

export const isEndpoint = (e: unknown): e is Endpoint =>
  typeof e === 'object' && e !== null && 'method' in e && 'path' in e
