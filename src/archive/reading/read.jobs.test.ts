import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { World } from '../../foundation/world.ts'
import { must } from '../../register/register.testbed.ts'
import { sweepImports } from '../archive.jobs.ts'
import { importPage } from '../archive.queries.ts'
import { type ArchiveBed, openArchiveBed, plainLine, tarGzOf, zipOf } from '../archive.testbed.ts'
import { confirmImport, odditiesOf } from '../import.commands.ts'
import { BrokenFile } from '../import.ts'
import { readImports } from './read.jobs.ts'

const note = (change: object, object: object) => ({
  type: 'Create',
  to: ['as:Public'],
  object: { id: 's1', published: '2024-05-01T18:30:00Z', content: '<p>Road</p>', ...object },
  ...change,
})
const outbox = (...items: readonly object[]) => ({ 'outbox.json': JSON.stringify({ orderedItems: items }) })
const ofExport = { format: 'export' as const, fileName: 'archive.zip' }
const mastodon = (bed: ArchiveBed) => bed.account({ network: 'mastodon', handle: 'westport' })
const said = async (bed: ArchiveBed) =>
  (await bed.db.selectFrom('published').select(['external_id', 'words']).orderBy('external_id').execute()).map(
    ({ external_id, words }) => [external_id, words],
  )

test('letters that no store takes, and counts and times beyond any, end in words or are left out', async () => {
  await using bed = await openArchiveBed()
  const account = await mastodon(bed)
  const bring = (...items: readonly object[]) => bed.bring(account, zipOf(outbox(...items)), ofExport)
  expect((await bring(note({}, {}), note({}, { id: 's1\u0000' }))).refusal).toMatch(
    /^outbox\.json, byte \d+: a post whose id is text of at most 500 letters$/,
  )
  expect(await said(bed)).toEqual([])
  const odd = await bring(
    note(
      {},
      {
        content: 'A\u0000B \ud83d road',
        shares: { totalItems: 9_007_199_254_740_991 },
        contentMap: { '\ud800': '' },
      },
    ),
    note({}, { id: 's2', published: '9999-12-31T23:59:59Z', tag: [{ type: 'Hashtag', name: '#a\u0000b' }] }),
    note({}, { id: 's3', published: '0001-01-01T00:00:00Z' }),
    note({}, { id: '9007199254740993' }),
  )
  expect([odd.refusal, odd.stage]).toEqual([null, 'confirmed'])
  expect(odditiesOf(odd).find(({ kind }) => kind === 'inFuture')).toMatchObject({ count: 1, examples: ['s2'] })
  expect(await said(bed)).toEqual([
    ['9007199254740993', 'Road'],
    ['s1', 'AB \ufffd road'],
    ['s2', 'Road'],
    ['s3', 'Road'],
  ])
  const counted = await bed.db.selectFrom('published').select('reshares').where('external_id', '=', 's1').execute()
  expect(counted).toEqual([{ reshares: 2_147_483_647 }])
})

test('what a refusal and the oddities quote of a file can be kept', async () => {
  await using bed = await openArchiveBed()
  const line = plainLine({ account: 'a\u0000b', network: 'x' })
  expect((await bed.bring(null, line)).refusal).toBe('line 1: ab on x is not on the register; add it first')
  const column = `${'x'.repeat(99)}😀`
  const row = await bed.bring(await bed.account(), `id,said_at,words,a\u0000,${column}\n1,2024-05-01T18:30:00Z,Road,,`)
  expect(row.stage).toBe('confirmed')
  expect(odditiesOf(row)).toContainEqual({
    kind: 'columnsIgnored',
    count: 2,
    examples: ['a', `${'x'.repeat(99)}\ufffd`],
  })
})

test('parts of an export are read by number, and of two that say the same post the later state stands', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'westport' })
  const tweet = (id: string, full_text: string) => ({
    id_str: id,
    created_at: 'Fri Jan 27 16:22:40 +0000 2023',
    full_text,
  })
  const part = (n: number, ...tweets: readonly object[]) => `window.YTD.tweets.part${n} = ${JSON.stringify(tweets)}`
  const row = await bed.bring(
    account,
    zipOf({
      'data/tweets-part10.js': part(10, { tweet: tweet('3', 'Three') }),
      'data/tweets-part2.js': part(2, { tweet: tweet('2', 'Two') }),
      '../data/manifest.js': `window.__THAR_CONFIG = ${JSON.stringify({ userInfo: { userName: 'westport' } })}`,
      'data/tweets.js': part(
        0,
        { tweet: tweet('1', 'One') },
        { tweet: { ...tweet('2', 'Two'), edit_info: { edit: { initialTweetId: 'none' } } } },
      ),
    }),
    ofExport,
  )
  expect([row.refusal, odditiesOf(row).find(({ kind }) => kind === 'repeated')?.count]).toEqual([null, 1])
  expect(await said(bed)).toEqual([
    ['1', 'One'],
    ['2', 'Two'],
    ['3', 'Three'],
  ])
})

/** The same world, whose clock goes on by some seconds each time somebody looks at it. */
const hurried = (bed: ArchiveBed, looked: (times: number) => void): World => {
  let times = 0
  const now = () => {
    looked(++times)
    return new Date(bed.clock.now().getTime() + times * 3000)
  }
  return { ...bed, clock: { ...bed.clock, now } }
}

test('a reading says what it is at while it looks for the names, and keeps its turn', async () => {
  await using bed = await openArchiveBed()
  const id = await bed.upload(await mastodon(bed), tarGzOf(outbox(note({}, {}))), ofExport)
  const seen: unknown[] = []
  const watching: Promise<void>[] = []
  const watch = async () => {
    const page = await importPage(bed.db, bed.head, id)
    seen.push(page?.readStep)
  }
  await readImports(hurried(bed, () => void watching.push(watch())))
  await Promise.all(watching)
  expect(new Set(seen)).toEqual(new Set([null, 'names', 'posts', 'pictures', 'comparing']))
  expect((await bed.row(id)).stage).toBe('read')
})

test('who lost its turn throws nothing away that the other one has read', async () => {
  await using bed = await openArchiveBed()
  const id = await bed.upload(await bed.account(), plainLine())
  const other = `archive_row_${id}_other`
  const copyIn = async (): Promise<void> => {
    await bed.db.updateTable('archive_import').set({ lease_token: 'other' }).execute()
    await sql`create table ${sql.table(other)} (like archive_row)`.execute(bed.db)
    throw new BrokenFile('anything else')
  }
  await readImports({ ...bed, database: { ...bed.database, copyIn } })
  expect(await bed.row(id)).toMatchObject({ stage: 'reading', lease_token: 'other', refusal: null })
  expect((await sql`select from ${sql.table(other)}`.execute(bed.db)).rows).toEqual([])
})

test('who lost its turn stops at the next piece that it reads', async () => {
  await using bed = await openArchiveBed()
  const id = await bed.upload(await mastodon(bed), tarGzOf(outbox(note({}, {}))), ofExport)
  const copyIn: typeof bed.database.copyIn = async (...given) => {
    await bed.db.updateTable('archive_import').set({ lease_token: 'other' }).execute()
    await bed.database.copyIn(...given)
  }
  await readImports({ ...bed, database: { ...bed.database, copyIn } })
  expect(await bed.row(id)).toMatchObject({ stage: 'reading', lease_token: 'other', read_step: null })
  expect(await bed.db.selectFrom('archive_row').select('turn').execute()).toEqual([])
})

test('a file that nobody reads is an alarm, until somebody does', async () => {
  await using bed = await openArchiveBed()
  const id = await bed.upload(await bed.account(), plainLine())
  const alarms = async () => {
    await sweepImports(bed)
    return (await bed.db.selectFrom('alarm').select(['subject', 'words', 'settled_at']).execute()).map(
      ({ settled_at, ...alarm }) => ({ ...alarm, isOpen: settled_at === null }),
    )
  }
  bed.clock.forward(60 * 60_000)
  expect(await alarms()).toEqual([])
  bed.clock.forward(1)
  const alarm = { subject: `archive:${id}`, words: 'posts.jsonl was uploaded for the archive and nobody reads it.' }
  expect(await alarms()).toEqual([{ ...alarm, isOpen: true }])
  await readImports(bed)
  expect(await alarms()).toEqual([{ ...alarm, isOpen: false }])
  must(await confirmImport(bed, bed.head, { id, acceptHandle: false }))
})
