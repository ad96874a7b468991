/** Where an import stands. `receiving`: its file is still being uploaded. */
export const importStages = ['receiving', 'received', 'reading', 'read', 'confirmed', 'refused', 'abandoned'] as const
export type ImportStage = (typeof importStages)[number]

/** Which move leads where. `read` goes back to `received` when what was read is no longer there: it is read again. */
export const importMoves: { readonly [from in ImportStage]: readonly ImportStage[] } = {
  receiving: ['received', 'abandoned'],
  received: ['reading', 'abandoned'],
  reading: ['read', 'refused', 'received', 'abandoned'],
  read: ['confirmed', 'received', 'abandoned'],
  confirmed: [],
  refused: [],
  abandoned: [],
}

export const mayMoveImport = (from: ImportStage, to: ImportStage): boolean => importMoves[from].includes(to)

/** Still waiting for something; the others are over, and nothing but their row is kept. */
export const openImportStages: readonly ImportStage[] = ['receiving', 'received', 'reading', 'read']

/**
 * What a reading is at: what is in the file, where it has no directory that says so; its posts; small copies of its pictures; and which of its
 * posts are new. Each has its own bytes to go through.
 */
export const readSteps = ['names', 'posts', 'pictures', 'comparing'] as const
export type ReadStep = (typeof readSteps)[number]

/** In bytes: one file, and one piece of its upload. */
export const mostFileBytes = 8_000_000_000
export const mostPieceBytes = 8_000_000
/** One picture inside an export: as much as is taken for a post. */
export const mostPictureBytes = 15_000_000

/** Uploads and readings that nobody confirmed are deleted after so many days. */
export const keptDays = 14

/** In minutes: how long a file may wait for a reader, and how long a reader may be silent, before somebody must know. */
export const longestWait = 60
export const longestSilence = 10

const longestId = 500

/**
 * Whether a store takes an id as it is. Of one that holds a letter of no value or half of a letter it would leave that out, and two posts would
 * be one; a longer one fits into no index.
 */
export const isId = (id: string): boolean =>
  id !== '' && id.length <= longestId && !id.includes('\0') && id.isWellFormed()
export const idWords = `text of at most ${longestId} letters`

/** What about a file a person should know before confirming it. */
export const oddityKinds = [
  'otherHandle',
  'repeated',
  'cut',
  'noLanguage',
  'noWords',
  'beforeAccount',
  'inFuture',
  'localTime',
  'notPublic',
  'picturesUnreadable',
  'picturesLeft',
  'columnsIgnored',
  'nothing',
] as const
export type OddityKind = (typeof oddityKinds)[number]

/** `examples`: at most five ids, handles, columns or names of files, never words. */
export type Oddity = { kind: OddityKind; count: number; examples: string[] }

/** What a reading found. `years`: by year (UTC) and kind. `fresh`, `changed`, `same`: against what stands in the archive. */
export type ImportCounts = {
  rows: number
  posts: number
  accounts: number
  firstAt: string | null
  lastAt: string | null
  years: { year: number; original: number; reply: number; quote: number; reshare: number }[]
  fresh: number
  changed: number
  same: number
  /** Pictures, and films of any kind, of what is no reshare; those before they were counted have none of this. */
  media?: Media
  /** What the export says of the account itself, when it was made. */
  followers: number | null
  following: number | null
  /** What the rows say of their accounts: the last of each month. */
  audiences?: readonly Audience[]
}

/**
 * `told`: of how many the file says whether they are described, and `described`: how many are. `previews`: small copies that were drawn or are
 * kept already.
 */
type Media = { pictures: number; videos: number; told: number; described: number; previews: number }

/** How many followed an account at an instant (ISO). */
export type Audience = { accountId: string; at: string; followers: number }

/** Where a file broke: the entry inside it, and the line or the byte. */
export type BrokenPlace = { entry: string | null; line: number | null; byte: number | null }

/** A file that cannot be read on. Thrown while reading, and turned into the refusal of the import by whoever reads. */
export class BrokenFile extends Error {
  readonly place: BrokenPlace
  readonly expected: string
  constructor(expected: string, place: Partial<BrokenPlace> = {}) {
    super(expected)
    this.expected = expected
    this.place = { entry: null, line: null, byte: null, ...place }
  }
  /** The same, with what only the caller knows. */
  at(place: Partial<BrokenPlace>): BrokenFile {
    return new BrokenFile(this.expected, { ...this.place, ...place })
  }
}

/** What, and where: `data/tweets.js, byte 1,204: a post with id_str …`. */
export function brokenWords({ expected, place }: { expected: string; place: BrokenPlace }): string {
  const where = [
    place.entry,
    place.line === null ? null : `line ${place.line.toLocaleString('en-GB')}`,
    place.byte === null ? null : `byte ${place.byte.toLocaleString('en-GB')}`,
  ].filter((part) => part !== null)
  return where.length > 0 ? `${where.join(', ')}: ${expected}` : expected
}
