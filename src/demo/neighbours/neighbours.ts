import { account, type YearAccount } from '../year/account.ts'
import type { Teller } from '../year/history.ts'
import type { StyleKey } from '../year/styles.ts'

/** A force next to ours, invented as ours is: what everything there is called after, and how it speaks. */
export type Neighbour = { word: string; corporate: StyleKey; local: StyleKey; followers: number }

/** With ours they are eight: fewer do not tell what is ordinary among forces. One answers far more than the others. */
export const neighbours: readonly Neighbour[] = [
  { word: 'Northmoor', corporate: 'corporateOpen', local: 'local', followers: 96_000 },
  { word: 'Eastmarch', corporate: 'corporateOpen', local: 'talker', followers: 141_000 },
  { word: 'Southvale', corporate: 'corporatePictures', local: 'local', followers: 118_000 },
  { word: 'Lowmere', corporate: 'corporateOpen', local: 'local', followers: 74_000 },
  { word: 'Highfell', corporate: 'corporateOpen', local: 'local', followers: 52_000 },
  { word: 'Saltmarch', corporate: 'corporatePictures', local: 'local', followers: 87_000 },
  { word: 'Arrowdale', corporate: 'corporateOpen', local: 'local', followers: 63_000 },
]

export const forceNameOf = ({ word }: Neighbour): string => `${word} Police`

const head = { office: 'Head of communications', objectives: [], cover: 'Daily 7–23' } as const
const team = { objectives: [], cover: 'Mon–Fri 9–17' } as const

/** Three for the whole force and four for parts of it: of fewer than three of a class nothing is shown to others. */
export const accountsOf = ({ word, corporate, local, followers }: Neighbour): readonly YearAccount[] => [
  ...(['x', 'facebook', 'instagram'] as const).map((network, n) =>
    account('corporate', {
      ...head,
      network,
      handle: `${word}Police`,
      name: `${word} Police`,
      purpose: 'News, appeals and answers for the whole force',
      style: n === 0 ? corporate : 'corporatePictures',
      followers: Math.round(followers / (n + 1)),
    }),
  ),
  ...['Upper', 'Lower', 'Great', 'Little'].map((part, n) =>
    account('neighbourhood', {
      ...team,
      handle: `${part}${word}NPT`,
      name: `${part} ${word}`,
      area: `${part} ${word}`,
      office: `${part} ${word} inspector`,
      purpose: `${part} ${word}: news, meetings, answers`,
      style: local,
      followers: 700 + 240 * n,
    }),
  ),
]

/** Nine weeks of it. Nobody signs there: whoever compares reads figures and no names. */
export const tellerOf = ({ network, handle, name, style, followers, class: of }: YearAccount): Teller => ({
  network,
  handle,
  place: name,
  style,
  corporate: of === 'corporate',
  followers,
  signers: [],
  since: 63,
  until: 0,
})
