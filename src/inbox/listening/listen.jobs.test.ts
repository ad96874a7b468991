import { expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import { listenOnce, startListening } from './listen.jobs.ts'
import { at, openListenBed } from './listening.testbed.ts'
import { listenPaces } from './pace.ts'

const later = { kind: 'later', until: null, keyEnded: false, words: 'Not now.' } as const
const ended = { kind: 'later', until: null, keyEnded: true, words: 'The keys have ended.' } as const

test('each kind is kept once, however often it is told, with what it was', async () => {
  await using bed = await openListenBed()
  const post = await bed.ours(['p'])
  const said = at(bed)
  bed.say('How do I report a pothole?', { parent: 'p' })
  bed.say('Look at @westshire', { by: 'bob', languages: ['cy'], pictures: [{ alt: 'A cat' }] })
  bed.say('This is what they say', { by: 'cat', kind: 'quote', parent: 'p' })
  bed.say('In private, please', { by: 'dan', kind: 'direct', thread: 'dm1' })
  bed.sea.overlap = 3
  await bed.hear()
  await bed.hear()
  expect(await bed.groups()).toEqual(['m1', 'm2', 'm3', 'm4'])
  const m1 = await bed.db.selectFrom('message').selectAll().where('external_id', '=', 'm1').executeTakeFirstOrThrow()
  expect(m1).toMatchObject({
    kind: 'reply',
    author_handle: 'ann',
    parent: 'p',
    root: 'p',
    state: 'live',
    account_id: 'a',
  })
  expect([m1.said_at.toISOString(), m1.heard_at.getTime() - m1.said_at.getTime()]).toEqual([said, 30_000])
  const c1 = await bed.conversation('m1')
  expect(c1).toMatchObject({
    stage: 'open',
    kind: 'public',
    about_post_id: post,
    opening: 'How do I report a pothole?',
    last_from: 'public',
    messages: 1,
    category_by: null,
    offered_to_id: 'p',
  })
  expect([c1.opened_at.toISOString(), c1.waiting_since?.toISOString()]).toEqual([said, said])
  expect(c1.due_at).not.toBeNull()
  expect(await bed.conversation('m2')).toMatchObject({ about_post_id: null, offered_to_id: null })
  expect(await bed.conversation('m4')).toMatchObject({ kind: 'direct', thread: 'dm1' })
  expect((await verifyChain(bed.db, bed.forceId)).whole).toBe(true)
})

test('what may be about a person in danger comes first; words are in no fact', async () => {
  await using bed = await openListenBed()
  bed.say('Thank you for today')
  bed.say('There is a man with a knife attacking somebody in Mill Lane right now, please help', { by: 'bob' })
  await bed.hear()
  const [calm, danger] = [await bed.conversation('m1'), await bed.conversation('m2')]
  expect(danger.rank).toBe(0)
  expect(calm.rank).toBeGreaterThan(0)
  const facts = await bed.db.selectFrom('fact').select(['kind', 'data']).execute()
  expect(JSON.stringify(facts)).not.toMatch(/knife|Thank/)
  expect(facts.filter((f) => f.kind === 'message.heard')).toHaveLength(1)
})

test('what our own accounts say is not the public’s, and the cursor passes over it', async () => {
  await using bed = await openListenBed()
  bed.say('Said by us', { author: { externalId: 'us', handle: 'westshire', name: 'Westshire' } })
  await bed.hear()
  expect(await bed.groups()).toEqual([])
  expect((await bed.row()).cursor).toBe('1')
})

test('a reply to our answer joins the conversation; a closed one is opened again, and nothing done before counts', async () => {
  await using bed = await openListenBed()
  await bed.ours(['p'])
  bed.say('When are you open?', { parent: 'p' })
  await bed.hear()
  const first = await bed.conversation('m1')
  await bed.ours(['answer'], { answers: first.id })
  const close = { stage: 'closed', waiting_since: null, last_from: 'us', first_look_at: bed.clock.now() } as const
  await bed.db
    .updateTable('conversation')
    .set({ ...close, first_look_by: 'p', category_by: 'p', offered_to_id: null })
    .execute()
  bed.clock.forward(3_600_000)
  const said = at(bed)
  bed.say('And on Sunday?', { by: 'bob', parent: 'answer', root: 'p' })
  await bed.hear()
  const again = await bed.conversation('m2')
  expect(again).toMatchObject({
    id: first.id,
    stage: 'open',
    messages: 2,
    version: 2,
    first_look_at: null,
    category_by: 'p',
    offered_to_id: 'p',
    author_handle: 'ann',
  })
  expect([again.reopened_at?.toISOString(), again.waiting_since?.toISOString()]).toEqual([said, said])
  const acts = await bed.db
    .selectFrom('conversation_act')
    .select('kind')
    .where('conversation_id', '=', first.id)
    .execute()
  expect(acts.map((a) => a.kind).sort()).toEqual(['offered', 'offered', 'reopened'])
})

test('a person’s decision stays, and new danger still raises the conversation', async () => {
  await using bed = await openListenBed()
  await bed.ours(['p'])
  bed.say('When are you open?', { parent: 'p' })
  await bed.hear()
  await bed.db.updateTable('conversation').set({ category: 'comment', category_by: 'p', rank: 7 }).execute()
  bed.say('Is it a complaint to say that your officer was rude to me? I want to complain', { parent: 'p' })
  await bed.hear()
  expect(await bed.conversation('m2')).toMatchObject({ category: 'comment', category_by: 'p', rank: 7, messages: 2 })
  bed.say('I am going to kill myself tonight', { parent: 'p' })
  await bed.hear()
  expect(await bed.conversation('m3')).toMatchObject({ category: 'comment', category_by: 'p', rank: 0 })
  const facts = await bed.db.selectFrom('fact').select('kind').where('kind', '=', 'conversation.dangerHeard').execute()
  expect(facts).toHaveLength(1)
})

test('a parent that comes late begins the conversation, and its replies lie together', async () => {
  await using bed = await openListenBed()
  bed.say('I agree', { externalId: 'r1', by: 'bob', parent: 'top', root: 'top' })
  bed.say('Me too', { externalId: 'r2', by: 'cat', parent: 'top', root: 'top' })
  await bed.hear()
  expect(await bed.groups()).toEqual(['r1', 'r2'])
  bed.say('Your road works are a mess', { externalId: 'top', saidAt: at(bed, 3_600_000) })
  await bed.hear()
  expect(await bed.groups()).toEqual(['r1,r2,top'])
  expect(await bed.conversation('top')).toMatchObject({
    author_handle: 'ann',
    opening: 'Your road works are a mess',
    messages: 3,
  })
})

test('when the worker dies between the answer and the keeping nothing is kept, and nothing is lost', async () => {
  await using bed = await openListenBed()
  bed.say('one')
  bed.say('two', { by: 'bob' })
  bed.sea.during = () => Promise.reject(new Error('killed'))
  await bed.hear()
  expect([await bed.groups(), (await bed.row()).cursor]).toEqual([[], null])
  bed.sea.during = null
  await bed.hear()
  expect(await bed.groups()).toEqual(['m1', 'm2'])
})

test('a worker whose lease was taken by another keeps nothing; both together keep each once', async () => {
  await using bed = await openListenBed()
  for (let i = 0; i < 5; i++) bed.say(`number ${i}`, { by: `b${i}` })
  const other = { ...bed.listener, name: 'l2', looked: new Map<string, number>() }
  let second = 0
  bed.sea.during = async () => {
    bed.sea.during = null
    bed.clock.forward(120_000)
    second = await listenOnce(bed, other)
  }
  await bed.hear()
  expect(second).toBe(1)
  expect(await bed.groups()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5'])
  expect((await bed.row()).cursor).toBe('5')
  expect(await Promise.all([listenOnce(bed, bed.listener), listenOnce(bed, other)])).toEqual([0, 0])
})

test('two workers at once on several accounts: each message once', async () => {
  await using bed = await openListenBed()
  const account = await bed.db.selectFrom('account').selectAll().executeTakeFirstOrThrow()
  const copy = { ...account, id: 'b', handle: 'b', external_id: 'us too', cover: '[]' }
  await bed.db.insertInto('account').values(copy).execute()
  for (let i = 0; i < 20; i++) bed.say(`number ${i}`, { by: `b${i}` })
  const other = { ...bed.listener, name: 'l2', looked: new Map<string, number>() }
  await Promise.all([bed.hear(), listenOnce(bed, other)])
  const rows = await bed.db.selectFrom('message').select('external_id').execute()
  expect([rows.length, new Set(rows.map((r) => r.external_id)).size]).toEqual([20, 20])
  expect(await bed.db.selectFrom('conversation').select('id').execute()).toHaveLength(20)
})

test('keys that are broken for a day lose nothing: everything is there after, in order, with its own time', async () => {
  await using bed = await openListenBed()
  bed.sea.page = 50
  bed.say('before')
  await bed.hear()
  bed.sea.instead.push(ended)
  await bed.hear()
  expect(await bed.row()).toMatchObject({ state: 'ended', words: 'The keys have ended.' })
  expect(await bed.alarms()).toEqual(['notHeard'])
  for (let i = 0; i < 300; i++) {
    bed.clock.forward(288_000)
    bed.say(`number ${i}`, { by: `b${i}` })
  }
  expect((await bed.row()).cursor).toBe('1')
  expect(await bed.hear()).toBe(1)
  const rows = await bed.db
    .selectFrom('message')
    .select(['external_id', 'said_at', 'heard_at'])
    .orderBy('said_at')
    .execute()
  expect(rows.map((r) => r.external_id)).toEqual(Array.from({ length: 301 }, (_, i) => `m${i + 1}`))
  expect((rows[1]?.heard_at.getTime() ?? 0) - (rows[1]?.said_at.getTime() ?? 0)).toBeGreaterThan(23 * 3_600_000)
  expect([(await bed.row()).state, await bed.alarms()]).toEqual(['hearing', []])
})

test('ended keys are tried again every five minutes, and at once when others are given', async () => {
  await using bed = await openListenBed()
  bed.sea.instead.push(ended, ended)
  await bed.hear()
  expect(await bed.hear()).toBe(0)
  bed.clock.forward(300_000)
  expect(await bed.hear()).toBe(1)
  expect(await bed.hear()).toBe(0)
  const keys = { force_id: bed.forceId, account_id: 'a', id: 'k', sealed: '', state: 'working', set_by: 'p' } as const
  await bed.db
    .insertInto('custody')
    .values({ ...keys, set_at: bed.clock.now() })
    .execute()
  expect(await bed.hear()).toBe(1)
  expect((await bed.row()).state).toBe('hearing')
})

test('three askings without an answer are behind: somebody is told since when, once, until it is heard again', async () => {
  await using bed = await openListenBed()
  await bed.hear()
  const since = (await bed.row()).heard_at
  bed.sea.instead.push(later, 'throw', { kind: 'unknown', words: 'Silence.' })
  for (let i = 0; i < 2; i++) {
    await bed.hear()
    expect((await bed.row()).state).toBe('hearing')
  }
  await bed.hear()
  expect(await bed.row()).toMatchObject({ state: 'behind', behind_since: since, words: 'Silence.' })
  expect(await bed.alarms()).toEqual(['notHeard'])
  await bed.hear()
  expect([(await bed.row()).state, (await bed.row()).behind_since, await bed.alarms()]).toEqual(['hearing', null, []])
})

test('a network that names a time is left alone until then', async () => {
  await using bed = await openListenBed()
  const until = new Date(bed.clock.now().getTime() + 10 * 60_000)
  bed.sea.instead.push({ ...later, until })
  await bed.hear()
  expect((await bed.row()).next_at).toEqual(until)
  expect(await bed.hear()).toBe(0)
})

test('an account is listened to from the time it is connected, and no longer when it is closed', async () => {
  await using bed = await openListenBed()
  await bed.db.updateTable('account').set({ status: 'closed' }).execute()
  expect(await bed.hear()).toBe(0)
  await bed.db.updateTable('account').set({ status: 'live' }).execute()
  expect(await bed.hear()).toBe(1)
})

test('running, it hears by itself, and stops when told', async () => {
  await using bed = await openListenBed()
  const clock = { now: () => new Date() }
  const world = { ...bed, clock }
  const listener = { ...bed.listener, pace: listenPaces.quick, lineOf: async () => bed.sea.line }
  const running = await startListening(world, listener)
  bed.say('Are you there?', { saidAt: new Date().toISOString() })
  await expect.poll(() => bed.groups(), { timeout: 20_000 }).toEqual(['m1'])
  await running.stop()
  const asked = bed.sea.asked.length
  await new Promise((done) => setTimeout(done, 300))
  expect(bed.sea.asked.length).toBe(asked)
})
