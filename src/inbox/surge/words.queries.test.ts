import { expect, test } from 'vitest'
import { groupSurges } from './group.commands.ts'
import { watchSurges } from './notice.commands.ts'
import { surgeFor } from './surge.queries.ts'
import { openSurge, rumour, type SurgeBed, sayMany } from './surge.testbed.ts'

const secret = 'My sister Marged hides in the blue garage'

/** So many people say the same in a way that few may read. */
async function quietly(bed: SurgeBed, n: number, change: { kind: 'direct' } | { category: 'intelligence' }) {
  const ids = await sayMany(
    bed,
    Array.from({ length: n }, (_, at) => ({ text: secret, from: `Quiet ${at} ${Object.keys(change)}` })),
  )
  await bed.db.updateTable('conversation').set(change).where('id', 'in', ids).execute()
  return ids
}

const shown = (bed: SurgeBed) => surgeFor(bed.db, bed.as('ffion'), bed.clock.now())

test('words that say what a surge is about are public ones; what is private or intelligence is counted', async () => {
  await using bed = await openSurge()
  await bed.rumours(20)
  await quietly(bed, 20, { kind: 'direct' })
  await quietly(bed, 20, { category: 'intelligence' })
  await watchSurges(bed)
  const row = await bed.db.selectFrom('surge').select('why').executeTakeFirstOrThrow()
  expect(row.why).toMatchObject({ heard: 60 })
  expect(JSON.stringify(row.why)).toContain('bomb')
  expect(JSON.stringify(row.why)).not.toMatch(/marged|garage/i)
})

test('what stands for a group was said in public; once it is intelligence, something else does, or nothing', async () => {
  await using bed = await openSurge()
  const hidden = await quietly(bed, 20, { kind: 'direct' })
  const same = await bed.rumours(20)
  const [inPrivate = ''] = hidden
  await bed.db.updateTable('message').set({ text: rumour }).where('conversation_id', '=', inPrivate).execute()
  const { group } = await bed.inMode()
  const groups = await bed.db.selectFrom('surge_group').select(['id', 'sample', 'size']).execute()
  expect(groups.filter((g) => /Marged/.test(g.sample))).toEqual([])
  // What is said in private joins what is said in public.
  expect(groups.find((g) => g.id === group)?.size).toBe(21)

  const [first = '', second = '', ...others] = same
  const says = async (id: string, opening: string) =>
    bed.db.updateTable('conversation').set({ opening }).where('id', '=', id).execute()
  await says(first, secret)
  await says(second, 'Is there a bomb?')
  await bed.db.updateTable('surge_group').set({ sample: secret }).where('id', '=', group).execute()
  await bed.db.updateTable('conversation').set({ category: 'intelligence' }).where('id', '=', first).execute()
  await groupSurges(bed)
  expect((await shown(bed)).groups[0]?.sample).toBe('Is there a bomb?')
  const all = [first, second, ...others]
  await bed.db.updateTable('conversation').set({ category: 'intelligence' }).where('id', 'in', all).execute()
  expect((await shown(bed)).groups[0]?.sample).toBe('')
})
