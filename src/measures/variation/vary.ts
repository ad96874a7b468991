import type { Definition } from '../measure.ts'
import { chanceOf, lengthScale, limitsAt, type Ordinary, ordinaryOf, type Scale, shareScale } from './limits.ts'

/** A figure of one account, or of one force. */
export type Figured = { id: string; figure: number; top: number; of: number }

/** Whether a figure stands where those of its kind ordinarily stand. unsaid: nobody can tell. */
export type Stands = 'inside' | 'above' | 'below' | 'unsaid'

/** `low` and `high` in the unit of the measure, for just this number of rows; null where nobody can tell. */
export type Standing = Figured & { low: number | null; high: number | null; stands: Stands }

/**
 * `funnel`: the limits narrow as rows grow in number, because a share of few rows is a matter of chance. `ordinary` stands on `scaleOf`.
 */
export type Variation = { funnel: boolean; ordinary: Ordinary | null; middle: number | null; points: Standing[] }

export const scaleOf = (d: Pick<Definition, 'unit'>): Scale => (d.unit === 'share' ? shareScale : lengthScale)

/** Shares of fewer rows are judged, and do not tell what is ordinary. */
const fewestRows = 10

/** How figures of one kind differ: of the accounts of a class, or of forces. */
export function variationOf(d: Pick<Definition, 'unit' | 'together'>, figures: readonly Figured[]): Variation {
  const scale = scaleOf(d)
  const funnel = d.unit === 'share' && d.together === 'sum' && figures.every((f) => Number.isInteger(f.top))
  const chance = (f: Figured) => (funnel ? chanceOf(Math.max(1, f.of)) : 0)
  const telling = figures.filter((f) => !funnel || f.of >= fewestRows)
  const ordinary = ordinaryOf(telling.map((f) => ({ at: scale.to(f.figure), chance: chance(f) })))
  return {
    funnel,
    ordinary,
    middle: ordinary && scale.from(ordinary.middle),
    points: figures.map((f) => ({ ...f, ...standing(f, chance(f), ordinary, scale) })),
  }
}

function standing(f: Figured, chance: number, ordinary: Ordinary | null, scale: Scale) {
  if (!ordinary) return { low: null, high: null, stands: 'unsaid' as const }
  const { low, high } = limitsAt(ordinary, chance)
  const at = scale.to(f.figure)
  const stands: Stands = at > high ? 'above' : at < low ? 'below' : 'inside'
  return { low: scale.from(low), high: scale.from(high), stands }
}

/** Of a funnel: both limits for a share of so many rows. */
export const funnelAt = (ordinary: Ordinary, rows: number): { low: number; high: number } => {
  const { low, high } = limitsAt(ordinary, chanceOf(rows))
  return { low: shareScale.from(low), high: shareScale.from(high) }
}
