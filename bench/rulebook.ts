import { pathToFileURL } from 'node:url'
import { check } from '../src/rulebook/check.ts'
import { type Draft, sketchDraft, sketchTarget } from '../src/rulebook/draft.ts'
import { Text } from '../src/rulebook/language/text.ts'
import { allRules } from '../src/rulebook/rulebook.ts'

/**
 * How long all rules take on one post. 10,000 posts from seeded dice: half under about 202 characters, nine in ten under about 267,
 * one in a hundred 5,000. The second figure is a bare reading of the same words (folding, sentences, hashtags, links, emoji,
 * names) without any rule, so that the price of the rules themselves can be seen.
 */

const POSTS = 10_000
const SENTENCES = [
  'We are appealing for witnesses after a collision on the A12 near Eastby.',
  'Early today we arrested a woman of 52 from Eastby on suspicion of fraud. She is in custody.',
  'Did you see anything in Mill Lane between 7pm and 8pm?',
  'Ring 101 with reference 0442, or Crimestoppers on 0800 555 111.',
  'Our neighbourhood team will be at Westport Library on Saturday from 10am – come and say hello! 👋',
  'Please lock your doors and windows, even when you’re at home.',
  'Report it online: https://www.westshire.police.uk/report',
  'Thank you to everyone who shared our appeal; she has been found safe and well.',
  'Two people were charged and are due before Westport Magistrates’ Court.',
  'Officers are in Quay Street and the road is closed. Please find another way.',
  'Mae ein tîm lleol ym Mharc Eastby heddiw. Dewch i ddweud helo.',
  'Speeding past a school is never worth it.',
  'Bike thief arrested two streets away by our dog team.',
  '🚓 On patrol tonight with PC Amy Lowe and the special constables.',
  'If something does not look right, tell us.',
]
const TAGS = ['', '', ' #saferwestport', ' #Eastby', ' #RoadSafety #Eastby', ' #HeddluWestshire']

/** mulberry32: the same dice every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function aimOf(chance: number): number {
  if (chance > 0.99) return 5_000
  if (chance > 0.9) return 267 + Math.round((chance - 0.9) * 300)
  return chance > 0.5 ? 202 + Math.round((chance - 0.5) * 162) : 60 + Math.round(chance * 284)
}

export function syntheticPosts(count: number): string[] {
  const roll = dice(1829)
  return Array.from({ length: count }, () => {
    const aim = aimOf(roll())
    let words = ''
    while (words.length < aim)
      words += `${words === '' ? '' : ' '}${SENTENCES[Math.floor(roll() * SENTENCES.length)] ?? ''}`
    const cut = words.slice(0, aim).replace(/[\ud800-\udbff]$/, '')
    return cut + (TAGS[Math.floor(roll() * TAGS.length)] ?? '')
  })
}

const drafts = (posts: readonly string[]): Draft[] =>
  posts.map((words) =>
    sketchDraft(words, {
      targets: [sketchTarget(), sketchTarget({ accountId: 'corporate', class: 'corporate' })],
      pictures: [
        { field: 'alt:0', alt: 'A row of traffic cones beside a police van', language: 'en', locationInFile: false },
      ],
    }),
  )

function times<T>(items: readonly T[], work: (item: T) => void): number[] {
  return items.map((item) => {
    const before = performance.now()
    work(item)
    return performance.now() - before
  })
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const round = (value: number): number => Math.round(value * 10_000) / 10_000

let kept = 0
function bareReading(draft: Draft): void {
  const [first] = draft.texts
  if (!first) return
  const text = new Text({ ...first, part: 'words' })
  kept += text.sentences.length + text.hashtags.length + text.links.length + text.emoji.length + text.names.length
}

export function run(count = POSTS): Record<string, string | number> {
  const posts = drafts(syntheticPosts(count))
  const lengths = posts.map((draft) => draft.texts[0]?.text.length ?? 0).sort((a, b) => a - b)
  for (const draft of posts.slice(0, 1_000)) check(draft)
  const all = times(posts, (draft) => {
    kept += check(draft).findings.length
  }).sort((a, b) => a - b)
  const bare = times(posts, bareReading).sort((a, b) => a - b)
  const total = all.reduce((sum, one) => sum + one, 0)
  return {
    bench: 'rulebook',
    medianMs: round(at(all, 0.5)),
    p99Ms: round(at(all, 0.99)),
    postsPerSecond: Math.round((count / total) * 1_000),
    bareReadingMedianMs: round(at(bare, 0.5)),
    bareReadingP99Ms: round(at(bare, 0.99)),
    timesBareReading: round(at(all, 0.5) / at(bare, 0.5)),
    rules: allRules.length,
    posts: count,
    medianLength: at(lengths, 0.5),
    p90Length: at(lengths, 0.9),
    kept,
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(JSON.stringify(run()))
