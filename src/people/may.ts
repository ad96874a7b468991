import type { Role } from './role.ts'

/** Who asks. `personId` is null for the product itself (then only the acts marked `product` are allowed); without a force it is nobody. */
export type Asking = { forceId?: string; personId: string | null; roles: readonly string[] }

type Outcome = 'clear' | 'advise' | 'needsApproval' | 'block'

/** What has to be known to answer, act by act; `null` where the roles alone decide. */
export type About = {
  seeEverything: null
  changePeople: null
  /** A role that another person asked for or gave alone; nobody confirms what they asked for, or what they are to hold. */
  confirmRole: { byId: string; personId: string }
  endPeople: null
  changeForceSettings: null
  changeObjectives: null
  changeRegister: null
  askForAccount: null
  /** `askedById`: nobody decides about what they asked for. */
  decideAccount: { askedById: string }
  /** Nobody records their own training; an agreement is given by oneself. */
  recordTraining: { personId: string }
  giveKeys: null
  grantContributor: null
  /** A contributor of this very account, whose training and consent are in date. */
  writeOn: { isContributor: boolean; contributorCurrent: boolean }
  /** Whether words may go out there in the asking one's own name: not where they only draft. */
  speakOn: { signs: boolean; contributorCurrent: boolean }
  releaseAtOnce: { isTrusted: boolean; outcome: Outcome }
  releaseEmergency: null
  /**
   * `speaksForId`: in whose name it goes out, null for nobody's. `hasConsent`: that person lets the asking one, or the author, release in their name.
   * `isContributor`: the asking one belongs to the account; leave it out where that is not known.
   */
  approve: { authorId: string; speaksForId: string | null; hasConsent?: boolean; isContributor?: boolean }
  /** `decidedBy`: the roles that the finding names. */
  decideFinding: { decidedBy: readonly string[]; authorId: string }
  sendBack: { authorId: string }
  withdraw: { authorId: string }
  correct: { authorId: string }
  afterlook: { authorId: string }
  placeHold: null
  releaseHold: null
  settleDelivery: null
  settleAlarm: null
  playPublic: null
  makeFaults: null
  seeAudit: null
  changeRules: null
  /** `belongs`: a contributor of this very account, whose place and training are in date. */
  readDesk: { belongs: boolean }
  workDesk: { belongs: boolean }
  /** Intelligence from the public: role alone, wherever it came in. */
  readRestricted: null
  moderate: null
  /** Somebody else than who moderated. */
  decideAppeal: { byId: string }
  changeLines: null
  changeDuty: null
  changeDesk: null
  exportSubject: null
  askPublic: null
  runSurge: null
  importArchive: null
  countMeasures: null
  sayWhyDiffers: null
  listOfficials: null
}

export type Act = keyof About

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
  countMeasures: { roles: ['productOwner', ...communications], product: true },
  sayWhyDiffers: { roles: ['productOwner', ...communications, 'supervisor'] },
  listOfficials: { roles: ['productOwner', 'headOfCommunications', 'corporateCommunications'] },
}

/** The acts that roles alone decide. */
export type PlainAct = { [A in Act]: About[A] extends null ? A : never }[Act]

const isPlain: { readonly [A in Act]: About[A] extends null ? true : false } = {
  seeEverything: true,
  seeAudit: true,
  changePeople: true,
  confirmRole: false,
  endPeople: true,
  changeForceSettings: true,
  changeRules: true,
  changeObjectives: true,
  changeRegister: true,
  askForAccount: true,
  decideAccount: false,
  recordTraining: false,
  grantContributor: true,
  giveKeys: true,
  writeOn: false,
  speakOn: false,
  releaseAtOnce: false,
  releaseEmergency: true,
  approve: false,
  decideFinding: false,
  sendBack: false,
  withdraw: false,
  correct: false,
  afterlook: false,
  placeHold: true,
  releaseHold: true,
  settleDelivery: true,
  settleAlarm: true,
  playPublic: true,
  makeFaults: true,
  readDesk: false,
  workDesk: false,
  readRestricted: true,
  moderate: true,
  decideAppeal: false,
  changeLines: true,
  changeDuty: true,
  changeDesk: true,
  exportSubject: true,
  askPublic: true,
  runSurge: true,
  importArchive: true,
  countMeasures: true,
  sayWhyDiffers: true,
  listOfficials: true,
}
const plain = (act: Act): act is PlainAct => isPlain[act]

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
