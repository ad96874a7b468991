import { createWriteStream, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { feed, forceName, nearly, person, reply, say, setLines, townName } from './corpus-words.ts'
import { diceOf } from './dice.ts'

/**
 * `npm run corpus -- --posts 1500000 --accounts 2498 --out corpus.jsonl [--seed 1]`
 *
 * A national corpus of invented posts, made to the published figures: 48 corporate accounts and 2,450 others in 44 forces. One line a post, in
 * the archive's plain columns, with `force` besides; `<out>.accounts.json` lists the accounts. The same seed makes the same file. Fewer posts
 * are fewer days of the same accounts. At the end it prints what it made beside what was asked.
 */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1500000' },
    accounts: { type: 'string', default: '2498' },
    out: { type: 'string', default: 'corpus.jsonl' },
    seed: { type: 'string', default: '1' },
  },
})
const wanted = Number(values.posts)
const d = diceOf(Number(values.seed))
const end = Date.parse('2018-01-01T00:00:00Z')
const day = 86_400_000
const days = Math.max(60, Math.round((1096 * wanted) / 1_500_000))
const forces = Math.min(44, Number(values.accounts))

type Account = {
  force: string
  handle: string
  class: string
  /** Items a day, and the shares of what it puts out. */
  rate: number
  replies: number
  reshares: number
  repeats: number
  feeds: number
  elsewhere: number
  unread: number
  /** How much is shared and liked, against a corporate account. */
  reach: number
}

const normal = () => Math.sqrt(-2 * Math.log(1 - d.next())) * Math.cos(2 * Math.PI * d.next())
const between = (low: number, high: number) => low + d.next() * (high - low)

const classes: readonly (readonly [name: string, share: number, rate: () => number, reach: number])[] = [
  ['district', 0.11, () => Math.exp(0.1 + 0.5 * normal()), 0.3],
  ['neighbourhood', 0.58, () => 0.3 * Math.exp(0.7 * normal()), 0.1],
  ['specialist', 0.14, () => 0.5 * Math.exp(0.8 * normal()), 0.3],
  ['individual', 0.12, () => 0.4 * Math.exp(0.9 * normal()), 0.15],
  ['campaign', 0.04, () => 0.15 * Math.exp(0.5 * normal()), 0.2],
  ['chiefOfficer', 0.01, () => 0.5 * Math.exp(0.4 * normal()), 0.3],
]

/** The five forces whose main accounts were counted in 2019 to 2021: replies, repeats, sent elsewhere, not monitored. */
const styles = [
  [0.3, 0.038, 0.2, 0],
  [0.27, 0.064, 0.53, 0.101],
  [0.42, 0.015, 0.41, 0.187],
  [0.01, 0.011, 0.09, 0],
  [0.02, 0.03, 0.29, 0],
] as const

function accountsOf(count: number): Account[] {
  const corporate = Math.max(1, Math.round((count * 48) / 2498))
  return Array.from({ length: count }, (_, n) => {
    const force = forceName(n % forces)
    const style = d.pick(styles)
    const common = {
      force,
      elsewhere: style[2],
      unread: style[3],
      reshares: Math.min(0.6, Math.abs(0.2 + 0.1 * normal())),
    }
    if (n < corporate)
      return {
        ...common,
        handle: `${force}Police${n >= forces ? 'HQ' : ''}`,
        class: 'corporate',
        rate: between(5.5, 8.5),
        replies: style[0],
        repeats: style[1],
        feeds: n === 0 ? 0.4 : 0,
        reach: 1,
      }
    const kind = classes[weighted(classes.map(([, share]) => share))]
    return {
      ...common,
      handle: `${force}${townName(d)}${n}`,
      class: kind?.[0] ?? 'neighbourhood',
      rate: kind?.[2]() ?? 0.3,
      // A share of them only reshares; most answer more than corporate accounts do.
      reshares: d.next() < 0.15 ? 0.97 : common.reshares,
      replies: between(0.02, 0.45),
      repeats: between(0.01, 0.06),
      feeds: 0,
      reach: kind?.[3] ?? 0.1,
    }
  })
}

/** Which of several, by their weights. */
function weighted(weights: readonly number[]): number {
  let dice = d.next() * weights.reduce((a, b) => a + b, 0)
  for (const [n, weight] of weights.entries()) {
    dice -= weight
    if (dice < 0) return n
  }
  return weights.length - 1
}

/** A value of a distribution that is known at some of its quantiles. */
const drawn = (points: readonly (readonly [share: number, value: number])[]): number => {
  const u = d.next()
  const after = Math.max(
    1,
    points.findIndex(([share]) => u <= share),
  )
  const [[a, from], [b, to]] = [points[after - 1] ?? [0, 0], points[after] ?? [1, 0]]
  return from + ((u - a) / (b - a || 1)) * (to - from)
}
const postLength = [
  [0, 30],
  [0.1, 72],
  [0.5, 202],
  [0.9, 267],
  [1, 280],
] as const
const replyLength = [
  [0, 20],
  [0.1, 60],
  [0.5, 159],
  [0.9, 240],
  [1, 280],
] as const
const shared = [
  [0, 0],
  [0.25, 3],
  [0.5, 6.5],
  [0.75, 16],
  [0.95, 105],
  [1, 700],
] as const
const liked = [
  [0, 0],
  [0.25, 5],
  [0.5, 11.5],
  [0.75, 32],
  [0.95, 184],
  [1, 1500],
] as const
const answered = [
  [0, 0],
  [0.25, 0],
  [0.5, 1],
  [0.75, 5],
  [0.95, 19],
  [1, 120],
] as const
const hours = [0.3, 0.1, 0.1, 0.1, 0.1, 0.2, 3, 9, 16, 17, 16, 13, 11, 10, 10, 11, 13, 13, 11, 9, 7, 4, 0.5, 0.5]

/** When it spoke: some days a lot, many days nothing. */
function timesOf(count: number): number[] {
  const busy = Array.from({ length: days }, () => (d.next() < 0.12 ? 0 : -Math.log(1 - d.next())))
  const total = busy.reduce((a, b) => a + b, 0)
  const times: number[] = []
  let due = 0
  for (const [n, weight] of busy.entries())
    for (due += (count * weight) / total; due >= 1 && times.length < count; due--)
      times.push(end - (days - n) * day + weighted(hours) * 3_600_000 + d.upTo(3_600_000))
  while (times.length < count)
    times.push(end - (1 + d.upTo(days)) * day + weighted(hours) * 3_600_000 + d.upTo(3_600_000))
  return times.sort((a, b) => a - b)
}

/** What a force says everywhere in a week, taken up by many of its accounts with small changes. */
const campaigns = new Map<string, string>()
const campaignOf = (force: string, at: number): string => {
  const key = `${force} ${Math.floor(at / (7 * day))} ${d.upTo(2)}`
  const known = campaigns.get(key)
  if (known) return known
  const words = say(d, 180)
  campaigns.set(key, words)
  return words
}

const made = {
  reply: 0,
  reshare: 0,
  quote: 0,
  original: 0,
  repeats: 0,
  near: 0,
  campaign: 0,
  self: 0,
  police: 0,
  set: 0,
  night: 0,
}
const lengths = { own: [] as number[], reply: [] as number[], shared: [] as number[], liked: [] as number[] }
let id = 420_000_000_000_000_000n
let lines = 0

const count = (points: typeof shared | typeof liked | typeof answered, reach: number) =>
  Math.round(drawn(points) * reach)
const kept = (values: number[], value: number) => {
  if (lines % 20 === 0) values.push(value)
}

function ownWords(a: Account, said: string[], at: number): string {
  if (d.next() < a.feeds) return feed(d, a.force)
  const dice = d.next()
  const earlier = said.length > 3 ? said[said.length - 1 - d.upTo(Math.min(said.length, 200))] : undefined
  if (earlier && dice < a.repeats) {
    made.repeats += 1
    return earlier
  }
  if (earlier && dice < a.repeats + 0.03) {
    made.near += 1
    return nearly(d, earlier)
  }
  if (dice > 0.96) {
    made.campaign += 1
    return nearly(d, campaignOf(a.force, at))
  }
  return say(d, drawn(postLength))
}

function lineOf(a: Account, at: number, said: string[], ids: string[]): string {
  id += BigInt(1 + d.upTo(1_000_000))
  const own = String(id)
  const dice = d.next()
  const kind =
    dice < a.replies
      ? 'reply'
      : dice < a.replies + a.reshares * (1 - a.replies)
        ? 'reshare'
        : d.next() < 0.04
          ? 'quote'
          : 'original'
  made[kind] += 1
  const hour = new Date(at).getUTCHours()
  if (hour >= 22 || hour < 6) made.night += 1
  const base = {
    force: a.force,
    network: 'x',
    account: a.handle,
    id: own,
    said_at: new Date(at).toISOString(),
    kind,
    language: 'en',
  }
  const silent = { replies: null, quotes: null, counted_at: '2018-02-01T00:00:00Z', cut: false, edited: false }
  lines += 1
  if (kind === 'reshare') {
    const whose = d.next() < 0.5 ? `${a.force}Police` : person(d)
    const words = `RT @${whose}: ${say(d, 100)}`
    return JSON.stringify({
      ...base,
      words,
      to_id: String(id - 99n),
      to_handle: whose,
      pictures: 0,
      videos: 0,
      reshares: 0,
      likes: 0,
      ...silent,
    })
  }
  if (kind === 'reply') {
    const to = d.next()
    const self = to < 0.1 && ids.length > 0
    const police = !self && to < 0.18
    if (self) made.self += 1
    if (police) made.police += 1
    const whose = self ? a.handle : police ? `${forceName(d.upTo(forces))}Police` : person(d)
    const manner = d.next()
    const length = Math.max(drawn(replyLength), 25)
    const set = !self && !police && d.next() < 0.08
    if (set) made.set += 1
    const full = set
      ? d.pick(setLines)
      : reply(d, manner < a.elsewhere ? 'elsewhere' : manner < a.elsewhere + a.unread ? 'unread' : 'answer', length)
    const words = `@${whose} ${full.slice(0, length)}`
    kept(lengths.reply, words.length)
    const to_id = self ? (ids.at(-1 - d.upTo(Math.min(ids.length, 5))) ?? null) : String(id - BigInt(1 + d.upTo(9999)))
    return JSON.stringify({
      ...base,
      words,
      to_id,
      to_handle: whose,
      pictures: 0,
      videos: 0,
      reshares: 0,
      likes: d.next() < 0.3 ? 1 : 0,
      ...silent,
    })
  }
  const words = ownWords(a, said, at)
  said.push(words)
  ids.push(own)
  kept(lengths.own, words.length)
  const [reshares, likes] = [count(shared, a.reach), count(liked, a.reach)]
  if (a.class === 'corporate') {
    kept(lengths.shared, reshares)
    kept(lengths.liked, likes)
  }
  const pictures = d.next() < 0.45 ? 1 : 0
  return JSON.stringify({
    ...base,
    words,
    to_id: kind === 'quote' ? String(id - 77n) : null,
    to_handle: kind === 'quote' ? person(d) : null,
    links: d.next() < 0.4 ? [`https://police.example/${lines}`] : [],
    pictures,
    videos: d.next() < 0.05 ? 1 : 0,
    described: pictures && d.next() < 0.2 ? 1 : 0,
    reshares,
    likes,
    ...silent,
    replies: count(answered, a.reach),
  })
}

const accounts = accountsOf(Number(values.accounts))
const whole = accounts.reduce((sum, a) => sum + a.rate, 0)
const out = createWriteStream(values.out, { highWaterMark: 1 << 20 })
let [due, text] = [0, '']
for (const a of accounts) {
  due += (wanted * a.rate) / whole
  const own = Math.round(due) - lines
  const [said, ids]: [string[], string[]] = [[], []]
  for (const at of timesOf(own)) text += `${lineOf(a, at, said, ids)}\n`
  if (text.length < 1 << 20) continue
  if (!out.write(text)) await new Promise<void>((go) => out.once('drain', () => go()))
  text = ''
}
await new Promise<void>((done, failed) => out.on('error', failed).end(text, () => done()))
writeFileSync(
  `${values.out}.accounts.json`,
  JSON.stringify(accounts.map(({ force, handle, class: of }) => ({ force, handle, class: of }))),
)

const at = (values_: number[], q: number) => values_.sort((a, b) => a - b)[Math.floor(values_.length * q)] ?? 0
const share = (n: number, of: number) => `${((100 * n) / Math.max(1, of)).toFixed(1)}%`
const ownPosts = made.original + made.quote
const rows: [what: string, asked: string, made: string][] = [
  ['posts', String(wanted), String(lines)],
  [
    'accounts: corporate + others',
    '48 + 2450 of 2498',
    `${accounts.filter((a) => a.class === 'corporate').length} + ${accounts.filter((a) => a.class !== 'corporate').length}`,
  ],
  ['forces', '44', String(forces)],
  ['replies, of all', '22 to 25%', share(made.reply, lines)],
  ['reshares, of all', 'about 21%', share(made.reshare, lines)],
  ['exact repeats, of own words (feed apart)', '1 to 6%', share(made.repeats, ownPosts)],
  ['nearly the same as its own before', '1 to 8.5%', share(made.near, ownPosts)],
  ['taken up from the force', 'ours', share(made.campaign, ownPosts)],
  ['replies to itself', 'ours', share(made.self, made.reply)],
  ['between 22:00 and 05:59', 'almost none', share(made.night, lines)],
  ['length of posts, p10 / middle / p90', '72 / 202 / 267', [0.1, 0.5, 0.9].map((q) => at(lengths.own, q)).join(' / ')],
  ['length of replies, middle', '159', String(at(lengths.reply, 0.5))],
  [
    'corporate posts reshared, p25 / middle / p75 / p95',
    '3 / 6.5 / 16 / 105',
    [0.25, 0.5, 0.75, 0.95].map((q) => at(lengths.shared, q)).join(' / '),
  ],
  [
    'corporate posts liked, p25 / middle / p75 / p95',
    '5 / 11.5 / 32 / 184',
    [0.25, 0.5, 0.75, 0.95].map((q) => at(lengths.liked, q)).join(' / '),
  ],
]
for (const [what, asked, got] of rows) console.log(`${what.padEnd(52)} asked ${asked.padEnd(22)} made ${got}`)
