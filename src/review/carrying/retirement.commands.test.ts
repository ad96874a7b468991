import { expect, test } from 'vitest'
import { type DeskBed, openDesk } from '../../inbox/inbox.testbed.ts'
import { publishAtOnce } from '../../posting/approval/release.commands.ts'
import { deliveriesOf, later, refused, value } from '../../posting/posting.testbed.ts'
import { addAccount } from '../../register/register.commands.ts'
import { sample } from '../../register/register.testbed.ts'
import { askForAccount, decideRequest } from '../../register/request/request.commands.ts'
import { previewSheet } from '../../register/sheet/sheet.commands.ts'
import { beginAlone, stopCarryingOut } from './carrying.commands.ts'
import { carryingOuts, carryingPage } from './carrying.queries.ts'
import { beginRetirement, settleWaiting } from './retirement.commands.ts'
import { doStep } from './step.commands.ts'

const leaving = { network: 'practice', on: '2026-09-28', note: 'We have left. Find us on our own site.' }
const begin = (bed: DeskBed, over: object = {}, who: Parameters<DeskBed['as']>[0] = 'priya') =>
  beginRetirement(bed, bed.as(who), { ...leaving, ...over })
const tick = (bed: DeskBed, id: string, step: string) =>
  doStep(bed, bed.as('priya'), { id, step, evidence: `Seen: ${step}` })
const statuses = async (bed: DeskBed) =>
  Object.fromEntries(
    (await bed.db.selectFrom('account').select(['id', 'status']).execute()).map((a) => [a.id, a.status]),
  )

/** A post that waits to go out on the network and on another one. */
const waits = async (bed: DeskBed) => {
  const id = await bed.draft('leah', { targets: ['westport', 'eastby'], when: later })
  value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
  return id
}
const states = async (bed: DeskBed, post: string) =>
  Object.fromEntries((await deliveriesOf(bed, post)).map((d) => [d.account_id, d.state]))

/** An empty account has no archive to be taken. */
const empty = (bed: DeskBed, ...accounts: string[]) =>
  bed.db
    .insertInto('account_count')
    .values(
      accounts.map((account_id) => ({
        force_id: bed.forceId,
        account_id,
        at: bed.clock.now(),
        posts: 0,
        source: 'network' as const,
      })),
    )
    .execute()

test('a network is left step by step; afterwards nothing can be opened or written there', async () => {
  await using bed = await openDesk()
  expect(refused(await begin(bed, {}, 'leah'))).toBe('mayNotCarryOut')
  expect(refused(await begin(bed, { on: '2026-09-01' }))).toBe('dayPast')
  expect(refused(await begin(bed, { network: 'mastodon' }))).toBe('networkUnknown')
  const post = await waits(bed)
  const wish = {
    network: 'practice',
    handle: 'WestportDocks',
    name: 'Westport Docks',
    class: 'neighbourhood' as const,
    area: null,
    purpose: 'To talk with people at the docks',
    objectiveId: null,
    ownerOfficeId: null,
    whyNew: 'x',
    whoPosts: 'x',
    leaveCover: 'x',
    monitoring: 'x',
    training: 'x',
    risk: 'x',
  }
  const request = value(await askForAccount(bed, bed.as('leah'), wish)).id
  const id = value(await begin(bed)).id
  expect(refused(await begin(bed))).toBe('carriedAlready')
  for (const step of ['told', 'lastPosts']) value(await tick(bed, id, step))
  expect(refused(await tick(bed, id, 'waiting'))).toBe('stepNotYet')
  expect(refused(await tick(bed, id, 'register'))).toBe('stepNotYet')
  const settle = (how: 'hold' | 'withdraw', who: Parameters<DeskBed['as']>[0] = 'priya', of = id) =>
    settleWaiting(bed, bed.as(who), { id: of, how, reason: 'We leave this network' })
  expect(refused(await settle('hold', 'leah'))).toBe('mayNotCarryOut')
  expect(refused(await settle('hold', 'priya', 'none'))).toBe('noCarryingOut')
  expect(value(await settle('hold'))).toEqual({ settled: 1 })
  expect(await states(bed, post)).toEqual({ westport: 'held', eastby: 'waiting' })
  expect(value(await settle('withdraw'))).toEqual({ settled: 1 })
  expect(await states(bed, post)).toEqual({ westport: 'withdrawn', eastby: 'waiting' })
  expect(refused(await settle('withdraw'))).toBe('nothingWaits')
  for (const step of ['waiting', 'drained']) value(await tick(bed, id, step))
  expect(refused(await tick(bed, id, 'archive'))).toBe('stepNotYet')
  await empty(bed, 'westport', 'chiefs')
  for (const step of ['archive', 'keys', 'directory']) value(await tick(bed, id, step))
  expect(await statuses(bed)).toMatchObject({ westport: 'live', chiefs: 'live' })
  value(await tick(bed, id, 'register'))
  expect(await statuses(bed)).toEqual({ westport: 'closed', chiefs: 'closed', eastby: 'live' })
  expect(refused(await settle('hold'))).toBe('carryingOver')

  const account = { ...sample, handle: 'NewOne', name: 'A new one' }
  expect(refused(await addAccount(bed, bed.as('priya'), account))).toBe('networkRetired')
  expect(refused(await askForAccount(bed, bed.as('leah'), wish))).toBe('networkRetired')
  const approval = { id: request, decision: 'approve', reason: 'Yes', accountId: null } as const
  expect(refused(await decideRequest(bed, bed.as('priya'), approval))).toBe('networkRetired')
  const sheet = new TextEncoder().encode('Network,Handle,Class,Status\npractice,NewOne,Corporate,Live\n')
  expect(value(await previewSheet(bed, bed.as('priya'), sheet)).rows).toMatchObject([
    { state: 'bad', wrong: [{ column: 'Network' }] },
  ])
  const draft = await bed.draft('leah')
  expect(await publishAtOnce(bed, bed.as('leah'), { id: draft, edit: 0 })).toMatchObject({ ok: false })
  expect((await carryingOuts(bed, bed.as('priya'))).retired).toMatchObject([{ id: 'practice', note: leaving.note }])
  expect(refused(await begin(bed))).toBe('networkUnknown')
  // The record stays: who did what, and the posts.
  expect(await carryingPage(bed, bed.as('priya'), id)).toMatchObject({ ending: 'done', done: 8 })
  expect(Object.keys(await states(bed, post))).toHaveLength(2)
})

test('an account there is not adopted, and does not come back, once the network is left', async () => {
  await using bed = await openDesk()
  const list = value(
    await beginAlone(bed, bed.as('priya'), {
      accountId: 'westport',
      lookAlikeId: null,
      kind: 'closing',
      intoAccountId: null,
      on: '2026-10-01',
    }),
  ).id
  await bed.db
    .insertInto('retired_network')
    .values({ force_id: bed.forceId, network: 'practice', at: bed.clock.now(), by_id: 'priya' })
    .execute()
  expect(refused(await stopCarryingOut(bed, bed.as('priya'), { id: list, reason: 'Back' }))).toBe('networkRetired')
  expect((await carryingPage(bed, bed.as('priya'), list))?.endedAt).toBeNull()
})
