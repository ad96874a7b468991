import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { factsAbout } from '../../audit/audit.queries.ts'
import { type DeskBed, openDesk } from '../../inbox/inbox.testbed.ts'
import { refused, value } from '../../posting/posting.testbed.ts'
import { begin } from '../carrying/carrying.testbed.ts'
import { lossOf } from './loss.ts'
import { changePlan, deletePlan, savePlan } from './plan.commands.ts'
import { comparison, planFacts, planOfRound, plans } from './plan.queries.ts'
import { talkBehind } from './talk.queries.ts'

const goes = (...ids: string[]) => ids.map((accountId) => ({ accountId, intoAccountId: null as string | null }))
const save = (bed: DeskBed, accounts: ReturnType<typeof goes>, name = 'Autumn') =>
  savePlan(bed, bed.as('carol'), { name, roundId: null, accounts })

const measured = (bed: DeskBed, account_id: string, measure: string, top: number, of_count: number) =>
  bed.db
    .insertInto('measured')
    .values({
      force_id: bed.forceId,
      span: 'weeks13',
      measure,
      account_id,
      version: 1,
      figure: top / of_count,
      top,
      of_count,
      left_out: '{}',
      more: '{}',
      look: false,
    })
    .execute()

test('a plan is saved, changed and refused in plain words', async () => {
  await using bed = await openDesk()
  const leah = { name: 'Autumn', roundId: null, accounts: [] }
  expect(refused(await savePlan(bed, bed.as('leah'), leah))).toBe('mayNotPlan')
  expect(refused(await savePlan(bed, bed.as('carol'), { ...leah, roundId: 'another force’s' }))).toBe('noRound')
  expect(refused(await save(bed, goes('nowhere')))).toBe('notPlannable')
  const joins = [{ accountId: 'westport', intoAccountId: 'chiefs' }]
  expect(refused(await save(bed, [...joins, ...goes('chiefs')]))).toBe('joinsWhatGoes')
  expect(refused(await save(bed, [{ accountId: 'westport', intoAccountId: 'westport' }]))).toBe('joinsWhatGoes')
  const { id, version } = value(await save(bed, [...joins, ...goes('westport')]))
  const change = (over: object, who: Parameters<DeskBed['as']>[0] = 'priya') =>
    changePlan(bed, bed.as(who), { id, version, name: 'Winter', accounts: goes('eastby'), ...over })
  expect(refused(await change({}, 'leah'))).toBe('mayNotPlan')
  expect(refused(await change({ id: 'none' }))).toBe('noPlan')
  expect(refused(await change({ accounts: goes('nowhere') }))).toBe('notPlannable')
  expect(refused(await change({ accounts: [{ accountId: 'eastby', intoAccountId: 'gone' }] }))).toBe('joinsWhatGoes')
  value(await change({}))
  expect(refused(await change({}))).toBe('planChanged')
  expect((await plans(bed.db, bed.as('leah'))).mayPlan).toBe(false)
  expect((await plans(bed.db, bed.as('carol'))).plans).toMatchObject([
    { id, name: 'Winter', version: 2, by: { name: 'Carol Dunne' }, accounts: goes('eastby') },
  ])
  const facts = await factsAbout(bed.db, bed.forceId, [`plan:${id}`])
  expect(facts.map((f) => f.kind)).toEqual(['plan.saved', 'plan.changed'])
})

test('a plan is deleted by whoever saved it or communications, and stays while something points to it', async () => {
  await using bed = await openDesk()
  const { id } = value(await save(bed, goes('westport', 'eastby')))
  const remove = (who: Parameters<DeskBed['as']>[0], which = id) => deletePlan(bed, bed.as(who), which)
  expect(refused(await remove('priya', 'none'))).toBe('noPlan')
  expect(refused(await remove('leah'))).toBe('mayNotDeletePlan')
  await sql`create table pointing (force_id text, plan_id text, foreign key (force_id, plan_id) references review_plan)`.execute(
    bed.db,
  )
  await sql`insert into pointing values (${bed.forceId}, ${id})`.execute(bed.db)
  expect(refused(await remove('carol'))).toBe('planPointedAt')
  const found = async (who: Parameters<DeskBed['as']>[0]) => (await plans(bed.db, bed.as(who))).plans
  expect(await found('carol')).toMatchObject([{ accounts: [{}, {}], mayDelete: true }])
  expect(await found('leah')).toMatchObject([{ mayDelete: false }])
  await sql`drop table pointing`.execute(bed.db)
  value(await remove('carol'))
  expect(await found('carol')).toEqual([])
  const facts = await factsAbout(bed.db, bed.forceId, [`plan:${id}`])
  expect(facts.map((f) => f.kind)).toEqual(['plan.saved', 'plan.deleted'])
  const other = value(await save(bed, goes('westport'))).id
  value(await remove('priya', other))
})

test('what an account has is read from followers, desk, measures, signatures and register', async () => {
  await using bed = await openDesk()
  const count = { force_id: bed.forceId, account_id: 'westport', source: 'network' as const }
  await bed.db
    .insertInto('account_count')
    .values([
      { ...count, at: new Date('2026-09-01T00:00:00Z'), followers: 1300 },
      { ...count, at: new Date('2026-09-05T00:00:00Z'), followers: 1370 },
      { ...count, at: new Date('2026-09-06T00:00:00Z'), posts: 4 },
    ])
    .execute()
  for (const [words, how] of [
    ['When is the surgery?', { ago: 60 }],
    ['Thank you', { ago: 120 }],
    ['Not for everybody', { ago: 120, kind: 'direct' }],
    ['Long ago', { ago: 60 * 24 * 92 }],
  ] as const)
    await bed.says(words, how)
  await measured(bed, 'westport', 'M04', 30, 40)
  await measured(bed, 'westport', 'M07', 12, 40)
  await measured(bed, 'westport', 'M08', 5, 9)
  await bed.db
    .insertInto('account_objective')
    .values({ force_id: bed.forceId, account_id: 'westport', objective_id: 'parking' })
    .execute()
  const facts = await planFacts(bed, bed.forceId)
  const of = (id: string) => facts.accounts.find((a) => a.id === id)
  expect(of('westport')).toMatchObject({
    followers: 1370,
    conversations: 2,
    answered: 5,
    replies: 12,
    own: 30,
    reshares: 10,
    area: 'Westport',
    objectives: ['parking'],
  })
  // The figure opens onto its rows.
  const behind = value(await talkBehind(bed, bed.as('priya'), 'westport'))
  expect(behind).toMatchObject({ mayRead: true, conversations: [{ open: true }, { open: true }] })
  expect(value(await talkBehind(bed, bed.as('leah'), 'westport')).mayRead).toBe(false)
  expect(refused(await talkBehind(bed, bed.as('priya'), 'nowhere'))).toBe('noAccount')
  expect(of('westport')?.voices.toSorted()).toEqual(['ffion', 'leah', 'nadia', 'tom'])
  // Nobody signs on an account that is somebody's own: whoever writes there is its voice.
  await bed.db.updateTable('account').set({ class: 'individual' }).where('id', '=', 'eastby').execute()
  await bed.db.deleteFrom('signature').where('account_id', '=', 'eastby').execute()
  const writes = { account_id: 'eastby', person_id: 'leah', id: 'w', force_id: bed.forceId, from_at: new Date(0) }
  await bed.db.deleteFrom('contributor').where('account_id', '=', 'eastby').execute()
  await bed.db.insertInto('contributor').values(writes).execute()
  expect((await planFacts(bed, bed.forceId)).accounts.find((a) => a.id === 'eastby')?.voices).toEqual(['leah'])
  // Nothing was ever heard or imported of it: not known, and not nought.
  expect(of('chiefs')).toMatchObject({
    followers: null,
    conversations: null,
    answered: null,
    own: null,
    reshares: null,
  })
  expect(facts.people).toContainEqual({ id: 'leah', name: 'PC Leah Corrigan' })
  const loss = lossOf(facts.accounts, goes('westport'), { voicesSign: true })
  expect(loss.voices.lost.toSorted()).toEqual(['ffion', 'tom'])
  expect(loss.objectives).toEqual(['parking'])
  expect(loss.amounts.followers.share).toBe(1)
  await bed.db.updateTable('account').set({ status: 'closed' }).where('id', '=', 'westport').execute()
  expect((await planFacts(bed, bed.forceId)).accounts.map((a) => a.id)).toEqual(['eastby', 'chiefs'])
})

test('an account that is being closed is told as leaving, and nothing is planned to join it', async () => {
  await using bed = await openDesk()
  value(await begin(bed))
  const { accounts } = await planFacts(bed, bed.forceId)
  const leaving = (id: string) => accounts.find((a) => a.id === id)?.leaving
  expect([leaving('westport'), leaving('eastby')]).toEqual([{ intoAccountId: 'chiefs' }, null])
  expect(refused(await save(bed, [{ accountId: 'eastby', intoAccountId: 'westport' }]))).toBe('joinsWhatGoes')
  value(await save(bed, goes('westport', 'eastby')))
})

test('who follows which accounts comes with the facts where it was read, and the sheet says what is counted', async () => {
  await using bed = await openDesk()
  expect((await planFacts(bed, bed.forceId)).read).toEqual([])
  const { network } = await bed.db
    .selectFrom('account')
    .select('network')
    .where('id', '=', 'westport')
    .executeTakeFirstOrThrow()
  const of = { force_id: bed.forceId, network }
  const at = new Date('2026-09-01T08:00:00Z')
  await bed.db
    .insertInto('follower_reading')
    .values({ ...of, next_at: at, read_at: at })
    .execute()
  const account = { ...of, n: 0, account_id: 'westport', followers: 90, whole: true }
  await bed.db
    .insertInto('follower_read')
    .values([account, { ...account, n: 1, account_id: 'chiefs', whole: false }])
    .execute()
  await bed.db
    .insertInto('follower_pattern')
    .values({ ...of, n: 0, accounts: [0], people: 90 })
    .execute()
  const [read] = (await planFacts(bed, bed.forceId)).read
  expect(read).toMatchObject({ at: at.toISOString(), accounts: [{ id: 'westport', n: 0 }], patterns: [[90, 0]] })
  expect(read?.unread).toContain('chiefs')
  const one = value(await save(bed, goes('westport'), 'One')).id
  const two = value(await save(bed, goes('westport', 'eastby'), 'Two')).id
  const rows = value(await comparison(bed, bed.as('leah'), [one, two]))
  expect(rows).toContainEqual(['followers of only these: counted on', '2026-09-01', 'estimate'])
  expect(rows).toContainEqual(['followers of only these', '90', ''])
})

test('one to four plans stand side by side in a sheet', async () => {
  await using bed = await openDesk()
  const one = value(await save(bed, goes('westport'), 'One')).id
  const two = value(await save(bed, goes('westport', 'eastby'), 'Two')).id
  const compare = (...ids: string[]) => comparison(bed, bed.as('leah'), ids)
  for (const ids of [[], [one, two, one, two, one]]) expect(refused(await compare(...ids))).toBe('fourAtMost')
  expect(refused(await compare(one, 'none'))).toBe('noPlan')
  const rows = value(await compare(one, two))
  expect(rows[0]).toEqual(['what', 'One', 'Two'])
  expect(rows).toContainEqual(['accounts that go', '1', '2'])
  expect(rows.slice(-2).map(([, ...becomes]) => becomes)).toEqual([
    ['stays', 'ends'],
    ['ends', 'ends'],
  ])
  const joining = value(await save(bed, [{ accountId: 'westport', intoAccountId: 'chiefs' }], 'Three')).id
  expect(value(await compare(joining)).at(-1)?.[1]).toMatch(/^joins /)
  expect(new Set(rows.map((r) => r.length))).toEqual(new Set([3]))
})

test('a round amounts to a plan: what was decided, else what is recommended', async () => {
  await using bed = await openDesk()
  expect(refused(await planOfRound(bed.db, bed.forceId, 'none'))).toBe('noRound')
  const at = bed.clock.now()
  const dates = { from_at: at, until_at: at, counted_at: at, frozen_at: at }
  const round = { ...dates, force_id: bed.forceId, id: 'r', name: 'Autumn', criteria_version: 0, criteria: '{}' }
  await bed.db
    .insertInto('review_round')
    .values({ ...round, begun_by: 'priya' })
    .execute()
  const review = (account_id: string, place: number) => ({
    force_id: bed.forceId,
    id: account_id,
    round_id: 'r',
    place,
    account_id,
    name: account_id,
    handle: account_id,
    network: 'practice',
    scorecard: '{"subject":"ours"}',
    reasons: '[]',
  })
  await bed.db
    .insertInto('review')
    .values([
      { ...review('westport', 1), recommendation: 'merge', recommended_into: 'chiefs', outcome: 'close' },
      { ...review('eastby', 2), recommendation: 'merge', recommended_into: 'chiefs' },
      { ...review('chiefs', 3), recommendation: 'merge', recommended_into: 'eastby', outcome: 'keep' },
    ])
    .execute()
  const outside = { ...review('chiefs', 4), id: 'outside', scorecard: '{"subject":"unofficial"}' }
  await bed.db
    .insertInto('review')
    .values({ ...outside, recommendation: 'close' })
    .execute()
  expect(value(await planOfRound(bed.db, bed.forceId, 'r'))).toEqual({
    name: 'Autumn',
    accounts: expect.arrayContaining([
      { accountId: 'westport', intoAccountId: null },
      { accountId: 'eastby', intoAccountId: 'chiefs' },
    ]),
    decided: 2,
    open: 1,
  })
})
