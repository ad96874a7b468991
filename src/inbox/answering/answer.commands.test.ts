import { describe, expect, test } from 'vitest'
import { replyAsPublic, sayAsPublic } from '../../networks/practice/practice.commands.ts'
import { askApproval, refusePost } from '../../posting/approval/approval.commands.ts'
import { sheetOf } from '../../posting/approval/digest.ts'
import { publishAtOnce } from '../../posting/approval/release.commands.ts'
import { standingOf } from '../../posting/approval/standing.queries.ts'
import { workOnce } from '../../posting/delivery/deliver.jobs.ts'
import { paces } from '../../posting/delivery/pace.ts'
import { discardPost, saveDraft, withdrawPost } from '../../posting/post.commands.ts'
import { contentOf } from '../../posting/post.store.ts'
import { contentWith, postOf, refused, value } from '../../posting/posting.testbed.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { take } from '../conversation.commands.ts'
import { closing, type DeskBed, openDesk } from '../inbox.testbed.ts'
import { listenerOf, listenOnce } from '../listening/listen.jobs.ts'
import { close } from '../outcome.commands.ts'
import { beginAnswer, giveUpAnswer } from './answer.commands.ts'
import { settleAnswers } from './answer.jobs.ts'

const anyone = () => true
const answerWords = 'The street opens again at 6pm on Thursday 10 September. Thank you for asking.'

const begins = async (bed: DeskBed, who: Parameters<DeskBed['as']>[0], id: string, more = {}) =>
  beginAnswer(bed, bed.as(who), {
    id,
    version: (await bed.conversation(id)).version,
    messageId: null,
    private: false,
    words: answerWords,
    ...more,
  })
const takes = async (bed: DeskBed, who: Parameters<DeskBed['as']>[0], id: string, reason?: string) =>
  value(await take(bed, bed.as(who), { id, over: reason ? { reason } : null }))

/** The worker and the ears of one process, on the practice network. */
const working = (bed: DeskBed) => {
  const { lineOf, forget } = openLines(bed)
  const worker = { name: 'w', pace: paces.quick, lineOf, forget }
  const listener = listenerOf(bed, lineOf)
  return {
    send: () => workOnce(bed, worker),
    hear: async () => {
      bed.clock.forward(60_000)
      await listenOnce(bed, listener)
    },
  }
}
const record = async (bed: DeskBed, text: string) =>
  bed.db.selectFrom('practice_record').selectAll().where('text', 'like', `%${text}%`).executeTakeFirst()
const heard = async (bed: DeskBed, text: string) =>
  (await bed.db.selectFrom('message').selectAll().where('text', '=', text).executeTakeFirstOrThrow()).conversation_id

describe('an answer, from the public and back to the public', () => {
  test('stands below their message, signed, once; stops the clock; makes room for the next', async () => {
    await using bed = await openDesk()
    const { send, hear } = working(bed)
    value(
      await sayAsPublic(bed, bed.as('danny'), anyone, {
        accountId: 'westport',
        name: 'Bethan',
        text: 'Is Quay Street shut tomorrow?',
        direct: false,
      }),
    )
    await hear()
    const id = await heard(bed, 'Is Quay Street shut tomorrow?')
    await takes(bed, 'leah', id)
    const { postId } = value(await begins(bed, 'leah', id))
    expect(value(await begins(bed, 'leah', id))).toEqual({ postId, edit: 0, begun: false })
    value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))
    expect(refused(await close(bed, bed.as('leah'), await closing(bed, id, 'answered')))).toBe('answerUnderway')
    await send()
    const theirs = await record(bed, 'Is Quay Street')
    const ours = await record(bed, answerWords)
    expect(ours).toMatchObject({ reply_to: theirs?.id, text: `PC LC: ${answerWords}` })
    await settleAnswers(bed)
    await settleAnswers(bed)
    expect(await bed.conversation(id)).toMatchObject({
      draft_post_id: null,
      last_from: 'us',
      waiting_since: null,
      first_reply_at: expect.any(Date),
    })
    await hear()
    expect(await bed.db.selectFrom('message').select('id').execute()).toHaveLength(1)

    value(
      await replyAsPublic(bed, bed.as('danny'), anyone, { id: ours?.id ?? '', name: 'Bethan', text: 'And on Friday?' }),
    )
    await hear()
    expect(await heard(bed, 'And on Friday?')).toBe(id)
    expect(await bed.conversation(id)).toMatchObject({ last_from: 'public', waiting_since: expect.any(Date) })
  })

  test('a private message is answered in private, in the same conversation', async () => {
    await using bed = await openDesk()
    const { send, hear } = working(bed)
    value(
      await sayAsPublic(bed, bed.as('danny'), anyone, {
        accountId: 'westport',
        name: 'Cadi',
        text: 'Can I ask something about parking?',
        direct: true,
      }),
    )
    await hear()
    const id = await heard(bed, 'Can I ask something about parking?')
    await takes(bed, 'leah', id)
    const { postId } = value(await begins(bed, 'leah', id, { private: true }))
    const s = await standingOf(bed.db, await postOf(bed, postId), bed.clock.now())
    expect(sheetOf(s.content, s.facts).answering).toMatchObject({ private: true, by: 'Cadi' })
    value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))
    await send()
    const theirs = await record(bed, 'Can I ask')
    expect(await record(bed, answerWords)).toMatchObject({ conversation: theirs?.conversation })
    expect((await record(bed, answerWords))?.conversation).toBeTruthy()
  })

  test('what the approval covers names the message; another place is refused; withdrawn before it left, the question waits', async () => {
    await using bed = await openDesk()
    const id = await bed.says('Is Quay Street shut tomorrow?')
    await takes(bed, 'leah', id)
    const { postId } = value(await begins(bed, 'leah', id))
    const elsewhere = { ...contentOf(await postOf(bed, postId)), targets: ['westport', 'eastby'] }
    const { edit } = value(await saveDraft(bed, bed.as('leah'), { id: postId, edit: 0, content: elsewhere }))
    const refusal = await publishAtOnce(bed, bed.as('leah'), { id: postId, edit })
    expect(refusal).toMatchObject({ ok: false, refusal: { words: expect.stringContaining('where it was asked') } })
    const back = { ...elsewhere, targets: ['westport'] }
    const saved = value(await saveDraft(bed, bed.as('leah'), { id: postId, edit, content: back }))
    value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: saved.edit }))
    value(await withdrawPost(bed, bed.as('leah'), { id: postId, reason: 'Said too soon.' }))
    await settleAnswers(bed)
    expect(await bed.conversation(id)).toMatchObject({
      draft_post_id: null,
      first_reply_at: null,
      waiting_since: expect.any(Date),
    })
  })
})

describe('one conversation, one answer', () => {
  test('refused for good: the conversation says by whom and why, and another answer can be begun', async () => {
    await using bed = await openDesk()
    const id = await bed.says('Is Quay Street shut tomorrow?')
    await takes(bed, 'leah', id)
    const { postId } = value(await begins(bed, 'leah', id))
    value(await askApproval(bed, bed.as('leah'), { id: postId, edit: 0 }))
    const { version } = await postOf(bed, postId)
    value(await refusePost(bed, bed.as('owen'), { id: postId, version, reason: 'The council answers this.' }))
    await settleAnswers(bed)
    await settleAnswers(bed)
    const refusals = await bed.db
      .selectFrom('conversation_act')
      .selectAll()
      .where('kind', '=', 'answerRefused')
      .execute()
    expect(refusals).toMatchObject([{ conversation_id: id, by_id: 'owen', words: 'The council answers this.' }])
    expect(value(await begins(bed, 'leah', id)).begun).toBe(true)
  })

  test('twenty people press at once: one answer is begun and one goes out', async () => {
    await using bed = await openDesk()
    const { send } = working(bed)
    const id = await bed.says('Is Quay Street shut tomorrow?')
    const people = ['leah', 'tom', 'nadia', 'ffion', 'danny', 'sian'] as const
    const twenty = Array.from({ length: 20 }, (_, n) => people[n % people.length] ?? 'leah')
    const outcomes = await Promise.all(
      twenty.map(async (who) => {
        const taken = await take(bed, bed.as(who), { id, over: null })
        if (!taken.ok) return taken.refusal.id
        const begun = await begins(bed, who, id)
        if (!begun.ok) return begun.refusal.id
        const out = await publishAtOnce(bed, bed.as(who), { id: begun.value.postId, edit: 0 })
        return out.ok ? 'sent' : out.refusal.id
      }),
    )
    expect(outcomes.filter((o) => o === 'heldByOther').length).toBeGreaterThanOrEqual(14)
    const posts = await bed.db.selectFrom('post').select('id').execute()
    expect(posts).toHaveLength(1)
    await send()
    const deliveries = await bed.db.selectFrom('delivery').select('state').execute()
    expect(deliveries.length).toBeLessThanOrEqual(1)
  })

  test('who takes it over has the words, signs them, and the one before can neither change nor send them', async () => {
    await using bed = await openDesk()
    const id = await bed.says('Is Quay Street shut tomorrow?')
    await takes(bed, 'tom', id)
    const { postId } = value(await begins(bed, 'tom', id))
    await takes(bed, 'leah', id, 'Tom has gone to an incident.')
    const content = contentWith({ targets: ['westport'], pieces: ['Never mind.'] })
    for (const outcome of [
      await saveDraft(bed, bed.as('tom'), { id: postId, edit: 0, content }),
      await discardPost(bed, bed.as('tom'), { id: postId }),
      await publishAtOnce(bed, bed.as('tom'), { id: postId, edit: 0 }),
    ])
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { id: 'keptForOther', words: expect.stringContaining('PC Leah Corrigan') },
      })
    expect(refused(await begins(bed, 'tom', id))).toBe('heldByOther')
    expect(value(await begins(bed, 'leah', id))).toMatchObject({ postId, begun: false })
    expect(await postOf(bed, postId)).toMatchObject({
      author_id: 'leah',
      writers: expect.arrayContaining(['tom', 'leah']),
    })
    value(await publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0 }))
  })

  test('nothing is answered that was not read, not held, closed, or already given up', async () => {
    await using bed = await openDesk()
    const id = await bed.says('Is Quay Street shut tomorrow?')
    expect(refused(await begins(bed, 'leah', id))).toBe('notHeldByYou')
    await takes(bed, 'leah', id)
    const { version } = await bed.conversation(id)
    await bed.says('It is urgent!', { to: id })
    expect(refused(await begins(bed, 'leah', id, { version }))).toBe('answeredMeanwhile')
    expect(refused(await begins(bed, 'leah', id, { messageId: 'nothing' }))).toBe('noConversation')
    expect(refused(await begins(bed, 'leah', id, { private: true }))).toBe('cannotSendPrivately')
    const { postId } = value(await begins(bed, 'leah', id))
    expect(value(await giveUpAnswer(bed, bed.as('leah'), { id }))).toEqual({ gaveUp: true })
    expect(value(await giveUpAnswer(bed, bed.as('leah'), { id }))).toEqual({ gaveUp: false })
    expect((await postOf(bed, postId)).stage).toBe('discarded')
    expect(await bed.acts(id)).toEqual(expect.arrayContaining(['answerBegun', 'answerGivenUp']))
    value(
      await close(bed, bed.as('leah'), await closing(bed, id, 'noAnswerNeeded', { reason: 'It says so on the page.' })),
    )
    expect(refused(await begins(bed, 'leah', id))).toBe('closed')
    expect(refused(await giveUpAnswer(bed, bed.as('leah'), { id }))).toBe('closed')
  })

  test('an account’s risk that waits is counted for the rules, and is gone when it is answered for', async () => {
    await using bed = await openDesk()
    const risk = async () =>
      (
        await bed.db
          .selectFrom('account')
          .select('unanswered_risk')
          .where('id', '=', 'westport')
          .executeTakeFirstOrThrow()
      ).unanswered_risk
    const id = await bed.says('she left a note', { category: 'threatOrVulnerable', danger: true })
    await settleAnswers(bed)
    expect(await risk()).toBe(1)
    await bed.db.updateTable('conversation').set({ waiting_since: null }).where('id', '=', id).execute()
    await settleAnswers(bed)
    expect(await risk()).toBe(0)
  })
})
