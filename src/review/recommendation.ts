import { z } from 'zod'
import { type AccountClass, accountClasses } from '../register/account.ts'
import { type CriterionId, criteria, criterionId } from './criteria.ts'
import { type Outcome, outcome } from './outcome.ts'
import type { Evidence, Scorecard, Tested } from './scorecard.ts'

/**
 * Why something is recommended: the criterion and its version, what it speaks for, and the record that it was read from: a measure of a span, or
 * what the register, the desk or the list of look-alikes held; `accounts`: those that it overlaps with.
 */
export const reason = z.object({
  criterion: criterionId,
  criteriaVersion: z.number().int(),
  speaksFor: outcome,
  record: z.union([
    z.object({ measure: z.string(), version: z.number().nullable(), from: z.string(), until: z.string() }),
    z.object({ kept: z.string() }),
  ]),
  accounts: z.array(z.string()),
})
export type Reason = z.output<typeof reason>

export type Recommendation = { outcome: Outcome; into: string | null; reasons: Reason[] }

/** What the reasons of a round all name: the version of its criteria, and the span that was measured (ISO instants). */
export type Basis = { criteriaVersion: number; from: string; until: string }

const speaks = (t: Tested): string => criteria[t.criterion].speaks
const isPast = (t: Tested): boolean => t.reading === criteria[t.criterion].past || t.reading === 'gap'
const is = (tests: readonly Tested[], id: CriterionId): Tested | undefined => tests.find((t) => t.criterion === id)
const talks = (t: Tested): boolean => t.criterion === 'answers' || t.criterion === 'dialogue'

type Found = { outcome: Outcome; because: readonly Tested[] }

/**
 * Ours: silence past its second line closes, unless people come for its answers. An overlap merges where both say the same, or where the other
 * would mend what is amiss; an overlap alone closes nothing that people feel a connection with. Any other fault is to be mended.
 */
function ofOurs(tests: readonly Tested[], into: string | null): Found {
  const faults = tests.filter((t) => speaks(t) === 'improve' && isPast(t))
  const grave = tests.filter((t) => t.graveLine !== null)
  const heldBy = tests.filter((t) => talks(t) && t.reading === 'strong')
  if (grave.length > 0 && heldBy.length === 0)
    return { outcome: 'close', because: [...grave, ...faults.filter((t) => t.graveLine === null)] }
  const overlaps = into === null ? [] : tests.filter((t) => speaks(t) === 'overlap' && isPast(t))
  const supports = tests.filter((t) => speaks(t) === 'support' && isPast(t))
  const saysTheSame = overlaps.some((t) => t.criterion === 'near')
  const eased = faults.filter((t) => criteria[t.criterion].eased)
  if (overlaps.length > 0 && (saysTheSame || eased.length > 0))
    return { outcome: 'merge', because: [...overlaps, ...eased, ...supports] }
  if (faults.length > 0) return { outcome: 'improve', because: [...faults, ...(grave.length > 0 ? heldBy : [])] }
  return { outcome: 'keep', because: speaksForIt(tests) }
}

/** Somebody else's, in our name: worth adopting when it talks with the public and is not silent. */
function ofUnofficial(tests: readonly Tested[]): Found {
  const silent = is(tests, 'silent')
  const quiet = silent !== undefined && isPast(silent)
  const talking = tests.filter((t) => talks(t) && (t.reading === 'strong' || t.reading === 'inOrder'))
  if (talking.length > 0 && !quiet) return { outcome: 'adopt', because: talking }
  return { outcome: 'leaveAsPersonal', because: tests.filter((t) => talks(t) || t === silent) }
}

/** Looks like ours: the network is asked to end it; what cannot be taken for ours is left alone. */
const ofLookAlike = (tests: readonly Tested[]): Found => ({
  outcome: tests.some(isPast) ? 'close' : 'leaveAsPersonal',
  because: tests,
})

/** What an account is there for: to answer, to talk, and to say something of its own. */
const atHeart: readonly CriterionId[] = ['answers', 'dialogue', 'ownWords']

/** What is strong; or else what is in order, the heart of it first; or else what could not be measured, so that a reason never lacks. */
const speaksForIt = (tests: readonly Tested[]): readonly Tested[] => {
  const strong = tests.filter((t) => t.reading === 'strong' || t.reading === 'rightlySilent')
  const inOrder = tests.filter((t) => t.reading === 'inOrder')
  const heart = inOrder.filter((t) => atHeart.includes(t.criterion))
  return [strong, heart, inOrder].find((some) => some.length > 0) ?? tests
}

/** Recommends, and never decides. `into`: the account that would take it in, from `takesIn`. */
export function recommend(card: Scorecard, into: string | null, basis: Basis): Recommendation {
  const { tests, subject } = card
  const found =
    subject === 'ours' ? ofOurs(tests, into) : subject === 'unofficial' ? ofUnofficial(tests) : ofLookAlike(tests)
  const because = found.because.length > 0 ? found.because : tests
  const joins = found.outcome === 'merge' ? into : null
  return { outcome: found.outcome, into: joins, reasons: because.map((t) => reasonOf(t, found.outcome, basis, joins)) }
}

/** The account that it joins stands first among those behind a reason. */
function reasonOf(t: Tested, speaksFor: Outcome, basis: Basis, into: string | null): Reason {
  const { criteriaVersion, from, until } = basis
  const source = criteria[t.criterion].from
  const record =
    'measure' in source ? { measure: source.measure, version: t.version, from, until } : { kept: source.record }
  return {
    criterion: t.criterion,
    criteriaVersion,
    speaksFor,
    record,
    accounts: t.accounts.toSorted((a, b) => Number(b === into) - Number(a === into)),
  }
}

/** What is known of an account that may take another in. */
export type Candidate = Pick<Evidence, 'id' | 'class' | 'people'> & { collective: boolean }

/** The broader class first, then several voices, then more people; the identifier last, so that the order is one. */
export const before = (a: Candidate, b: Candidate): number =>
  rankOf(a.class) - rankOf(b.class) ||
  Number(b.collective) - Number(a.collective) ||
  b.people - a.people ||
  (a.id < b.id ? -1 : 1)
const rankOf = (of: AccountClass | null): number => (of === null ? accountClasses.length : accountClasses.indexOf(of))

/** What an account overlaps with: those that may take it in, those of them for the same place, and who says what share of the same. */
export type Overlap = {
  others: readonly Candidate[]
  samePlace: ReadonlySet<string>
  alike: readonly { account: string; share: number }[]
  /** From where a share of the same is an overlap by itself. */
  line: number
}

/**
 * The account that would take this one in, of those that stand before it: the one that says most of the same, where that is past the line;
 * else one for the same place, and of these the first. Null when it is the first itself.
 */
export function takesIn(own: Candidate, { others, samePlace, alike, line }: Overlap): string | null {
  const first = others.filter((other) => other.id !== own.id && before(other, own) < 0).toSorted(before)
  const shareOf = (id: string): number => alike.find((a) => a.account === id)?.share ?? 0
  const most = first.toSorted((a, b) => shareOf(b.id) - shareOf(a.id)).at(0)
  if (most && shareOf(most.id) > line) return most.id
  return (first.find((other) => samePlace.has(other.id)) ?? first.at(0))?.id ?? null
}
