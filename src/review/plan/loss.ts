import { type Exactly, exactlyOnly, type FollowersRead } from './only-these.ts'

/** What is counted of accounts and may be lost. All of the last thirteen weeks but the followers, who are counted as of now. */
export const amounts = ['followers', 'conversations', 'answered', 'replies', 'own', 'reshares'] as const
export type Amount = (typeof amounts)[number]

export const amountWords: Readonly<Record<Amount, string>> = {
  followers: 'Followers',
  conversations: 'Public conversations',
  answered: 'Questions answered',
  replies: 'Replies to the public',
  own: 'Own posts',
  reshares: 'Reshares',
}

/** One account that speaks for the force. An amount is null where nothing tells it, never nought. */
export type AccountFacts = Readonly<Record<Amount, number | null>> & {
  id: string
  area: string | null
  /** Ids of the people who sign there now. */
  voices: readonly string[]
  /** Ids of the objectives that it serves. */
  objectives: readonly string[]
  /** It is being closed already, perhaps into another one; null when it is not. */
  leaving: { intoAccountId: string | null } | null
}

/** One account that goes; into one that stays, or into none. */
export type Going = { accountId: string; intoAccountId: string | null }

/** `unknown`: of how many of the accounts that go nothing tells it. `share`: 0 to 1; null when the whole is nought, or nothing tells it of any that goes. */
export type Lost = { lost: number; whole: number; share: number | null; unknown: number }

export type Loss = {
  accounts: number
  /** How many others are being closed already: they neither go by this nor stay, so they keep nothing. */
  leaving: number
  merge: number
  close: number
  amounts: Readonly<Record<Amount, Lost>>
  /** How many of the followers follow no other account of the force: as `exactly` counts them, otherwise an estimate, see `followsOne`. */
  onlyThese: number
  /** Null where who follows was not read of every account that goes. */
  exactly: Exactly | null
  /** Ids of people who sign on an account that goes: all, and those who afterwards sign nowhere. */
  voices: { going: readonly string[]; lost: readonly string[]; whole: number }
  areas: readonly string[]
  objectives: readonly string[]
}

/** Whether anything tells an amount of what goes; where nothing does, its sum of nought says nothing. */
export const isTold = (l: Loss, a: Amount): boolean => l.accounts === 0 || l.amounts[a].unknown < l.accounts

/**
 * Where nobody has read who follows. Of 1.37 million followers of police accounts in the United Kingdom in 2013 and 2014, 64% followed exactly
 * one (M24). So it is an estimate, of another time, and stands beside nothing better.
 */
export const followsOne = 0.64

/** `voicesSign`: everybody who signs on an account that joins another one signs there. Otherwise only who signs on one that stays already. */
export type Assuming = { voicesSign: boolean }

const sumOf = (accounts: readonly AccountFacts[], amount: Amount): number =>
  accounts.reduce((sum, a) => sum + (a[amount] ?? 0), 0)

const lostOf = (all: readonly AccountFacts[], goes: readonly AccountFacts[], amount: Amount): Lost => {
  const [lost, whole] = [sumOf(goes, amount), sumOf(all, amount)]
  const unknown = goes.filter((a) => a[amount] === null).length
  const isTold = goes.length === 0 || unknown < goes.length
  return { lost, whole, share: whole === 0 || !isTold ? null : lost / whole, unknown }
}

const areaOf = ({ area }: AccountFacts): string[] => (area === null || area.trim() === '' ? [] : [area.trim()])
const without = <T>(mine: readonly T[], others: ReadonlySet<unknown>, key: (one: T) => unknown): T[] => {
  const found = new Map(mine.map((one) => [key(one), one]))
  return [...found].filter(([k]) => !others.has(k)).map(([, one]) => one)
}
const itself = (one: string): string => one

/** The accounts that go, each once, those that are leaving anyway, and those that stay. Ids that are not among the accounts are left out. */
function parted(all: readonly AccountFacts[], going: readonly Going[]) {
  const into = new Map(going.map((g) => [g.accountId, g.intoAccountId]))
  const goes = all.filter((a) => into.has(a.id))
  const leaves = all.filter((a) => !into.has(a.id) && a.leaving !== null)
  const stays = all.filter((a) => !into.has(a.id) && a.leaving === null)
  const staying = new Set(stays.map((a) => a.id))
  /** An account that joins one that goes as well joins nothing. */
  const joins = (a: AccountFacts): boolean =>
    staying.has((into.has(a.id) ? into.get(a.id) : a.leaving?.intoAccountId) ?? '')
  return { goes, leaves, stays, joins }
}

/** What the force loses when these accounts go. `read`: who follows, where it was read. Pure, and the same in browser and server. */
export function lossOf(
  all: readonly AccountFacts[],
  going: readonly Going[],
  assuming: Assuming,
  read: readonly FollowersRead[] = [],
): Loss {
  const { goes, leaves, stays, joins } = parted(all, going)
  const exactly = exactlyOnly(new Set([...goes, ...stays].map((a) => a.id)), new Set(goes.map((a) => a.id)), read)
  const speaking = new Set(stays.flatMap((a) => a.voices))
  const keeps = new Set(speaking)
  if (assuming.voicesSign)
    for (const a of [...goes, ...leaves].filter(joins)) for (const voice of a.voices) keeps.add(voice)
  const voices = [...new Set(goes.flatMap((a) => a.voices))]
  const areas = new Set(stays.flatMap(areaOf).map((area) => area.toLowerCase()))
  const lost = (amount: Amount): Lost => lostOf(all, goes, amount)
  return {
    accounts: goes.length,
    leaving: leaves.length,
    merge: goes.filter(joins).length,
    close: goes.filter((a) => !joins(a)).length,
    amounts: {
      followers: lost('followers'),
      conversations: lost('conversations'),
      answered: lost('answered'),
      replies: lost('replies'),
      own: lost('own'),
      reshares: lost('reshares'),
    },
    onlyThese: exactly?.people ?? Math.round(sumOf(goes, 'followers') * followsOne),
    exactly,
    voices: {
      going: voices,
      lost: without(voices, keeps, itself),
      whole: new Set(all.flatMap((a) => a.voices)).size,
    },
    areas: without(goes.flatMap(areaOf), areas, (area) => area.toLowerCase()),
    objectives: without(
      goes.flatMap((a) => a.objectives),
      new Set(stays.flatMap((a) => a.objectives)),
      itself,
    ),
  }
}

/** Says nothing of its own and is talked to by nobody: what it reshares can be read elsewhere. Null where nothing tells is no sign of use. */
export const isUnused = (a: AccountFacts): boolean => a.own === 0 && a.replies === 0 && (a.conversations ?? 0) === 0

/** What a plan is weighed by: conversations, where each account that goes is heard here; else the replies that the archive shows. */
export function talkIn(all: readonly AccountFacts[], going: readonly Going[]): 'conversations' | 'replies' {
  const { goes } = parted(all, going)
  const isHeard = sumOf(all, 'conversations') > 0 && goes.every((a) => a.conversations !== null)
  return isHeard || sumOf(all, 'replies') === 0 ? 'conversations' : 'replies'
}

/** One change of a plan and what it does to the share of talk that goes, or to the voices that are kept. */
export type Switch =
  | { kind: 'keep'; accountId: string; before: number | null; after: number | null }
  | { kind: 'onlyUnused'; accounts: number; before: number | null; after: number | null }
  | { kind: 'voicesSign'; kept: number; of: number }

/** How many accounts are tried out singly: those that people talk with most. */
const mostSingly = 3

/** What changes if: keep one of them, close only those that nobody uses, let every named voice sign where its account joins. */
export function switches(all: readonly AccountFacts[], going: readonly Going[], assuming: Assuming): Switch[] {
  const talk = talkIn(all, going)
  const shareOf = (set: readonly Going[]): number | null => lossOf(all, set, assuming).amounts[talk].share
  const { goes } = parted(all, going)
  const before = shareOf(going)
  const most = goes
    .filter((a) => (a[talk] ?? 0) > 0)
    .toSorted((a, b) => (b[talk] ?? 0) - (a[talk] ?? 0))
    .slice(0, mostSingly)
  const unused = new Set(goes.filter(isUnused).map((a) => a.id))
  const { voices } = lossOf(all, going, { voicesSign: true })
  return [
    ...most.map(
      (a): Switch => ({
        kind: 'keep',
        accountId: a.id,
        before,
        after: shareOf(going.filter((g) => g.accountId !== a.id)),
      }),
    ),
    ...(unused.size > 0 && unused.size < goes.length
      ? [
          {
            kind: 'onlyUnused' as const,
            accounts: unused.size,
            before,
            after: shareOf(going.filter((g) => unused.has(g.accountId))),
          },
        ]
      : []),
    ...(voices.going.length > 0
      ? [
          {
            kind: 'voicesSign' as const,
            kept: voices.going.length - voices.lost.length,
            of: voices.going.length,
          },
        ]
      : []),
  ]
}
