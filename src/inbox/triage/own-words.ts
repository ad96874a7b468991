import { z } from 'zod'
import { hear } from './hear.ts'
import type { Suggestion } from './suggest.ts'

/** A word or a few in a row. */
const word = z.string().trim().min(2).max(60)
const list = z.array(word).max(100).default([])

/** Words by which a force hears danger besides those that are known everywhere: the name of a bridge, what people there call a drug. */
export const dangerWords = z.object({ en: list, cy: list })
export type DangerWords = z.output<typeof dangerWords>

/** Reads what is kept; what cannot be read is as if nothing had been set. */
export const readDangerWords = (stored: unknown): DangerWords => dangerWords.catch({ en: [], cy: [] }).parse(stored)

/** All of them: what somebody says is not asked for its language first. */
export const allOf = ({ en, cy }: DangerWords): string[] => [...en, ...cy]

/** As a message is heard: small letters, txt speak spelled out, without the ends of sentences. */
const heardAs = (own: string): string =>
  hear(own)
    .words.replace(/(?:^| )[.?!](?= |$)/g, '')
    .trim()

const tooCommon = new Set(
  'the and for you your are was were with have has had this that they them there what when will would just from about not but his her our who why how all any can did does been being more some its into out over please police help time day night today now here road street yn ar mae ond efo gyda chi ni nhw fy ei eich heddlu yma heddiw nawr'.split(
    ' ',
  ),
)

/** It would lift nearly everything: nothing in it says anything by itself. */
export const saysNothing = (own: string): boolean =>
  heardAs(own)
    .split(' ')
    .every((part) => part.length < 3 || tooCommon.has(part))

/** Where these words stand in a message, in UTF-16 units, whole words only. */
function foundIn(text: string, own: readonly string[]): { word: string; start: number; end: number }[] {
  if (own.length === 0) return []
  const heard = hear(text)
  const all = ` ${heard.words} `
  return own.flatMap((word) => {
    const sought = heardAs(word)
    const at = sought === '' ? -1 : all.indexOf(` ${sought} `)
    return at < 0 ? [] : [{ word, ...heard.span(at, at + sought.length) }]
  })
}

const says = 'A word of danger that this force has set.'

/** A suggestion with the force's own words beside ours: they lift the message to the head of the queue, and what it is they do not say. */
export function withOwnWords(
  suggestion: Suggestion,
  text: string,
  own: readonly string[],
): Suggestion & { own: string[] } {
  const found = foundIn(text, own)
  const lifted =
    found.length > 0 && !suggestion.danger ? { danger: true, look: false, second: 'threatOrVulnerable' as const } : {}
  const because = found.map(({ start, end }) => ({ words: text.slice(start, end), start, end, signal: 'own', says }))
  return {
    ...suggestion,
    ...lifted,
    because: [...because, ...suggestion.because],
    own: found.map(({ word }) => word),
  }
}
