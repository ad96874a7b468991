import { type Commanding, command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Heard, NotHeard } from '../../networks/network.ts'
import { traitsOf } from '../../networks/networks.ts'
import { closeAlarms, openAlarm } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { whenWords } from '../../posting/schedule.ts'
import { type Listening, lockLeased, setListening } from './listening.store.ts'
import { keepMessages } from './message.commands.ts'
import { everyMsOf, type ListenPace, msUntilBehind, nextTry, triesUntilBehind } from './pace.ts'

const product = (of: Listening) => ({ forceId: of.force_id, personId: null, roles: [] })
export const alarmSubject = (accountId: string) => `account:${accountId}`

/**
 * Keeps what was heard, the cursor and that we hear, in one transaction. Null when another worker has the account by now: then
 * nothing is kept, and what it hears includes this. `release`: this worker asks no further for now.
 */
export async function keepHeard(
  world: World,
  of: Listening,
  heard: Heard,
  pace: ListenPace,
): Promise<{ kept: number } | null> {
  const outcome = await command(world, product(of), async (c) => {
    const row = await lockLeased(c, of)
    if (!row) return ok(null)
    const at = { forceId: of.force_id, accountId: of.account_id, network: of.network }
    const kept = await keepMessages(c, at, heard.messages, row.begun_at)
    if (row.state !== 'hearing') {
      await closeAlarms(c, alarmSubject(of.account_id), ['notHeard'])
      c.record('listening.heardAgain', alarmSubject(of.account_id), { since: row.behind_since?.toISOString() ?? null })
    }
    await setListening(c, of.account_id, {
      cursor: heard.cursor,
      state: 'hearing',
      words: '',
      heard_at: c.now,
      behind_since: null,
      tries: 0,
      missing: heard.missing,
      ...(heard.more
        ? { lease_until: new Date(c.now.getTime() + pace.leaseMs) }
        : { next_at: dueAgain(row, of, pace, c.now) }),
    })
    return ok({ kept })
  })
  return outcome.ok ? outcome.value : null
}

/** When somebody said something while we asked, we ask again at once: `next_at` was moved since the claim. */
const dueAgain = (row: Listening, claimed: Listening, pace: ListenPace, now: Date): Date =>
  row.next_at < claimed.next_at ? now : new Date(now.getTime() + everyMsOf(pace, traitsOf(claimed.network)))

/** Gives the account back, so that the next asking waits for nobody. */
export async function release(world: World, of: Listening): Promise<void> {
  await world.db
    .updateTable('listening')
    .set({ lease_token: null, lease_until: null })
    .where('force_id', '=', of.force_id)
    .where('account_id', '=', of.account_id)
    .where('lease_token', '=', of.lease_token)
    .execute()
}

/** Notes that nothing was heard. The cursor stays; somebody is told when it lasts, and at once when the keys have ended. */
export async function keepNotHeard(world: World, of: Listening, answer: NotHeard, pace: ListenPace): Promise<void> {
  await command(world, product(of), async (c) => {
    const row = await lockLeased(c, of)
    if (!row) return ok(null)
    const tries = row.tries + 1
    const ended = answer.kind === 'later' && answer.keyEnded
    const since = row.behind_since ?? row.heard_at ?? c.now
    const isBehind =
      row.state !== 'hearing' || tries >= triesUntilBehind || c.now.getTime() - since.getTime() >= msUntilBehind
    const state = ended ? 'ended' : isBehind ? 'behind' : 'hearing'
    if (state !== 'hearing') await notHeard(c, row, state, since, answer.words)
    const until = answer.kind === 'later' ? answer.until : null
    await setListening(c, of.account_id, {
      state,
      words: answer.words,
      behind_since: state === 'hearing' ? row.behind_since : since,
      tries,
      next_at: ended
        ? new Date(c.now.getTime() + pace.endedMs)
        : nextTry(tries, everyMsOf(pace, traitsOf(of.network)), until, pace, c.now),
      lease_token: null,
      lease_until: null,
    })
    return ok(null)
  })
}

/** Raises the alarm, and says in the chain that it began. */
export async function notHeard(
  c: Commanding,
  row: Pick<Listening, 'account_id' | 'state'>,
  state: 'behind' | 'ended',
  since: Date,
  words: string,
): Promise<void> {
  const subject = alarmSubject(row.account_id)
  const { zone } = await forceOf(c.tx, c.actor.forceId)
  await openAlarm(c, 'notHeard', subject, `Nothing has been heard since ${whenWords(since, zone, c.now)}. ${words}`)
  if (row.state !== state) c.record('listening.stopped', subject, { state, since: since.toISOString() })
}
