/** What moderation is, and which moves it allows. Pure: asked by commands, jobs, queries and screens alike. */

/** hide: nobody below our post sees it; report: the network judges it; mute: we no longer hear them; block: they can no longer write to us. */
export const moderationActs = ['hide', 'report', 'mute', 'block'] as const
export type Act = (typeof moderationActs)[number]

export const moderationStates = ['asked', 'doing', 'done', 'refused', 'needsPerson', 'lifting', 'lifted'] as const
export type ModerationState = (typeof moderationStates)[number]

export const actNames: { readonly [act in Act]: { name: string; says: string; done: string } } = {
  hide: {
    name: 'Hide',
    done: 'Hidden',
    says: 'Readers no longer see it below our post. A second person looks at it within 28 days.',
  },
  report: { name: 'Report', done: 'Reported', says: 'The network itself judges it. This cannot be taken back.' },
  mute: { name: 'Mute', done: 'Muted', says: 'What they write no longer reaches this account, until the day given.' },
  block: { name: 'Block', done: 'Blocked', says: 'They can no longer write to this account, until the day given.' },
}

/** Mute and block always end. Days offered first; nobody chooses more than a year. */
export const usualDays: { readonly [act in Act]: number | null } = { hide: null, report: null, mute: 28, block: 90 }
export const mostDays = 365
/** A second person looks at what is hidden within so many days; and it is put before them so long before. */
export const hideReviewDays = 28
export const reviewLeadDays = 7
/** An appeal is invited for so long; a later one is read all the same. */
export const appealDays = 28

const day = 86_400_000
const plusDays = (at: Date, days: number) => new Date(at.getTime() + days * day)

/** A report happens once and cannot be taken back; the others leave the same state however often they are done. */
export const mayRepeat = (act: Act): boolean => act !== 'report'
export const mayLift = (act: Act): boolean => act !== 'report'
export const needsEnd = (act: Act): boolean => act === 'mute' || act === 'block'

/** When it ends, and by when a second person has looked at it. A short block is looked at half way. */
export function datesOf(act: Act, now: Date, days: number | null): { expiresAt: Date | null; reviewAt: Date | null } {
  if (act === 'report') return { expiresAt: null, reviewAt: null }
  if (act === 'hide') return { expiresAt: null, reviewAt: plusDays(now, hideReviewDays) }
  const whole = Math.min(days ?? usualDays[act] ?? 1, mostDays)
  const before = whole > 2 * reviewLeadDays ? reviewLeadDays : whole / 2
  return { expiresAt: plusDays(now, whole), reviewAt: plusDays(now, whole - before) }
}

/** From when a review is put before people: what is hidden a week before its last day, the rest on its day. */
export const reviewFrom = (act: Act, reviewAt: Date): Date =>
  act === 'hide' ? plusDays(reviewAt, -reviewLeadDays) : reviewAt

/** Why an act cannot be done there to a message of this kind, with what to do instead; null when it can. */
export function whyNotHere(
  act: Act,
  network: { name: string; moderates: readonly Act[] } | null,
  kind: 'reply' | 'mention' | 'quote' | 'direct',
): string | null {
  if (act === 'hide' && kind === 'direct')
    return 'A private message is seen by nobody but us, so there is nothing to hide. Mute or block, or close it as moderated.'
  if (act === 'hide' && kind !== 'reply')
    return 'It stands on its author’s own page and not below a post of ours, so nobody can hide it from here. Report it, or mute or block its author.'
  if (network?.moderates.includes(act)) return null
  const name = network?.name ?? 'This network'
  return `${name} lets us ${actNames[act].name.toLowerCase()} nothing from here. Nothing was done. ${insteadOf(act, name)}`
}

const insteadOf = (act: Act, name: string): string =>
  act === 'report'
    ? `Report it in ${name} itself, and note here that you did.`
    : `Whoever holds the keys does it in ${name} itself; keep a copy and the standard in a note first.`

/** What the desk knows of danger in a conversation when somebody wants to take a message away. */
export type DangerFacts = {
  category: string
  suggestedDanger: boolean
  suggestedCategory: string | null
  firstLookAt: Date | null
  /** When a person decided the category; null while it is only suggested. */
  decidedAt: Date | null
  heardAt: Date
}

const danger = 'threatOrVulnerable'

/** Somebody may be in danger, and no person has looked and decided since this message was heard: it must stay in sight. */
export function mustStayInSight(act: Act, f: DangerFacts): boolean {
  if (act === 'report') return false
  const mayBeDanger = f.category === danger || f.suggestedDanger || f.suggestedCategory === danger
  return mayBeDanger && (f.firstLookAt === null || f.decidedAt === null || f.decidedAt < f.heardAt)
}

/** What people quote: `M-7K2Q9XPA`. The eight characters of chance in its identifier. */
export const referenceOf = (id: string): string => `M-${id.slice(-8).toUpperCase()}`
export const fromReference = (reference: string): string | null => {
  const found = /^\s*m?-?([0-9a-z]{8})\s*$/i.exec(reference)
  return found?.[1]?.toLowerCase() ?? null
}

/** How long it may stand in a state before an alarm, in minutes, and after how long we stop trying by ourselves. */
export const alarmMinutes = 15
export const giveUpMinutes = 24 * 60

export type LiftWhy = 'person' | 'expired' | 'appeal'

export type Ended =
  | { kind: 'done' }
  | { kind: 'refused'; words: string }
  | { kind: 'later'; until: Date | null; keyEnded: boolean; words: string }
  | { kind: 'unknown'; words: string }

export type Next =
  | { to: 'done' | 'lifted' }
  | { to: 'refused' | 'needsPerson'; words: string }
  /** Tried again at `at`; `alarm`: somebody must know now. */
  | { to: 'again'; at: Date; words: string; alarm: boolean }

type Tried = { act: Act; undo: boolean; now: Date; since: Date; tries: number; againMs: number }

/** Where a try leads. An unknown report is never sent again; the rest is repeated, for a day at most. */
export function afterTry(ending: Ended, t: Tried): Next {
  if (ending.kind === 'done') return { to: t.undo ? 'lifted' : 'done' }
  if (ending.kind === 'refused')
    return t.undo ? { to: 'needsPerson', words: ending.words } : { to: 'refused', words: ending.words }
  if (ending.kind === 'unknown' && !mayRepeat(t.act))
    return {
      to: 'needsPerson',
      words: `We cannot tell whether it was reported, so we do not report it twice. ${ending.words}`.trim(),
    }
  if (t.now.getTime() - t.since.getTime() > giveUpMinutes * 60_000)
    return { to: 'needsPerson', words: `Tried for a day without success. ${ending.words}`.trim() }
  const wait = Math.min(t.againMs * 2 ** Math.min(t.tries, 8), 10 * 60_000)
  const asked = ending.kind === 'later' ? ending.until : null
  const at = asked && asked > t.now ? asked : new Date(t.now.getTime() + wait)
  return { to: 'again', at, words: ending.words, alarm: ending.kind === 'later' && ending.keyEnded }
}
