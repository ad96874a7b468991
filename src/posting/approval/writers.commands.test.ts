import { expect, test } from 'vitest'
import { saveDraft } from '../post.commands.ts'
import {
  approve,
  contentWith,
  named,
  nameKey,
  openPosting,
  type PostingBed,
  plainWords,
  postOf,
  refused,
  value,
} from '../posting.testbed.ts'
import { approvePost, askApproval, decideFinding, sendBackPost } from './approval.commands.ts'
import { publishAtOnce, publishEmergency } from './release.commands.ts'

const roles = {
  approves: ['contributor', 'supervisor'],
  decides: ['contributor', 'sio'],
  leads: ['contributor', 'gold'],
} as const

/** Somebody who contributes here and whose role would let them approve, decide or release in an emergency. */
const tomAs = (bed: PostingBed, kind: keyof typeof roles) => ({ ...bed.as('tom'), roles: roles[kind] })

type Changes = Parameters<typeof contentWith>[0]

/** Leah's draft, into which Tom saved something; then put before an approver. */
async function withTomsHand(bed: PostingBed, from: Changes, his: Changes, after: Changes[] = []) {
  const id = await bed.draft('leah', from)
  let { edit } = value(await saveDraft(bed, bed.as('tom'), { id, edit: 0, content: contentWith({ ...from, ...his }) }))
  for (const changes of after)
    edit = value(
      await saveDraft(bed, bed.as('leah'), { id, edit, content: contentWith({ ...from, ...his, ...changes }) }),
    ).edit
  return { id, edit, ...value(await askApproval(bed, bed.as('leah'), { id, edit })) }
}

const hisWords = { pieces: [`${plainWords} Bring the children.`] }

const writersWords = 'Words of yours are in this, so someone else approves it.'

test('whoever saved words into another’s draft does not approve it, whatever the author saves afterwards', async () => {
  await using bed = await openPosting()
  const uncovered = { intent: 'engage', objectiveId: null, reviewAt: '2026-10-01T08:00:00.000Z' } as const
  for (const after of [[], [uncovered], [{ pieces: ['Come to Eastby library on Thursday 10 September.'] }]]) {
    const asked = await withTomsHand(bed, {}, hisWords, after)
    expect(await approvePost(bed, tomAs(bed, 'approves'), { ...asked, reason: '' })).toMatchObject({
      refusal: { id: 'ownPost', words: writersWords },
    })
    expect((await postOf(bed, asked.id)).writers).toEqual(['leah', 'tom'])
    expect(value(await approve(bed, 'nadia', asked))).toMatchObject({ held: 0 })
  }
})

test('whoever made himself the one in whose name it goes out does not release it either', async () => {
  await using bed = await openPosting()
  const asked = await withTomsHand(bed, {}, { speaksForId: 'tom' })
  expect(await approve(bed, 'tom', asked)).toMatchObject({ refusal: { id: 'ownPost', words: writersWords } })
  // The same name, chosen by the author, is his to release.
  const chosen = await bed.asked('leah', { speaksForId: 'tom' })
  expect(value(await approve(bed, 'tom', chosen))).toMatchObject({ held: 0 })
})

test('a save that puts in nothing of one’s own leaves the approval open', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  const { edit } = value(
    await saveDraft(bed, bed.as('nadia'), { id, edit: 0, content: contentWith({ intent: 'engage' }) }),
  )
  const asked = { id, ...value(await askApproval(bed, bed.as('leah'), { id, edit })) }
  expect((await postOf(bed, id)).writers).toEqual(['leah'])
  expect(value(await approve(bed, 'nadia', asked))).toMatchObject({ held: 0 })
})

test('whoever wrote in it decides nothing that the rules found, asked for or in an emergency', async () => {
  await using bed = await openPosting()
  const asked = await withTomsHand(bed, {}, { pieces: [named] })
  const decision = { ...asked, finding: nameKey, reason: 'He is a danger to others.' }
  expect(refused(await decideFinding(bed, tomAs(bed, 'decides'), decision))).toBe('ownPost')
  const emergency = (actor: ReturnType<typeof tomAs>) =>
    publishEmergency(bed, actor, {
      id: asked.id,
      edit: asked.edit,
      reason: 'He is near a school.',
      overrides: { [nameKey]: 'He threatened to kill.' },
    })
  expect(refused(await emergency(tomAs(bed, 'leads')))).toBe('notDecided')
  expect(value(await emergency({ ...bed.as('gwen'), roles: roles.leads }))).toMatchObject({ held: 0 })
})

test('other reasons, and other answers, than those that were read end the asking; reasons where there were none do not', async () => {
  await using bed = await openPosting()
  const rationale = {
    purpose: 'Find him',
    lawful: 'Prevent crime',
    necessary: 'No other way',
    proportionate: 'Age only',
  }
  const answers = { 'R01|words||x': 'yes' }
  const save = async (from: Changes, changes: Changes) => {
    const asked = await bed.asked('leah', from)
    const content = contentWith({ ...from, ...changes })
    const saved = value(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content }))
    return [saved.approvalEnded, refused(await approve(bed, 'ffion', asked))]
  }
  expect(await save({ rationale }, { rationale: { ...rationale, necessary: 'Easier' } })).toEqual([true, 'notAsked'])
  expect(await save({ rationale }, { rationale: null })).toEqual([true, 'notAsked'])
  expect(await save({ answers }, { answers: { 'R01|words||x': 'no' } })).toEqual([true, 'notAsked'])
  expect(await save({}, { answers })).toEqual([true, 'notAsked'])
  expect(await save({}, { rationale })).toEqual([false, 'done'])
})

test('once it was sent back its author no longer lets it out alone, also when it was changed since', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah')
  value(await sendBackPost(bed, bed.as('ffion'), { ...asked, reason: 'Say which library.' }))
  const alone = async (edit: number) => publishAtOnce(bed, bed.as('leah'), { id: asked.id, edit })
  expect(await alone(0)).toMatchObject({
    refusal: { id: 'notLowRisk', words: 'Somebody sent this back, so it needs an approval now. Ask for it.' },
  })
  const { edit } = value(
    await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content: contentWith(hisWords) }),
  )
  expect(refused(await alone(edit))).toBe('notLowRisk')
  expect((await postOf(bed, asked.id)).stage).toBe('sentBack')
  const again = { id: asked.id, ...value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit })) }
  expect(value(await approve(bed, 'ffion', again))).toMatchObject({ held: 0 })
})
