import { expect, test } from 'vitest'
import { newId } from '../../foundation/identity.ts'
import { approve, openPosting, type PostingBed, value } from '../posting.testbed.ts'
import { approvalOf, approvalsFor } from './approval.queries.ts'

/** As if this post answered somebody, with others in one answer to many. */
async function inBatch(bed: PostingBed, postId: string, batch_id: string): Promise<void> {
  const at = bed.clock.now()
  const of = { force_id: bed.forceId, conversation_id: newId(at) }
  await bed.db
    .insertInto('conversation')
    .values({
      force_id: of.force_id,
      id: of.conversation_id,
      account_id: 'westport',
      network: 'practice',
      kind: 'public',
      thread: of.conversation_id,
      author_external_id: 'p',
      author_handle: 'p',
      author_name: 'Somebody',
      opening: 'Is it true?',
      language: 'en',
      stage: 'open',
      stage_since: at,
      category: 'question',
      rank: 6,
      opened_at: at,
      last_said_at: at,
      last_from: 'public',
    })
    .execute()
  await bed.db
    .insertInto('answer')
    .values({ ...of, post_id: postId, message_id: 'm', by_id: 'leah', at, batch_id })
    .execute()
}

test('one answer to many waits as one row, with how many of it wait; the others as they are', async () => {
  await using bed = await openPosting()
  const list = () => approvalsFor(bed.db, bed.as('ffion'), bed.clock.now())
  const one = async (id: string) => value(await approvalOf(bed.db, bed.as('ffion'), bed.clock.now(), id))
  const asked = () => {
    bed.clock.forward(60_000)
    return bed.asked('leah')
  }
  const alone = await asked()
  const many = [await asked(), await asked(), await asked()]
  const other = [await asked(), await asked()]
  for (const { id } of many) await inBatch(bed, id, 'b1')
  for (const { id } of other) await inBatch(bed, id, 'b2')
  const rows = async () => (await list()).mine.map((w) => [w.id, w.batch])
  expect(await rows()).toEqual([
    [alone.id, null],
    [many[0]?.id, { id: 'b1', n: 3 }],
    [other[0]?.id, { id: 'b2', n: 2 }],
  ])
  // Next is a post of its own, never one of many.
  expect((await one(many[1]?.id ?? '')).next).toBe(alone.id)
  expect((await one(alone.id)).next).toBeNull()
  // When the first of it is decided, the row stays and stands for the rest.
  value(await approve(bed, 'ffion', many[0] ?? alone))
  expect(await rows()).toContainEqual([many[1]?.id, { id: 'b1', n: 2 }])
})
