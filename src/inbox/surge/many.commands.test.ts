import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { value } from '../../posting/posting.testbed.ts'
import { lookFirst } from '../conversation.ts'
import { closeBatch } from './decide.commands.ts'
import { answersOf, openSurge, resultsOf, rumour } from './surge.testbed.ts'

test('200 who say nearly the same, three odd ones, one in danger and one to look at first: one batch, 200 answers, each its own post; then closed once seen as sent', async () => {
  await using bed = await openSurge()
  const same = await bed.rumours(200)
  const odd = [
    await bed.says('When does the front counter at Westport open on Sunday?', { from: 'Odd One' }),
    await bed.says('Thank you PC Corrigan for finding my bike', { from: 'Odd Two' }),
    await bed.says('The lights on Mill Lane are broken again', { from: 'Odd Three' }),
  ]
  const danger = await bed.says(rumour, { from: 'In Danger', danger: true })
  const look = await bed.says(rumour, { from: 'Perhaps In Danger' })
  await bed.db.updateTable('conversation').set({ rank: lookFirst }).where('id', '=', look).execute()
  const { group } = await bed.inMode()
  const batch = await bed.toMany(group)
  const rows = await answersOf(bed)
  expect(rows).toHaveLength(200)
  expect(new Set(rows.map((r) => r.conversation_id))).toEqual(new Set(same))
  expect(new Set(rows.map((r) => r.post_id)).size).toBe(200)
  const { n } = await bed.db
    .selectFrom('delivery')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('answering', 'is not', null)
    .executeTakeFirstOrThrow()
  expect(n).toBe(200)
  for (const id of [...odd, danger, look])
    expect(await bed.conversation(id)).toMatchObject({ holder_id: null, draft_post_id: null, stage: 'open' })
  expect(await resultsOf(bed, batch)).toMatchObject({ taken: 200, onTheWay: 200, sent: 0, leftOut: 2 })
  expect(value(await closeBatch(bed, bed.as('ffion'), { id: batch }))).toMatchObject({ done: 0 })

  await bed.send(batch)
  expect(await resultsOf(bed, batch)).toMatchObject({ taken: 200, onTheWay: 0, sent: 200 })
  // One of them says something new: that one stays open.
  const [again = ''] = same
  await bed.db.updateTable('conversation').set({ waiting_since: bed.clock.now() }).where('id', '=', again).execute()
  const first = value(await closeBatch(bed, bed.as('ffion'), { id: batch }))
  expect(first).toEqual({ done: 100, changed: 1, left: [], more: true })
  expect(value(await closeBatch(bed, bed.as('ffion'), { id: batch }))).toMatchObject({ done: 99, more: false })
  expect(await bed.conversation(again)).toMatchObject({ stage: 'open' })
  expect(await bed.conversation(same[1] ?? '')).toMatchObject({ stage: 'closed' })
  expect(await bed.conversation(danger)).toMatchObject({ stage: 'open', rank: 0 })
  const outcomes = await bed.db.selectFrom('outcome').select('kind').distinct().execute()
  expect(outcomes).toEqual([{ kind: 'answered' }])
}, 180_000)
