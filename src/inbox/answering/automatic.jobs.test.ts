import { expect, test } from 'vitest'
import { sayAsPublic } from '../../networks/practice/practice.commands.ts'
import { workOnce } from '../../posting/delivery/deliver.jobs.ts'
import { paces } from '../../posting/delivery/pace.ts'
import { value } from '../../posting/posting.testbed.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { ordinaryLines } from '../duty/unmonitored.ts'
import { openDesk } from '../inbox.testbed.ts'
import { listenerOf, listenOnce } from '../listening/listen.jobs.ts'
import { settleAnswers } from './answer.jobs.ts'
import { sayThatNobodyLooks } from './automatic.jobs.ts'

test('while nobody is on duty they are told so once a day, unsigned; the question still waits', async () => {
  await using bed = await openDesk()
  const { lineOf, forget } = openLines(bed)
  const worker = { name: 'w', pace: paces.quick, lineOf, forget }
  const switched = (enabled: boolean) =>
    bed.db
      .insertInto('desk')
      .values({ force_id: bed.forceId, lines: JSON.stringify({ ...ordinaryLines, enabled }), changed_by: 'priya' })
      .onConflict((o) => o.column('force_id').doUpdateSet({ lines: JSON.stringify({ ...ordinaryLines, enabled }) }))
      .execute()
  const lines = () => bed.db.selectFrom('practice_record').selectAll().where('account_id', '=', 'westport').execute()
  value(
    await sayAsPublic(bed, bed.as('danny'), () => true, {
      accountId: 'westport',
      name: 'Bethan',
      text: 'Is anyone there?',
      direct: false,
    }),
  )
  bed.clock.forward(60_000)
  await listenOnce(bed, listenerOf(bed, lineOf))
  await switched(false)
  await sayThatNobodyLooks(bed)
  await workOnce(bed, worker)
  expect(await lines()).toEqual([])

  await switched(true)
  await sayThatNobodyLooks(bed)
  await sayThatNobodyLooks(bed)
  await workOnce(bed, worker)
  await settleAnswers(bed)
  const [said, ...more] = await lines()
  expect(more).toEqual([])
  const theirs = await bed.db.selectFrom('practice_record').selectAll().where('name', '=', 'Bethan').executeTakeFirst()
  expect(said).toMatchObject({ text: ordinaryLines.words.en, reply_to: theirs?.id })
  const row = await bed.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ first_reply_at: null, draft_post_id: null, last_from: 'public' })
  expect(row.waiting_since).not.toBeNull()
})

test('with somebody on duty in the hours of cover nothing goes out by itself', async () => {
  await using bed = await openDesk()
  const now = bed.clock.now()
  await bed.says('Is anyone there?')
  await bed.db
    .insertInto('desk')
    .values({ force_id: bed.forceId, lines: JSON.stringify({ ...ordinaryLines, enabled: true }), changed_by: 'priya' })
    .execute()
  await bed.db
    .insertInto('duty')
    .values({
      force_id: bed.forceId,
      id: 'd',
      person_id: 'danny',
      kind: 'desk',
      from_at: new Date(now.getTime() - 3_600_000),
      until_at: new Date(now.getTime() + 3_600_000),
      made_by: 'priya',
      made_at: now,
    })
    .execute()
  await sayThatNobodyLooks(bed)
  expect(await bed.db.selectFrom('post').select('id').execute()).toEqual([])
})
