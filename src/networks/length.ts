import type { LengthUnit } from './network.ts'

/** X's published counting table, version 3: weights in hundredths; a link counts 23, an emoji one default weight, whatever it is made of. */
const weighted = {
  scale: 100,
  defaultWeight: 200,
  link: 2300,
  light: [
    [0, 4351],
    [8192, 8205],
    [8208, 8223],
    [8242, 8247],
  ],
} as const

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/** The length of a text as the unit counts it. Never negative; whole numbers; the empty text is 0. */
export const lengthOf = (text: string, unit: LengthUnit): number => {
  if (unit === 'grapheme') return countOf(graphemes.segment(text))
  if (unit === 'character') return countOf(text)
  return weightedLength(text)
}

/** UTF-8 bytes; networks limit these beside the characters. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length

const countOf = (items: Iterable<unknown>): number => {
  let count = 0
  for (const _ of items) count += 1
  return count
}

const weightedLength = (text: string): number => {
  const normal = text.normalize('NFC')
  const links = spansOf(normal).filter((span) => span.kind === 'link')
  let weight = links.length * weighted.link
  let from = 0
  for (const link of [...links, { start: normal.length, end: normal.length }]) {
    for (const { segment } of graphemes.segment(normal.slice(from, link.start))) weight += weightOf(segment)
    from = link.end
  }
  return Math.floor(weight / weighted.scale)
}

const weightOf = (grapheme: string): number => {
  if (isEmoji(grapheme)) return weighted.defaultWeight
  let weight = 0
  for (const character of grapheme) weight += pointWeight(character.codePointAt(0) ?? 0)
  return weight
}

const pointWeight = (point: number): number =>
  weighted.light.some(([start, end]) => point >= start && point <= end) ? weighted.scale : weighted.defaultWeight

/**
 * One emoji of the recommended set, with or without its variation selectors. What is not in the set is weighed point by
 * point, which can only count too much: the author shortens a little, and X never refuses what we let through.
 */
const isEmoji = (grapheme: string): boolean =>
  /^\p{RGI_Emoji}$/v.test(grapheme) || (/\p{Emoji}/u.test(grapheme) && /^\p{RGI_Emoji}$/v.test(qualified(grapheme)))

const qualified = (grapheme: string): string =>
  grapheme.length < 2
    ? grapheme
    : grapheme
        .replaceAll('\uFE0F', '')
        .replace(/(?!\p{Emoji_Presentation}|\p{Emoji_Modifier})\p{Emoji}(?!\p{Emoji_Modifier})/gu, '$&\uFE0F')

type Span = { kind: 'link' | 'mention' | 'hashtag'; start: number; end: number }

const schemeLink = /https?:\/\/[^\s<>"]+/giu
/** A name with a dot that readers' apps make a link even without https://: two-letter countries and the endings a force meets. */
const bareLink =
  /(?<![\p{L}\p{N}@#/._-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|edu|gov|mil|int|info|biz|app|dev|police|[a-z]{2})(?![\p{L}\p{N}-])(?:[/?#][^\s<>"]*)?/giu
const mention =
  /(?<![\p{L}\p{N}_@.])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu
const hashtag = /(?<![\p{L}\p{N}_&#＃])[#＃][\p{L}\p{M}\p{N}_]+(?:\p{Pd}[\p{L}\p{M}\p{N}_]+)*/gu

/** Links, mentions and hashtags, in order and never overlapping: what must not be cut, and what X counts as 23. */
const spansOf = (text: string): Span[] => {
  const found: Span[] = []
  const take = (kind: Span['kind'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const part = kind === 'link' ? withoutClosing(match[0]) : match[0]
      const span = { kind, start: match.index, end: match.index + part.length }
      if (!found.some((other) => span.start < other.end && other.start < span.end)) found.push(span)
    }
  }
  take('link', schemeLink)
  take('mention', mention)
  take('link', bareLink)
  take('hashtag', hashtag)
  return found.sort((a, b) => a.start - b.start)
}

/** A full stop or a bracket after a link belongs to the sentence; a bracket that the link itself opened stays. */
const withoutClosing = (link: string): string => {
  const bare = link.replace(/[.,;:!?'’”»…]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? withoutClosing(bare.slice(0, -1)) : bare
}

type Limit = { unit: LengthUnit; max: number; maxBytes: number | null }

/** `unsplittable`: one link, mention or hashtag alone is longer than a piece may be; only the author can help. */
export type Split = { kind: 'pieces'; pieces: readonly string[] } | { kind: 'unsplittable'; part: string }

/** How good a place is for a cut. */
const rank = { paragraph: 4, sentence: 3, space: 2, word: 1, grapheme: 0 } as const

/**
 * Cuts a text into pieces that each fit: after a sentence where that leaves at least half a piece, else between words, else
 * inside an overlong word; never inside a grapheme, link, mention or hashtag. White space at a cut is dropped, nothing else.
 */
export const splitThread = (text: string, max: number, unit: LengthUnit, maxBytes: number | null = null): Split => {
  const limit = { unit, max, maxBytes }
  const cuts = cutsOf(text)
  const pieces: string[] = []
  let from = 0
  while (from < text.length) {
    const rest = trimmed(text.slice(from))
    if (rest === '') break
    if (fits(rest, limit)) {
      pieces.push(rest)
      break
    }
    const cut = bestCut(text, from, cuts, limit)
    if (cut === null) return { kind: 'unsplittable', part: firstPart(text, from, cuts) }
    const piece = trimmed(text.slice(from, cut))
    if (piece !== '') pieces.push(piece)
    from = cut
  }
  return { kind: 'pieces', pieces }
}

type Cut = { at: number; rank: number }

/** The best of the cuts that leave a fitting piece; null when even the first piece is too long. */
const bestCut = (text: string, from: number, cuts: readonly Cut[], limit: Limit): number | null => {
  const ahead = cuts.slice(cuts.findIndex((cut) => cut.at > from))
  const fitting = ahead.slice(
    0,
    howManyFit(ahead, (cut) => fits(trimmed(text.slice(from, cut.at)), limit)),
  )
  const last = fitting.at(-1)
  if (last === undefined) return null
  const late = fitting
    .filter((cut) => (cut.at - from) * 2 >= last.at - from)
    .reduce((best, cut) => (cut.rank >= best.rank ? cut : best))
  const early = fitting.findLast((cut) => cut.rank >= rank.space)
  return (late.rank >= rank.space ? late : (early ?? late)).at
}

/** Halving search: a longer piece never fits where a shorter one does not. */
const howManyFit = (cuts: readonly Cut[], doesFit: (cut: Cut) => boolean): number => {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cut = cuts[middle]
    if (cut !== undefined && doesFit(cut)) low = middle + 1
    else high = middle
  }
  return low
}

const firstPart = (text: string, from: number, cuts: readonly Cut[]): string => {
  for (const cut of cuts) {
    const part = cut.at > from ? trimmed(text.slice(from, cut.at)) : ''
    if (part !== '') return part
  }
  return trimmed(text.slice(from))
}

const fits = (piece: string, { unit, max, maxBytes }: Limit): boolean =>
  lengthOf(piece, unit) <= max && (maxBytes === null || bytesOf(piece) <= maxBytes)

/** Every place where the text may be cut, in order. */
const cutsOf = (text: string): Cut[] => {
  const spans = spansOf(text)
  const sentenceEnds = startsOf(sentences.segment(text))
  const wordEnds = startsOf(words.segment(text))
  const cuts: Cut[] = []
  let before = ''
  for (const { segment, index } of graphemes.segment(text)) {
    const inside = spans.some((span) => span.start < index && index < span.end)
    if (index > 0 && !inside)
      cuts.push({ at: index, rank: rankOf(before, sentenceEnds.has(index), wordEnds.has(index)) })
    before = segment
  }
  cuts.push({ at: text.length, rank: rank.paragraph })
  return cuts
}

const startsOf = (segments: Iterable<{ index: number }>): Set<number> =>
  new Set([...segments].map((segment) => segment.index))

const rankOf = (before: string, sentence: boolean, word: boolean): number => {
  if (/^[\r\n\u2028\u2029]+$/u.test(before)) return rank.paragraph
  if (/^\s+$/u.test(before)) return sentence ? rank.sentence : rank.space
  return word ? rank.word : rank.grapheme
}

/** Without white space at both ends, grapheme by grapheme: a space that carries a combining mark is not white space. */
const trimmed = (text: string): string => {
  const parts = [...graphemes.segment(text)].map((part) => part.segment)
  const solid = (part: string): boolean => !/^\s+$/u.test(part)
  const first = parts.findIndex(solid)
  return first < 0 ? '' : parts.slice(first, parts.findLastIndex(solid) + 1).join('')
}
