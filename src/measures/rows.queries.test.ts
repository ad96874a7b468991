import { expect, test } from 'vitest'
import { openModerationBed } from '../inbox/moderation/moderation.testbed.ts'
import { value } from '../posting/posting.testbed.ts'
import { rowsBehind } from './measures.queries.ts'

test('what a desk measure counts opens by its time: a conversation, and what was done about it', async () => {
  await using bed = await openModerationBed()
  const asked = bed.clock.now().toISOString()
  const place = await bed.conversation()
  bed.clock.forward(60_000)
  await bed.opens(bed.danny, place.conversation)
  const decided = bed.clock.now().toISOString()
  const hidden = await bed.decide({ ...place, act: 'hide' })
  bed.clock.forward(60_000)
  const rows = async (measure: string) => {
    const input = { measure, account: 'a', span: 'weeks13' as const, after: 0 }
    const page = value(await rowsBehind(bed, bed.danny, input))
    return page.rows.map(({ id, at, kind, conversationId }) => ({ id, at, kind, conversationId }))
  }
  const conversationId = place.conversation
  expect(await rows('M10')).toEqual([{ id: conversationId, at: asked, kind: null, conversationId }])
  expect(await rows('M28')).toEqual([{ id: hidden, at: decided, kind: 'hide', conversationId }])
  // What is read from the register has no rows.
  expect(await rows('M29')).toEqual([])
})
