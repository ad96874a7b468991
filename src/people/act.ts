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
  readFollowers: null
  recordLocalReach: null
  countMeasures: null
  sayWhyDiffers: null
  listOfficials: null
  /** Of an inspectorate: the figures of those forces that let it. */
  compareForces: null
  letInspectorsCompare: null
  planAccounts: null
  /** `made`: the asking one saved it. */
  deletePlan: { made: boolean }
  /** `answers`: the asking one answers for the step in question, by name or by the office that they hold. */
  carryOut: { answers: boolean }
  runReview: null
  /** `own`: the asking one owns or supervises the account; nobody decides about their own. */
  decideReview: { own: boolean }
  changeCriteria: null
  /** `belongs`: owns, supervises or writes on the account. What the public said is recorded by communications. */
  giveVoice: { belongs: boolean; side: 'people' | 'public' }
  askSecondLook: { belongs: boolean }
  /** `owns`: the asking one holds the office that owns the account. */
  waiveSecondLook: { owns: boolean }
  /** Somebody else than who decided, and than who asks, and not about their own account: `own` as in `decideReview`. */
  decideSecondLook: { decidedById: string; askedById: string; own: boolean }
}

export type Act = keyof About

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
  readFollowers: true,
  recordLocalReach: true,
  countMeasures: true,
  sayWhyDiffers: true,
  listOfficials: true,
  compareForces: true,
  letInspectorsCompare: true,
  planAccounts: true,
  deletePlan: false,
  carryOut: false,
  runReview: true,
  decideReview: false,
  changeCriteria: true,
  giveVoice: false,
  askSecondLook: false,
  waiveSecondLook: false,
  decideSecondLook: false,
}
/** Whether roles alone decide it. */
export const plain = (act: Act): act is PlainAct => isPlain[act]
