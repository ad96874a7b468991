import type { Attached, Published } from '../../networks/published.ts'

/** The columns of `archive_row` in the order in which `stagedLine` writes them. */
export const stagedColumns = [
  'force_id',
  'import_id',
  'turn',
  'account_id',
  'external_id',
  'said_at',
  'kind',
  'words',
  'language',
  'to_external_id',
  'to_handle',
  'hashtags',
  'mentions',
  'links',
  'pictures',
  'videos',
  'described',
  'replies',
  'reshares',
  'likes',
  'quotes',
  'cut',
  'edited',
  'seen_at',
  'counted_at',
  'attached',
] as const

export type Staging = { forceId: string; importId: string; turn: number; accountId: string; seenAt: string }

/** One row as PostgreSQL's COPY reads text. What cannot be stored (a letter of no value) is left out. */
export function stagedLine(to: Staging, p: Published): string {
  const { replies, reshares, likes, quotes } = p.counts
  const counted = replies !== null || reshares !== null || likes !== null || quotes !== null
  return `${to.forceId}\t${to.importId}\t${to.turn}\t${to.accountId}\t${text(p.externalId)}\t${p.saidAt}\t${p.kind}\t${text(p.words)}\t${maybe(p.language)}\t${maybe(p.to?.externalId)}\t${maybe(p.to?.handle)}\t${list(p.hashtags)}\t${list(p.mentions)}\t${list(p.links)}\t${small(p.media.pictures)}\t${small(p.media.videos)}\t${p.media.described === null ? '\\N' : small(p.media.described)}\t${whole(replies)}\t${whole(reshares)}\t${whole(likes)}\t${whole(quotes)}\t${p.cut ? 't' : 'f'}\t${p.edited ? 't' : 'f'}\t${to.seenAt}\t${counted ? to.seenAt : '\\N'}\t${attached(p.media.attached)}\n`
}

const special = /[\\\n\r\t\0]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' }

const text = (value: string): string =>
  special.test(value) ? value.replace(/[\\\n\r\t\0]/g, (letter) => escapes[letter] ?? '') : value

const maybe = (value: string | null | undefined): string =>
  value === null || value === undefined ? '\\N' : text(value)

/** What a smallint holds; nobody attaches more. */
const small = (value: number): number => Math.min(value, 32_767)

/** What an integer holds; a count above it is as good as that. */
const whole = (value: number | null): number | string => (value === null ? '\\N' : Math.min(value, 2_147_483_647))

const plain = /^[^\s,{}"\\\0]+$/

const list = (values: readonly string[]): string => {
  if (values.length === 0) return '\\N'
  let written = ''
  for (const value of values)
    written += `${written === '' ? '{' : ','}${plain.test(value) && !/^null$/i.test(value) ? value : quoted(value)}`
  return `${written}}`
}

const mostAttached = 100
const mostAlt = 5000

/** As JSON, where a letter of no value and half of a letter would be refused. */
function attached(of: readonly Attached[] | undefined): string {
  if (of === undefined) return '\\N'
  const clean = of
    .slice(0, mostAttached)
    .map(({ kind, alt, file }) => ({ kind, alt: cleaned(alt), file: cleaned(file) }))
  return text(JSON.stringify(clean))
}

const cleaned = (value: string | null): string | null => (value === null ? null : storable(value.slice(0, mostAlt)))

/** A text without what no store takes: the letter of no value, and half of a letter. */
export const storable = (value: string): string => value.replaceAll('\0', '').toWellFormed()

/** Escaped twice: for the list, and then for COPY. */
const quoted = (value: string): string => text(`"${value.replace(/["\\]/g, '\\$&')}"`)
