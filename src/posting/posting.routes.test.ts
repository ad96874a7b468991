import sharp from 'sharp'
import { expect, test } from 'vitest'
import { approvePost } from './approval/approval.commands.ts'
import { ask, isEndpoint, read, refusalOf } from './asking.testbed.ts'
import { deliveryEndpoints } from './delivery/delivery.contract.ts'
import * as c from './posting.contract.ts'
import { postingRoom } from './posting.routes.ts'
import { contentWith, openPosting, plainWords, value } from './posting.testbed.ts'

const later = { kind: 'at' as const, wall: '2026-09-07T10:40', zone: 'Europe/London', which: 'earlier' as const }

test('every endpoint of the contract is hung on once, and none without sign-in', async () => {
  await using bed = await openPosting()
  const declared = [...Object.values<unknown>(c).filter(isEndpoint), ...deliveryEndpoints]
  expect(postingRoom.routes.map((r) => r.endpoint.path).sort()).toEqual(declared.map((e) => e.path).sort())
  for (const e of declared) expect(await refusalOf(bed, null, e, { id: 'x' }), e.path).toBe('401 notSignedIn')
})

test('a post’s whole way over HTTP: context, draft, save, ask, read, approve, record', async () => {
  await using bed = await openPosting()
  const context = await read(bed, 'tom', c.composeContext)
  expect(context.facts.accounts.map((a) => a.id)).toEqual(['westport'])
  expect(context.mayWrite).toEqual({ westport: null })
  expect(context.speakFor.map((s) => [s.person.id, s.until]).sort()).toEqual([
    ['ffion', null],
    ['leah', null],
    ['nadia', null],
  ])
  expect([context.emergency === null, context.objectives.map((o) => o.id)]).toEqual([false, ['parking']])

  const draft = await read(bed, 'tom', c.startDraft, { content: { pieces: ['x'] } })
  const saved = await read(bed, 'tom', c.saveDraft, { id: draft.id, edit: 0, content: contentWith({ when: later }) })
  const asked = await read(bed, 'tom', c.askApproval, { id: draft.id, edit: saved.edit })
  const before = await read(bed, 'tom', c.onePost, { id: draft.id })
  expect(before).toMatchObject({
    stage: 'asked',
    title: expect.stringContaining('We are at Eastby library'),
    whenWords: 'Mon 7 Sep, 10:40',
    digest: asked.digest,
  })
  expect(before.acts).toMatchObject({
    edit: null,
    approve: 'You wrote this, so someone else approves it.',
    reopen: 'This post is not released.',
  })
  expect((await read(bed, 'ffion', c.onePost, { id: draft.id })).acts).toMatchObject({ approve: null, sendBack: null })

  const list = await read(bed, 'ffion', c.listApprovals)
  expect(list.mine).toMatchObject([
    { id: draft.id, minutesLeft: 40, askedBy: { id: 'tom' }, open: { block: 0, needsApproval: 0 } },
  ])
  expect((await read(bed, 'tom', c.listApprovals)).others).toMatchObject([
    { whyNotMe: 'You wrote this, so someone else approves it.' },
  ])
  const one = await read(bed, 'ffion', c.oneApproval, { id: draft.id })
  expect(one).toMatchObject({
    superseded: false,
    drifted: [],
    since: null,
    frozen: { version: 1, digest: asked.digest },
    whenWords: 'Mon 7 Sep, 10:40',
    next: null,
  })
  expect(one.sheet.targets[0]?.pieces[0]?.text).toBe(`PC TB: ${plainWords}`)
  const today = await read(bed, 'ffion', c.today)
  expect(today.needs).toMatchObject([{ kind: 'approval', minutes: 40, postId: draft.id }])
  expect(today.next24).toMatchObject({
    toApprove: 1,
    waiting: 0,
    items: [{ state: 'toApprove', class: 'neighbourhood' }],
  })

  await read(bed, 'ffion', c.approvePost, { id: draft.id, version: 1, digest: asked.digest })
  const after = await read(bed, 'tom', c.onePost, { id: draft.id })
  expect(after).toMatchObject({
    stage: 'released',
    path: 'approved',
    deliveries: [{ state: 'waiting', stateWords: 'Waiting' }],
    decisions: [{ kind: 'approve', stands: true, by: { id: 'ffion' } }],
  })
  expect(after.acts).toMatchObject({ reopen: null, withdraw: null, edit: expect.stringContaining('released') })
  expect(after.life.map((l) => l.title)).toEqual([
    'Begun by PC Tom Brackley',
    'Put before an approver by PC Tom Brackley',
    expect.stringContaining('rules checked. Nothing found'),
    expect.stringContaining('rules checked. Nothing found'),
    'Approved exactly as it stood: Ffion Maddox',
    'Waiting: WestportPolice',
  ])
  expect((await read(bed, 'ffion', c.today)).next24).toMatchObject({ toApprove: 0, waiting: 1 })
})

test('the approval page says what drifted, and what changed since somebody approved an earlier version', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { when: later })
  value(await approvePost(bed, bed.as('ffion'), { ...asked, reason: '' }))
  await read(bed, 'leah', c.reopenPost, { id: asked.id })
  await read(bed, 'leah', c.saveDraft, {
    id: asked.id,
    edit: 0,
    content: contentWith({ when: later, pieces: ['We are at Eastby school.'] }),
  })
  await read(bed, 'leah', c.askApproval, { id: asked.id, edit: 1 })
  const one = await read(bed, 'ffion', c.oneApproval, { id: asked.id })
  expect(one.since).toMatchObject({
    version: 1,
    by: { id: 'ffion' },
    changes: [
      { field: 'Words on WestportPolice', before: `PC LC: ${plainWords}`, now: 'PC LC: We are at Eastby school.' },
    ],
  })
  await bed.db.updateTable('signature').set({ mark: 'Sgt LC' }).where('person_id', '=', 'leah').execute()
  expect(await read(bed, 'ffion', c.oneApproval, { id: asked.id })).toMatchObject({
    superseded: true,
    drifted: [
      { field: 'Signature on WestportPolice', before: 'PC LC', now: 'Sgt LC' },
      { field: 'Words on WestportPolice' },
    ],
  })
})

test('pictures go in and come out over HTTP', async () => {
  await using bed = await openPosting()
  const file = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer()
  const { status, answer } = await ask(bed, 'leah', c.uploadPicture, {}, file)
  expect(status).toBe(200)
  const { id } = c.uploadPicture.output.parse(await answer.json())
  const shown = await ask(bed, 'tom', c.picture, { id })
  expect([shown.status, shown.answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await sharp(await shown.answer.arrayBuffer()).metadata()).width).toBe(20)
  expect(await refusalOf(bed, 'tom', c.picture, { id: 'none' })).toBe('404 noPicture')
  const draft = await bed.draft('leah')
  const forPost = async (name: 'tom' | 'theo') =>
    (await ask(bed, name, { ...c.uploadPicture, path: `/api/pictures?post=${draft}` }, {}, file)).status
  expect([await forPost('tom'), await forPost('theo')]).toEqual([200, 403])
  expect((await ask(bed, 'rhys', c.uploadPicture, {}, file)).status).toBe(403)
  expect((await ask(bed, 'leah', c.uploadPicture, {}, new Uint8Array(10))).status).toBe(422)
  expect((await ask(bed, 'leah', c.uploadPicture, {}, new Uint8Array(15_000_001))).status).toBe(413)
})

test('what is not there is said so', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  expect([
    await refusalOf(bed, 'leah', c.onePost, { id: 'none' }),
    await refusalOf(bed, 'leah', c.composeContext, { post: 'none' }),
    await refusalOf(bed, 'leah', c.oneApproval, { id: 'none' }),
    await refusalOf(bed, 'leah', c.oneApproval, { id }),
  ]).toEqual(['404 noPost', '404 noPost', '404 noPost', '409 notAsked'])
  expect(await refusalOf(bed, 'leah', c.saveDraft, { id, edit: 0, content: { pieces: [] } })).toBe('422 wrongShape')
})
