import type { FrameFacts } from '../frame/facts.ts'
import type { HoldScope } from '../parts/hold-dialog.tsx'
import type { WordMark } from '../parts/marked-words.ts'
import type { PreviewProps } from '../parts/preview.tsx'
import type { Target } from '../parts/target-chooser.tsx'

/** Everything here is invented: Westshire Police, its officers, its public. */
export const networks = {
  facebook: { mark: 'Fb', name: 'Facebook' },
  x: { mark: 'X', name: 'X' },
  bluesky: { mark: 'Bs', name: 'Bluesky' },
  mastodon: { mark: 'Ma', name: 'Mastodon' },
  instagram: { mark: 'Ig', name: 'Instagram' },
  youtube: { mark: 'Yt', name: 'YouTube' },
}

export const facts: FrameFacts = {
  force: 'Westshire Police',
  zone: 'Europe/London',
  me: { name: 'Ffion Maddox', role: 'Duty communications', initials: 'FM' },
  entries: ['write', 'today', 'approvals', 'posts', 'register', 'practice', 'rules', 'people', 'health', 'settings'],
  counts: { today: { n: 3, urgent: true }, approvals: { n: 3, urgent: false } },
  mayHold: { waiting: 41, sending: 2 },
  held: null,
}

export const holdable: readonly HoldScope[] = [
  { id: 'eastby', name: 'Eastby, every account' },
  { id: 'x', name: 'X, every account' },
]

export const held: NonNullable<FrameFacts['held']> = {
  what: 'all posts',
  since: '2026-10-06T20:55:00Z',
  by: 'Supt Orrell',
  why: 'Critical incident, Eastby',
}

export const english =
  'Two people arrested in Mill Lane tonight after a neighbour rang us about a break-in at number 14. Burglar caught with the bags still in hand. Saw anything between 7pm and 8pm? Call 101 and quote 0398 of 6 October. #saferwestport'

export const welsh =
  'Arestiwyd dau berson ym Mill Lane heno wedi i gymydog ein ffonio am ladrad mewn tŷ. Welsoch chi rywbeth rhwng 7yh ac 8yh? Ffoniwch 101 a dyfynnwch 0398 o 6 Hydref. #WestportDdiogelach'

const find = (n: number, severity: WordMark['severity'], stretch: string, text: string): WordMark[] => {
  const from = text.indexOf(stretch)
  return from < 0 ? [] : [{ n, severity, from, to: from + stretch.length }]
}

/** The rules of the example, as four words to look for: marks move as the words are edited. */
export const marksIn = (text: string): WordMark[] => [
  ...find(1, 'blocked', 'number 14', text),
  ...find(2, 'approval', 'Burglar', text),
  ...find(3, 'advice', 'tonight', text),
  ...find(4, 'advice', '#saferwestport', text),
]

export const targets = (used: number): Target[] => [
  { id: 'fb', network: networks.facebook, handle: 'WestportPolice', used: used + 190, most: null },
  { id: 'x', network: networks.x, handle: '@WestportPolice', used, most: 280 },
  { id: 'bs', network: networks.bluesky, handle: '@westshire.police.uk', used, most: 300 },
  {
    id: 'x2',
    network: networks.x,
    handle: '@WestportCentral',
    used,
    most: 280,
    reason: 'Same words, same day: a repeat',
  },
]

export const picture = new URL('./road.svg', import.meta.url).href

export const places = (words: string): PreviewProps['places'] => [
  {
    id: 'x',
    network: networks.x,
    name: 'Westport Police',
    handle: '@WestportPolice',
    note: 'Two posts, Welsh first, one minute apart. On Facebook: one post in both languages.',
    posts: [
      {
        id: 'en',
        lang: 'en',
        words: `PC LC: ${words}`,
        pictures: [{ src: picture, alt: 'Police cones across a road at night.' }],
        when: 'Wed 7 Oct 2026, 08:01',
        count: '235 of 280',
      },
    ],
  },
  {
    id: 'fb',
    network: networks.facebook,
    name: 'Westport Police',
    handle: 'WestportPolice',
    posts: [{ id: 'en', lang: 'en', words: `PC LC: ${words}`, pictures: [], when: 'Wed 7 Oct 2026, 08:00' }],
  },
]

/** Thirteen weeks of an account that mostly reshares, and one week that nobody counted. */
export const reshares = [1, 4, 1, 1, 0, 0, 0, 0, 2, 2, 1, 0, 0].map((first, i) =>
  i === 9 ? null : { first, second: 12 + ((i * 7) % 9) },
)

export const voice = [9, 12, 5, 10, 8, 11, 7, 9, 12, 6, 10, 9, 11].map((first, i) => ({
  first,
  second: 4 + ((i * 5) % 8),
}))

const workday = [{ from: 8, to: 18 }]
export const cover = [workday, workday, workday, workday, workday, [], []]
