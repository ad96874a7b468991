import { command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { audienceRefusals as no } from './audience.refusals.ts'
import { readEvery } from './audience.ts'
import type { Pattern } from './patterns.ts'
import { lockReading, type ReadAccount, type Reading, replaceRead, setReading } from './reading.store.ts'

/**
 * Puts a reading in place of the one before, in one transaction; nothing when another worker has the network by now. One in which no account
 * could be read whole replaces nothing: what was read before stays, with its date.
 */
export const keepReading = (
  world: World,
  of: Reading,
  accounts: readonly ReadAccount[],
  patterns: readonly Pattern[],
): Promise<Outcome<{ kept: boolean }>> =>
  command(world, { forceId: of.force_id, personId: null, roles: [] }, async (c) => {
    const row = await lockReading(c, of.network)
    if (row?.lease_token !== of.lease_token) return ok({ kept: false })
    const unread = accounts.filter((a) => a.words !== null)
    const kept = unread.length < accounts.length
    if (kept) await replaceRead(c, of.network, accounts, patterns)
    const wait = unread.length === 0 ? readEvery.whole : readEvery.parts
    await setReading(c, of.network, {
      next_at: new Date(c.now.getTime() + wait),
      ...(kept ? { read_at: c.now, words: '' } : { words: unread[0]?.words ?? '' }),
      ...{ asked_by: null, lease_token: null, lease_until: null },
    })
    const people = patterns.reduce((sum, pattern) => sum + pattern.people, 0)
    const counts = { accounts: accounts.length, unread: unread.length, people, patterns: patterns.length }
    c.record(kept ? 'followers.read' : 'followers.notRead', `audience:${of.network}`, counts)
    return ok({ kept })
  })

/** Somebody wants to know now who follows, not at the end of the month. A worker reads it within a minute. */
export const askReading = (
  world: World,
  actor: Actor,
  { network }: { network: string },
): Promise<Outcome<Record<string, never>>> =>
  command(world, actor, async (c) => {
    if (actor.personId === null || !may(actor, 'readFollowers')) return refuse(no.mayNotRead)
    const row = await lockReading(c, network)
    if (!row) return refuse(no.notTold)
    if (row.lease_until !== null && row.lease_until > c.now) return refuse(no.beingRead)
    await setReading(c, network, { next_at: c.now, asked_by: actor.personId })
    c.record('followers.readingAsked', `audience:${network}`)
    return ok({})
  })
