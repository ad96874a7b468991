import { expect, test } from 'vitest'
import { refused, value } from '../posting/posting.testbed.ts'
import { categorise, take } from './conversation.commands.ts'
import type { OutcomeKind } from './conversation.ts'
import { answers, closing, type DeskBed, type DeskName, openDesk } from './inbox.testbed.ts'
import { close, raiseIncident, recordCrime, reopen, sayCrime } from './outcome.commands.ts'

const minute = 60_000
const closes = async (bed: DeskBed, who: DeskName, id: string, outcome: OutcomeKind, more: object = {}) =>
  close(bed, bed.as(who), await closing(bed, id, outcome, more))

test('nothing is closed without what its outcome needs', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut tomorrow?')
  for (const [outcome, needs] of [
    ['incidentRaised', 'reference'],
    ['referred', 'team'],
    ['noAnswerNeeded', 'reason'],
  ] as const)
    expect(await closes(bed, 'danny', id, outcome)).toMatchObject({ refusal: { id: 'outcomeNeeds' }, facts: { needs } })
  expect(refused(await closes(bed, 'danny', id, 'answered'))).toBe('notAnswered')
  expect(refused(await closes(bed, 'danny', id, 'moderated'))).toBe('notModerated')
  expect((await bed.conversation(id)).stage).toBe('open')
  value(await closes(bed, 'danny', id, 'referred', { team: 'Highways at the council' }))
  expect(await bed.conversation(id)).toMatchObject({ stage: 'closed', waiting_since: null, holder_id: null })
  const outcome = await bed.db.selectFrom('outcome').selectAll().executeTakeFirstOrThrow()
  expect(outcome).toMatchObject({
    kind: 'referred',
    team: 'Highways at the council',
    category: 'question',
    by_id: 'danny',
  })
})

test('what was said after it was read is not closed with it', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Thanks for the lift home')
  const { version } = await bed.conversation(id)
  await bed.says('He is back and he is at the door', { to: id })
  const why = { version, reason: 'Thanks only' }
  expect(await closes(bed, 'danny', id, 'noAnswerNeeded', why)).toMatchObject({
    refusal: { id: 'movedOn' },
    facts: { version: version + 1 },
  })
  expect((await bed.conversation(id)).stage).toBe('open')
  value(await closes(bed, 'danny', id, 'noAnswerNeeded', { reason: 'Told by phone' }))
})

test('answered: only when an answer was seen to be out, and none is being written', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut tomorrow?')
  await answers(bed, id, 'danny', false)
  expect(refused(await closes(bed, 'danny', id, 'answered'))).toBe('answerUnderway')
  expect(refused(await closes(bed, 'danny', id, 'noAnswerNeeded', { reason: 'Asked twice' }))).toBe('answerUnderway')
  await bed.db.updateTable('conversation').set({ draft_post_id: null }).execute()
  expect(refused(await closes(bed, 'danny', id, 'answered'))).toBe('notAnswered')
  await bed.db.updateTable('answer').set({ sent_at: bed.clock.now() }).execute()
  value(await closes(bed, 'danny', id, 'answered'))
})

test('an answer from before it was opened again does not count', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut tomorrow?')
  await answers(bed, id, 'danny', true)
  bed.clock.forward(60 * minute)
  await bed.db.updateTable('conversation').set({ reopened_at: bed.clock.now() }).execute()
  expect(refused(await closes(bed, 'danny', id, 'answered'))).toBe('notAnswered')
})

test('moderated: only when something here was', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Buy cheap watches', { category: 'abuse' })
  const message = await bed.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  const at = bed.clock.now()
  const ids = { force_id: bed.forceId, conversation_id: id, message_id: message.id, account_id: 'westport' }
  await bed.db
    .insertInto('standard')
    .values({ force_id: bed.forceId, code: 'CS6', title: JSON.stringify({ en: 'Spam' }), words: JSON.stringify({}) })
    .execute()
  await bed.db
    .insertInto('moderation')
    .values({
      ...ids,
      id: 'm',
      act: 'hide',
      standard_code: 'CS6',
      copy: '{}',
      by_id: 'danny',
      at,
      state: 'refused',
      state_since: at,
    })
    .execute()
  expect(refused(await closes(bed, 'danny', id, 'moderated'))).toBe('notModerated')
  await bed.db.updateTable('moderation').set({ state: 'done' }).execute()
  value(await closes(bed, 'danny', id, 'moderated'))
})

test('danger and the first three categories are decided by a person, not by a suggestion', async () => {
  await using bed = await openDesk()
  const why = { reason: 'A joke between friends' }
  for (const how of [
    { category: 'threatOrVulnerable' },
    { category: 'callForService' },
    { category: 'intelligence' },
    { category: 'comment', danger: true },
  ] as const) {
    const id = await bed.says('shes gone out with no coat', how)
    expect(refused(await closes(bed, 'danny', id, 'noAnswerNeeded', why)), how.category).toBe('decideCategory')
    value(await categorise(bed, bed.as('danny'), { id, category: 'comment' }))
    value(await closes(bed, 'danny', id, 'noAnswerNeeded', why))
  }
})

test('new danger after a person decided is decided again', async () => {
  await using bed = await openDesk()
  const id = await bed.says('lads by the footbridge')
  value(await categorise(bed, bed.as('danny'), { id, category: 'comment' }))
  await bed.db.updateTable('conversation').set({ rank: 0 }).execute()
  expect(refused(await closes(bed, 'danny', id, 'noAnswerNeeded', { reason: 'Nothing' }))).toBe('decideCategory')
  value(await categorise(bed, bed.as('danny'), { id, category: 'comment' }))
  value(await closes(bed, 'danny', id, 'noAnswerNeeded', { reason: 'Nothing' }))
})

test('an incident: raised once, its reference may be put right, closing with it needs no second typing', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Lads dropping stones off the footbridge', { category: 'callForService', ago: 20 })
  const first = value(await raiseIncident(bed, bed.as('danny'), { id, reference: '0418-07092026' })).incidentAt
  bed.clock.forward(5 * minute)
  expect(value(await raiseIncident(bed, bed.as('danny'), { id, reference: '0419-07092026' })).incidentAt).toBe(first)
  value(await categorise(bed, bed.as('danny'), { id, category: 'callForService' }))
  value(await closes(bed, 'danny', id, 'incidentRaised'))
  const outcome = await bed.db.selectFrom('outcome').select('reference').executeTakeFirstOrThrow()
  expect(outcome.reference).toBe('0419-07092026')
  expect(refused(await raiseIncident(bed, bed.as('danny'), { id, reference: '0420' }))).toBe('closed')
})

test('a crime: somebody says so, or not; recorded also when the conversation is closed', async () => {
  await using bed = await openDesk()
  const id = await bed.says('my bike was nicked')
  const crime = { id, reference: '47/1234/26' }
  value(await sayCrime(bed, bed.as('danny'), { id, reported: true }))
  value(await sayCrime(bed, bed.as('danny'), { id, reported: true }))
  value(await closes(bed, 'danny', id, 'referred', { team: 'Crime desk' }))
  expect((await bed.conversation(id)).due_at).toEqual(new Date('2026-09-08T09:00:00Z'))
  value(await recordCrime(bed, bed.as('danny'), crime))
  expect(await bed.conversation(id)).toMatchObject({ crime_ref: crime.reference, due_at: null })
  expect((await bed.acts(id)).filter((k) => k.startsWith('crime'))).toEqual(['crimeSaid', 'crimeRecorded'])
})

test('closed is closed, for everybody; opened again its clocks go on', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut tomorrow?', { ago: 30 })
  expect(refused(await reopen(bed, bed.as('danny'), { id, reason: 'Wrong one' }))).toBe('notClosed')
  const due = (await bed.conversation(id)).due_at
  value(await take(bed, bed.as('sian'), { id, over: null }))
  expect(refused(await closes(bed, 'danny', id, 'noAnswerNeeded', { reason: 'Thanks' }))).toBe('heldByOther')
  value(await closes(bed, 'sian', id, 'noAnswerNeeded', { reason: 'Thanks' }))
  expect(refused(await closes(bed, 'sian', id, 'noAnswerNeeded', { reason: 'Thanks' }))).toBe('closed')
  expect(refused(await take(bed, bed.as('sian'), { id, over: null }))).toBe('closed')
  expect(refused(await categorise(bed, bed.as('sian'), { id, category: 'comment' }))).toBe('closed')
  value(await reopen(bed, bed.as('danny'), { id, reason: 'It was a question' }))
  const row = await bed.conversation(id)
  expect(row.waiting_since).toEqual(row.opened_at)
  // The look was had; the answer is still due when it was.
  expect(row.due_at?.getTime()).toBeGreaterThan(due?.getTime() ?? 0)
  for (const act of [
    closes(bed, 'pat', id, 'noAnswerNeeded', { reason: 'x' }),
    reopen(bed, bed.as('pat'), { id, reason: 'Because' }),
    raiseIncident(bed, bed.as('ilse'), { id, reference: '0418' }),
    recordCrime(bed, bed.as('ilse'), { id, reference: '0418' }),
    sayCrime(bed, bed.as('ilse'), { id, reported: true }),
  ])
    expect(refused(await act)).toBe('notYourDesk')
  for (const act of [
    closes(bed, 'rhys', id, 'answered'),
    reopen(bed, bed.as('rhys'), { id, reason: 'Because' }),
    raiseIncident(bed, bed.as('danny'), { id: 'none', reference: '0418' }),
    recordCrime(bed, bed.as('danny'), { id: 'none', reference: '0418' }),
    sayCrime(bed, bed.as('danny'), { id: 'none', reported: true }),
  ])
    expect(refused(await act)).toBe('noConversation')
})
