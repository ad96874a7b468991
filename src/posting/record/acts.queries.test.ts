import { expect, test } from 'vitest'
import type { Outcome } from '../../foundation/outcome.ts'
import { approvePost, askApproval, refusePost, sendBackPost } from '../approval/approval.commands.ts'
import { lookAfterwards, publishAtOnce, publishEmergency } from '../approval/release.commands.ts'
import { correctPost, discardPost, reopenPost, saveDraft, withdrawPost } from '../post.commands.ts'
import { contentWith, type Name, openPosting, type PostingBed, value } from '../posting.testbed.ts'
import type { Acts } from './acts.queries.ts'
import { postRecord } from './record.queries.ts'

const places: { readonly [where: string]: (bed: PostingBed) => Promise<string> } = {
  draft: (bed) => bed.draft('leah'),
  asked: async (bed) => (await bed.asked('leah')).id,
  sentBack: async (bed) => {
    const asked = await bed.asked('leah')
    value(await sendBackPost(bed, bed.as('owen'), { ...asked, reason: 'x' }))
    return asked.id
  },
  discarded: async (bed) => {
    const asked = await bed.asked('leah')
    value(await refusePost(bed, bed.as('owen'), { ...asked, reason: 'x' }))
    return asked.id
  },
  released: async (bed) => {
    const id = await bed.draft('leah')
    value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
    return id
  },
  sent: async (bed) => {
    const asked = await bed.asked('leah')
    value(await approvePost(bed, bed.as('owen'), { ...asked, reason: '' }))
    await bed.db
      .updateTable('delivery')
      .set({ state: 'sent', sent_at: bed.clock.now() })
      .where('post_id', '=', asked.id)
      .execute()
    await bed.db
      .updateTable('piece')
      .set({ external_id: 'x' })
      .where('delivery_id', 'in', bed.db.selectFrom('delivery').select('id').where('post_id', '=', asked.id))
      .execute()
    return asked.id
  },
}

const tries: {
  readonly [A in keyof Acts]: (
    bed: PostingBed,
    name: Name,
    post: { id: string; version: number; digest: string },
  ) => Promise<Outcome<unknown>>
} = {
  edit: (bed, name, { id }) =>
    saveDraft(bed, bed.as(name), { id, edit: 0, content: contentWith({ pieces: ['Other words.'] }) }),
  ask: (bed, name, { id }) => askApproval(bed, bed.as(name), { id, edit: 0 }),
  approve: (bed, name, post) => approvePost(bed, bed.as(name), { ...post, reason: '' }),
  sendBack: (bed, name, post) => sendBackPost(bed, bed.as(name), { ...post, reason: 'x' }),
  publish: (bed, name, { id }) => publishAtOnce(bed, bed.as(name), { id, edit: 0 }),
  emergency: (bed, name, { id }) => publishEmergency(bed, bed.as(name), { id, edit: 0, reason: 'x', overrides: {} }),
  reopen: (bed, name, { id }) => reopenPost(bed, bed.as(name), { id }),
  correct: (bed, name, { id }) => correctPost(bed, bed.as(name), { id, reason: 'x' }),
  withdraw: (bed, name, { id }) => withdrawPost(bed, bed.as(name), { id, reason: 'x' }),
  discard: (bed, name, { id }) => discardPost(bed, bed.as(name), { id }),
  afterlook: (bed, name, { id }) => lookAfterwards(bed, bed.as(name), { id, verdict: 'inOrder', words: '' }),
}

test('what a person is shown as possible is done, and what is not is refused: every act, place and kind of person', async () => {
  await using bed = await openPosting()
  const differs: string[] = []
  for (const [where, make] of Object.entries(places))
    for (const name of ['leah', 'tom', 'ffion', 'theo'] as const) {
      // What is refused leaves the post as it was, and the next act is tried on the same; what was done needs another.
      let made: string | null = null
      for (const act of Object.keys(tries) as (keyof Acts)[]) {
        const id: string = made ?? (await make(bed))
        const post = value(await postRecord(bed.db, bed.as(name), bed.clock.now(), id))
        const outcome = await tries[act](bed, name, post)
        made = outcome.ok ? null : id
        if ((post.acts[act] === null) !== outcome.ok)
          differs.push(
            `${where} ${name} ${act}: shown ${post.acts[act]}, did ${outcome.ok ? 'it' : outcome.refusal.id}`,
          )
      }
    }
  expect(differs).toEqual([])
}, 120_000)
