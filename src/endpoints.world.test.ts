import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addressOf, type Endpoint, pathNames } from './foundation/endpoint.ts'
import { makeServer } from './foundation/server.ts'
import { roleIds } from './people/role.ts'
import { rooms } from './rooms.ts'
import { sampleOf } from './sample.testbed.ts'
import { openTestbed, type Testbed } from './testbed.ts'

/** What people, phones and attackers send: wrong kinds, nothing, too much, invisible and right-to-left text, emoji families, halves. */
const oddities: readonly unknown[] = [
  null,
  5,
  -1,
  1e308,
  true,
  '',
  ' ',
  [],
  {},
  [[[['x']]]],
  { $ne: 1 },
  "'; drop table post; --",
  'x'.repeat(200_000),
  '\u200b\u200d\u2060\ufeff',
  '\u202eevil\u202c \u0627\u0644\u0634\u0631\u0637\u0629 \u05de\u05e9\u05d8\u05e8\u05d4',
  '👩‍👩‍👧‍👦'.repeat(200),
  '🏴󠁧󠁢󠁷󠁬󠁳󠁿 ŵŷ e\u0301\u0301\u0301\u0301',
  'a\u0000b',
  '\ud800',
  '__proto__',
  '../../etc/passwd',
]

const endpoints = rooms.flatMap((room) => room.routes.map((r) => r.endpoint))

async function openDoor(bed: Testbed) {
  const at = bed.clock.now()
  await bed.db
    .insertInto('person')
    .values({
      force_id: bed.forceId,
      id: 'p',
      name: 'Ffion Maddox',
      rank: 'Ms',
      initials: 'FM',
      roles: [...roleIds],
      joined_at: at,
    })
    .execute()
  const actor = { forceId: bed.forceId, personId: 'p', roles: roleIds }
  const faults: string[] = []
  const log = { ...bed.log, fault: (event: string, error: unknown) => void faults.push(`${event}: ${String(error)}`) }
  return {
    app: makeServer(
      { ...bed, log, fetch: () => Promise.reject(new TypeError('no network in this test')) },
      rooms.flatMap((r) => r.routes),
      async () => actor,
    ),
    faults,
  }
}

type App = Awaited<ReturnType<typeof openDoor>>['app']

async function ask(app: App, e: Endpoint, input: Record<string, unknown>, body?: BodyInit): Promise<Response> {
  const path = addressOf(
    e.path,
    Object.fromEntries(Object.entries(input).map(([k, v]) => [k, typeof v === 'string' ? v.toWellFormed() : v])),
  )
  const names = pathNames(e.path)
  const rest = Object.entries(input).filter(([name]) => !names.includes(name))
  if (e.method === 'GET' || e.upload) {
    const query = new URLSearchParams(
      rest.map(([k, v]) => [k, typeof v === 'string' ? v.slice(0, 5000) : JSON.stringify(v)]),
    )
    return app.request(`${path}?${query}`, {
      method: e.method,
      headers,
      ...(e.upload ? { body: body ?? 'not a picture' } : {}),
    })
  }
  return app.request(path, { method: 'POST', headers, body: body ?? JSON.stringify(Object.fromEntries(rest)) })
}

const headers = { 'x-front-counter': '1', host: 'desk.test' }

/** Counts how many rows every table holds, in one question. */
async function countingRows(bed: Testbed): Promise<() => Promise<string>> {
  const { rows } = await sql<{
    t: string
  }>`select table_name as t from information_schema.tables where table_schema = 'public' order by 1`.execute(bed.db)
  const count = sql.raw<{ n: string }>(
    `select array_to_string(array[${rows.map((r) => `(select count(*) from "${r.t}")`).join(', ')}], ',') as n`,
  )
  return async () => (await count.execute(bed.db)).rows[0]?.n ?? ''
}

const isPatient = (e: Endpoint) => !/first-run/.test(e.path) // it says no for good after a few tries, which is right

test('every endpoint has a purpose, an address of its own, and refusals with words of their own', () => {
  const addresses = endpoints.map((e) => `${e.method} ${e.path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const e of endpoints) {
    expect(e.purpose.length).toBeGreaterThan(8)
    expect(new Set(e.refusals.map((r) => r.id)).size).toBe(e.refusals.length)
    for (const r of e.refusals) expect(r.words).toMatch(/[.?]$/)
  }
})

test('nothing that is sent makes an endpoint fail, and what is refused leaves nothing behind', {
  timeout: 400_000,
}, async () => {
  await using bed = await openTestbed()
  const { app, faults } = await openDoor(bed)
  const failed: string[] = []
  const half: string[] = []
  let asked = 0
  const rowsOf = await countingRows(bed)
  let before = await rowsOf()
  for (const e of endpoints.filter(isPatient)) {
    const sample = (sampleOf(e.input) ?? {}) as Record<string, unknown>
    const fields = Object.keys(sample)
    const inputs = [
      sample,
      {},
      ...fields.flatMap((f, i) =>
        oddities.filter((_, n) => fields.length < 4 || (n + i) % 3 === 0).map((odd) => ({ ...sample, [f]: odd })),
      ),
    ]
    let saved = false
    for (const input of inputs) {
      const response = await ask(app, e, input)
      asked += 1
      if (response.status === 200) saved = true
      if (response.status >= 500)
        failed.push(`${e.method} ${e.path} ${JSON.stringify(input).slice(0, 200)}: ${faults.at(-1)}`)
    }
    const after = await rowsOf()
    if (!saved && after !== before) half.push(`${e.method} ${e.path}`)
    before = after
  }
  expect(failed).toEqual([])
  expect(half).toEqual([])
  expect(asked).toBeGreaterThan(1000)
})

test('broken UTF-8, lists, 10 MB and half a body are refused everywhere in words', { timeout: 120_000 }, async () => {
  await using bed = await openTestbed()
  const { app } = await openDoor(bed)
  const huge = new TextEncoder().encode(`{"words":"${'x'.repeat(10_000_000)}"}`)
  const rowsOf = await countingRows(bed)
  const before = await rowsOf()
  const wrong: string[] = []
  for (const e of endpoints.filter((x) => x.method === 'POST' && !x.upload)) {
    const sample = (sampleOf(e.input) ?? {}) as Record<string, unknown>
    for (const [body, status] of [
      [new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
      ['[1,2]', 400],
      ['{"a":', 400],
      [huge, 413],
    ] as const) {
      const response = await ask(app, e, sample, body)
      if (response.status !== status) wrong.push(`${e.path}: ${response.status}, not ${status}`)
    }
  }
  expect(wrong).toEqual([])
  expect(await rowsOf()).toBe(before)
})

test('addresses that cannot be decoded are not found, never a fault', async () => {
  await using bed = await openTestbed()
  const { app, faults } = await openDoor(bed)
  for (const path of ['/api/posts/%ff', '/api/posts/%00', '/api/posts/%ed%a0%80', '/api/posts/..%2f..', '/api/%']) {
    expect((await app.request(path, { headers })).status, path).toBeLessThan(500)
  }
  expect(faults).toEqual([])
})
