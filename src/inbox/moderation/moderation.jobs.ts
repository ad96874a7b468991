import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { eachForce, startJobs } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import type { Ending } from '../../networks/ending.ts'
import { closeAlarms, openAlarm } from '../../posting/delivery/alarm.store.ts'
import { paces } from '../../posting/delivery/pace.ts'
import type { Worker } from '../../posting/delivery/worker.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { alarmSubject, beginLift } from './lift.commands.ts'
import * as store from './moderation.store.ts'
import { afterTry, alarmMinutes, mayRepeat, type Next } from './moderation.ts'

type Moderation = store.Moderation

const product = (forceId: string) => ({ forceId, personId: null, roles: [] })
const atOnce = 20

/** Does on the networks what people decided, for as long as the process runs; in as many processes as wanted. */
export async function startModerating(world: World): Promise<{ stop(): Promise<void> }> {
  const pace = paces[world.config.pace]
  const { lineOf, forget } = openLines(world)
  const worker: Worker = { name: `${process.pid}-${newId(world.clock.now()).slice(-6)}`, pace, lineOf, forget }
  const run = async () => void (await moderateOnce(world, worker))
  return startJobs(world, [{ name: 'moderating', everyMs: 2 * pace.pollMs, run }])
}

/** Ends what is over and does all that is due at the clock's time. Returns how many it took. */
export async function moderateOnce(world: World, worker: Worker): Promise<number> {
  let taken = 0
  await eachForce(world.db, async (forceId) => {
    await endExpired(world, forceId)
    const token = `${worker.name}:${newId(world.clock.now())}`
    const due = await command(world, product(forceId), async (c) =>
      ok(await store.claimDue(c, token, worker.pace.leaseMs, atOnce)),
    )
    if (!due.ok) return
    taken += due.value.length
    await Promise.all(
      due.value.map((m) =>
        carry(world, worker, m).catch((error: unknown) => world.log.fault('moderation failed', error, { id: m.id })),
      ),
    )
  })
  return taken
}

/** A mute or block whose time is over is lifted, by nobody but the clock. */
async function endExpired(world: World, forceId: string): Promise<void> {
  await command(world, product(forceId), async (c) => {
    for (const m of await store.lockExpired(c, 100)) await beginLift(c, m, 'expired', '')
    return ok(null)
  })
}

/** One call, between two transactions. */
async function carry(world: World, worker: Worker, claimed: Moderation): Promise<void> {
  const begun = await begin(world, worker, claimed)
  if (!begun) return
  const ending = await ask(worker, begun)
  await command(world, product(claimed.force_id), async (c) => {
    await store.endAttempts(c, claimed, begun.attempt, ending.kind, 'words' in ending ? ending.words : '')
    const now = await store.lockLeased(c, claimed)
    if (now) await settle(c, now, begun.undo, ending, worker)
    return ok(null)
  })
}

type Begun = { row: Moderation; undo: boolean; attempt: string }

/** Notes that a try begins. Null when there is nothing to do any more, or when a person must look first. */
async function begin(world: World, worker: Worker, claimed: Moderation): Promise<Begun | null> {
  const outcome = await command(world, product(claimed.force_id), async (c) => {
    const row = await store.lockLeased(c, claimed)
    if (!row || !store.working.some((s) => s === row.state)) return ok(null)
    const left = await store.endAttempts(c, row, null, 'unknown', 'The worker stopped before the answer was kept.')
    if (left > 0 && !mayRepeat(row.act)) {
      const words = 'We cannot tell whether it was reported: the worker stopped meanwhile. We do not report it twice.'
      await follow(c, row, { to: 'needsPerson', words })
      return ok(null)
    }
    const undo = row.state === 'lifting'
    await store.change(c.tx, row, {
      state: undo ? 'lifting' : 'doing',
      tries: row.tries + 1,
      lease_until: new Date(c.now.getTime() + worker.pace.leaseMs),
    })
    c.record('moderation.tried', `moderation:${row.id}`, { undo })
    return ok({ row, undo, attempt: await store.beginAttempt(c, row, undo, worker.name) })
  })
  return outcome.ok ? outcome.value : null
}

async function ask(worker: Worker, { row, undo }: Begun): Promise<Ending> {
  const copy = store.copyOf(row)
  try {
    const line = await worker.lineOf(row.force_id, row.account_id, copy.network)
    if ('keyEnded' in line) return { kind: 'later', until: null, keyEnded: true, words: line.words }
    const { externalId, authorExternalId, root } = copy
    const subject = { externalId, authorExternalId, root }
    const reason = row.words || row.standard_code
    return await line.moderate(row.act, subject, undo, reason, AbortSignal.timeout(worker.pace.callMs))
  } catch (error) {
    return { kind: 'unknown', words: error instanceof Error ? error.message : String(error) }
  }
}

/** What the ending means. Where somebody asked to lift it during the call, lifting comes next, whatever the call did. */
async function settle(c: Commanding, m: Moderation, undo: boolean, ending: Ending, worker: Worker): Promise<void> {
  if (undo !== (m.state === 'lifting'))
    return void (await store.change(c.tx, m, { next_at: c.now, lease_token: null, lease_until: null }))
  const next = afterTry(ending, {
    act: m.act,
    undo,
    now: c.now,
    since: m.state_since,
    tries: m.tries,
    againMs: worker.pace.againMs,
  })
  if (next.to !== 'again') return follow(c, m, next)
  const free = { lease_token: null, lease_until: null, next_at: next.at, network_words: next.words }
  // A definite not-now left nothing behind; an unknown one stays a try that may have worked.
  const state = !undo && ending.kind === 'later' ? 'asked' : m.state
  await store.change(c.tx, m, { ...free, state })
  c.record('moderation.putOff', `moderation:${m.id}`, { undo, saw: ending.kind })
  if (next.alarm)
    await openAlarm(c, 'notModerated', alarmSubject(m), `${wanted(m)} could not be carried out. ${next.words}`)
}

/** Moves it to where its try led, with what that changes. */
async function follow(c: Commanding, m: Moderation, next: Exclude<Next, { to: 'again' }>): Promise<void> {
  const words = 'words' in next ? next.words : ''
  await store.change(c.tx, m, {
    state: next.to,
    state_since: c.now,
    network_words: words,
    next_at: null,
    lease_token: null,
    lease_until: null,
    ...(next.to === 'lifted' ? { lifted_at: c.now } : {}),
  })
  if (m.act === 'hide' && next.to === 'done') await store.markHidden(c.tx, m, c.now)
  if (m.act === 'hide' && next.to === 'lifted') await store.markHidden(c.tx, m, null)
  c.record('moderation.moved', `moderation:${m.id}`, { to: next.to })
  c.record('conversation.moderated', `conversation:${m.conversation_id}`, { moderation: m.id })
  if (next.to === 'refused' || next.to === 'needsPerson')
    await openAlarm(c, 'notModerated', alarmSubject(m), `${wanted(m)} needs a person. ${words}`.trim())
  else await closeAlarms(c, alarmSubject(m), ['notModerated'])
}

const names = { hide: 'Hiding a message', report: 'Reporting a message', mute: 'A mute', block: 'A block' } as const
const wanted = (m: Moderation): string => (m.lift_asked_at ? `Lifting (${names[m.act].toLowerCase()})` : names[m.act])

/** Tells somebody what lasts longer than it may. Runs in every process, so that it lives when every worker is dead. */
export const moderationWatch: Job = { name: 'moderation watch', everyMs: 30_000, run: watchModeration }

export async function watchModeration(world: World): Promise<void> {
  await eachForce(world.db, (forceId) =>
    command(world, product(forceId), async (c) => {
      await watchSlow(c)
      await watchReviews(c)
      return ok(null)
    }),
  )
}

async function watchSlow(c: Commanding): Promise<void> {
  const slow = await c.tx
    .selectFrom('moderation')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('state', 'in', [...store.working])
    .where('state_since', '<', new Date(c.now.getTime() - alarmMinutes * 60_000))
    .limit(200)
    .execute()
  for (const m of slow)
    await openAlarm(
      c,
      'notModerated',
      alarmSubject(m),
      `${wanted(m)} has not been carried out for ${alarmMinutes} minutes.`,
    )
  const over = await c.tx
    .selectFrom('moderation')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('state', '=', 'done')
    .where('expires_at', '<', new Date(c.now.getTime() - alarmMinutes * 60_000))
    .limit(200)
    .execute()
  for (const m of over)
    await openAlarm(
      c,
      'notModerated',
      alarmSubject(m),
      `${names[m.act]} is over and has not been lifted for ${alarmMinutes} minutes.`,
    )
}

async function watchReviews(c: Commanding): Promise<void> {
  const late = await c.tx
    .selectFrom('moderation')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('state', '=', 'done')
    .where('act', '=', 'hide')
    .where('reviewed_at', 'is', null)
    .where('review_at', '<', c.now)
    .limit(200)
    .execute()
  for (const m of late)
    await openAlarm(
      c,
      'reviewLate',
      alarmSubject(m),
      'Something was hidden 28 days ago and no second person has looked at it.',
    )
}
