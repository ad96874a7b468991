import { expect, test } from 'vitest'
import { sayAsPublic } from '../../networks/practice/practice.commands.ts'
import { workOnce } from '../../posting/delivery/deliver.jobs.ts'
import { paces } from '../../posting/delivery/pace.ts'
import { value } from '../../posting/posting.testbed.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { ordinaryLines } from '../duty/unmonitored.ts'
import { type DeskBed, openDesk } from '../inbox.testbed.ts'
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
      text: 'When do you open?',
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

const minute = 60_000

const switchOn = (bed: DeskBed) =>
  bed.db
    .insertInto('desk')
    .values({ force_id: bed.forceId, lines: JSON.stringify({ ...ordinaryLines, enabled: true }), changed_by: 'priya' })
    .execute()

/** Danny is at the desk from so many minutes after now, for so many. */
const onDuty = (bed: DeskBed, from: number, minutes: number) => {
  const now = bed.clock.now()
  const at = (after: number) => new Date(now.getTime() + after * minute)
  const duty = { force_id: bed.forceId, id: `d${now.getTime()}`, person_id: 'danny', kind: 'desk' as const }
  return bed.db
    .insertInto('duty')
    .values({ ...duty, from_at: at(from), until_at: at(from + minutes), made_by: 'priya', made_at: now })
    .execute()
}

const lines = (bed: DeskBed) => bed.db.selectFrom('answer').selectAll().where('automatic', '=', true).execute()
const deliveries = async (bed: DeskBed) =>
  (await bed.db.selectFrom('delivery').select('state').orderBy('id').execute()).map((d) => d.state)
const writes = (bed: DeskBed, id: string) =>
  bed.db.updateTable('conversation').set({ last_said_at: bed.clock.now() }).where('id', '=', id).execute()

test('no line where a person has seen danger, to an account of our own, or in private where nothing can be sent', async () => {
  await using bed = await openDesk()
  await switchOn(bed)
  const seen = await bed.says('I cannot go on', { danger: true })
  await bed.db.updateTable('conversation').set({ first_look_at: bed.clock.now() }).where('id', '=', seen).execute()
  await bed.says('See our page', { account: 'eastby', from: 'EastbyPolice' })
  await bed.says('Hello', { network: 'mastodon', kind: 'direct', from: 'Dan' })
  await sayThatNobodyLooks(bed)
  expect(await lines(bed)).toEqual([])
  const other = await bed.says('Is anyone there?', { account: 'eastby' })
  const unseen = await bed.says('I cannot go on', { category: 'threatOrVulnerable', from: 'Cadi' })
  await sayThatNobodyLooks(bed)
  expect((await lines(bed)).map((l) => l.conversation_id).sort()).toEqual([other, unseen].sort())
})

test('while nobody looks it is said once, also when that is days; after somebody has looked, once more', async () => {
  await using bed = await openDesk()
  await switchOn(bed)
  const id = await bed.says('Is anyone there?')
  await sayThatNobodyLooks(bed)
  bed.clock.forward(30 * 60 * minute)
  await writes(bed, id)
  await sayThatNobodyLooks(bed)
  expect(await lines(bed)).toHaveLength(1)
  await onDuty(bed, 0, 60)
  bed.clock.forward(120 * minute)
  await writes(bed, id)
  await sayThatNobodyLooks(bed)
  expect(await lines(bed)).toHaveLength(2)
})

test('a line that is not out when somebody looks again does not go out, and rings no alarm', async () => {
  await using bed = await openDesk()
  const { lineOf, forget } = openLines(bed)
  const send = () => workOnce(bed, { name: 'w', pace: paces.quick, lineOf, forget })
  await switchOn(bed)
  await bed.says('Is anyone there?')
  await sayThatNobodyLooks(bed)
  await onDuty(bed, 0, 5)
  await sayThatNobodyLooks(bed)
  expect(await deliveries(bed)).toEqual(['withdrawn'])

  // Somebody is to look in ten minutes, and the worker comes back after that.
  bed.clock.forward(20 * minute)
  await onDuty(bed, 10, 60)
  await bed.says('And now?', { from: 'Cadi' })
  await sayThatNobodyLooks(bed)
  expect(await deliveries(bed)).toEqual(['withdrawn', 'waiting'])
  bed.clock.forward(11 * minute)
  await send()
  expect(await deliveries(bed)).toEqual(['withdrawn', 'withdrawn'])
  expect(await bed.db.selectFrom('alarm').select('kind').execute()).toEqual([])
  expect(await bed.db.selectFrom('practice_record').select('id').execute()).toEqual([])
})
