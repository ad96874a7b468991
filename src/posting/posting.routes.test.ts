import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addressOf, type Endpoint } from '../foundation/endpoint.ts'
import { makeServer } from '../foundation/server.ts'
import { approvePost } from './approval.commands.ts'
import { approvalsFor } from './approval.queries.ts'
import { postsList } from './post.queries.ts'
import * as c from './posting.contract.ts'
import { postingRoom } from './posting.routes.ts'
import { contentWith, type Name, openPosting, plainWords, type PostingBed, value } from './posting.testbed.ts'
import { publishAtOnce } from './release.commands.ts'
import { todayFor } from './today.queries.ts'

/** Asks as a browser would; what comes back has passed the endpoint's own schema. */
async function ask<E extends Endpoint>(bed: PostingBed, name: Name | null, endpoint: E, input: Record<string, unknown>, body?: Uint8Array) {
  const app = makeServer(bed, postingRoom.routes, async () => (name ? bed.as(name) : null))
  const path = addressOf(endpoint.path, input)
  const query = endpoint.method === 'GET' ? `?${new URLSearchParams(input as Record<string, string>)}` : ''
  const answer = await app.request(`http://localhost${path}${query}`, {
    method: endpoint.method, headers: { 'x-front-counter': '1', host: 'localhost' }, ...(endpoint.method === 'POST' ? { body: body ? Buffer.from(body) : JSON.stringify(input) } : {}),
  })
  return { status: answer.status, answer }
}

const read = async <E extends Endpoint>(bed: PostingBed, name: Name, endpoint: E, input: Record<string, unknown> = {}) => {
  const { status, answer } = await ask(bed, name, endpoint, input)
  const body: unknown = await answer.json()
  expect(status, JSON.stringify(body)).toBe(200)
  return endpoint.output.parse(body) as ReturnType<E['output']['parse']>
}

const refusalOf = async (bed: PostingBed, name: Name | null, endpoint: Endpoint, input: Record<string, unknown> = {}) => {
  const { status, answer } = await ask(bed, name, endpoint, input)
  return `${status} ${((await answer.json()) as { refusal: { id: string } }).refusal.id}`
}

const later = { kind: 'at' as const, wall: '2026-09-07T10:40', zone: 'Europe/London', which: 'earlier' as const }

test('every endpoint of the contract is hung on once, and none without sign-in', async () => {
  await using bed = await openPosting()
  const declared = Object.values(c).filter((e): e is Endpoint => typeof e === 'object' && e !== null && 'method' in e && 'path' in e)
  expect(postingRoom.routes.map((r) => r.endpoint.path).sort()).toEqual(declared.map((e) => e.path).sort())
  for (const e of declared) expect(await refusalOf(bed, null, e, { id: 'x' }), e.path).toBe('401 notSignedIn')
})

test('a post’s whole way over HTTP: context, draft, save, ask, read, approve, record', async () => {
  await using bed = await openPosting()
  const context = await read(bed, 'tom', c.composeContext)
  expect(context.facts.accounts.map((a) => a.id)).toEqual(['westport'])
  expect(context.mayWrite).toEqual({ westport: null })
  expect(context.speakFor.map((s) => [s.person.id, s.until]).sort()).toEqual([['ffion', null], ['leah', null], ['nadia', null]])
  expect([context.emergency === null, context.objectives.map((o) => o.id)]).toEqual([false, ['parking']])

  const draft = await read(bed, 'tom', c.startDraft, { content: { pieces: ['x'] } })
  const saved = await read(bed, 'tom', c.saveDraft, { id: draft.id, edit: 0, content: contentWith({ when: later }) })
  const asked = await read(bed, 'tom', c.askApproval, { id: draft.id, edit: saved.edit })
  const before = await read(bed, 'tom', c.onePost, { id: draft.id })
  expect(before).toMatchObject({ stage: 'asked', title: expect.stringContaining('We are at Eastby library'), whenWords: 'Mon 7 Sep, 10:40', digest: asked.digest })
  expect(before.acts).toMatchObject({ edit: null, approve: 'You wrote this, so someone else approves it.', reopen: 'This post is not released.' })
  expect((await read(bed, 'ffion', c.onePost, { id: draft.id })).acts).toMatchObject({ approve: null, sendBack: null })

  const list = await read(bed, 'ffion', c.listApprovals)
  expect(list.mine).toMatchObject([{ id: draft.id, minutesLeft: 40, askedBy: { id: 'tom' }, open: { block: 0, needsApproval: 0 } }])
  expect((await read(bed, 'tom', c.listApprovals)).others).toMatchObject([{ whyNotMe: 'You wrote this, so someone else approves it.' }])
  const one = await read(bed, 'ffion', c.oneApproval, { id: draft.id })
  expect(one).toMatchObject({ superseded: false, drifted: [], since: null, frozen: { version: 1, digest: asked.digest }, whenWords: 'Mon 7 Sep, 10:40', next: null })
  expect(one.sheet.targets[0]?.pieces[0]?.text).toBe(`PC TB: ${plainWords}`)
  const today = await read(bed, 'ffion', c.today)
  expect(today.needs).toMatchObject([{ kind: 'approval', minutes: 40, postId: draft.id }])
  expect(today.next24).toMatchObject({ toApprove: 1, waiting: 0, items: [{ state: 'toApprove', class: 'neighbourhood' }] })

  await read(bed, 'ffion', c.approvePost, { id: draft.id, version: 1, digest: asked.digest })
  const after = await read(bed, 'tom', c.onePost, { id: draft.id })
  expect(after).toMatchObject({ stage: 'released', path: 'approved', deliveries: [{ state: 'waiting', stateWords: 'Waiting' }], decisions: [{ kind: 'approve', stands: true, by: { id: 'ffion' } }] })
  expect(after.acts).toMatchObject({ reopen: null, withdraw: null, edit: expect.stringContaining('released') })
  expect(after.life.map((l) => l.title)).toEqual([
    'Begun by PC Tom Brackley', 'Put before an approver by PC Tom Brackley', expect.stringContaining('rules checked. Nothing found'), expect.stringContaining('rules checked. Nothing found'),
    'Approved exactly as it stood: Ffion Maddox', 'Waiting: WestportPolice',
  ])
  expect((await read(bed, 'ffion', c.today)).next24).toMatchObject({ toApprove: 0, waiting: 1 })
})

test('the approval page says what drifted, and what changed since somebody approved an earlier version', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { when: later })
  value(await approvePost(bed, bed.as('ffion'), { ...asked, reason: '' }))
  await read(bed, 'leah', c.reopenPost, { id: asked.id })
  await read(bed, 'leah', c.saveDraft, { id: asked.id, edit: 0, content: contentWith({ when: later, pieces: ['We are at Eastby school.'] }) })
  await read(bed, 'leah', c.askApproval, { id: asked.id, edit: 1 })
  const one = await read(bed, 'ffion', c.oneApproval, { id: asked.id })
  expect(one.since).toMatchObject({ version: 1, by: { id: 'ffion' }, changes: [{ field: 'Words on WestportPolice', before: `PC LC: ${plainWords}`, now: 'PC LC: We are at Eastby school.' }] })
  await bed.db.updateTable('signature').set({ mark: 'Sgt LC' }).where('person_id', '=', 'leah').execute()
  expect(await read(bed, 'ffion', c.oneApproval, { id: asked.id })).toMatchObject({ superseded: true, drifted: [{ field: 'Signature on WestportPolice', before: 'PC LC', now: 'Sgt LC' }, { field: 'Words on WestportPolice' }] })
})

test('posts are found by stage, account, person and words, page by page', async () => {
  await using bed = await openPosting()
  const ids: string[] = []
  for (let n = 0; n < 5; n++) {
    bed.clock.forward(60_000)
    ids.push(await bed.draft('leah', { pieces: [`Number ${n}: 50% off_road.`], targets: n === 0 ? ['eastby'] : ['westport'] }))
  }
  const find = (input: Record<string, unknown>) => read(bed, 'tom', c.listPosts, input)
  const first = await find({ most: '2' })
  expect([first.all, first.posts.map((p) => p.id)]).toEqual([5, [ids[4], ids[3]]])
  const second = await find({ most: '2', after: first.next })
  expect(second.posts.map((p) => p.id)).toEqual([ids[2], ids[1]])
  expect((await find({ most: '2', after: second.next })).next).toBeNull()
  expect((await find({ account: 'eastby' })).posts.map((p) => p.id)).toEqual([ids[0]])
  expect((await find({ text: 'number 3' })).posts.map((p) => p.id)).toEqual([ids[3]])
  expect((await find({ text: '50% OFF_' })).all).toBe(5)
  expect((await find({ text: '5_%' })).all).toBe(0)
  expect([(await find({ person: 'tom' })).all, (await find({ stage: 'released' })).all, (await find({ state: 'held' })).all]).toEqual([0, 0, 0])
})

test('today counts what was on time, what is in doubt, and whether anything was ever sent twice', async () => {
  await using bed = await openPosting()
  const times = [0, 60, 600]
  for (const late of times) {
    const id = await bed.draft('leah')
    value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
    await bed.db.updateTable('delivery').set({ state: 'sent', sent_at: new Date(bed.clock.now().getTime() + late * 1000) }).where('post_id', '=', id).execute()
  }
  const doubtful = await bed.draft('leah')
  value(await publishAtOnce(bed, bed.as('leah'), { id: doubtful, edit: 0 }))
  await bed.db.updateTable('delivery').set({ state: 'needs-person', words: 'We cannot tell whether it is live.' }).where('post_id', '=', doubtful).execute()
  await bed.db.insertInto('alarm').values({ force_id: bed.forceId, id: 'a1', kind: 'noWorker', subject: 'worker', words: 'No worker is at work.', raised_at: bed.clock.now() }).execute()
  bed.clock.forward(20 * 60_000)
  const today = await read(bed, 'nadia', c.today)
  expect(today.health).toMatchObject({ due: 4, onTime: 2, sent: 3, needsPerson: 1, sentTwice: 0 })
  expect(today.needs.map((n) => n.kind)).toEqual(['alarm', 'needsPerson', 'afterlook', 'afterlook', 'afterlook', 'afterlook'])
  expect(today.noCover).toMatchObject({ of: 3, accounts: [{ account: { id: 'eastby' }, coverEnded: '2026-09-07T16:00:00.000Z', next: '2026-09-08T08:00:00.000Z' }] })
  expect(await read(bed, 'nadia', c.counts)).toEqual({ today: 6, approvals: 0, drafts: 0, alarms: 1 })

  const [d] = await bed.db.selectFrom('delivery').select('id').where('state', '=', 'sent').execute()
  for (const id of ['t1', 't2']) await bed.db.insertInto('attempt').values({ force_id: bed.forceId, id, delivery_id: d?.id ?? '', n: 0, act: 'send', worker: 'w', started_at: bed.clock.now(), ended_at: bed.clock.now(), ending: 'done' }).execute()
  expect((await read(bed, 'nadia', c.today)).health.sentTwice).toBe(1)
})

test('an account’s voices: weekly bars, shares, who is quiet and what was last said', async () => {
  await using bed = await openPosting()
  const speak = async (name: 'leah' | 'tom', at: string) => {
    bed.clock.set(at)
    const asked = await bed.asked(name)
    value(await approvePost(bed, bed.as('ffion'), { ...asked, reason: '' }))
    await bed.db.updateTable('delivery').set({ state: 'sent', sent_at: bed.clock.now() }).where('post_id', '=', asked.id).execute()
  }
  for (const at of ['2026-08-03T09:00:00Z', '2026-08-31T09:00:00Z', '2026-09-01T09:00:00Z', '2026-09-07T08:00:00Z']) await speak('leah', at)
  await speak('tom', '2026-08-05T09:00:00Z')
  bed.clock.set('2026-09-07T09:00:00Z')
  const activity = await read(bed, 'ffion', c.accountActivity, { id: 'westport' })
  expect(activity.weeks).toHaveLength(13)
  expect(activity.bars).toEqual([0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 1])
  expect(activity.voices.slice(0, 2)).toMatchObject([{ person: { id: 'leah' }, mark: 'PC LC', all: 4, share: 0.8, bars: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 1] }, { person: { id: 'tom' }, all: 1 }])
  expect(activity.balance.oneOverHalf).toBe('leah')
  expect(activity.balance.quiet.sort()).toEqual(['ffion', 'nadia', 'tom'])
  expect(activity.last[0]).toMatchObject({ at: '2026-09-07T08:00:00.000Z', text: `PC LC: ${plainWords}`, person: { id: 'leah' } })
  expect(await refusalOf(bed, 'ffion', c.accountActivity, { id: 'none' })).toBe('404 notFound')
})

test('pictures go in and come out over HTTP', async () => {
  await using bed = await openPosting()
  const file = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'green' } }).jpeg().toBuffer()
  const { status, answer } = await ask(bed, 'leah', c.uploadPicture, {}, file)
  expect(status).toBe(200)
  const { id } = c.uploadPicture.output.parse(await answer.json())
  const shown = await ask(bed, 'tom', c.picture, { id })
  expect([shown.status, shown.answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await sharp(await shown.answer.arrayBuffer()).metadata()).width).toBe(20)
  expect(await refusalOf(bed, 'tom', c.picture, { id: 'none' })).toBe('404 noPicture')
  expect((await ask(bed, 'leah', c.uploadPicture, {}, new Uint8Array(10))).status).toBe(422)
  expect((await ask(bed, 'leah', c.uploadPicture, {}, new Uint8Array(15_000_001))).status).toBe(413)
})

test('what is not there is said so', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  expect([await refusalOf(bed, 'leah', c.onePost, { id: 'none' }), await refusalOf(bed, 'leah', c.composeContext, { post: 'none' }), await refusalOf(bed, 'leah', c.oneApproval, { id: 'none' }), await refusalOf(bed, 'leah', c.oneApproval, { id })]).toEqual(['404 noPost', '404 noPost', '404 noPost', '409 notAsked'])
  expect(await refusalOf(bed, 'leah', c.saveDraft, { id, edit: 0, content: { pieces: [] } })).toBe('422 wrongShape')
})

/** How many statements a reading takes. */
async function statements(bed: PostingBed, reading: (db: PostingBed['db']) => Promise<unknown>): Promise<number> {
  let count = 0
  const counting = bed.db.withPlugin({
    transformQuery: ({ node }) => {
      count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await reading(counting)
  return count
}

test('reading many takes no more statements than reading one', async () => {
  await using bed = await openPosting()
  const now = bed.clock.now()
  const actor = bed.as('ffion')
  const filter = c.listPosts.input.parse({})
  const readings = [(db: PostingBed['db']) => approvalsFor(db, actor, now), (db: PostingBed['db']) => todayFor(db, actor, now), (db: PostingBed['db']) => postsList(db, bed.forceId, filter)]
  await bed.asked('tom', { when: later })
  const few = await Promise.all(readings.map((r) => statements(bed, r)))
  for (let n = 0; n < 8; n++) await bed.asked('leah', { when: later, targets: ['westport', 'eastby'] })
  expect(await Promise.all(readings.map((r) => statements(bed, r)))).toEqual(few)
})
