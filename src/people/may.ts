import { type About, type Act, type PlainAct, plain } from './act.ts'
import type { Role } from './role.ts'

/** Who asks. `personId` is null for the product itself (then only the acts marked `product` are allowed); without a force it is nobody. */
export type Asking = { forceId?: string; personId: string | null; roles: readonly string[] }

/** The facts that an act takes: none, or one shape. */
type Facts<A extends Act> = About[A] extends null ? [] : [about: About[A]]

type Rule<A extends Act> = {
  /** `anyone`: everybody who is signed in. Otherwise one of these roles is needed. */
  roles: readonly Role[] | 'anyone'
  /** The product itself may do it: a job, the first run, the demo's beginning. */
  product?: true
  /** With the role: what else must be true. */
  when?: (asking: SignedIn, ...about: Facts<A>) => boolean
  /** Without the role: what lets a person do it all the same. */
  or?: (asking: SignedIn, ...about: Facts<A>) => boolean
}

type SignedIn = { personId: string; roles: readonly string[] }

const communications = ['headOfCommunications', 'corporateCommunications', 'communicationsOfficer'] as const
const writers = [
  ...communications,
  'deskAgent',
  'accountHolder',
  'contributor',
  'supervisor',
  'chiefOfficer',
  'staffOfficer',
  'sio',
  'oic',
  'gold',
  'welshLanguageOfficer',
] as const
/** Who sits at the desk, whatever the account. */
const desk = [...communications, 'deskAgent', 'supervisor', 'gold'] as const
const approvers = [...communications, 'supervisor', 'gold', 'sio', 'oic'] as const

const wrote = (asking: SignedIn, about: { authorId: string }) => asking.personId === about.authorId
const someoneElseWrote = (asking: SignedIn, about: { authorId: string }) => !wrote(asking, about)
const mayWrite = (asking: SignedIn) => writers.some((role) => asking.roles.includes(role))

const inAName = (about: About['approve']) => about.speaksForId !== null && about.speaksForId !== about.authorId

/** Words in another person's name need their consent; and a supervisor approves only where they belong. */
const mayApprove = (asking: SignedIn, about: About['approve']): boolean => {
  const onlySupervises = !approvers.some((role) => role !== 'supervisor' && asking.roles.includes(role))
  const belongs = !(onlySupervises && about.isContributor === false)
  return someoneElseWrote(asking, about) && belongs && (!inAName(about) || about.hasConsent === true)
}

/** Whoever it speaks for releases it, whatever their role, as long as they may write at all. */
const speaksThemselves = (asking: SignedIn, about: About['approve']): boolean =>
  someoneElseWrote(asking, about) && asking.personId === about.speaksForId && mayWrite(asking)

/** Every permission of the product. A role that is not named here may not. */
const rules: { readonly [A in Act]: Rule<A> } = {
  seeEverything: { roles: 'anyone', product: true },
  seeAudit: {
    roles: [
      'productOwner',
      'informationAssetOwner',
      'headOfCommunications',
      'informationManager',
      'informationSecurity',
      'professionalStandards',
      'reviewer',
    ],
  },

  changePeople: { roles: ['productOwner'], product: true },
  confirmRole: {
    roles: ['productOwner', 'headOfCommunications'],
    when: (asking, about) => asking.personId !== about.byId && asking.personId !== about.personId,
  },
  endPeople: { roles: ['productOwner', 'headOfCommunications', 'informationSecurity'] },
  changeForceSettings: { roles: ['productOwner', 'headOfCommunications'], product: true },
  changeRules: { roles: ['productOwner', 'headOfCommunications'] },
  changeObjectives: { roles: ['productOwner', 'headOfCommunications', 'corporateCommunications'] },
  changeRegister: { roles: ['productOwner', 'headOfCommunications', 'corporateCommunications'] },
  askForAccount: { roles: [...writers, 'productOwner', 'trainer'] },
  decideAccount: {
    roles: ['headOfCommunications', 'corporateCommunications'],
    when: (asking, about) => asking.personId !== about.askedById,
  },
  recordTraining: {
    roles: ['productOwner', 'headOfCommunications', 'corporateCommunications', 'trainer'],
    when: (asking, about) => asking.personId !== about.personId,
  },
  grantContributor: { roles: ['headOfCommunications', 'corporateCommunications'] },
  giveKeys: {
    roles: ['productOwner', 'headOfCommunications', 'corporateCommunications', 'accountHolder', 'informationSecurity'],
  },

  writeOn: { roles: writers, when: (_, about) => about.isContributor && about.contributorCurrent },
  speakOn: { roles: writers, when: (_, about) => about.signs && about.contributorCurrent },
  releaseAtOnce: {
    roles: writers,
    when: (_, about) => about.isTrusted && (about.outcome === 'clear' || about.outcome === 'advise'),
  },
  releaseEmergency: { roles: [...communications, 'chiefOfficer', 'gold'] },

  approve: { roles: approvers, when: mayApprove, or: speaksThemselves },
  decideFinding: {
    roles: 'anyone',
    when: (asking, about) =>
      someoneElseWrote(asking, about) && about.decidedBy.some((role) => asking.roles.includes(role)),
  },
  sendBack: { roles: [...approvers, 'chiefOfficer'], when: someoneElseWrote },
  withdraw: {
    roles: [...communications, 'supervisor', 'gold', 'sio', 'oic', 'chiefOfficer'],
    or: (asking, about) => wrote(asking, about) && mayWrite(asking),
  },
  correct: { roles: communications, or: (asking, about) => wrote(asking, about) && mayWrite(asking) },
  afterlook: { roles: [...communications, 'supervisor', 'gold'], when: someoneElseWrote },

  /** Stopping is open to more people than starting again. */
  placeHold: {
    roles: [...communications, 'supervisor', 'deskAgent', 'chiefOfficer', 'gold', 'sio', 'informationSecurity'],
  },
  releaseHold: { roles: [...communications, 'gold'] },
  settleDelivery: { roles: communications },
  settleAlarm: { roles: [...communications, 'deskAgent', 'productOwner', 'informationSecurity'], product: true },

  playPublic: { roles: ['trainer'] },
  makeFaults: { roles: ['trainer', 'productOwner'] },

  readDesk: {
    roles: [...desk, 'sio', 'oic', 'informationManager', 'professionalStandards'],
    or: (asking, about) => about.belongs && mayWrite(asking),
  },
  workDesk: { roles: desk, or: (asking, about) => about.belongs && mayWrite(asking) },
  readRestricted: { roles: ['deskAgent', 'headOfCommunications', 'communicationsOfficer', 'sio', 'oic', 'gold'] },
  moderate: { roles: desk },
  decideAppeal: {
    roles: [...communications, 'supervisor', 'gold'],
    when: (asking, about) => asking.personId !== about.byId,
  },
  changeLines: { roles: communications },
  changeDuty: { roles: [...communications, 'supervisor'] },
  changeDesk: { roles: ['productOwner', 'headOfCommunications', 'corporateCommunications'] },
  exportSubject: { roles: ['informationManager'] },
  askPublic: { roles: [...communications, 'supervisor'] },
  runSurge: { roles: [...communications, 'deskAgent', 'supervisor', 'gold'] },
  importArchive: { roles: ['productOwner', 'headOfCommunications', 'corporateCommunications'] },
  readFollowers: { roles: ['productOwner', ...communications] },
  recordLocalReach: { roles: ['productOwner', ...communications] },
  countMeasures: { roles: ['productOwner', ...communications], product: true },
  sayWhyDiffers: { roles: ['productOwner', ...communications, 'supervisor'] },
  listOfficials: { roles: ['productOwner', 'headOfCommunications', 'corporateCommunications'] },
  compareForces: { roles: ['inspector'] },
  letInspectorsCompare: { roles: ['productOwner', 'headOfCommunications'] },
  planAccounts: { roles: ['productOwner', 'headOfCommunications', 'corporateCommunications'] },
  deletePlan: { roles: ['headOfCommunications', 'corporateCommunications'], or: (_, about) => about.made },
  carryOut: { roles: ['headOfCommunications', 'corporateCommunications'], or: (_, about) => about.answers },

  runReview: { roles: ['headOfCommunications', 'corporateCommunications'] },
  decideReview: { roles: ['headOfCommunications', 'corporateCommunications'], when: (_, about) => !about.own },
  changeCriteria: { roles: ['headOfCommunications', 'corporateCommunications'] },
  giveVoice: { roles: communications, or: (_, about) => about.belongs && about.side === 'people' },
  askSecondLook: { roles: 'anyone', when: (_, about) => about.belongs },
  waiveSecondLook: { roles: 'anyone', when: (_, about) => about.owns },
  decideSecondLook: {
    roles: ['headOfCommunications', 'informationAssetOwner', 'gold'],
    when: (asking, about) => !about.own && asking.personId !== about.decidedById && asking.personId !== about.askedById,
  },
}

const namesOf = <T extends object>(table: T): Extract<keyof T, string>[] => {
  const names: Extract<keyof T, string>[] = []
  for (const name in table) names.push(name)
  return names
}

/** Every act, in the order of the table. */
export const acts: readonly Act[] = namesOf(rules)
export const plainActs: readonly PlainAct[] = acts.filter(plain)

/** Whether this one may do this; the only place that says so. Acts that hang on facts take them as the third argument. */
export function may<A extends Act>(asking: Asking, act: A, ...about: Facts<A>): boolean {
  const rule: Rule<A> = rules[act]
  const { personId, roles } = asking
  if (personId === null) return rule.product === true && asking.forceId !== ''
  const signedIn = { personId, roles }
  const hasRole = rule.roles === 'anyone' || rule.roles.some((role) => roles.includes(role))
  return (hasRole && (rule.when?.(signedIn, ...about) ?? true)) || (rule.or?.(signedIn, ...about) ?? false)
}
