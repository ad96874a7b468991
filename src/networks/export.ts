import type { Published } from './published.ts'

/**
 * How the export that a network hands out is read. Pure: the archive opens the file, streams it, and hands over one value after the
 * other; a network says which entries it wants and what they mean.
 */
export type ExportReader = {
  /** How a person comes by the file; shown beside the upload. */
  words: string
  /** What the file's name may end with: `.zip`. */
  endings: readonly string[]
  /** What is read of it, in this order. Every other entry stays closed. */
  entries: readonly ExportEntry[]
  /** Matches the paths of pictures inside the file; its first group is how posts name them (`Attached.file`). */
  pictures?: RegExp
  /** One reading of one file; it may remember what came before (whole texts, the account's own id). */
  begin(): ExportReading
}

export type ExportEntry = {
  /** Such a name, for whoever reads why a file was refused: `data/tweets.js`. */
  like: string
  /** Matches the entry's path inside the file; several may match (`tweets.js`, `tweets-part1.js`). */
  name: RegExp
  /**
   * Each element of the list in it by itself; the whole document at once (small ones only); only how many elements there are; or the records
   * of a repository (.car), where `name` matches the path of a record.
   */
  form: 'elements' | 'whole' | 'count' | 'records'
  /** In a document that is an object: the only member whose list is wanted. */
  list?: string
  /** A file without it is not this export, and is refused. */
  needed: boolean
}

/** `value` is JSON of strangers: nothing in it is believed unseen. Of a `count` entry it is the number of elements. */
export type ExportReading = { read(entry: string, value: unknown): readonly Found[] }

export type Found =
  /** `stateAt`: the ISO instant at which the network showed it so, where that is not when the export was made: the later state wins. */
  | { kind: 'published'; published: Published; stateAt?: string }
  /** Whose export it is. `since`: when the account began there. */
  | { kind: 'owner'; externalId: string | null; handle: string | null; since: string | null }
  /** When the network made the export. */
  | { kind: 'takenAt'; at: string }
  | { kind: 'counts'; followers: number | null; following: number | null }
  /** Not for the archive: it was never said in public. */
  | { kind: 'notPublic' }
  /** It is not what this place of an export holds; the file is refused with what was expected. */
  | { kind: 'broken'; expected: string }
