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

test('when edits and deletions alone are not seen for half an hour somebody is told, until they are seen again', async () => {
  await using bed = await openListenBed()
  const looks = bed.sea.line
  const failing = async (recheck: (typeof looks)['recheck']) => {
    bed.sea.line = { ...looks, recheck }
    bed.clock.forward(minutes(10))
    await bed.hear()
    await watchHearing(bed)
  }
  bed.say('It opens at nine')
  await bed.hear()
  await failing(async () => ({ kind: 'later', until: null, keyEnded: false, words: 'Too often.' }))
  const since = (await bed.row()).looks_failing_since
  expect(since).not.toBeNull()
  await failing(() => Promise.reject(new TypeError('fetch failed')))
  await failing(() => Promise.reject(new TypeError('fetch failed')))
  expect(await bed.alarms()).toEqual([])
  await failing(async () => ({ kind: 'unknown', words: 'Silence.' }))
  await watchHearing(bed)
  expect(await bed.row()).toMatchObject({ state: 'hearing', looks_failing_since: since, looks_words: 'Silence.' })
  expect(await bed.alarms()).toEqual(['notLooked'])
  const { words } = await bed.db.selectFrom('alarm').select('words').executeTakeFirstOrThrow()
  expect(words).toMatch(/has not been seen since Mon 7 Sep, 10:1\d\. Silence\.$/)
  await failing(looks.recheck)
  expect([(await bed.row()).looks_failing_since, await bed.alarms()]).toEqual([null, []])
})
