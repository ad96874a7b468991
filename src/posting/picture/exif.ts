/** What a picture file says beside the picture, in words for the person who added it. */
export type GivesAway = 'location' | 'camera' | 'time taken' | 'name or words' | 'edit history'

const camera = [0x010f, 0x0110, 0xa430, 0xa431, 0xa433, 0xa434, 0xa435]
const time = [0x0132, 0x9003, 0x9004]
const words = [0x010e, 0x013b, 0x8298, 0x9286, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9f]
const software = [0x0131]
const gps = 0x8825
const exifFolder = 0x8769

/**
 * Reads the directory of an EXIF block (TIFF inside, with or without the `Exif` heading) and says which kinds of fact are in it. The block
 * comes from outside: nothing is trusted, no offset leaves the buffer, and what cannot be read still counts as something said.
 */
export function exifGivesAway(block: Uint8Array): GivesAway[] {
  const tags = tagsOf(block)
  if (tags === null) return ['name or words']
  const has = (list: readonly number[]) => list.some((tag) => tags.has(tag))
  const found: (GivesAway | false)[] = [
    tags.has(gps) && 'location',
    has(camera) && 'camera',
    has(time) && 'time taken',
    has(words) && 'name or words',
    has(software) && 'edit history',
  ]
  return found.filter((f) => f !== false)
}

function tagsOf(block: Uint8Array): Set<number> | null {
  const start = heading(block)
  const view = new DataView(block.buffer, block.byteOffset + start, block.byteLength - start)
  if (view.byteLength < 8) return null
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const little = order === 0x4949
  const tags = new Set<number>()
  const seen = new Set<number>()
  const open = [view.getUint32(4, little)]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at) || seen.size > 16 || at + 2 > view.byteLength) continue
    seen.add(at)
    const count = Math.min(view.getUint16(at, little), 500)
    for (let n = 0, entry = at + 2; n < count && entry + 12 <= view.byteLength; n += 1, entry += 12) {
      const tag = view.getUint16(entry, little)
      tags.add(tag)
      if (tag === exifFolder) open.push(view.getUint32(entry + 8, little))
    }
  }
  return tags
}

/** `Exif` and two zero bytes, where a JPEG carries the block. */
const heading = (block: Uint8Array): number =>
  block[0] === 0x45 && block[1] === 0x78 && block[2] === 0x69 && block[3] === 0x66 ? 6 : 0

/** XMP is XML text that editors write; it repeats EXIF and adds a history. */
export function xmpGivesAway(text: string): GivesAway[] {
  const found: (GivesAway | false)[] = [
    /exif:GPS|Iptc4xmpCore:Location|photoshop:(City|Country)/.test(text) && 'location',
    /tiff:(Make|Model)|aux:(Lens|SerialNumber)/.test(text) && 'camera',
    /(xmp:CreateDate|exif:DateTimeOriginal|photoshop:DateCreated)/.test(text) && 'time taken',
    /dc:(creator|description|title)/.test(text) && 'name or words',
    'edit history',
  ]
  return found.filter((f) => f !== false)
}

/** What kind of file it is, from its first bytes; names and declared types are not believed. */
export function kindOfFile(
  bytes: Uint8Array,
): 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'svg' | 'tiff' | 'pdf' | 'video' | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(1, 4) === 'PNG' && bytes[0] === 0x89) return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(0, 4) === 'GIF8') return 'gif'
  if (text(4, 8) === 'ftyp') return /hei|mif1|msf1|avif/.test(text(8, 12)) ? 'heic' : 'video'
  if (text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*') return 'tiff'
  if (text(0, 4) === '%PDF') return 'pdf'
  return /^\s*(<\?xml|<svg|<!DOCTYPE svg)/i.test(text(0, 256)) ? 'svg' : null
}
