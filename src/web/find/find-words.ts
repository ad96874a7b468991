import { Count, plural } from '../say.ts'

export type FoundCounts = { accounts: number; people: number; posts: number }

const partsOf = ({ accounts, people, posts }: FoundCounts): { n: number; of: string }[] =>
  [
    { n: accounts, of: plural(accounts, 'account') },
    { n: people, of: plural(people, 'person', 'people') },
    { n: posts, of: plural(posts, 'post') },
  ].filter(({ n }) => n > 0)

/** The answer: what matches. `counts` is null while something is still being read, or was not read. */
export const findHeading = (sought: string, counts: FoundCounts | 'reading' | 'failed'): string => {
  if (sought === '') return 'Find a post, an account or a person'
  if (counts === 'reading') return `Looking for “${sought}”`
  if (counts === 'failed') return `Not everything was searched for “${sought}”`
  const parts = partsOf(counts)
  const [first] = parts
  if (!first) return `Nothing matches “${sought}”`
  if (parts.length === 1) return `${Count(first.n)} ${first.of} ${plural(first.n, 'matches', 'match')} “${sought}”`
  const said = parts.map(({ n, of }) => `${n.toLocaleString('en-GB')} ${of}`)
  return `${said.slice(0, -1).join(', ')} and ${said.at(-1)} match “${sought}”`
}

export const findWords = {
  noWords: 'Write part of a name, a handle, or the words of a post.',
  field: 'What to find',
  act: 'Find',
  searched: 'Accounts by name, handle, area and who answers for them. People by name. Posts by their words.',
  nothing: 'No account, no person and no post has it.',
  nothingMore: 'Write less of it or another word, or look through the lists:',
  accounts: 'Accounts',
  people: 'People',
  posts: 'Posts',
  all: (n: number, of: string) => `All ${n.toLocaleString('en-GB')} ${of}`,
  everybody: 'All people',
  wrote: 'what they wrote',
  left: (on: string) => `Left ${on}`,
  failed: { accounts: 'Accounts were not read.', people: 'People were not read.', posts: 'Posts were not read.' },
} as const
