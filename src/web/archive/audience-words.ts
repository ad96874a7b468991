import type { z } from 'zod'
import type { audience } from '../../archive/audience/audience.contract.ts'
import { Count, plural } from '../say.ts'

export type Audience = z.output<typeof audience.output>
export type Read = NonNullable<Audience['read']>

const figure = (n: number): string => n.toLocaleString('en-GB')
const percent = (top: number, of: number): string => `${Math.round((top / of) * 100)}%`
const names = (list: readonly { name: string }[]): string => list.map((one) => one.name).join(', ')

export const audienceHeading = ({ account, counts, read }: Audience): string => {
  const last = counts.at(-1)?.followers
  if (last === undefined) return `How many follow ${account.name} is not known`
  const follow = `${figure(last)} ${plural(last, 'person follows', 'people follow')} ${account.name}`
  return read?.whole && read.followers > 0
    ? `${follow}. ${percent(read.only, read.followers)} of them follow nothing else of ours`
    : follow
}

export const audienceWords = {
  reading: 'Reading who follows',
  failed: 'Who follows could not be read',
  lede: 'How many, how that changed, what else of ours they follow, and where they are.',
  overTime: 'Followers over time',
  days: (n: number) => `${figure(n)} ${plural(n, 'count')}`,
  noCounts:
    'Nothing has been counted yet. Counts come with exports and files, and every day where the account is connected.',
  notDaily:
    'Not counted from here: the account is not connected, or its network is not asked. Exports and files bring counts.',
  failing: (since: string, words: string) => `Not counted since ${since}. ${words}`,
  line: (name: string, first: string, from: number, last: string, to: number) =>
    `Followers of ${name}: ${figure(from)} on ${first}, ${figure(to)} on ${last}`,
  table: 'The same as a table',
  heads: { day: 'Day', followers: 'Followers', source: 'From', others: 'They also follow', people: 'People' },
  sources: { import: 'A file or an export', network: 'The network' } satisfies Record<
    Audience['counts'][number]['source'],
    string
  >,
  others: 'What else of ours they follow',
  notTold: 'This network does not tell us who follows. Where it is not known, plans show an estimate.',
  notRead: 'Who follows has not been read yet. It is read every month, and when somebody asks for it.',
  notReadNow: (words: string) => `Who follows could not be read when it was last tried. ${words}`,
  notWhole: (words: string) => `Who follows this account could not be read to the end. ${words}`,
  only: ({ only, followers, accounts }: Read) =>
    accounts.length < 2
      ? `${figure(followers)} ${plural(followers, 'person', 'people')} were read. No other account of ours was read there.`
      : `${figure(only)} of the ${figure(followers)} people who were read follow no other of our ${figure(accounts.length)} accounts there.`,
  readOn: (day: string) => `Read ${day}`,
  rest: (n: number) => `${figure(n)} more follow other sets of accounts.`,
  unread: (read: Read) =>
    `${Count(read.unread.length)} ${plural(read.unread.length, 'account')} could not be read (${names(read.unread)}): who follows ${plural(read.unread.length, 'it', 'them')} as well counts as following nothing else.`,
  kept: 'We keep how many people follow which accounts. Who they are is read and forgotten.',
  ask: 'Read now who follows',
  again: 'Read again who follows',
  beingRead: 'It is being read. That takes a minute for a few thousand people and an hour for a million.',
  othersOf: (list: readonly { name: string }[]) => names(list),
  area: 'In the area',
  noLocal:
    'Nobody has recorded where they are. Networks do not tell us: look at the network’s own page of statistics and record what it says.',
  local: ({ inArea, of }: { inArea: number; of: number }) => `${percent(inArea, of)} are in the area`,
  localOf: ({ inArea, of }: { inArea: number; of: number }) => `${figure(inArea)} of ${figure(of)}`,
  localHeads: { asOf: 'As of', inArea: 'In the area', of: 'Of', source: 'Where it says so', by: 'Recorded by' },
  record: 'Record where they are',
  form: {
    heading: (name: string) => `Where are those who follow ${name}?`,
    inArea: 'In the area',
    of: 'Of how many',
    ofHint: 'Of those of whom the page tells where they are.',
    asOf: 'As of which day',
    source: 'Where it says so',
    sourceHint: 'As “Statistics page, audience by town: Westport and Eastby”.',
    act: 'Record it',
    number: 'Write a whole number.',
    none: 'Write a whole number of one or more.',
    more: 'That is more than there are.',
    noDay: 'Choose the day.',
    noSource: 'Write where it says so.',
  },
} as const
