import { type Signing, speakerAt } from '../register/signature.ts'
import { longestSentence, plainWords } from './reading/plain-words.ts'
import { saysUnmonitored, sendsElsewhere } from './reading/sent-elsewhere.ts'
import { handleKey, type Officials, type Towards, towardsOf } from './reading/towards.ts'

/** One thing an account put out, as the archive keeps it. */
export type Row = {
  /** The network's own id, once within the account. */
  id: string
  /** ms since 1970. */
  at: number
  kind: 'original' | 'reply' | 'quote' | 'reshare'
  words: string
  language: string | null
  toId: string | null
  toHandle: string | null
  hashtags: readonly string[]
  pictures: number
  videos: number
  /** How many of them have a description; null: the export does not say. */
  described: number | null
  /** In whose name we published it ourselves; null: its signature tells, or nothing does. */
  speaker: string | null
}

/** A row with what the measures need to know of it. */
export type Item = Row & {
  /** Own words to everybody: an original or a quote. */
  own: boolean
  plain: string
  /** How many words `plain` has. */
  length: number
  /** Null: it is no reply. */
  towards: Towards | null
  /** A reply in words that this account uses again and again. */
  setLine: boolean
  /** One form of words, filled in again and again: a feed writes so. */
  automated: boolean
  /** Words of its longest sentence, where that may be more than anybody should write; 0: it is short. */
  sentence: number
  elsewhere: boolean
  unmonitored: boolean
  /** Who speaks: the person whose signature it bears. */
  voice: string | null
}

/** What has to be known beside the rows. */
export type Around = {
  handle: string
  officials: Officials
  /** Who signed how on this account, from when to when. */
  signatures: readonly Signing[]
  /** The force's own lines to use, as plain words. */
  lines: ReadonlySet<string>
}

/** So often the same reply is a set line, and so often one form of words is a feed; both ours to propose. */
export const setLineFrom = 5
export const feedFrom = 12

/** The rows in order of time, each id once, each understood. What comes first, or twice, makes no difference. */
export function readItems(rows: readonly Row[], around: Around): Item[] {
  const sorted = [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const ids = new Set<string>()
  const once = sorted.filter((row) => !ids.has(row.id) && ids.add(row.id))
  const own = { handle: handleKey(around.handle), ids }
  const items = once.map((row) => understood(row, own, around))
  markFamilies(items, around.lines)
  return items
}

function understood(row: Row, own: Parameters<typeof towardsOf>[1], around: Around): Item {
  const words = row.kind === 'reshare' ? [] : plainWords(row.words)
  const towards = row.kind === 'reply' ? towardsOf(row, own, around.officials) : null
  const answers = towards === 'public'
  // Written out, and not spread, because it is done a million and a half times.
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    words: row.words,
    language: row.language,
    toId: row.toId,
    toHandle: row.toHandle,
    hashtags: row.hashtags,
    pictures: row.pictures,
    videos: row.videos,
    described: row.described,
    speaker: row.speaker,
    own: row.kind === 'original' || row.kind === 'quote',
    plain: words.join(' '),
    length: words.length,
    towards,
    setLine: false,
    automated: false,
    sentence: words.length > shortSentence ? longestSentence(row.words) : 0,
    elsewhere: answers && sendsElsewhere(row.words),
    unmonitored: answers && saysUnmonitored(row.words),
    voice: row.kind === 'reshare' ? null : (row.speaker ?? voiceOf(row, around.signatures)),
  }
}

/** A post of no more words holds no sentence that is too long. */
const shortSentence = 25

const before = /^\s*((?:[A-Z][A-Za-z/]* ){0,2}\p{Lu}{1,5}):/u
const after = /\^(\p{L}{1,5})\s*$/u

/** What looks like a signature, after the words or before them; whoever it is of. */
export const signatureIn = (words: string): string | undefined => after.exec(words)?.[1] ?? before.exec(words)?.[1]

/** By the signature that was in force at that moment, before the words or after them. */
function voiceOf(row: Row, signatures: readonly Signing[]): string | null {
  if (signatures.length === 0) return null
  const mark = signatureIn(row.words)
  return mark === undefined ? null : (speakerAt(signatures, mark, new Date(row.at))?.personId ?? null)
}

/** Words with every number as one sign: what a form that is filled in keeps. */
export const formOf = (plain: string): string => plain.replace(/\d+/g, '#')

function markFamilies(items: readonly Item[], lines: ReadonlySet<string>): void {
  const replies = new Map<string, number>()
  const forms = new Map<string, number>()
  for (const item of items) {
    if (item.length === 0) continue
    if (item.towards === 'public') replies.set(item.plain, (replies.get(item.plain) ?? 0) + 1)
    else if (item.own) forms.set(formOf(item.plain), (forms.get(formOf(item.plain)) ?? 0) + 1)
  }
  for (const item of items) {
    if (item.length === 0) continue
    if (item.towards === 'public') item.setLine = lines.has(item.plain) || (replies.get(item.plain) ?? 0) >= setLineFrom
    else if (item.own && (forms.get(formOf(item.plain)) ?? 0) >= feedFrom) item.automated = true
  }
}
