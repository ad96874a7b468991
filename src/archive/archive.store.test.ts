import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { command } from '../audit/audit.commands.ts'
import { ok } from '../foundation/outcome.ts'
import { type OursRow, putOurs } from './archive.store.ts'
import { type ArchiveBed, openArchiveBed, plainLine, zipOf } from './archive.testbed.ts'
import { picturesOf } from './preview/preview.queries.ts'

const id = '1619008139820327396'
const saidAt = 'Fri Jan 27 16:22:40 +0000 2023'

/** Brings one file, or our own post, into the archive. */
type Source = (bed: ArchiveBed, account: string) => Promise<unknown>

const photo = (n: number, alt?: string) => ({
  type: 'photo',
  media_url_https: `https://pbs.example/media/${n}.jpg`,
  ...(alt === undefined ? {} : { ext_alt_text: alt }),
})
const xExport = (taken: string, media: readonly object[], files: Record<string, Buffer> = {}): Source => {
  const manifest = { userInfo: { accountId: '1', userName: 'testuser' }, archiveInfo: { generationDate: taken } }
  const tweet = { id_str: id, created_at: saidAt, full_text: 'Road closed', extended_entities: { media } }
  const file = zipOf({
    'data/manifest.js': `window.__THAR_CONFIG = ${JSON.stringify(manifest)}`,
    'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet }])}`,
    ...files,
  })
  return (bed, account) => bed.bring(account, file, { format: 'export', fileName: 'x.zip' })
}
const plain =
  (change: object): Source =>
  (bed, account) =>
    bed.bring(account, plainLine({ id, ...change }))

/** As this product published it: its pictures in order, each with its alt text, and no name of a file. */
const ours =
  (alts: readonly string[]): Source =>
  (bed, account) =>
    command(bed, bed.head, async (c) => {
      const at = new Date('2023-01-27T16:22:40Z')
      const row: OursRow = {
        account_id: account,
        external_id: id,
        post_id: 'post',
        said_at: at,
        seen_at: at,
        gone_at: null,
        kind: 'original',
        words: 'Road closed, as we sent it',
        language: 'en',
        to_external_id: null,
        to_handle: null,
        hashtags: null,
        mentions: null,
        links: null,
        pictures: alts.length,
        videos: 0,
        described: alts.filter((alt) => alt !== '').length,
        attached: JSON.stringify(alts.map((alt) => ({ kind: 'picture', alt, file: null }))),
        cut: false,
        edited: false,
      }
      return ok(await putOurs(c, [row]))
    })

const untold = xExport('2024-01-01T00:00:00.000Z', [photo(1), photo(2)])
const told = xExport('2025-01-01T00:00:00.000Z', [photo(1, 'A map'), photo(2, '')])
const sources: readonly Source[] = [
  untold,
  told,
  xExport('2025-06-01T00:00:00.000Z', [photo(1)]),
  plain({ words: 'As a list has it', pictures: 2, counted_at: '2026-01-01T00:00:00Z' }),
  plain({ words: 'Cut', cut: true, pictures: 3, described: 1, counted_at: '2026-02-01T00:00:00Z' }),
  ours(['A map of Westport', 'A closed road']),
]

test('whoever knows a picture best wins, whatever comes later and in whatever order', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  const outcome = async (order: readonly Source[]): Promise<unknown[]> => {
    await bed.db.deleteFrom('published').execute()
    for (const bring of order) await bring(bed, account)
    return bed.archive()
  }
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...sources], { minLength: 2, maxLength: 4 }),
      fc.nat(5),
      async (order, at) => {
        const once = await outcome(order)
        expect(await outcome([...order.slice(at), ...order.slice(0, at), ...order.slice(0, 1)])).toEqual(once)
        expect(await outcome([...order].reverse())).toEqual(once)
      },
    ),
    { numRuns: 6, seed: 6 },
  )
  for (const order of [
    [ours(['A map of Westport', 'A closed road']), untold],
    [untold, ours(['A map of Westport', 'A closed road'])],
  ])
    expect(await outcome(order)).toMatchObject([
      { words: 'Road closed', described: 2, attached: [{ alt: 'A map of Westport' }, { alt: 'A closed road' }] },
    ])
}, 120_000)

test('a picture of an export is shown with the alt text that we gave it, whichever came first', async () => {
  await using bed = await openArchiveBed()
  const account = await bed.account({ network: 'x', handle: 'testuser' })
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#305070' } })
    .jpeg()
    .toBuffer()
  const export_ = xExport('2024-01-01T00:00:00.000Z', [photo(1), photo(2)], {
    [`data/tweets_media/${id}-1.jpg`]: jpeg,
    [`data/tweets_media/${id}-2.jpg`]: jpeg,
  })
  await export_(bed, account)
  const alts = async () => (await picturesOf(bed.db, bed.forceId, account, null)).pictures.map(({ alt }) => alt).sort()
  expect(await alts()).toEqual([null, null])
  await ours(['A map of Westport', 'A closed road'])(bed, account)
  expect(await alts()).toEqual(['A closed road', 'A map of Westport'])
  await told(bed, account)
  expect(await alts()).toEqual(['', 'A map'])
})
