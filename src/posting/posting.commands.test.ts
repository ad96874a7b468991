import { expect, test } from 'vitest'
import { approvePost } from './approval.commands.ts'
import { openPosting, value } from './posting.testbed.ts'
import { publishAtOnce } from './release.commands.ts'

test('a trusted contributor publishes clear words at once', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  expect(value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))).toMatchObject({ held: 0, afterlook: true })
})
test('an approver releases', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('tom')
  expect(value(await approvePost(bed, bed.as('ffion'), { ...asked, reason: '' }))).toMatchObject({ late: false, held: 0, targets: 1 })
})
