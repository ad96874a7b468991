import type { z } from 'zod'
import type { decisionKind, onePost, stage } from '../../../posting/post.contract.ts'
import type { IconName } from '../../parts/icon.tsx'
import type { State } from '../../parts/state-mark.tsx'
import { Count, count, plural } from '../../say.ts'

export type Whole = z.output<typeof onePost.output>
export type Delivery = Whole['deliveries'][number]
export type Stage = z.output<typeof stage>

/** How a delivery is drawn: shape and tone of its state; what is being taken down is drawn as that. */
export const markOf = (d: Pick<Delivery, 'state' | 'removal'>): State => {
  if (d.removal === 'gone') return 'withdrawn'
  if (d.removal !== null && d.state === 'sent') return 'checking'
  const marks: Readonly<Record<Delivery['state'], State>> = {
    waiting: 'waiting',
    sending: 'sending',
    sent: 'live',
    checking: 'checking',
    refused: 'refused',
    'needs-person': 'needsPerson',
    held: 'held',
    withdrawn: 'withdrawn',
  }
  return marks[d.state]
}

const removals: Readonly<Record<NonNullable<Delivery['removal']>, string>> = {
  asked: 'To be removed',
  removing: 'Being removed',
  checking: 'Removed. Checking that it is gone',
  gone: 'Gone, seen gone',
}

/** The state in words; never says live or gone where the network was not asked. */
export const stateOf = (d: Pick<Delivery, 'state' | 'stateWords' | 'removal'>): string =>
  d.removal !== null && (d.state === 'sent' || d.state === 'withdrawn') ? removals[d.removal] : d.stateWords

const allGone = (d: Delivery): boolean => d.removal === 'gone' || d.state === 'withdrawn'

/** Where it is now, and whether a person has to act: the most pressing first. */
export const recordHeading = (post: Pick<Whole, 'stage' | 'deliveries' | 'whenWords' | 'dueAt'>): string => {
  // What was taken back before it left, and went out anew, is no longer a place.
  const kept = post.deliveries.filter((d) => d.state !== 'withdrawn' || d.sentAt !== null)
  const all = kept.length > 0 ? kept : post.deliveries
  if (post.stage === 'draft') return 'This is a draft'
  if (post.stage === 'sentBack') return 'This was sent back to its author'
  if (post.stage === 'asked') return 'This waits for approval'
  if (post.stage === 'discarded') return 'This was put away. Nothing went out'
  const n = (...states: Delivery['state'][]) => all.filter((d) => states.includes(d.state)).length
  const places = (k: number) => (k === all.length && k > 1 ? 'everywhere' : `in ${count(k)} ${plural(k, 'place')}`)
  const [person, refused, held] = [n('needs-person'), n('refused'), n('held')]
  if (all.length === 0) return 'This is released. Nothing is on its way yet'
  if (person > 0) return `We cannot tell whether it is live ${places(person)}. A person has to look`
  if (refused > 0) return `It was refused ${places(refused)}. ${rest(all, 'refused')}`
  if (held > 0) return `It is held ${places(held)}. ${rest(all, 'held')}`
  if (all.every(allGone))
    return all.some((d) => d.sentAt) ? 'It is down everywhere' : 'It was withdrawn. Nothing went out'
  const removing = all.filter((d) => d.removal !== null && d.removal !== 'gone').length
  if (removing > 0) return `It is being taken down ${places(removing)}`
  const [checking, sending, waiting] = [n('checking'), n('sending'), n('waiting')]
  if (checking > 0) return `It is sent. ${Count(checking)} ${plural(checking, 'place is', 'places are')} being checked`
  if (sending > 0) return 'It is being sent'
  const live = all.filter((d) => d.state === 'sent' && d.removal === null).length
  if (waiting > 0 && live === 0) return post.dueAt === null ? 'It goes out now' : `It goes out ${post.whenWords}`
  if (waiting > 0) return `It is live in ${live} of ${all.length} places`
  return `It is live ${places(live)}`
}

const rest = (all: readonly Delivery[], but: Delivery['state']): string => {
  const live = all.filter((d) => d.state === 'sent' && d.removal === null).length
  if (live > 0) return `It is live in ${live} of ${all.length}`
  return all.every((d) => d.state === but) ? 'Nothing is live' : 'The rest is on its way'
}

export const lifeIcons: Readonly<Record<Whole['life'][number]['icon'], IconName>> = {
  written: 'write',
  checked: 'rules',
  asked: 'hand',
  decided: 'approve',
  sent: 'sent',
  back: 'back',
  reply: 'reply',
  corrected: 'write',
  down: 'standDown',
  looked: 'find',
}

const kinds: Readonly<Record<z.output<typeof decisionKind>, string>> = {
  approve: 'approved it',
  refuse: 'refused it',
  sendBack: 'sent it back',
  override: 'let a finding stand',
  releaseAtOnce: 'released it at once',
  reviewAfterwards: 'looked at it afterwards',
  withdraw: 'withdrew it',
  reopen: 'took it back',
}

export const recordWords = {
  reading: 'The record is being read',
  failed: 'We cannot show the record now',
  path: 'Posts',
  lede: {
    by: (who: string) => `By ${who}`,
    inName: (who: string) => `, in the name of ${who}`,
    noOne: 'No person needs to act.',
    someone: 'Somebody has to act.',
    looks: 'Somebody still looks at it afterwards.',
  },
  acts: {
    write: 'Change the words',
    approve: 'Read and decide',
    withdraw: 'Withdraw…',
    correct: 'Correct in the open…',
    reopen: 'Take it back…',
    discard: 'Put it away…',
  },
  places: {
    heading: 'In each place',
    note: 'Each line is one delivery. Sent at most once; “live” and “gone” only after the network was asked.',
    none: 'Nothing is on its way. Places appear here when it is released.',
    account: 'Account',
    state: 'State',
    due: 'Due',
    said: 'What happened',
    proof: 'Proof',
    receipts: 'Receipts',
    caption: 'Each place, and where it stands',
    next: (at: string) => `We look again at ${at}.`,
    notYet: 'Nothing was sent yet.',
    sent: (at: string) => `Sent ${at}.`,
  },
  receipts: {
    heading: (handle: string) => `Receipts for ${handle}`,
    piece: (n: number) => `Piece ${n}`,
    exact: 'Exactly these words',
    id: 'Number there',
    address: 'Address there',
    sentAt: 'Sent',
    removedAt: 'Removed',
    none: 'Not sent',
    attempts: 'Every attempt',
    noAttempts: 'Nothing was tried yet.',
    act: { send: 'Sent', look: 'Looked', remove: 'Removal asked' },
    open: 'no end yet',
    close: 'Close',
  },
  life: { heading: 'Its whole life', note: (n: number) => `${n} ${plural(n, 'entry', 'entries')}` },
  said: {
    heading: 'What was said',
    versions: (n: number) => `${n} ${plural(n, 'version')}`,
    which: 'Version',
    version: (n: number, at: string) => `Version ${n}, ${at}`,
    draft: 'As it stands, not frozen yet',
    sum: 'Check sum',
    alt: 'Alt text',
    changed: (n: number) => `Changed since version ${n}`,
  },
  decisions: {
    heading: 'What was decided',
    none: 'Nothing was decided yet.',
    did: (kind: z.output<typeof decisionKind>) => kinds[kind],
    about: (n: number) => `version ${n}`,
    past: 'no longer counts',
    asRole: (role: string) => `as ${role}`,
  },
  fallen: {
    what: 'Something that this stands on has changed.',
    asked: 'Put it right before it is approved, or send it back.',
    released:
      'Due like this, it is held and nothing is sent. Put it right in the register, or take the post back and ask again.',
  },
  corrects: { this: 'This corrects', reason: (r: string) => `Reason: ${r}`, by: 'Corrected by' },
  stageWords: {
    draft: 'Draft',
    asked: 'Waits for approval',
    sentBack: 'Sent back',
    released: 'Released',
    discarded: 'Put away',
  } satisfies Record<Stage, string>,
  afterlook: {
    heading: 'Looked at afterwards',
    why: {
      lowRisk: 'Released by a trusted contributor without a second person, and among those that somebody looks at.',
      emergency: 'Released at once, because a life was in danger.',
    },
    due: (at: string) => `Somebody looks at it by ${at}.`,
    done: (who: string, at: string) => `${who} looked at it, ${at}.`,
    verdict: { inOrder: 'In order', learn: 'Something to learn', withdraw: 'It comes down' },
    ask: 'What do you think of it?',
    words: 'What is to be learnt, or why it comes down',
    missing: 'Say it in a sentence: its author will read it.',
    act: 'Record what you think',
    actDown: 'Record it, and take the post down',
  },
  withdraw: {
    heading: 'Withdraw this post?',
    body: 'What waits does not go out. What is live is asked to be removed, and looked at until it is gone. A copy and your reason are kept.',
    label: 'Why it is withdrawn',
    missing: 'Say why in a sentence: it is kept with the record.',
    act: (n: number) => `Withdraw it in ${n} ${plural(n, 'place')}`,
  },
  correct: {
    heading: 'Correct this in the open?',
    body: 'The first post stays. A correction is written beside it and goes through the rules and approval like any other.',
    label: 'What was wrong',
    missing: 'Say what was wrong: the correction carries the reason.',
    act: 'Begin the correction',
  },
  reopen: {
    heading: 'Take this back to a draft?',
    body: 'Nothing of it has left. Its approval ends, and nothing goes out until it is approved again.',
    label: 'Why it is taken back',
    missing: '',
    act: 'Take it back',
  },
  discard: {
    heading: 'Put this away?',
    body: 'It cannot be changed or asked for again. Its words are kept.',
    label: '',
    missing: '',
    act: 'Put it away',
  },
} as const
