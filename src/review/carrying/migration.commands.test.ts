import { expect, test } from 'vitest'
import { type DeskBed, openDesk } from '../../inbox/inbox.testbed.ts'
import { value } from '../../posting/posting.testbed.ts'
import { addContributor } from '../../register/roster/roster.commands.ts'
import { carryingPage } from './carrying.queries.ts'
import { begin, lastDay, published, tick } from './carrying.testbed.ts'
import { countMigrations } from './migration.commands.ts'

const followers = (bed: DeskBed, account_id: string, count: number) =>
  bed.db
    .insertInto('account_count')
    .values({ force_id: bed.forceId, account_id, at: bed.clock.now(), followers: count, source: 'network' })
    .execute()

const untilLast = [
  'told',
  'notice',
  'handOver',
  'migration',
  'lastPost',
  'drained',
  'archive',
  'apps',
  'keys',
  'handle',
]

test('who came along is counted at 30 and 90 days, beside what stood before', async () => {
  await using bed = await openDesk()
  await published(bed, 'westport')
  await followers(bed, 'westport', 1000)
  await followers(bed, 'chiefs', 5000)
  const begun = bed.clock.now().toISOString()
  const id = value(await begin(bed)).id
  // By the last day some have come along already: they are not what stood before.
  bed.clock.set(`${lastDay}T09:00:00Z`)
  await followers(bed, 'westport', 940)
  await followers(bed, 'chiefs', 5100)
  for (const step of [...untilLast, 'register']) value(await tick(bed, id, step))
  const counts = async () => (await carryingPage(bed, bed.as('priya'), id))?.migration
  expect(await counts()).toMatchObject([
    { day: 0, followers: 1000, intoFollowers: 5000, followersAt: begun, voices: 4, intoVoices: 2 },
    { day: 30, countedAt: null },
    { day: 90, countedAt: null },
  ])
  await countMigrations(bed)
  expect((await counts())?.[1]?.countedAt).toBeNull()
  const place = { id: 'chiefs', personId: 'leah', trusted: false, from: null, until: null, initials: null }
  value(await addContributor(bed, bed.as('priya'), place))
  // Thirty days of the calendar, at ten by the clock on the wall, which was put back meanwhile.
  bed.clock.set('2026-10-28T09:59:59Z')
  await followers(bed, 'chiefs', 5150)
  await countMigrations(bed)
  expect((await counts())?.[1]?.countedAt).toBeNull()
  bed.clock.set('2026-10-28T10:00:00Z')
  await countMigrations(bed)
  expect(await counts()).toMatchObject([
    { day: 0, followers: 1000, intoFollowers: 5000 },
    { day: 30, intoFollowers: 5150, voices: 1, intoVoices: 3 },
    { day: 90, countedAt: null },
  ])
})

test('what nobody counted since the closing is not known, and into none nobody can come along', async () => {
  await using bed = await openDesk()
  await published(bed, 'westport')
  const first = value(await begin(bed)).id
  bed.clock.set(`${lastDay}T09:00:00Z`)
  await followers(bed, 'westport', 1000)
  await followers(bed, 'chiefs', 5000)
  for (const step of [...untilLast, 'register']) value(await tick(bed, first, step))
  bed.clock.forward(31 * 86_400_000)
  await countMigrations(bed)
  expect((await carryingPage(bed, bed.as('priya'), first))?.migration).toMatchObject([
    { day: 0, followers: 1000, intoFollowers: 5000 },
    { day: 30, followers: null, intoFollowers: null, followersAt: null, voices: 0, intoVoices: 2 },
    { day: 90, countedAt: null },
  ])
  await using other = await openDesk()
  await published(other, 'westport')
  const id = value(await begin(other, { intoAccountId: null })).id
  other.clock.set(`${lastDay}T09:00:00Z`)
  for (const step of [...untilLast.filter((s) => s !== 'handOver'), 'register']) value(await tick(other, id, step))
  other.clock.forward(31 * 86_400_000)
  await countMigrations(other)
  expect((await carryingPage(other, other.as('priya'), id))?.migration).toMatchObject([
    { day: 0, voices: 4, intoVoices: null },
    { day: 30, voices: null, intoVoices: null },
    { day: 90 },
  ])
})

test('whoever writes on an account of their own is its voice, there as in the plan', async () => {
  await using bed = await openDesk()
  await published(bed, 'westport')
  await bed.db.updateTable('account').set({ class: 'individual' }).where('id', '=', 'westport').execute()
  await bed.db.deleteFrom('signature').where('account_id', '=', 'westport').execute()
  const places = bed.db.deleteFrom('contributor').where('account_id', '=', 'westport')
  await places.where('person_id', '<>', 'leah').execute()
  const id = value(await begin(bed)).id
  const page = async () => await carryingPage(bed, bed.as('priya'), id)
  expect((await page())?.live.voicesLeft).toEqual(['PC Leah Corrigan'])
  bed.clock.set(`${lastDay}T09:00:00Z`)
  for (const step of [...untilLast, 'register']) value(await tick(bed, id, step))
  expect((await page())?.migration[0]).toMatchObject({ day: 0, voices: 1 })
  const place = { id: 'chiefs', personId: 'leah', trusted: false, from: null, until: null, initials: null }
  value(await addContributor(bed, bed.as('priya'), place))
  bed.clock.forward(31 * 86_400_000)
  await countMigrations(bed)
  expect((await page())?.migration[1]).toMatchObject({ day: 30, voices: 1 })
})
