import type { Published } from '../../networks/published.ts'
import type { Audience, ImportCounts, Oddity, OddityKind } from '../import.ts'
import { oddityKinds } from '../import.ts'
import { Seen } from './seen.ts'
import { storable } from './staged.ts'

type Year = ImportCounts['years'][number]

/** What a reading counts while rows go by. Holds ids as sums only, so that a national file fits into memory. */
export class Tally {
  private readonly seen = new Seen()
  private readonly years = new Map<number, Year>()
  private readonly odd = new Map<OddityKind, Oddity>()
  private readonly accounts = new Set<string>()
  private readonly months = new Map<string, Audience>()
  private lastAccount = ''
  private lastYear: Year | null = null
  private rows = 0
  private repeated = 0
  private firstAt: string | null = null
  private lastAt: string | null = null
  private readonly now: string
  /** The how-manieth time the file says most often something of one post, less one. */
  mostTurns = 0
  /** How many pictures can be shown in small. */
  previews = 0
  private readonly media = { pictures: 0, videos: 0, told: 0, described: 0 }

  constructor(now: Date) {
    this.now = now.toISOString()
  }

  /** Counts one post and answers how often the file has said something of it before. `since`: when its account began. */
  count(account: string, seed: number, post: Published, since: string | null): number {
    const turn = this.seen.add(seed, post.externalId)
    this.rows += 1
    if (account !== this.lastAccount) {
      this.accounts.add(account)
      this.lastAccount = account
    }
    if (turn > 0) {
      this.repeated += 1
      this.mostTurns = Math.max(this.mostTurns, turn)
      this.note('repeated', post.externalId)
      return turn
    }
    this.yearOf(post.saidAt)[post.kind] += 1
    if (this.firstAt === null || post.saidAt < this.firstAt) this.firstAt = post.saidAt
    if (this.lastAt === null || post.saidAt > this.lastAt) this.lastAt = post.saidAt
    if (post.kind !== 'reshare') this.noteMedia(post.media)
    this.noteOddities(post, since)
    return 0
  }

  /** Of each month the last word stands. */
  followed(accountId: string, at: string, followers: number): void {
    const key = accountId + at.slice(0, 7)
    const before = this.months.get(key)
    if (!before || before.at < at) this.months.set(key, { accountId, at, followers })
  }

  audiences(): Audience[] {
    return [...this.months.values()]
  }

  note(kind: OddityKind, example: string): void {
    const odd = this.odd.get(kind) ?? { kind, count: 0, examples: [] }
    this.odd.set(kind, odd)
    odd.count += 1
    if (odd.examples.length < 5) odd.examples.push(storable(example.slice(0, 100)))
  }

  /** What is known before it is compared with what stands in the archive. */
  counts(): Omit<ImportCounts, 'fresh' | 'changed' | 'same' | 'followers' | 'following'> {
    return {
      rows: this.rows,
      posts: this.rows - this.repeated,
      accounts: this.accounts.size,
      firstAt: this.firstAt,
      lastAt: this.lastAt,
      years: [...this.years.values()].sort((a, b) => a.year - b.year),
      media: { ...this.media, previews: this.previews },
    }
  }

  oddities(): Oddity[] {
    if (this.rows === 0) this.note('nothing', '')
    return oddityKinds.flatMap((kind) => this.odd.get(kind) ?? [])
  }

  private noteMedia({ pictures, videos, described }: Published['media']): void {
    this.media.pictures += pictures
    this.media.videos += videos
    if (described === null) return
    this.media.told += pictures + videos
    this.media.described += Math.min(described, pictures + videos)
  }

  private noteOddities(post: Published, since: string | null): void {
    if (post.cut) this.note('cut', post.externalId)
    if (post.kind !== 'reshare') {
      if (post.language === null) this.note('noLanguage', post.externalId)
      if (post.words === '' && post.media.pictures + post.media.videos === 0) this.note('noWords', post.externalId)
    }
    if (since !== null && post.saidAt < since) this.note('beforeAccount', post.externalId)
    if (post.saidAt > this.now) this.note('inFuture', post.externalId)
  }

  private yearOf(saidAt: string): Year {
    const year = Number(saidAt.slice(0, 4))
    if (this.lastYear?.year === year) return this.lastYear
    this.lastYear = this.years.get(year) ?? { year, original: 0, reply: 0, quote: 0, reshare: 0 }
    this.years.set(year, this.lastYear)
    return this.lastYear
  }
}
