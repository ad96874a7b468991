import type { AccountFlag } from '../../register/account.ts'
import type { AccountRow } from '../../register/register.contract.ts'
import { rankShort } from '../../register/signature.ts'
import { Count, count, plural } from '../say.ts'
import type { Show } from './shows.ts'

/** What of an account can be sought in words. */
export const textsOf = (row: AccountRow): (string | null | undefined)[] => [
  row.name,
  row.handle,
  row.purpose,
  row.area,
  row.owner?.title,
  row.owner?.holder?.name,
]

const has = (row: AccountRow, ...flags: AccountFlag[]): boolean => flags.some((flag) => row.flags.includes(flag))

/** Which rows a tab shows; what is closed, or not ours, only under its own: the unofficial ones stand in a list of their own below. */
export const showing: Readonly<Record<Show, (row: AccountRow) => boolean>> = {
  all: (row) => row.status !== 'closed' && row.status !== 'unofficial',
  attention: (row) => row.flags.length > 0,
  noOwner: (row) => has(row, 'noOwner', 'ownerVacant'),
  noCover: (row) => has(row, 'noCover'),
  keys: (row) => has(row, 'keysEnded', 'keysMissing', 'keysEndSoon'),
  review: (row) => has(row, 'reviewOverdue'),
  newOwner: (row) => has(row, 'ownerNew'),
  training: (row) => has(row, 'trainingLapsed'),
  proposed: (row) => row.status === 'proposed',
  unofficial: (row) => row.status === 'unofficial',
  closed: (row) => row.status === 'closed',
}

/** The answer of the register: how many, and what is wrong with most of them first. `dormant`: as they were counted last. */
export const registerHeading = (rows: readonly AccountRow[], dormant = 0): string => {
  const open = rows.filter(showing.all)
  const n = open.length
  if (n === 0) return 'No account is on the register yet'
  const of = (show: Show) => open.filter(showing[show]).length
  const all = n === 1 ? 'One account' : `${n > 9 ? n : Count(n)} accounts`
  const said = [
    of('noOwner') > 0 && `${of('noOwner')} ${plural(of('noOwner'), 'has', 'have')} no owner`,
    dormant > 0 && `${dormant} ${plural(dormant, 'is', 'are')} dormant`,
    of('noCover') > 0 && `${of('noCover')} ${plural(of('noCover'), 'has', 'have')} no cover`,
    of('keys') > 0 && `${of('keys')} ${plural(of('keys'), 'needs', 'need')} keys`,
    of('review') > 0 &&
      `${of('review')} ${plural(of('review'), 'is', 'are')} past ${plural(of('review'), 'its', 'their')} review`,
  ].filter((part) => part !== false)
  if (said.length > 0) return `${all}. ${said.slice(0, 2).join(', ')}`
  const attention = of('attention')
  if (attention > 0) return `${all}. ${Count(attention)} ${plural(attention, 'needs', 'need')} attention`
  return n === 1 ? 'One account, and it is in order' : `${all}, each in order`
}

/** Who holds an office, below its title. Staff carry their post as a rank: where that is the title itself, it is not said twice. */
export const holderWords = ({ title, holder }: { title: string; holder: { rank: string; name: string } }): string =>
  holder.rank.toLowerCase() === title.toLowerCase()
    ? holder.name
    : `${rankShort(holder.rank) ?? holder.rank} ${holder.name}`

export const registerLede = (rows: readonly AccountRow[]): string => {
  const n = new Set(rows.map((row) => row.network)).size
  return n === 0
    ? 'Start with the list you have. Wrong or missing is fine, and accounts you have lost the keys to belong here too.'
    : `On ${count(n)} ${plural(n, 'network')}. Every account the force answers for is in this list.`
}

export const registerWords = {
  reading: 'Reading the register',
  failed: 'The register was not read',
  add: 'Add an account',
  offices: 'Offices',
  copy: 'Take a copy of these rows',
  print: 'Print these rows',
  bring: 'Bring a spreadsheet',
  ask: 'Ask for a new account',
  requests: 'Requests for accounts',
  training: 'Training and agreement',
  convention: 'Names and profiles',
  more: 'More',
  copyName: 'register.csv',
  tabs: {
    all: 'All',
    attention: 'Needs attention',
    noOwner: 'No owner',
    noCover: 'No cover',
    keys: 'Keys',
    review: 'Review overdue',
    newOwner: 'To take over',
    training: 'Training lapsed',
    proposed: 'Proposed',
    unofficial: 'Unofficial',
    closed: 'Closed',
  } satisfies Record<Show, string>,
  tabsLabel: 'Which accounts',
  find: 'Find in the register',
  network: 'Network',
  area: 'Area',
  class: 'Class',
  office: 'Office',
  anyOf: { network: 'Any network', area: 'Any area', class: 'Any class', office: 'Any office' },
  remove: (what: string) => `Show ${what} no longer alone`,
  caption: 'The register of accounts',
  attentionNote: 'Nobody answers for it, nobody is answering on it, or something about it has run out',
  none: 'No account fits. Take a filter away.',
  head: {
    account: 'Account',
    class: 'Class',
    purpose: 'What it is for',
    owner: 'Who answers for it',
    people: 'People',
    cover: 'Cover',
    weeks: '13 weeks',
    last: 'Last own post',
    health: 'Health and next review',
  },
  noOwner: 'Nobody',
  vacant: (since: string | null) => (since ? `Vacant since ${since}` : 'Vacant'),
  inOrder: 'In order',
  flags: {
    noOwner: 'No owner',
    ownerVacant: 'No owner',
    ownerNew: 'New owner has not taken it over',
    keysEnded: 'Keys ended',
    keysMissing: 'Not connected',
    keysEndSoon: 'Keys end soon',
    noContributors: 'Nobody may write here',
    trainingLapsed: 'Training lapsed',
    signatureClash: 'Signature clash',
    noCover: 'No cover recorded',
    reviewOverdue: 'Review overdue',
  } satisfies Record<AccountFlag, string>,
  review: (at: string) => `Review ${at}`,
  reviewWas: (at: string) => `Review was due ${at}`,
  noReview: 'No review set',
  weeksOf: (name: string) => `Own words and reshares on ${name}`,
  neverPosted: 'Nothing yet',
  dormant: { silent: 'Silent', onlyReshares: 'Only resharing' },
  notKnown: 'Not known',
} as const
