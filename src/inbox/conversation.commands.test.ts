import { expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { postOf, refused, value } from '../posting/posting.testbed.ts'
import { categorise, handOver, look, note, take } from './conversation.commands.ts'
import { freeLapsed } from './inbox.jobs.ts'
import { answers, type DeskBed, openDesk } from './inbox.testbed.ts'

const minute = 60_000
const takes = (bed: DeskBed, who: Parameters<DeskBed['as']>[0], id: string, reason?: string) =>
  take(bed, bed.as(who), { id, over: reason ? { reason } : null })

test('the first look stops its clock once, and readers stop nothing', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut tomorrow?', { ago: 10 })
  expect(value(await look(bed, bed.as('pat'), { id }))).toEqual({ firstLookAt: null })
  expect(await bed.acts(id)).toEqual([])
  const first = value(await look(bed, bed.as('danny'), { id })).firstLookAt
  expect(first).toBe(bed.clock.now().toISOString())
  bed.clock.forward(5 * minute)
  expect(value(await look(bed, bed.as('sian'), { id })).firstLookAt).toBe(first)
  expect(await bed.acts(id)).toEqual(['looked'])
  expect(await bed.conversation(id)).toMatchObject({ first_look_by: 'danny', version: 1 })
  expect(refused(await look(bed, bed.as('rhys'), { id }))).toBe('noConversation')
  expect(refused(await look(bed, bed.as('danny'), { id: 'nothing' }))).toBe('noConversation')
})

test('something new after our answer is looked at anew, and the first look stays what it was', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut tomorrow?')
  const first = value(await look(bed, bed.as('danny'), { id })).firstLookAt
  await answers(bed, id, 'danny', true)
  bed.clock.forward(60 * minute)
  await bed.says('And on Friday?', { to: id })
  await bed.db.updateTable('conversation').set({ waiting_since: bed.clock.now() }).where('id', '=', id).execute()
  bed.clock.forward(minute)
  expect(value(await look(bed, bed.as('sian'), { id })).firstLookAt).toBe(first)
  expect((await bed.conversation(id)).looked_at).toEqual(bed.clock.now())
  expect(await bed.acts(id)).toEqual(['looked', 'looked'])
})

test('intelligence is opened by roles that may, every opening is recorded, and others do not touch it', async () => {
  await using bed = await openDesk()
  const id = await bed.says('He keeps them in the blue garage', { category: 'intelligence' })
  value(await look(bed, bed.as('danny'), { id }))
  value(await look(bed, bed.as('danny'), { id }))
  value(await look(bed, bed.as('paula'), { id }))
  expect((await bed.acts(id)).filter((kind) => kind === 'restrictedRead')).toHaveLength(3)
  for (const who of ['nadia', 'carol', 'leah', 'pat'] as const) {
    expect(refused(await look(bed, bed.as(who), { id })), who).toBe('notYourDesk')
    expect(refused(await takes(bed, who, id)), who).toBe('notYourDesk')
    expect(refused(await categorise(bed, bed.as(who), { id, category: 'comment' })), who).toBe('notYourDesk')
  }
  value(await takes(bed, 'danny', id))
  expect(refused(await handOver(bed, bed.as('danny'), { id, to: 'nadia', words: '' }))).toBe('notForPerson')
})

test('one has it: who and since when is said; sign of life, taking over with a reason', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Who do I tell about the lamp post?')
  const { holder } = value(await takes(bed, 'danny', id))
  expect(holder).toMatchObject({ person: { name: 'Danny Wroe' }, you: true, until: '2026-09-07T09:30:00.000Z' })
  bed.clock.forward(10 * minute)
  const other = await takes(bed, 'sian', id)
  expect(other).toMatchObject({
    refusal: { id: 'heldByOther', words: expect.stringContaining('Danny Wroe has had this conversation since 10:00') },
    facts: { person: { id: 'danny' }, since: '2026-09-07T09:00:00.000Z' },
  })
  expect(value(await takes(bed, 'danny', id)).holder).toMatchObject({
    since: '2026-09-07T09:00:00.000Z',
    until: '2026-09-07T09:40:00.000Z',
  })
  value(await takes(bed, 'sian', id, 'Danny went home'))
  expect(await bed.acts(id)).toEqual(['took', 'looked', 'tookOver'])
  expect(refused(await takes(bed, 'danny', id))).toBe('heldByOther')
  expect(refused(await handOver(bed, bed.as('danny'), { id, to: null, words: '' }))).toBe('heldByOther')
  expect(await bed.conversation(id)).toMatchObject({ holder_id: 'sian', version: 1 })
})

test('the answer in hand goes with whoever has the conversation, and frees itself with it', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Who do I tell about the lamp post?')
  value(await takes(bed, 'danny', id))
  const post = await answers(bed, id, 'danny', false)
  const reserved = async () => (await postOf(bed as never, post)).reserved_for
  value(await takes(bed, 'sian', id, 'Danny asked me to'))
  expect(await reserved()).toBe('sian')
  value(await handOver(bed, bed.as('sian'), { id, to: 'ffion', words: 'She rings the council' }))
  expect(await reserved()).toBe('ffion')
  bed.clock.forward(29 * minute)
  await freeLapsed(bed)
  expect(await reserved()).toBe('ffion')
  bed.clock.forward(2 * minute)
  await freeLapsed(bed)
  await freeLapsed(bed)
  expect(await reserved()).toBeNull()
  expect(await bed.conversation(id)).toMatchObject({ holder_id: null, held_until: null, draft_post_id: post })
  expect((await bed.acts(id)).filter((kind) => kind === 'lapsed')).toHaveLength(1)
  value(await takes(bed, 'danny', id))
  expect(await reserved()).toBe('danny')
  value(await handOver(bed, bed.as('danny'), { id, to: null, words: 'Lunch' }))
  expect(await reserved()).toBeNull()
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('a lapse that no job has seen yet does not stand in the way', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Hello?')
  value(await takes(bed, 'danny', id))
  bed.clock.forward(31 * minute)
  value(await takes(bed, 'sian', id))
  expect(await bed.acts(id)).toEqual(['took', 'looked', 'lapsed', 'took'])
})

test('offers that ran out end', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is PC Corrigan there?')
  const until = new Date(bed.clock.now().getTime() + 10 * minute)
  await bed.db.updateTable('conversation').set({ offered_to_id: 'leah', offered_until: until }).execute()
  await freeLapsed(bed)
  expect((await bed.conversation(id)).offered_to_id).toBe('leah')
  bed.clock.forward(11 * minute)
  await freeLapsed(bed)
  expect((await bed.conversation(id)).offered_to_id).toBeNull()
})

test('handing over: to somebody who works here, with a note', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is PC Corrigan there?')
  const to = (who: string) => handOver(bed, bed.as('danny'), { id, to: who, words: 'Yours' })
  expect(refused(await to('nobody'))).toBe('noSuchPerson')
  expect(refused(await to('pat'))).toBe('notForPerson')
  expect(refused(await to('mina'))).toBe('notForPerson')
  expect(value(await to('leah')).holder).toMatchObject({ person: { rank: 'PC', name: 'Leah Corrigan' }, you: false })
  const words = await bed.db.selectFrom('conversation_act').select('words').where('kind', '=', 'handedOver').execute()
  expect(words).toEqual([{ words: 'Yours' }])
  await bed.db.updateTable('person').set({ left_at: bed.clock.now() }).where('id', '=', 'sian').execute()
  value(await takes(bed, 'danny', id, 'Leah is off duty'))
  expect(refused(await to('sian'))).toBe('noSuchPerson')
})

test('a contributor works on what their own account heard, and on nothing else', async () => {
  await using bed = await openDesk()
  const own = await bed.says('Hello Westport')
  const far = await bed.says('Hello chiefs', { account: 'chiefs' })
  value(await takes(bed, 'leah', own))
  expect(refused(await takes(bed, 'leah', far))).toBe('noConversation')
  expect(refused(await note(bed, bed.as('pat'), { id: own, words: 'I read this' }))).toBe('notYourDesk')
  expect(refused(await handOver(bed, bed.as('ilse'), { id: own, to: null, words: '' }))).toBe('notYourDesk')
  await bed.db
    .updateTable('person')
    .set({ trained_until: new Date('2026-01-01') })
    .where('id', '=', 'leah')
    .execute()
  expect(refused(await note(bed, bed.as('leah'), { id: own, words: 'Mine' }))).toBe('noConversation')
})

test('a person says what it is: order, clock and version follow', async () => {
  await using bed = await openDesk()
  const id = await bed.says('my nan has gone out and its freezing', { ago: 5 })
  const before = await bed.conversation(id)
  value(await categorise(bed, bed.as('danny'), { id, category: 'threatOrVulnerable' }))
  const after = await bed.conversation(id)
  expect(after).toMatchObject({ category: 'threatOrVulnerable', category_by: 'danny', rank: 0, version: 2 })
  expect(after.due_at?.getTime()).toBeLessThan(before.due_at?.getTime() ?? 0)
  value(await categorise(bed, bed.as('danny'), { id, category: 'threatOrVulnerable' }))
  expect((await bed.conversation(id)).version).toBe(2)
  value(await note(bed, bed.as('sian'), { id, words: 'The control room rings back.' }))
  expect((await bed.conversation(id)).version).toBe(3)
  const facts = await bed.db
    .selectFrom('fact')
    .select(['kind', 'data'])
    .where('subject', '=', `conversation:${id}`)
    .execute()
  expect(facts.map((f) => f.kind)).toEqual(['conversation.looked', 'conversation.categorised', 'conversation.noted'])
  expect(facts.map((f) => f.data).join()).not.toContain('control room')
})

test('what becomes intelligence leaves the hands of somebody who may not read it', async () => {
  await using bed = await openDesk()
  const id = await bed.says('The blue garage again')
  value(await takes(bed, 'leah', id))
  value(await categorise(bed, bed.as('leah'), { id, category: 'intelligence' }))
  expect(await bed.conversation(id)).toMatchObject({ holder_id: null, category: 'intelligence' })
})

test('twenty take it at once: one has it, nineteen are told who, and nothing else is written', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is anyone there?')
  const hands = Array.from({ length: 20 }, (_, n) => `hand${n}`)
  const person = (who: string) => ({
    force_id: bed.forceId,
    id: who,
    name: `Hand ${who}`,
    rank: '',
    initials: 'H',
    roles: ['deskAgent'],
    joined_at: bed.clock.now(),
  })
  await bed.db.insertInto('person').values(hands.map(person)).execute()
  const all = await Promise.all(
    hands.map((who) => take(bed, { forceId: bed.forceId, personId: who, roles: ['deskAgent'] }, { id, over: null })),
  )
  const won = all.findIndex((one) => one.ok)
  expect(all.filter((one) => one.ok)).toHaveLength(1)
  for (const one of all.filter((o) => !o.ok))
    expect(one).toMatchObject({
      refusal: { id: 'heldByOther', words: expect.stringContaining(`Hand hand${won} has had this conversation since`) },
      facts: { person: { id: `hand${won}` }, since: bed.clock.now().toISOString() },
    })
  expect(await bed.acts(id)).toEqual(['took', 'looked'])
  expect((await bed.conversation(id)).holder_id).toBe(`hand${won}`)
})
