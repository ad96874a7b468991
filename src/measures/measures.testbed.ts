import type { Actor } from '../foundation/world.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import type { Row } from './item.ts'
import { listOfficials } from './measures.commands.ts'
import { twoHundred } from './two-hundred.testbed.ts'

export const until = new Date('2026-09-07T00:00:00Z')
export const head: Actor = { forceId: 'westshire', personId: 'jan', roles: ['headOfCommunications'] }
export const pc: Actor = { forceId: 'westshire', personId: 'leah', roles: ['contributor'] }

export const published = (account: string, row: Row) => ({
  force_id: 'westshire',
  account_id: account,
  external_id: row.id,
  said_at: new Date(row.at),
  kind: row.kind,
  words: row.words,
  language: row.language,
  to_external_id: row.toId,
  to_handle: row.toHandle,
  hashtags: row.hashtags.length === 0 ? null : [...row.hashtags],
  pictures: row.pictures,
  videos: row.videos,
  described: row.described,
  cut: false,
  edited: false,
  seen_at: new Date(row.at),
  source: 'import',
})

/** The two accounts of the hand-counted fixture, in a store, with those who sign. */
export async function openArchive(): Promise<Testbed> {
  const bed = await openTestbed()
  const at = new Date('2025-01-01T00:00:00Z')
  const people = ['jan', 'AB', 'CD', 'EF', 'GH', 'JK', 'MN']
  await bed.db
    .insertInto('person')
    .values(people.map((id) => ({ force_id: 'westshire', id, name: id, rank: 'PC', initials: id, joined_at: at })))
    .execute()
  const account = (id: string, handle: string, of: 'corporate' | 'neighbourhood', kind: 'single' | 'collective') => ({
    force_id: 'westshire',
    id,
    network: 'x',
    handle,
    name: handle,
    class: of,
    kind,
    status: 'live' as const,
    purpose: '',
    signature_place: 'suffix' as const,
    created_at: at,
  })
  await bed.db
    .insertInto('account')
    .values([
      account('w', 'WestshirePolice', 'corporate', 'collective'),
      account('h', 'HarrowfieldPol', 'neighbourhood', 'single'),
    ])
    .execute()
  const signed = (mark: string, from: Date, ended: Date | null) => ({
    force_id: 'westshire',
    id: mark,
    account_id: 'w',
    person_id: mark,
    mark,
    from_at: from,
    until_at: ended,
  })
  await bed.db
    .insertInto('signature')
    .values([
      ...['AB', 'CD', 'EF', 'GH'].map((mark) => signed(mark, at, null)),
      signed('JK', new Date('2026-09-01T00:00:00Z'), null),
      signed('MN', at, new Date('2026-08-01T00:00:00Z')),
    ])
    .execute()
  await bed.db
    .insertInto('published')
    .values([
      ...twoHundred.westshire.map((row) => published('w', row)),
      ...twoHundred.harrowfield.map((row) => published('h', row)),
    ])
    .execute()
  await listOfficials(bed, head, 'handle,kind,name\n@EastshirePolice,police,Eastshire\nWestshireFire, Partner\n')
  return bed
}
