import { expect, test } from 'vitest'
import { refused, value } from '../posting/posting.testbed.ts'
import { note } from './conversation.commands.ts'
import { type DeskBed, type DeskName, openDesk } from './inbox.testbed.ts'
import { exportSubject, subjectExportsFor } from './subject-export.commands.ts'

const asks = (bed: DeskBed, who: DeskName, subject: string, network = 'practice') =>
  exportSubject(bed, bed.as(who), {
    network,
    subject,
    reference: 'SAR/26/0412',
    reason: 'They asked for it in writing',
  })
const read = (file: { bytes: Uint8Array }) => JSON.parse(new TextDecoder().decode(file.bytes))

test('the information manager alone gets what one person said, and it is recorded without their name', async () => {
  await using bed = await openDesk()
  const id = await bed.says('Is Quay Street shut?', { from: 'Bethan Rees' })
  await bed.says('I think so', { to: id, from: 'Another Reader' })
  await bed.says('And the bridge?', { from: 'Bethan Rees' })
  await bed.says('The blue garage', { from: 'Bethan Rees', category: 'intelligence' })
  await bed.says('Nothing to do with her', { from: 'Another Reader' })
  value(await note(bed, bed.as('danny'), { id, words: 'She rang as well' }))
  for (const who of ['danny', 'priya', 'pat', 'rhys'] as const)
    expect(refused(await asks(bed, who, '@bethan-rees'))).toBe('notInformationManager')
  expect(refused(await asks(bed, 'ilse', '@bethan-rees', 'nowhere'))).toBe('noSuchNetwork')

  const file = value(await asks(bed, 'ilse', '@Bethan-Rees'))
  expect(file.name).toBe('subject-access-SAR-26-0412.json')
  const text = new TextDecoder().decode(file.bytes)
  expect(text).not.toMatch(/Another Reader|I think so|Nothing to do|blue garage/)
  const out = read(file)
  expect(out).toMatchObject({ askedBefore: 0, person: { id: 'p-bethan-rees', handles: ['@bethan-rees'] } })
  expect(out.messages).toHaveLength(3)
  expect(out.messages[2]).toMatchObject({ withheld: expect.stringContaining('intelligence') })
  expect(out.conversations[0]).toMatchObject({ began: true, notes: [{ text: 'She rang as well' }] })
  expect(read(value(await asks(bed, 'ilse', 'p-bethan-rees'))).askedBefore).toBe(1)
  expect(read(value(await asks(bed, 'ilse', '@nobody-here'))).messages).toEqual([])

  const kept = await bed.db.selectFrom('subject_export').selectAll().execute()
  const facts = await bed.db.selectFrom('fact').selectAll().where('kind', '=', 'subject.exported').execute()
  expect(facts).toHaveLength(3)
  expect(JSON.stringify([kept, facts])).not.toMatch(/bethan/i)
  expect(new Set(kept.map((k) => k.subject_hash)).size).toBe(2)

  const list = value(await subjectExportsFor(bed.db, bed.as('pat'), { most: 50 }))
  expect(list).toMatchObject({ mayExport: false })
  expect(list.exports).toHaveLength(3)
  expect(list.exports[2]).toMatchObject({ reference: 'SAR/26/0412', by: { id: 'ilse' }, messages: 3 })
  expect(refused(await subjectExportsFor(bed.db, bed.as('danny'), { most: 50 }))).toBe('notInformationManager')
})

test('a handle that two people had is not enough', async () => {
  await using bed = await openDesk()
  await bed.says('Is Quay Street shut?', { from: 'Bethan Rees' })
  await bed.says('Hello', { from: 'Other' })
  await bed.db.updateTable('message').set({ author_handle: '@bethan' }).execute()
  expect(refused(await asks(bed, 'ilse', '@bethan'))).toBe('severalSubjects')
  expect(await bed.db.selectFrom('subject_export').selectAll().execute()).toEqual([])
})
