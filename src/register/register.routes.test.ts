import { expect, test } from 'vitest'
import { type Endpoint, generalRefusals, pathNames } from '../foundation/endpoint.ts'
import { makeServer } from '../foundation/server.ts'
import type { Actor } from '../foundation/world.ts'
import { practiceEndpoints } from '../networks/practice/practice.contract.ts'
import { drawer } from './custody/custody.store.ts'
import { handle, keyFields, openCustodyBed, password, tokens } from './custody/custody.testbed.ts'
import { practiceRoom } from './practice.routes.ts'
import { registerEndpoints } from './register.contract.ts'
import { registerRefusals } from './register.refusals.ts'
import { registerRoom } from './register.routes.ts'
import { keyedId, must, practiceId, sample } from './register.testbed.ts'
import { addContributor } from './roster/roster.commands.ts'
import { sheetRefusals } from './sheet/sheet.contract.ts'

type Bed = Awaited<ReturnType<typeof openCustodyBed>>

/** Calls as somebody; answers with the status and the text as it left. */
const callerOf = (bed: Bed) => {
  let actor: Actor | null = bed.head
  const app = makeServer(bed, registerRoom.routes, async () => actor)
  return async (
    who: Actor | null,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; text: string; json: ReturnType<typeof JSON.parse> }> => {
    actor = who
    const answer = await app.request(path, {
      method,
      headers: { 'x-front-counter': '1' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    return { status: answer.status, text, json: text.startsWith('{') ? JSON.parse(text) : null }
  }
}

// Every endpoint, asked by three people under three kinds of weather: more than the usual time on a busy machine.
test('no answer of any endpoint holds a key, whoever asks and whatever happens', { timeout: 120_000 }, async () => {
  await using bed = await openCustodyBed()
  const call = callerOf(bed)
  expect(
    (await call(bed.head, 'POST', `/api/register/accounts/${bed.desk}/keys`, { fields: keyFields() })).status,
  ).toBe(200)
  await drawer(bed, bed.forceId, 'session').set('did:x', password)
  const seen: string[] = []
  for (const says of ['yes', 'repeatsThePassword', 'silence'] as const) {
    bed.network.says = says
    for (const endpoint of Object.values<Endpoint>(registerEndpoints)) {
      if (endpoint.path.endsWith('/keys/end')) continue
      for (const who of [bed.head, bed.nobody, null]) {
        const path = endpoint.path.replace(':network', keyedId).replace(/:id/, bed.desk)
        const input = {
          fields: keyFields(),
          mark: 'PC AB',
          at: '2026-09-07T09:00:00Z',
          reason: 'x',
          move: 'beginReview',
        }
        const query = endpoint.method === 'GET' ? '?mark=PC%20AB&at=2026-09-07T09:00:00Z' : ''
        seen.push(
          (await call(who, endpoint.method, `${path}${query}`, endpoint.method === 'POST' ? input : undefined)).text,
        )
      }
    }
  }
  const kept = await bed.db.selectFrom('custody').select('sealed').executeTakeFirstOrThrow()
  for (const secret of [password, ...tokens, kept.sealed]) for (const text of seen) expect(text).not.toContain(secret)
  expect(seen.some((text) => text.includes('"state":"working"'))).toBe(true)
})

test('every endpoint is hung up, and answers in its own shape', async () => {
  await using bed = await openCustodyBed()
  const call = callerOf(bed)
  const routed = registerRoom.routes.map((r) => r.endpoint.path + r.endpoint.method)
  expect(routed.sort()).toEqual(
    Object.values<Endpoint>(registerEndpoints)
      .map((e) => e.path + e.method)
      .sort(),
  )
  expect(practiceRoom.routes.length).toBe(Object.keys(practiceEndpoints).length)
  for (const e of Object.values<Endpoint>(registerEndpoints)) expect(pathNames(e.path).length).toBeLessThanOrEqual(1)
  const id = await bed.account({ signaturePlace: 'prefix' })
  const mary = await bed.person('Mary Jones', 'ACC', 'MJ')
  must(
    await addContributor(bed, bed.head, { id, personId: mary, trusted: true, from: null, until: null, initials: null }),
  )
  expect((await call(bed.nobody, 'GET', '/api/register/beginning')).json).toEqual({
    headOfCommunications: true,
    accounts: true,
    contributor: true,
    connected: false,
  })
  const list = await call(bed.nobody, 'GET', '/api/register/accounts')
  expect(list.json).toMatchObject({
    mayChange: false,
    accounts: [
      { id, people: 1, practice: true, keys: { state: 'working' }, cover: { words: 'Mon 9–17', hours: 8 } },
      { id: bed.desk, keys: { state: 'missing' }, flags: expect.arrayContaining(['keysMissing']) },
    ],
  })
  const page = await call(bed.nobody, 'GET', `/api/register/accounts/${id}`)
  expect(page.json).toMatchObject({
    account: { coveredNow: true, zone: 'Europe/London', version: 1 },
    contributors: [{ person: { id: mary }, signature: 'ACC MJ:', trusted: true }],
    legend: [{ mark: 'ACC MJ', name: 'Mary Jones' }],
    moves: [],
    may: { write: false, change: false, keys: false, contributors: false },
  })
  expect((await call(bed.head, 'GET', `/api/register/accounts/${id}`)).json.moves).toEqual(['beginReview'])
  expect(
    (
      await call(
        bed.nobody,
        'GET',
        `/api/register/accounts/${id}/speaker?mark=${encodeURIComponent('^acc mj')}&at=2026-09-08T00:00:00Z`,
      )
    ).json,
  ).toMatchObject({ speaker: { name: 'Mary Jones' } })
  expect((await call(bed.nobody, 'GET', `/api/register/accounts/${id}/legend`)).json.legend).toHaveLength(1)
  expect((await call(bed.head, 'POST', '/api/register/offices', { title: 'Head of communications' })).status).toBe(200)
  expect((await call(bed.nobody, 'GET', '/api/register/offices')).json).toMatchObject({
    offices: [{ title: 'Head of communications', holder: null, accounts: [] }],
  })
  expect((await call(bed.head, 'GET', '/api/register/keys')).json.keys).toMatchObject([
    { accountId: bed.desk, keys: { state: 'missing' } },
  ])
})

test('readers, strangers and other forces are kept out', async () => {
  await using bed = await openCustodyBed()
  const call = callerOf(bed)
  expect((await call(null, 'GET', '/api/register/accounts')).json.refusal.id).toBe('notSignedIn')
  expect((await call(bed.nobody, 'GET', '/api/register/keys')).json.refusal.id).toBe('mayNotGiveKeys')
  await bed.db
    .insertInto('force')
    .values({ id: 'eastshire', name: 'Eastshire Police', created_at: bed.clock.now() })
    .execute()
  const stranger = { ...bed.head, forceId: 'eastshire' }
  expect((await call(stranger, 'GET', `/api/register/accounts/${bed.desk}`)).json.refusal.id).toBe('noAccount')
  for (const path of ['legend', 'speaker?mark=x&at=2026-09-08T00:00:00Z'])
    expect((await call(stranger, 'GET', `/api/register/accounts/${bed.desk}/${path}`)).json.refusal.id).toBe(
      'noAccount',
    )
  expect(
    (await call(stranger, 'POST', `/api/register/accounts/${bed.desk}/keys`, { fields: keyFields() })).json.refusal.id,
  ).toBe('noAccount')
})

test('a sign-in at the network begins only where there is one, and comes back only to whoever began it', async () => {
  await using bed = await openCustodyBed()
  const call = callerOf(bed)
  const begin = async (who: Actor, id: string) =>
    (await call(who, 'POST', `/api/register/accounts/${id}/sign-in-at-network`)).json.refusal?.id
  expect(await begin(bed.nobody, bed.desk)).toBe('mayNotGiveKeys')
  expect(await begin(bed.head, 'none')).toBe('noAccount')
  expect(await begin(bed.head, await bed.account())).toBe('noSignInThere')
  expect(await begin(bed.head, await bed.account({ handle: 'theirs', status: 'unofficial' }))).toBe('accountClosed')
  bed.network.says = 'silence'
  expect(await begin(bed.head, bed.desk)).toBe('networkSilent')
  const back = await call(bed.head, 'GET', `/oauth/${keyedId}/callback?state=guessed&code=x`)
  expect(back.text).toContain(registerRefusals.signInLost.words.slice(0, 30))
  expect((await call(bed.head, 'GET', `/oauth/${practiceId}/callback`)).text).toContain('Nobody can sign in')
  expect((await call(null, 'GET', `/oauth/${keyedId}/client-metadata.json`)).json).toMatchObject({
    dpop_bound_access_tokens: true,
  })
  expect((await call(null, 'GET', `/oauth/${keyedId}/jwks.json`)).status).toBe(200)
  expect((await call(null, 'GET', `/oauth/${practiceId}/jwks.json`)).json.refusal.id).toBe('noSignInThere')
  expect((await call(null, 'GET', `/oauth/${practiceId}/client-metadata.json`)).json.refusal.id).toBe('noSignInThere')
})

test('an installation with a public address has a key of its own, the same every time, and shows only its public half', async () => {
  await using bed = await openCustodyBed({ config: { publicUrl: 'https://social.westshire.police.uk' } })
  const call = callerOf(bed)
  const keys = await call(null, 'GET', `/oauth/${keyedId}/jwks.json`)
  expect(keys.json.keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256' }])
  expect(keys.json.keys[0]).not.toHaveProperty('d')
  const again = { ...bed }
  expect((await callerOf(again)(null, 'GET', `/oauth/${keyedId}/jwks.json`)).text).toBe(keys.text)
  expect((await call(null, 'GET', `/oauth/${keyedId}/client-metadata.json`)).json).toMatchObject({
    client_uri: 'https://social.westshire.police.uk',
  })
  const kept = await bed.db.selectFrom('custody_note').select(['kind', 'sealed']).execute()
  expect(kept).toMatchObject([{ kind: 'app', sealed: expect.stringMatching(/^v1\./) }])
})

test('a refusal is one of those declared, and its words are for people', () => {
  const ours = [...Object.values(registerRefusals), ...Object.values(sheetRefusals)]
  const known = new Set([...ours, ...Object.values(generalRefusals)].map((r) => r.id))
  for (const e of Object.values<Endpoint>(registerEndpoints))
    for (const r of e.refusals) expect(known.has(r.id)).toBe(true)
  for (const r of ours) expect(r.words).not.toMatch(/[!]|successfully|please/i)
  expect(sample.handle).not.toBe(handle)
})
