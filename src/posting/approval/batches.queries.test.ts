import { expect, test } from 'vitest'
import { approve, openPosting, type PostingBed, value } from '../posting.testbed.ts'
import { approvalOf, approvalsFor } from './approval.queries.ts'

/** As if this post answered somebody, with others in one answer to many. */
const inBatch = (bed: PostingBed, postId: string, batch_id: string) =>
  bed.db.updateTable('post').set({ batch_id }).where('id', '=', postId).execute()

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
