import { expect, test } from 'vitest'
import { refused, value } from '../../posting/posting.testbed.ts'
import { categorise } from '../conversation.commands.ts'
import { answerGroup } from './batch.commands.ts'
import { leftWhy } from './batch.ts'
import { groupSurges } from './group.commands.ts'
import { addHands, beginMode, endMode } from './mode.commands.ts'
import { watchSurges } from './notice.commands.ts'
import { groupFor, surgeFor } from './surge.queries.ts'
import { answer, openSurge, rumour, sayMany, variant } from './surge.testbed.ts'

const later = (bed: { clock: { now(): Date; set(at: string): void } }, minutes: number) =>
  bed.clock.set(new Date(bed.clock.now().getTime() + minutes * 60_000).toISOString())

test('a rumour that spreads is noticed within two minutes of its beginning, with why, and told; it ends after a quiet quarter of an hour', async () => {
  await using bed = await openSurge()
  const post = await bed.draft('leah')
  const began = bed.clock.now()
  // Eight a minute, looked at every 15 seconds.
  for (let quarter = 0; quarter < 8; quarter += 1) {
    for (let n = 0; n < 2; n += 1) await bed.says(variant(n), { from: `Person ${quarter}-${n}`, about: post })
    later(bed, 0.25)
    await watchSurges(bed)
  }
  const surge = await bed.surge()
  expect(surge.noticed_at.getTime() - began.getTime()).toBeLessThanOrEqual(120_000)
  expect(Math.abs(surge.began_at.getTime() - began.getTime())).toBeLessThanOrEqual(60_000)
  const { surge: shown } = await surgeFor(bed.db, bed.as('danny'), bed.clock.now())
  expect(shown).toMatchObject({ id: surge.id, endedAt: null, mode: null, why: { minutes: 5, usual: 0, weeks: 0 } })
  expect(shown?.why.posts[0]).toMatchObject({ postId: post, n: expect.any(Number) })
  expect(shown?.why.words[0]?.words).toContain('bomb')
  expect(shown?.why.accounts[0]?.account.id).toBe('westport')
  const alarms = () =>
    bed.db.selectFrom('alarm').selectAll().where('kind', '=', 'surge').where('settled_at', 'is', null).execute()
  expect((await alarms()).map((a) => a.subject)).toEqual([`surge:${surge.id}`])
  expect((await alarms())[0]?.words).not.toContain('bomb')
  await watchSurges(bed)
  expect(await bed.db.selectFrom('surge').select('id').execute()).toHaveLength(1)
  later(bed, 14)
  await watchSurges(bed)
  expect((await bed.surge()).ended_at).toBe(null)
  later(bed, 6)
  await watchSurges(bed)
  expect((await bed.surge()).ended_at).not.toBe(null)
  expect(await alarms()).toEqual([])
  const after = await surgeFor(bed.db, bed.as('danny'), bed.clock.now())
  expect(after).toMatchObject({ surge: null, earlier: [{ id: surge.id }] })
})

test('no surge: one person who writes a lot, what is heard late after an outage, and a busy hour that is always busy', async () => {
  await using bed = await openSurge()
  const many = (n: number, how: (at: number) => { from: string; ago: number; heardAgo?: number }) =>
    sayMany(
      bed,
      Array.from({ length: n }, (_, at) => ({ text: variant(at), ...how(at) })),
    )
  await many(40, (at) => ({ from: 'One Person', ago: at / 60 }))
  await watchSurges(bed)
  await many(60, (at) => ({ from: `Late ${at}`, ago: 300 + at, heardAgo: 0 }))
  await watchSurges(bed)
  expect(await bed.db.selectFrom('surge').select('id').execute()).toEqual([])
  for (const week of [1, 2, 3, 4, 5])
    await many(120, (at) => ({ from: `Always ${week}-${at}`, ago: week * 10_080 + (at % 59) - 29 }))
  // Two a minute are usual; twelve in two minutes would be a surge on a quiet account.
  await bed.rumours(24, { seconds: 290, from: 500 })
  await bed.db.deleteFrom('message').where('author_name', '=', 'One Person').execute()
  await watchSurges(bed)
  expect(await bed.db.selectFrom('surge').select('id').execute()).toEqual([])
  await bed.rumours(30, { seconds: 60, from: 900 })
  await watchSurges(bed)
  const { surge } = await surgeFor(bed.db, bed.as('danny'), bed.clock.now())
  expect(surge?.why).toMatchObject({ usual: 10, weeks: 4 })
})

test('surge mode: begun and ended by a person, refused to others, and more hands on duty by name', async () => {
  await using bed = await openSurge()
  await bed.rumours(30)
  await watchSurges(bed)
  const { id } = await bed.surge()
  const [ffion, danny, rhys] = [bed.as('ffion'), bed.as('danny'), bed.as('rhys')]
  expect(refused(await beginMode(bed, rhys, { id }))).toBe('mayNotRunSurge')
  expect(refused(await endMode(bed, rhys, { id }))).toBe('mayNotRunSurge')
  expect(refused(await beginMode(bed, danny, { id: 'none' }))).toBe('noSurge')
  expect(refused(await endMode(bed, danny, { id: 'none' }))).toBe('noSurge')
  expect(refused(await endMode(bed, danny, { id }))).toBe('modeOff')
  const { modeAt } = value(await beginMode(bed, danny, { id }))
  expect(value(await beginMode(bed, ffion, { id }))).toEqual({ modeAt })
  const shown = await surgeFor(bed.db, ffion, bed.clock.now())
  expect(shown).toMatchObject({
    surge: { mode: { on: true, by: { id: 'danny' } } },
    may: { run: true, addHands: true },
  })
  expect(shown.people.map((p) => p.id)).toContain('sian')

  const hands = { id, people: ['sian', 'sian', 'nobody'], hours: 4 }
  expect(refused(await addHands(bed, rhys, hands))).toBe('mayNotRunSurge')
  expect(refused(await addHands(bed, danny, hands))).toBe('mayNotChangeDuty')
  expect(refused(await addHands(bed, ffion, { ...hands, id: 'none' }))).toBe('noSurge')
  const put = value(await addHands(bed, ffion, hands)).hands
  expect(put.map((h) => [h.personId, h.done])).toEqual([
    ['sian', true],
    ['nobody', false],
  ])
  expect((await surgeFor(bed.db, ffion, bed.clock.now())).onDuty.map((d) => d.person.id)).toEqual(['sian'])
  expect(value(await addHands(bed, ffion, { ...hands, people: ['sian'] })).hands[0]?.words).toMatch(/already|duty/i)

  value(await endMode(bed, ffion, { id }))
  later(bed, 20)
  await watchSurges(bed)
  expect(refused(await beginMode(bed, ffion, { id }))).toBe('surgeOver')
})

test('mode stays when the surge is quiet, and is over when another one begins', async () => {
  await using bed = await openSurge()
  await bed.rumours(30)
  const { surge } = await bed.inMode()
  later(bed, 20)
  await watchSurges(bed)
  expect(await bed.surge()).toMatchObject({ id: surge, mode_ended_at: null })
  expect((await surgeFor(bed.db, bed.as('ffion'), bed.clock.now())).surge).toMatchObject({
    id: surge,
    mode: { on: true },
  })
  later(bed, 30)
  await bed.rumours(40, { from: 500 })
  await watchSurges(bed)
  const next = await bed.surge()
  expect(next.id).not.toBe(surge)
  const old = await bed.db.selectFrom('surge').selectAll().where('id', '=', surge).executeTakeFirstOrThrow()
  expect(old.mode_ended_at).not.toBe(null)
})

test('groups: the same words together by language; danger and calls for service marked in them, whenever it is heard; intelligence in none; kept up as more arrives', async () => {
  await using bed = await openSurge()
  const same = await bed.rumours(40)
  const odd = [
    await bed.says('When does the front counter at Westport open on Sunday?', { from: 'Odd One' }),
    await bed.says('Thank you PC Corrigan for finding my bike', { from: 'Odd Two' }),
  ]
  const danger = await bed.says(rumour, { from: 'In Danger', danger: true })
  const call = await bed.says(rumour, { from: 'Caller', category: 'callForService' })
  const tip = await bed.says(rumour, { from: 'Tip', category: 'intelligence' })
  const welsh = await bed.says(rumour, { from: 'Cymraes', language: 'cy' })
  const twice = await bed.says(rumour, { from: 'Twice' })
  await bed.says('My dog is lost near the quay', { to: twice, from: 'Twice' })
  const { group } = await bed.inMode()
  const members = async () =>
    (await bed.db.selectFrom('surge_member').select('conversation_id').where('group_id', '=', group).execute()).map(
      (m) => m.conversation_id,
    )
  expect((await members()).sort()).toEqual([...same, danger, call].sort())
  const anywhere = (await bed.db.selectFrom('surge_member').select('conversation_id').execute()).map(
    (m) => m.conversation_id,
  )
  expect(anywhere).toEqual(expect.arrayContaining([...odd, welsh]))
  for (const alone of [tip, twice]) expect(anywhere).not.toContain(alone)
  const shown = await surgeFor(bed.db, bed.as('ffion'), bed.clock.now())
  expect(shown).toMatchObject({
    open: 47,
    alone: 5,
    inDanger: 1,
    groups: [{ id: group, size: 42, waiting: 40, inDanger: 1, standAlone: 1 }],
  })

  // One of them is heard to be in danger only now: it is answered alone at once, without anybody grouping anew.
  await bed.db
    .updateTable('conversation')
    .set({ rank: 0 })
    .where('id', '=', same[0] ?? '')
    .execute()
  await bed.rumours(10, { from: 800 })
  await groupSurges(bed)
  const after = await surgeFor(bed.db, bed.as('ffion'), bed.clock.now())
  expect(after.groups).toMatchObject([{ id: group, size: 52, waiting: 49, inDanger: 2, standAlone: 1 }])
  // Who reads some accounts alone is shown figures, and no words of others.
  expect(await surgeFor(bed.db, bed.as('leah'), bed.clock.now())).toMatchObject({
    groups: [],
    open: 57,
    may: { run: false },
  })
})

test('a rumour in which every message may be danger: one group, and one answer to those alone at whom a person has looked', async () => {
  await using bed = await openSurge()
  const all = await bed.rumours(30)
  const danger = { rank: 0, category: 'threatOrVulnerable' as const }
  await bed.db.updateTable('conversation').set(danger).where('id', 'in', all).execute()
  const tip = await bed.says(rumour, { from: 'Tip', category: 'intelligence' })
  const { group } = await bed.inMode()
  const ffion = bed.as('ffion')
  const look = async () => value(await groupFor(bed.db, ffion, bed.clock.now(), group))
  const first = await look()
  expect(first.group).toMatchObject({ size: 30, waiting: 0, inDanger: 30, standAlone: 0 })
  expect(first.members.map((m) => m.conversationId)).not.toContain(tip)
  expect(first.members.every((m) => m.danger && m.toLook && m.words !== '' && m.left === leftWhy.danger)).toBe(true)
  const toAll = { groupId: group, words: answer, how: 'atOnce' as const }
  expect(refused(await answerGroup(bed, ffion, toAll))).toBe('nobodyWaits')

  const [none = '', real = ''] = all
  value(await categorise(bed, bed.as('danny'), { id: none, category: 'question' }))
  value(await categorise(bed, bed.as('danny'), { id: real, category: 'threatOrVulnerable' }))
  const second = await look()
  expect(second.group).toMatchObject({ waiting: 1, inDanger: 29 })
  const of = (id: string) => second.members.find((m) => m.conversationId === id)
  expect(of(none)).toMatchObject({ danger: false, toLook: false, left: null })
  expect(of(real)).toMatchObject({ danger: true, toLook: false, left: leftWhy.danger })
  expect(second.members.filter((m) => m.toLook)).toHaveLength(28)
  const batch = await bed.toMany(group)
  const answered = await bed.db.selectFrom('answer').select('conversation_id').where('batch_id', '=', batch).execute()
  expect(answered).toEqual([{ conversation_id: none }])
  expect(Object.values(await bed.left(batch))).toEqual(Array.from({ length: 29 }, () => 'danger'))
  expect(await bed.conversation(real)).toMatchObject({ rank: 0, draft_post_id: null, holder_id: null })
})

test('a thousand in five minutes are put together in seconds', async () => {
  await using bed = await openSurge()
  await bed.rumours(30)
  await bed.inMode()
  const now = bed.clock.now()
  await sayMany(
    bed,
    Array.from({ length: 1000 }, (_, n) => ({
      text: n % 4 === 0 ? `Something of my own, number ${n} of ${n * 7} ${n * 13}` : variant(n),
      from: `B ${n}`,
    })),
  )
  const before = performance.now()
  await groupSurges(bed)
  const took = performance.now() - before
  const shown = await surgeFor(bed.db, bed.as('ffion'), now)
  expect(shown.groups[0]).toMatchObject({ size: 780, waiting: 780 })
  console.log(JSON.stringify({ grouped: 1000, ms: Math.round(took) }))
  // Even where everything else is busy: five minutes' worth of a storm in a fraction of them.
  expect(took).toBeLessThan(20_000)
})
