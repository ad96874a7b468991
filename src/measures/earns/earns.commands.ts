import { command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { surroundingsOf } from '../counting/accounts.queries.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import { spanOf } from '../span.ts'
import { earning } from './counting.ts'
import { replaceEarned } from './earns.store.ts'
import { hourIn, placesOf } from './feature.ts'
import { conversationalOf } from './lessons.ts'
import { areasOf, dialogueOf, followersOf, putOut } from './published.queries.ts'

const spans = ['year', 'all'] as const

/**
 * Counts what goes with replies and reshares, up to an instant (excluded), in place of what was counted before. Account by account, so that one
 * account's posts are in memory at a time; after the measures, because the dialogue share tells whose habits may teach.
 */
export async function countEarns(
  world: World,
  actor: Actor,
  until: Date,
): Promise<Outcome<{ posts: number; ms: number }>> {
  if (!may(actor, 'countMeasures')) return refuse(r.mayNotCount)
  const begun = performance.now()
  const { db } = world
  const { forceId } = actor
  const { accounts, officials, zone } = await surroundingsOf(db, forceId, world.clock.now())
  const followers = await followersOf(db, forceId)
  const around = { hour: hourIn(zone), places: placesOf(await areasOf(db, forceId)), officials }
  const counts = await Promise.all(
    spans.map(async (span) => {
      const dialogue = await dialogueOf(db, forceId, span)
      const told = accounts.flatMap(({ account: { id, class: of } }) => {
        const d = dialogue.get(id)
        return d ? [{ id, corporate: of === 'corporate', ...d }] : []
      })
      return { span, talks: conversationalOf(told), counting: earning(spanOf(span, until.getTime()), around) }
    }),
  )
  for (const { account, network } of accounts) {
    const put = await putOut(db, forceId, account.id, until)
    const { id, handle, class: of } = account
    for (const { talks, counting } of counts)
      counting.add(
        { id, handle, network, class: of, followers: followers.get(id) ?? null, conversational: talks.has(id) },
        put,
      )
  }
  const found = counts.map(({ span, counting }) => ({ span, earned: counting.done() }))
  const posts = found.find((f) => f.span === 'all')?.earned.posts ?? 0
  const saved = await command(world, actor, async (c) => {
    for (const { span, earned } of found) await replaceEarned(c, span, until, earned)
    c.record('measures.earnsCounted', `measures:${forceId}`, { until: until.toISOString(), posts })
    return ok({})
  })
  return saved.ok ? ok({ posts, ms: performance.now() - begun }) : saved
}
