import { expect, test } from 'vitest'
import { openListenBed } from './listening.testbed.ts'
import { watchHearing } from './watch.jobs.ts'

const minutes = (n: number) => n * 60_000

test('when no worker runs somebody is told after two minutes, once', async () => {
  await using bed = await openListenBed()
  await watchHearing(bed)
  expect(await bed.alarms()).toEqual([])
  bed.clock.forward(minutes(3))
  await watchHearing(bed)
  await watchHearing(bed)
  expect(await bed.row()).toMatchObject({ state: 'behind', words: 'Nobody asks: no worker runs.' })
  expect(await bed.alarms()).toEqual(['notHeard'])
  await bed.hear()
  expect([(await bed.row()).state, await bed.alarms()]).toEqual(['hearing', []])
})

test('a worker that died with an account in hand is noticed', async () => {
  await using bed = await openListenBed()
  await bed.hear()
  const until = new Date(bed.clock.now().getTime() + minutes(1))
  await bed.db.updateTable('listening').set({ lease_token: 'dead', lease_until: until }).execute()
  bed.clock.forward(minutes(3))
  await watchHearing(bed)
  expect(await bed.row()).toMatchObject({ state: 'behind', words: 'Whoever was asking stopped half way.' })
})

test('a network that asked to be left alone for long is told of too', async () => {
  await using bed = await openListenBed()
  await bed.hear()
  const until = new Date(bed.clock.now().getTime() + minutes(10))
  bed.sea.instead.push({ kind: 'later', until, keyEnded: false, words: 'Too often.' })
  await bed.hear()
  bed.clock.forward(minutes(3))
  await watchHearing(bed)
  expect(await bed.row()).toMatchObject({ state: 'behind', words: 'Too often.', next_at: until })
})

test('an account that we no longer speak on needs no alarm', async () => {
  await using bed = await openListenBed()
  bed.clock.forward(1)
  await watchHearing(bed)
  bed.clock.forward(minutes(3))
  await watchHearing(bed)
  await bed.db.updateTable('account').set({ status: 'closed' }).execute()
  await watchHearing(bed)
  expect(await bed.alarms()).toEqual([])
})
