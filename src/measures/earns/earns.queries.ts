import { z } from 'zod'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { check } from '../../rulebook/check.ts'
import { sketchDraft } from '../../rulebook/draft.ts'
import { standing } from './discovery.ts'
import { features } from './feature.ts'

type Span = 'year' | 'all'

/** As the counting writes them. */
const numbers = z.record(z.string(), z.number())
const networks = z.record(z.string(), z.object({ posts: z.number(), replies: z.number(), reshares: z.number() }))
const both = z.object({ conversational: z.number(), corporate: z.number() })
const lessons = z.array(
  z.object({
    feature: z.string(),
    use: both,
    accounts: both,
    examples: z.array(z.object({ accountId: z.string(), id: z.string(), replies: z.number() })),
  }),
)

/** What goes with replies and reshares, as it was counted last. */
export async function earnsOf(world: World, actor: Actor, span: Span) {
  const { db } = world
  const { forceId } = actor
  const count = await db
    .selectFrom('earned_count')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('span', '=', span)
    .executeTakeFirst()
  return {
    count: count
      ? {
          until: count.until_at.toISOString(),
          countedAt: count.counted_at.toISOString(),
          posts: count.posts,
          accounts: count.accounts,
          leftOut: numbers.parse(count.left_out),
          networks: Object.entries(networks.parse(count.networks)).map(([network, of]) => ({ network, ...of })),
        }
      : null,
    rows: await earnedRows(world, forceId, span),
    lessons: count ? await withWords(world, forceId, lessons.parse(count.lessons)) : [],
    mayCount: may(actor, 'countMeasures'),
  }
}

/** In the order of the features, each with whether it stands among all of them. */
async function earnedRows({ db }: World, forceId: string, span: Span) {
  const rows = await db
    .selectFrom('earned')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('span', '=', span)
    .execute()
  const inOrder = features.flatMap(({ id }) =>
    rows
      .filter((r) => r.feature === id)
      .map((r) => ({
        group: r.accounts_of,
        reaction: r.reaction,
        feature: id,
        accounts: r.accounts,
        withIt: r.posts_with,
        without: r.posts_without,
        effect: r.effect,
        low: r.low,
        high: r.high,
        perFollowerWith: r.per_follower_with,
        perFollowerWithout: r.per_follower_without,
        followersKnown: r.followers_known,
        luck: r.luck,
      })),
  )
  return standing(inOrder)
}

/** The examples with their words; one that is gone by now is left out. */
async function withWords({ db }: World, forceId: string, all: z.output<typeof lessons>) {
  const ids = all.flatMap((l) => l.examples.map((e) => e.id))
  if (ids.length === 0) return all.map((l) => ({ ...l, examples: [] }))
  const rows = await db
    .selectFrom('published as p')
    .innerJoin('account as a', (j) => j.onRef('a.force_id', '=', 'p.force_id').onRef('a.id', '=', 'p.account_id'))
    .select(['p.account_id', 'p.external_id', 'p.said_at', 'p.words', 'a.name', 'a.network', 'a.class', 'a.purpose'])
    .where('p.force_id', '=', forceId)
    .where('p.account_id', 'in', [...new Set(all.flatMap((l) => l.examples.map((e) => e.accountId)))])
    .where('p.external_id', 'in', ids)
    .where('p.gone_at', 'is', null)
    .execute()
  const found = new Map(rows.map((r) => [`${r.account_id} ${r.external_id}`, r]))
  return all.map((l) => ({
    ...l,
    examples: l.examples.flatMap(({ accountId, id, replies }) => {
      const r = found.get(`${accountId} ${id}`)
      if (!r) return []
      const { name: account, network, class: of, purpose } = r
      const words = withoutNames(r.words)
      const shown = { account, network, class: of, purpose, words, at: r.said_at.toISOString() }
      return [{ accountId, replies, ...shown, risks: risksIn(r.words) }]
    }),
  }))
}

/** A lesson needs no member of the public: whoever is named with @ is not shown to be. */
const withoutNames = (words: string): string =>
  words.replace(/(?<![\p{L}\p{N}])@[\p{L}\p{N}_][\p{L}\p{N}_.@-]*/gu, '@…')

/** What the rules would have a person decide about these words, read alone. */
const risksIn = (words: string): string[] => [
  ...new Set(
    check(sketchDraft(words))
      .findings.filter((f) => f.severity !== 'advise')
      .map((f) => f.says),
  ),
]
