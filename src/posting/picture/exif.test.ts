import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exifGivesAway, kindOfFile, xmpGivesAway } from './exif.ts'

/** A TIFF block with these tags in its first directory, in either byte order. */
function block(tags: readonly number[], little: boolean, heading: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 + 2 + tags.length * 12 + 4))
  view.setUint16(0, little ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, little)
  view.setUint32(4, 8, little)
  view.setUint16(8, tags.length, little)
  for (const [n, tag] of tags.entries()) view.setUint16(10 + n * 12, tag, little)
  const bytes = new Uint8Array(view.buffer)
  return heading ? new Uint8Array([0x45, 0x78, 0x69, 0x66, 0, 0, ...bytes]) : bytes
}

test('says what a file tells about place, camera, time and people', () => {
  for (const little of [true, false])
    for (const heading of [true, false]) {
      expect(exifGivesAway(block([0x010f, 0x8825], little, heading))).toEqual(['location', 'camera'])
      expect(exifGivesAway(block([0x0132, 0x013b], little, heading))).toEqual(['time taken', 'name or words'])
      expect(exifGivesAway(block([0x0112], little, heading))).toEqual([])
    }
})

test('nothing that comes from outside makes it fail or run on', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      (bytes) => Array.isArray(exifGivesAway(bytes)) && (kindOfFile(bytes) === null || true),
    ),
  )
  const round = block([0x8769], true, false)
  new DataView(round.buffer).setUint32(18, 8, true)
  expect(exifGivesAway(round)).toEqual([])
})

test('reads XMP as the text it is', () => {
  expect(xmpGivesAway('<x exif:GPSLatitude="51"/><tiff:Make>N</tiff:Make>')).toEqual([
    'location',
    'camera',
    'edit history',
  ])
})

test('knows a file by its first bytes', () => {
  const of = (text: string) => kindOfFile(new TextEncoder().encode(text))
  expect([
    of('<svg xmlns="x">'),
    of('GIF89a'),
    of('%PDF-1.7'),
    of('\0\0\0\x18ftypheic'),
    of('\0\0\0\x18ftypmp42'),
    of('hello'),
  ]).toEqual(['svg', 'gif', 'pdf', 'heic', 'video', null])
})
