import { expect, test } from 'vitest'
import { addOffice, changeHolder } from './office.commands.ts'
import { confirmOwner } from './register.commands.ts'
import { must, openRegisterBed } from './register.testbed.ts'
import { addDelegation } from './roster/delegation.commands.ts'
import { addContributor, partWith } from './roster/roster.commands.ts'
import { heldBy } from './succession.queries.ts'

test('what a person holds is listed until somebody has taken each thing over', async () => {
  await using bed = await openRegisterBed()
  const [jon, tomos] = [await bed.person('Jon Kerslake', 'ACC', 'JK'), await bed.person('Tomos Adair', 'ACC', 'TA')]
  const office = must(await addOffice(bed, bed.head, { title: 'ACC operations', holderId: jon })).id
  const id = await bed.account({ ownerOfficeId: office })
  for (const personId of [jon, tomos])
    must(await addContributor(bed, bed.head, { id, personId, trusted: false, from: null, until: null, initials: null }))
  const until = '2027-01-01T00:00:00.000Z'
  must(await addDelegation(bed, { ...bed.nobody, personId: tomos }, { id, byPersonId: tomos, toPersonId: jon, until }))
  await bed.db
    .insertInto('custody')
    .values({
      force_id: bed.forceId,
      account_id: id,
      id: 'k',
      sealed: 'x',
      state: 'working',
      set_by: jon,
      set_at: bed.clock.now(),
    })
    .execute()
  const held = (actor = bed.head) => heldBy(bed.db, actor, jon, bed.clock.now())
  expect(await held()).toMatchObject({
    person: { name: 'Jon Kerslake', leftAt: null },
    offices: [{ title: 'ACC operations', holder: { id: jon }, accounts: [{ id, untaken: false }] }],
    places: [{ account: { id }, signs: true }],
    consents: [{ account: { id }, by: { name: 'Tomos Adair' }, to: { id: jon }, until }],
    keys: [{ id }],
    may: { change: true, contributors: true, keys: true },
  })
  bed.clock.forward(1000)
  must(await partWith(bed, bed.forceId, jon))
  expect(await held()).toMatchObject({
    offices: [{ holder: null, accounts: [{ id, untaken: true }] }],
    places: [],
    consents: [],
    keys: [{ id }],
  })
  must(await changeHolder(bed, bed.head, { id: office, holderId: tomos }))
  expect(await held()).toMatchObject({ offices: [{ holder: { id: tomos }, accounts: [{ untaken: true }] }] })
  must(await confirmOwner(bed, { ...bed.nobody, personId: tomos }, id))
  expect((await held())?.offices).toEqual([])
  expect((await held(bed.nobody))?.may).toEqual({ change: false, contributors: false, keys: false })
  expect(await heldBy(bed.db, bed.head, 'none', bed.clock.now())).toBeNull()
})
