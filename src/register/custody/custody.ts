import { z } from 'zod'
import type { Traits } from '../../networks/network.ts'

export const keysState = z.object({
  /** `missing`: nobody gave any; `notConnected`: the network cannot be reached from here, so none are asked for. Practice always works. */
  state: z.enum(['working', 'ended', 'unknown', 'missing', 'notConnected']),
  words: z.string(),
  endsAt: z.iso.datetime().nullable(),
})
export type KeysState = z.output<typeof keysState>

/** What is sealed: the fields that the network asks for, and what its line keeps beside them. */
export const secretShape = z.record(z.string(), z.string())
export type Secret = z.output<typeof secretShape>

/** Whether somebody must hand over keys before anything can go out there. */
export const needsKeys = (traits: Traits | null): boolean => traits?.connected === true && !traits.practice

export type KeptKeys = { state: 'working' | 'ended' | 'unknown'; words: string; endsAt: Date | null }

/** How the keys of an account stand, for people. Practice needs none and always works. */
export const keysStateOf = (traits: Traits | null, kept: KeptKeys | null, now: Date): KeysState => {
  if (!traits?.connected) return { state: 'notConnected', words: 'Kept on the register only.', endsAt: null }
  if (traits.practice) return { state: 'working', words: 'Practice needs no keys.', endsAt: null }
  if (!kept) return { state: 'missing', words: 'Nobody has connected this account yet.', endsAt: null }
  const over = kept.endsAt !== null && kept.endsAt <= now
  const endsAt = kept.endsAt?.toISOString() ?? null
  if (over) return { state: 'ended', words: kept.words || 'The keys have ended.', endsAt }
  return { state: kept.state, words: kept.words || standing[kept.state], endsAt }
}

/** The fields that the network asks for, and nothing else; or the labels of those that are empty. */
export const fieldsFor = (
  traits: Traits,
  given: Readonly<Record<string, string>>,
): { secret: Secret; missing: string[] } => {
  const secret: Secret = {}
  const missing: string[] = []
  for (const { name, label } of traits.keyFields) {
    const value = given[name]?.trim() ?? ''
    if (value === '') missing.push(label)
    else secret[name] = value
  }
  return { secret, missing }
}

/** No key may reach a screen, whoever wrote the words. Short values are left: they would blot out ordinary words. */
export const withoutKeys = (words: string, secret: Secret, hidden: readonly string[]): string =>
  Object.entries(secret)
    .filter(([name, value]) => hidden.includes(name) && value.length >= 4)
    .reduce((clean, [, value]) => clean.replaceAll(value, '…'), words)

/** What a state of keys is called when the network said nothing of its own. */
const standing = {
  working: 'The keys work.',
  ended: 'The keys have ended.',
  unknown: 'Whether the keys work is not known.',
} as const
