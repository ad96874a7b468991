import { expect, test } from 'vitest'
import { changeAsPublic, replyAsPublic, sayAsPublic, setFault } from '../../networks/practice/practice.commands.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { must, openRegisterBed } from '../../register/register.testbed.ts'
import { listenerOf, listenOnce, startListening } from './listen.jobs.ts'

const may = () => true

test('on the practice network: said in each way, heard once; changed and taken back, kept', async () => {
  await using bed = await openRegisterBed()
  const account = await bed.account()
  const listener = listenerOf(bed, openLines(bed).lineOf)
  const record = { force_id: bed.forceId, id: 'ours', account_id: account, name: 'us', text: 'Good morning' }
  await bed.db
    .insertInto('practice_record')
    .values({ ...record, created_at: bed.clock.now(), arrived_at: bed.clock.now() })
    .execute()
  const reply = must(await replyAsPublic(bed, bed.head, may, { id: 'ours', name: 'Ann', text: 'Morning!' }))
  must(await replyAsPublic(bed, bed.head, may, { id: 'ours', name: 'Bob', text: 'Look at this', quote: true }))
  const mention = must(
    await sayAsPublic(bed, bed.head, may, { accountId: account, name: 'Cat', text: 'Are you open?', direct: false }),
  )
  must(await sayAsPublic(bed, bed.head, may, { accountId: account, name: 'Dan', text: 'In private', direct: true }))
  must(await sayAsPublic(bed, bed.head, may, { accountId: account, name: 'Dan', text: 'Still there?', direct: true }))
  const hear = async () => {
    bed.clock.forward(60_000)
    await listenOnce(bed, listener)
    await listenOnce(bed, listener)
  }
  await hear()
  const rows = await bed.db.selectFrom('message').select(['kind', 'text', 'conversation_id']).orderBy('id').execute()
  expect(rows.map((r) => r.kind)).toEqual(['reply', 'quote', 'mention', 'direct', 'direct'])
  expect(new Set(rows.map((r) => r.conversation_id)).size).toBe(4)
  must(await changeAsPublic(bed, bed.head, may, { id: mention.id, text: 'Are you open on Sunday?' }))
  must(await changeAsPublic(bed, bed.head, may, { id: reply.id, text: null }))
  bed.clock.forward(600_000)
  await hear()
  const after = await bed.db.selectFrom('message').select(['state', 'text']).orderBy('id').execute()
  expect(after.map((r) => r.state)).toEqual(['gone', 'live', 'changed', 'live', 'live'])
  expect([after[0]?.text, after[2]?.text]).toEqual(['Morning!', 'Are you open on Sunday?'])
})

test('nobody says in which language the invented public writes: Welsh is heard as Welsh, by itself and below a post', async () => {
  await using bed = await openRegisterBed()
  const accountId = await bed.account()
  const listener = listenerOf(bed, openLines(bed).lineOf)
  const hear = async () => {
    bed.clock.forward(60_000)
    await listenOnce(bed, listener)
    return bed.db.selectFrom('conversation').select('language').execute()
  }
  const english = 'What did they say to you there?'
  const said = must(await sayAsPublic(bed, bed.head, may, { accountId, name: 'Ann', text: english, direct: false }))
  expect(await hear()).toEqual([{ language: 'en' }])
  const welsh = 'Oes rhywun ar gael i siarad Cymraeg heno os gwelwch yn dda?'
  must(await replyAsPublic(bed, bed.head, may, { id: said.id, name: 'Nia', text: welsh }))
  expect(await hear()).toEqual([{ language: 'cy' }])
  const heard = await bed.db.selectFrom('message').select('language').orderBy('id').execute()
  expect(heard.map((m) => m.language)).toEqual(['en', 'cy'])
})

test('what is said on the practice network is at the desk by itself, also after it was disturbed', async () => {
  await using bed = await openRegisterBed({ config: { pace: 'real' } })
  const account = await bed.account()
  const world = { ...bed, clock: { now: () => new Date() } }
  const running = await startListening(world, listenerOf(world, openLines(world).lineOf))
  const count = async () => (await bed.db.selectFrom('message').select('id').execute()).length
  try {
    await expect
      .poll(async () => (await bed.db.selectFrom('listening').select('heard_at').execute())[0]?.heard_at, {
        timeout: 20_000,
      })
      .toBeTruthy()
    for (let n = 1; n <= 3; n++) {
      must(await sayAsPublic(world, bed.head, may, { accountId: account, name: `P${n}`, text: 'Hello', direct: false }))
      await expect.poll(count, { interval: 20, timeout: 20_000 }).toBe(n)
    }
    must(
      await setFault(world, bed.head, may, {
        accountId: account,
        key: null,
        act: 'dropBefore',
        times: 1,
        seconds: 1,
        meets: 'hear',
      }),
    )
    must(await sayAsPublic(world, bed.head, may, { accountId: account, name: 'Q', text: 'Hello', direct: false }))
    await expect.poll(count, { timeout: 15_000 }).toBe(4)
  } finally {
    await running.stop()
  }
})
