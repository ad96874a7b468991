import { type Calendar, dice, later } from '../calendar.ts'
import { absences, thingsOf, timeOfDay } from './cadence.ts'
import { earnedBy, earnedByAnswer, type Put } from './earned.ts'
import { oneOf, type Roll } from './grammar.ts'
import { officials, publicHalves } from './others.ts'
import { answerKind, answerWords, echoWords, feedWords, ownWords, passedOnWords, type Words } from './saying.ts'
import type { Style, StyleKey } from './styles.ts'
import { styles } from './styles.ts'
import { awarenessDays } from './words/days.ts'

/** Somebody who signs: as it is published, how large a part of what is said, and from when on. */
export type Signer = { sign(words: string): string; part: number; from: Date }

/** One account as its year is told. `place`: where it speaks of. `since`, `until`: the first day and the last, counted back from the present. */
export type Teller = {
  network: string
  handle: string
  place: string
  style: StyleKey
  /** Speaks for the whole force. */
  corporate: boolean
  followers: number
  signers: readonly Signer[]
  since: number
  until: number
}

/** A row in the archive’s plain columns. */
export type Told = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

type Telling = {
  of: Teller
  style: Style
  roll: Roll
  /** Of the day in hand. */
  midnight: Date
  /** How much its public cares how a thing is said: about 1. */
  moved: number
  rows: Told[]
  /** What it said to everybody, for whatever is said again. */
  said: Words[]
  lastOwn: string | null
  /** Whom somebody answered last. */
  answered: { handle: string; signer: Signer | null; at: Date } | null
}

const seedOf = (handle: string, seed: number): number =>
  [...handle].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, seed)

/** Everything that the account put out in its year, from the oldest on. The same for the same seed at the same moment. */
export function historyOf(of: Teller, calendar: Calendar, seed: number): Told[] {
  const roll = dice(seedOf(of.network + of.handle, seed))
  const style: Style = styles[of.style]
  const moved = 0.5 + roll()
  const begun = { midnight: calendar.now, rows: [], said: [], lastOwn: null, answered: null }
  const telling: Telling = { of, style, roll, moved, ...begun }
  const away = absences(style, roll)
  const silent = style.silentSince === null ? -1 : style.silentSince + Math.floor(roll() * 90)
  for (let ago = of.since; ago >= of.until; ago--) {
    telling.midnight = calendar.at(ago, '00:00')
    const speaks = ago > silent
    const things = away(ago) ? 0 : thingsOf(style, ago, calendar, roll)
    const minutes = Array.from({ length: things }, () => minuteOf(timeOfDay(roll, of.style === 'desk'))).sort((a, b) => a - b) // biome-ignore format: one thought
    for (const minute of minutes) tellOne(telling, later(telling.midnight, minute), ago, speaks)
    if (speaks) for (const day of awarenessDays) if (day.ago === ago) tellEcho(telling, ago, day)
  }
  const before = later(calendar.now, -5).toISOString()
  return telling.rows.filter((row) => String(row.said_at) < before)
}

const minuteOf = (wall: string): number => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3))

function tellEcho(t: Telling, ago: number, { says, calls }: (typeof awarenessDays)[number]): void {
  if (t.roll() >= t.style.echo) return
  // Headquarters first; the others when they read it, some of them days later.
  const days = t.style.words === 'force' ? 0 : Math.floor(t.roll() * 3)
  const minute = t.style.words === 'force' ? 540 : 20 + minuteOf(timeOfDay(t.roll, false))
  if (ago - days < t.of.until) return
  keep(t, later(t.midnight, days * 1440 + minute), ago, 'original', echoWords(says, calls, t.of.place, t.roll))
}

function tellOne(t: Telling, at: Date, ago: number, speaks: boolean): void {
  const { style, roll } = t
  const which = roll()
  if (which < style.reshares) {
    if (speaks || style.reshares > 0.5) tellReshare(t, at, ago)
  } else if (!speaks) return
  else if (which < style.reshares + style.answers) tellAnswer(t, at, ago)
  else if (roll() < style.feed) keep(t, at, ago, 'original', feedWords(roll))
  else tellOwn(t, at, ago)
}

function tellReshare(t: Telling, at: Date, ago: number): void {
  const ours = t.roll() < 0.45 && t.of.handle !== 'WestshirePolice'
  const from = ours ? 'WestshirePolice' : oneOf(officials, t.roll)[0]
  keep(t, at, ago, 'reshare', passedOnWords(t.of.place, t.roll), { id: idFrom(t.roll), handle: from })
}

function tellOwn(t: Telling, at: Date, ago: number): void {
  const { style, roll } = t
  const again = t.said.length > 20 && roll() < style.repeats ? oneOf(t.said.slice(-60), roll) : null
  const said = again ? [again] : ownWords(style, t.of.place, roll)
  for (const [n, words] of said.entries()) keep(t, later(at, n * 2), ago, 'original', words)
  if (!again) t.said.push(...said)
  // A second thought, said below the first: a thread, and no answer to anybody.
  const more = style.words === 'force' && roll() < 0.05 ? ownWords(style, t.of.place, roll)[0] : undefined
  if (more && t.lastOwn) keep(t, later(at, 6), ago, 'reply', more, { id: t.lastOwn, handle: t.of.handle })
}

function tellAnswer(t: Telling, at: Date, ago: number): void {
  const { of, style, roll } = t
  const signer = signerOf(t, at, ago)
  const kind = answerKind(style, roll)
  const handle = kind === 'police' ? oneOf(officials, roll)[0] : whom(t, signer, at)
  keep(t, at, ago, 'reply', answerWords(style, kind, of.place, roll), { id: idFrom(roll), handle }, signer)
  const drowns = of.style === 'drowned' && signer === of.signers[0]
  if (kind !== 'police' && !drowns) t.answered = { handle, signer, at }
}

/** On the account where one drowns the others, the one who does so also answers those whom a colleague had answered. */
function whom(t: Telling, signer: Signer | null, at: Date): string {
  const { answered, roll, of } = t
  const theirs = answered && answered.signer !== signer && at.getTime() - answered.at.getTime() < 20 * 3_600_000
  if (theirs && of.style === 'drowned' && signer === of.signers[0] && roll() < 0.6) return answered.handle
  return `${oneOf(publicHalves[0], roll)}_${oneOf(publicHalves[1], roll)}${roll() < 0.5 ? Math.floor(roll() * 90 + 10) : ''}`
}

function signerOf({ of, roll }: Telling, at: Date, ago: number): Signer | null {
  const there = of.signers.filter((s) => s.from <= at)
  const part = (s: Signer): number => (of.style === 'drowned' ? drowning(of.signers.indexOf(s), s.part, ago) : s.part)
  let left = roll() * there.reduce((sum, s) => sum + part(s), 0)
  return (
    there.find((s) => {
      left -= part(s)
      return left < 0
    }) ?? null
  )
}

/** The first speaks more and more; the second falls silent over eight weeks and is gone a quarter ago, the others fade over the last eight. */
function drowning(n: number, part: number, ago: number): number {
  if (n === 0) return ago < 150 ? part * 1.65 : part
  const [from, to] = n === 1 ? [151, 95] : [72, 16]
  return part * Math.min(1, Math.max(0, (ago - to) / (from - to)))
}

const idFrom = (roll: Roll): string => String(10_000_000 + Math.floor(roll() * 89_999_999))

type To = { id: string; handle: string }

function keep(
  t: Telling,
  at: Date,
  ago: number,
  kind: string,
  words: Words,
  to: To | null = null,
  by?: Signer | null,
): void {
  const { of, roll } = t
  const signer = kind === 'reshare' ? null : by === undefined ? ownSigner(t, at, ago) : by
  const id = `${of.handle.toLowerCase()}-${t.rows.length + 1}`
  const pictures = kind === 'original' && roll() < 0.34 ? 1 : 0
  const text = kind === 'original' ? dressed(t, words) : words.text
  const said = signer ? signer.sign(text) : text
  t.rows.push({
    id,
    network: of.network,
    account: of.handle,
    said_at: at.toISOString(),
    kind,
    words: said,
    language: words.language,
    to_id: to?.id ?? null,
    to_handle: to?.handle ?? null,
    pictures,
    described: pictures === 0 || roll() < (t.style.words === 'force' ? 0.96 : 0.62) ? pictures : 0,
    ...countsOf(t, kind, {
      words: said,
      hour: hourIn(t, at),
      signed: signer !== null,
      picture: pictures > 0,
      echo: words.echo ?? false,
    }),
    counted_at: later(at, 60 * 24 * 2).toISOString(),
    followers: followersAt(of, ago),
  })
  if (kind === 'original') t.lastOwn = id
}

const hourIn = ({ midnight }: Telling, at: Date): number =>
  Math.floor((at.getTime() - midnight.getTime()) / 3_600_000) % 24

/** Who signs what is said to everybody. Now and then somebody forgets to. */
function ownSigner(t: Telling, at: Date, ago: number): Signer | null {
  const signer = signerOf(t, at, ago)
  return signer !== null && t.of.style !== 'drowned' && t.roll() < 0.2 ? null : signer
}

/** Now and then the place as a hashtag, alone or among others, or a link. */
function dressed({ of, style, roll }: Telling, { text, language, echo }: Words): string {
  const at = roll()
  const [alone, among] = style.words === 'force' ? [0.26, 0.4] : [0.14, 0.22]
  if (language === 'en' && !echo && at < among) {
    const place = `${text} #${of.place.replace(/[^\p{L}]/gu, '')}`
    return at < alone ? place : `${place} #${oneOf(slogans, roll)} #${oneOf(partners, roll)}`
  }
  if (style.words === 'force' && at > 0.72) return `${text} https://www.westshire.police.example/news`
  return text
}

const slogans = ['HereForYou', 'SaferTogether', 'ProudToServe', 'KeepingYouSafe', 'YourPolice'] as const
const partners = ['Westshire', 'WestshirePolice', 'WorkingTogether', 'OnePolice', 'Partnership'] as const

function countsOf(
  { of, style, roll, moved }: Telling,
  kind: string,
  put: Put,
): Pick<Told, 'replies' | 'reshares' | 'likes'> {
  if (kind === 'reshare') return { replies: null, reshares: null, likes: null }
  if (kind === 'reply') return earnedByAnswer(roll)
  return earnedBy(put, { corporate: of.corporate, followers: of.followers, answers: style.answers, moved }, roll)
}

/** They grow slowly; those of the chief officers began at seventy. */
const followersAt = ({ style, followers }: Teller, ago: number): number => {
  const past = Math.min(1, ago / 365)
  return Math.round(style === 'chiefs' ? 70 + (followers - 70) * (1 - past) ** 0.7 : followers * (1 - 0.11 * past))
}
