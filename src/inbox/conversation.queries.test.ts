import { expect, test } from 'vitest'
import { refused, sendAll, value } from '../posting/posting.testbed.ts'
import { categorise, handOver, look, note, take } from './conversation.commands.ts'
import { conversationFor } from './conversation.queries.ts'
import { conversation } from './inbox.contract.ts'
import { freeLapsed } from './inbox.jobs.ts'
import { answers, closing, type DeskBed, type DeskName, openDesk } from './inbox.testbed.ts'
import { close, raiseIncident } from './outcome.commands.ts'

const open = async (bed: DeskBed, who: DeskName, id: string) =>
  conversation.output.parse(value(await conversationFor(bed.db, bed.as(who), bed.clock.now(), id)))

test('what was said and done, in order, with its clocks', async () => {
  await using bed = await openDesk()
  const about = await bed.draft('leah')
  await bed.db
    .updateTable('post')
    .set({ stage: 'released', stage_since: new Date('2026-09-07T07:00:00Z') })
    .execute()
  const id = await bed.says('Lads dropping stones. Is anyone coming?', { category: 'callForService', ago: 24, about })
  const because = [{ words: 'dropping stones', says: 'Something is thrown at people.' }]
  await bed.db
    .updateTable('conversation')
    .set({ suggestion: JSON.stringify({ category: 'callForService', danger: false, because }) })
    .execute()
  await bed.says('They shout at us too', { to: id, from: 'Another Reader', ago: 20 })
  value(await take(bed, bed.as('danny'), { id, over: null }))
  bed.clock.forward(60_000)
  value(await note(bed, bed.as('danny'), { id, words: 'The control room has a unit.' }))
  value(await raiseIncident(bed, bed.as('danny'), { id, reference: '0418-07092026' }))
  const seen = await open(bed, 'sian', id)
  expect(seen.entries.map((e) => [e.what, 'text' in e ? e.text : e.kind])).toEqual([
    ['ours', expect.stringContaining('Eastby library')],
    ['theirs', 'Lads dropping stones. Is anyone coming?'],
    ['theirs', 'They shout at us too'],
    ['act', 'took'],
    ['act', 'looked'],
    ['note', 'The control room has a unit.'],
    ['act', 'incidentRaised'],
  ])
  expect(seen.entries[1]).toMatchObject({ opener: true, from: 'Bethan Rees', marks: [{ start: 5, end: 20 }] })
  expect(seen.entries[2]).toMatchObject({ opener: false, marks: [] })
  expect(seen.about).toMatchObject({ postId: about })
  expect(seen.clocks.map((k) => [k.kind, k.state])).toEqual([
    ['firstLook', 'stoppedLate'],
    ['firstReply', 'near'],
    ['incidentRaised', 'stopped'],
    ['crimeRecording', 'running'],
  ])
  expect(seen.row.holder).toMatchObject({ person: { id: 'danny' }, you: false })
  expect(seen.may).toMatchObject({ work: true, moderate: true, answerPublicly: false, answerPrivately: false })
  expect(seen.people.map((p) => p.id)).toContain('leah')
  expect(seen.people.map((p) => p.id)).not.toContain('pat')
  expect(JSON.stringify(seen)).not.toContain('p-bethan-rees')
})

test('our answer stands below their words, and what is being written stands apart', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut?', { ago: 10 })
  const post = await answers(bed, id, 'leah', false)
  expect((await open(bed, 'danny', id)).draft).toMatchObject({ postId: post, edit: 0, private: false, stage: 'draft' })
  expect((await open(bed, 'danny', id)).entries.filter((e) => e.what === 'ours')).toEqual([])
  await bed.db.updateTable('post').set({ stage: 'released' }).execute()
  await bed.db.updateTable('conversation').set({ draft_post_id: null }).execute()
  await sendAll(bed as never, post)
  expect((await open(bed, 'danny', id)).entries.find((e) => e.what === 'ours')).toMatchObject({
    answer: true,
    postId: post,
  })
})

test('changed and hidden messages are kept with what they were', async () => {
  await using bed = await openDesk()
  const id = await bed.says('new words')
  const m = await bed.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  const force_id = bed.forceId
  const at = bed.clock.now()
  await bed.db
    .insertInto('message_version')
    .values({ force_id, message_id: m.id, n: 1, text: 'old words', network_version: '1', until_at: at })
    .execute()
  await bed.db
    .insertInto('standard')
    .values({ force_id, code: 'CS4', title: JSON.stringify({ en: 'Threat of violence' }), words: '{}' })
    .execute()
  const of = { force_id, conversation_id: id, message_id: m.id, account_id: 'westport', by_id: 'danny', at }
  await bed.db
    .insertInto('moderation')
    .values({ ...of, id: 'h', act: 'hide', standard_code: 'CS4', copy: '{}', state: 'done', state_since: at })
    .execute()
  await bed.db.updateTable('message').set({ state: 'changed' }).execute()
  const [entry] = (await open(bed, 'danny', id)).entries
  expect(entry).toMatchObject({
    state: 'changed',
    earlier: [{ text: 'old words' }],
    hidden: { moderationId: 'h', act: 'hide', code: 'CS4', title: 'Threat of violence', by: { id: 'danny' } },
  })
})

test('intelligence stays closed until it was opened and recorded, and is opened again after a shift', async () => {
  await using bed = await openDesk()
  const words = 'He keeps them in the blue garage'
  const id = await bed.says(words, { category: 'intelligence', from: 'Known Person' })
  await bed.db
    .updateTable('conversation')
    .set({ suggestion: JSON.stringify({ category: 'intelligence', danger: false, because: [{ words, says: 'x' }] }) })
    .execute()
  value(await note(bed, bed.as('sian'), { id, words: 'Passed on about the garage' }))
  const shut = /garage|Known Person|known-person/
  for (const who of ['danny', 'nadia', 'gwen', 'pat', 'leah'] as const) {
    const closed = await open(bed, who, id)
    expect(closed).toMatchObject({ closedToYou: true, entries: [], about: null, draft: null })
    expect(JSON.stringify(closed), who).not.toMatch(shut)
  }
  value(await look(bed, bed.as('danny'), { id }))
  expect(await open(bed, 'danny', id)).toMatchObject({ closedToYou: false, row: { words, from: 'Known Person' } })
  expect(JSON.stringify(await open(bed, 'gwen', id))).not.toMatch(shut)
  bed.clock.forward(8 * 3_600_000)
  expect((await open(bed, 'danny', id)).closedToYou).toBe(true)
  value(await categorise(bed, bed.as('danny'), { id, category: 'comment' }))
  expect((await open(bed, 'leah', id)).row.words).toBe(words)
})

test('whoever may not read it is told that it is not here', async () => {
  await using bed = await openDesk()
  const id = await bed.says('hello chiefs', { account: 'chiefs' })
  for (const who of ['rhys', 'leah'] as const)
    expect(refused(await conversationFor(bed.db, bed.as(who), bed.clock.now(), id))).toBe('noConversation')
  expect(refused(await conversationFor(bed.db, bed.as('danny'), bed.clock.now(), 'none'))).toBe('noConversation')
  const read = await open(bed, 'pat', id)
  expect(read.may).toMatchObject({ work: false, moderate: false, answerPublicly: false })
  expect(read.people).toEqual([])
})

test('outcomes stay with who decided them; another conversation of the same person is not shown', async () => {
  await using bed = await openDesk()
  const other = await bed.says('something else entirely')
  const id = await bed.says('thanks', { category: 'comment' })
  value(await close(bed, bed.as('danny'), await closing(bed, id, 'noAnswerNeeded', { reason: 'Thanks only' })))
  const seen = await open(bed, 'sian', id)
  expect(seen).toMatchObject({ stage: 'closed', outcomes: [{ kind: 'noAnswerNeeded', reason: 'Thanks only' }] })
  expect(JSON.stringify(seen)).not.toContain('something else')
  expect(JSON.stringify(seen)).not.toContain(other)
})

test('answering is offered to who would not be refused: a place in date on the account, and a network that takes it', async () => {
  await using bed = await openDesk()
  const may = async (who: DeskName, id: string) => (await open(bed, who, id)).may
  const no = { work: true, answerPublicly: false, answerPrivately: false }
  const id = await bed.says('Is Quay Street shut?')
  expect(await may('leah', id)).toMatchObject({ work: true, answerPublicly: true, whyNotAnswer: null })
  expect(await may('danny', id)).toMatchObject({ ...no, whyNotAnswer: expect.stringContaining('Westport Police') })
  const direct = await bed.says('May I ask in private?', { kind: 'direct', from: 'Cadi' })
  expect(await may('leah', direct)).toMatchObject({ answerPublicly: false, answerPrivately: true, whyNotAnswer: null })
  expect(await may('danny', direct)).toMatchObject(no)
  // Who only drafts there begins an answer too, and chooses in whose name it goes out.
  await bed.db.updateTable('contributor').set({ voice: 'drafts' }).where('person_id', '=', 'leah').execute()
  expect(await may('leah', id)).toMatchObject({ answerPublicly: true })
  await bed.db
    .updateTable('person')
    .set({ trained_until: new Date('2026-01-01T00:00:00Z') })
    .where('id', '=', 'nadia')
    .execute()
  expect(await may('nadia', id)).toMatchObject(no)
  const unconnected = await bed.says('Hello X', { network: 'x' })
  expect(await may('leah', unconnected)).toMatchObject({
    ...no,
    whyNotAnswer: expect.stringContaining('not connected'),
  })
})

test('to whom it was handed, from whom it was taken, whose hold lapsed: by name; what it is names nobody', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is PC Corrigan there?')
  const danny = bed.as('danny')
  value(await take(bed, danny, { id, over: null }))
  value(await categorise(bed, danny, { id, category: 'comment' }))
  bed.clock.forward(1000)
  value(await handOver(bed, danny, { id, to: 'leah', words: 'Yours' }))
  bed.clock.forward(1000)
  value(await take(bed, danny, { id, over: { reason: 'She is off duty' } }))
  bed.clock.forward(31 * 60_000)
  await freeLapsed(bed)
  const acts = (await open(bed, 'sian', id)).entries.flatMap((e) => (e.what === 'act' ? [[e.kind, e.whom?.name]] : []))
  expect(acts).toEqual(
    expect.arrayContaining([
      ['handedOver', 'Leah Corrigan'],
      ['tookOver', 'Leah Corrigan'],
      ['lapsed', 'Danny Wroe'],
      ['took', undefined],
      ['categorised', undefined],
    ]),
  )
})
