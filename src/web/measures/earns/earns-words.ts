import type { z } from 'zod'
import type { earnsEndpoints } from '../../../measures/earns/earns.contract.ts'
import { type Verdict, verdictOf } from '../../../measures/earns/effect.ts'
import { networkName } from '../../../networks/networks.ts'
import { Count, count, plural } from '../../say.ts'

export type Earns = z.output<typeof earnsEndpoints.earns.output>
export type Row = Earns['rows'][number]
export type Lesson = Earns['lessons'][number]
export type Reaction = Row['reaction']

const features = (rows: readonly Row[], verdict: 'more' | 'less'): number =>
  new Set(rows.filter((r) => verdictOf(r) === verdict).map((r) => r.feature)).size

/** What the page found of one reaction: not known, too few or too alike to say, nothing, one, many. */
export const earnsHeading = (counted: boolean, rows: readonly Row[], reaction: Reaction): string => {
  if (!counted) return 'What earns answers has not been counted yet'
  const of = rows.filter((r) => r.reaction === reaction)
  const told = of.map(verdictOf).filter((v) => v !== 'few')
  if (told.length === 0) return `Too few accounts to say what goes with ${reaction}`
  if (told.every((v) => v === 'alike')) return `Accounts are too alike to say what goes with ${reaction}`
  const [more, less] = [features(of, 'more'), features(of, 'less')]
  const things = (n: number) => `${Count(n)} ${plural(n, 'thing')} ${n === 1 ? 'goes' : 'go'}`
  if (more === 0 && less === 0) return `Nothing here clearly goes with more ${reaction}, or with fewer`
  if (less === 0) return `${things(more)} with more ${reaction}, none with fewer`
  if (more === 0) return `${things(less)} with fewer ${reaction}, none with more`
  return `${things(more)} with more ${reaction}, ${count(less)} with fewer`
}

const hundred = (n: number): number => Math.round(100 * n)

/** `58 of 100 (53 to 63)`; what is missing where it cannot be said. */
export const effectWords = (r: Row): string => {
  if (r.effect === null)
    return `Too few to say: ${count(r.accounts)} ${plural(r.accounts, 'account')} with enough of both`
  if (r.low === null || r.high === null)
    return `Too alike to tell: ${hundred(r.effect)} of 100 in each of ${count(r.accounts)} accounts`
  return `${hundred(r.effect)} of 100 (${hundred(r.low)} to ${hundred(r.high)})`
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  more: 'Goes with more',
  less: 'Goes with fewer',
  unclear: 'No clear difference',
  alike: 'Too alike to tell',
  few: 'Too few to say',
}

/** The text of a chart, for whoever does not see it. */
export const effectSaid = (name: string, group: string, r: Row): string => {
  const told = r.low === null ? '' : `, ${verdictWords[verdictOf(r)].toLowerCase()}`
  return `${name}, ${group}: ${effectWords(r)}${told}`
}

const percent = (share: number): string => `${hundred(share)}%`

/** What a lesson says, with both figures, the effect and its interval. */
export const lessonSentence = (name: string, l: Lesson, row: Row | undefined): string =>
  `${name}: in ${percent(l.use.conversational)} of the posts of ${count(l.accounts.conversational)} conversational ${plural(l.accounts.conversational, 'account')}, in ${percent(l.use.corporate)} of those of ${count(l.accounts.corporate)} corporate ${plural(l.accounts.corporate, 'account')}.${row ? ` Among all others it won ${effectWords(row)} pairs for replies.` : ''}`

/** Which networks tell nothing of it, or not of every post; empty when all is told. */
export const untold = (networks: NonNullable<Earns['count']>['networks'], reaction: Reaction): string =>
  networks
    .filter((n) => n[reaction] < n.posts)
    .map((n) =>
      n[reaction] === 0
        ? `${networkName(n.network)} tells no ${reaction} (${n.posts.toLocaleString('en-GB')} posts not in it)`
        : `${networkName(n.network)} tells ${reaction} of ${n[reaction].toLocaleString('en-GB')} of ${n.posts.toLocaleString('en-GB')} posts`,
    )
    .join('; ')

/** How many were looked at, what luck alone would show, and how many stand when that is taken into account. */
export const luckWords = (rows: readonly Row[]): string => {
  const said = rows.flatMap((r) => (r.low === null || r.high === null ? [] : [{ ...r, low: r.low, high: r.high }]))
  if (said.length === 0) return ''
  const apart = said.filter((r) => r.low > 0.5 || r.high < 0.5).length
  const stand = said.filter((r) => r.stands).length
  const one = `${said.length} ${plural(said.length, 'comparison was', 'comparisons were')} looked at, of replies and reshares together. If nothing went with anything, about ${count(Math.round(said.length / 20))} of them would still look so, by luck.`
  return `${one} By its own line ${count(apart)} ${plural(apart, 'differs', 'differ')}; ${count(stand)} ${plural(stand, 'stands', 'stand')} when all are looked at together, and only ${stand === 1 ? 'that one is' : 'those are'} called a finding.`
}

export const earnsWords = {
  lede: (span: string, day: string, posts: number, accounts: number) =>
    `${span} to ${day}: ${posts.toLocaleString('en-GB')} own ${plural(posts, 'post')} of ${count(accounts)} ${plural(accounts, 'account')}, each beside others of the same account and quarter.`,
  notCounted: 'It is counted every night after the measures, and after an import.',
  reaction: 'What it earns',
  reactions: { replies: 'Replies', reshares: 'Reshares' },
  groups: { corporate: 'Corporate accounts', others: 'All other accounts' },
  feature: 'In a post',
  axis: (from: number, to: number) => `from ${from} to ${to}, dashed at 50`,
  chartNote:
    'Of 100 pairs of posts of one account, one with it and one without: how many the one with it won. The line says how far luck may move that, nineteen times in twenty. A filled diamond is a finding; a ring is no clear difference.',
  together:
    'It says what goes together, not what makes people answer: a picture may go with news that people answer anyway.',
  figures: 'The same as a table, with every figure',
  accounts: 'Accounts',
  withIt: 'Posts with',
  without: 'Posts without',
  effect: 'Pairs won of 100',
  finding: 'Finding',
  rateWith: 'With, per 100 posts and 1,000 followers',
  rateWithout: 'Without',
  how: 'How this is counted',
  howTop: 'pairs that the post with it won, ties half',
  howBottom: 'all pairs of posts of one account and one quarter, one with it and one without',
  howText: [
    'Each account counts alike, however large: its own pairs give one share, and the figure is the mean of those shares.',
    'The line is an interval of 95 in 100 over accounts (Student’s), because accounts were sampled and not posts.',
    'A finding is what stands when all comparisons are looked at together (Benjamini and Hochberg): about one finding in twenty is luck. The rest is no clear difference, also where its own line leaves out a half.',
    'Where accounts all say the very same, nothing tells how sure it is.',
    'An account is in it with five posts of either kind; nothing is said of fewer than five accounts.',
    'A reply of our own below our own post is taken off. What a network counts may hold replies of other police.',
  ],
  leftOut: 'Left out',
  leftOutNames: {
    answers: 'Answers to somebody: they earn next to nothing',
    reshares: 'Reshares: their counts are of others',
    automated: 'Automated feeds',
    young: 'Counted within two days of the post',
  },
  lessons: 'What the corporate accounts can take from those that talk',
  lessonsNote:
    'Habits of accounts in the top quarter by dialogue share that go with more replies; posts near the middle, not the most answered',
  lessonsNone:
    'Nothing yet: no habit of the conversational accounts both goes with more replies and is rarer on the corporate ones.',
  noExample: 'No post of theirs with it was followed by an exchange.',
  isFor: 'For',
  replies: (n: number) => `${n.toLocaleString('en-GB')} ${plural(n, 'reply', 'replies')}, and the account answered`,
  noRisk: 'The rules find nothing in it that a person must decide.',
  risks: 'The rules would have a person decide:',
} as const
