import { expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import { traitsOf } from '../../networks/networks.ts'
import { addOffice } from '../office.commands.ts'
import { accounts } from '../register.queries.ts'
import { must, openRegisterBed, practiceId, type RegisterBed, refusalOf } from '../register.testbed.ts'
import { columns } from './columns.ts'
import { csvText } from './csv.ts'
import { importSheet, previewSheet } from './sheet.commands.ts'
import { sheetRegister, sheetText } from './sheet.queries.ts'

const name = traitsOf(practiceId)?.name ?? ''
const file = (...rows: readonly (readonly string[])[]) => new TextEncoder().encode(csvText(rows))
const save = async (bed: RegisterBed, bytes: Uint8Array, how: { makeOffices?: boolean; leaveOut?: boolean } = {}) => {
  const { digest } = must(await previewSheet(bed, bed.head, bytes))
  return importSheet(bed, bed.head, bytes, { digest, makeOffices: true, leaveOut: false, ...how })
}
const kinds = async (bed: RegisterBed) => {
  const rows = await bed.db.selectFrom('fact').select('kind').orderBy('seq').execute()
  return rows.map((r) => r.kind)
}
const heads = ['Network', 'Handle', 'Class', 'Office', 'Area']

test('a thousand rows come in at once, with their offices; a fact for each and one for the whole', {
  timeout: 120_000,
}, async () => {
  await using bed = await openRegisterBed()
  const rows = Array.from({ length: 1000 }, (_, i) => [
    name,
    `unit${i}`,
    'Neighbourhood',
    `Sergeant ${i % 50}`,
    `Place ${i}`,
  ])
  expect(must(await save(bed, file(heads, ...rows)))).toEqual({ new: 1000, changed: 0, same: 0, bad: 0, offices: 50 })
  const listed = await accounts(bed.db, bed.forceId, bed.clock.now())
  expect(listed).toHaveLength(1000)
  expect(listed.find((a) => a.handle === 'unit7')).toMatchObject({
    area: 'Place 7',
    owner: { title: 'Sergeant 7', holder: null },
  })
  const facts = await kinds(bed)
  expect(facts.filter((k) => k === 'account.added')).toHaveLength(1000)
  expect(facts.filter((k) => k === 'register.imported')).toHaveLength(1)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
  expect(refusalOf(await save(bed, file(heads, ...rows)))).toBe('nothingToSave')
})

test('with one bad row nothing is saved, unless it is said that it is left out', async () => {
  await using bed = await openRegisterBed()
  const bytes = file(heads, [name, 'one', 'District', '', ''], ['', 'two', 'District', '', ''])
  expect(refusalOf(await save(bed, bytes))).toBe('rowsNotReady')
  expect(await accounts(bed.db, bed.forceId, bed.clock.now())).toEqual([])
  expect(await kinds(bed)).toEqual([])
  expect(must(await save(bed, bytes, { leaveOut: true }))).toMatchObject({ new: 1, bad: 1 })
})

test('what was not looked at is not saved', async () => {
  await using bed = await openRegisterBed()
  const bytes = file(heads, [name, 'one', 'District', 'Chief', ''])
  const { digest } = must(await previewSheet(bed, bed.head, bytes))
  const confirm = (over: object, with_ = bytes, actor = bed.head) =>
    importSheet(bed, actor, with_, { digest, makeOffices: true, leaveOut: false, ...over })
  expect(refusalOf(await confirm({}, file(heads, [name, 'other', 'District', 'Chief', ''])))).toBe('registerMoved')
  expect(refusalOf(await confirm({ makeOffices: false }))).toBe('officesNotThere')
  expect(refusalOf(await confirm({}, bytes, bed.nobody))).toBe('mayNotChangeRegister')
  expect(refusalOf(await previewSheet(bed, bed.nobody, bytes))).toBe('mayNotChangeRegister')
  expect(await previewSheet(bed, bed.head, new TextEncoder().encode('a,b\n"c'))).toMatchObject({
    refusal: { id: 'sheetUnreadable', words: expect.stringContaining('line 2') },
  })
  must(await addOffice(bed, bed.head, { title: 'Chief', holderId: null }))
  expect(refusalOf(await confirm({}))).toBe('registerMoved')
})

test('a sheet that was taken out changes what was changed in it, and leaves the rest', async () => {
  await using bed = await openRegisterBed()
  const office = must(await addOffice(bed, bed.head, { title: 'Head', holderId: null })).id
  const id = await bed.account({ handle: 'one', ownerOfficeId: office, nextReviewAt: '2027-01-12T09:00:00.000Z' })
  await bed.account({ handle: 'two' })
  await bed.db.updateTable('account').set({ owner_changed_at: bed.clock.now() }).where('id', '=', id).execute()
  const text = sheetText(await sheetRegister(bed.db, bed.forceId))
  expect(text).toContain(columns.map((c) => `"${c.head}"`).join(','))
  const bytes = new TextEncoder().encode(text.replace('"Head","","Before"', '"Other","","Before"'))
  expect(must(await previewSheet(bed, bed.head, bytes)).rows.map((r) => [r.handle, r.state])).toEqual([
    ['one', 'changed'],
    ['two', 'same'],
  ])
  expect(must(await save(bed, bytes))).toMatchObject({ changed: 1, same: 1, offices: 1 })
  const row = await bed.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ version: 2, owner_changed_at: null, signature_place: 'prefix' })
  expect(row.next_review_at?.toISOString()).toBe('2027-01-12T09:00:00.000Z')
  expect(row.cover).toEqual([{ day: 1, from: '09:00', to: '17:00' }])
})
