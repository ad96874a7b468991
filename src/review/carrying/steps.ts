import { dayAfter } from '../../foundation/clock.ts'
import { dayWords } from './goodbye.ts'
import { type CarryingKind, lists, type Step } from './lists.ts'

/** What the records say at this moment about the accounts that a list is about. */
export type Live = {
  openConversations: number
  /** Accounts of which neither an import nor anything of our own stands in the archive, and that are not known to be empty. */
  withoutArchive: readonly string[]
  /** Accounts whose keys are still in custody. */
  withKeys: readonly string[]
  /** Posts that wait to go out there, or are going. */
  waitingPosts: number
  /** People who sign there and do not sign on the account that it joins. */
  voicesLeft: readonly string[]
  /** Adoption: the account is on the register, and a person holds the office that owns it. */
  onRegister: boolean
  owned: boolean
  /** Somebody of the account waits for a second look at the decision that began the list. */
  lookWaits: boolean
}

/** The steps in their order. `joins`: whether the account goes into another one. */
export const stepsOf = (kind: CarryingKind, joins: boolean): readonly Step[] =>
  lists[kind].filter((s) => joins || s.joins !== true)

/** Those steps that are done and need this one; they are taken back before it is. */
export const leansOn = (kind: CarryingKind, id: string, done: ReadonlySet<string>): readonly Step[] =>
  lists[kind].filter((s: Step) => s.needs.includes(id) && done.has(s.id))

/** The step with which a list ends. */
export const isLast = (kind: CarryingKind, id: string): boolean => lists[kind].at(-1)?.id === id

/** The last day that was chosen, or the first one on which nobody can ask for a second look any more, where that is later. ISO days. */
export const lastDayOf = (endsOn: string, notBefore: string | null): string =>
  notBefore !== null && notBefore > endsOn ? notBefore : endsOn

/** Days of the calendar, ISO. Nothing is due before it was begun. */
export const dueOn = (step: Step, endsOn: string, begunOn: string): string => {
  const day = step.due === 'begin' ? begunOn : dayAfter(endsOn, step.due)
  return day < begunOn ? begunOn : day
}

/** The steps of a list in their order, each with the day on which it is due. `on`: the last day that was chosen. */
export const duesOf = (
  kind: CarryingKind,
  { joins, on, notBefore, begunOn }: { joins: boolean; on: string; notBefore: string | null; begunOn: string },
): readonly (Step & { dueOn: string })[] =>
  stepsOf(kind, joins).map((s) => ({ ...s, dueOn: dueOn(s, lastDayOf(on, notBefore), begunOn) }))

const named = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
const some = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`)

/** What the records have against a step, in words; null when nothing. */
function againstIt(id: string, live: Live): string | null {
  const words: Readonly<Record<string, string | null>> = {
    drained:
      live.openConversations > 0
        ? `${some(live.openConversations, 'conversation is', 'conversations are')} still open there. Answer or pass on every one first.`
        : null,
    archive:
      live.withoutArchive.length > 0
        ? `Nothing of ${named(live.withoutArchive)} stands in the archive. Import what was published there first.`
        : null,
    keys:
      live.withKeys.length > 0
        ? `Keys of ${named(live.withKeys)} are still in custody. End them on the account’s page first.`
        : null,
    waiting:
      live.waitingPosts > 0
        ? `${some(live.waitingPosts, 'post', 'posts')} still ${live.waitingPosts === 1 ? 'waits' : 'wait'} to go out there. Choose what becomes of ${live.waitingPosts === 1 ? 'it' : 'them'}.`
        : null,
    look: live.lookWaits
      ? 'Somebody of the account waits for a second look at the decision. It is decided first.'
      : null,
    ownership: !live.onRegister
      ? 'It is not on the register yet. Put it there as unofficial first.'
      : !live.owned
        ? 'No office that somebody holds owns it on the register. Choose one first.'
        : null,
  }
  // What was so when its step was done is asked once more at the end.
  if (id === 'register') return againstIt('look', live) ?? againstIt('drained', live) ?? againstIt('keys', live)
  if (id === 'publish') return againstIt('look', live) ?? againstIt('ownership', live)
  // What still waits to go out needs the keys.
  if (id === 'keys' && live.waitingPosts > 0) return againstIt('waiting', live)
  return words[id] ?? null
}

/** Why nothing goes yet: the account's people may still ask for a second look. */
export const waitsForLook = (notBefore: string): string =>
  `Its people may ask for a second look until ${dayWords(dayAfter(notBefore, -1))}. The account stays until then, or until its owner says on the review that they want none.`

/**
 * Why a step cannot be done now, in words; null when it can. `done`: the ids that are done. `today`, `endsOn` and `notBefore`: days of
 * the force's calendar.
 */
export function stops(
  list: { kind: CarryingKind; joins: boolean; endsOn: string; notBefore: string | null },
  id: string,
  done: ReadonlySet<string>,
  live: Live,
  today: string,
): string | null {
  const steps = stepsOf(list.kind, list.joins)
  const step = steps.find((s) => s.id === id)
  if (!step) return 'There is no such step on this list.'
  const first = steps.filter((s) => step.needs.includes(s.id) && !done.has(s.id))
  if (first.length > 0) return `First: ${named(first.map((s) => s.what.charAt(0).toLowerCase() + s.what.slice(1)))}.`
  const { notBefore } = list
  if (notBefore !== null && today < notBefore && (step.notBefore || isLast(list.kind, id)))
    return waitsForLook(notBefore)
  if (step.notBefore && today < list.endsOn)
    return 'Its last day has not come yet. Wait for it, or stop this list and begin one with another day.'
  return againstIt(id, live)
}

export const isLate = (step: { dueOn: string; doneAt: unknown }, today: string): boolean =>
  step.doneAt === null && step.dueOn < today
