import { canonical, type Json } from '../../../foundation/canonical.ts'
import type { Content } from '../../../posting/content.ts'
import type { Finding } from '../../../rulebook/finding.ts'

/** Where words stand: the common ones, or an account's own, and which piece of the thread. */
export type Spot = { accountId: string | null; n: number }

/** The field of a spot as the rules name it; check-draft.ts says the same, but would bring the whole rulebook along. */
export const fieldName = ({ accountId, n }: Spot): string =>
  `words${accountId === null ? '' : `:${accountId}`}${n === 0 ? '' : `/${n}`}`

export const blank: Content = {
  pieces: [''],
  language: 'en',
  variants: {},
  pictures: [],
  targets: [],
  when: { kind: 'now' },
  intent: 'inform',
  objectiveId: null,
  answers: {},
  rationale: null,
  speaksForId: null,
  reviewAt: null,
}

export const piecesAt = (content: Content, accountId: string | null): readonly string[] =>
  accountId === null ? content.pieces : (content.variants[accountId] ?? content.pieces)

export const withPieces = (content: Content, accountId: string | null, pieces: readonly string[]): Content =>
  accountId === null
    ? { ...content, pieces: [...pieces] }
    : { ...content, variants: { ...content.variants, [accountId]: [...pieces] } }

export const withPiece = (content: Content, { accountId, n }: Spot, text: string): Content =>
  withPieces(
    content,
    accountId,
    piecesAt(content, accountId).map((piece, i) => (i === n ? text : piece)),
  )

export const mostPieces = 20

export const withNextPiece = (content: Content, accountId: string | null): Content => {
  const pieces = piecesAt(content, accountId)
  return pieces.length >= mostPieces ? content : withPieces(content, accountId, [...pieces, ''])
}

/** Takes a piece out; pictures of the pieces after it move along, and those of the piece itself go with the one before. */
export const withoutPiece = (content: Content, { accountId, n }: Spot): Content => {
  const pieces = piecesAt(content, accountId)
  if (pieces.length <= 1) return content
  const fewer = withPieces(
    content,
    accountId,
    pieces.filter((_, i) => i !== n),
  )
  if (accountId !== null) return fewer
  const moved = (piece: number): number => (piece >= n ? Math.max(0, piece - 1) : piece)
  return { ...fewer, pictures: fewer.pictures.map((p) => ({ ...p, piece: moved(p.piece) })) }
}

export const withoutVariant = (content: Content, accountId: string): Content => {
  const { [accountId]: _gone, ...variants } = content.variants
  return { ...content, variants }
}

const spots = (content: Content): Spot[] => [
  ...content.pieces.map((_, n) => ({ accountId: null, n })),
  ...Object.entries(content.variants).flatMap(([accountId, pieces]) => pieces.map((_, n) => ({ accountId, n }))),
]

/** The words that a field names, alt texts too; null when there is no such field (any more). */
export const textAt = (content: Content, field: string): string | null => {
  const spot = spots(content).find((s) => fieldName(s) === field)
  if (spot) return piecesAt(content, spot.accountId)[spot.n] ?? null
  const picture = content.pictures.find((_, n) => `alt:${n}` === field)
  return picture?.alt ?? null
}

const withText = (content: Content, field: string, text: string): Content => {
  const spot = spots(content).find((s) => fieldName(s) === field)
  if (spot) return withPiece(content, spot, text)
  return { ...content, pictures: content.pictures.map((p, n) => (`alt:${n}` === field ? { ...p, alt: text } : p)) }
}

/** Puts a rule's wording in place of what it marked. Null when those words no longer stand there. */
export const withWording = (
  content: Content,
  { where, words, suggestion }: Pick<Finding, 'where' | 'words' | 'suggestion'>,
): Content | null => {
  if (!where || suggestion === null) return null
  const text = textAt(content, where.field)
  if (text === null) return null
  const from = nearest(text, words, where.start)
  if (from === null) return null
  return withText(content, where.field, text.slice(0, from) + suggestion + text.slice(from + words.length))
}

/** Where these words stand now, nearest to where they stood; null when they are gone. */
export const nearest = (text: string, words: string, was: number): number | null => {
  if (words === '') return null
  if (text.startsWith(words, was)) return was
  let best: number | null = null
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (best === null || Math.abs(at - was) < Math.abs(best - was)) best = at
  return best
}

const plain = (content: Content): string => {
  const whole: Json = JSON.parse(JSON.stringify(content))
  return canonical(whole)
}

export const sameContent = (a: Content, b: Content): boolean => plain(a) === plain(b)

/** True while nobody has written, added or answered anything that would be missed. */
export const isBlank = ({ pieces, variants, pictures }: Content): boolean =>
  pieces.every((p) => p.trim() === '') &&
  pictures.length === 0 &&
  Object.values(variants).every((own) => own.every((p) => p.trim() === ''))

type Writing = { mayWrite: Readonly<Record<string, string | null>>; facts: { accounts: readonly { id: string }[] } }

/** What a new draft has ticked: the account that the address names, or the only one, where this person may write. */
export const targetsToBegin = ({ mayWrite, facts }: Writing, account: string | null): string[] => {
  const open = facts.accounts.map((a) => a.id).filter((id) => mayWrite[id] === null)
  if (account !== null && open.includes(account)) return [account]
  return open.length === 1 ? open : []
}
