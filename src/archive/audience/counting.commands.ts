import { type Commanding, command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Counted, NotHeard } from '../../networks/network.ts'
import { closeAlarms, openAlarm } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { whenWords } from '../../posting/schedule.ts'
import { insertAccountCount } from '../import.store.ts'
import { countedNext, failsBeforeTold, triedNext } from './audience.ts'
import { type Asking, endAsking, lockAsking } from './counting.store.ts'

/** Followers of an account could not be counted for days. It stands on Today, and wakes nobody. */
export const notCounted = 'notCounted'
const subjectOf = (accountId: string) => `account:${accountId}`
const product = (forceId: string) => ({ forceId, personId: null, roles: [] })

/** Keeps what the network told, in one transaction with when it is asked next; nothing when another worker has the account by now. */
export const keepCount = (world: World, of: Asking, told: Counted) =>
  command(world, product(of.force_id), async (c) => {
    const row = await lockAsking(c, of)
    if (!row) return ok({ kept: false })
    const { followers, following, posts } = told
    const count = { accountId: of.account_id, at: c.now, followers, following, posts, source: 'network' } as const
    await insertAccountCount(c, count)
    await closeAlarms(c, subjectOf(of.account_id), [notCounted])
    const { zone } = await forceOf(c.tx, of.force_id)
    const next_at = countedNext(of.account_id, c.now, zone)
    await endAsking(c, of.account_id, { next_at, tries: 0, failing_since: null, words: '' })
    return ok({ kept: true })
  })

/** Notes that nothing was told, and says so to a person when it lasts. */
export const keepNotCounted = (world: World, of: Asking, answer: NotHeard) =>
  command(world, product(of.force_id), async (c) => {
    const row = await lockAsking(c, of)
    if (!row) return ok({ kept: false })
    const [tries, since] = [row.tries + 1, row.failing_since ?? c.now]
    if (c.now.getTime() - since.getTime() >= failsBeforeTold) await tell(c, of.account_id, since, answer.words)
    const next_at = triedNext(tries, answer.kind === 'later' ? answer.until : null, c.now)
    await endAsking(c, of.account_id, { next_at, tries, failing_since: since, words: answer.words })
    return ok({ kept: true })
  })

async function tell(c: Commanding, accountId: string, since: Date, words: string): Promise<void> {
  const { zone } = await forceOf(c.tx, c.actor.forceId)
  const said = `Followers have not been counted since ${whenWords(since, zone, c.now)}. ${words}`
  await openAlarm(c, notCounted, subjectOf(accountId), said)
}

/** What is no longer counted needs nobody. */
export const settleNotCounted = (world: World, forceId: string, accountIds: readonly string[]) =>
  command(world, product(forceId), async (c) => {
    for (const id of accountIds) await closeAlarms(c, subjectOf(id), [notCounted])
    return ok({})
  })
