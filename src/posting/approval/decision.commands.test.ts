import { expect, test } from 'vitest'
import { saveDraft } from '../post.commands.ts'
import {
  approve,
  contentWith,
  guilty,
  named,
  nameKey,
  openPosting,
  plainWords,
  postOf,
  refused,
  value,
} from '../posting.testbed.ts'
import { askApproval, decideFinding, refusePost, sendBackPost } from './approval.commands.ts'
import { publishAtOnce } from './release.commands.ts'

test('whoever changed it last does not approve it; the one whose name it carries does', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('tom')
  const saved = value(
    await saveDraft(bed, bed.as('nadia'), {
      id,
      edit: 0,
      content: contentWith({ pieces: [`${plainWords} Bring the children.`] }),
    }),
  )
  const asked = { id, ...value(await askApproval(bed, bed.as('tom'), { id, edit: saved.edit })) }
  expect(refused(await approve(bed, 'nadia', asked))).toBe('ownPost')
  expect(value(await approve(bed, 'ffion', asked))).toMatchObject({ held: 0 })

  const forTheo = await bed.asked('mina', { targets: ['chiefs'], speaksForId: 'theo' })
  expect(refused(await approve(bed, 'mina', forTheo))).toBe('ownPost')
  expect(refused(await approve(bed, 'ffion', forTheo))).toBe('notAllowedHere')
  expect(value(await approve(bed, 'theo', forTheo))).toMatchObject({ held: 0 })
  const [piece] = await bed.db
    .selectFrom('piece as p')
    .innerJoin('delivery as d', 'd.id', 'p.delivery_id')
    .select('p.text')
    .where('d.post_id', '=', forTheo.id)
    .execute()
  expect(piece?.text).toBe(`ACC TA: ${plainWords}`)
})

test('with standing consent somebody else approves for the officer, or the delegate releases what is clear', async () => {
  await using bed = await openPosting()
  await bed.db
    .insertInto('delegation')
    .values({
      force_id: bed.forceId,
      id: 'd',
      account_id: 'chiefs',
      by_person_id: 'theo',
      to_person_id: 'mina',
      from_at: new Date('2026-01-01'),
      until_at: new Date('2026-12-01'),
    })
    .execute()
  const asked = await bed.asked('mina', { targets: ['chiefs'], speaksForId: 'theo' })
  expect(value(await approve(bed, 'ffion', asked))).toMatchObject({ held: 0 })
  const id = await bed.draft('mina', { targets: ['chiefs'], speaksForId: 'theo' })
  expect(value(await publishAtOnce(bed, bed.as('mina'), { id, edit: 0 }))).toMatchObject({ held: 0 })
})

test('what needs approval is approved by a role that the rule names', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { pieces: [guilty] })
  const outcome = await approve(bed, 'ffion', asked)
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { id: 'notDecided' },
    facts: { findings: [{ key: 'R03|words||burglar' }, { key: 'R03|words||caught red-handed' }] },
  })
  expect(value(await approve(bed, 'nadia', asked))).toMatchObject({ held: 0 })
})

test('what is blocked waits for a named role, with a reason, for exactly these words', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { pieces: [named] })
  const decide = (name: 'leah' | 'ffion' | 'paula', changes: Record<string, unknown> = {}) =>
    decideFinding(bed, bed.as(name), { ...asked, finding: nameKey, reason: 'He is a danger to others.', ...changes })
  expect(refused(await approve(bed, 'nadia', asked))).toBe('notDecided')
  expect(refused(await decide('leah'))).toBe('ownPost')
  expect(refused(await decide('ffion'))).toBe('notAllowedHere')
  expect(refused(await decide('paula', { finding: 'R99|words||x' }))).toBe('noFinding')
  expect(refused(await decide('paula', { version: 9 }))).toBe('changedSince')
  expect(refused(await decide('paula', { id: 'none' }))).toBe('noPost')
  expect(value(await decide('paula'))).toEqual({ role: 'sio' })
  expect(refused(await approve(bed, 'nadia', asked))).toBe('noRationale')
  const rationale = {
    purpose: 'Find him before he hurts somebody',
    lawful: 'Prevent crime',
    necessary: 'Other ways failed',
    proportionate: 'Name and age only',
  }
  const saved = value(
    await saveDraft(bed, bed.as('leah'), {
      id: asked.id,
      edit: 0,
      content: contentWith({ pieces: [named], rationale }),
    }),
  )
  expect(saved).toMatchObject({ stage: 'asked', version: 1 })
  expect(value(await approve(bed, 'nadia', asked))).toMatchObject({ held: 0 })
  expect(refused(await decide('paula'))).toBe('notAsked')
  const decisions = await bed.db
    .selectFrom('decision')
    .select(['kind', 'role', 'reason', 'digest', 'version'])
    .orderBy('kind')
    .execute()
  expect(decisions).toMatchObject([
    { kind: 'approve' },
    { kind: 'override', role: 'sio', reason: 'He is a danger to others.', digest: asked.digest, version: 1 },
  ])
})

test('a decision and its rationale do not outlive the words they were about', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { pieces: [named] })
  const rationale = { purpose: 'p', lawful: 'l', necessary: 'n', proportionate: 'p' }
  value(await decideFinding(bed, bed.as('paula'), { ...asked, finding: nameKey, reason: 'Danger.', rationale }))
  const { edit } = await postOf(bed, asked.id)
  value(
    await saveDraft(bed, bed.as('leah'), {
      id: asked.id,
      edit,
      content: contentWith({ pieces: [`${named} He is tall.`], rationale }),
    }),
  )
  const again = { id: asked.id, ...value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: edit + 1 })) }
  expect(again.outcome).toBe('block')
  expect(refused(await approve(bed, 'nadia', again))).toBe('notDecided')
})

test('sent back it can be asked again; refused it ends; both with a reason', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah')
  const back = (name: 'leah' | 'tom' | 'ffion', changes: Record<string, unknown> = {}) =>
    sendBackPost(bed, bed.as(name), { ...asked, reason: 'Say which library.', ...changes })
  expect([
    refused(await back('leah')),
    refused(await back('tom')),
    refused(await back('ffion', { version: 4 })),
    refused(await back('ffion', { id: 'none' })),
  ]).toEqual(['ownPost', 'notAllowedHere', 'changedSince', 'noPost'])
  expect(value(await back('ffion')).stage).toBe('sentBack')
  expect(refused(await back('ffion'))).toBe('notAsked')
  const again = value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: 0 }))
  expect(again).toMatchObject({ version: 1, digest: asked.digest })
  expect(value(await refusePost(bed, bed.as('ffion'), { ...asked, reason: 'Not ours to say.' })).stage).toBe(
    'discarded',
  )
  expect(refused(await refusePost(bed, bed.as('ffion'), { ...asked, reason: 'Again.' }))).toBe('notAsked')
})

test('what still needs a decision is said in whole sentences, whatever the finding ends with', async () => {
  await using bed = await openPosting()
  const words = async (outcome: ReturnType<typeof approve>) => {
    const found = await outcome
    return found.ok ? 'done' : found.refusal.words
  }
  const asked = await bed.asked('leah', { pieces: [guilty] })
  await bed.db
    .insertInto('hold')
    .values({
      force_id: bed.forceId,
      id: 'h',
      scope: 'account',
      target: 'westport',
      reason: 'A collision in Westport.',
      placed_by: 'gwen',
      placed_at: bed.clock.now(),
    })
    .execute()
  expect(await words(approve(bed, 'nadia', asked))).toBe(
    'Westport Police is on hold: A collision in Westport. This still needs a decision.',
  )
  await bed.db.deleteFrom('hold').execute()
  const named1 = await bed.asked('leah', { pieces: [named] })
  expect(await words(approve(bed, 'nadia', named1))).toMatch(/[^.]\. This still needs a decision\.$/)
  const gone = await bed.asked('tom', { pieces: [plainWords] })
  await bed.db.updateTable('signature').set({ mark: 'Sgt TB' }).where('person_id', '=', 'tom').execute()
  const drifted = await approve(bed, 'nadia', gone)
  expect(drifted).toMatchObject({
    facts: {
      reasons: [
        'Signature on WestportPolice: was PC TB, is Sgt TB.',
        `Words on WestportPolice: was “PC TB: ${plainWords}”, is “Sgt TB: ${plainWords}”`,
      ],
    },
  })
  expect(await words(Promise.resolve(drifted))).not.toMatch(/\.\.| {2}|\.:/)
})
