/** What has to be told to people, whom, how often and in which words. Pure. The words of the public are never among them. */

type Told = {
  title: string
  /** At most so many tellings of this kind in so many minutes; what comes above that is told together. */
  most: number
  inMinutes: number
  /** The last step; a step follows when nobody has seen the one before for five minutes. */
  lastStep: number
  urgent: boolean
}

const ordinary = { most: 1, inMinutes: 15, lastStep: 3, urgent: false } as const

/** The alarms that come to people; others stand on their pages only. */
export const told: Readonly<Record<string, Told>> = {
  danger: { title: 'Somebody may be in danger', most: 5, inMinutes: 1, lastStep: 8, urgent: true },
  noWorker: { title: 'Nothing is sent or heard', most: 1, inMinutes: 1, lastStep: 4, urgent: true },
  surge: { title: 'Much more than usual reaches us', ...ordinary, urgent: true },
  overdue: { title: 'People wait longer than they should', ...ordinary },
  notHeard: { title: 'We do not hear an account', ...ordinary },
  notLooked: { title: 'Changes and deletions are not seen', ...ordinary },
  needsPerson: { title: 'A post needs a person', ...ordinary },
  refused: { title: 'A network refused a post', ...ordinary },
  keysEnded: { title: 'The keys of an account have ended', ...ordinary },
  missed: { title: 'A post missed its time', ...ordinary },
  tooLong: { title: 'A post has not moved on', ...ordinary },
  notRemoved: { title: 'A post was not removed', ...ordinary },
  carryingLate: { title: 'A step of a closing or an adoption is overdue', ...ordinary, lastStep: 1 },
  notBegun: { title: 'A decision about an account waits to be carried out', ...ordinary, lastStep: 1 },
  lookWaits: { title: 'Somebody waits for a second look', ...ordinary, lastStep: 1 },
}

export const toldKinds: readonly string[] = Object.keys(told)
const kindOf = (kind: string): Told => told[kind] ?? { title: 'Something needs a person', ...ordinary }

const minute = 60_000
/** Not seen for so long: the next step. From step 4 on less often. */
const seenWithin = 5 * minute
const laterSteps = 15 * minute
/** The leaders are told at this step whatever happened before. */
export const leadersStep = 3

export type Escalation = {
  kind: string
  step: number
  stepAt: Date
  raisedAt: Date
  seen: boolean
  /** Until when the first look was wanted; only of a conversation. */
  lookBy: Date | null
  /** Nobody could be told in this step, or every telling of it failed for good. */
  inVain: boolean
}

/** The step to be told now; the same as before when nothing is due. Danger goes on by its aim, seen or not, until somebody has looked. */
export function stepNow(a: Escalation, now: Date): number {
  const { lastStep } = kindOf(a.kind)
  if (a.step === 0 && !a.seen) return 1
  const byAim = a.lookBy ? stepByAim(a.raisedAt, a.lookBy, now) : 0
  if (byAim > a.step) return byAim
  if (a.seen || a.step >= lastStep) return a.step
  const all = a.step >= leadersStep
  const since = now.getTime() - a.stepAt.getTime()
  return (a.inVain && !all) || since >= (all ? laterSteps : seenWithin) ? a.step + 1 : a.step
}

/** Again at half of the aim, and to the head of communications when it is over. */
function stepByAim(raisedAt: Date, lookBy: Date, now: Date): number {
  if (now >= lookBy) return leadersStep
  const half = raisedAt.getTime() + (lookBy.getTime() - raisedAt.getTime()) / 2
  return now.getTime() >= half ? 2 : 1
}

export type Standing = { onCall: readonly string[]; desk: readonly string[]; leaders: readonly string[] }

/** Whom a step is told: those on call, then also the desk, then also the head of communications and deputies. Empty groups are skipped. */
export function peopleOf(step: number, { onCall, desk, leaders }: Standing): string[] {
  const tiers = [onCall, desk, leaders].filter((tier) => tier.length > 0)
  const many = step >= leadersStep ? tiers.length : Math.max(1, step)
  return [...new Set(tiers.slice(0, many).flat())]
}

/** Which of the new alarms of one kind are told on their own, oldest first; the others go with the first of them, or wait when there is none. */
export function leading<A extends { kind: string }>(
  waiting: readonly A[],
  lately: (kind: string, since: Date) => number,
  now: Date,
): { lead: A; with: A[] }[] {
  return [...Map.groupBy(waiting, (a) => a.kind)].flatMap(([kind, alarms]) => {
    const { most, inMinutes } = kindOf(kind)
    const room = Math.max(0, most - lately(kind, new Date(now.getTime() - inMinutes * minute)))
    const leads = alarms.slice(0, room).map((lead) => ({ lead, with: [] as A[] }))
    leads.at(-1)?.with.push(...alarms.slice(room))
    return leads
  })
}

/** A telling that did not go is tried again after so many seconds, and given up when it is older than half an hour. */
const waits = [5, 10, 30, 60, 120, 300]
export const giveUpAfter = 30 * minute

/** Null: it is given up. `askedMs`: how long the other side asks us to wait. */
export function nextTry(tries: number, begunAt: Date, now: Date, askedMs: number | null): Date | null {
  const seconds = waits[Math.min(tries, waits.length) - 1] ?? 5
  const next = new Date(now.getTime() + Math.max(seconds * 1000, askedMs ?? 0))
  return next.getTime() - begunAt.getTime() > giveUpAfter ? null : next
}

export type Saying = {
  kind: string
  /** `@WestportPolice`; null when it is about no single account. */
  account: string | null
  /** `Mon 7 Sep, 10:00` by the force's own clock. */
  since: string
  step: number
  /** How many others of this kind are open. */
  more: number
  address: string
}
export type Words = { title: string; text: string; urgent: boolean; address: string }

/** What a push message and an e-mail say: which kind, which account, since when, and where to look. Nothing else leaves. */
export function wordsOf(s: Saying): Words {
  const { title, urgent } = kindOf(s.kind)
  const again = s.step > 1 ? ` Told for the ${ordinals[s.step] ?? `${s.step}th`} time: nobody has seen to it.` : ''
  const where = s.account ? `${s.account}, since ${s.since}.` : `Since ${s.since}.`
  const more = s.more > 0 ? ` And ${s.more} more of the kind.` : ''
  return { title, text: `${where}${more}${again}`, urgent, address: s.address }
}
const ordinals: Readonly<Record<number, string>> = { 2: '2nd', 3: '3rd' }
