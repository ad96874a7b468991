import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '../foundation/database.ts'
import { networks } from '../networks/networks.ts'
import { must, refusalOf } from '../register/register.testbed.ts'
import { sweepImports } from './archive.jobs.ts'
import { archivePage, importPage } from './archive.queries.ts'
import { openArchiveBed, plainLine, zipOf } from './archive.testbed.ts'
import { deleteFile, filesHere, isHere } from './files.client.ts'
import { abandonImport, beginImport, confirmImport, countsOf, odditiesOf, receivePiece } from './import.commands.ts'
import { readImports } from './reading/read.jobs.ts'

const xArchive = (): Record<string, string> => {
  const folder = join(import.meta.dirname, '../../samples/x-archive-redacted')
  const names = ['manifest.js', 'account.js', 'note-tweet.js', 'tweets.js']
  return Object.fromEntries(names.map((name) => [`data/${name}`, readFileSync(join(folder, name), 'utf8')]))
}
const facts = async (bed: Awaited<ReturnType<typeof openArchiveBed>>): Promise<string[]> =>
  (await bed.db.selectFrom('fact').select('kind').where('kind', 'like', 'archive.%').orderBy('seq').execute()).map(
    (f) => f.kind,
  )

test('an export goes from upload to archive; importing it again changes nothing, and the preview says so', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  const file = zipOf(xArchive())
  const of = { format: 'export' as const, fileName: 'twitter.zip' }
  const id = await bed.upload(account, file, of)
  expect((await bed.row(id)).stage).toBe('received')
  await readImports(bed)
  const read = await bed.row(id)
  expect(read.refusal).toBeNull()
  expect(countsOf(read)).toMatchObject({ rows: 60, posts: 60, fresh: 60, changed: 0, same: 0, accounts: 1 })
  expect(odditiesOf(read).map((odd) => odd.kind)).toEqual(['cut', 'noLanguage'])
  expect(read.taken_at?.toISOString()).toBe('2025-10-22T21:07:28.142Z')
  expect(await bed.archive()).toEqual([])
  expect(must(await confirmImport(bed, bed.head, { id, acceptHandle: false }))).toEqual({
    posts: 60,
    fresh: 60,
    changed: 0,
  })
  const first = await bed.archive()
  expect(first).toHaveLength(60)
  expect(await facts(bed)).toEqual([
    'archive.importBegun',
    'archive.fileReceived',
    'archive.fileRead',
    'archive.importConfirmed',
  ])
  const counted = await bed.db.selectFrom('account_count').selectAll().execute()
  expect(counted).toMatchObject([{ account_id: account, posts: 60, source: 'import' }])
  const again = await bed.bring(account, file, of)
  expect(again.stage).toBe('confirmed')
  expect(countsOf(again)).toMatchObject({ fresh: 0, changed: 0, same: 60 })
  expect(await bed.archive()).toEqual(first)
  await sweepImports(bed)
  expect(await filesHere(bed.config, bed.forceId)).toEqual([])
  expect(await stagedTables(bed)).toEqual([])
})

/** Each import that waits has one. */
const stagedTables = async (bed: { db: Db }): Promise<unknown[]> =>
  (
    await sql`
      select relname from pg_class where relkind = 'r' and pg_table_is_visible(oid) and starts_with(relname, 'archive_row_')`.execute(
      bed.db,
    )
  ).rows

test('a file that breaks is refused with the place, and nothing of it is kept', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  const broken = async (file: string | Uint8Array, of: Parameters<typeof bed.upload>[2] = {}) => {
    const row = await bed.bring(account, file, of)
    expect(row.stage).toBe('refused')
    return row.refusal
  }
  const good = plainLine() + plainLine({ id: '2' })
  expect(await broken(`${good}{"id":"3",`)).toBe('line 3: one JSON object on each line')
  expect(await broken(good + plainLine({ id: 7 }))).toBe('line 3: id must be a text: large numbers lose their end')
  expect(await broken(good + plainLine({ network: 'elsewhere' }))).toBe(
    'line 3: network must be x, as chosen, not elsewhere',
  )
  expect(await broken(good + plainLine({ account: 'somebody' }))).toBe(
    'line 3: account must be testuser, as chosen, not somebody',
  )
  expect(await broken('id,said_at\n1,2024-01-01')).toBe('line 1: the columns words')
  const files = xArchive()
  const cut = { ...files, 'data/tweets.js': (files['data/tweets.js'] ?? '').slice(0, 50_000) }
  const of = { format: 'export' as const, fileName: 'twitter.zip' }
  expect(await broken(zipOf(cut), of)).toMatch(/^data\/tweets\.js, byte [\d,]+: the end of this element/)
  expect(await broken(zipOf(files).subarray(0, 9000), of)).toBe(
    'byte 9,000: a zip file: its end is missing, so it is not whole',
  )
  const other = await bed.account({ network: 'x', handle: 'renamed' })
  await bed.db.updateTable('account').set({ external_id: '999' }).where('id', '=', other).execute()
  expect((await bed.bring(other, zipOf(files), of)).refusal).toBe(
    'data/manifest.js: an export of renamed; this one is of another account',
  )
  expect(await bed.archive()).toEqual([])
  expect(await stagedTables(bed)).toEqual([])
  expect(await facts(bed)).toContain('archive.fileRefused')
})

test('every refusal of an import', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account()
  const begin = (change = {}) => ({
    accountId: account,
    format: 'plain' as const,
    fileName: 'a.csv',
    bytes: 9,
    ...change,
  })
  const began = async (change = {}, actor = bed.head) => refusalOf(await beginImport(bed, actor, begin(change)))
  expect(await began({}, bed.nobody)).toBe('mayNotImport')
  expect(await began({ accountId: 'none' })).toBe('noAccount')
  const noExport = networks.find((n) => n.practice)?.id
  expect(await bed.db.selectFrom('account').select('network').executeTakeFirst()).toEqual({ network: noExport })
  expect(await began({ format: 'export' })).toBe('noReader')
  expect(await began({ accountId: null, format: 'export' })).toBe('noReader')
  expect(await began({ bytes: 8_000_000_001 })).toBe('tooLargeFile')
  const { id } = must(await beginImport(bed, bed.head, begin()))
  const piece = async (from: number, bytes: string, of = id, actor = bed.head) =>
    refusalOf(await receivePiece(bed, actor, { id: of, from }, Buffer.from(bytes)))
  expect(await piece(0, 'x', id, bed.nobody)).toBe('mayNotImport')
  expect(await piece(0, 'x', 'none')).toBe('noImport')
  expect(await piece(1, 'x')).toBe('otherPlace')
  expect(await piece(0, 'ten letters')).toBe('otherPlace')
  expect(await piece(0, 'abcde')).toBe('none')
  expect(await piece(0, 'abcde')).toBe('otherPlace')
  const confirm = async (of = id, actor = bed.head) =>
    refusalOf(await confirmImport(bed, actor, { id: of, acceptHandle: false }))
  expect(await confirm(id, bed.nobody)).toBe('mayNotImport')
  expect(await confirm('none')).toBe('noImport')
  expect(await confirm()).toBe('notRead')
  await deleteFile(bed.config, bed.forceId, id)
  expect(await piece(5, 'fghi')).toBe('notHere')
  const abandon = async (of = id, actor = bed.head) => refusalOf(await abandonImport(bed, actor, of))
  expect(await abandon(id, bed.nobody)).toBe('mayNotImport')
  expect(await abandon('none')).toBe('noImport')
  expect(await abandon()).toBe('none')
  expect(await abandon()).toBe('over')
  expect(await piece(5, 'fghi')).toBe('notReceiving')
  for (let n = 0; n < 20; n++) expect(await began()).toBe('none')
  expect(await began()).toBe('tooManyOpen')
})

test('an export of another handle waits until somebody says that it is of this account', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'westshire' })
  const id = await bed.upload(account, zipOf(xArchive()), { format: 'export', fileName: 'x.zip' })
  await readImports(bed)
  expect(odditiesOf(await bed.row(id))[0]).toEqual({
    kind: 'otherHandle',
    count: 2,
    examples: ['testuser', 'testuser'],
  })
  expect(refusalOf(await confirmImport(bed, bed.head, { id, acceptHandle: false }))).toBe('otherAccount')
  expect(await bed.archive()).toEqual([])
  expect(refusalOf(await confirmImport(bed, bed.head, { id, acceptHandle: true }))).toBe('none')
})

test('what was read and is no longer all there is read again before it is confirmed', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account()
  const id = await bed.upload(account, plainLine() + plainLine({ id: '2' }))
  await readImports(bed)
  await bed.db.deleteFrom('archive_row').where('external_id', '=', '2').execute()
  expect(refusalOf(await confirmImport(bed, bed.head, { id, acceptHandle: false }))).toBe('readAgain')
  expect(await bed.archive()).toEqual([])
  await readImports(bed)
  expect(refusalOf(await confirmImport(bed, bed.head, { id, acceptHandle: false }))).toBe('none')
  expect(await bed.archive()).toHaveLength(2)
})

test('an upload goes on after a break, and a reader that died leaves its file to another one', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account()
  const file = Buffer.from(Array.from({ length: 30 }, (_, n) => plainLine({ id: String(n) })).join(''))
  const { id } = must(
    await beginImport(bed, bed.head, { accountId: account, format: 'plain', fileName: 'a.jsonl', bytes: file.length }),
  )
  for (let from = 0; from < file.length; ) {
    const { received } = must(await receivePiece(bed, bed.head, { id, from }, file.subarray(from, from + 700)))
    from = received
  }
  const dead = {
    stage: 'reading' as const,
    lease_token: 'gone',
    lease_until: new Date(bed.clock.now().getTime() + 1000),
  }
  await bed.db.updateTable('archive_import').set(dead).execute()
  expect(await readImports(bed)).toBe(0)
  bed.clock.forward(2000)
  expect(await readImports(bed)).toBe(1)
  expect(countsOf(await bed.row(id))).toMatchObject({ posts: 30 })
  await bed.db.updateTable('archive_import').set({ stage: 'received', tries: 3 }).execute()
  await readImports(bed)
  expect((await bed.row(id)).refusal).toContain('three tries')
})

test('two readers at once read each file once', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account()
  for (let n = 0; n < 4; n++) await bed.upload(account, plainLine({ id: String(n) }))
  const read = await Promise.all([readImports(bed), readImports(bed)])
  expect(read.reduce((a, b) => a + b)).toBe(4)
  expect(await bed.db.selectFrom('archive_row').select('external_id').execute()).toHaveLength(4)
})

test('one file of several accounts goes where its rows say; an account that is not on the register is named', async () => {
  await using bed = await openArchiveBed()
  const network = networks.find((n) => n.practice)?.id ?? ''
  const [one, two] = [await bed.account({ handle: 'OneDesk' }), await bed.account({ handle: 'TwoDesk' })]
  const line = (id: string, account: string) => plainLine({ id, account, network })
  const row = await bed.bring(null, line('1', 'onedesk') + line('1', '@TwoDesk') + line('2', 'OneDesk'))
  expect(countsOf(row)).toMatchObject({ posts: 3, accounts: 2 })
  expect((await bed.archive()).map((post) => (post as { account_id: string }).account_id)).toEqual(
    [one, one, two].sort(),
  )
  expect((await bed.bring(null, line('1', 'onedesk') + line('9', 'Third'))).refusal).toBe(
    `line 2: Third on ${network} is not on the register; add it first`,
  )
  expect((await bed.bring(null, plainLine())).refusal).toBe(
    'line 1: network and account must be there where no account was chosen',
  )
})

test('imports that nobody decides on are given up after 14 days', async () => {
  await using bed = await openArchiveBed()
  const id = await bed.upload(await bed.account(), plainLine())
  await sweepImports(bed)
  expect(isHere(bed.config, bed.forceId, id)).toBe(true)
  bed.clock.forward(15 * 86_400_000)
  await sweepImports(bed)
  expect((await bed.row(id)).stage).toBe('abandoned')
  expect(isHere(bed.config, bed.forceId, id)).toBe(false)
})

test('pages say what stands there, and each force sees only its own', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  const { id } = await bed.bring(account, zipOf(xArchive()), { format: 'export', fileName: 'x.zip' })
  const page = await archivePage(bed.db, bed.head, null)
  expect(page.accounts).toMatchObject([{ id: account, posts: 60, imported: 60, ours: 0, exportEndings: ['.zip'] }])
  expect(page.imports).toMatchObject([{ id, stage: 'confirmed', by: 'Priya Nandakumar', mayImport: true }])
  expect((await archivePage(bed.db, bed.nobody, account)).mayImport).toBe(false)
  const stranger = { ...bed.head, forceId: 'eastshire' }
  expect(await archivePage(bed.db, stranger, null)).toMatchObject({ accounts: [], imports: [] })
  expect(await importPage(bed.db, stranger, id)).toBeNull()
  expect(await importPage(bed.db, bed.head, id)).toMatchObject({ id, counts: { posts: 60 } })
})

const state = fc.record({
  id: fc.constantFrom('1', '2', '3'),
  words: fc.constantFrom('Road closed', 'Road open again', 'Ŵ \t\\ "quoted", {braced}\nand more'),
  said_at: fc.constantFrom('2024-05-01T18:30:00Z', '2024-05-01T18:30:01.500Z'),
  counted_at: fc.constantFrom(undefined, '2024-06-01T00:00:00Z', '2024-07-01T00:00:00Z'),
  likes: fc.constantFrom(undefined, 0, 4, 9),
  replies: fc.constantFrom(undefined, 2, 3),
  cut: fc.boolean(),
  edited: fc.boolean(),
  hashtags: fc.constantFrom(undefined, [], ['a b', 'null', 'c"d']),
  to_id: fc.constantFrom(undefined, '77'),
})

test('the order of imports never matters, nor how rows fall into files, nor importing twice', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account()
  const outcome = async (files: readonly (readonly object[])[]): Promise<unknown[]> => {
    await bed.db.deleteFrom('published').execute()
    for (const file of files)
      if (file.length > 0)
        await bed.bring(account, file.map((row) => plainLine(row as Record<string, unknown>)).join(''))
    return bed.archive()
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(state, { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 6 }),
      fc.boolean(),
      async (rows, at, twice) => {
        const once = await outcome([rows])
        const [one, two] = [rows.slice(0, at), rows.slice(at)]
        expect(await outcome([two, one, ...(twice ? [two] : [])])).toEqual(once)
        expect(await outcome([[...rows].reverse()])).toEqual(once)
      },
    ),
    { numRuns: 12, seed: 4 },
  )
}, 120_000)
