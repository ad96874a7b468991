import type { AccountKey } from '../accounts.ts'

/** How an account speaks. Shares are parts of everything that it puts out; what is left are posts of its own. */
export type Style = {
  /** On a usual day, own posts, answers and reshares together. */
  perDay: number
  /** How even its days are: 1 comes in bursts with many empty days, 10 nearly like the clock. */
  evenness: number
  words: 'force' | 'local' | 'officer' | 'roads' | 'rural' | 'dogs' | 'office' | 'event'
  /** Informing, appealing, engaging. */
  mix: readonly [number, number, number]
  answers: number
  reshares: number
  /** Said again word for word some days later. */
  repeats: number
  /** How likely it puts out a day of something that headquarters sends round. */
  echo: number
  language: 'en' | 'cy' | 'both'
  /** Of its answers: to other forces and partners, sent elsewhere, “not monitored”, in a set line. */
  amongOurselves: number
  elsewhere: number
  unmonitored: number
  setLine: number
  /** Of its own posts, those of an automated feed. */
  feed: number
  /** No words of its own since so many days; null: it speaks on. */
  silentSince: number | null
  /** It speaks on these days only (days ago), and then so often. */
  events: readonly (readonly [ago: number, times: number])[] | null
}

const local: Style = {
  perDay: 0.45,
  evenness: 1,
  words: 'local',
  mix: [62, 18, 20],
  answers: 0.12,
  reshares: 0.2,
  repeats: 0.02,
  echo: 0.25,
  language: 'en',
  amongOurselves: 0.15,
  elsewhere: 0.3,
  unmonitored: 0,
  setLine: 0.03,
  feed: 0,
  silentSince: null,
  events: null,
}

const corporate: Style = { ...local, perDay: 7, evenness: 2, words: 'force', mix: [55, 25, 20], answers: 0.14, reshares: 0.18, repeats: 0.04, echo: 1, amongOurselves: 0.1, elsewhere: 0.45 } // biome-ignore format: a row
const district: Style = {
  ...local,
  mix: [52, 16, 32],
  perDay: 2,
  evenness: 2,
  answers: 0.28,
  reshares: 0.15,
  echo: 0.5,
}
const team: Style = { ...local, perDay: 0.5, words: 'office', answers: 0.1, reshares: 0.25, echo: 0.2 }
const officer: Style = {
  ...local,
  perDay: 0.5,
  words: 'officer',
  answers: 0.3,
  reshares: 0.12,
  echo: 0.05,
  elsewhere: 0.1,
}

export const styles = {
  local,
  talker: { ...local, mix: [40, 12, 48], perDay: 0.8, answers: 0.42, reshares: 0.08, echo: 0.05, elsewhere: 0.12 },
  quiet: { ...local, perDay: 0.3, answers: 0.05, reshares: 0.2, silentSince: 62 },
  resharer: { ...local, perDay: 0.55, reshares: 0.82, answers: 0.01, silentSince: 75 },
  echoer: { ...local, perDay: 0.16, answers: 0.03, reshares: 0.3, echo: 1 },
  drowned: { ...local, mix: [50, 12, 38], perDay: 2.2, evenness: 2, answers: 0.4, reshares: 0.04, echo: 0.2, amongOurselves: 0.05, elsewhere: 0.1 }, // biome-ignore format: a row
  answersNothing: { ...local, perDay: 0.9, answers: 0, reshares: 0.12 },
  welshLocal: { ...local, language: 'both', perDay: 0.35, answers: 0.2 },
  district,
  /** Sends most who ask elsewhere, and says that nobody reads along. */
  unread: { ...district, answers: 0.24, elsewhere: 0.55, unmonitored: 0.16 },
  welshDistrict: { ...district, perDay: 1.3, language: 'both' },
  fed: { ...district, perDay: 2.4, answers: 0.03, feed: 0.48 },
  corporate,
  corporateX: { ...corporate, perDay: 4.5, answers: 0.06, reshares: 0.24 },
  corporateFacebook: { ...corporate, perDay: 2.6, answers: 0.1, reshares: 0.08 },
  corporatePictures: { ...corporate, perDay: 0.9, answers: 0.05, reshares: 0.02, mix: [55, 5, 40] },
  corporateOpen: { ...corporate, perDay: 1.4, answers: 0.22, reshares: 0.1 },
  welshForce: { ...corporate, perDay: 2.6, language: 'cy', answers: 0.08, reshares: 0.08, echo: 0 },
  desk: { ...corporate, perDay: 21, evenness: 12, answers: 0.95, reshares: 0.01, echo: 0, elsewhere: 0.24, setLine: 0.06 }, // biome-ignore format: a row
  chiefs: { ...officer, perDay: 0.6, words: 'force', mix: [45, 5, 50], answers: 0.35, reshares: 0.05 },
  roads: { ...team, perDay: 2.6, evenness: 2, words: 'roads', mix: [80, 14, 6], answers: 0.16, reshares: 0.12 },
  rural: { ...team, perDay: 0.9, words: 'rural', answers: 0.22 },
  dogs: { ...team, perDay: 0.8, words: 'dogs', mix: [78, 4, 18], answers: 0.3 },
  team,
  quietTeam: { ...team, silentSince: 84 },
  event: { ...team, words: 'event', perDay: 0, reshares: 0, answers: 0.18, echo: 0, events: [[331, 22], [290, 31], [247, 18], [246, 26], [190, 40], [141, 24], [97, 36], [71, 29]] }, // biome-ignore format: a row
  officer,
  brilliant: { ...officer, mix: [45, 5, 50], perDay: 1.7, evenness: 3, answers: 0.56, reshares: 0.04, elsewhere: 0.05, setLine: 0, echo: 0 }, // biome-ignore format: a row
  witty: { ...officer, mix: [55, 3, 42], perDay: 1.1, answers: 0.3, reshares: 0.05, echo: 0 },
  /** Talks, but mostly to other police. */
  colleague: { ...officer, perDay: 0.7, answers: 0.45, amongOurselves: 0.85 },
  campaign: { ...team, perDay: 0.3, words: 'force', mix: [70, 2, 28], answers: 0.06 },
  ended: { ...team, perDay: 0.5, words: 'force', silentSince: 160, echo: 0 },
  unknown: { ...local, perDay: 0, echo: 0 },
} as const satisfies Record<string, Style>

export type StyleKey = keyof typeof styles

/** How the accounts speak that the demo's weeks know already, and how many follow them. */
export const stylesBefore: Readonly<Partial<Record<AccountKey, readonly [style: StyleKey, followers: number]>>> = {
  westshire: ['corporate', 214_300],
  heddlu: ['welshForce', 18_700],
  desk: ['desk', 41_200],
  chiefs: ['chiefs', 2140],
  westport: ['district', 23_900],
  central: ['talker', 6120],
  eastby: ['district', 17_400],
  harrowfield: ['unread', 11_700],
  tregarn: ['welshDistrict', 8900],
  roads: ['roads', 24_100],
  dogs: ['dogs', 22_400],
  rural: ['rural', 7900],
  facebook: ['corporateFacebook', 187_000],
  x: ['corporateX', 162_400],
  instagram: ['corporatePictures', 61_200],
  bluesky: ['corporateOpen', 12_300],
  eastbyNorth: ['answersNothing', 1890],
  lantern: ['ended', 2300],
  stannerHill: ['quiet', 730],
}
