import { expect, test } from 'vitest'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { replaceCrowds } from './crowd.store.ts'
import { openLine } from './practice.client.ts'

const soon = () => AbortSignal.timeout(10_000)
const lineOf = (bed: Testbed, id: string) => {
  const account = { forceId: bed.forceId, id, handle: id }
  return openLine({ account, secret: {}, keep: async () => {} }, { db: bed.db, now: () => bed.clock.now() })
}

async function everybody(bed: Testbed, id: string): Promise<{ people: string[]; pages: number }> {
  const people: string[] = []
  for (let [cursor, pages]: [string | null, number] = [null, 1]; ; pages += 1) {
    const page = await lineOf(bed, id).followers(cursor, soon())
    if (page.kind !== 'followers') throw new Error(page.words)
    people.push(...page.people)
    if (page.cursor === null) return { people, pages }
    cursor = page.cursor
  }
}

test('an invented public follows as many accounts as it is told to, each of its people told once and as the same one everywhere', async () => {
  await using bed = await openTestbed()
  expect(await lineOf(bed, 'a').count(soon())).toEqual({ kind: 'counted', followers: 0, following: null, posts: 0 })
  await replaceCrowds(bed.db, bed.forceId, [
    { id: 'both', accounts: ['a', 'b'], people: 20_000 },
    { id: 'one', accounts: ['a'], people: 22_001 },
    { id: 'other', accounts: ['b'], people: 12 },
  ])
  expect(await lineOf(bed, 'a').count(soon())).toMatchObject({ followers: 42_001 })
  const [a, b] = [await everybody(bed, 'a'), await everybody(bed, 'b')]
  expect([a.people.length, new Set(a.people).size, a.pages]).toEqual([42_001, 42_001, 3])
  const here = new Set(a.people)
  expect(b.people.filter((one) => here.has(one))).toHaveLength(20_000)
  await replaceCrowds(bed.db, bed.forceId, [])
  expect((await everybody(bed, 'a')).people).toEqual([])
})
