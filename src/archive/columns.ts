import { Temporal } from 'temporal-polyfill'
import { countOf, isoOf } from '../networks/loose.ts'
import type { Published } from '../networks/published.ts'
import { hashtagsIn, linksIn, mentionsIn } from '../networks/said.ts'
import { idWords, isId } from './import.ts'

/**
 * The plain columns: what a CSV file has as its first row, and what each line of a JSONL file has as its members. Any system can write
 * them. `needed` ones must be there; the others may be left out or empty, and then nothing is known.
 */
export const columns = {
  id: { needed: true, words: "The network's own id of the post, the same in every file" },
  said_at: {
    needed: true,
    words: 'When it was published: 2024-05-01T18:30:00Z, or with another offset; without one it is local time',
  },
  words: { needed: true, words: 'Its words as a reader saw them' },
  network: {
    needed: false,
    words: 'Needed where one file holds several accounts: x, mastodon and so on, as the register says',
  },
  account: { needed: false, words: 'The handle, needed where one file holds several accounts' },
  kind: { needed: false, words: 'original, reply, quote or reshare; original where nothing is said' },
  language: { needed: false, words: 'Two or three letters: en, cy' },
  to_id: { needed: false, words: 'The id of the post that it answers, quotes or reshares' },
  to_handle: { needed: false, words: 'Whose post that is' },
  hashtags: {
    needed: false,
    words: 'Without #; in CSV separated by spaces. Read from the words where the column is missing',
  },
  mentions: { needed: false, words: 'Without @; as hashtags' },
  links: { needed: false, words: 'Whole addresses; as hashtags' },
  pictures: { needed: false, words: 'How many' },
  videos: { needed: false, words: 'How many' },
  described: { needed: false, words: 'How many of them carry words for people who do not see them' },
  replies: { needed: false, words: 'How many others gave; empty where the network does not say' },
  reshares: { needed: false, words: 'As replies' },
  likes: { needed: false, words: 'As replies' },
  quotes: { needed: false, words: 'As replies' },
  counted_at: { needed: false, words: 'When it looked like this and was counted; the newest file then wins' },
  followers: { needed: false, words: 'How many followed the account then; the last of each month is kept' },
  cut: { needed: false, words: 'true where the words are only the beginning' },
  edited: { needed: false, words: 'true where it was changed after it was published' },
} as const

export type Column = keyof typeof columns
const kinds: readonly string[] = ['original', 'reply', 'quote', 'reshare']

/** One row, read. `stateAt`: ISO instant at which it was so. `local`: its time had no offset and was read as local time. */
export type PlainRow = {
  line: number
  network: string | null
  account: string | null
  published: Published
  stateAt: string | null
  local: boolean
  /** How many followed the account then. */
  followers: number | null
}

/** What is wrong with a row, in words that go on after "line 14: ". */
export class WrongRow extends Error {}

const wrong = (column: Column, expected: string): never => {
  throw new WrongRow(`${column} ${expected}`)
}

/**
 * Reads one row of either kind; `zone` is that of times without an offset. Throws WrongRow. Written by hand and not as a schema, because a
 * national file has millions of rows and a schema takes longer over each than reading and storing it together.
 */
export function readRow(row: { readonly [column: string]: unknown }, line: number, zone: string): PlainRow {
  const id = row.id
  if (missing(id)) return wrong('id', 'is missing')
  if (typeof id === 'number') return wrong('id', 'must be a text: large numbers lose their end')
  if (typeof id !== 'string' || !isId(id)) return wrong('id', `must be ${idWords}`)
  const words = row.words
  if (typeof words !== 'string') return wrong('words', 'is missing')
  const [saidAt, local] = instant('said_at', row.said_at, zone)
  if (saidAt === null) return wrong('said_at', 'is missing')
  const kind = text('kind', row.kind) ?? 'original'
  if (!isKind(kind)) return wrong('kind', `must be one of ${kinds.join(', ')}`)
  const [countedAt] = instant('counted_at', row.counted_at, zone)
  const toId = text('to_id', row.to_id)
  const toHandle = text('to_handle', row.to_handle)
  return {
    line,
    network: text('network', row.network),
    account: text('account', row.account),
    stateAt: countedAt,
    local,
    followers: count('followers', row.followers),
    published: {
      externalId: id,
      saidAt,
      kind,
      words,
      language: text('language', row.language),
      to: toId === null && toHandle === null ? null : { externalId: toId, handle: toHandle },
      hashtags: list('hashtags', row.hashtags) ?? hashtagsIn(words),
      mentions: list('mentions', row.mentions) ?? mentionsIn(words),
      links: list('links', row.links) ?? linksIn(words),
      media: {
        pictures: count('pictures', row.pictures) ?? 0,
        videos: count('videos', row.videos) ?? 0,
        described: count('described', row.described),
      },
      counts: {
        replies: count('replies', row.replies),
        reshares: count('reshares', row.reshares),
        likes: count('likes', row.likes),
        quotes: count('quotes', row.quotes),
      },
      cut: flag('cut', row.cut),
      edited: flag('edited', row.edited),
    },
  }
}

const isKind = (kind: string): kind is Published['kind'] => kinds.includes(kind)

const missing = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === ''

function text(column: Column, value: unknown): string | null {
  if (missing(value)) return null
  return typeof value === 'string' && value.length <= 2000 ? value : wrong(column, 'must be a short text')
}

function count(column: Column, value: unknown): number | null {
  if (missing(value)) return null
  const n = countOf(value)
  return n === null || n > 2_000_000_000 ? wrong(column, 'must be a whole number from 0') : n
}

function flag(column: Column, value: unknown): boolean {
  if (value === true || value === 'true') return true
  return missing(value) || value === false || value === 'false' ? false : wrong(column, 'must be true or false')
}

function list(column: Column, value: unknown): readonly string[] | null {
  if (value === undefined) return null
  if (missing(value)) return []
  if (typeof value === 'string') return value.split(/\s+/).filter((v) => v !== '')
  const isTexts = Array.isArray(value) && value.length <= 1000 && value.every((v) => typeof v === 'string')
  return isTexts ? value : wrong(column, 'must be a list of texts')
}

const exact = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/
const withOffset = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)? ?([Zz]|[+-]\d\d:?\d\d)$/
const localTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/

/** The last time that was read in full: a file often says the same one on every line. */
let last = ''

/** An ISO instant, and whether it was said in local time. */
function instant(column: Column, value: unknown, zone: string): [string | null, boolean] {
  if (missing(value)) return [null, false]
  if (typeof value !== 'string') return wrong(column, 'must be a time like 2024-05-01T18:30:00Z')
  if (value === last) return [value, false]
  if (exact.test(value) && value >= '0001' && isDay(value)) {
    last = value
    return [value, false]
  }
  const ms = msOf(value, zone)
  const iso = ms === null ? null : isoOf(ms)
  if (iso === null) return wrong(column, 'must be a time like 2024-05-01T18:30:00Z')
  return [iso, !withOffset.test(value)]
}

/** Not every month has the last days. */
function isDay(value: string): boolean {
  const day = Number(value.slice(8, 10))
  return day < 29 || day <= new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)), 0)).getUTCDate()
}

/** Of an hour that comes twice the first is meant; one that never was counts on from the last that was. */
function msOf(value: string, zone: string): number | null {
  try {
    if (withOffset.test(value)) return Temporal.Instant.from(value.replace(' ', 'T').replace(' ', '')).epochMilliseconds
    if (!localTime.test(value)) return null
    return Temporal.PlainDateTime.from(value.replace(' ', 'T'), { overflow: 'reject' }).toZonedDateTime(zone)
      .epochMilliseconds
  } catch {
    return null
  }
}
