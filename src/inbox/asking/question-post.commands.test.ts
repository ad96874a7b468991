import { expect, test } from 'vitest'
import { askApproval } from '../../posting/approval/approval.commands.ts'
import { publishAtOnce } from '../../posting/approval/release.commands.ts'
import { discardPost, saveDraft } from '../../posting/post.commands.ts'
import { contentWith, refused, value } from '../../posting/posting.testbed.ts'
import { openDesk } from '../inbox.testbed.ts'
import { changePlan, draftOf, move, plan } from './asking.commands.ts'
import type { Plan } from './asking.contract.ts'
import { moveByTime } from './asking.jobs.ts'
import { questionFor } from './asking.queries.ts'

const parking: Plan = {
  kind: 'question',
  title: 'Parking',
  words: 'What would make parking safer?',
  objectiveId: null,
  area: null,
  choices: [],
  opensAt: null,
  closesAt: null,
  team: [],
  notice: { en: '', cy: '' },
}

test('whoever only drafts on the account begins the post that asks, and does not put it forward in their own name', async () => {
  await using bed = await openDesk()
  const ffion = bed.as('ffion')
  await bed.db
    .updateTable('contributor')
    .set({ voice: 'drafts' })
    .where('person_id', '=', 'ffion')
    .where('account_id', '=', 'westport')
    .execute()
  const { id } = value(await plan(bed, ffion, parking))
  const { postId } = value(await draftOf(bed, ffion, { id }))
  const save = async (edit: number, changes: Parameters<typeof contentWith>[0]) =>
    value(await saveDraft(bed, ffion, { id: postId, edit, content: contentWith(changes) })).edit
  const edit = await save(0, {})
  const asked = await askApproval(bed, ffion, { id: postId, edit })
  expect(asked).toMatchObject({
    ok: false,
    refusal: { id: 'cannotGo', words: expect.stringContaining('does not sign there') },
  })
  expect(refused(await publishAtOnce(bed, ffion, { id: postId, edit }))).toBe('notLowRisk')
  expect(refused(await move(bed, ffion, { id, move: 'open' }))).toBe('noPostYet')
  value(await askApproval(bed, ffion, { id: postId, edit: await save(edit, { speaksForId: 'leah' }) }))
})

test('a post that was put away asks nobody: the question can be given another', async () => {
  await using bed = await openDesk()
  const ffion = bed.as('ffion')
  const { id } = value(await plan(bed, ffion, parking))
  const { postId } = value(await draftOf(bed, ffion, { id }))
  expect(value(await draftOf(bed, ffion, { id })).postId).toBe(postId)
  value(await discardPost(bed, ffion, { id: postId }))
  const shown = async () => value(await questionFor(bed.db, ffion, bed.clock.now(), { id })).question.postId
  expect(await shown()).toBeNull()
  const second = value(await draftOf(bed, ffion, { id })).postId
  expect(second).not.toBe(postId)
  expect(await shown()).toBe(second)
})

test('what is opened again after its end stays open until somebody closes it', async () => {
  await using bed = await openDesk()
  const ffion = bed.as('ffion')
  const { id } = value(await plan(bed, ffion, { ...parking, closesAt: '2026-09-07T11:00:00Z' }))
  const { postId } = value(await draftOf(bed, ffion, { id }))
  await bed.db.updateTable('post').set({ stage: 'released' }).where('id', '=', postId).execute()
  const stage = async () => value(await questionFor(bed.db, ffion, bed.clock.now(), { id })).question.stage
  value(await move(bed, ffion, { id, move: 'open' }))
  bed.clock.set('2026-09-07T11:00:00Z')
  await moveByTime(bed)
  expect(await stage()).toBe('closed')
  bed.clock.set('2026-09-07T11:30:00Z')
  value(await move(bed, ffion, { id, move: 'open' }))
  await moveByTime(bed)
  expect(await stage()).toBe('open')
})

test('who asks before a live session is told when it begins, and afterwards that it is over; the force may say it in its own words', async () => {
  await using bed = await openDesk()
  const ffion = bed.as('ffion')
  const live = { ...parking, team: ['leah'], opensAt: '2026-09-07T10:00:00Z', closesAt: '2026-09-07T11:00:00Z' }
  const { id } = value(await plan(bed, ffion, { ...live, kind: 'live' }))
  const view = async () => value(await questionFor(bed.db, ffion, bed.clock.now(), { id }))
  const early = await view()
  expect(early.notice.en).toMatch(/begins on Mon 7 Sep, 11:00\..*101.*999/)
  expect(early.notice.cy).toMatch(/dechrau ddydd Llun 7 Medi am 11:00\..*101.*999/)
  const notice = { en: 'Come back at eleven. In an emergency call 999.', cy: '' }
  value(await changePlan(bed, ffion, { ...live, id, team: ['leah', 'nadia'], notice }))
  expect(await view()).toMatchObject({
    question: { team: [{ id: 'leah' }, { id: 'nadia' }] },
    notice: { en: notice.en, cy: early.notice.cy },
    ownNotice: notice,
    usualNotice: early.notice,
  })
  bed.clock.set('2026-09-07T11:05:00Z')
  expect((await view()).usualNotice.en).toContain('not on now')
})
