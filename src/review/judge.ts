import type { Settings } from './criteria.ts'
import { ends } from './outcome.ts'
import {
  type Basis,
  before,
  type Candidate,
  type Overlap,
  type Recommendation,
  recommend,
  takesIn,
} from './recommendation.ts'
import { type Evidence, middlesByClass, type Scorecard, scorecardOf } from './scorecard.ts'

export type Judged<E> = { of: E; card: Scorecard; recommendation: Recommendation }

/**
 * Every scorecard and recommendation of a round from its evidence. Pure, so that the same evidence and criteria give the same round; an account
 * that takes another in is never recommended to go itself.
 */
export function judged<E extends Evidence & { collective: boolean }>(
  all: readonly E[],
  by: Settings,
  basis: Basis,
): Judged<E>[] {
  const middles = middlesByClass(all)
  const cards = all.map((of) => ({ of, card: scorecardOf(of, middles.get(of.class) ?? {}, by) }))
  const candidates = new Map<string, Candidate>(
    cards.filter(({ of, card }) => of.subject === 'ours' && takesOthers(of, card)).map(({ of }) => [of.id, of]),
  )
  const found = new Map<string, Judged<E>>()
  // Whoever goes takes nobody in, so those that stand first are judged first.
  for (const { of, card } of cards.toSorted((a, b) => before(a.of, b.of))) {
    const into = takesIn(of, overlapOf(card, candidates))
    const recommendation = recommend(card, into, basis)
    if (ends(recommendation.outcome)) candidates.delete(of.id)
    found.set(of.id, { of, card, recommendation })
  }
  return all.flatMap((of) => found.get(of.id) ?? [])
}

/** Only what reads as an overlap: a line that the force has drawn elsewhere, or a test out of use, leads nowhere. */
function overlapOf({ tests }: Scorecard, candidates: ReadonlyMap<string, Candidate>): Overlap {
  const overlaps = tests.filter((t) => t.reading === 'overlaps')
  const near = overlaps.find((t) => t.criterion === 'near')
  return {
    others: [...new Set(overlaps.flatMap((t) => t.accounts))].flatMap((id) => candidates.get(id) ?? []),
    samePlace: new Set(overlaps.find((t) => t.criterion === 'samePlace')?.accounts),
    alike: near?.alike ?? [],
    line: near?.line ?? 0,
  }
}

/** Whether another may be merged into it: what has gone silent takes nobody in, nor does one person's own account. */
const takesOthers = (of: Evidence, card: Scorecard): boolean =>
  of.class !== 'individual' && !card.tests.some((t) => t.reading === 'silent')
