import { expect, test } from 'vitest'
import { liftModeration, settleModeration } from './moderation.commands.ts'
import { watchModeration } from './moderation.jobs.ts'
import { openModerationBed } from './moderation.testbed.ts'

const day = 86_400_000
const hour = day / 24
const unknown = { kind: 'unknown', words: 'The line dropped.' } as const
const reason = 'Because it is so'

test('the attempt is committed before the call, and what was seen done is marked with its message', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  bed.script.during = async () => {
    expect(await bed.row(id)).toMatchObject({ state: 'doing', tries: 1 })
    const open = await bed.db.selectFrom('moderation_attempt').selectAll().execute()
    expect(open).toMatchObject([{ moderation_id: id, undo: false, ended_at: null }])
  }
  expect(await bed.work()).toBe(1)
  const { conversation_id: conversation } = await bed.db.selectFrom('moderation').selectAll().executeTakeFirstOrThrow()
  expect(bed.script.asked).toMatchObject([
    { act: 'hide', undo: false, subject: { authorExternalId: 'did:someone', root: `root-${conversation}` } },
  ])
  expect(await bed.row(id)).toMatchObject({ state: 'done', next_at: null })
  const message = await bed.db.selectFrom('message').select('hidden_at').executeTakeFirst()
  expect(message?.hidden_at).toEqual(bed.clock.now())
  expect(await bed.work()).toBe(0)
})

test('a line that drops: hide, mute and block are done again; a report is not, and a person is asked', async () => {
  await using bed = await openModerationBed()
  const ids = [
    await bed.decide(),
    await bed.decide({ act: 'mute', days: 28 }),
    await bed.decide({ act: 'block', days: 90 }),
  ]
  const report = await bed.decide({ act: 'report' })
  bed.script.endings = [unknown, 'throw', unknown, unknown]
  await bed.work()
  for (const id of ids) expect(await bed.row(id)).toMatchObject({ state: 'doing' })
  expect(await bed.row(report)).toMatchObject({ state: 'needsPerson' })
  expect(await bed.alarms()).toEqual(['notModerated'])
  bed.clock.forward(60_000)
  await bed.work()
  for (const id of ids) expect(await bed.row(id)).toMatchObject({ state: 'done', tries: 2 })
  expect(bed.script.asked.filter((a) => a.act === 'report')).toHaveLength(1)
  await settleModeration(bed, bed.sian, { id: report, saw: 'again', reason })
  await bed.work()
  expect(await bed.row(report)).toMatchObject({ state: 'done' })
})

test('a network that refuses: the state says so with its words, and somebody is told', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  bed.script.endings = [{ kind: 'refused', words: 'Not below a post of yours.' }]
  await bed.work()
  expect(await bed.row(id)).toMatchObject({
    state: 'refused',
    network_words: 'Not below a post of yours.',
    next_at: null,
  })
  expect(await bed.alarms()).toEqual(['notModerated'])
  expect(await bed.db.selectFrom('message').select('hidden_at').executeTakeFirst()).toEqual({ hidden_at: null })
})

test('a network that says later is asked later, a report too; ended keys are an alarm at once', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide({ act: 'report' })
  const until = new Date(bed.clock.now().getTime() + hour)
  bed.script.endings = [{ kind: 'later', until, keyEnded: false, words: 'Too many.' }]
  await bed.work()
  expect(await bed.row(id)).toMatchObject({ state: 'asked', next_at: until })
  bed.clock.forward(hour / 2)
  expect(await bed.work()).toBe(0)
  bed.clock.forward(hour / 2)
  bed.script.noLine = true
  await bed.work()
  expect(await bed.alarms()).toEqual(['notModerated'])
  bed.script.noLine = false
  bed.clock.forward(hour)
  await bed.work()
  expect(await bed.row(id)).toMatchObject({ state: 'done' })
  expect(await bed.alarms()).toEqual([])
})

test('after a day without success a person is asked', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  bed.script.endings = [unknown, unknown]
  await bed.work()
  bed.clock.forward(25 * hour)
  await bed.work()
  expect(await bed.row(id)).toMatchObject({
    state: 'needsPerson',
    network_words: expect.stringContaining('Tried for a day'),
  })
})

test('a worker that dies in between: another does a hide again after the lease; a report waits for a person', async () => {
  await using bed = await openModerationBed()
  const [hide, report] = [await bed.decide(), await bed.decide({ act: 'report' })]
  const dead = { ...bed.worker, name: 'dead', lineOf: () => new Promise<never>(() => {}) }
  void bed.work(dead)
  const states = async () => [(await bed.row(hide)).state, (await bed.row(report)).state]
  await expect.poll(states, { timeout: 20_000 }).toEqual(['doing', 'doing'])
  expect(await bed.work()).toBe(0)
  bed.clock.forward(2 * bed.worker.pace.leaseMs)
  expect(await bed.work()).toBe(2)
  expect(await bed.row(hide)).toMatchObject({ state: 'done', tries: 2 })
  expect(await bed.row(report)).toMatchObject({ state: 'needsPerson' })
  expect(bed.script.asked.map((a) => a.act)).toEqual(['hide'])
  const attempts = await bed.db.selectFrom('moderation_attempt').select('ending').orderBy('started_at').execute()
  expect(attempts.map((a) => a.ending).sort()).toEqual(['done', 'unknown', 'unknown'])
})

test('two workers at once do each thing once', async () => {
  await using bed = await openModerationBed()
  for (let n = 0; n < 8; n += 1) await bed.decide()
  const taken = await Promise.all([bed.work(), bed.work({ ...bed.worker, name: 'w2' })])
  expect(taken[0] + taken[1]).toBe(8)
  expect(bed.script.asked).toHaveLength(8)
})

test('lifted during the call: the doing ends, the undoing follows', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide()
  bed.script.during = async () => {
    bed.script.during = null
    await liftModeration(bed, bed.sian, { id, reason })
  }
  await bed.work()
  expect(await bed.row(id)).toMatchObject({ state: 'lifting' })
  await bed.work()
  expect(bed.script.asked.map((a) => a.undo)).toEqual([false, true])
  expect(await bed.row(id)).toMatchObject({ state: 'lifted', lifted_by: 'sian' })
  expect(await bed.db.selectFrom('message').select('hidden_at').executeTakeFirst()).toEqual({ hidden_at: null })
})

test('mute and block end by themselves; what cannot be lifted is tried again and then told', async () => {
  await using bed = await openModerationBed()
  const id = await bed.decide({ act: 'block', days: 3 })
  await bed.work()
  bed.clock.forward(3 * day - 1000)
  expect(await bed.work()).toBe(0)
  bed.clock.forward(1000)
  bed.script.endings = [unknown]
  expect(await bed.work()).toBe(1)
  expect(await bed.row(id)).toMatchObject({ state: 'lifting' })
  bed.clock.forward(hour / 2)
  await watchModeration(bed)
  expect(await bed.alarms()).toEqual(['notModerated'])
  await bed.work()
  expect(await bed.row(id)).toMatchObject({ state: 'lifted', lifted_by: null })
  expect(await bed.alarms()).toEqual([])
  const [why] = await bed.db.selectFrom('moderation').select('lift_why').execute()
  expect(why?.lift_why).toBe('expired')
})

test('the watch tells of what nobody carries out, of what is over and still stands, and of a late review; once each', async () => {
  await using bed = await openModerationBed()
  await bed.decide()
  bed.clock.forward(16 * 60_000)
  await watchModeration(bed)
  await watchModeration(bed)
  expect(await bed.alarms()).toEqual(['notModerated'])
  await bed.work()
  expect(await bed.alarms()).toEqual([])
  await bed.decide({ act: 'mute', days: 1 })
  await bed.work()
  bed.clock.forward(day + hour)
  await watchModeration(bed)
  expect(await bed.alarms()).toEqual(['notModerated'])
  bed.clock.forward(28 * day)
  await watchModeration(bed)
  expect(await bed.alarms()).toEqual(['notModerated', 'reviewLate'])
})
