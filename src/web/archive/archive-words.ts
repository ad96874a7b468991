import type { z } from 'zod'
import type { archive, ImportRow } from '../../archive/archive.contract.ts'
import type { OddityKind } from '../../archive/import.ts'
import { Count, count, plural } from '../say.ts'

export type ArchivePage = z.output<typeof archive.output>
export type AccountRow = ArchivePage['accounts'][number]

const figure = (n: number): string => n.toLocaleString('en-GB')
const posts = (n: number): string => `${n > 9 ? figure(n) : count(n)} ${plural(n, 'post')}`
const Posts = (n: number): string => `${n > 9 ? figure(n) : Count(n)} ${plural(n, 'post')}`

/** `4.1 GB`, `820 kB` */
export const size = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} ${plural(bytes, 'byte')}`
  const [unit, of] =
    bytes < 1e6 ? (['kB', 1e3] as const) : bytes < 1e9 ? (['MB', 1e6] as const) : (['GB', 1e9] as const)
  const n = bytes / of
  return `${n < 10 ? n.toFixed(1).replace(/\.0$/, '') : Math.round(n)} ${unit}`
}

export const percent = (done: number, all: number): number =>
  all > 0 ? Math.min(100, Math.floor((done / all) * 100)) : 0

export const archiveHeading = ({ accounts, imports }: ArchivePage): string => {
  const waiting = imports.filter((i) => i.stage === 'read').length
  const all = accounts.reduce((sum, a) => sum + a.posts, 0)
  const stands = all === 0 ? 'The archive is empty' : `${Posts(all)} in the archive`
  return waiting === 0 ? stands : `${stands}. ${Count(waiting)} ${plural(waiting, 'import')} waiting for your answer`
}

export const importHeading = (row: ImportRow): string => {
  const { counts } = row
  switch (row.stage) {
    case 'receiving':
      return `${percent(row.received, row.bytes)}% of ${row.fileName} is here`
    case 'received':
      return `${row.fileName} is here and is read next`
    case 'reading':
      return readingHeading(row)
    case 'read':
      return counts ? readHeading(counts) : 'The file was read'
    case 'confirmed':
      return `${Posts(counts?.posts ?? 0)} of ${row.fileName} ${plural(counts?.posts ?? 0, 'stands', 'stand')} in the archive`
    case 'refused':
      return `${row.fileName} broke, so nothing of it was kept`
    case 'abandoned':
      return `${row.fileName} was deleted before it was confirmed`
  }
}

const readingHeading = ({ fileName, readStep, readBytes, readOf }: ImportRow): string => {
  const far = `${percent(readBytes, readOf)}%`
  switch (readStep) {
    case 'names':
      return `Looking through ${fileName}: ${far}`
    case 'posts':
      return `Reading the posts of ${fileName}: ${far}`
    case 'pictures':
      return `Looking at the pictures of ${fileName}: ${far}`
    case 'comparing':
      return `Comparing ${fileName} with the archive`
    case null:
      return `${fileName} is read next`
  }
}

const readHeading = ({ posts: all, fresh, changed }: NonNullable<ImportRow['counts']>): string => {
  if (all === 0) return 'There is no post in this file'
  if (fresh === 0 && changed === 0) return `All of its ${posts(all)} stand in the archive already`
  if (fresh === all) return `${Posts(all)}, ${all === 1 ? 'new' : 'all new'}. Nothing is saved yet`
  const news = [fresh > 0 && `${figure(fresh)} new`, changed > 0 && `${figure(changed)} changed`].filter(
    (part) => part !== false,
  )
  return `${Posts(all)}: ${news.join(', ')}. Nothing is saved yet`
}

export const archiveWords = {
  reading: 'Reading the archive',
  failed: 'We cannot say what stands in the archive',
  lede: 'All that our accounts ever published: what exports and files brought, and what went out from here.',
  bring: 'Bring in a file',
  accounts: 'Accounts',
  imports: 'Files brought in',
  none: 'No file was brought in yet. Most networks hand out an export of everything an account published.',
  noAccounts: 'No account is on the register yet.',
  noPosts: 'Nothing yet',
  notKnown: 'not known',
  followersOf: (name: string, n: number | null) =>
    n === null ? `Who follows ${name}: not known` : `${figure(n)} ${plural(n, 'follower')} of ${name}`,
  caption: 'What stands in the archive of each account',
  heads: {
    account: 'Account',
    posts: 'Posts',
    from: 'From',
    until: 'Until',
    ours: 'From here',
    followers: 'Followers',
  },
  importsCaption: 'Files that were brought in',
  importHeads: { file: 'File', account: 'Of', state: 'State', by: 'By', size: 'Size' },
  several: 'Several accounts',
  stages: {
    receiving: 'Coming in',
    received: 'Waiting to be read',
    reading: 'Being read',
    read: 'Waiting for your answer',
    confirmed: 'In the archive',
    refused: 'Broken',
    abandoned: 'Deleted',
  } satisfies Record<ImportRow['stage'], string>,
  archive: 'Archive',
  ofAccount: (name: string) => `Everything that ${name} published, before and since it is on the register.`,
  show: 'What it ever published',
} as const

export const beginWords = {
  heading: 'Bring in what an account published',
  lede: 'Upload the file, look at what is in it, and then confirm. Nothing is saved before that.',
  account: 'Account',
  several: 'Several: the file says for each post',
  format: 'The file is',
  formats: { export: 'As the network hands it out', plain: 'CSV or JSONL in plain columns' },
  noExport: (network: string) => `No export of ${network} can be read here. Bring its posts in plain columns.`,
  how: 'How to get it',
  choose: 'Choose a file',
  other: 'Choose another file',
  kinds: (endings: readonly string[]) => `${endings.join(', ')}, at most 8 GB`,
  upload: (name: string) => `Upload ${name}`,
  columns: 'The plain columns',
  columnsNote: 'The first row of a CSV file, or the members of each line of a JSONL file. Other columns are left out.',
  columnHeads: { id: 'Column', words: 'What it says' },
  needed: 'Needed',
  mayNot: 'Corporate communications and the product owner bring files in.',
} as const

export const importWords = {
  reading: 'Reading the import',
  failed: 'We cannot show this import',
  of: (account: string, handle: string) => `Of ${account}, ${handle}`,
  several: 'Of several accounts',
  coming: (done: string, all: string) => `${done} of ${all} is here.`,
  goesOn: 'It goes on while this window is open, also when you look at other pages.',
  elsewhere: 'It is coming in from another window or device.',
  lost: 'No answer comes just now. What came in is kept, and the rest is tried again by itself.',
  stopped: 'The upload stopped. What came in is kept.',
  goOn: 'Go on',
  again: 'Choose the same file again to go on',
  chooseAgain: 'Choose the file',
  otherFile: 'This is another file: its size differs. Choose the one with which you began.',
  gone: (done: string, all: string) => `${done} of ${all} read.`,
  /** What follows each step of a reading. */
  next: {
    names: 'Then its posts are read.',
    posts: 'Then come its pictures, where it has any, and what is new in it.',
    pictures: 'Then comes what is new in it.',
    comparing: 'Nothing of it is in the archive before you say so.',
  } satisfies Record<NonNullable<ImportRow['readStep']>, string>,
  waits: 'A worker takes it within seconds.',
  leave: 'You may leave this page.',
  broke: 'Where it broke',
  brokeWhat: (refusal: string) => `${refusal}.`,
  brokeNext: 'Nothing of it is in the archive. Ask for the export again, or put the place right, and bring it in anew.',
  inIt: 'What is in it',
  facts: {
    pictures: 'Pictures',
    videos: 'Films',
    described: 'With alt text',
    made: 'Export made',
    span: 'From, until',
    posts: 'Posts',
    fresh: 'New',
    changed: 'Changed since',
    same: 'There already',
    followers: 'Followers then',
    by: 'Brought in by',
    decided: 'Decided by',
  },
  years: 'By year and kind',
  yearsCaption: 'Posts by year and kind',
  yearHeads: { year: 'Year', original: 'Own', reply: 'Answers', quote: 'Quotes', reshare: 'Reshares', all: 'All' },
  odd: 'What is odd about it',
  nothingOdd: 'Nothing is odd about it.',
  accept: (handle: string) => `It is of this account all the same; its handle was ${handle}`,
  acceptFirst: 'Say whose it is first',
  confirm: (n: number) => `Put ${posts(n)} into the archive`,
  keptUntil: (day: string) => `What was read is kept until ${day}; after that it is deleted.`,
  same: 'Confirming changes nothing: every post of it stands there as it is.',
  abandon: 'Delete this import',
  abandonWhy: 'The file and what was read of it are deleted. What was confirmed before stays.',
  nothing: 'There is nothing to confirm',
  pictures: (all: number, previews: number): string =>
    previews === 0 ? figure(all) : `${figure(all)}, small copies of ${figure(previews)}`,
  described: (n: number, of: number): string => `${figure(n)} of ${figure(of)}`,
} as const

export const pictureWords = {
  heading: 'Pictures it published',
  note: 'Small copies from its exports, the newest first. Where nothing is told, the export does not say whether there was alt text.',
  noAlt: 'No alt text',
  altUntold: 'Alt text not told',
  /** Read out where there is no alt text. */
  ofPost: (words: string) => (words === '' ? 'A picture without words' : `Picture of the post: ${words}`),
  older: 'Older pictures',
  newest: 'The newest',
} as const

/** What is odd, as a sentence with its figure. */
export const oddWords: { readonly [kind in OddityKind]: (n: number, examples: readonly string[]) => string } = {
  otherHandle: (_, [handle = '']) => `The file says it is of @${handle}, not of this account.`,
  repeated: (n) =>
    `${Posts(n)} ${plural(n, 'stands', 'stand')} in it more than once, as edits do. Each is kept once, in its last state.`,
  cut: (n) => `Of ${posts(n)} the network gave only the beginning. Most are reshares.`,
  noLanguage: (n) => `Of ${posts(n)} the language is not known.`,
  noWords: (n) => `${Posts(n)} ${plural(n, 'has', 'have')} neither words nor a picture.`,
  beforeAccount: (n) => `${Posts(n)} ${plural(n, 'is', 'are')} from before the account began there.`,
  inFuture: (n) => `${Posts(n)} ${plural(n, 'has', 'have')} a time that is still to come.`,
  localTime: (n) => `${Posts(n)} ${plural(n, 'has', 'have')} a time without an offset. It was read as local time.`,
  notPublic: (n) =>
    `${Posts(n)} ${plural(n, 'was', 'were')} not said to everybody and ${plural(n, 'is', 'are')} left out.`,
  picturesUnreadable: (n) =>
    `${n > 9 ? figure(n) : Count(n)} ${plural(n, 'picture')} cannot be read: damaged, too large or of another kind. The posts are whole.`,
  picturesLeft: (n) =>
    `Of ${n > 9 ? figure(n) : count(n)} ${plural(n, 'picture')} no small copy is kept; the 100 MB for this account are used up.`,
  columnsIgnored: (_, names) => `Columns that mean nothing here are left out: ${names.join(', ')}.`,
  nothing: () => 'There is no post in it.',
}
