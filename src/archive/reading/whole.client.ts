import type { World } from '../../foundation/world.ts'
import type { Found as FoundInExport } from '../../networks/export.ts'
import { exportReaderOf } from '../../networks/exports.ts'
import type { PlainRow } from '../columns.ts'
import type { ImportOf } from '../import.store.ts'
import { BrokenFile, type BrokenPlace, type ImportCounts, idWords, isId, type Oddity } from '../import.ts'
import { type ExportValue, exportValues } from '../opening/export.client.ts'
import type { OpenFile } from '../opening/on-disk.client.ts'
import { plainRows } from '../opening/plain.client.ts'
import { type Place, placing, sameHandle } from './place.ts'
import { Seen } from './seen.ts'
import { stagedLine, storable } from './staged.ts'
import { Tally } from './tally.ts'

/** What a file turned out to hold. */
export type Found = {
  counts: Omit<ImportCounts, 'fresh' | 'changed' | 'same'>
  oddities: Oddity[]
  mostTurns: number
  takenAt: string | null
}

/** `pieces` are rows for `archive_row`; `found` is known when they, and the pictures, have all gone by. */
export type Reading = { pieces: AsyncIterable<string>; pictures: Pictures | null; found(): Found }

/** Pictures of an export, known when the rows have gone by. `named`: whether a post that was read carries it; others were never public. */
export type Pictures = { names: RegExp; named(file: string): boolean; tally: Tally }

/** Reads a file as what its import says it is. Throws BrokenFile, from `pieces`, with the place. */
export async function readingOf(world: World, of: ImportOf, file: OpenFile): Promise<Reading> {
  const places = await placesOf(world, of.force_id)
  const chosen = places.find((place) => place.id === of.account_id) ?? null
  const tally = new Tally(world.clock.now())
  if (of.format === 'plain')
    return plainReading(file, of, { places, chosen, tally, zone: await zoneOf(world, of.force_id) })
  if (!chosen) throw new BrokenFile('an account of which this export is')
  return exportReading(file, of, chosen, tally)
}

const zoneOf = async ({ db }: World, forceId: string): Promise<string> =>
  (await db.selectFrom('force').select('time_zone').where('id', '=', forceId).executeTakeFirstOrThrow()).time_zone

/** Every account of the force; of two with the same handle on a network the one that is not closed comes last, and so counts. */
async function placesOf({ db }: World, forceId: string): Promise<Place[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'network', 'handle', 'external_id'])
    .where('force_id', '=', forceId)
    .orderBy((e) => e('status', '<>', 'closed'))
    .orderBy('created_at')
    .execute()
  return rows.map(({ external_id: externalId, ...row }, n) => ({ ...row, externalId, seed: n * 2_654_435 }))
}

type Plain = { places: readonly Place[]; chosen: Place | null; tally: Tally; zone: string }

function plainReading(file: OpenFile, of: ImportOf, { places, chosen, tally, zone }: Plain): Reading {
  const placeOf = placing(places, chosen)
  const to = { forceId: of.force_id, importId: of.id }
  const lineOf = (row: PlainRow): string => {
    const { published, stateAt, line } = row
    const { id: accountId, seed } = placeOf(row)
    const turn = tally.count(accountId, seed, published, null)
    if (turn > mostTurns) throw tooOften(published.externalId, { line })
    if (row.local) tally.note('localTime', published.externalId)
    if (row.followers !== null) tally.followed(accountId, stateAt ?? published.saidAt, row.followers)
    return stagedLine({ ...to, turn, accountId, seenAt: stateAt ?? published.saidAt }, published)
  }
  async function* pieces(): AsyncGenerator<string> {
    for await (const rows of plainRows(file, zone, (column) => tally.note('columnsIgnored', column))) {
      let piece = ''
      for (const row of rows) piece += lineOf(row)
      yield piece
    }
  }
  return { pieces: pieces(), pictures: null, found: () => foundBy(tally, null, null) }
}

/** How often a file may say something of one post, besides the first time; each is put in by itself. */
const mostTurns = 200

const tooOften = (id: string, { entry = null, line = null, byte = null }: Partial<BrokenPlace>): BrokenFile =>
  new BrokenFile(`each post at most ${mostTurns} times; ${id.slice(0, 80)} stands there more often`, {
    entry,
    line,
    byte,
  })

const foundBy = (tally: Tally, about: About | null, takenAt: string | null): Found => ({
  counts: {
    ...tally.counts(),
    followers: about?.followers ?? null,
    following: about?.following ?? null,
    audiences: tally.audiences(),
  },
  oddities: tally.oddities(),
  mostTurns: tally.mostTurns,
  takenAt,
})

/** What an export says of itself and its account while it is read. */
type About = { takenAt: string | null; since: string | null; followers: number | null; following: number | null }

function exportReading(file: OpenFile, of: ImportOf, place: Place, tally: Tally): Reading {
  const reader = exportReaderOf(place.network)
  if (!reader) throw new BrokenFile('an export of a network that can be read here')
  const reading = reader.begin()
  const about: About = { takenAt: null, since: null, followers: null, following: null }
  const to = { forceId: of.force_id, importId: of.id, accountId: place.id }
  const files = new Seen()
  const lineOf = (value: ExportValue): string => {
    let lines = ''
    for (const found of reading.read(value.entry, value.value)) {
      if (found.kind !== 'published') note(found, value, about, place, tally)
      else {
        const { published } = found
        if (!isId(published.externalId))
          throw new BrokenFile(`a post whose id is ${idWords}`, { entry: value.entry, byte: value.byte })
        const turn = tally.count(place.id, place.seed, published, about.since)
        if (turn > mostTurns) throw tooOften(published.externalId, value)
        for (const { file } of published.media.attached ?? []) if (file !== null) files.add(0, storable(file))
        const seenAt = found.stateAt ?? about.takenAt ?? published.saidAt
        lines += stagedLine({ ...to, turn, seenAt }, published)
      }
    }
    return lines
  }
  async function* pieces(): AsyncGenerator<string> {
    for await (const lot of exportValues(file, reader as NonNullable<typeof reader>)) yield lot.map(lineOf).join('')
  }
  const named = (file: string): boolean => files.has(0, file)
  const pictures = reader.pictures ? { names: reader.pictures, named, tally } : null
  return { pieces: pieces(), pictures, found: () => foundBy(tally, about, about.takenAt) }
}

type Beside = Exclude<FoundInExport, { kind: 'published' }>

function note(found: Beside, { entry, byte }: ExportValue, about: About, place: Place, tally: Tally): void {
  switch (found.kind) {
    case 'broken':
      throw new BrokenFile(found.expected, { entry, byte })
    case 'takenAt':
      about.takenAt = found.at
      return
    case 'counts':
      about.followers = found.followers ?? about.followers
      about.following = found.following ?? about.following
      return
    case 'notPublic':
      tally.note('notPublic', entry)
      return
    case 'owner':
      about.since = found.since ?? about.since
      mustBeOf(found, entry, place, tally)
  }
}

/** Another id is another account, and refused; another handle may be an older one of the same, and a person decides. */
function mustBeOf(owner: Beside & { kind: 'owner' }, entry: string, place: Place, tally: Tally): void {
  if (owner.externalId && place.externalId && owner.externalId !== place.externalId)
    throw new BrokenFile(`an export of ${place.handle}; this one is of another account`, { entry })
  const isKnown = owner.externalId !== null && owner.externalId === place.externalId
  if (owner.handle && !isKnown && !sameHandle(owner.handle, place.handle)) tally.note('otherHandle', owner.handle)
}
