import type { Sheet } from '../../../posting/approval/sheet.ts'

type Target = Sheet['targets'][number]

const wordsOf = (target: Target): string => JSON.stringify(target.pieces.map((p) => p.text))

/** Accounts that would publish the very same words, together, in the order of the sheet. */
export const sameWords = (targets: readonly Target[]): Target[][] => {
  const groups = new Map<string, Target[]>()
  for (const target of targets) {
    const words = wordsOf(target)
    groups.set(words, [...(groups.get(words) ?? []), target])
  }
  return [...groups.values()]
}
