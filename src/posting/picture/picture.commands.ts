import { createHash } from 'node:crypto'
import sharp, { type Metadata, type OutputInfo } from 'sharp'
import { command } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { mayEdit, standingOf } from '../approval/standing.queries.ts'
import { contributorOn } from '../check-draft.ts'
import { accountFactsOf, speakersOf } from '../facts.queries.ts'
import { notFrom } from '../post.commands.ts'
import { afterMove } from '../post.ts'
import { pictureRefusals as no, postRefusals as posts } from '../refusals.ts'
import { exifGivesAway, type GivesAway, kindOfFile, xmpGivesAway } from './exif.ts'

/** What every network we connect takes. */
const mostSide = 2000
const mostBytes = 950_000
const mostPixels = 50_000_000
/** What a picture may take in memory while it is decoded: a small file can hide a very large one. */
const mostDecodedBytes = 250_000_000

const sayKind: { readonly [kind: string]: string } = {
  heic: 'Telephones save HEIC and AVIF, and not every network shows these.',
  svg: 'This is a drawing (SVG), which can hold more than a picture.',
  tiff: 'This is a TIFF.',
  pdf: 'This is a PDF; put its words into the post.',
  video: 'This is a video; only still pictures are taken so far.',
}

/** A picture drawn anew: nothing of the file that came in is in these bytes except what can be seen. */
export type Redrawn = { bytes: Buffer; width: number; height: number; removed: GivesAway[] }

/** Decodes a file that nobody vouches for and draws it again as a JPEG of at most 950 kB and 2,000 pixels a side. */
export async function redraw(bytes: Uint8Array): Promise<Outcome<Redrawn>> {
  const kind = kindOfFile(bytes)
  if (kind === null) return refuse(no.notPicture)
  if (sayKind[kind])
    return refuse(
      no.wrongKind,
      { kind },
      `${sayKind[kind]} Save it as JPEG, PNG or WebP and try again. Nothing was saved.`,
    )
  try {
    const about = await sharp(bytes, { limitInputPixels: false }).metadata()
    if ((about.pages ?? 1) > 1)
      return refuse(no.wrongKind, { kind }, 'This picture moves. Only still pictures are taken. Nothing was saved.')
    const channelBytes =
      about.depth === 'uchar' || about.depth === 'char'
        ? 1
        : about.depth === 'ushort' || about.depth === 'short'
          ? 2
          : 4
    const decoded = about.width * about.height * (about.channels ?? 4) * channelBytes
    if (about.width * about.height > mostPixels || decoded > mostDecodedBytes)
      return refuse(no.tooManyPixels, { width: about.width, height: about.height })
    const drawn = await smallEnough(bytes)
    await mustBeBare(drawn.data)
    return ok({ bytes: drawn.data, width: drawn.info.width, height: drawn.info.height, removed: givesAway(about) })
  } catch (error) {
    if (error instanceof NotBare) throw error
    return refuse(no.notPicture)
  }
}

/** Lower quality first, then fewer pixels, until it is small enough. */
async function smallEnough(bytes: Uint8Array): Promise<{ data: Buffer; info: OutputInfo }> {
  for (const [side, quality] of [
    [mostSide, 86],
    [mostSide, 76],
    [mostSide, 64],
    [1600, 64],
    [1200, 60],
    [800, 55],
  ] as const) {
    const out = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
    if (out.data.length <= mostBytes) return out
  }
  throw new Error('Even 800 pixels a side are too many bytes.')
}

class NotBare extends Error {}

/** Looks at what will be published and not at what should have happened. */
async function mustBeBare(bytes: Buffer): Promise<void> {
  const { exif, xmp, iptc, comments } = await sharp(bytes).metadata()
  if (exif || xmp || iptc || comments?.length) throw new NotBare('A redrawn picture still carries data of the file.')
}

function givesAway(about: Metadata): GivesAway[] {
  const found: GivesAway[] = [
    ...(about.exif ? exifGivesAway(about.exif) : []),
    ...(about.xmp ? xmpGivesAway(about.xmp.toString('utf8')) : []),
    ...(about.iptc || about.comments?.length ? (['name or words'] as const) : []),
  ]
  return (['location', 'camera', 'time taken', 'name or words', 'edit history'] as const).filter((kind) =>
    found.includes(kind),
  )
}

export type AddedPicture = {
  id: string
  width: number
  height: number
  bytes: number
  sha256: string
  mediaType: string
  removed: string[]
}

/** Pictures are drawn one after the other: several at once could take all the memory and all the time of the process. */
let drawing: Promise<unknown> = Promise.resolve()
function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  const turn = drawing.then(draw, draw)
  drawing = turn.catch(() => {})
  return turn
}

/**
 * Why this person may not add a picture, or null. To a post, whoever may change its words; before a draft is saved, whoever writes on
 * an account.
 */
async function mayNotAdd(db: Db, actor: Actor, postId: string | null, now: Date): Promise<Outcome<never> | null> {
  const { forceId, personId } = actor
  const [self] = personId ? await speakersOf(db, forceId, [personId]) : []
  if (!personId || !self) return refuse(posts.notAllowedHere)
  if (postId === null) {
    const places = await accountFactsOf(db, forceId, { contributor: personId }, now)
    const writes = places.some((account) =>
      may(actor, 'writeOn', {
        isContributor: true,
        contributorCurrent: contributorOn(account, self, now, 'drafts').ok,
      }),
    )
    return writes ? null : refuse(posts.notAllowedHere)
  }
  const post = await db
    .selectFrom('post')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', postId)
    .executeTakeFirst()
  if (!post) return refuse(posts.noPost)
  if (!mayEdit(actor, await standingOf(db, post, now), now, self)) return refuse(posts.notYours)
  return afterMove(post.stage, 'edit') === null ? notFrom(post) : null
}

/** Only whoever may add it is worth the work of drawing it; asked again when it is kept, because drawing takes its time. */
export async function addPicture(
  world: World,
  actor: Actor,
  file: Uint8Array,
  postId: string | null = null,
): Promise<Outcome<AddedPicture>> {
  const no = await mayNotAdd(world.db, actor, postId, world.clock.now())
  if (no) return no
  const redrawn = await inTurn(() => redraw(file))
  if (!redrawn.ok) return redrawn
  const { bytes, width, height, removed } = redrawn.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return command(world, actor, async (c) => {
    const still = await mayNotAdd(c.tx, c.actor, postId, c.now)
    if (still) return still
    const id = newId(c.now)
    await c.tx
      .insertInto('picture')
      .values({
        force_id: c.actor.forceId,
        id,
        sha256,
        media_type: 'image/jpeg',
        width,
        height,
        bytes,
        removed,
        added_by: c.actor.personId ?? '',
        added_at: c.now,
      })
      .execute()
    c.record('picture.added', `picture:${id}`, { sha256, removed })
    return ok({ id, width, height, bytes: bytes.length, sha256, mediaType: 'image/jpeg', removed })
  })
}
