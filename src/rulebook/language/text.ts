import type { Language } from '../draft.ts'
import { type Emoji, emojiOf } from './emoji.ts'
import { type Folded, fold } from './fold.ts'
import { type Hashtag, hashtagsOf, isClosing } from './hashtags.ts'
import { type Link, linksOf } from './links.ts'
import { type PersonName, personNamesOf } from './names.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** Positions in the original text, in UTF-16 units. */
export type Span = { start: number; end: number }

/** No post needs more; what lies beyond is not read, and R84 says so. */
export const READ_AT_MOST = 12_000

export type TextOrigin = {
  field: string
  part: 'words' | 'alt'
  text: string
  language: Language
  accountId: string | null
}

/**
 * One text, read once and shared by all rules. Everything is worked out when first asked for. Positions in `plain` and `lower` are
 * folded ones; `span` leads back to the original. Only `emoji` counts in the original, because folding would pull families apart.
 */
export class Text {
  readonly field: string
  readonly part: 'words' | 'alt'
  readonly language: Language
  readonly accountId: string | null
  readonly raw: string
  /** True when the end of the text was not read. */
  readonly cut: boolean
  readonly #folded: Folded
  #sentences: readonly Sentence[] | null = null
  #hashtags: readonly Hashtag[] | null = null
  #links: readonly Link[] | null = null
  #emoji: readonly Emoji[] | null = null
  #names: readonly PersonName[] | null = null
  #closing: number | null = null

  constructor(origin: TextOrigin) {
    this.field = origin.field
    this.part = origin.part
    this.language = origin.language
    this.accountId = origin.accountId
    this.cut = origin.text.length > READ_AT_MOST
    this.raw = this.cut ? origin.text.slice(0, READ_AT_MOST).replace(/[\ud800-\udbff]$/, '') : origin.text
    this.#folded = fold(this.raw)
  }

  get plain(): string {
    return this.#folded.plain
  }
  get lower(): string {
    return this.#folded.lower
  }
  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentencesOf(this.plain)
    return this.#sentences
  }
  get hashtags(): readonly Hashtag[] {
    this.#hashtags ??= hashtagsOf(this.plain)
    return this.#hashtags
  }
  get links(): readonly Link[] {
    this.#links ??= linksOf(this.plain)
    return this.#links
  }
  get emoji(): readonly Emoji[] {
    this.#emoji ??= emojiOf(this.raw)
    return this.#emoji
  }
  get names(): readonly PersonName[] {
    this.#names ??= personNamesOf(this.plain)
    return this.#names
  }

  /** Where the closing row of tags, mentions, links and signs begins; the length of `plain` when there is none. */
  get closing(): number {
    this.#closing ??= this.#findClosing()
    return this.#closing
  }

  #findClosing(): number {
    let from = this.plain.length
    for (let index = this.hashtags.length - 1; index >= 0; index -= 1) {
      const tag = this.hashtags[index]
      if (!tag || !isClosing(this.plain.slice(tag.end, from))) break
      from = tag.start
    }
    return from
  }

  /** The sentence around a folded position, as a span with its small-letter words. */
  sentenceAt(position: number): { start: number; end: number; lower: string } {
    const around =
      this.sentences.find((sentence) => sentence.start <= position && position < sentence.end) ??
      ({ start: 0, end: this.plain.length } satisfies Span)
    return { start: around.start, end: around.end, lower: this.lower.slice(around.start, around.end) }
  }

  /** Whether a folded position is where a sentence begins. */
  opensSentence(position: number): boolean {
    return /^[\s"'(]*$/.test(this.plain.slice(this.sentenceAt(position).start, position))
  }

  /** Whether a folded position lies in a link, a mention or an e-mail address, where words are not read as words. */
  inAddress(position: number): boolean {
    if (this.links.some((link) => link.start <= position && position < link.end)) return true
    const space = Math.max(this.plain.lastIndexOf(' ', position), this.plain.lastIndexOf('\n', position))
    return this.plain.slice(space + 1, position + 1).includes('@')
  }

  /** From folded positions to the original text. */
  span(start: number, end: number): Span {
    const { from } = this.#folded
    if (!from) return { start, end }
    if (start >= end) {
      const point = from.starts[start] ?? this.raw.length
      return { start: point, end: point }
    }
    return { start: from.starts[start] ?? this.raw.length, end: from.ends[end - 1] ?? this.raw.length }
  }
}
