import { expect, test } from 'vitest'
import { read } from '../asking.testbed.ts'
import * as c from '../posting.contract.ts'
import { approve, later, openPosting, type PostingBed, postOf, value } from '../posting.testbed.ts'
import { askApproval } from './approval.commands.ts'
import { publishAtOnce } from './release.commands.ts'

const ends =
  'The place of PC Leah Corrigan on Westport Police ends before it goes out. Choose an earlier time, or have the place renewed in the register.'
/** Half an hour before `later`, and half an hour after it. */
const before = '2026-09-08T06:30:00Z'
const afterwards = '2026-09-08T07:30:00Z'

const placeUntil = (bed: PostingBed, person: string, until: string) =>
  bed.db
    .updateTable('contributor')
    .set({ until_at: new Date(until) })
    .where('account_id', '=', 'westport')
    .where('person_id', '=', person)
    .execute()

const words = (outcome: { ok: true } | { ok: false; refusal: { id: string; words: string } }) =>
  outcome.ok ? 'done' : `${outcome.refusal.id}: ${outcome.refusal.words}`

test('nothing is asked for, approved or released for a time at which its author’s place is known to have ended', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { when: later })
  await placeUntil(bed, 'leah', before)
  const id = await bed.draft('leah', { when: later })
  expect(words(await askApproval(bed, bed.as('leah'), { id, edit: 0 }))).toBe(
    `cannotGo: This cannot go out as it stands. ${ends}`,
  )
  expect(words(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))).not.toBe('done')
  expect((await read(bed, 'leah', c.onePost, { id })).acts).toMatchObject({ ask: ends, publish: ends })
  expect(words(await approve(bed, 'ffion', asked))).toBe(
    `changedSince: Since this was put before you something changed. ${ends} Nothing was released. Its author asks for it again.`,
  )
  expect((await postOf(bed, asked.id)).stage).toBe('asked')
  // What goes out before the place ends goes.
  const now = await bed.asked('leah')
  expect(words(await approve(bed, 'ffion', now))).toBe('done')
})

test('the place of the one in whose name it goes out counts as well; one that lasts, or is carried on, stops nothing', async () => {
  await using bed = await openPosting()
  await placeUntil(bed, 'nadia', before)
  const id = await bed.draft('leah', { when: later, speaksForId: 'nadia' })
  expect(words(await askApproval(bed, bed.as('leah'), { id, edit: 0 }))).toContain(
    'The place of Insp Nadia Farrow on Westport Police ends before it goes out.',
  )
  await placeUntil(bed, 'leah', afterwards)
  expect(words(await approve(bed, 'ffion', await bed.asked('leah', { when: later })))).toBe('done')
  await bed.db
    .insertInto('contributor')
    .values({
      force_id: bed.forceId,
      id: 'again',
      account_id: 'westport',
      person_id: 'nadia',
      from_at: new Date(before),
    })
    .execute()
  expect(words(await askApproval(bed, bed.as('leah'), { id, edit: 0 }))).toBe('done')
})

test('what no longer stands of a scheduled post is said on its record and on Today before its time comes', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { when: later, targets: ['westport', 'eastby'] })
  const waits = await bed.asked('leah', { when: later })
  value(await approve(bed, 'ffion', asked))
  const shown = async (id = asked.id) => {
    const { standing } = await read(bed, 'tom', c.onePost, { id })
    const { next24 } = await read(bed, 'tom', c.today)
    expect(next24.items.filter((i) => i.postId === id).map((i) => i.standing)).toEqual([standing])
    return standing
  }
  expect([await shown(), await shown(waits.id)]).toEqual([[], []])

  await placeUntil(bed, 'leah', before)
  expect([await shown(), await shown(waits.id)]).toEqual([[ends], [ends]])
  await placeUntil(bed, 'leah', afterwards)

  await bed.db.updateTable('account').set({ handle: 'WestportCops' }).where('id', '=', 'westport').execute()
  expect(await shown()).toEqual(['Westport Police is now called WestportCops, and WestportPolice was approved.'])
  await bed.db
    .updateTable('account')
    .set({ handle: 'WestportPolice', status: 'closed' })
    .where('id', '=', 'westport')
    .execute()
  expect(await shown()).toEqual(['Westport Police may no longer speak.'])
  await bed.db.updateTable('account').set({ status: 'live' }).where('id', '=', 'westport').execute()

  await bed.db.updateTable('person').set({ left_at: bed.clock.now() }).where('id', '=', 'leah').execute()
  expect([await shown(), await shown(waits.id)]).toEqual([
    ['PC Leah Corrigan has left the force.'],
    ['PC Leah Corrigan has left the force.'],
  ])
  // Where it is out already nothing is held any more.
  await bed.db.updateTable('delivery').set({ state: 'sent' }).where('post_id', '=', asked.id).execute()
  expect((await read(bed, 'tom', c.onePost, { id: asked.id })).standing).toEqual([])
})
