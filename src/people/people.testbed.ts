import { createHmac } from 'node:crypto'
import type { Hono } from 'hono'
import type { z } from 'zod'
import { addressOf, type Endpoint } from '../foundation/endpoint.ts'
import { makeServer } from '../foundation/server.ts'
import type { Testbed } from '../testbed.ts'
import { addPerson } from './people.commands.ts'
import { peopleRoom } from './people.routes.ts'
import { openSignIn } from './sign-in.client.ts'

export type Answer<O extends z.ZodType = z.ZodType> = {
  status: number
  /** The id of the refusal, or null. */
  refused: string | null
  body: z.output<O>
  cookies: string[]
}

/** A browser: keeps its cookies, sends our header, and calls from an address of its own. */
export function openBrowser(app: Hono, address = '192.0.2.1', extra: Readonly<Record<string, string>> = {}) {
  const jar = new Map<string, string>()
  const keep = (cookies: readonly string[]) => {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const headers = (): Record<string, string> => ({
    'content-type': 'application/json',
    'x-front-counter': '1',
    'x-test-address': address,
    host: 'counter.test',
    origin: 'http://counter.test',
    ...(jar.size > 0 ? { cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; ') } : {}),
    ...extra,
  })
  return {
    jar,
    async call<I extends z.ZodType, O extends z.ZodType>(
      e: Endpoint<I, O>,
      input: z.input<I> | Record<string, unknown>,
    ): Promise<Answer<O>> {
      const given = Object.fromEntries(Object.entries(input ?? {}))
      const query =
        e.method === 'GET' ? `?${new URLSearchParams(Object.entries(given).map(([n, v]) => [n, String(v)]))}` : ''
      const body = e.method === 'GET' ? {} : { body: JSON.stringify(given) }
      const url = `http://counter.test${addressOf(e.path, given)}${query}`
      const response = await app.request(url, { method: e.method, headers: headers(), ...body })
      keep(response.headers.getSetCookie())
      const answer = await response.json()
      return {
        status: response.status,
        refused: answer?.refusal?.id ?? null,
        body: answer,
        cookies: response.headers.getSetCookie(),
      }
    },
  }
}
export type Browser = ReturnType<typeof openBrowser>

/** The people's doors and sign-in, as main hangs them up. */
export function openDoors(bed: Testbed): Hono {
  const signIn = openSignIn(bed)
  return makeServer(bed, peopleRoom.routes, signIn.identify, (app) => {
    app.all('/api/auth/*', (c) => signIn.handler(c.req.raw, c.req.header('x-test-address')))
  })
}

/** Somebody who can sign in, with the password that they were given. */
export async function somebody(
  bed: Testbed,
  name: string,
  roles: readonly string[],
): Promise<{ id: string; email: string; password: string }> {
  const email = `${name.toLowerCase()}@westshire.example`
  const added = await addPerson(bed, bed.actor, {
    name,
    rank: 'PC',
    initials: 'XY',
    email,
    roles,
    trainedUntil: null,
    signIn: true,
  })
  if (!added.ok || !added.value.oneTime) throw new Error('no sign-in was made')
  return { id: added.value.id, email, password: added.value.oneTime.password }
}

/** The password is theirs: nothing has to be changed first. */
export async function settled(bed: Testbed, id: string): Promise<void> {
  await bed.db.updateTable('person').set({ one_time_until: null }).where('id', '=', id).execute()
}

/** RFC 6238, six digits, 30 seconds: what an authenticator shows for this address. */
export function codeOf(totpUri: string, at = Date.now()): string {
  const secret = new URL(totpUri).searchParams.get('secret') ?? ''
  const bits = [...secret.replace(/=+$/, '')]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => Number.parseInt(b, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const start = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
