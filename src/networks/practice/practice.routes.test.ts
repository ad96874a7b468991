import { expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import { makeServer } from '../../foundation/server.ts'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { openLine } from './practice.client.ts'
import type { MayPractise } from './practice.commands.ts'
import { practiceRoomWith } from './practice.routes.ts'

const onPractice = async (_: unknown, __: string, accountId: string) => accountId === 'a1'
const trainer: MayPractise = (actor) => actor.roles.includes('trainer')

async function openPractice(): Promise<
  Testbed & { call(who: string, path: string, body?: object): Promise<Response> }
> {
  const bed = await openTestbed()
  for (const [id, network] of [
    ['a1', 'practice'],
    ['a2', 'carrierPigeon'],
  ] as const)
    await bed.db
      .insertInto('account')
      .values({
        force_id: bed.forceId,
        id,
        network,
        handle: id,
        name: id,
        class: 'corporate',
        kind: 'single',
        status: 'live',
        purpose: 'x',
        signature_place: 'none',
        created_at: bed.clock.now(),
      })
      .execute()
  const app = makeServer(bed, practiceRoomWith(trainer, onPractice).routes, async (r) => ({
    forceId: bed.forceId,
    personId: 'p',
    roles: [r.headers.get('who') ?? ''],
  }))
  const call = async (who: string, path: string, body?: object): Promise<Response> =>
    app.request(path, {
      method: body ? 'POST' : 'GET',
      headers: { who, 'x-front-counter': '1' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  return Object.assign(bed, { call })
}

const send = async (bed: Testbed, key: string, text = 'Road open again.'): Promise<string> => {
  const line = openLine(
    { account: { forceId: bed.forceId, id: 'a1', handle: 'desk' }, secret: {}, keep: async () => {} },
    { db: bed.db, now: () => bed.clock.now() },
  )
  const made = await line.freeze(
    { text, languages: ['en'], pictures: [], createdAt: bed.clock.now().toISOString(), reply: null },
    AbortSignal.timeout(5000),
  )
  const sent = made.kind === 'frozen' ? await line.send(made.frozen, key, AbortSignal.timeout(5000)) : made
  return sent.kind === 'done' ? sent.externalId : sent.kind
}

test('a trainer plays the public: the timeline, a reply, the whole thread, all marked as practice', async () => {
  await using bed = await openPractice()
  const id = await send(bed, 'k1')
  const reply = await (
    await bed.call('trainer', `/api/practice/posts/${id}/reply`, { name: 'Sam of Mill Lane', text: 'Which road?' })
  ).json()
  bed.clock.forward(1000)
  const second = await (
    await bed.call('trainer', `/api/practice/posts/${reply.id}/reply`, { name: 'Jo', text: 'The A38.' })
  ).json()
  const timeline = await (await bed.call('reader', '/api/practice/timeline?accountId=a1')).json()
  expect(timeline).toMatchObject({
    more: false,
    mayPlay: false,
    mayMakeFaults: false,
    posts: [
      { id: second.id, kind: 'reply', toAccount: 'a1' },
      { id: reply.id, replies: 1 },
      { id, accountId: 'a1', kind: 'post', replies: 1, practice: true },
    ],
  })
  const thread = await (await bed.call('reader', `/api/practice/posts/${reply.id}`)).json()
  expect(thread.posts.map((p: { id: string; practice: boolean }) => [p.id, p.practice])).toEqual([
    [id, true],
    [reply.id, true],
    [second.id, true],
  ])
  expect(await verifyChain(bed.db, bed.forceId)).toEqual({ whole: true, facts: 2 })
  expect(JSON.stringify(await bed.db.selectFrom('fact').select('data').execute())).not.toContain('Mill Lane')
})

test('the timeline is read page by page', async () => {
  await using bed = await openPractice()
  for (let n = 0; n < 53; n += 1) {
    bed.clock.forward(1000)
    await send(bed, `k${n}`, `Post ${n}`)
  }
  const first = await (await bed.call('trainer', '/api/practice/timeline')).json()
  expect([first.posts.length, first.more, first.posts[0].text]).toEqual([50, true, 'Post 52'])
  const second = await (await bed.call('trainer', `/api/practice/timeline?before=${first.posts[49].id}`)).json()
  expect([second.posts.map((p: { text: string }) => p.text), second.more]).toEqual([
    ['Post 2', 'Post 1', 'Post 0'],
    false,
  ])
})

test('faults are set, seen, counted down and cleared', async () => {
  await using bed = await openPractice()
  const fault = { accountId: 'a1', act: 'refuse', times: 2 }
  expect((await bed.call('trainer', '/api/practice/faults', fault)).status).toBe(200)
  expect(await send(bed, 'k1')).toBe('refused')
  const set = await (await bed.call('reader', '/api/practice/faults?accountId=a1')).json()
  expect(set.faults).toMatchObject([{ accountId: 'a1', act: 'refuse', times: 1 }])
  expect(await (await bed.call('trainer', '/api/practice/faults/clear', {})).json()).toEqual({ cleared: 1 })
  await send(bed, 'k1')
  await send(bed, 'k1')
  expect(await (await bed.call('reader', '/api/practice/duplicates')).json()).toEqual({
    duplicates: [{ accountId: 'a1', key: 'k1', count: 2 }],
  })
  expect(await (await bed.call('trainer', '/api/practice/clear', {})).json()).toEqual({ cleared: 2 })
  expect(await (await bed.call('reader', '/api/practice/timeline')).json()).toMatchObject({ posts: [] })
})

test('a trainer names an account, writes in private, edits, deletes, and plays a storm', async () => {
  await using bed = await openPractice()
  const did = async (path: string, body: object): Promise<string> =>
    (await (await bed.call('trainer', path, body)).json()).id
  const mention = await did('/api/practice/say', { accountId: 'a1', name: 'Jo', text: '@a1 hello' })
  const direct = await did('/api/practice/say', { accountId: 'a1', name: 'Jo', text: 'Quietly', direct: true })
  bed.clock.forward(1000)
  const next = await did(`/api/practice/posts/${direct}/reply`, { name: 'Jo', text: 'Are you there?' })
  await did(`/api/practice/posts/${mention}/edit`, { text: '@a1 hello again' })
  const read = async (path: string) => (await (await bed.call('reader', path)).json()).posts
  expect(await read('/api/practice/timeline')).toMatchObject([{ id: mention, text: '@a1 hello again', edited: true }])
  expect(await read('/api/practice/conversations')).toMatchObject([{ id: next, kind: 'direct' }])
  expect(await read('/api/practice/conversations?accountId=a2')).toEqual([])
  expect(await read(`/api/practice/posts/${direct}`)).toMatchObject([{ id: direct }, { id: next }])
  await did(`/api/practice/posts/${mention}/delete`, {})
  expect(await read('/api/practice/timeline?accountId=a1')).toEqual([])
  const storm = await did('/api/practice/storms', { accountId: 'a1', scenario: 'appeal', total: 50, seconds: 10 })
  bed.clock.forward(5000)
  for (const job of practiceRoomWith(trainer, onPractice).jobs) await job.run(bed)
  const storms = async () => (await (await bed.call('reader', '/api/practice/storms')).json()).storms
  expect(await storms()).toMatchObject([{ id: storm, played: 25, endedAt: null }])
  await did(`/api/practice/storms/${storm}/stop`, {})
  expect(await storms()).toMatchObject([{ played: 25, stopped: true }])
})

test('everything that it may refuse, it refuses', async () => {
  await using bed = await openPractice()
  const id = await send(bed, 'k1')
  const said = { name: 'Sam', text: 'Hello' }
  const fault = { accountId: 'a1', act: 'slow' }
  const no = async (who: string, path: string, body?: object): Promise<string> =>
    (await (await bed.call(who, path, body)).json()).refusal?.id
  expect(await no('reader', `/api/practice/posts/${id}/reply`, said)).toBe('mayNotPlay')
  expect(await no('trainer', '/api/practice/posts/none/reply', said)).toBe('recordGone')
  expect(await no('reader', '/api/practice/posts/none')).toBe('recordGone')
  expect(await no('reader', '/api/practice/faults', fault)).toBe('mayNotMakeFaults')
  expect(await no('reader', '/api/practice/faults/clear', {})).toBe('mayNotMakeFaults')
  expect(await no('reader', '/api/practice/clear', {})).toBe('mayNotMakeFaults')
  expect(await no('trainer', '/api/practice/faults', { ...fault, accountId: 'a2' })).toBe('noPracticeAccount')
  expect(await no('trainer', '/api/practice/faults', { ...fault, times: 0 })).toBe('wrongShape')
  const words = { accountId: 'a1', name: 'Sam', text: 'Hello' }
  const storm = { accountId: 'a1', scenario: 'appeal', total: 5, seconds: 5 }
  expect(await no('reader', '/api/practice/say', words)).toBe('mayNotPlay')
  expect(await no('trainer', '/api/practice/say', { ...words, accountId: 'a2' })).toBe('noPracticeAccount')
  expect(await no('reader', `/api/practice/posts/${id}/edit`, { text: 'x' })).toBe('mayNotPlay')
  expect(await no('trainer', `/api/practice/posts/${id}/edit`, { text: 'x' })).toBe('notPublic')
  expect(await no('reader', `/api/practice/posts/${id}/delete`, {})).toBe('mayNotPlay')
  expect(await no('trainer', `/api/practice/posts/${id}/delete`, {})).toBe('notPublic')
  expect(await no('reader', '/api/practice/storms', storm)).toBe('mayNotPlay')
  expect(await no('trainer', '/api/practice/storms', { ...storm, accountId: 'a2' })).toBe('noPracticeAccount')
  expect(await no('trainer', '/api/practice/storms', { ...storm, total: 20_001 })).toBe('wrongShape')
  expect(await no('reader', '/api/practice/storms/none/stop', {})).toBe('mayNotPlay')
  expect(await no('trainer', '/api/practice/storms/none/stop', {})).toBe('stormEnded')
  await bed.db
    .insertInto('practice_moderation')
    .values({ force_id: bed.forceId, account_id: 'a1', act: 'block', subject: 'public:sam', at: bed.clock.now() })
    .execute()
  expect(await no('trainer', '/api/practice/say', words)).toBe('blocked')
  expect(await no('trainer', `/api/practice/posts/${id}/reply`, said)).toBe('blocked')
  for (let n = 0; n < 100; n += 1)
    await bed.db
      .insertInto('practice_fault')
      .values({ force_id: bed.forceId, id: `f${n}`, account_id: 'a1', act: 'slow', times: 1 })
      .execute()
  expect(await no('trainer', '/api/practice/faults', fault)).toBe('tooManyFaults')
})
