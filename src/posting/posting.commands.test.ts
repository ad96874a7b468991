import { expect, test } from 'vitest'
import { askApproval } from './approval/approval.commands.ts'
import { publishAtOnce, publishEmergency } from './approval/release.commands.ts'
import { correctPost, discardPost, reopenPost, saveDraft, startDraft, withdrawPost } from './post.commands.ts'
import {
  approve,
  contentWith,
  deliveriesOf,
  later,
  openPosting,
  plainWords,
  postOf,
  refused,
  sendAll,
  value,
} from './posting.testbed.ts'

test('two people who edit at once lose nothing: the later is refused and both texts come back', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  const first = contentWith({ pieces: ['What Leah wrote.'] })
  expect(value(await saveDraft(bed, bed.as('leah'), { id, edit: 0, content: first }))).toMatchObject({
    version: 1,
    edit: 1,
    stage: 'draft',
    approvalEnded: false,
  })
  const second = await saveDraft(bed, bed.as('tom'), {
    id,
    edit: 0,
    content: contentWith({ pieces: ['What Tom wrote.'] }),
  })
  expect(second).toMatchObject({
    ok: false,
    refusal: { id: 'changedByOther' },
    facts: {
      edit: 1,
      theirs: { pieces: ['What Leah wrote.'] },
      yours: { pieces: ['What Tom wrote.'] },
      by: { id: 'leah' },
    },
  })
  expect((await postOf(bed, id)).words).toBe('What Leah wrote.')
  expect(value(await saveDraft(bed, bed.as('leah'), { id, edit: 0, content: first }))).toMatchObject({ edit: 1 })
  const racing = await Promise.all(
    ['leah', 'tom'].map((name) =>
      saveDraft(bed, bed.as(name as 'leah' | 'tom'), {
        id,
        edit: 1,
        content: contentWith({ pieces: [`Again ${name}.`] }),
      }),
    ),
  )
  expect(racing.map(refused).sort()).toEqual(['changedByOther', 'done'])
})

test('a draft is changed by those it belongs to, and by nobody once it ended', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  const content = contentWith()
  expect(refused(await saveDraft(bed, bed.as('theo'), { id, edit: 0, content }))).toBe('notYours')
  expect(refused(await discardPost(bed, bed.as('theo'), { id }))).toBe('notYours')
  expect(refused(await saveDraft(bed, bed.as('leah'), { id: 'none', edit: 0, content }))).toBe('noPost')
  expect(refused(await startDraft(bed, bed.actor, {}))).toBe('notAllowedHere')
  expect(value(await discardPost(bed, bed.as('leah'), { id })).stage).toBe('discarded')
  const after = [
    await saveDraft(bed, bed.as('leah'), { id, edit: 0, content: contentWith({ pieces: ['x'] }) }),
    await discardPost(bed, bed.as('leah'), { id }),
    await askApproval(bed, bed.as('leah'), { id, edit: 0 }),
    await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }),
    await publishEmergency(bed, bed.as('ffion'), { id, edit: 0, reason: 'x', overrides: {} }),
  ]
  expect(after.map(refused)).toEqual(['ended', 'ended', 'ended', 'ended', 'ended'])
})

test('what has not left is taken back: its approval ends and the next asking is a new version', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { when: later })
  expect(refused(await reopenPost(bed, bed.as('leah'), { id: asked.id }))).toBe('notReleased')
  value(await approve(bed, 'ffion', asked))
  expect(
    refused(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content: contentWith({ pieces: ['x'] }) })),
  ).toBe('released')
  expect(refused(await discardPost(bed, bed.as('leah'), { id: asked.id }))).toBe('released')
  expect(refused(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: 0 }))).toBe('released')
  expect(refused(await reopenPost(bed, bed.as('theo'), { id: 'none' }))).toBe('noPost')
  expect(refused(await reopenPost(bed, bed.as('rhys'), { id: asked.id }))).toBe('notYours')
  expect(value(await reopenPost(bed, bed.as('leah'), { id: asked.id }))).toEqual({ version: 2, edit: 0, voided: 1 })
  expect(await deliveriesOf(bed, asked.id)).toMatchObject([{ state: 'withdrawn' }])
  expect(refused(await approve(bed, 'ffion', asked))).toBe('notAsked')
  const again = { id: asked.id, ...value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: 0 })) }
  value(await approve(bed, 'ffion', again))
  await sendAll(bed, asked.id)
  expect(refused(await reopenPost(bed, bed.as('leah'), { id: asked.id }))).toBe('leftAlready')
})

test('a correction stands beside the first and goes through approval as any', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { targets: ['westport', 'eastby'] })
  value(await approve(bed, 'ffion', asked))
  const correct = (name: 'leah' | 'tom', id = asked.id) =>
    correctPost(bed, bed.as(name), {
      id,
      reason: 'The day was wrong.',
      pieces: ['Correction: we come on Friday 11 September.'],
    })
  expect(refused(await correct('leah'))).toBe('notSent')
  await sendAll(bed, asked.id)
  expect(refused(await correct('tom'))).toBe('notYours')
  expect(refused(await correct('leah', 'none'))).toBe('noPost')
  const { id } = value(await correct('leah'))
  expect(await postOf(bed, id)).toMatchObject({
    stage: 'draft',
    corrects_post_id: asked.id,
    corrects_reason: 'The day was wrong.',
    content: { targets: ['westport', 'eastby'] },
  })
  const again = { id, ...value(await askApproval(bed, bed.as('leah'), { id, edit: 0 })) }
  expect(value(await approve(bed, 'ffion', again))).toMatchObject({ targets: 2 })
})

test('withdrawing says what waits no more, what is being removed, and what is frozen', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { targets: ['westport', 'eastby'], when: later })
  const withdraw = (name: 'leah' | 'tom', id = asked.id) =>
    withdrawPost(bed, bed.as(name), { id, reason: 'The event is off.' })
  expect(refused(await withdraw('leah'))).toBe('notReleased')
  expect(refused(await withdraw('leah', 'none'))).toBe('noPost')
  value(await approve(bed, 'ffion', asked))
  expect(refused(await withdraw('tom'))).toBe('notYours')
  await bed.db.updateTable('delivery').set({ state: 'sending' }).where('post_id', '=', asked.id).execute()
  expect(refused(await withdraw('leah'))).toBe('beingSent')
  await bed.db.updateTable('delivery').set({ state: 'waiting' }).where('account_id', '=', 'eastby').execute()
  expect(value(await withdraw('leah'))).toEqual({ withdrawn: 1, removing: 0, frozen: 1 })
  await sendAll(bed, asked.id)
  expect(
    (await bed.db.selectFrom('post').select('words').where('id', '=', asked.id).executeTakeFirstOrThrow()).words,
  ).toBe(plainWords)
})

test('a correction with nothing but its first word is not sent by anybody', async () => {
  await using bed = await openPosting()
  const first = await bed.asked('leah')
  value(await approve(bed, 'ffion', first))
  await sendAll(bed, first.id)
  const { id } = value(await correctPost(bed, bed.as('leah'), { id: first.id, reason: 'The day was wrong.' }))
  expect((await postOf(bed, id)).content).toMatchObject({ pieces: ['Correction: '] })
  const words =
    'This cannot go out as it stands. Nothing but “Correction:” is written. Say what was wrong and what is right.'
  expect(await askApproval(bed, bed.as('leah'), { id, edit: 0 })).toMatchObject({ refusal: { id: 'cannotGo', words } })
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))).not.toBe('done')
  expect(
    await publishEmergency(bed, bed.as('ffion'), { id, edit: 0, reason: 'A life is in danger.', overrides: {} }),
  ).toMatchObject({ refusal: { id: 'cannotGo', words } })
  const written = contentWith({ pieces: ['Correction: we are there on Friday 11 September.'] })
  value(await saveDraft(bed, bed.as('leah'), { id, edit: 0, content: written }))
  expect(refused(await askApproval(bed, bed.as('leah'), { id, edit: 1 }))).toBe('done')
})

test('nobody is asked to look afterwards at what was withdrawn before any of it went out', async () => {
  await using bed = await openPosting()
  const looks = async (id: string) =>
    (await bed.db.selectFrom('afterlook').select('why').where('post_id', '=', id).execute()).length
  const released = async (when?: typeof later) => {
    const id = await bed.draft('leah', when ? { when, targets: ['westport'] } : {})
    value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
    expect(await looks(id)).toBe(1)
    return id
  }
  const withdraw = async (id: string, name: 'leah' | 'ffion' = 'leah') =>
    value(await withdrawPost(bed, bed.as(name), { id, reason: 'The event is off.' }))
  const waits = await released(later)
  expect(await withdraw(waits)).toEqual({ withdrawn: 1, removing: 0, frozen: 0 })
  expect(await looks(waits)).toBe(0)

  const out = await released()
  await sendAll(bed, out)
  expect(await withdraw(out)).toMatchObject({ removing: 1 })
  expect(await looks(out)).toBe(1)

  // Begun, and nobody knows how it ended: people may have seen it.
  const doubtful = await released()
  const [delivery] = await deliveriesOf(bed, doubtful)
  await bed.db.updateTable('delivery').set({ state: 'needs-person' }).where('post_id', '=', doubtful).execute()
  await bed.db
    .insertInto('attempt')
    .values({
      force_id: bed.forceId,
      id: 't',
      delivery_id: delivery?.id ?? '',
      n: 0,
      act: 'send',
      worker: 'w',
      started_at: bed.clock.now(),
      ended_at: bed.clock.now(),
      ending: 'unknown',
    })
    .execute()
  expect(await withdraw(doubtful, 'ffion')).toMatchObject({ withdrawn: 1 })
  expect(await looks(doubtful)).toBe(1)
})
