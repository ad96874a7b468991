import { expect, test } from 'vitest'
import { sayAsPublic } from '../../networks/practice/practice.commands.ts'
import { publishAtOnce } from '../../posting/approval/release.commands.ts'
import { workOnce } from '../../posting/delivery/deliver.jobs.ts'
import { paces } from '../../posting/delivery/pace.ts'
import { correctPost, reopenPost, saveDraft, withdrawPost } from '../../posting/post.commands.ts'
import { contentOf } from '../../posting/post.store.ts'
import { postOf, refused, value } from '../../posting/posting.testbed.ts'
import { postRecord } from '../../posting/record/record.queries.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { take } from '../conversation.commands.ts'
import type { OutcomeKind } from '../conversation.ts'
import { closing, type DeskBed, openDesk } from '../inbox.testbed.ts'
import { listenerOf, listenOnce } from '../listening/listen.jobs.ts'
import { close } from '../outcome.commands.ts'
import { beginAnswer } from './answer.commands.ts'
import { settleAnswers } from './answer.jobs.ts'

const words = 'The street opens again at 6pm on Thursday 10 September. Thank you for asking.'

const begins = async (bed: DeskBed, who: Parameters<DeskBed['as']>[0], id: string) => {
  value(await take(bed, bed.as(who), { id, over: { reason: 'Mine now.' } }))
  const { version } = await bed.conversation(id)
  return value(await beginAnswer(bed, bed.as(who), { id, version, messageId: null, private: false, words })).postId
}

test('an answer that was taken down is no answer: they wait from when they asked, and nobody closes it as answered', async () => {
  await using bed = await openDesk()
  const { lineOf, forget } = openLines(bed)
  const worker = { name: 'w', pace: paces.quick, lineOf, forget }
  const said = { accountId: 'westport', name: 'Cadi', text: 'Can I ask something about parking?', direct: true }
  value(await sayAsPublic(bed, bed.as('danny'), () => true, said))
  bed.clock.forward(60_000)
  await listenOnce(bed, listenerOf(bed, lineOf))
  const { id } = await bed.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
  const asked = (await bed.conversation(id)).waiting_since
  const postId = await begins(bed, 'leah', id)
  value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))
  await workOnce(bed, worker)
  await settleAnswers(bed)
  expect(await bed.conversation(id)).toMatchObject({ waiting_since: null, first_reply_at: expect.any(Date) })

  // What was said to one person is not corrected in the open.
  expect(refused(await correctPost(bed, bed.as('leah'), { id: postId, reason: 'The wrong time.' }))).toBe(
    'saidInPrivate',
  )
  const record = value(await postRecord(bed.db, bed.as('leah'), bed.clock.now(), postId))
  expect(record.acts.correct).toContain('in private')

  value(await withdrawPost(bed, bed.as('leah'), { id: postId, reason: 'The wrong time.' }))
  bed.clock.forward(60_000)
  await workOnce(bed, worker)
  await settleAnswers(bed)
  await settleAnswers(bed)
  const again = await bed.conversation(id)
  expect(again).toMatchObject({ waiting_since: asked, first_reply_at: null, last_from: 'public' })
  expect(again.due_at).not.toBeNull()
  const closes = async (outcome: OutcomeKind = 'answered', more = {}) =>
    close(bed, bed.as('leah'), await closing(bed, id, outcome, more))
  expect(refused(await closes())).toBe('notAnswered')

  const second = await begins(bed, 'leah', id)
  const content = { ...contentOf(await postOf(bed, second)), pieces: [`${words} The first time was wrong.`] }
  const { edit } = value(await saveDraft(bed, bed.as('leah'), { id: second, edit: 0, content }))
  value(await publishAtOnce(bed, bed.as('leah'), { id: second, edit }))
  await workOnce(bed, worker)
  await settleAnswers(bed)
  expect(await bed.conversation(id)).toMatchObject({ waiting_since: null, last_from: 'us' })
  expect(refused(await closes())).toBe('done')
})

/** Bethan asked in public, PC Leah Corrigan's answer is out and seen to be out. */
async function publicAnswer(bed: DeskBed) {
  const { lineOf, forget } = openLines(bed)
  const send = async () => {
    bed.clock.forward(60_000)
    await workOnce(bed, { name: 'w', pace: paces.quick, lineOf, forget })
    await settleAnswers(bed)
  }
  const said = { accountId: 'westport', name: 'Bethan', text: 'Is Quay Street shut tomorrow?', direct: false }
  const theirs = value(await sayAsPublic(bed, bed.as('danny'), () => true, said)).id
  await listenOnce(bed, listenerOf(bed, lineOf))
  const { id } = await bed.db.selectFrom('conversation').select('id').executeTakeFirstOrThrow()
  const postId = await begins(bed, 'leah', id)
  value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))
  await send()
  return { id, postId, theirs, send }
}

test('closed as answered and then taken down: it is open again with the reason, and its clock runs from when they asked', async () => {
  await using bed = await openDesk()
  const { id, postId, send } = await publicAnswer(bed)
  const closes = async (outcome: OutcomeKind = 'answered', more = {}) =>
    close(bed, bed.as('leah'), await closing(bed, id, outcome, more))
  const asked = (await bed.conversation(id)).opened_at
  value(await closes())
  await settleAnswers(bed)
  expect((await bed.conversation(id)).stage).toBe('closed')
  value(await withdrawPost(bed, bed.as('leah'), { id: postId, reason: 'The wrong street.' }))
  await send()
  const again = await bed.conversation(id)
  expect(again).toMatchObject({ stage: 'open', waiting_since: asked, first_reply_at: null, last_from: 'public' })
  expect(again.due_at).not.toBeNull()
  const act = await bed.db.selectFrom('conversation_act').selectAll().where('kind', '=', 'reopened').execute()
  expect(act).toMatchObject([{ by_id: null, words: 'Our answer was taken down, so nobody has answered them.' }])
  const facts = await bed.db.selectFrom('fact').select('kind').where('subject', '=', `conversation:${id}`).execute()
  expect(facts.map((f) => f.kind)).toEqual(expect.arrayContaining(['conversation.reopened', 'conversation.waitsAgain']))
  expect(refused(await closes())).toBe('notAnswered')
  // Closed otherwise, it stays closed: that outcome does not hang on our answer.
  value(await closes('noAnswerNeeded', { reason: 'They found it.' }))
  await settleAnswers(bed)
  expect((await bed.conversation(id)).stage).toBe('closed')
})

test('what corrects a public answer stands below it, in the thread that the public began', async () => {
  await using bed = await openDesk()
  const { postId, theirs, send } = await publicAnswer(bed)
  const pieces = ['Correction: it is shut until 7pm, not 6pm.']
  const correction = value(await correctPost(bed, bed.as('leah'), { id: postId, reason: 'The wrong hour.', pieces })).id
  value(await publishAtOnce(bed, bed.as('leah'), { id: correction, edit: 0 }))
  await send()
  const ours = await bed.db.selectFrom('practice_record').selectAll().where('account_id', '=', 'westport').execute()
  const [answer, corrected] = ours.sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(answer).toMatchObject({ reply_to: theirs, root_id: theirs })
  expect(corrected).toMatchObject({ reply_to: answer?.id, root_id: theirs })
})

test('who may withdraw an answer in private and not read it is told nothing of its words', async () => {
  await using bed = await openDesk()
  const id = await bed.says('I saw who did it.', { kind: 'direct' })
  const postId = await begins(bed, 'leah', id)
  value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))
  const withdraw = () => withdrawPost(bed, bed.as('theo'), { id: postId, reason: 'Said too soon.' })
  expect(refused(await postRecord(bed.db, bed.as('theo'), bed.clock.now(), postId))).toBe('noPost')
  value(await withdraw())
  const again = await withdraw()
  expect(refused(again)).toBe('notReleased')
  expect(JSON.stringify(again)).toContain('Nothing of this answer waits')
  expect(JSON.stringify(again)).not.toContain('street opens')
})

test('an answer that is taken back belongs to whoever has the conversation by then, who signs it', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut tomorrow?')
  const postId = await begins(bed, 'leah', id)
  value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))
  value(await take(bed, bed.as('tom'), { id, over: { reason: 'Leah has gone to an incident.' } }))
  value(await reopenPost(bed, bed.as('leah'), { id: postId, reason: 'Not yet.' }))
  expect(await postOf(bed, postId)).toMatchObject({
    author_id: 'tom',
    reserved_for: 'tom',
    stage: 'draft',
    writers: ['leah', 'tom'],
  })
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))).toBe('keptForOther')
})

test('words that end in the middle of an emoji on the sheet can be answered', async () => {
  await using bed = await openDesk()
  const id = await bed.says(`${'a'.repeat(299)}😀😀 is anybody there?`)
  const post = await postOf(bed, await begins(bed, 'leah', id))
  expect(post.answering).toMatchObject({ words: `${'a'.repeat(299)}😀…` })
})
