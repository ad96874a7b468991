import { expect, test } from 'vitest'
import { openAudienceBed, page, quiet, threeAccounts } from '../../archive/audience/audience.testbed.ts'
import { recordLocal } from '../../archive/audience/local.commands.ts'
import { readFollowers } from '../../archive/audience/reading.jobs.ts'
import { must } from '../../register/register.testbed.ts'
import { nothingKnown } from '../book.ts'
import { followedBy } from './followed.queries.ts'

test('what is known of who follows: read, not to the end, not asked, and as recorded last', async () => {
  await using bed = await openAudienceBed()
  await threeAccounts(bed)
  const elsewhere = await bed.account({ network: 'x', handle: '@elsewhere' })
  const of = async (id: string) => (await followedBy(bed.db, bed.forceId, id)).get(id)
  expect([await of('a'), await of(elsewhere)]).toEqual([{ ...nothingKnown, told: true }, nothingKnown])
  bed.says.set('a', { pages: [page(['ann', 'bo', 'cy'])] })
  bed.says.set('b', { pages: [page(['cy', 'dee'])] })
  bed.says.set('c', { pages: [quiet] })
  await readFollowers(bed, bed.reader)
  const record = { id: 'a', of: 100, source: 'Statistics page' }
  must(await recordLocal(bed, bed.head, { ...record, inArea: 70, asOf: '2026-09-02' }))
  must(await recordLocal(bed, bed.head, { ...record, inArea: 60, asOf: '2026-09-01' }))
  const all = await followedBy(bed.db, bed.forceId, null)
  expect(all.size).toBe(4)
  expect([all.get('a'), all.get('b'), all.get('c')]).toEqual([
    {
      ...{ told: true, wasRead: true, local: { inArea: 70, of: 100 } },
      read: { followers: 3, only: 2, accounts: 2, unread: 1 },
    },
    { told: true, wasRead: true, local: null, read: { followers: 2, only: 1, accounts: 2, unread: 1 } },
    { told: true, wasRead: true, local: null, read: null },
  ])
})
