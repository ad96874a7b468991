import { z } from 'zod'

/** What an account serves, in the order in which the register groups them. */
export const accountClasses = [
  'corporate',
  'contactDesk',
  'district',
  'neighbourhood',
  'specialist',
  'campaign',
  'chiefOfficer',
  'individual',
] as const
/** One voice, or several named officers who each sign. */
export const accountKinds = ['single', 'collective'] as const
export const accountStatuses = ['proposed', 'live', 'underReview', 'closing', 'closed', 'unofficial'] as const
/** Where the signature stands in what is published. */
export const signaturePlaces = ['prefix', 'suffix', 'none'] as const

export const accountClass = z.enum(accountClasses)
export const accountKind = z.enum(accountKinds)
export const accountStatus = z.enum(accountStatuses)
export const signaturePlace = z.enum(signaturePlaces)
/** What a place on an account lets its holder do: sign there, or only draft for those who sign. */
export const placeVoices = ['signs', 'drafts'] as const
export const placeVoice = z.enum(placeVoices)
export type PlaceVoice = z.output<typeof placeVoice>
export type AccountClass = z.output<typeof accountClass>
export type AccountKind = z.output<typeof accountKind>
export type AccountStatus = z.output<typeof accountStatus>
export type SignaturePlace = z.output<typeof signaturePlace>

/** Which move leads where. A move that is not listed under a status is refused. */
export const accountStages = {
  proposed: { approve: 'live', turnDown: 'closed' },
  live: { beginReview: 'underReview', beginClosing: 'closing' },
  underReview: { keep: 'live', beginClosing: 'closing' },
  closing: { keep: 'live', close: 'closed' },
  closed: {},
  unofficial: { adopt: 'live', leave: 'closed' },
} as const satisfies Record<AccountStatus, Readonly<Record<string, AccountStatus>>>

export const accountMoves = [
  'approve',
  'turnDown',
  'beginReview',
  'keep',
  'beginClosing',
  'close',
  'adopt',
  'leave',
] as const
export const accountMove = z.enum(accountMoves)
export type AccountMove = z.output<typeof accountMove>

/** Where the move leads from here; null when it is not possible from here. */
export const afterMove = (status: AccountStatus, move: AccountMove): AccountStatus | null => {
  const moves: Readonly<Partial<Record<AccountMove, AccountStatus>>> = accountStages[status]
  return moves[move] ?? null
}

/** Moves with a list of their own: an account is opened, and one that speaks is closed, step by step; whoever stops that list keeps it. */
const isByList = (status: AccountStatus, move: AccountMove): boolean =>
  move === 'approve' || move === 'beginClosing' || status === 'closing'

/** The moves that need a reason and nothing more. */
export const movesFrom = (status: AccountStatus): AccountMove[] =>
  accountMoves.filter((move) => !isByList(status, move) && afterMove(status, move) !== null)

/** Whether anything may be published there: an account that is closing still says goodbye. */
export const maySpeak = (status: AccountStatus): boolean =>
  status === 'live' || status === 'underReview' || status === 'closing'

/** Closed, or never in our hands. */
export const notOurs = ['closed', 'unofficial'] as const satisfies readonly AccountStatus[]
export const isOurs = (status: AccountStatus): boolean => !notOurs.some((other) => other === status)

export const classLabels: Readonly<Record<AccountClass, string>> = {
  corporate: 'Corporate',
  contactDesk: 'Contact desk',
  district: 'District',
  neighbourhood: 'Neighbourhood',
  specialist: 'Specialist',
  campaign: 'Campaign',
  chiefOfficer: 'Chief officer',
  individual: 'Individual',
}
export const kindLabels: Readonly<Record<AccountKind, string>> = { single: 'One voice', collective: 'Several officers' }
export const statusLabels: Readonly<Record<AccountStatus, string>> = {
  proposed: 'Proposed',
  live: 'Live',
  underReview: 'Under review',
  closing: 'Closing',
  closed: 'Closed',
  unofficial: 'Unofficial',
}
export const moveLabels: Readonly<Record<AccountMove, string>> = {
  approve: 'Open the account',
  turnDown: 'Turn the account down',
  beginReview: 'Begin a review',
  keep: 'Keep the account',
  beginClosing: 'Begin closing',
  close: 'Close the account',
  adopt: 'Adopt the account',
  leave: 'Leave it as it is',
}

/** What is wrong with an account's record, the most pressing first. */
export const accountFlags = [
  'noOwner',
  'ownerVacant',
  'ownerNew',
  'keysEnded',
  'keysMissing',
  'keysEndSoon',
  'noContributors',
  'trainingLapsed',
  'signatureClash',
  'noCover',
  'reviewOverdue',
] as const
export const accountFlag = z.enum(accountFlags)
export type AccountFlag = z.output<typeof accountFlag>

export const flagLabels: Readonly<Record<AccountFlag, string>> = {
  noOwner: 'No owner',
  ownerVacant: 'Nobody holds the office that owns it',
  ownerNew: 'The owner has changed and has not taken it over yet',
  keysEnded: 'Keys ended',
  keysMissing: 'Not connected',
  keysEndSoon: 'Keys end soon',
  noContributors: 'Nobody may write here',
  trainingLapsed: 'Training or agreement of somebody who writes here has ended',
  signatureClash: 'A signature cannot be renewed',
  noCover: 'No cover recorded',
  reviewOverdue: 'Review overdue',
}

/** What the flags are computed from. Instants; `keys` is null when none are kept, `needsKeys` false where none are needed. */
export type Standing = {
  status: AccountStatus
  owner: { officeId: string; holderId: string | null } | null
  ownerChangedAt: Date | null
  contributors: number
  /** How many with a place there may not write, because training or agreement has ended. */
  lapsed: number
  coverHours: number
  nextReviewAt: Date | null
  needsKeys: boolean
  keys: { state: 'working' | 'ended' | 'unknown'; endsAt: Date | null } | null
  signatureClash: boolean
}

const soon = 7 * 86_400_000

/** A closed or unofficial account needs no care of ours; a proposed one not yet. */
export const flagsOf = (s: Standing, now: Date): AccountFlag[] => {
  if (!maySpeak(s.status)) return []
  const endsAt = s.keys?.endsAt?.getTime() ?? null
  const is: Readonly<Record<AccountFlag, boolean>> = {
    noOwner: s.owner === null,
    ownerVacant: s.owner !== null && s.owner.holderId === null,
    ownerNew: s.owner !== null && s.owner.holderId !== null && s.ownerChangedAt !== null,
    keysEnded: s.needsKeys && (s.keys?.state === 'ended' || (endsAt !== null && endsAt <= now.getTime())),
    keysMissing: s.needsKeys && s.keys === null,
    keysEndSoon:
      s.needsKeys &&
      s.keys?.state !== 'ended' &&
      endsAt !== null &&
      endsAt > now.getTime() &&
      endsAt - now.getTime() <= soon,
    noContributors: s.contributors === 0,
    trainingLapsed: s.lapsed > 0,
    signatureClash: s.signatureClash,
    noCover: s.coverHours === 0,
    reviewOverdue: s.nextReviewAt !== null && s.nextReviewAt < now,
  }
  return accountFlags.filter((flag) => is[flag])
}
