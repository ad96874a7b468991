import type { Needs } from '../../../posting/post.ts'
import { asSentence } from '../../../posting/sentence.ts'
import { Count, count, plural } from '../../say.ts'
import { rolesWords } from '../refs.ts'
import type { Saving } from './saving.ts'

type Heading = { blank: boolean; troubles: number; needs: Needs | null; released: string | null; blocks: number }

/** What stops it, or what it is ready for. */
export const composeHeading = ({ blank, troubles, needs, released, blocks }: Heading): string => {
  if (blank) return 'Nothing is written yet'
  if (!needs) return 'The rules are being read'
  if (troubles > 0 && blocks > 0) return `${Count(troubles + blocks)} things must be settled before this can go out`
  if (troubles > 0) return `${Count(troubles)} ${plural(troubles, 'thing')} must be put right before this can go out`
  if (blocks > 0) return `${Count(blocks)} ${plural(blocks, 'thing')} must be decided before this can go out`
  if (needs.kind === 'blocked') return 'This cannot go out as it stands'
  if (needs.kind === 'publishAtOnce') return 'This is ready to go out'
  return released ? `This is ready for ${released} to release` : 'This is ready for approval'
}

/** Where the words are. */
export const savingWords = (saving: Saving, clock: (at: string) => string): string => {
  switch (saving.kind) {
    case 'untouched':
      return 'Nothing to save yet.'
    case 'saved':
      return `Saved ${clock(saving.at)}.`
    case 'waiting':
      return 'Not saved yet.'
    case 'saving':
      return 'Being saved.'
    case 'conflict':
      return 'Not saved: somebody else saved too.'
    case 'notSaved':
      return saving.here
        ? `Not saved since ${clock(saving.at)}. Your words are kept on this device.`
        : `Not saved since ${clock(saving.at)}, and this device keeps nothing. Copy your words before you leave.`
  }
}

/** A sentence within another: its first word gets a small letter, unless that is somebody’s or something’s name. */
const within = (sentence: string): string =>
  /^(It|This|These|There|They|The|That|You|Nothing|Nobody|Somebody|Only|One|Two|A|An|Choose|Piece|Pictures?|Alt|Words|Emoji)\b/.test(
    sentence,
  )
    ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence

type Checked = { rules: number; advice: number }

/** Left of the button: what will happen, and who is needed. */
export const whatHappens = (needs: Needs, { rules, advice }: Checked): string => {
  const few = needs.roles.length > 0 && needs.roles.length <= 3
  const who = few ? ` ${rolesWords(needs.roles)} may decide what the rules found.` : ''
  const checked = `${rules} rules checked, ${advice === 0 ? 'nothing found' : `${advice} advice`}.`
  switch (needs.kind) {
    case 'blocked':
      return asSentence(needs.detail)
    case 'publishAtOnce':
      return `No approval needed. ${checked}`
    case 'decision':
      return `Somebody else decides and approves; nothing goes out on its own.${who}`
    case 'approval':
      return `Somebody else reads exactly this and releases it; nothing goes out on its own.${who || ` ${checked}`}`
  }
}

export const composeWords = {
  reading: 'The draft is being read',
  failed: 'We cannot open the draft now',
  failedNew: 'We cannot open the writing page now',
  versions: 'Versions',
  close: 'Save draft and close',
  closePhone: 'Close, keeping the draft',
  saveNow: 'Save now',
  speaking: {
    region: 'Who speaks, and where',
    as: 'Speaking as',
    signed: 'signed',
    unsigned: 'no signature there',
    change: 'Change',
    changeHeading: 'Who speaks, and where',
    yourself: 'yourself',
    theyRelease: 'they release it',
    youRelease: (until: string) => `you may release it until ${until}`,
    done: 'Done',
    on: 'On',
    of: (chosen: number, all: number) => `${chosen} of the ${all} ${plural(all, 'account')} you contribute to`,
    none: 'You contribute to no account yet. Corporate communications can add you on the account’s page.',
    notSigning: (who: string) => `${who} does not contribute here`,
    drafting: 'no signature of theirs here: choose in whose name it goes out',
    notConnected: (network: string) => `${network} is not connected here`,
  },
  language: { label: 'Language of the words', en: 'English', cy: 'Cymraeg' },
  words: {
    piece: (language: string, n: number, of: number) => (of > 1 ? `${language}, ${n} of ${of}` : language),
    own: (label: string, handle: string) => `${label}, only for ${handle}`,
    counted: (n: number, of: number | null) => (of === null ? `${n}` : `${n} of ${of}`),
    signed: 'with your signature.',
    unsigned: 'characters.',
    longest: (n: number) => `Longest sentence ${n} words`,
    addPiece: 'Add a piece',
    removePiece: (n: number) => `Take out piece ${n}`,
    split: 'Split it for me',
    unsplittable: (part: string) => `“${part}” is too long by itself. Shorten it first.`,
    noThreads: (names: string) => `${names} joins the pieces into one post.`,
    ownFor: 'Other words for one account',
    ownBack: (handle: string) => `Use the common words on ${handle}`,
    ownChoose: 'Choose an account',
  },
  pictures: {
    add: 'Add a picture',
    another: 'Add another picture',
    kinds: 'JPEG, PNG or WebP.',
    alt: 'What the picture shows',
    altAside: '(alt text)',
    altCount: (n: number, of: number) => `${n} of ${of.toLocaleString('en-GB')}`,
    altMissing: 'Say what can be seen, for people who do not see it.',
    remove: 'Take out this picture',
    removed: (what: string) => `${what} removed`,
    nothingRemoved: 'Held nothing hidden',
    sending: (name: string, percent: number) => `${name}: ${percent} per cent received`,
    working: (name: string) => `${name}: being drawn anew`,
    again: 'Try again',
    away: 'Leave it out',
    goesWith: 'Goes with',
    piece: (n: number) => `Piece ${n}`,
    noAlt: 'Picture without words yet',
  },
  found: {
    failed: 'The rules could not be read here. The server checks all the same before anything goes out.',
    others: (n: number) => `${n} other rules checked, nothing found.`,
    all: (n: number) => `${n} rules checked, nothing found.`,
    see: 'See them',
    stops: 'What stops it',
    mayDecide: (who: string) => `${who} may decide.`,
    nobodyDecides: 'Nobody may let this stand.',
    why: 'Why?',
    less: 'Less',
    leave: 'Leave it',
    left: (n: number) => `${Count(n)} ${plural(n, 'piece')} of advice left as it is.`,
    showLeft: 'Show it again',
    answered: 'Answered',
    decided: 'Decided',
    decidedBy: (who: string, reason: string) => `${who}: “${reason}”`,
    changeAnswer: 'Answer again',
    said: (n: number) => (n === 0 ? 'Nothing found.' : `${Count(n)} ${plural(n, 'finding')}.`),
  },
  details: {
    objective: 'Objective it serves',
    none: 'None',
    priority: (area: string | null) => (area ? `local priority, ${area}` : 'local priority'),
    intent: 'What it is for',
    inform: 'Inform',
    engage: 'Engage',
    appeal: 'Appeal',
    when: 'When',
    now: 'As soon as it may',
    at: 'At a time',
    atLabel: 'Day and time',
    twice: 'Which of the two',
    earlier: 'The first, before the clocks go back',
    later: 'The second, after they have gone back',
    again: 'Look at it again',
    phone: 'Objective, time and the rest',
    atOnce: 'At once',
  },
  rationale: {
    heading: 'Why it may be released',
    note: 'What was found may only be decided by who leads the case. They read this first.',
    purpose: 'Policing purpose',
    lawful: 'Lawful',
    necessary: 'Necessary',
    proportionate: 'Proportionate',
  },
  looks: {
    heading: 'How it will look',
    none: 'Choose an account to see how it will look there.',
    thread: (n: number) => `${Count(n)} posts, one after the other.`,
  },
  conflict: {
    heading: 'Two people wrote at the same time',
    body: (by: string, at: string) => `${by} saved at ${at}, after you opened this. Nothing was overwritten.`,
    somebody: 'Somebody else',
    mine: 'Yours',
    theirs: (by: string) => `${by}`,
    takeMine: 'Keep your words',
    takeTheirs: 'Take theirs',
    hint: 'To put them together, copy what you need into your words below, then keep yours.',
  },
  kept: (at: string) => `Words that this device kept at ${at} were put back. They are not saved on the server yet.`,
  keptAway: 'Take what the server has',
  keptNew: 'Begin with nothing',
  askingEnded: 'You changed what was put before an approver, so that no longer counts. Ask again when it is ready.',
  waits: 'This waits for approval. Change it, and the asking ends.',
  sentBack: (who: string, reason: string) => `${who} sent it back: “${reason}”`,
  closed: 'This cannot be changed here',
  record: 'Open its record',
  send: {
    what: 'What happens:',
    rulesWait: 'The rules are being read',
    nothing: 'Write something first',
    notReady: (why: string) => `Not ready: ${within(why)}`,
    emergency: 'Threat to life…',
    confirm: (label: string) => `${label}?`,
    confirmBody: 'It leaves as soon as you say so.',
    cancel: 'Go back to the words',
    notSaved: 'It was not saved, so nothing was sent. Settle that first.',
    meanwhile: (says: readonly string[]) => `${says.join(' ')} Read it before you let this go on.`,
  },
  emergency: {
    heading: 'Release this now, because a life is in danger?',
    body: 'It goes out at once, whatever its time and without a second person. Somebody looks at it within four hours, and the reason is kept.',
    reason: 'Why it cannot wait',
    reasonMissing: 'Say in a sentence whose life is in danger and why it cannot wait.',
    act: (on: string) => `Release now ${on}`,
    on: (n: number) => `on ${n} ${plural(n, 'account')}`,
    blocked: (n: number) =>
      `${Count(n)} ${plural(n, 'thing')} the rules found ${plural(n, 'is', 'are')} blocked, even now.`,
    decide: (role: string) => `Why it may stand, as ${role}`,
    decideMissing: 'Say why it may stand.',
    notYou: (who: string) => `${who} decides this. Ring them; you cannot.`,
    notReady: (n: number) =>
      `Not ready: ${count(n)} ${plural(n, 'thing needs', 'things need')} a decision that is not yours`,
  },
  phone: { looks: 'How it will look' },
} as const
