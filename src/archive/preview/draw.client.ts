import sharp from 'sharp'
import { kindOfFile } from '../../posting/picture/exif.ts'

/** What was drawn while the last file was read is never asked for again, and 50 MB of it would be kept. */
sharp.cache(false)

const side = 320
/** As large as any network hands them out (4096 by 4096). What larger ones take while they are unpacked nobody has promised. */
const mostPixels = 17_000_000
const mostDecodedBytes = 70_000_000
const taken: readonly unknown[] = ['jpeg', 'png', 'webp', 'gif']

type Preview = { bytes: Uint8Array; width: number; height: number }

/**
 * A small JPEG, at most 320 pixels a side and some 10 kB, of a file that nobody vouches for; of one that moves, how it begins. Null: it cannot
 * be drawn.
 */
export async function drawPreview(file: Uint8Array): Promise<Preview | null> {
  if (!taken.includes(kindOfFile(file))) return null
  try {
    const source = sharp(file, { limitInputPixels: mostPixels, failOn: 'error' })
    const { width, height, channels = 4, depth } = await source.metadata()
    if (width * height * channels * (depth === 'uchar' ? 1 : 2) > mostDecodedBytes) return null
    const { data, info } = await source
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 62 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
