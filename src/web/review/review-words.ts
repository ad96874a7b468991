import type { z } from 'zod'
import { type Outcome, outcomeWords } from '../../review/outcome.ts'
import type { Loss } from '../../review/plan/loss.ts'
import type { RoundRow, reviewEndpoints } from '../../review/review.contract.ts'
import { Count, count, plural } from '../say.ts'

export type Rounds = z.output<typeof reviewEndpoints.rounds.output>
export type Review = z.output<typeof reviewEndpoints.one.output>

const accounts = (n: number): string => `${n.toLocaleString('en-GB')} ${plural(n, 'account')}`
const tally = (of: (outcome: Outcome) => number): string =>
  (['close', 'merge', 'adopt', 'improve', 'leaveAsPersonal', 'keep'] as const)
    .filter((o) => of(o) > 0)
    .slice(0, 3)
    .map((o) => `${of(o).toLocaleString('en-GB')} ${did[o]}`)
    .join(', ')
const did: Readonly<Record<Outcome, string>> = {
  close: 'to close',
  merge: 'to merge',
  adopt: 'to adopt',
  improve: 'to improve',
  leaveAsPersonal: 'to leave as personal',
  keep: 'to keep',
}

/** The answer of the list of rounds. */
export const roundsHeading = ({ rounds, countedAt }: Rounds): string => {
  const open = rounds.find((r) => r.endedAt === null)
  if (open) {
    const left = open.accounts - open.decided
    return left === 0
      ? `All ${accounts(open.accounts)} of ${open.name} are decided`
      : `${open.name}: ${open.decided.toLocaleString('en-GB')} of ${accounts(open.accounts)} decided`
  }
  if (rounds.length > 0) return 'No review is open'
  return countedAt === null ? 'No review yet, and nothing has been counted' : 'No account has been reviewed yet'
}

/** The answer of one round: how many accounts, what is recommended most, how far it is decided. */
export const roundHeading = (rows: readonly RoundRow[]): string => {
  if (rows.length === 0) return 'No account is in this round'
  const decided = rows.filter((r) => r.decided).length
  const found = tally((o) => rows.filter((r) => r.recommendation === o).length)
  const far =
    decided === 0
      ? 'None is decided yet'
      : decided === rows.length
        ? 'All are decided'
        : `${decided.toLocaleString('en-GB')} decided`
  return `${accounts(rows.length)}: ${found}. ${far}`
}

const whoWrites = (n: number): string =>
  n === 0 ? '' : ` ${Count(n)} ${plural(n, 'person writes', 'people write')} there`

/** The question of one review, or what became of it. */
export const reviewHeading = ({ review: r, people }: Pick<Review, 'review' | 'people'>): string => {
  const name = `“${r.name}”`
  if (r.looks.some((l) => l.result === null)) return `A second look at ${name} is asked for`
  const writes = whoWrites(people.filter((p) => p.writes).length)
  if (!r.decision) {
    const into = r.recommendedInto?.name ?? 'another account'
    const asks: Readonly<Record<Outcome, string>> = {
      keep: `Keep ${name}? ${Count(r.reasons.length)} ${plural(r.reasons.length, 'test')} ${r.reasons.length === 1 ? 'speaks' : 'speak'} for it`,
      improve: `Improve ${name}? ${Count(r.reasons.length)} ${plural(r.reasons.length, 'thing')} to mend`,
      merge: `Merge ${name} into ${into}?${writes}`,
      adopt: `Adopt ${name}? It talks with the public`,
      close: r.subject === 'lookAlike' ? `Ask the network to end ${name}?` : `Close ${name}?${writes}`,
      leaveAsPersonal: `Leave ${name} as personal?`,
    }
    return asks[r.recommendation]
  }
  const { outcome, into } = r.decision
  const done: Readonly<Record<Outcome, string>> = {
    keep: `${name} is kept`,
    improve: `${name} is kept, and to be improved`,
    merge: `${name} joins ${into?.name ?? 'another account'}`,
    adopt: `${name} is to be adopted`,
    close: r.subject === 'lookAlike' ? `The network is asked to end ${name}` : `${name} closes`,
    leaveAsPersonal: `${name} is left as personal`,
  }
  return done[outcome]
}

/** What the filled button of a decision says it will do. */
export const decideAct = (outcome: Outcome, people: readonly { name: string; rank: string }[]): string => {
  const first = people[0]
  const told = !first
    ? ''
    : people.length === 1
      ? ` and tell ${first.rank} ${first.name}`
      : ` and tell its ${count(people.length)} people`
  return `Record “${outcomeWords[outcome].toLowerCase()}”${told}`
}

export const reviewWords = {
  reading: 'Reading the reviews',
  failed: 'The reviews were not read',
  reviews: 'Reviews',
  roundsLede:
    'A round looks at every account by published criteria. It recommends; a named person decides, and somebody else looks again when its people ask.',
  begin: 'Begin a round',
  beginHeading: 'Begin a round over all accounts',
  beginName: 'What it is called',
  beginNameHint: 'As in “Account plan, autumn 2026”. The evidence is frozen as it was counted last.',
  beginAct: 'Freeze the evidence and begin',
  beginShort: 'Write at least three letters.',
  notCounted: 'Nothing has been counted yet. The measures are counted every night.',
  criteria: 'Criteria',
  criteriaAbout: 'The tests that recommend, and where each line comes from.',
  plans: 'Plans',
  plansAbout: 'What would be lost if accounts went. Nothing happens by trying.',
  carryingOut: 'Carrying out',
  carryingOutAbout: 'Accounts that are being closed or adopted, step by step.',
  allRounds: 'Rounds',
  none: 'A round freezes what was counted, gives each account a scorecard and a recommendation, and keeps what is decided and why.',
  round: 'Round',
  evidence: 'Evidence',
  recommended: 'Recommended',
  decided: 'Decided',
  ended: (day: string) => `Ended ${day}`,
  open: 'Open',
  looks: (n: number) => `${n} ${plural(n, 'second look')} waiting`,
  weeks: (from: string, to: string) => `${from} to ${to}`,
  lede: (frozen: string, version: number) =>
    `Evidence frozen ${frozen}, 13 weeks. ${version === 0 ? 'Criteria as we propose them' : `Criteria of the force, version ${version}`}.`,
  wouldLose: 'What it would lose',
  endRound: 'End the round',
  endHeading: 'End the round',
  endLeft: (n: number) =>
    `${Count(n)} ${plural(n, 'account is', 'accounts are')} not decided. Nothing happens to ${n === 1 ? 'it' : 'them'}.`,
  endAll: 'Everything is decided. What was decided changes afterwards only by a second look.',
  endAct: 'End this round',
  csv: 'Round as CSV',
  find: 'Find in this round',
  class: 'Class',
  anyClass: 'Every class',
  stage: 'How far',
  anyStage: 'All of them',
  stages: {
    undecided: 'Not decided',
    decided: 'Decided',
    otherwise: 'Decided otherwise than recommended',
    lookWaits: 'A second look waits',
    toBegin: 'List not begun',
  },
  anyRecommended: 'Everything',
  caption: 'Accounts of this round',
  account: 'Account',
  because: 'Because',
  more: (n: number) => `and ${n} more`,
  notDecided: 'Not yet',
  closedSince: 'Has closed since',
  nothingLeft: 'It has closed since the evidence was frozen, so nothing is left to decide about it.',
  into: (name: string) => `into ${name}`,
  wouldJoin: (name: string) => `Would join ${name}`,
  onDay: (day: string) => `on ${day}`,
  lookWaits: 'Second look waits',
  voicesIn: (n: number) => `${n} ${plural(n, 'voice')} heard`,
  nothing: 'No account fits. Take a filter away.',
  ofGroup: (n: number, decided: number) => (decided === 0 ? String(n) : `${n}, ${decided} decided`),
  place: (n: number, of: number) => `${n} of ${of}`,
  previous: 'Previous',
  next: 'Next',
  record: 'What the record shows',
  againstMiddle: 'against the middle of its class',
  test: (version: number) => (version === 0 ? 'Test, as we propose' : `Test, criteria version ${version}`),
  thisAccount: 'This account',
  classMiddle: 'Class',
  readingHead: 'Reading',
  behind: 'Behind it',
  line: 'Stands out',
  marked: (outcome: string) => `Marked: why “${outcome}” is recommended.`,
  missing: (names: string) => `Nothing to measure: ${names}.`,
  rows: (n: number) => `${n.toLocaleString('en-GB')} ${plural(n, 'row')}`,
  posts: (n: number) => `${n.toLocaleString('en-GB')} ${plural(n, 'post')}`,
  register: 'register',
  voices: 'The voices of its people and its public',
  noVoices: 'Nobody has been heard yet. Ask its people before anything is decided.',
  sayVoice: 'Record a voice',
  voiceHeading: 'Record what somebody said',
  voiceSide: 'Who speaks',
  sides: { people: 'One of its people', public: 'Its public' },
  voiceWho: 'Who said it',
  voiceWhoHint:
    'An officer by rank and name. Of the public only what they are to us, as “a shopkeeper” or “one of 61 replies”.',
  voiceWords: 'In their words',
  voiceOn: 'On which day',
  voiceAct: 'Record it',
  short: 'Write at least three letters.',
  goes: 'If it goes, this goes',
  goesNote: 'in 13 weeks; followers as known last',
  followers: ({ onlyThese, exactly }: Loss) =>
    exactly
      ? `followers, of whom ${onlyThese.toLocaleString('en-GB')} follow no other account of ours`
      : `followers, of whom about ${onlyThese.toLocaleString('en-GB')} follow no other police account (an estimate)`,
  unknownFollowers: 'followers: no network has told us',
  saidThere: {
    conversations: (known: boolean) =>
      known ? 'public conversations' : 'public conversations: nothing is heard of it here',
    replies: (known: boolean) =>
      known ? 'replies to the public' : 'replies to the public: none of its posts is in the archive',
  },
  voicesGo: (of: number) => `of ${of.toLocaleString('en-GB')} named voices that then sign nowhere`,
  voicesKept: 'named voices are lost: who signs there signs elsewhere too',
  nobodySigns: 'named voices are lost: nobody signs there',
  areas: (names: string) => (names === '' ? 'places are left without an account' : `left without an account: ${names}`),
  objectivesGo: (names: string) => (names === '' ? 'objectives are left uncovered' : `uncovered: ${names}`),
  begins: { closing: 'Closing plan', adoption: 'Adoption plan' },
  beginsNote: 'begins when you record the decision',
  decision: 'Decision',
  recommendedAs: 'Recommended:',
  byTests: 'by the tests',
  choose: 'What becomes of it',
  intoLabel: 'Into',
  onLabel: { goes: 'On', again: 'Look again on' },
  reasonLabel: 'Reason, kept with the decision and shown to its people',
  whyOther: 'Why not what is recommended',
  mayAsk: 'Its people may ask for a second look within 14 days. Somebody else decides that, not you.',
  decidedBy: (who: string, at: string) => `${who}, ${at}`,
  change: 'Decide otherwise',
  notYet: 'Not yet',
  mayNot: 'The head of communications or corporate communications decides this, never about an account of their own.',
  needs: {
    outcomeNotHere: 'Choose what becomes of it',
    intoWhere: 'Choose the account that it joins',
    dayNeeded: 'Choose the day, today or later',
    sayWhyOther: 'Say why not what is recommended',
    reason: 'Give the reason',
  },
  earlier: 'Decided before',
  second: 'Second look',
  askSecond: 'Ask for a second look',
  askUntil: (day: string) => `It may be asked for until ${day}.`,
  askHeading: 'Ask that somebody else looks again',
  askWhy: 'What should be looked at again',
  askAct: 'Ask for a second look',
  lookAgain: 'Look again',
  lookHeading: 'What comes of the second look',
  stands: 'The decision stands',
  instead: 'Something else is decided',
  lookReason: 'What you found, told to its people',
  lookAct: 'Record the second look',
  asks: (who: string, at: string) => `${who} asked on ${at}`,
  results: { stands: 'The decision stands', changed: 'Decided otherwise' },
  waits: 'Waits for somebody who neither decided nor asks.',
  closesFrom: (day: string) =>
    `Its people may ask for a second look, so it does not close before ${day}, unless its owner says that nobody needs one.`,
  waive: 'Nobody needs a second look',
  waiveHeading: 'Say that nobody needs a second look?',
  waiveBody:
    'Then it closes on the day that was decided. Whoever writes there can still ask until it is closed. It is kept with your name.',
  waived: (who: string, at: string) => `${who} said on ${at} that nobody needs a second look.`,
  notBegun: {
    closing: 'Nobody has begun the list by which it closes',
    adoption: 'Nobody has begun the list by which it is adopted',
  },
  beginUntil: (day: string) => `Somebody of communications begins it by ${day}; after that an alarm rings.`,
  beginList: 'Begin its list',
  beginListHeading: (name: string) => `Begin the list for ${name}`,
  beginListOn: 'Last day',
  toBegin: 'List not begun',
  waitingHeading: 'Decided in a second look, for you to carry out',
  otherwiseHeading: 'Decided otherwise in a second look',
  looksHeading: 'Second looks that you may decide',
  decideUntil: (day: string) => `To be decided by ${day}.`,
  mineAsked: 'Recommended about your accounts, and not decided',
  mineSay: (heard: boolean) =>
    heard ? 'What you said is kept with it.' : 'Look at what it rests on, and say what should be known first.',
  mine: 'Decided about your accounts',
  mineAsk: (day: string) => `You may ask for a second look until ${day}.`,
  mineLook: { waiting: 'A second look waits', stands: 'Looked at again: it stands', changed: 'Looked at again' },
} as const
