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
import { type DeskBed, openDesk } from '../inbox.testbed.ts'
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
  const closing = { id, outcome: 'answered', reference: '', team: '', reason: '' } as const
  expect(refused(await close(bed, bed.as('leah'), closing))).toBe('notAnswered')

  const second = await begins(bed, 'leah', id)
  const content = { ...contentOf(await postOf(bed, second)), pieces: [`${words} The first time was wrong.`] }
  const { edit } = value(await saveDraft(bed, bed.as('leah'), { id: second, edit: 0, content }))
  value(await publishAtOnce(bed, bed.as('leah'), { id: second, edit }))
  await workOnce(bed, worker)
  await settleAnswers(bed)
  expect(await bed.conversation(id)).toMatchObject({ waiting_since: null, last_from: 'us' })
  expect(refused(await close(bed, bed.as('leah'), closing))).toBe('done')
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
