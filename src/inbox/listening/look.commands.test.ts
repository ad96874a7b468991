import { expect, test } from 'vitest'
import { openListenBed } from './listening.testbed.ts'

test('what is changed or deleted there is kept here as it was; what was not asked about is not called gone', async () => {
  await using bed = await openListenBed()
  bed.say('It opens at nine')
  bed.say('Rude words', { by: 'bob' })
  bed.say('Nothing known of this', { by: 'cat' })
  await bed.hear()
  bed.sea.states = {
    m1: { state: 'live', text: 'A man is attacking somebody with a knife in Mill Lane now, help', version: '2' },
    m2: { state: 'gone' },
    other: { state: 'gone' },
  }
  bed.clock.forward(600_000)
  await bed.hear()
  const rows = await bed.db.selectFrom('message').selectAll().orderBy('external_id').execute()
  expect(rows.map((r) => [r.external_id, r.state, r.text.slice(0, 10)])).toEqual([
    ['m1', 'changed', 'A man is a'],
    ['m2', 'gone', 'Rude words'],
    ['m3', 'live', 'Nothing kn'],
  ])
  expect(rows[0]?.looked_again_at).toEqual(bed.clock.now())
  expect(rows[2]?.looked_again_at).toBeNull()
  const versions = await bed.db.selectFrom('message_version').selectAll().execute()
  expect(versions).toMatchObject([{ message_id: rows[0]?.id, n: 1, text: 'It opens at nine', network_version: '1' }])
  expect(await bed.conversation('m1')).toMatchObject({ rank: 0, version: 2, messages: 1 })
  expect(await bed.conversation('m2')).toMatchObject({ stage: 'open', version: 1 })
  bed.sea.states = { m2: { state: 'live', text: 'Rude words', version: '1' } }
  bed.clock.forward(3_600_000)
  await bed.hear()
  const back = await bed.db
    .selectFrom('message')
    .select('state')
    .where('external_id', '=', 'm2')
    .executeTakeFirstOrThrow()
  expect(back.state).toBe('live')
})
