import { expect, test } from 'vitest'
import { approvePost } from '../../posting/approval/approval.commands.ts'
import { openPosting, plainWords, value } from '../../posting/posting.testbed.ts'
import { activityOf, activityOfAll } from './activity.queries.ts'

test('an account’s voices: weekly bars, shares, who is quiet and what was last said', async () => {
  await using bed = await openPosting()
  const speak = async (name: 'leah' | 'tom', at: string) => {
    bed.clock.set(at)
    const asked = await bed.asked(name)
    value(await approvePost(bed, bed.as('ffion'), { ...asked, reason: '' }))
    await bed.db
      .updateTable('delivery')
      .set({ state: 'sent', sent_at: bed.clock.now() })
      .where('post_id', '=', asked.id)
      .execute()
  }
  for (const at of ['2026-08-03T09:00:00Z', '2026-08-31T09:00:00Z', '2026-09-01T09:00:00Z', '2026-09-07T08:00:00Z'])
    await speak('leah', at)
  await speak('tom', '2026-08-05T09:00:00Z')
  bed.clock.set('2026-09-07T09:00:00Z')
  const activity = value(await activityOf(bed.db, bed.forceId, 'westport', bed.clock.now()))
  expect(activity.weeks).toHaveLength(13)
  expect(activity.bars).toEqual([0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 1])
  expect(activity.voices.slice(0, 2)).toMatchObject([
    { person: { id: 'leah' }, mark: 'PC LC', all: 4, share: 0.8, bars: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 1] },
    { person: { id: 'tom' }, all: 1 },
  ])
  expect(activity.balance.oneOverHalf).toBe('leah')
  expect(activity.balance.quiet.sort()).toEqual(['ffion', 'nadia', 'tom'])
  expect(activity.last[0]).toMatchObject({
    at: '2026-09-07T08:00:00.000Z',
    text: `PC LC: ${plainWords}`,
    person: { id: 'leah' },
  })
  const none = await activityOf(bed.db, bed.forceId, 'none', bed.clock.now())
  expect(none.ok ? null : none.refusal.id).toBe('notFound')
})

test('what only the archive knows counts too: its signature tells who spoke, a reshare is nobody’s, and what went out from here is not told twice', async () => {
  await using bed = await openPosting()
  const now = bed.clock.now()
  const row = (id: string, change: Record<string, unknown>) => ({
    force_id: bed.forceId,
    account_id: 'westport',
    external_id: id,
    said_at: new Date(now.getTime() - 86_400_000),
    kind: 'original',
    words: 'PC LC: The gate is mended.',
    pictures: 0,
    videos: 0,
    cut: false,
    edited: false,
    seen_at: now,
    source: 'import',
    ...change,
  })
  await bed.db
    .insertInto('published')
    .values([
      row('1', {}),
      row('2', { words: 'Nobody signed this.' }),
      row('3', { kind: 'reshare' }),
      row('4', { post_id: 'one of ours' }),
      row('5', { gone_at: now }),
      row('6', { said_at: new Date('2026-03-01T09:00:00Z') }),
    ])
    .execute()
  const activity = value(await activityOf(bed.db, bed.forceId, 'westport', now))
  expect(activity.all).toBe(2)
  expect(activity.voices.find((v) => v.person.id === 'leah')).toMatchObject({ all: 1, share: 1 })
  expect(activity.last.map((l) => [l.id, l.person?.id ?? null, l.postId])).toEqual([
    ['1', 'leah', null],
    ['2', null, null],
    ['6', 'leah', null],
  ])
  const { accounts } = await activityOfAll(bed.db, bed.forceId, now)
  const [westport] = accounts.filter((a) => a.accountId === 'westport')
  expect([westport?.bars.reduce((a, b) => a + b), westport?.reshares.reduce((a, b) => a + b)]).toEqual([2, 1])
  expect(westport?.lastAt).toBe(new Date(now.getTime() - 86_400_000).toISOString())
})
