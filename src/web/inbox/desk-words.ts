import { Count, count, plural } from '../say.ts'

type Figures = { waiting: number; inDanger: number }

/** None, one, many: from the same answer as the rows. `null`: not known yet, or not read. */
export const deskHeading = (figures: Figures | null): string => {
  if (figures === null) return 'Looking who waits for us'
  const { waiting, inDanger } = figures
  if (waiting === 0) return 'Nobody waits for us'
  if (inDanger === 0) return `${waiting.toLocaleString('en-GB')} waiting`
  if (waiting === 1) return '1 waiting, who may be in danger'
  return `${waiting.toLocaleString('en-GB')} waiting, ${inDanger.toLocaleString('en-GB')} may be in danger`
}

type Emptied = 'all' | 'mine' | 'nobodys' | 'closed'

/** What an empty list says: what is true, and what comes next. */
export const emptyWords = (show: Emptied, filtered: boolean): { is: string; next: string } => {
  if (filtered) return { is: 'Nothing here on this account.', next: 'Choose another account, or all of them.' }
  switch (show) {
    case 'all':
      return { is: 'Nobody waits for us.', next: 'What people say to our accounts appears here as we hear it.' }
    case 'mine':
      return {
        is: 'You have no conversation now.',
        next: 'Take one that nobody has: the key n goes to the next by risk.',
      }
    case 'nobodys':
      return { is: 'Somebody has every conversation.', next: 'New ones appear here until they are taken.' }
    case 'closed':
      return { is: 'Nothing was closed yet.', next: 'A conversation is closed with what came of it.' }
  }
}

/** `1 new`, and whether one of them may be in danger. `more`: there are rows below that were not read. */
export const newWords = (all: number, inDanger: number, more = false): string => {
  const n = `${all}${more ? ' or more' : ''} new`
  const show = all === 1 && !more ? 'Show it' : 'Show them'
  if (inDanger === 0) return `${n}. ${show}`
  return inDanger === all ? `${n}, may be in danger. ${show}` : `${n}, ${inDanger} may be in danger. ${show}`
}

/** For a screen reader, once, when a person who may be in danger arrives. */
export const dangerArrived = (n: number): string =>
  n === 1
    ? 'A person who may be in danger has written to us.'
    : `${Count(n)} people who may be in danger have written to us.`

/** Who has it, in the third line of a row. */
export const holderWords = (holder: { you: boolean; name: string } | null, offered: string | null): string | null => {
  if (holder) return holder.you ? 'You have this' : `${holder.name} has this`
  return offered === null ? null : `Offered to ${offered}`
}

const acts: Readonly<Record<string, string>> = {
  looked: 'looked at it',
  took: 'took it',
  tookOver: 'took it over',
  handedOver: 'handed it over',
  freed: 'put it back for everybody',
  lapsed: 'It freed itself: its holder gave no sign of life',
  categorised: 'said what it is',
  answerBegun: 'began an answer',
  answerGivenUp: 'gave up the answer',
  answerRefused: 'refused the answer',
  movedToPrivate: 'invited them to write in private',
  incidentRaised: 'raised an incident',
  crimeRecorded: 'recorded the crime',
  crimeSaid: 'said whether a crime was reported',
  closed: 'closed it',
  reopened: 'opened it again',
  restrictedRead: 'opened it to read',
  offered: 'It was offered to the officer whom they answer',
}

/** The same where it is known which other one of ours it is about. */
const actsWith: Readonly<Record<string, (whom: string) => string>> = {
  tookOver: (whom) => `took it over from ${whom}`,
  handedOver: (whom) => `handed it to ${whom}`,
  lapsed: (whom) => `It freed itself: ${whom} gave no sign of life`,
  offered: (whom) => `It was offered to ${whom}, whom they answer`,
}

/** A small line: who did what, and to whom. What the product did by itself has no name before it. */
export const actWords = (kind: string, by: string | null, whom: string | null, words: string): string => {
  const did = (whom === null ? undefined : actsWith[kind]?.(whom)) ?? acts[kind] ?? kind
  const who = by === null ? did.charAt(0).toUpperCase() + did.slice(1) : `${by} ${did}`
  return words.trim() === '' ? who : `${who}: ${words.trim()}`
}

export const deskWords = {
  failed: 'We cannot say who waits for us now',
  order: 'By risk, then by clock.',
  orderClosed: 'Closed, latest first.',
  figuresOnly: 'You are shown these figures and no words of the public.',
  figuresHeading: 'Your role opens no conversation',
  figuresNext: 'A desk agent, a supervisor or whoever answers on an account reads what people say.',
  show: {
    label: 'Which conversations',
    all: 'All',
    mine: 'Mine',
    nobodys: 'No one’s',
    closed: 'Closed',
  },
  accounts: { label: 'Account', all: 'Every account', some: 'Accounts', chosen: 'Only this account' },
  list: 'Conversations',
  past: 'Go past the list',
  more: 'Show more',
  moreFailed: 'The rest was not read.',
  restricted: 'Restricted. Open to read',
  lookFirst: 'Look first',
  private: 'Private message',
  welsh: 'Cymraeg',
  gone: 'No longer here',
  alike: (n: number) => `and ${count(n)} nearly the same`,
  late: (span: string) => `heard ${span} late`,
  before: 'from before we listened',
  notHeard: {
    one: (account: string, since: string | null) =>
      since === null ? `${account} is not heard` : `${account} is not heard since ${since}`,
    inPart: (account: string) => `${account} is heard only in part`,
    heading: (n: number, inPart: boolean) =>
      `${Count(n)} accounts are not heard now${inPart ? ', or only in part' : ''}`,
  },
  choose: {
    heading: 'No conversation is open',
    words: 'Choose one from the list. The key n goes to the next by risk.',
  },
  conversation: {
    reading: 'The conversation is being read',
    failed: 'We cannot show this conversation now',
    on: (network: string) => `on ${network}`,
    kinds: { public: 'In public', direct: 'Private message' },
    to: (account: string) => `to ${account}`,
    under: (words: string) => `Under “${words}”`,
    see: (network: string) => `See it on ${network}`,
    back: 'Desk',
    log: 'What was said',
    region: 'The conversation',
    another: (name: string) => `${name}, another person`,
    before: 'From before we listened here',
    pictures: (n: number) => `${n} ${plural(n, 'picture')}`,
    changed: 'Changed by its author.',
    earlier: 'What it said before',
    until: (at: string) => `Until ${at}`,
    gone: 'Taken down by its author. The copy is kept.',
    hidden: (act: string, by: string, at: string) => `${act} by ${by} at ${at}.`,
    reason: (code: string, title: string) =>
      `Reason ${code}, ${title.charAt(0).toLowerCase()}${title.slice(1)}. A copy is kept.`,
    read: 'Read it',
    record: 'Its record',
    note: 'Note to the team.',
    privately: 'In private',
    automatic: 'The automatic line',
    today: 'Today',
  },
  restrictedPage: {
    heading: 'Restricted: intelligence',
    words: 'Who opens it is recorded, with the time. Open it when you need to work on it.',
    act: 'Open it, on the record',
    mayNot: 'Your role does not open intelligence. A desk agent or an investigator does.',
  },
  readOnly: 'You read here and do not work at the desk. Nothing that you do stops a clock.',
  suggestion: {
    region: 'What it is',
    maybe: (label: string) => `May be: ${label}`,
    danger: 'Words here may be about a person in danger.',
    is: (label: string) => `${label}`,
    ask: 'Is it this?',
    yes: 'Yes, it is',
    other: 'Something else',
    change: 'Say something else',
    keep: 'Leave it',
    why: 'Why',
    because: (words: string, says: string) => `“${words}”: ${says}`,
    none: 'No words led to it.',
    decided: 'Said by a person.',
  },
  holder: {
    nobody: 'Nobody has this',
    take: 'Take it',
    you: 'You have this',
    theirs: (name: string) => `${name} has this`,
    since: (since: string, until: string) => `since ${since}, frees at ${until}`,
    handOver: 'Hand over',
    takeOver: 'Take it over',
    offered: (name: string) => `Offered to ${name}`,
    over: {
      heading: (name: string) => `Take this from ${name}?`,
      body: (name: string, since: string) =>
        `${name} has had it since ${since} and loses it. What was being written stays. They and the record are told why.`,
      reason: 'Why you take it over',
      missing: 'Say why in a few words: it is recorded.',
      act: (name: string) => `Take it from ${name}`,
    },
    hand: {
      heading: 'Hand this over',
      to: 'To',
      everybody: 'Back for everybody',
      note: 'What they need to know',
      act: (name: string | null) => (name === null ? 'Put it back' : `Hand it to ${name}`),
    },
  },
} as const
