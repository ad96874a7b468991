import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { value } from '../posting/posting.testbed.ts'
import { handOver, look, take } from './conversation.commands.ts'
import { readerOf } from './desk.queries.ts'
import { deskCounts, queue } from './inbox.contract.ts'
import { closing, type DeskBed, type DeskName, openDesk } from './inbox.testbed.ts'
import { close } from './outcome.commands.ts'
import { countsAtDesk, figuresIn, queueFor } from './queue.queries.ts'

const see = async (bed: DeskBed, who: DeskName, asked: object = {}) =>
  queue.output.parse(await queueFor(bed.db, bed.as(who), bed.clock.now(), queue.input.parse(asked)))
const wordsOf = async (bed: DeskBed, who: DeskName, asked: object = {}) =>
  (await see(bed, who, asked)).rows.map((r) => r.words)

test('by risk, then by clock; figures of everything', async () => {
  await using bed = await openDesk()
  await bed.says('thanks all', { category: 'comment', ago: 50 })
  await bed.says('is it shut', { ago: 5 })
  await bed.says('is it open', { ago: 30 })
  await bed.says('car on fire', { category: 'callForService', ago: 6 })
  await bed.says('shes gone out with no coat', { category: 'question', danger: true, ago: 1 })
  const page = await see(bed, 'danny')
  expect(page.rows.map((r) => r.words)).toEqual([
    'shes gone out with no coat',
    'car on fire',
    'is it open',
    'is it shut',
    'thanks all',
  ])
  expect(page).toMatchObject({ waiting: 5, inDanger: 1, mine: 0, nobodys: 5, overdue: 0, mayWork: true, mayRead: true })
  expect(page.byCategory.filter((c) => c.waiting > 0)).toEqual([
    { category: 'callForService', waiting: 1 },
    { category: 'question', waiting: 3 },
    { category: 'comment', waiting: 1 },
  ])
  expect(page.rows[1]).toMatchObject({
    from: 'Bethan Rees',
    danger: false,
    decided: false,
    clock: { kind: 'firstLook', endsAt: '2026-09-07T09:09:00.000Z', state: 'running', stoppedAt: null, limit: false },
    holder: null,
    heardLate: 0,
  })
})

test('mine, nobody’s, one account, one category, closed', async () => {
  await using bed = await openDesk()
  const a = await bed.says('a')
  const b = await bed.says('b', { account: 'chiefs' })
  const c = await bed.says('c', { category: 'media' })
  value(await take(bed, bed.as('danny'), { id: a, over: null }))
  value(await take(bed, bed.as('sian'), { id: b, over: null }))
  expect(await wordsOf(bed, 'danny', { show: 'mine' })).toEqual(['a'])
  expect(await wordsOf(bed, 'danny', { show: 'nobodys' })).toEqual(['c'])
  expect(await wordsOf(bed, 'danny', { account: 'chiefs' })).toEqual(['b'])
  expect(await wordsOf(bed, 'danny', { category: 'media' })).toEqual(['c'])
  const [row] = (await see(bed, 'danny', { account: 'chiefs' })).rows
  expect(row?.holder).toMatchObject({ person: { name: 'Siân Pryor' }, you: false })
  expect(await see(bed, 'danny')).toMatchObject({ waiting: 3, mine: 1, nobodys: 1 })
  bed.clock.forward(31 * 60_000)
  expect(await see(bed, 'danny')).toMatchObject({ mine: 0, nobodys: 3 })
  value(await close(bed, bed.as('danny'), await closing(bed, c, 'noAnswerNeeded', { reason: 'Told by phone' })))
  expect(await see(bed, 'danny')).toMatchObject({ waiting: 2 })
  expect(await wordsOf(bed, 'danny', { show: 'closed' })).toEqual(['c'])
})

test('pages follow on without a gap or a double, whatever has no clock', async () => {
  await using bed = await openDesk()
  for (let n = 0; n < 23; n += 1) {
    bed.clock.forward(1000)
    await bed.says(`m${n}`, { category: n % 3 === 0 ? 'comment' : 'question', ago: n % 5 })
  }
  await bed.db.updateTable('conversation').set({ due_at: null }).where('category', '=', 'comment').execute()
  const whole = await wordsOf(bed, 'danny')
  expect(new Set(whole).size).toBe(23)
  for (const show of ['all', 'closed'] as const) {
    const seen: (string | null)[] = []
    let after: string | undefined
    do {
      const page = await see(bed, 'danny', { show, most: 4, ...(after ? { after } : {}) })
      seen.push(...page.rows.map((r) => r.words))
      after = page.next ?? undefined
    } while (after)
    expect([...seen].sort()).toEqual([...whole].sort())
    if (show === 'all') expect(seen).toEqual(whole)
    await bed.db
      .updateTable('conversation')
      .set((e) => ({ stage: 'closed', stage_since: e.ref('opened_at') }))
      .execute()
  }
  for (const after of ['', 'x', '_', '1_2_3', `9_${'x'.repeat(100)}_y`, '1e9__y', '-5__'])
    await see(bed, 'danny', { after })
})

test('restricted words leave for nobody in the queue, and neither does who said them', async () => {
  await using bed = await openDesk()
  await bed.says('blue garage', { category: 'intelligence', from: 'Somebody Known' })
  for (const who of ['danny', 'nadia', 'gwen', 'leah'] as const) {
    const page = await see(bed, who)
    expect(page.rows).toHaveLength(1)
    expect(JSON.stringify(page)).not.toMatch(/garage|Somebody|known/)
  }
})

test('a contributor sees their accounts; a reviewer sees figures and no words', async () => {
  await using bed = await openDesk()
  await bed.says('hello westport')
  await bed.says('hello chiefs', { account: 'chiefs' })
  const own = await see(bed, 'leah')
  expect(own.rows.map((r) => r.words)).toEqual(['hello westport'])
  expect(own).toMatchObject({ waiting: 1, mayWork: true })
  expect(await see(bed, 'leah', { account: 'chiefs' })).toMatchObject({ rows: [] })
  const reader = await see(bed, 'rhys')
  expect(reader).toMatchObject({ waiting: 2, rows: [], mayRead: false, mayWork: false })
  expect((await countsAtDesk(bed.db, bed.as('rhys'), bed.clock.now())).first).toEqual([])
  expect(await see(bed, 'pat')).toMatchObject({ waiting: 2, mayRead: true, mayWork: false })
})

test('what needs somebody first: danger, then what is over its clock', async () => {
  await using bed = await openDesk()
  await bed.says('in time')
  await bed.says('late', { ago: 200 })
  await bed.says('danger', { danger: true })
  const counts = deskCounts.output.parse(await countsAtDesk(bed.db, bed.as('danny'), bed.clock.now()))
  expect(counts).toMatchObject({ waiting: 3, inDanger: 1, overdue: 1, mine: 0, notHeard: 0 })
  expect(counts.first.map((r) => r.words)).toEqual(['danger', 'late'])
})

test('heard late is said, and the clock began with the words', async () => {
  await using bed = await openDesk()
  await bed.says('are you there', { ago: 300, heardAgo: 2 })
  const [row] = (await see(bed, 'danny')).rows
  expect(row).toMatchObject({ heardLate: 298, clock: { startedAt: '2026-09-07T04:00:00.000Z', state: 'over' } })
})

test('accounts that we do not hear, or not in full, are named', async () => {
  await using bed = await openDesk()
  const behind = {
    force_id: bed.forceId,
    account_id: 'eastby',
    next_at: bed.clock.now(),
    behind_since: bed.clock.now(),
  }
  await bed.db
    .insertInto('listening')
    .values({ ...behind, state: 'ended', words: 'Its keys have ended.' })
    .execute()
  expect((await see(bed, 'danny')).notHeard).toMatchObject([
    { account: { id: 'eastby' }, since: bed.clock.now().toISOString(), inPart: false, words: 'Its keys have ended.' },
  ])
  expect((await see(bed, 'theo')).notHeard).toEqual([])
  const counted = async () => (await countsAtDesk(bed.db, bed.as('danny'), bed.clock.now())).notHeard
  expect(await counted()).toBe(1)
  const part = { state: 'hearing' as const, behind_since: null, missing: 'Private messages are not heard.' }
  await bed.db.updateTable('listening').set(part).execute()
  expect((await see(bed, 'danny')).notHeard).toMatchObject([
    { account: { id: 'eastby' }, since: null, inPart: true, words: 'Private messages are not heard.' },
  ])
  expect(await counted()).toBe(0)
})

test('near-identical ones in a surge say how many others', async () => {
  await using bed = await openDesk()
  const id = await bed.says('is it true about the bridge')
  const force_id = bed.forceId
  const at = bed.clock.now()
  await bed.db.insertInto('surge').values({ force_id, id: 's', began_at: at, noticed_at: at, why: '{}' }).execute()
  await bed.db
    .insertInto('surge_group')
    .values({ force_id, id: 'g', surge_id: 's', keys: ['k'], sample: 'x', size: 41 })
    .execute()
  await bed.db.insertInto('surge_member').values({ force_id, group_id: 'g', conversation_id: id }).execute()
  await bed.db.updateTable('conversation').set({ surge_id: 's' }).execute()
  expect((await see(bed, 'danny')).rows[0]?.alike).toBe(40)
})

test('offers and hand-overs are shown', async () => {
  await using bed = await openDesk()
  const id = await bed.says('is leah there')
  const offered_until = new Date(bed.clock.now().getTime() + 60_000)
  await bed.db.updateTable('conversation').set({ offered_to_id: 'leah', offered_until }).execute()
  expect((await see(bed, 'danny')).rows[0]?.offeredTo).toMatchObject({ name: 'Leah Corrigan' })
  value(await look(bed, bed.as('danny'), { id }))
  value(await handOver(bed, bed.as('danny'), { id, to: 'tom', words: '' }))
  expect((await see(bed, 'tom', { show: 'mine' })).rows[0]).toMatchObject({ offeredTo: null, holder: { you: true } })
})

test('figures are counted from indexes alone, however many conversations are closed', async () => {
  await using bed = await openDesk()
  await bed.says('is it open')
  await sql`vacuum analyze conversation`.execute(bed.db)
  const asking = bed.as('danny')
  const reader = await readerOf(bed.db, asking, bed.clock.now())
  const plan = await bed.db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    await sql`set local enable_bitmapscan = off`.execute(tx)
    return sql<Record<'QUERY PLAN', string>>`explain ${figuresIn(asking, reader, bed.clock.now())}`.execute(tx)
  })
  const scans = plan.rows.map((r) => r['QUERY PLAN']).filter((line) => line.includes('Scan'))
  expect(scans).toEqual([
    expect.stringContaining('Index Only Scan using conversation_before'),
    expect.stringContaining('Index Only Scan using conversation_counts'),
  ])
})
