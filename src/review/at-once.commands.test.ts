import { expect, test } from 'vitest'
import { command } from '../audit/audit.commands.ts'
import { refusalOf } from '../register/register.testbed.ts'
import { draftGoodbye } from './carrying/goodbye.commands.ts'
import { doStep } from './carrying/step.commands.ts'
import { askSecondLook, decideReview } from './decide.commands.ts'
import { given, openReviewedForce } from './review.testbed.ts'
import { beginRound, endRound } from './round.commands.ts'

const close = { outcome: 'close' as const, on: '2026-09-07', whyOther: null }

test('two begin a round at once: there is one', async () => {
  await using bed = await openReviewedForce()
  const begin = (who: typeof bed.head) => beginRound(bed, who, 'Autumn')
  const ends = (await Promise.all([begin(bed.head), begin(bed.other)])).map(refusalOf).sort()
  expect(ends).toEqual(['none', 'roundOpen'])
  expect(await bed.db.selectFrom('review').select('id').execute()).toHaveLength(6)
})

test('two decide at once: both are kept, the later stands, and one list is open', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'Harrowfield')
  const decide = (who: typeof bed.head) => decideReview(bed, who, { review, ...given(close) })
  const ends = (await Promise.all([decide(bed.head), decide(bed.other)])).map(refusalOf)
  expect(ends).toEqual(['none', 'none'])
  const row = await bed.db.selectFrom('review').select('earlier').where('id', '=', review).executeTakeFirstOrThrow()
  expect(row.earlier).toHaveLength(1)
  const lists = await bed.db.selectFrom('carrying_out').select('ending').execute()
  expect(lists.map((l) => l.ending ?? 'open').sort()).toEqual(['open', 'stopped'])
})

test('a decision is changed while its last step is done: either it was in time, or it changes no more', async () => {
  for (let n = 0; n < 4; n++) {
    await using bed = await openReviewedForce()
    const round = await bed.begin()
    const { id: review } = await bed.row(round, 'Harrowfield')
    await decideReview(bed, bed.head, { review, ...given(close) })
    bed.clock.forward(15 * 86_400_000)
    const list = await bed.db.selectFrom('carrying_out').select('id').executeTakeFirstOrThrow()
    const steps = { done_at: bed.clock.now(), done_by: bed.head.personId }
    await bed.db.updateTable('carrying_step').set(steps).where('step', '<>', 'register').execute()
    const [last, changed] = await Promise.all([
      doStep(bed, bed.head, { id: list.id, step: 'register', evidence: 'Closed' }),
      decideReview(bed, bed.other, { review, ...given() }),
    ])
    const account = await bed.db.selectFrom('account').select('status').where('id', '=', bed.ids.silent).execute()
    const told = [refusalOf(last), refusalOf(changed), account[0]?.status].join(' ')
    expect(['none carriedOut closed', 'carryingOver none live']).toContain(told)
  }
})

test('a round ends while somebody decides, and while somebody asks for a second look: one after the other', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'Westport Central')
  const [decided, ended] = await Promise.all([
    decideReview(bed, bed.head, { review, ...given() }),
    endRound(bed, bed.other, { round, anyway: true }),
  ])
  expect(refusalOf(ended)).toBe('none')
  const row = await bed.db.selectFrom('review').select('outcome').where('id', '=', review).executeTakeFirstOrThrow()
  expect([refusalOf(decided), row.outcome]).toEqual(row.outcome === null ? ['roundEnded', null] : ['none', 'keep'])
  if (row.outcome === null) return
  const ask = () => askSecondLook(bed, bed.officer, { review, why: 'Nobody asked us.' })
  expect((await Promise.all([ask(), ask()])).map(refusalOf).sort()).toEqual(['none', 'secondLookAsked'])
})

test('two clicks draft one goodbye', async () => {
  await using bed = await openReviewedForce()
  const round = await bed.begin()
  const { id: review } = await bed.row(round, 'Harrowfield')
  await decideReview(bed, bed.head, { review, ...given(close) })
  const { id } = await bed.db.selectFrom('carrying_out').select('id').executeTakeFirstOrThrow()
  await bed.db
    .updateTable('person')
    .set({ roles: ['contributor'] })
    .where('id', '=', bed.officer.personId ?? '')
    .execute()
  const draft = () => command(bed, bed.officer, (c) => draftGoodbye(c, id))
  const made = await Promise.all([draft(), draft()])
  expect(made.map(refusalOf)).toEqual(['none', 'none'])
  expect(made[0]).toEqual(made[1])
})
