import { expect, test } from 'vitest'
import {
  deliveriesOf,
  guilty,
  later,
  named,
  nameKey,
  openPosting,
  postOf,
  refused,
  sendAll,
  value,
} from '../posting.testbed.ts'
import { postRecord } from '../record/record.queries.ts'
import { decideFinding } from './approval.commands.ts'
import { isSampled, lookAfterwards, publishAtOnce, publishEmergency } from './release.commands.ts'

test('low risk goes without waiting, and a share of it is looked at within a day', async () => {
  await using bed = await openPosting()
  const at = async (name: 'leah' | 'tom' | 'nadia', changes = {}, by: 'leah' | 'tom' | 'nadia' = name) =>
    publishAtOnce(bed, bed.as(by), { id: await bed.draft(name, changes), edit: 0 })
  expect(refused(await at('tom'))).toBe('notLowRisk')
  expect(refused(await at('leah', { pieces: [guilty] }))).toBe('notLowRisk')
  expect(refused(await at('leah', {}, 'tom'))).toBe('notLowRisk')
  expect(refused(await at('leah', { pieces: ['x '.repeat(300)] }))).toBe('notLowRisk')
  expect(refused(await at('leah', { targets: [] }))).toBe('notLowRisk')
  expect(refused(await at('leah', { when: { ...later, wall: '2026-09-07T09:00' } }))).toBe('cannotGo')
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id: await bed.draft('leah'), edit: 7 }))).toBe(
    'changedByOther',
  )
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id: 'none', edit: 0 }))).toBe('noPost')
  const id = await bed.draft('leah', { when: later })
  expect(value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))).toEqual({
    dueAt: '2026-09-08T07:00:00.000Z',
    held: 0,
    afterlook: true,
  })
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))).toBe('released')
  expect(await bed.db.selectFrom('afterlook').selectAll().execute()).toMatchObject([
    { post_id: id, why: 'lowRisk', due_at: new Date('2026-09-09T07:00:00Z') },
  ])
  expect(
    await bed.db.selectFrom('check_result').select('outcome').where('subject', '=', `post:${id}`).execute(),
  ).toEqual([{ outcome: 'clear' }])
  await bed.db
    .updateTable('force')
    .set({ settings: JSON.stringify({ lowRiskAtOnce: false }) })
    .execute()
  expect(refused(await at('leah'))).toBe('notLowRisk')
})

test('the sample is a share, and nobody chooses it', () => {
  const ids = Array.from({ length: 4000 }, (_, n) => `post${n}`)
  const share = (wanted: number) => ids.filter((id) => isSampled(id, wanted)).length / ids.length
  expect(share(0)).toBe(0)
  expect(share(1)).toBe(1)
  expect(Math.abs(share(0.2) - 0.2)).toBeLessThan(0.03)
})

test('a threat to life goes out now past approval, never past a block without its decision, and is looked at within four hours', async () => {
  await using bed = await openPosting()
  const emergency = (name: 'ffion' | 'tom' | 'gwen', id: string, overrides = {}, edit = 0) =>
    publishEmergency(bed, bed.as(name), { id, edit, reason: 'A man with a knife is near a school.', overrides })
  const id = await bed.draft('ffion', { pieces: [guilty], when: later })
  expect(refused(await emergency('tom', id))).toBe('notAllowedHere')
  expect(refused(await emergency('ffion', 'none'))).toBe('noPost')
  expect(refused(await emergency('ffion', id, {}, 3))).toBe('changedByOther')
  expect(refused(await emergency('ffion', await bed.draft('ffion', { pieces: [''] })))).toBe('cannotGo')
  expect(value(await emergency('ffion', id))).toEqual({
    dueAt: bed.clock.now().toISOString(),
    held: 0,
    lookBy: '2026-09-07T13:00:00.000Z',
  })
  expect(await postOf(bed, id)).toMatchObject({
    stage: 'released',
    path: 'emergency',
    content: { when: { kind: 'now' } },
  })
  expect(refused(await emergency('ffion', id, {}, 1))).toBe('released')

  const blocked = await bed.draft('ffion', { pieces: [named] })
  expect(refused(await emergency('ffion', blocked))).toBe('notDecided')
  expect(refused(await emergency('ffion', blocked, { [nameKey]: 'I say so.' }))).toBe('notDecided')
  expect(value(await emergency('gwen', blocked, { [nameKey]: 'He threatened to kill.' }))).toMatchObject({ held: 0 })

  const asked = await bed.asked('ffion', { pieces: [named], when: later })
  value(await decideFinding(bed, bed.as('paula'), { ...asked, finding: nameKey, reason: 'Danger.' }))
  expect(value(await emergency('ffion', asked.id))).toMatchObject({ held: 0 })
})

test('also in an emergency nothing is released that would only be held: a place that ended, an account that may not speak', async () => {
  await using bed = await openPosting()
  const emergency = async (id: string) =>
    publishEmergency(bed, bed.as('ffion'), { id, edit: 0, reason: 'A threat to life.', overrides: {} })
  const [ended, closed] = [await bed.draft('tom'), await bed.draft('leah', { targets: ['eastby'] })]
  await bed.db.updateTable('contributor').set({ until_at: bed.clock.now() }).where('person_id', '=', 'tom').execute()
  await bed.db.updateTable('account').set({ status: 'closed' }).where('id', '=', 'eastby').execute()
  const refusal = (words: string) => ({ ok: false, refusal: { id: 'cannotGo', words: expect.stringContaining(words) } })
  expect(await emergency(ended)).toMatchObject(refusal('PC Tom Brackley does not contribute to Westport Police'))
  expect(await emergency(closed)).toMatchObject(refusal('Eastby Police may no longer speak'))
  for (const id of [ended, closed]) {
    const record = value(await postRecord(bed.db, bed.as('ffion'), bed.clock.now(), id))
    expect(record.acts.emergency).toMatch(/does not contribute|no longer speak/)
  }
  expect(await bed.db.selectFrom('delivery').select('id').execute()).toEqual([])
})

test('the look afterwards is somebody else’s, and may take it down', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
  const look = (name: 'leah' | 'tom' | 'nadia', changes: Record<string, unknown> = {}) =>
    lookAfterwards(bed, bed.as(name), { id, verdict: 'withdraw', words: 'The hall is closed that day.', ...changes })
  expect([
    refused(await look('leah')),
    refused(await look('tom')),
    refused(await look('nadia', { words: ' ' })),
    refused(await look('nadia', { id: 'none' })),
  ]).toEqual(['ownPost', 'notAllowedHere', 'cannotGo', 'noPost'])
  await bed.db.updateTable('delivery').set({ state: 'sending' }).where('post_id', '=', id).execute()
  expect(refused(await look('nadia'))).toBe('beingSent')
  await sendAll(bed, id)
  expect(value(await look('nadia'))).toEqual({ removing: 1, frozen: 0 })
  expect(refused(await look('nadia'))).toBe('noAfterlook')
  expect(await deliveriesOf(bed, id)).toMatchObject([{ state: 'sent', removal: 'asked' }])
  expect(
    await bed.db.selectFrom('decision').select('kind').where('post_id', '=', id).orderBy('at').orderBy('id').execute(),
  ).toHaveLength(3)
})
