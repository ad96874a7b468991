import { expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import { saveDraft } from '../post.commands.ts'
import {
  approve,
  contentWith,
  deliveriesOf,
  later,
  openPosting,
  plainWords,
  postOf,
  refused,
  value,
} from '../posting.testbed.ts'
import { askApproval } from './approval.commands.ts'

test('asking freezes exactly this and keeps the check, also when nothing was found', async () => {
  await using bed = await openPosting()
  const { id, version, digest } = await bed.asked('tom')
  const frozen = await bed.db.selectFrom('post_version').selectAll().where('post_id', '=', id).executeTakeFirstOrThrow()
  expect(frozen).toMatchObject({
    version,
    digest,
    by_id: 'tom',
    sheet: {
      targets: [
        {
          accountId: 'westport',
          signature: { personId: 'tom', mark: 'PC TB' },
          pieces: [{ text: `PC TB: ${plainWords}` }],
        },
      ],
    },
  })
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  const check = await bed.db
    .selectFrom('check_result')
    .selectAll()
    .where('subject', '=', `post:${id}`)
    .executeTakeFirstOrThrow()
  expect(check).toMatchObject({ digest, outcome: 'clear' })
  expect((check.result as { checkedRules: string[] }).checkedRules.length).toBeGreaterThan(40)
})

test('what cannot go out is not put before anybody', async () => {
  await using bed = await openPosting()
  const ask = async (name: 'leah' | 'tom' | 'rhys', changes: Parameters<typeof contentWith>[0]) =>
    askApproval(bed, bed.as(name), { id: await bed.draft(name, changes), edit: 0 })
  const words = async (changes: Parameters<typeof contentWith>[0]) => {
    const outcome = await ask('leah', changes)
    return outcome.ok ? 'done' : `${outcome.refusal.id}: ${outcome.refusal.words}`
  }
  expect(await words({ targets: [] })).toBe('cannotGo: This cannot go out as it stands. Choose at least one account.')
  expect(await words({ pieces: [''] })).toContain('There are no words yet.')
  expect(await words({ pieces: ['x'.repeat(400)] })).toContain('too long for Practice, with your signature')
  expect(await words({ when: { ...later, wall: '2026-09-07T08:00' } })).toContain('is past. Choose a new time.')
  expect(await words({ when: { ...later, wall: '2026-02-30T08:00' } })).toContain('does not exist')
  expect(await words({ targets: ['chiefs'] })).toContain('PC Leah Corrigan does not contribute to Westshire Chiefs.')
  expect(await words({ speaksForId: 'theo' })).toContain('ACC Theo Ashdown does not contribute to Westport Police.')
  expect(refused(await ask('rhys', {}))).toBe('notYours')
  const id = await bed.draft('leah')
  expect(refused(await askApproval(bed, bed.as('leah'), { id, edit: 5 }))).toBe('changedByOther')
  expect(refused(await askApproval(bed, bed.as('theo'), { id, edit: 0 }))).toBe('notYours')
  expect(refused(await askApproval(bed, bed.as('leah'), { id: 'none', edit: 0 }))).toBe('noPost')
})

test('somebody else approves, once, and what was approved is what is queued', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { targets: ['westport', 'eastby'], when: later })
  expect(refused(await approve(bed, 'leah', asked))).toBe('ownPost')
  expect(refused(await approve(bed, 'tom', asked))).toBe('notAllowedHere')
  expect(refused(await approve(bed, 'ffion', { ...asked, version: 2 }))).toBe('changedSince')
  expect(refused(await approve(bed, 'ffion', { ...asked, digest: 'other' }))).toBe('changedSince')
  expect(refused(await approve(bed, 'ffion', { ...asked, id: 'none' }))).toBe('noPost')
  const both = await Promise.all([approve(bed, 'ffion', asked), approve(bed, 'nadia', asked)])
  expect(both.map(refused).sort()).toEqual(['done', 'notAsked'])
  const rows = await deliveriesOf(bed, asked.id)
  expect(rows.map((d) => [d.account_id, d.state, d.due_at.toISOString(), d.late_after.toISOString()]).sort()).toEqual([
    ['eastby', 'waiting', '2026-09-08T07:00:00.000Z', '2026-09-08T07:30:00.000Z'],
    ['westport', 'waiting', '2026-09-08T07:00:00.000Z', '2026-09-08T07:30:00.000Z'],
  ])
  const texts = await bed.db.selectFrom('piece').select('text').orderBy('text').execute()
  expect(texts.map((t) => t.text)).toEqual([`PC LC: ${plainWords}`, `${plainWords} ^LC`])
  expect(await postOf(bed, asked.id)).toMatchObject({
    stage: 'released',
    path: 'approved',
    due_at: new Date('2026-09-08T07:00:00Z'),
  })
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('a late approval never fires: everything is held and waits for a new time', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('tom', { when: later })
  bed.clock.set('2026-09-08T07:00:01Z')
  expect(value(await approve(bed, 'ffion', asked))).toEqual({
    dueAt: '2026-09-08T07:00:00.000Z',
    late: true,
    held: 1,
    targets: 1,
  })
  expect(await deliveriesOf(bed, asked.id)).toMatchObject([
    { state: 'held', words: expect.stringContaining('Choose a new time') },
  ])
})

test('every kind of change voids what was asked', async () => {
  await using bed = await openPosting()
  const change = async (changes: Parameters<typeof contentWith>[0], from: Parameters<typeof contentWith>[0] = {}) => {
    const asked = await bed.asked('leah', { when: later, ...from })
    const saved = value(
      await saveDraft(bed, bed.as('leah'), {
        id: asked.id,
        edit: 0,
        content: contentWith({ when: later, ...from, ...changes }),
      }),
    )
    expect(saved, JSON.stringify(changes)).toMatchObject({ stage: 'draft', version: 2, approvalEnded: true })
    expect(refused(await approve(bed, 'ffion', asked))).toBe('notAsked')
    const again = value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: saved.edit }))
    expect(again).toMatchObject({ version: 2 })
    expect(again.digest).not.toBe(asked.digest)
    expect(refused(await approve(bed, 'ffion', asked))).toBe('changedSince')
  }
  const picture = {
    sha256: 'a',
    media_type: 'image/jpeg',
    width: 1,
    height: 1,
    bytes: new Uint8Array(1),
    added_by: 'leah',
    added_at: bed.clock.now(),
    force_id: bed.forceId,
  }
  await bed.db
    .insertInto('picture')
    .values([
      { ...picture, id: 'p1' },
      { ...picture, id: 'p2', sha256: 'b' },
    ])
    .execute()
  const pictures = [{ id: 'p1', alt: 'A quiet road', piece: 0 }]
  await change({ pieces: ['Other words.'] })
  await change({ targets: ['westport', 'eastby'] })
  await change({ when: { ...later, wall: '2026-09-08T08:01' } })
  await change({ when: { ...later, zone: 'Europe/Paris' } })
  await change({ when: { kind: 'now' } })
  await change({ language: 'cy' })
  await change({ variants: { westport: ['Only here.'] } })
  await change({ pictures: [{ id: 'p1', alt: 'A wet road', piece: 0 }] }, { pictures })
  await change({ pictures: [{ id: 'p2', alt: 'A quiet road', piece: 0 }] }, { pictures })
  await change({ pictures: [] }, { pictures })
  await change({ speaksForId: 'nadia' })
})

test('a change of what approval does not cover leaves the asking as it is', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah')
  const rationale = { purpose: 'a', lawful: 'b', necessary: 'c', proportionate: 'd' }
  expect(
    value(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content: contentWith({ rationale }) })),
  ).toMatchObject({ stage: 'asked', version: 1, edit: 1 })
  expect(value(await approve(bed, 'ffion', asked))).toMatchObject({ late: false })
})

test('what changed outside the post since it was frozen is refused by name', async () => {
  await using bed = await openPosting()
  const reason = async (asked: { id: string; version: number; digest: string }) => {
    const outcome = await approve(bed, 'ffion', asked)
    return outcome.ok ? 'done' : `${outcome.refusal.id}: ${outcome.refusal.words}`
  }
  const promoted = await bed.asked('tom')
  await bed.db.updateTable('signature').set({ mark: 'Sgt TB' }).where('person_id', '=', 'tom').execute()
  expect(await reason(promoted)).toContain('Signature on WestportPolice: was PC TB, is Sgt TB.')
  expect(value(await askApproval(bed, bed.as('tom'), { id: promoted.id, edit: 0 }))).toMatchObject({ version: 2 })
  const leaver = await bed.asked('leah')
  await bed.db.updateTable('contributor').set({ until_at: bed.clock.now() }).where('person_id', '=', 'leah').execute()
  expect(await reason(leaver)).toContain(
    'changedSince: Since this was put before you something changed. PC Leah Corrigan does not contribute to Westport Police.',
  )
  expect(await postOf(bed, leaver.id)).toMatchObject({ stage: 'asked' })
})
