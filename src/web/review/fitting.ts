import { type AccountFacts, type Going, isUnused, type Switch } from '../../review/plan/loss.ts'
import type { PlanFacts } from '../../review/plan/plan.contract.ts'

/** Which accounts go, each into the one that it joins or into none. */
export type Chosen = ReadonlyMap<string, string | null>

export const goingOf = (chosen: Chosen): Going[] =>
  [...chosen].map(([accountId, intoAccountId]) => ({ accountId, intoAccountId }))

export type Fitting = {
  chosen: Chosen
  /** How many of those that were wanted have closed since. */
  gone: number
  /** How many were to join one that goes itself, is being closed or has closed, and so join nothing. */
  ends: number
}

/** What of a plan still fits the accounts as they are now, so that it can be saved as it is shown. */
export function fittingNow(
  accounts: readonly Pick<PlanFacts['accounts'][number], 'id' | 'leaving'>[],
  wanted: readonly Going[],
): Fitting {
  const there = new Set(accounts.map((a) => a.id))
  const still = wanted.filter((g) => there.has(g.accountId))
  const goes = new Set(still.map((g) => g.accountId))
  const stays = new Set(accounts.filter((a) => a.leaving === null && !goes.has(a.id)).map((a) => a.id))
  const fits = ({ intoAccountId }: Going): boolean => intoAccountId === null || stays.has(intoAccountId)
  return {
    chosen: new Map(still.map((g) => [g.accountId, fits(g) ? g.intoAccountId : null])),
    gone: wanted.length - still.length,
    ends: still.filter((g) => !fits(g)).length,
  }
}

/** What goes with these changes on. One that is not offered any more changes nothing, because nobody could take it back. */
export function triedOf(
  accounts: readonly AccountFacts[],
  going: readonly Going[],
  offered: readonly Switch[],
  on: { kept: readonly string[]; onlyUnused: boolean },
): Going[] {
  const kept = new Set(
    offered.flatMap((s) => (s.kind === 'keep' && on.kept.includes(s.accountId) ? [s.accountId] : [])),
  )
  const onlyUnused = on.onlyUnused && offered.some((s) => s.kind === 'onlyUnused')
  const unused = new Set(accounts.filter(isUnused).map((a) => a.id))
  return going.filter((g) => !kept.has(g.accountId) && (!onlyUnused || unused.has(g.accountId)))
}
