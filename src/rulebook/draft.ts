/**
 * The shape that every rule reads. The room that asks (posting, the editor, a profile page) fills this shape in; nothing here knows of
 * tables. Every list may be empty and every `null` means "there is none", never "not known".
 */

export type Language = 'en' | 'cy'
export type Jurisdiction = 'englandWales' | 'scotland' | 'northernIreland'
type Intent = 'inform' | 'engage' | 'appeal'
export type AccountClass =
  | 'corporate'
  | 'contactDesk'
  | 'district'
  | 'neighbourhood'
  | 'specialist'
  | 'campaign'
  | 'individual'
  | 'chiefOfficer'
type AccountStatus = 'proposed' | 'live' | 'underReview' | 'closing' | 'closed' | 'unofficial'

/**
 * One stretch of the author's own words, without the signature. `field` is unique in the draft and comes back in each finding
 * ('words', 'words:cy', 'words/1', 'words:<accountId>' …); rules never take it apart. Pieces of a thread are separate
 * entries in order. Texts with the same `accountId` and `language` form one thread. `accountId` null is the common text: it goes
 * to every target that has no text of its own.
 */
export type DraftText = { field: string; text: string; language: Language; accountId: string | null }

/**
 * A picture as it will be published. `field` names its alt text in findings ('alt:0'). Give a second language as a second entry
 * with its own field. `locationInFile` is true while the bytes still say where it was taken.
 */
type DraftPicture = { field: string; alt: string; language: Language; locationInFile: boolean }

/** A signature in force on an account, whose it is, as it will be published: 'ACC TH:'. */
type DraftSignature = { signature: string; personId: string }

/** Length at one target, counted by the network's own way with signature and links. `unit` is for people: 'characters'. */
export type DraftLimit = {
  max: number | null
  unit: string
  pieces: readonly { field: string; count: number }[]
  altMax: number | null
}

export type DraftTarget = {
  accountId: string
  /** How people say it: 'Westport Central'. */
  name: string
  handle: string
  /** Name of the network for people; no rule may decide by it. */
  network: string
  class: AccountClass
  kind: 'single' | 'collective'
  status: AccountStatus
  /** Who looks at replies: day and night, at the moment it goes out, or nobody then. */
  watched: 'always' | 'atPublish' | 'no'
  /** What will be added to the words, and whose it is; null when nothing is added. */
  signature: DraftSignature | null
  /** The other signatures in force on the account on that day (the person's own other styles too). */
  otherSignatures: readonly DraftSignature[]
  limit: DraftLimit
  /** Messages on this account that mention a risk to somebody and that nobody has answered. */
  unansweredRisk: number
  contributor: { ok: true } | { ok: false; why: string }
  /** A hold in force when it goes out, in words: 'fatal collision, Eastby, until Mon 12 Oct'. */
  hold: { words: string } | null
}

export type Draft = {
  texts: readonly DraftText[]
  pictures: readonly DraftPicture[]
  targets: readonly DraftTarget[]
  author: { personId: string; name: string }
  /** A recorded consent: the author may release in this person's name up to this ISO instant. */
  delegation: { personId: string; until: string } | null
  /** ISO instant, and the wall clock of the force at that instant ('2026-10-07T08:00'). */
  publishAt: { instant: string; local: string }
  /** Wall-clock date of the latest change to the words ('2026-10-06'): what "tonight" meant to the author. */
  writtenOn: string
  /** False when a person presses "publish now". */
  scheduled: boolean
  isReply: boolean
  /** The fixed line that goes out by itself while nobody looks: nobody speaks in it. */
  isAutomatic: boolean
  intent: Intent
  objectiveId: string | null
  jurisdiction: Jurisdiction
  /** Telephone numbers and e-mail addresses that the force itself publishes, however written. */
  corporateNumbers: readonly string[]
  /** Handles on the register, with or without @. */
  ownHandles: readonly string[]
  /** Answers to the rules' questions, by question key. */
  answers: Readonly<Record<string, string>>
}

const OPEN_LIMIT: DraftLimit = { max: null, unit: 'characters', pieces: [], altMax: null }

/** A target in good order, for examples, tests and previews; state only what differs. */
export function sketchTarget(changes: Partial<DraftTarget> = {}): DraftTarget {
  return {
    accountId: 'westport',
    name: 'Westport Police',
    handle: '@WestportPolice',
    network: 'Practice',
    class: 'neighbourhood',
    kind: 'single',
    status: 'live',
    watched: 'always',
    signature: null,
    otherSignatures: [],
    limit: OPEN_LIMIT,
    unansweredRisk: 0,
    contributor: { ok: true },
    hold: null,
    ...changes,
  }
}

/** A draft in good order around these words, for examples, tests and previews; state only what differs. */
export function sketchDraft(words: string, changes: Partial<Draft> = {}): Draft {
  return {
    texts: [{ field: 'words', text: words, language: 'en', accountId: null }],
    pictures: [],
    targets: [sketchTarget()],
    author: { personId: 'leah', name: 'PC Leah Corrigan' },
    delegation: null,
    publishAt: { instant: '2026-10-06T13:00:00Z', local: '2026-10-06T14:00' },
    writtenOn: '2026-10-06',
    scheduled: false,
    isReply: false,
    isAutomatic: false,
    intent: 'inform',
    objectiveId: 'evening-break-ins',
    jurisdiction: 'englandWales',
    corporateNumbers: [],
    ownHandles: [],
    answers: {},
    ...changes,
  }
}
