import { sql } from 'kysely'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { must, refusalOf } from '../../register/register.testbed.ts'
import { sweepImports } from '../archive.jobs.ts'
import { openArchiveBed, tarGzOf, zipOf } from '../archive.testbed.ts'
import { confirmImport, countsOf, odditiesOf } from '../import.commands.ts'
import { readImports } from '../reading/read.jobs.ts'
import { drawPreview } from './draw.client.ts'
import { pictureFile, picturesOf } from './preview.queries.ts'

const paint = (width = 640, height = 480) => sharp({ create: { width, height, channels: 3, background: '#305070' } })
const jpeg = () =>
  paint()
    .withExif({ IFD0: { Make: 'Westphone' } })
    .jpeg()
    .toBuffer()

const photo = (name: string, alt?: string) => ({
  type: 'photo',
  url: 'https://t.co/a',
  media_url_https: `https://pbs.example/media/${name}`,
  ...(alt === undefined ? {} : { ext_alt_text: alt }),
})
const tweet = (id: string, full_text: string, media: readonly object[]) => ({
  tweet: { id_str: id, created_at: 'Fri Jan 27 16:22:40 +0000 2023', full_text, extended_entities: { media } },
})
const manifest = {
  userInfo: { accountId: '1', userName: 'testuser' },
  archiveInfo: { generationDate: '2025-10-22T21:07:28.142Z' },
}
const xFile = async () =>
  zipOf({
    'data/manifest.js': `window.__THAR_CONFIG = ${JSON.stringify(manifest)}`,
    'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify([
      tweet('11', 'Two pictures', [photo('a.jpg', 'A map \\ of \0 "Westport"'), photo('b.png', '')]),
      tweet('12', 'A film', [
        { ...photo('c.jpg'), type: 'video' },
        { ...photo('d.jpg'), type: 'animated_gif' },
      ]),
      tweet('13', 'RT @ann: Hers', [photo('e.jpg')]),
    ])}`,
    'data/tweets_media/11-a.jpg': await jpeg(),
    'data/tweets_media/11-b.png': Buffer.from('\x89PNG no picture'),
    'data/tweets_media/13-e.jpg': await jpeg(),
    // Of no post, and there twice.
    'data/tweet_media/99-z.jpg': await jpeg(),
    'data/tweets_media/99-z.jpg': await jpeg(),
    'data/direct_messages_media/11-a.jpg': await jpeg(),
  })
const of = { format: 'export' as const, fileName: 'x.zip' }

test('pictures of posts are kept in small once they are confirmed; what is no picture of a post is not looked at', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  const id = await bed.upload(account, await xFile(), of)
  await readImports(bed)
  const read = await bed.row(id)
  expect(countsOf(read)?.media).toEqual({ pictures: 2, videos: 2, told: 2, described: 1, previews: 1 })
  expect(odditiesOf(read)).toContainEqual({ kind: 'picturesUnreadable', count: 1, examples: ['11-b.png'] })
  expect((await picturesOf(bed.db, bed.forceId, account, null)).pictures).toEqual([])
  must(await confirmImport(bed, bed.head, { id, acceptHandle: false }))
  const { pictures, more } = await picturesOf(bed.db, bed.forceId, account, null)
  expect(more).toBe(false)
  expect(pictures).toMatchObject([
    {
      saidAt: '2023-01-27T16:22:40.000Z',
      words: 'Two pictures',
      alt: 'A map \\ of  "Westport"',
      width: 320,
      height: 240,
    },
  ])
  const shown = pictures[0]?.id ?? ''
  const file = must(await pictureFile(bed.db, bed.forceId, shown))
  expect(Buffer.from(file.bytes).includes('Westphone')).toBe(false)
  expect(refusalOf(await pictureFile(bed.db, 'eastshire', shown))).toBe('noPicture')
  expect((await picturesOf(bed.db, 'eastshire', account, null)).pictures).toEqual([])
  expect((await picturesOf(bed.db, bed.forceId, account, shown)).pictures).toEqual([])
})

test('what each post carries is kept one by one; bringing the export again changes nothing', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  await bed.bring(account, await xFile(), of)
  const attached = async () =>
    (await bed.db.selectFrom('published').select('attached').orderBy('external_id').execute()).map(
      (row) => row.attached,
    )
  const first = await attached()
  expect(first).toEqual([
    [
      { kind: 'picture', alt: 'A map \\ of  "Westport"', file: '11-a.jpg' },
      { kind: 'picture', alt: '', file: '11-b.png' },
    ],
    [
      { kind: 'video', alt: null, file: null },
      { kind: 'animation', alt: null, file: null },
    ],
    [{ kind: 'picture', alt: null, file: null }],
  ])
  const again = await bed.bring(account, await xFile(), of)
  expect(countsOf(again)).toMatchObject({ fresh: 0, changed: 0, same: 3, media: { previews: 1 } })
  expect(await attached()).toEqual(first)
  expect((await picturesOf(bed.db, bed.forceId, account, null)).pictures).toHaveLength(1)
  await sweepImports(bed)
  expect(await bed.db.selectFrom('archive_preview').select('id').execute()).toEqual([])
})

test('of a tar.gz the same; what was said to few keeps its pictures to itself', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'mastodon', handle: 'westport' })
  const note = (id: string, to: string, file: string) => ({
    type: 'Create',
    to: [to],
    object: {
      id,
      published: '2024-05-01T18:30:00Z',
      content: '<p>Road</p>',
      attachment: [{ mediaType: 'image/png', url: `/media_attachments/${file}`, name: 'A closed road' }],
    },
  })
  const png = await paint().png().toBuffer()
  const row = await bed.bring(
    account,
    tarGzOf({
      'media_attachments/files/1/original/a.png': png,
      'media_attachments/files/2/original/b.png': png,
      'outbox.json': JSON.stringify({
        orderedItems: [
          note('s1', 'as:Public', 'files/1/original/a.png'),
          note('s2', 'https://social.example/followers', 'files/2/original/b.png'),
        ],
      }),
    }),
    { format: 'export', fileName: 'archive.tar.gz' },
  )
  expect([row.refusal, countsOf(row)?.media]).toEqual([
    null,
    { pictures: 1, videos: 0, told: 1, described: 1, previews: 1 },
  ])
  const { pictures } = await picturesOf(bed.db, bed.forceId, account, null)
  expect(pictures).toMatchObject([{ words: 'Road', alt: 'A closed road' }])
  expect(await bed.db.selectFrom('published_preview').select('external_id').execute()).toEqual([{ external_id: 's1' }])
})

test('an account whose room is used up keeps no more, and the preview says so', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  await sql`alter table published_preview alter column bytes set storage extended`.execute(bed.db)
  await sql`
    insert into published_preview (force_id, account_id, file, id, external_id, said_at, width, height, bytes)
    select ${bed.forceId}, ${account}, 'before' || n, 'before' || n, 'none', now(), 1, 1, convert_to(repeat('x', 10000000), 'UTF8')
    from generate_series(1, 10) n`.execute(bed.db)
  const row = await bed.bring(account, await xFile(), of)
  expect(odditiesOf(row)).toContainEqual({
    kind: 'picturesLeft',
    count: 2,
    examples: ['11-b.png', '11-a.jpg'],
  })
  expect(countsOf(row)?.media?.previews).toBe(0)
})

test('only still pictures of the usual kinds are drawn, upright, and none that takes more memory than we give', async () => {
  const size = async (file: Uint8Array) => {
    const drawn = await drawPreview(file)
    return drawn && [drawn.width, drawn.height]
  }
  expect(await size(await paint(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer())).toEqual([200, 300])
  expect(await size(await paint(900, 300).webp().toBuffer())).toEqual([320, 107])
  expect(await size(await paint(8, 8).gif().toBuffer())).toEqual([8, 8])
  expect(await size(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  expect(await size((await jpeg()).subarray(0, 900))).toBeNull()
  expect(await size(new Uint8Array())).toBeNull()
  expect(await size(await paint(4200, 4100).png({ compressionLevel: 9 }).toBuffer())).toBeNull()
})
