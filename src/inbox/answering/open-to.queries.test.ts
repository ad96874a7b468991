import { expect, test } from 'vitest'
import { askApproval } from '../../posting/approval/approval.commands.ts'
import { approvalOf, approvalsFor } from '../../posting/approval/approval.queries.ts'
import { composing } from '../../posting/compose.queries.ts'
import { holdsNow } from '../../posting/delivery/delivery.queries.ts'
import { notOpen, openFirst } from '../../posting/open-to.queries.ts'
import { listPosts } from '../../posting/post.contract.ts'
import { postsList } from '../../posting/post.queries.ts'
import { refused, value } from '../../posting/posting.testbed.ts'
import { postRecord } from '../../posting/record/record.queries.ts'
import { todayFor } from '../../posting/today/today.queries.ts'
import { categorise, look, take } from '../conversation.commands.ts'
import { type DeskBed, type DeskName, openDesk } from '../inbox.testbed.ts'
import { beginAnswer } from './answer.commands.ts'

const words = 'The street opens again at 6pm on Thursday 10 September. Thank you for asking.'

/** Everything that posting tells this one about the post. */
async function read(bed: DeskBed, who: DeskName, id: string) {
  const [actor, now] = [bed.as(who), bed.clock.now()]
  const found = await postsList(bed.db, actor, now, listPosts.input.parse({ text: 'street opens' }))
  const { mine, others } = await approvalsFor(bed.db, actor, now)
  return {
    alone: [
      refused(await postRecord(bed.db, actor, now, id)),
      refused(await composing(bed.db, actor, now, id)),
      refused(await approvalOf(bed.db, actor, now, id)),
    ],
    listed: [found.all, found.posts.length, mine.length + others.length],
    told: JSON.stringify([await todayFor(bed.db, actor, now), await holdsNow(bed.db, actor, now)]),
  }
}

async function asked(bed: DeskBed, how: Parameters<DeskBed['says']>[1]): Promise<{ id: string; postId: string }> {
  const id = await bed.says('I saw who did it.', how)
  value(await take(bed, bed.as('leah'), { id, over: null }))
  const { version } = await bed.conversation(id)
  const { postId } = value(
    await beginAnswer(bed, bed.as('leah'), { id, version, messageId: null, private: false, words }),
  )
  value(await askApproval(bed, bed.as('leah'), { id: postId, edit: 0 }))
  return { id, postId }
}

const open = { alone: ['done', 'done', 'done'], listed: [1, 1, 1] }
const shut = { alone: ['noPost', 'noPost', 'noPost'], listed: [0, 0, 0] }

test('an answer in private is read by who reads the desk there and by who wrote it, and by nobody else', async () => {
  await using bed = await openDesk()
  const { postId } = await asked(bed, { kind: 'direct' })
  for (const who of ['leah', 'tom', 'nadia', 'owen', 'danny', 'pat'] as const)
    expect(await read(bed, who, postId), who).toMatchObject(open)
  for (const who of ['rhys', 'mina', 'theo'] as const) {
    const seen = await read(bed, who, postId)
    expect(seen, who).toMatchObject(shut)
    expect(seen.told).not.toContain('street opens')
  }
  const held = await bed.db.selectFrom('post').selectAll().executeTakeFirstOrThrow()
  await bed.db
    .insertInto('delivery')
    .values({
      force_id: bed.forceId,
      id: 'd',
      post_id: held.id,
      account_id: 'westport',
      handle: 'WestportPolice',
      network: 'practice',
      area: 'Westport',
      state: 'held',
      state_since: bed.clock.now(),
      due_at: bed.clock.now(),
      next_at: bed.clock.now(),
      late_after: bed.clock.now(),
      words: '',
    })
    .execute()
  expect((await read(bed, 'rhys', postId)).told).toContain(notOpen)
})

test('an answer in public is read by everybody, until what it answers is intelligence: then by those who read it and have opened it', async () => {
  await using bed = await openDesk()
  const { id, postId } = await asked(bed, { kind: 'public' })
  expect(await read(bed, 'rhys', postId)).toMatchObject(open)
  value(await categorise(bed, bed.as('danny'), { id, category: 'intelligence' }))
  for (const who of ['danny', 'owen', 'paula', 'priya'] as const) {
    const before = await read(bed, who, postId)
    // Known of, so that it is not lost, and without a word of it; looked for by its words it is not found.
    expect(before, who).toMatchObject({ alone: ['openFirst', 'openFirst', 'openFirst'], listed: [0, 0, 1] })
    expect(before.told, who).not.toContain('street opens')
    const refusal = await postRecord(bed.db, bed.as(who), bed.clock.now(), postId)
    expect(refusal).toMatchObject({ ok: false, facts: { conversationId: id } })
    const { others } = await approvalsFor(bed.db, bed.as(who), bed.clock.now())
    expect(others, who).toMatchObject([
      { title: openFirst, whyNotMe: expect.stringContaining('Open the conversation') },
    ])
    value(await look(bed, bed.as(who), { id }))
    expect(await read(bed, who, postId), who).toMatchObject(open)
  }
  const all = await postsList(bed.db, bed.as('gwen'), bed.clock.now(), listPosts.input.parse({}))
  expect(all.posts.map((p) => p.title)).toEqual([openFirst])
  bed.clock.forward(9 * 3_600_000)
  expect(await read(bed, 'danny', postId)).toMatchObject({ alone: ['openFirst', 'openFirst', 'openFirst'] })
  for (const who of ['leah', 'nadia', 'carol', 'pat', 'rhys'] as const)
    expect(await read(bed, who, postId), who).toMatchObject(shut)
  value(await categorise(bed, bed.as('danny'), { id, category: 'question' }))
  expect(await read(bed, 'rhys', postId)).toMatchObject(open)
})
