import { type Amount, amounts, amountWords, isTold, type Loss, type Lost, type Switch } from '../../review/plan/loss.ts'
import type { Exactly } from '../../review/plan/only-these.ts'
import type { PlanFacts } from '../../review/plan/plan.contract.ts'
import { Count, day, plural } from '../say.ts'
import type { Fitting } from './fitting.ts'

/** `9%`, `0.2%`, `not known`. Under one in a hundred one more digit, because nothing and little are not the same. */
export const shareWords = (share: number | null): string => {
  if (share === null) return 'not known'
  const percent = share * 100
  return percent > 0 && percent < 1 ? `${percent.toFixed(1)}%` : `${Math.round(percent)}%`
}

/** Of some accounts it is not known, so it may be more. */
export const lostWords = ({ share, unknown }: Lost): string =>
  share !== null && unknown > 0 ? `at least ${shareWords(share)}` : shareWords(share)

const figure = (n: number): string => n.toLocaleString('en-GB')
const accountsIn = (n: number): string => `${n.toLocaleString('en-GB')} ${plural(n, 'account')}`
const nameOf = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id

const voicesKept = (all: number, lost: number): string => {
  if (all === 1) return `The one named voice is ${lost === 0 ? 'kept' : 'lost'}.`
  return lost === all ? `None of the ${all} named voices is kept.` : `${all - lost} of ${all} named voices are kept.`
}

export const planWords = {
  reviews: 'Reviews',
  path: 'Plans',
  reading: 'Reading the plans',
  failed: 'The plans could not be read',
  none: 'No plan is saved yet',
  heading: (n: number) => `${Count(n)} ${plural(n, 'plan')} ${n === 1 ? 'is' : 'are'} saved`,
  comparing: (n: number) => `${Count(n)} plans side by side`,
  eachLoses: 'What each would lose',
  lede: 'A plan is a set of accounts that might go, and what would be lost with them. Nothing happens to an account by saving one.',
  empty: 'No plan is saved yet. Choose a set of accounts and see what would be lost with them.',
  make: 'Make a plan',
  tryOut: 'Try a plan out',
  inShort: (l: Loss, talk: 'conversations' | 'replies') =>
    `${lostWords(l.amounts.followers)} of followers, ${lostWords(l.amounts[talk])} of ${planWords.talk[talk]}`,
  csv: (n: number) => `${plural(n, 'Plan')} as CSV`,
  compare: 'Compare',
  compareHint: 'Tick two to four to see them side by side.',
  fullAt: 'Four are compared at most.',
  saved: 'Saved plans',
  gone: (n: number) => `${Count(n)} more ${plural(n, 'has', 'have')} closed since`,
  head: { plan: 'Plan', goes: 'Accounts that go', by: 'Saved by', what: 'What would be lost' },
  goes: (l: Loss) =>
    `${l.merge} join another, ${l.close} close${l.leaving === 0 ? '' : `, ${l.leaving} ${plural(l.leaving, 'closes', 'close')} already`}`,
  whole: (all: number, l: Loss) =>
    `The whole plan: ${accountsIn(all)} to ${(all - l.accounts - l.leaving).toLocaleString('en-GB')}`,
  leaving: (n: number) =>
    `${Count(n)} more ${plural(n, 'is', 'are')} being closed already and ${plural(n, 'keeps', 'keep')} nothing here: what only ${plural(n, 'it', 'they')} would keep counts as lost.`,
  onePlan: (name: string, l: Loss, talk: 'conversations' | 'replies') => {
    const { begins, followers, joins, said } = lossSentence(l, talk)
    return l.accounts === 0
      ? `${name}: nothing goes`
      : `${name}: ${begins.charAt(0).toLowerCase()}${begins.slice(1)} ${followers} of followers ${joins} ${said} of ${planWords.talk[talk]}`
  },
  newPlan: 'A plan that is not saved yet',
  nothing: 'No account goes in this plan, so nothing is lost.',
  talk: { conversations: 'public conversations', replies: 'replies to the public' },
  figures: 'The same as a table',
  tableHead: { what: 'What', lost: 'Lost', whole: 'Of all', share: 'Share', unknown: 'Not known of' },
  also: 'Also lost',
  onlyThese: (l: Loss) =>
    l.exactly
      ? `${figure(l.exactly.people)} of the ${figure(l.exactly.of)} people who follow them follow no other account of ours.`
      : !isTold(l, 'followers')
        ? 'How many follow them is not known.'
        : `About ${l.onlyThese.toLocaleString('en-GB')} of ${l.amounts.followers.lost.toLocaleString('en-GB')} followers follow no other police account.`,
  countedOnly: ({ at, unread }: Exactly, zone: string) =>
    `Counted on ${day(at, zone, new Date())}, on each network by itself.${
      unread === 0
        ? ''
        : ` ${Count(unread)} more of our accounts there could not be read: who follows those as well counts here.`
    }`,
  estimate:
    'An estimate: who follows was not read of every account that goes. In the UK in 2013 and 2014, 64% of 1.37 million followers followed exactly one.',
  voices: (l: Loss) =>
    l.voices.going.length === 0
      ? 'Nobody signs on these accounts.'
      : voicesKept(l.voices.going.length, l.voices.lost.length),
  voicesLost: (l: Loss, f: PlanFacts) => `Lost: ${l.voices.lost.map((id) => nameOf(f.people, id)).join(', ')}.`,
  areas: (l: Loss) =>
    l.areas.length === 0
      ? 'Every area keeps an account that speaks for it.'
      : `Nobody else speaks for ${l.areas.join(', ')}.`,
  objectives: (l: Loss, f: PlanFacts) =>
    l.objectives.length === 0
      ? 'Every objective is still served.'
      : `Nothing else serves ${l.objectives.map((id) => nameOf(f.objectives, id)).join(', ')}.`,
  seldom: 'Followers seldom move by themselves. We count again at 30 and 90 days.',
  unheard: (n: number) =>
    `${accountsIn(n)} of those that go ${n === 1 ? 'is' : 'are'} not heard here, so ${n === 1 ? 'its' : 'their'} conversations are not known.`,
  changesIf: 'What changes if',
  /** With one digit more where both would read the same and are not. */
  becomes: (before: number | null, after: number | null) => {
    const fine = before !== null && after !== null && before !== after && shareWords(before) === shareWords(after)
    const say = (share: number | null) => (fine && share !== null ? `${(share * 100).toFixed(1)}%` : shareWords(share))
    return `${say(before)} becomes ${say(after)}`
  },
  switchName: (s: Switch, f: PlanFacts): string => {
    if (s.kind === 'keep') return `Keep ${nameOf(f.accounts, s.accountId)} as it is`
    if (s.kind === 'onlyUnused') return `Close only the ${s.accounts} that nobody uses`
    return 'Every named voice signs on the account it joins'
  },
  kept: (kept: number, of: number) => `${kept} of ${of} ${plural(of, 'voice')} kept`,
  compared: {
    onlyThese: 'Followers of nothing else',
    onlyTheseOf: (l: Loss): string =>
      l.exactly
        ? figure(l.exactly.people)
        : isTold(l, 'followers')
          ? `about ${figure(l.onlyThese)}, an estimate`
          : shareWords(null),
    voices: 'Named voices',
    areas: 'Areas with nobody to talk to',
    objectives: 'Objectives that nothing serves',
    none: 'None',
  },
  openPlans: 'Try another plan from here',
  undecided: (decided: number, open: number) =>
    open === 0 ? 'As decided.' : `${decided} decided; of the other ${open} what is recommended.`,
  behind: {
    heading: (n: number, name: string) =>
      n === 0 ? `Nobody began to talk with ${name}` : `${Count(n)} public ${plural(n, 'conversation')} with ${name}`,
    lede: (from: string, to: string) => `Begun from ${from} to ${to}, as plans and reviews count them.`,
    caption: 'Public conversations',
    head: { at: 'Begun', state: 'Now' },
    open: 'Open',
    closed: 'Closed',
  },
  builder: {
    reading: 'Reading the accounts',
    failed: 'The accounts could not be read',
    name: 'Name of the plan',
    nameHint: 'As “Autumn 2026, neighbourhoods merged”.',
    missing: 'Give it a name.',
    save: 'Save this plan',
    saveMore: (n: number) =>
      n === 0 ? 'Save it with nothing that goes' : `Save with ${accountsIn(n)} that ${n === 1 ? 'goes' : 'go'}`,
    remove: 'Delete this plan',
    removeSure: (name: string) => `Delete the plan “${name}”?`,
    removeBody: 'The accounts in it stay as they are. It cannot be brought back.',
    saved: 'Saved.',
    find: 'Find an account',
    class: 'Class',
    allClasses: 'All classes',
    accounts: 'Accounts',
    goes: 'Goes',
    goesLabel: (name: string) => `${name} goes`,
    into: 'Joins',
    intoLabel: (name: string) => `${name} joins`,
    nowhere: 'Closes',
    more: (n: number) => `${accountsIn(n)} more. Type a name to find one.`,
    noneFound: 'No account of this name or class.',
    readOnly: 'You can try plans out here. Communications and the product owner can save them.',
    clear: 'Untick every account',
    leaving: 'being closed already',
    noPlan: 'There is no such plan any more',
    noPlanLede: 'Somebody may have deleted it. The accounts in it stayed as they were.',
    since: ({ gone, ends }: Pick<Fitting, 'gone' | 'ends'>) =>
      [
        gone > 0 &&
          `${Count(gone)} of its accounts ${plural(gone, 'has', 'have')} closed since, and ${plural(gone, 'is', 'are')} left out here.`,
        ends > 0 &&
          `${Count(ends)} ${plural(ends, 'was', 'were')} to join an account that goes itself or has closed: here ${plural(ends, 'it joins', 'they join')} none.`,
      ]
        .filter(Boolean)
        .join(' '),
    meanwhile: 'Somebody else changed this plan since you opened it.',
    meanwhileBody: 'What you chose stays here, and cannot be saved over theirs.',
    loadAgain: 'Load theirs',
  },
} as const

/** Closing these 23 loses 3% of followers but 9% of public conversations. Both figures, always. */
export const lossSentence = (l: Loss, talk: 'conversations' | 'replies') => {
  const [followers, said] = [l.amounts.followers.share, l.amounts[talk].share]
  const joins = followers !== null && said !== null && said > followers ? 'but' : 'and'
  const what = l.accounts === 1 ? 'this one' : `these ${l.accounts.toLocaleString('en-GB')}`
  return {
    begins: `Closing ${what} loses`,
    followers: lostWords(l.amounts.followers),
    joins,
    said: lostWords(l.amounts[talk]),
  }
}

/** What the chart says to who does not see it. */
export const chartWords = (l: Loss, shown: readonly Amount[]): string =>
  `Share of the whole force that would go: ${shown.map((a) => `${amountWords[a].toLowerCase()} ${lostWords(l.amounts[a])}`).join(', ')}`

/** Amounts that are known of anything at all. */
export const shownAmounts = (l: Loss): Amount[] => amounts.filter((a) => l.amounts[a].whole > 0)
