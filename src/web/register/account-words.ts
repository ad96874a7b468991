import { maySpeak, statusLabels } from '../../register/account.ts'
import type { AccountPage } from '../../register/register.contract.ts'
import { Count, count, plural } from '../say.ts'

type Account = AccountPage['account']

/** The answer: what stops this account first, otherwise who speaks there. */
export const accountHeading = ({ account, contributors }: Pick<AccountPage, 'account' | 'contributors'>): string => {
  const { name, status, flags } = account
  if (status === 'proposed') return `${name} is asked for, and not live yet`
  if (status === 'closed') return `${name} is closed`
  if (status === 'unofficial') return `${name} is outside the force’s control`
  if (flags.includes('noOwner') || flags.includes('ownerVacant')) return `Nobody answers for ${name}`
  if (flags.includes('keysEnded')) return `${name} cannot send: its keys have ended`
  const n = contributors.filter((c) => c.inForce).length
  if (n === 0) return `Nobody may write on ${name}`
  const sign = account.signaturePlace === 'none' ? 'and nothing says who' : 'every post signed'
  if (account.kind === 'single')
    return n === 1 ? `One person writes here, in one voice` : `${Count(n)} people write here, in one voice`
  return n === 1 ? `One person speaks here, ${sign}` : `${Count(n)} people, one account, ${sign}`
}

export const stateWords = (account: Account): string =>
  maySpeak(account.status) && account.flags.length === 0 ? 'In order' : statusLabels[account.status]

export const accountWords = {
  reading: 'Reading the record of this account',
  failed: 'The record of this account was not read',
  path: 'Register',
  write: 'Write here',
  change: 'Change the record',
  remarks: 'About its name',
  speaks: {
    heading: 'Who speaks here',
    note: (to: string) => `13 weeks to ${to}.`,
    caption: 'Who speaks on this account',
    add: 'Let somebody write here',
    sign: 'Signs',
    unsigned: 'unsigned',
    who: 'Who',
    weeks: 'Week by week',
    posts: 'Posts',
    share: 'Share',
    last: 'Last',
    never: 'never',
    since: (at: string) => `since ${at}`,
    until: (at: string) => `, until ${at}`,
    trusted: 'trusted',
    acts: 'Change',
    actsLabel: (name: string) => `Change the place of ${name}`,
    trust: 'Trust with low-risk posts',
    untrust: 'No longer trust with low-risk posts',
    initials: 'Add a middle initial',
    end: 'End their place here',
    none: 'Nobody may write here.',
    barsOf: (name: string) => `Posts of ${name}`,
    clash: (wanted: string, by: string) => `Should sign ${wanted} since a promotion, but ${by} does.`,
    balance: 'Balance of voices.',
    balanceWords: (widest: number) =>
      `Widest is ${widest}%. We look again if one passes 50%, or anyone is silent for 30 days.`,
    balanceLabel: (list: string) => `Share of posts: ${list}`,
    nothing: 'Nothing was said here in 13 weeks.',
    before: 'Signed here before:',
    beforeOne: (name: string, until: string) => `${name}, until ${until}.`,
    beforeAfter: 'Old posts still lead to the right name.',
    notKnown: 'How often each spoke is not known just now.',
  },
  legend: {
    heading: 'Who was it on that date?',
    mark: 'Signature',
    markHint: 'As it was published: ACC MJ or ^DW.',
    date: 'Date',
    act: 'Look it up',
    was: (mark: string, who: string, from: string, until: string | null) =>
      `${mark} was ${who}, from ${from} ${until ? `to ${until}` : 'until now'}.`,
    nobody: (mark: string, date: string) => `Nobody signed ${mark} here on ${date}.`,
    missing: 'Write a signature and choose a date.',
  },
  said: {
    heading: 'Last said here',
    all: (n: number) => `All ${n} ${plural(n, 'post')}`,
    none: 'Nothing was published here in 13 weeks.',
    seen: 'Seen at the network',
  },
  record: {
    heading: 'The record',
    for: 'For',
    answers: 'Answers for it',
    supervisor: 'Supervisor',
    none: 'Nobody',
    signature: 'Signature',
    places: {
      prefix: 'Before the words, rank and initials. Never typed by hand',
      suffix: 'After the words, initials. Never typed by hand',
      none: 'None is added',
    },
    class: 'Class',
    area: 'Area',
    late: 'Too late after',
    minutes: (n: number) => `${n} minutes`,
    review: 'Next review',
    noReview: 'none set',
    since: 'On the register since',
    externalId: 'Identifier at the network',
    confirm: 'Take it over',
    confirmWhy: 'The holder of the office has changed and has not taken this account over yet.',
  },
  next: {
    heading: 'What may happen next',
    reason: 'Why, for the record',
    missing: 'Say why in a sentence.',
    sure: (what: string, name: string) => `${what}: ${name}?`,
  },
  objectives: {
    heading: 'Objectives it serves',
    none: 'None is named. Say what this account is for.',
    change: 'Change',
  },
  cover: {
    heading: 'Cover',
    hours: (n: number) => `${n} hours of 168`,
    none: 'No hours are recorded, so nobody is expected to look.',
    now: 'Somebody looks now.',
    next: (at: string) => `Nobody looks now; next ${at}.`,
    stated: (words: string) => `Stated ${words}.`,
  },
  keys: {
    heading: 'Keys',
    give: 'Give the keys',
    renew: 'Give new keys',
    check: 'Ask the network whether they work',
    end: 'End the keys',
    signIn: (network: string) => `Sign in at ${network}`,
    or: 'or give them here:',
    ends: (at: string) => `They end ${at}.`,
    formHeading: (name: string) => `Give the keys of ${name}`,
    formBody: 'The network is asked whose keys they are before they are kept. Nobody can read them back.',
    formAct: 'Give these keys',
    missing: 'Write this first.',
    endHeading: (name: string) => `End the keys of ${name}?`,
    endBody: 'They are destroyed. What waits for this account is held until somebody gives new ones.',
    endAct: 'End the keys',
    reason: 'Why, for the record',
    works: 'Nothing is needed: the practice network has no keys.',
  },
  consents: {
    heading: 'Consents to release',
    none: 'Nobody may release in the name of another here.',
    row: (to: string, by: string) => `${to} may release for ${by}`,
    until: (at: string) => `until ${at}`,
    ended: 'ended',
    end: 'End it',
    endLabel: (to: string, by: string) => `End it: the consent of ${by} to ${to}`,
    add: 'Give a consent',
    formHeading: 'Let somebody release in another’s name',
    by: 'In whose name',
    to: 'Who may release',
    untilLabel: 'Until the end of',
    act: 'Give this consent',
    missing: 'Choose both people and a last day.',
  },
  history: {
    heading: 'History',
    joined: (who: string) => `${who} began to sign here`,
    left: (who: string) => `${who} stopped signing here`,
    consent: (by: string, to: string) => `${by} let ${to} release`,
    made: 'Put on the register',
    decided: (what: string, reason: string, by: string | null) => `${what}: ${reason}${by ? ` (${by})` : ''}`,
  },
  place: {
    heading: 'Let somebody write here',
    person: 'Who',
    trusted: 'Trusted: their low-risk posts need not wait',
    from: 'From',
    until: 'Until',
    aside: '(not needed)',
    initials: 'Initials with a middle one',
    initialsAside: '(only where theirs are taken)',
    act: 'Let this person write here',
    missing: 'Choose who.',
    endHeading: (name: string) => `End the place of ${name}?`,
    endBody: 'They may not write here from now. Their signatures stay in the legend.',
    endAct: 'End their place',
    initialsHeading: (name: string) => `A middle initial for ${name}`,
    initialsBody: 'So that the signature is theirs alone on this account.',
    initialsAct: 'Sign so from now',
  },
} as const

export const countPeople = (n: number): string => `${count(n)} ${plural(n, 'person', 'people')}`
