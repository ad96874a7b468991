import { expect, test } from 'vitest'
import { changeAsPublic, replyAsPublic, sayAsPublic } from '../../networks/practice/practice.commands.ts'
import { approvePost, askApproval } from '../../posting/approval/approval.commands.ts'
import { approvalOf } from '../../posting/approval/approval.queries.ts'
import { recheck } from '../../posting/approval/recheck.commands.ts'
import { publishAtOnce, publishEmergency } from '../../posting/approval/release.commands.ts'
import { workOnce } from '../../posting/delivery/deliver.jobs.ts'
import { putBack } from '../../posting/delivery/hold.commands.ts'
import { paces } from '../../posting/delivery/pace.ts'
import { reopenPost } from '../../posting/post.commands.ts'
import { deliveriesOf, postOf, refused, value } from '../../posting/posting.testbed.ts'
import { postRecord } from '../../posting/record/record.queries.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { categorise, take } from '../conversation.commands.ts'
import { conversationFor } from '../conversation.queries.ts'
import { openDesk } from '../inbox.testbed.ts'
import { listenerOf, listenOnce } from '../listening/listen.jobs.ts'
import { beginAnswer, giveUpAnswer } from './answer.commands.ts'

const anyone = () => true
const words = 'The street opens again at 6pm on Thursday 10 September. Thank you for asking.'

/** Bethan asked on the practice network, PC Leah Corrigan has it and has begun the answer. */
async function asking() {
  const bed = await openDesk()
  const { lineOf, forget } = openLines(bed)
  const danny = bed.as('danny')
  const hear = async (minutes: number) => {
    bed.clock.forward(minutes * 60_000)
    await listenOnce(bed, listenerOf(bed, lineOf))
  }
  const said = { accountId: 'westport', name: 'Bethan', text: 'Is Quay Street shut tomorrow?', direct: false }
  const theirs = value(await sayAsPublic(bed, danny, anyone, said)).id
  await hear(1)
  const { id } = await bed.db.selectFrom('conversation').select('id').executeTakeFirstOrThrow()
  value(await take(bed, bed.as('leah'), { id, over: null }))
  const { version } = await bed.conversation(id)
  const answering = { id, version, messageId: null, private: false, words }
  const { postId } = value(await beginAnswer(bed, bed.as('leah'), answering))
  return Object.assign(bed, {
    id,
    postId,
    hear,
    /** Somebody says this below it, and we hear it two minutes later. */
    writes: async (text: string, name = 'Bethan') => {
      value(await replyAsPublic(bed, danny, anyone, { id: theirs, name, text }))
      await hear(2)
    },
    changes: async (text: string | null, minutes = 10) => {
      value(await changeAsPublic(bed, danny, anyone, { id: theirs, text }))
      await hear(minutes)
    },
    publish: (seen = 0) => publishAtOnce(bed, bed.as('leah'), { id: postId, edit: 0, seen }),
    send: () => workOnce(bed, { name: 'w', pace: paces.quick, lineOf, forget }),
    draft: async () =>
      value(await conversationFor(bed.db, bed.as('leah'), bed.clock.now(), id)).draft ?? {
        meanwhile: null,
        held: null,
      },
  })
}

test('they wrote again: neither asking nor approving goes on before what they wrote was seen, and both are told what came', async () => {
  await using bed = await asking()
  const [leah, owen] = [bed.as('leah'), bed.as('owen')]
  expect((await bed.draft()).meanwhile).toBeNull()
  await bed.writes('And on Friday?')
  const told = ['They wrote again at 10:01.']
  expect((await bed.draft()).meanwhile).toEqual({ n: 1, says: told })
  const asked = await askApproval(bed, leah, { id: bed.postId, edit: 0 })
  expect(asked).toMatchObject({
    ok: false,
    refusal: { id: 'meanwhile', words: expect.stringContaining(told[0] ?? '') },
  })
  expect((await postOf(bed, bed.postId)).stage).toBe('draft')
  const { version, digest } = value(await askApproval(bed, leah, { id: bed.postId, edit: 0, seen: 1 }))

  const approving = (seen = 0) => approvePost(bed, owen, { id: bed.postId, version, digest, reason: '', seen })
  const read = async () => value(await approvalOf(bed.db, owen, bed.clock.now(), bed.postId)).post.meanwhile
  expect(await read()).toBeNull()
  await bed.writes('Hello? I need it for Friday evening.')
  expect(await read()).toEqual({ n: 2, says: ['They wrote again at 10:03.'] })
  const tooSoon = await approving()
  expect(tooSoon).toMatchObject({ ok: false, refusal: { words: expect.stringMatching(/10:03.*approve it or send/) } })
  expect(refused(await approving(1))).toBe('meanwhile')
  expect((await postOf(bed, bed.postId)).stage).toBe('asked')
  value(await approving(2))
  await bed.send()
  expect(await deliveriesOf(bed, bed.postId)).toMatchObject([{ state: 'sent' }])
  expect(JSON.stringify(await bed.db.selectFrom('fact').selectAll().execute())).not.toContain('Friday evening')
})

test('released and not yet out: it is held, somebody is told why, and it goes on only after it was taken back and read', async () => {
  await using bed = await asking()
  value(await bed.publish())
  await bed.writes('Never mind, I have found it.')
  await bed.send()
  const why = expect.stringMatching(/^They wrote again at 10:01\. So it was held and nothing was sent\./)
  expect(await deliveriesOf(bed, bed.postId)).toMatchObject([{ state: 'held', words: why }])
  expect(await bed.draft()).toMatchObject({ held: why, meanwhile: { n: 1 } })
  const record = value(await postRecord(bed.db, bed.as('leah'), bed.clock.now(), bed.postId))
  expect(record.standing).toEqual(['They wrote again at 10:01.'])
  const alarms = await bed.db.selectFrom('alarm').select(['kind', 'words']).where('settled_at', 'is', null).execute()
  expect(alarms).toEqual([{ kind: 'missed', words: why }])

  const [held] = await deliveriesOf(bed, bed.postId)
  const back = await putBack(bed, bed.as('ffion'), held?.id ?? '', true, recheck)
  expect(back).toMatchObject({ ok: false, refusal: { id: 'rulesStopIt', words: why } })
  value(await reopenPost(bed, bed.as('leah'), { id: bed.postId, reason: 'They wrote again.' }))
  expect(refused(await bed.publish())).toBe('meanwhile')
  value(await bed.publish(1))
  await bed.send()
  expect((await deliveriesOf(bed, bed.postId)).map((d) => d.state).sort()).toEqual(['sent', 'withdrawn'])
})

test('they changed it, deleted it, or somebody may be in danger there: each stops the answer; what others add does not', async () => {
  await using bed = await asking()
  await bed.writes('I would like to know that too', 'Cadi')
  expect((await bed.draft()).meanwhile).toBeNull()
  await bed.changes('Is Quay Street shut on Sunday?')
  await bed.writes('There is a man with a knife attacking somebody here right now, help', 'Dan')
  await bed.changes(null)
  const says = (await bed.draft()).meanwhile?.says.map((line) => line.replace(/ at .*|; .*/, ''))
  expect(says).toEqual([
    'They changed what they had said',
    'Somebody there may be in danger, as heard',
    'They deleted what they had said',
  ])
  const emergency = { id: bed.postId, edit: 0, reason: 'A man with a knife.', overrides: {} }
  value(await take(bed, bed.as('ffion'), { id: bed.id, over: { reason: 'An emergency.' } }))
  expect(refused(await publishEmergency(bed, bed.as('ffion'), emergency))).toBe('meanwhile')
  expect(refused(await publishEmergency(bed, bed.as('ffion'), { ...emergency, seen: 3 }))).toBe('done')
})

test('a person who says that somebody is in danger stops the answer that was begun before', async () => {
  await using bed = await asking()
  value(await categorise(bed, bed.as('danny'), { id: bed.id, category: 'threatOrVulnerable' }))
  expect(refused(await bed.publish())).toBe('meanwhile')
})

test('what they write may make it intelligence: from then on the answer is for those who read that', async () => {
  await using bed = await asking()
  const restricted = async () => (await postOf(bed, bed.postId)).restricted
  await bed.writes('And on Friday?')
  expect(await restricted()).toBe(false)
  await bed.writes('I know who did the break ins, he keeps the stolen bikes in the lock up behind the pub')
  expect((await bed.conversation(bed.id)).category).toBe('intelligence')
  expect(await restricted()).toBe(true)
})

test('what is being answered is looked at again within a minute, and what is no longer answered as rarely as before', async () => {
  await using bed = await asking()
  await bed.hear(1)
  await bed.changes('Is Quay Street shut on Sunday?', 1)
  expect((await bed.draft()).meanwhile?.says).toEqual([expect.stringMatching(/^They changed what they had said/)])
  value(await giveUpAnswer(bed, bed.as('leah'), { id: bed.id }))
  await bed.hear(1)
  const { look_at } = await bed.db.selectFrom('message').select('look_at').executeTakeFirstOrThrow()
  expect(look_at).toEqual(new Date(bed.clock.now().getTime() + 300_000))
})
