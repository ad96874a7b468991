import { expect, test } from 'vitest'
import { factsAbout, verifyChain } from '../audit/audit.queries.ts'
import { addOffice, changeHolder } from './office.commands.ts'
import { addAccount, changeAccount, confirmOwner, moveAccount } from './register.commands.ts'
import { accountPage, accounts } from './register.queries.ts'
import { must, openRegisterBed, type RegisterBed, refusalOf, sample } from './register.testbed.ts'
import { addContributor } from './roster/roster.commands.ts'

const rowOf = async (bed: RegisterBed, id: string) => {
  const row = (await accounts(bed.db, bed.forceId, bed.clock.now())).find((a) => a.id === id)
  if (!row) throw new Error('not on the register')
  return row
}
const change = { ...sample, version: 1 }

test('an account is reviewed and closed; its handle is free again', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  for (const [move, status] of [
    ['beginReview', 'underReview'],
    ['keep', 'live'],
  ] as const)
    expect(must(await moveAccount(bed, bed.head, { id, move, reason: 'decided' })).status).toBe(status)
  for (const move of ['beginClosing', 'close'] as const)
    expect(refusalOf(await moveAccount(bed, bed.head, { id, move, reason: 'decided' }))).toBe('closeByList')
  await bed.close(id)
  const proposed = await bed.account({ handle: 'Asked', status: 'proposed' })
  expect(refusalOf(await moveAccount(bed, bed.head, { id: proposed, move: 'approve', reason: 'x' }))).toBe('openByList')
  expect(await moveAccount(bed, bed.head, { id, move: 'keep', reason: 'late' })).toMatchObject({
    refusal: { id: 'moveImpossible', words: expect.stringContaining('closed') },
  })
  await bed.account()
  const page = await accountPage(bed, bed.head, id, bed.clock.now())
  expect(page?.decisions).toHaveLength(4)
  expect(page?.decisions[0]).toMatchObject({ reason: 'decided', by: { name: 'Priya Nandakumar' } })
  expect((await factsAbout(bed.db, bed.forceId, [`account:${id}`])).map((f) => f.kind)).toEqual([
    'account.added',
    ...Array(4).fill('account.moved'),
  ])
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('what may not be on the register is refused', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const add = async (given: object, actor = bed.head) =>
    refusalOf(await addAccount(bed, actor, { ...sample, handle: 'Other', ...given }))
  expect(await add({}, bed.nobody)).toBe('mayNotChangeRegister')
  expect(await add({ network: 'carrierPigeon' })).toBe('unknownNetwork')
  expect(await add({ handle: 'CHIEFS_westshire' })).toBe('handleTaken')
  expect(await add({ ownerOfficeId: 'none' })).toBe('officeUnknown')
  expect(await add({ objectiveIds: ['none'] })).toBe('objectiveUnknown')
  expect(refusalOf(await moveAccount(bed, bed.nobody, { id, move: 'beginReview', reason: 'x' }))).toBe(
    'mayNotChangeRegister',
  )
  expect(refusalOf(await moveAccount(bed, bed.head, { id: 'none', move: 'beginReview', reason: 'x' }))).toBe(
    'noAccount',
  )
})

test('of two at once with one handle, one is refused', async () => {
  await using bed = await openRegisterBed()
  const both = await Promise.all([1, 2, 3, 4].map(() => addAccount(bed, bed.head, sample)))
  expect(both.map(refusalOf).sort()).toEqual(['handleTaken', 'handleTaken', 'handleTaken', 'none'])
})

test('a record is changed by whoever saw it last', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  await bed.account({ handle: 'Taken' })
  const go = (given: object, actor = bed.head) => changeAccount(bed, actor, { ...change, id, ...given })
  expect(refusalOf(await go({}, bed.nobody))).toBe('mayNotChangeRegister')
  expect(refusalOf(await go({ id: 'none' }))).toBe('noAccount')
  expect(refusalOf(await go({ handle: 'taken' }))).toBe('handleTaken')
  expect(refusalOf(await go({ supervisorOfficeId: 'none' }))).toBe('officeUnknown')
  expect(refusalOf(await go({ objectiveIds: ['none'] }))).toBe('objectiveUnknown')
  const both = await Promise.all([go({ name: 'A' }), go({ name: 'B' })])
  expect(both.map(refusalOf).sort()).toEqual(['changedMeanwhile', 'none'])
  must(await go({ version: 2, handle: 'Elsewhere' }))
})

test('objectives are kept with the account', async () => {
  await using bed = await openRegisterBed()
  for (const o of ['o1', 'o2'])
    await bed.db
      .insertInto('objective')
      .values({ force_id: bed.forceId, id: o, title: o, kind: 'objective', starts_at: bed.clock.now() })
      .execute()
  const id = await bed.account({ objectiveIds: ['o1', 'o1'] })
  must(await changeAccount(bed, bed.head, { ...change, id, objectiveIds: ['o2', 'o1'] }))
  const rows = await bed.db
    .selectFrom('account_objective')
    .select('objective_id')
    .where('account_id', '=', id)
    .orderBy('objective_id')
    .execute()
  expect(rows).toEqual([{ objective_id: 'o1' }, { objective_id: 'o2' }])
})

test('ownership belongs to an office; a new holder, or none, flags every account it owns', async () => {
  await using bed = await openRegisterBed()
  const [farrow, cadell] = [
    await bed.person('Nadia Farrow', 'Inspector', 'NF'),
    await bed.person('Rhys Cadell', 'Inspector', 'RC'),
  ]
  const office = must(await addOffice(bed, bed.head, { title: 'Harrowfield inspector', holderId: farrow })).id
  const id = await bed.account({ ownerOfficeId: office })
  await bed.account({ handle: 'Two', ownerOfficeId: office, status: 'unofficial' })
  expect((await rowOf(bed, id)).flags).toEqual(['noContributors'])
  expect(must(await changeHolder(bed, bed.head, { id: office, holderId: null }))).toEqual({ id: office, flagged: 2 })
  expect((await rowOf(bed, id)).owner).toMatchObject({
    title: 'Harrowfield inspector',
    holder: null,
    since: bed.clock.now().toISOString(),
  })
  expect((await rowOf(bed, id)).flags).toContain('ownerVacant')
  expect(refusalOf(await confirmOwner(bed, bed.head, id))).toBe('nobodyToConfirm')
  must(await changeHolder(bed, bed.head, { id: office, holderId: cadell }))
  expect((await rowOf(bed, id)).flags).toContain('ownerNew')
  expect(refusalOf(await confirmOwner(bed, bed.nobody, id))).toBe('mayNotChangeRegister')
  expect(refusalOf(await confirmOwner(bed, bed.head, 'none'))).toBe('noAccount')
  must(await confirmOwner(bed, { ...bed.nobody, personId: cadell }, id))
  expect((await rowOf(bed, id)).flags).toEqual(['noContributors'])
  expect(must(await changeHolder(bed, bed.head, { id: office, holderId: cadell })).flagged).toBe(0)
})

test('offices that cannot be are refused', async () => {
  await using bed = await openRegisterBed()
  const office = must(await addOffice(bed, bed.head, { title: 'Head of communications', holderId: null })).id
  const add = async (given: object, actor = bed.head) =>
    refusalOf(await addOffice(bed, actor, { title: 'Other', holderId: null, ...given }))
  expect(await add({}, bed.nobody)).toBe('mayNotChangeRegister')
  expect(await add({ title: 'head of Communications' })).toBe('officeThere')
  expect(await add({ holderId: 'none' })).toBe('personUnknown')
  const hold = async (given: object, actor = bed.head) =>
    refusalOf(await changeHolder(bed, actor, { id: office, holderId: null, ...given }))
  expect(await hold({}, bed.nobody)).toBe('mayNotChangeRegister')
  expect(await hold({ id: 'none' })).toBe('officeUnknown')
  expect(await hold({ holderId: 'none' })).toBe('personUnknown')
})

test('another place for signatures makes every one anew; a clash leaves everything as it was', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const [a, b] = [
    await bed.person('Mary Jones', 'Assistant Chief Constable', 'MJ'),
    await bed.person('Max Jolly', 'Constable', 'MJ'),
  ]
  for (const personId of [a, b])
    must(await addContributor(bed, bed.head, { id, personId, trusted: false, from: null, until: null, initials: null }))
  bed.clock.forward(1000)
  expect(await changeAccount(bed, bed.head, { ...change, id, signaturePlace: 'suffix' })).toMatchObject({
    refusal: { id: 'signatureTaken' },
  })
  expect(await marks(bed, id)).toEqual(['ACC MJ', 'PC MJ'])
  must(await changeAccount(bed, bed.head, { ...change, id, signaturePlace: 'none' }))
  expect(await marks(bed, id)).toEqual([])
})

const marks = async (bed: RegisterBed, id: string) =>
  (
    await bed.db
      .selectFrom('signature')
      .select('mark')
      .where('account_id', '=', id)
      .where('until_at', 'is', null)
      .orderBy('mark')
      .execute()
  ).map((r) => r.mark)
