import { expect, test } from 'vitest'
import { factsAbout } from '../../audit/audit.queries.ts'
import { type DeskBed, openDesk } from '../../inbox/inbox.testbed.ts'
import { refused, value } from '../../posting/posting.testbed.ts'
import { moveAccount } from '../../register/register.commands.ts'
import { stopCarryingOut } from './carrying.commands.ts'
import { carryingPage } from './carrying.queries.ts'
import { begin, published, tick } from './carrying.testbed.ts'
import { takeBack } from './step.commands.ts'
import { closeUnused } from './unused.commands.ts'
import { closingOf } from './unused.queries.ts'

const statusOf = async (bed: DeskBed, id: string) =>
  (await bed.db.selectFrom('account').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

test('a tick is taken back with the reason, after those that need it, and stays readable', async () => {
  await using bed = await openDesk()
  const id = value(await begin(bed)).id
  const back = (step: string, who: Parameters<DeskBed['as']>[0] = 'priya', list = id) =>
    takeBack(bed, bed.as(who), { id: list, step, reason: 'Ticked by mistake' })
  for (const step of ['told', 'notice']) value(await tick(bed, id, step))
  expect(refused(await back('told', 'priya', 'none'))).toBe('noCarryingOut')
  expect(refused(await back('tea'))).toBe('noStep')
  expect(refused(await back('drained'))).toBe('stepNotDone')
  expect(refused(await back('notice', 'leah'))).toBe('mayNotCarryOut')
  expect(refused(await back('told'))).toBe('stepLeanedOn')
  value(await back('notice'))
  const step = async (which: string) => (await carryingPage(bed, bed.as('priya'), id))?.list.find((s) => s.id === which)
  expect(await step('notice')).toMatchObject({
    done: null,
    mayDo: true,
    mayTakeBack: false,
    takenBack: [{ by: { name: 'Priya Nandakumar' }, reason: 'Ticked by mistake', done: { evidence: 'Seen: notice' } }],
  })
  expect(await step('told')).toMatchObject({ mayTakeBack: true })
  value(await tick(bed, id, 'notice'))
  expect(await step('notice')).toMatchObject({ done: { evidence: 'Seen: notice' }, takenBack: [{}] })
  const facts = await factsAbout(bed.db, bed.forceId, [`carryingOut:${id}`])
  expect(facts.at(-2)).toMatchObject({ kind: 'carryingOut.stepTakenBack', data: { step: 'notice', doneBy: 'priya' } })
  expect(JSON.stringify(facts)).not.toContain('mistake')
  value(await stopCarryingOut(bed, bed.as('priya'), { id, reason: 'Not now' }))
  expect(refused(await back('notice'))).toBe('carryingOver')
})

test('a list that is stopped leaves an account under review where it was', async () => {
  await using bed = await openDesk()
  value(await moveAccount(bed, bed.as('carol'), { id: 'westport', move: 'beginReview', reason: 'Few posts' }))
  const id = value(await begin(bed)).id
  expect(await statusOf(bed, 'westport')).toBe('closing')
  value(await stopCarryingOut(bed, bed.as('priya'), { id, reason: 'Not yet' }))
  expect(await statusOf(bed, 'westport')).toBe('underReview')
})

test('an account on which nothing was ever published closes by a reason; any other by its list', async () => {
  await using bed = await openDesk()
  const close = async (accountId: string, who: Parameters<DeskBed['as']>[0] = 'priya') =>
    refused(await closeUnused(bed, bed.as(who), { accountId, reason: 'Never used' }))
  const how = (accountId: string, who: Parameters<DeskBed['as']>[0] = 'priya') => closingOf(bed, bed.as(who), accountId)
  await bed.db.deleteFrom('custody').execute()
  expect(await how('eastby', 'leah')).toEqual({ list: null, mayBegin: false, unused: false })
  expect(await how('eastby')).toEqual({ list: null, mayBegin: true, unused: true })
  expect(await close('eastby', 'leah')).toBe('mayNotCarryOut')
  expect(await close('nowhere')).toBe('notToClose')
  await published(bed, 'westport')
  expect(await how('westport')).toMatchObject({ mayBegin: true, unused: false })
  expect(await close('westport')).toBe('publishedThere')
  const count = { force_id: bed.forceId, account_id: 'eastby', at: bed.clock.now(), source: 'network' as const }
  await bed.db
    .insertInto('account_count')
    .values({ ...count, posts: 3 })
    .execute()
  expect(await close('eastby')).toBe('publishedThere')
  await bed.db.deleteFrom('account_count').execute()
  const { id } = value(await begin(bed))
  expect(await how('westport')).toEqual({ list: { id, kind: 'closing' }, mayBegin: false, unused: false })
  expect(await close('chiefs')).toBe('carriedAlready')
  value(await closeUnused(bed, bed.as('priya'), { accountId: 'eastby', reason: 'Never used' }))
  expect(await statusOf(bed, 'eastby')).toBe('closed')
  expect(await close('eastby')).toBe('notToClose')
})
