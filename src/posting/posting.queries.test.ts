import { expect, test } from 'vitest'
import { approvalsFor } from './approval/approval.queries.ts'
import { publishAtOnce } from './approval/release.commands.ts'
import { read } from './asking.testbed.ts'
import { postsList } from './post.queries.ts'
import * as c from './posting.contract.ts'
import { openPosting, type PostingBed, value } from './posting.testbed.ts'
import { todayFor } from './today/today.queries.ts'

const later = { kind: 'at' as const, wall: '2026-09-07T10:40', zone: 'Europe/London', which: 'earlier' as const }

test('posts are found by stage, account, person and words, page by page', async () => {
  await using bed = await openPosting()
  const ids: string[] = []
  for (let n = 0; n < 5; n++) {
    bed.clock.forward(60_000)
    ids.push(
      await bed.draft('leah', { pieces: [`Number ${n}: 50% off_road.`], targets: n === 0 ? ['eastby'] : ['westport'] }),
    )
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
  expect([
    (await find({ person: 'tom' })).all,
    (await find({ stage: 'released' })).all,
    (await find({ state: 'held' })).all,
  ]).toEqual([0, 0, 0])
})

test('today counts what was on time, what is in doubt, and whether anything was ever sent twice', async () => {
  await using bed = await openPosting()
  const times = [0, 60, 600]
  for (const late of times) {
    const id = await bed.draft('leah')
    value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
    await bed.db
      .updateTable('delivery')
      .set({ state: 'sent', sent_at: new Date(bed.clock.now().getTime() + late * 1000) })
      .where('post_id', '=', id)
      .execute()
  }
  const doubtful = await bed.draft('leah')
  value(await publishAtOnce(bed, bed.as('leah'), { id: doubtful, edit: 0 }))
  await bed.db
    .updateTable('delivery')
    .set({ state: 'needs-person', words: 'We cannot tell whether it is live.' })
    .where('post_id', '=', doubtful)
    .execute()
  await bed.db
    .insertInto('alarm')
    .values({
      force_id: bed.forceId,
      id: 'a1',
      kind: 'noWorker',
      subject: 'worker',
      words: 'No worker is at work.',
      raised_at: bed.clock.now(),
    })
    .execute()
  bed.clock.forward(20 * 60_000)
  const today = await read(bed, 'nadia', c.today)
  expect(today.health).toMatchObject({ due: 4, onTime: 2, sent: 3, needsPerson: 1, sentTwice: 0 })
  expect(today.needs.map((n) => n.kind)).toEqual([
    'alarm',
    'needsPerson',
    'afterlook',
    'afterlook',
    'afterlook',
    'afterlook',
  ])
  expect(today.noCover).toMatchObject({
    of: 3,
    accounts: [{ account: { id: 'eastby' }, coverEnded: '2026-09-07T16:00:00.000Z', next: '2026-09-08T08:00:00.000Z' }],
  })
  expect(await read(bed, 'nadia', c.counts)).toEqual({ today: 6, approvals: 0, drafts: 0, alarms: 1 })

  const [d] = await bed.db.selectFrom('delivery').select('id').where('state', '=', 'sent').execute()
  for (const id of ['t1', 't2'])
    await bed.db
      .insertInto('attempt')
      .values({
        force_id: bed.forceId,
        id,
        delivery_id: d?.id ?? '',
        n: 0,
        act: 'send',
        worker: 'w',
        started_at: bed.clock.now(),
        ended_at: bed.clock.now(),
        ending: 'done',
      })
      .execute()
  expect((await read(bed, 'nadia', c.today)).health.sentTwice).toBe(1)
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
  const readings = [
    (db: PostingBed['db']) => approvalsFor(db, actor, now),
    (db: PostingBed['db']) => todayFor(db, actor, now),
    (db: PostingBed['db']) => postsList(db, actor, now, filter),
  ]
  await bed.asked('tom', { when: later })
  const few = await Promise.all(readings.map((r) => statements(bed, r)))
  for (let n = 0; n < 8; n++) await bed.asked('leah', { when: later, targets: ['westport', 'eastby'] })
  expect(await Promise.all(readings.map((r) => statements(bed, r)))).toEqual(few)
})

test('what was released stays what it was, whoever has been promoted since', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
  const before = await read(bed, 'tom', c.onePost, { id })
  await bed.db
    .updateTable('signature')
    .set({ mark: 'Sgt LC' })
    .where('person_id', '=', 'leah')
    .where('account_id', '=', 'westport')
    .execute()
  const after = await read(bed, 'tom', c.onePost, { id })
  expect([after.sheet, after.digest]).toEqual([before.sheet, before.digest])
  expect(after.decisions.every((d) => d.stands)).toBe(true)
})

test('who approves reads what it is for and when somebody looks at it again', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { intent: 'engage', reviewAt: '2026-10-01T08:00:00.000Z' })
  expect(await read(bed, 'ffion', c.oneApproval, { id: asked.id })).toMatchObject({
    intent: 'engage',
    reviewAt: '2026-10-01T08:00:00.000Z',
  })
  const plain = await bed.asked('tom')
  expect(await read(bed, 'ffion', c.oneApproval, { id: plain.id })).toMatchObject({ intent: 'inform', reviewAt: null })
})
