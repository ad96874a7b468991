import { expect, test } from 'vitest'
import { command } from '../../audit/audit.commands.ts'
import { factsAbout } from '../../audit/audit.queries.ts'
import { type DeskBed, openDesk } from '../../inbox/inbox.testbed.ts'
import { refused, value } from '../../posting/posting.testbed.ts'
import { moveAccount } from '../../register/register.commands.ts'
import { addContributor } from '../../register/roster/roster.commands.ts'
import { stopCarryingOut, stopCarryingOutOf } from './carrying.commands.ts'
import { ringLate } from './carrying.jobs.ts'
import { carryingOuts, carryingPage } from './carrying.queries.ts'
import { begin, lastDay, published, tick } from './carrying.testbed.ts'
import { draftGoodbye } from './goodbye.commands.ts'
import { changeStep } from './step.commands.ts'

const statusOf = async (bed: DeskBed, id: string) =>
  (await bed.db.selectFrom('account').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status
const alarms = (bed: DeskBed) =>
  bed.db.selectFrom('alarm').select(['subject', 'words', 'settled_at']).where('kind', '=', 'carryingLate').execute()

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

test('a closing begins with people, dates and owners, and moves the account on the register', async () => {
  await using bed = await openDesk()
  expect(refused(await begin(bed, {}, 'leah'))).toBe('mayNotCarryOut')
  expect(refused(await begin(bed, { accountId: 'nowhere' }))).toBe('notToClose')
  expect(refused(await begin(bed, { intoAccountId: 'westport' }))).toBe('nowhereToJoin')
  expect(refused(await begin(bed, { on: '2026-09-06' }))).toBe('dayPast')
  expect(refused(await begin(bed, { kind: 'adoption', intoAccountId: null }))).toBe('notToAdopt')
  const id = value(await begin(bed)).id
  expect(refused(await begin(bed))).toBe('carriedAlready')
  expect(await statusOf(bed, 'westport')).toBe('closing')
  expect(refused(await begin(bed, { accountId: 'eastby', intoAccountId: 'westport' }))).toBe('nowhereToJoin')
  const page = await carryingPage(bed, bed.as('priya'), id)
  expect(page).toMatchObject({ name: 'Westport Police', steps: 11, done: 0, late: 0, next: { dueOn: '2026-09-07' } })
  // Its people are sent there, so that one does not go as well.
  expect(refused(await begin(bed, { accountId: 'chiefs', intoAccountId: null }))).toBe('notToClose')
  expect(page?.list.map((s) => [s.id, s.dueOn])).toContainEqual(['notice', '2026-09-14'])
  // Whoever began it has no place there, so the words wait to be used.
  expect(page?.goodbye).toMatchObject({ pinnedPostId: null, mayDraft: false })
  const facts = await factsAbout(bed.db, bed.forceId, [`carryingOut:${id}`])
  expect(facts.map((f) => f.kind)).toEqual(['carryingOut.begun'])
})

test('the last post and the notice become drafts of whoever writes there', async () => {
  await using bed = await openDesk()
  const id = value(await begin(bed)).id
  const draft = (who: Parameters<DeskBed['as']>[0], of = id) => command(bed, bed.as(who), (c) => draftGoodbye(c, of))
  expect(refused(await draft('priya'))).toBe('mayNotWriteThere')
  expect(refused(await draft('leah', 'none'))).toBe('noCarryingOut')
  const { pinned } = value(await draft('leah'))
  const post = await bed.db.selectFrom('post').selectAll().where('id', '=', pinned).executeTakeFirstOrThrow()
  expect(post).toMatchObject({ author_id: 'leah', stage: 'draft' })
  expect(JSON.stringify(post.content)).toContain('closes on 28 September')
  expect(JSON.stringify(post.content)).toContain('@WestshireChiefs')
  // A second click gives the same two.
  expect(value(await draft('leah')).pinned).toBe(pinned)
  expect(await bed.db.selectFrom('post').select('id').where('author_id', '=', 'leah').execute()).toHaveLength(2)
  value(await stopCarryingOut(bed, bed.as('priya'), { id, reason: 'Not now' }))
  // It stays, so nobody finds a goodbye among their drafts.
  expect(await bed.db.selectFrom('post').select('stage').where('author_id', '=', 'leah').execute()).toEqual([
    { stage: 'discarded' },
    { stage: 'discarded' },
  ])
  expect(refused(await draft('leah'))).toBe('carryingOver')
})

test('whoever decides and writes there has the drafts at once', async () => {
  await using bed = await openDesk()
  const place = { id: 'westport', personId: 'priya', trusted: false, from: null, until: null, initials: null }
  value(await addContributor(bed, bed.as('carol'), place))
  await bed.db.updateTable('person').set({ trained_until: null }).where('id', '=', 'priya').execute()
  const id = value(await begin(bed)).id
  const page = await carryingPage(bed, { ...bed.as('priya'), roles: ['headOfCommunications'] }, id)
  expect(page?.goodbye?.pinnedPostId).not.toBeNull()
})

test('nothing lets the last step be done before the others, nor a step before what it needs', async () => {
  await using bed = await openDesk()
  const asked = await bed.says('When is the surgery?')
  const id = value(await begin(bed)).id
  expect(refused(await tick(bed, 'none', 'told'))).toBe('noCarryingOut')
  expect(refused(await tick(bed, id, 'tea'))).toBe('noStep')
  expect(refused(await tick(bed, id, 'told', 'leah'))).toBe('mayNotCarryOut')
  for (const step of ['register', 'notice', 'keys']) expect(refused(await tick(bed, id, step))).toBe('stepNotYet')
  for (const step of ['told', 'notice', 'handOver']) value(await tick(bed, id, step))
  expect(refused(await tick(bed, id, 'told'))).toBe('stepDone')
  expect(refused(await tick(bed, id, 'migration'))).toBe('stepNotYet')
  bed.clock.set(`${lastDay}T09:00:00Z`)
  for (const step of ['migration', 'lastPost']) value(await tick(bed, id, step))
  expect(refused(await tick(bed, id, 'drained'))).toBe('stepNotYet')
  await bed.db.updateTable('conversation').set({ stage: 'closed' }).where('id', '=', asked).execute()
  value(await tick(bed, id, 'drained'))
  expect(refused(await tick(bed, id, 'archive'))).toBe('stepNotYet')
  await published(bed, 'westport')
  for (const step of ['archive', 'apps']) value(await tick(bed, id, step))
  const keys = { force_id: bed.forceId, account_id: 'westport', id: 'k', sealed: 'x', state: 'working' as const }
  await bed.db
    .insertInto('custody')
    .values({ ...keys, set_by: 'priya', set_at: bed.clock.now() })
    .execute()
  expect(refused(await tick(bed, id, 'keys'))).toBe('stepNotYet')
  await bed.db.deleteFrom('custody').execute()
  for (const step of ['keys', 'handle']) value(await tick(bed, id, step))
  expect(await statusOf(bed, 'westport')).toBe('closing')
  expect(value(await tick(bed, id, 'register'))).toEqual({ id, ended: true })
  expect(await statusOf(bed, 'westport')).toBe('closed')
  expect(refused(await tick(bed, id, 'register'))).toBe('carryingOver')
  const page = await carryingPage(bed, bed.as('priya'), id)
  expect(page).toMatchObject({ ending: 'done', done: 11, mayChange: false })
  expect(page?.list[0]?.done).toMatchObject({ by: { name: 'Priya Nandakumar' }, evidence: 'Seen: told' })
})

test('nobody takes an account out of closing behind its list', async () => {
  await using bed = await openDesk()
  await published(bed, 'westport')
  const id = value(await begin(bed)).id
  bed.clock.set(`${lastDay}T09:00:00Z`)
  for (const step of untilLast) value(await tick(bed, id, step))
  const kept = await moveAccount(bed, bed.as('carol'), { id: 'westport', move: 'keep', reason: 'It stays' })
  expect(refused(kept)).toBe('keepByList')
  value(await tick(bed, id, 'register'))
})

test('somebody answers for a step, and does it without being of communications', async () => {
  await using bed = await openDesk()
  const id = value(await begin(bed)).id
  const change = (over: object, who: Parameters<DeskBed['as']>[0] = 'priya') =>
    changeStep(bed, bed.as(who), {
      id,
      step: 'told',
      officeId: null,
      personId: 'nadia',
      due: '2026-09-09',
      ...over,
    })
  expect(refused(await change({}, 'nadia'))).toBe('mayNotCarryOut')
  expect(refused(await change({ id: 'none' }))).toBe('noCarryingOut')
  expect(refused(await change({ step: 'tea' }))).toBe('noStep')
  expect(refused(await change({ personId: null }))).toBe('ownerUnknown')
  expect(refused(await change({ personId: 'nobody' }))).toBe('ownerUnknown')
  expect(refused(await change({ due: '2026-09-01' }))).toBe('dayPast')
  value(await change({}))
  expect(refused(await tick(bed, id, 'told', 'tom'))).toBe('mayNotCarryOut')
  value(await tick(bed, id, 'told', 'nadia'))
  expect(refused(await change({}))).toBe('stepDone')
  await bed.db
    .insertInto('office')
    .values({ force_id: bed.forceId, id: 'o', title: 'District commander', holder_id: 'gwen' })
    .execute()
  value(await change({ step: 'notice', officeId: 'o', personId: null }))
  value(await tick(bed, id, 'notice', 'gwen'))
  // The end moves the account on the register; whoever answers for that step still needs the role.
  value(await change({ step: 'register', personId: 'nadia' }))
  expect(refused(await tick(bed, id, 'register', 'nadia'))).toBe('mayNotCarryOut')
})

test('an overdue step rings in the morning, until it is done', async () => {
  await using bed = await openDesk()
  const id = value(await begin(bed)).id
  await ringLate(bed)
  bed.clock.set('2026-09-08T06:00:00Z') // seven in London
  await ringLate(bed)
  expect(await alarms(bed)).toEqual([])
  bed.clock.set('2026-09-08T07:30:00Z')
  await ringLate(bed)
  await ringLate(bed)
  expect(await alarms(bed)).toMatchObject([
    { subject: 'account:westport', words: expect.stringContaining('due on 7 September'), settled_at: null },
  ])
  expect((await carryingOuts(bed, bed.as('priya'))).rows).toMatchObject([{ id, late: 1 }])
  const told = { id, step: 'told', officeId: null, personId: 'priya' }
  value(await changeStep(bed, bed.as('priya'), { ...told, due: '2026-09-10' }))
  expect((await alarms(bed))[0]?.settled_at).not.toBeNull()
  bed.clock.set('2026-09-11T07:30:00Z')
  await ringLate(bed)
  expect((await alarms(bed)).filter((a) => a.settled_at === null)).toHaveLength(1)
  value(await tick(bed, id, 'told'))
  expect((await alarms(bed)).filter((a) => a.settled_at === null)).toEqual([])
})

test('a second look that decides otherwise stops the list, and the account is live again', async () => {
  await using bed = await openDesk()
  const id = value(await begin(bed)).id
  expect(refused(await stopCarryingOut(bed, bed.as('leah'), { id, reason: 'No' }))).toBe('mayNotCarryOut')
  expect(refused(await stopCarryingOut(bed, bed.as('priya'), { id: 'none', reason: 'No' }))).toBe('noCarryingOut')
  await bed.db.updateTable('carrying_out').set({ review_id: 'r1' }).where('id', '=', id).execute()
  const gold = bed.as('gwen')
  value(await command(bed, gold, (c) => stopCarryingOutOf(c, 'r1', 'It stays after all')))
  value(await command(bed, gold, (c) => stopCarryingOutOf(c, 'r1', 'Asked twice')))
  expect(await statusOf(bed, 'westport')).toBe('live')
  expect(await carryingPage(bed, gold, id)).toMatchObject({ ending: 'stopped', reason: 'It stays after all' })
  expect(refused(await stopCarryingOut(bed, bed.as('priya'), { id, reason: 'Again' }))).toBe('carryingOver')
  const told = { id, step: 'told', officeId: null, personId: 'priya', due: '2026-09-10' }
  expect(refused(await changeStep(bed, bed.as('priya'), told))).toBe('carryingOver')
})

test('an account outside our control is adopted when it is the force’s, and not before', async () => {
  await using bed = await openDesk()
  const seen = { force_id: bed.forceId, id: 'look', network: 'practice', handle: 'MillLaneWatch' }
  await bed.db
    .insertInto('look_alike')
    .values({ ...seen, found_at: bed.clock.now() })
    .execute()
  const adopt = { kind: 'adoption', accountId: null, lookAlikeId: 'look', intoAccountId: null }
  expect(refused(await begin(bed, { ...adopt, lookAlikeId: 'none' }))).toBe('notToAdopt')
  expect(refused(await begin(bed, { ...adopt, intoAccountId: 'chiefs' }))).toBe('nowhereToJoin')
  const id = value(await begin(bed, adopt)).id
  const draft = await command(bed, bed.as('leah'), (c) => draftGoodbye(c, id))
  expect(refused(draft)).toBe('nothingToSay')
  for (const step of ['consent', 'audit']) value(await tick(bed, id, step))
  expect(refused(await tick(bed, id, 'ownership'))).toBe('stepNotYet')
  const office = { force_id: bed.forceId, id: 'o', title: 'Neighbourhood inspector', holder_id: 'nadia' }
  await bed.db.insertInto('office').values(office).execute()
  const westport = await bed.db.selectFrom('account').selectAll().where('id', '=', 'westport').executeTakeFirstOrThrow()
  const mill = { id: 'mill', handle: 'milllanewatch', name: 'Mill Lane', status: 'unofficial' as const }
  await bed.db
    .insertInto('account')
    .values({ ...westport, ...mill, cover: '[]', owner_office_id: 'o' })
    .execute()
  for (const step of ['ownership', 'profile', 'training']) value(await tick(bed, id, step))
  expect(await statusOf(bed, 'mill')).toBe('unofficial')
  value(await tick(bed, id, 'publish'))
  expect(await statusOf(bed, 'mill')).toBe('live')
})
