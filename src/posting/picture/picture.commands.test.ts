import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openPosting, refused, value } from '../posting.testbed.ts'
import { addPicture, redraw } from './picture.commands.ts'
import { pictureFile } from './picture.queries.ts'

const paint = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#305070' } })
/** As a telephone would write it: where, when, with what, by whom. */
const telling = (width = 640, height = 480) =>
  paint(width, height)
    .withExif({
      IFD0: {
        Make: 'Westphone',
        Model: 'W3',
        Artist: 'Leah Corrigan',
        Software: 'Editor 5',
        DateTime: '2026:09:07 09:00:00',
      },
      IFD2: { DateTimeOriginal: '2026:09:07 09:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 28/1 4012/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()

const contains = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(Buffer.from(text))

test('a picture is published without what its file told, and its author is told what that was', async () => {
  const file = await telling()
  expect(contains(file, 'Westphone')).toBe(true)
  expect(contains(file, 'Exif')).toBe(true)
  const { bytes, removed, width, height } = value(await redraw(file))
  expect(removed).toEqual(['location', 'camera', 'time taken', 'name or words', 'edit history'])
  for (const trace of ['Westphone', 'Exif', 'Leah', 'Editor 5', 'GPS'])
    expect(contains(bytes, trace), trace).toBe(false)
  const about = await sharp(bytes).metadata()
  expect([about.exif, about.xmp, about.iptc, about.icc, about.format, width, height]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'jpeg',
    640,
    480,
  ])
})

test('XMP is removed as well, and a bare file gave nothing away', async () => {
  const xmp =
    '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>51,28N</exif:GPSLatitude></x:xmpmeta><?xpacket end="w"?>'
  const { bytes, removed } = value(await redraw(await paint(64, 64).withXmp(xmp).jpeg().toBuffer()))
  expect(removed).toEqual(['location', 'edit history'])
  expect(contains(bytes, 'xpacket')).toBe(false)
  expect(value(await redraw(await paint(64, 64).png().toBuffer())).removed).toEqual([])
})

test('a picture becomes small enough for every network, stands upright and keeps no transparency', async () => {
  const noise = Buffer.from(Uint8Array.from({ length: 3000 * 2600 * 3 }, (_, n) => (n * 2654435761) >>> 24))
  const heavy = await sharp(noise, { raw: { width: 3000, height: 2600, channels: 3 } })
    .jpeg({ quality: 100 })
    .toBuffer()
  const small = value(await redraw(heavy))
  expect(small.bytes.length).toBeLessThanOrEqual(950_000)
  expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(2000)
  const turned = value(await redraw(await paint(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()))
  expect([turned.width, turned.height]).toEqual([200, 300])
  const clear = await sharp({
    create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer()
  const { data } = await sharp(value(await redraw(clear)).bytes)
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(data[0]).toBeGreaterThan(250)
})

test('what is no still picture of a kind we take is refused in words', async () => {
  const of = async (bytes: Uint8Array) => {
    const outcome = await redraw(bytes)
    return outcome.ok ? 'done' : `${outcome.refusal.id}: ${outcome.refusal.words}`
  }
  const text = (s: string) => new TextEncoder().encode(s)
  expect(await of(text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toContain(
    'wrongKind: This is a drawing (SVG)',
  )
  expect(await of(text('\0\0\0\x18ftypheic'))).toContain('wrongKind: Telephones save HEIC')
  expect(await of(text('%PDF-1.7'))).toContain('wrongKind: This is a PDF')
  expect(await of(text('hello'))).toContain('notPicture')
  expect(await of(new Uint8Array())).toContain('notPicture')
  expect(await of((await telling()).subarray(0, 900))).toContain('notPicture')
  const frames = await sharp(
    [
      await paint(8, 8).png().toBuffer(),
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    ],
    { join: { animated: true } },
  )
    .gif()
    .toBuffer()
  expect(await of(frames)).toContain('This picture moves')
  expect(await of(await paint(8, 8).gif().toBuffer())).toBe('done')
  expect(await of(await paint(12_000, 9000).png({ compressionLevel: 9 }).toBuffer())).toContain('tooManyPixels')
})

test('it is kept under its check sum and shown only within its own force', async () => {
  await using bed = await openPosting()
  const added = value(await addPicture(bed, bed.as('leah'), await telling()))
  expect(added).toMatchObject({
    width: 640,
    height: 480,
    mediaType: 'image/jpeg',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const file = value(await pictureFile(bed.db, bed.forceId, added.id))
  expect(file.bytes.length).toBe(added.bytes)
  expect(contains(file.bytes, 'Westphone')).toBe(false)
  expect(refused(await pictureFile(bed.db, 'eastshire', added.id))).toBe('noPicture')
  const row = await bed.db.selectFrom('picture').select(['removed', 'added_by']).executeTakeFirstOrThrow()
  expect(row).toEqual({
    removed: ['location', 'camera', 'time taken', 'name or words', 'edit history'],
    added_by: 'leah',
  })
})

/** A PNG that claims a size in its head and holds next to nothing. */
function claiming(width: number, height: number, depth: 8 | 16): Uint8Array {
  const chunk = (kind: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, 6], 8) // red, green, blue and how clear
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = chunk('IDAT', deflateSync(Buffer.alloc(64)))
  return Buffer.concat([sign, chunk('IHDR', head), rows, chunk('IEND', Buffer.alloc(0))])
}

test('a small file that would open into more than we can hold is refused before it is opened', async () => {
  expect(refused(await redraw(claiming(10_000, 9999, 16)))).toBe('tooManyPixels')
  // Few enough pixels, and too much of each.
  expect(refused(await redraw(claiming(7000, 7000, 16)))).toBe('tooManyPixels')
  // As many pixels of the ordinary kind are opened: what is wrong with this one is that nothing is in it.
  expect(refused(await redraw(claiming(7000, 7000, 8)))).toBe('notPicture')
})

test('pictures are drawn one after the other, also after one that cannot be drawn', async () => {
  await using bed = await openPosting()
  const file = await paint(2400, 2000).png({ compressionLevel: 1 }).toBuffer()
  let most = 0
  const watch = setInterval(() => {
    // Those in hand alone: one that is just being taken from the queue can be seen in both numbers.
    most = Math.max(most, sharp.counters().process)
  }, 1)
  const files = [file, file, claiming(500, 500, 8), file, file, file]
  const added = await Promise.all(files.map((one) => addPicture(bed, bed.as('leah'), one)))
  clearInterval(watch)
  expect(added.map(refused)).toEqual(['done', 'done', 'notPicture', 'done', 'done', 'done'])
  expect(most).toBe(1)
})

test('a picture is added by those who may change the words it stands beside', async () => {
  await using bed = await openPosting()
  const file = await paint(20, 10).jpeg().toBuffer()
  const add = async (name: Parameters<typeof bed.as>[0], post: string | null) =>
    refused(await addPicture(bed, bed.as(name), file, post))
  const id = await bed.draft('leah')
  expect([await add('leah', id), await add('tom', id)]).toEqual(['done', 'done'])
  expect([await add('theo', id), await add('rhys', id), await add('owen', id)]).toEqual([
    'notYours',
    'notYours',
    'notYours',
  ])
  expect(await add('leah', 'none')).toBe('noPost')
  // An author stays one, also where a place ended; somebody else does not.
  await bed.db
    .updateTable('contributor')
    .set({ until_at: bed.clock.now() })
    .where('account_id', '=', 'westport')
    .execute()
  expect([await add('leah', id), await add('tom', id)]).toEqual(['done', 'notYours'])
  // Before there is a draft: whoever writes on some account.
  expect([await add('leah', null), await add('theo', null)]).toEqual(['done', 'done'])
  expect([await add('tom', null), await add('rhys', null), await add('owen', null)]).toEqual([
    'notAllowedHere',
    'notAllowedHere',
    'notAllowedHere',
  ])
  expect(refused(await addPicture(bed, { ...bed.as('leah'), roles: ['reviewer'] }, file))).toBe('notAllowedHere')
  const before = await bed.db.selectFrom('picture').select('id').execute()
  expect(before).toHaveLength(5)
  await bed.db.updateTable('post').set({ stage: 'released' }).where('id', '=', id).execute()
  expect(await add('leah', id)).toBe('released')
  await bed.db.updateTable('post').set({ stage: 'discarded' }).where('id', '=', id).execute()
  expect(await add('leah', id)).toBe('ended')
})
