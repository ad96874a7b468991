import { expect, test } from 'vitest'
import { type DeliveryBed, openDeliveryBed } from './delivery.testbed.ts'

const minute = 60_000

/** Another person with a place on account `a`, in whose name a post can go out. */
async function speaker(bed: DeliveryBed): Promise<void> {
  const at = bed.clock.now()
  await bed.db
    .insertInto('person')
    .values({
      force_id: bed.forceId,
      id: 's',
      name: 'Theo Ashdown',
      rank: 'ACC',
      initials: 'TA',
      roles: [],
      joined_at: at,
    })
    .execute()
  await bed.db
    .insertInto('contributor')
    .values({ force_id: bed.forceId, id: 'cs', account_id: 'a', person_id: 's', from_at: at })
    .execute()
}

/** Queues a post in the name of `s`, lets something happen before its time, and works at its time. */
async function after(happens: (bed: DeliveryBed) => Promise<unknown>) {
  await using bed = await openDeliveryBed()
  await speaker(bed)
  const id = await bed.release(['one', 'two'], { dueInMs: minute })
  const { post_id } = await bed.delivery(id)
  await bed.db.updateTable('post').set({ speaker_id: 's' }).where('id', '=', post_id).execute()
  await happens(bed)
  bed.clock.forward(minute)
  await bed.work()
  const { state, words } = await bed.delivery(id)
  return { state, words, sent: bed.script.sent.length, alarms: await bed.alarms() }
}

const leaves = (id: string) => (bed: DeliveryBed) =>
  bed.db.updateTable('person').set({ left_at: bed.clock.now() }).where('id', '=', id).execute()
const placeEnds = (id: string) => (bed: DeliveryBed) =>
  bed.db
    .updateTable('contributor')
    .set({ until_at: new Date(bed.clock.now().getTime() + minute / 2) })
    .where('account_id', '=', 'a')
    .where('person_id', '=', id)
    .execute()
const trainingEnds = (id: string) => (bed: DeliveryBed) =>
  bed.db
    .updateTable('person')
    .set({ trained_until: new Date(bed.clock.now().getTime() + minute / 2) })
    .where('id', '=', id)
    .execute()
const account = (change: { status: 'closed' } | { status: 'closing' } | { handle: string }) => (bed: DeliveryBed) =>
  bed.db.updateTable('account').set(change).where('id', '=', 'a').execute()

test.each([
  ['its account was closed', account({ status: 'closed' }), 'The account may no longer speak'],
  ['its account was renamed', account({ handle: 'a_new' }), 'called otherwise than what was approved'],
  ['its author left', leaves('p'), 'may no longer write there'],
  ['the one in whose name it goes left', leaves('s'), 'may no longer write there'],
  ['the place of its author ended', placeEnds('p'), 'may no longer write there'],
  ['the place of the one in whose name it goes ended', placeEnds('s'), 'may no longer write there'],
  ['the training of its author ended', trainingEnds('p'), 'may no longer write there'],
  ['the training of the one in whose name it goes ended', trainingEnds('s'), 'may no longer write there'],
])('what is due is held and nothing leaves when %s', async (_, happens, why) => {
  expect(await after(happens)).toEqual({
    state: 'held',
    words: expect.stringContaining(why),
    sent: 0,
    alarms: ['missed'],
  })
})

test('while all of it stands it goes out, also on an account that is closing', async () => {
  expect(await after(async () => {})).toMatchObject({ state: 'sent', sent: 2, alarms: [] })
  expect(await after(account({ status: 'closing' }))).toMatchObject({ state: 'sent', sent: 2 })
})

test('another’s place, or a place elsewhere, holds nothing', async () => {
  const elsewhere = (bed: DeliveryBed) =>
    bed.db.updateTable('contributor').set({ until_at: bed.clock.now() }).where('account_id', '=', 'b').execute()
  expect(await after(elsewhere)).toMatchObject({ state: 'sent', sent: 2 })
})
