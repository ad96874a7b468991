import { command } from '../../audit/audit.commands.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { closeAlarms, openAlarm } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { clockWords } from '../../posting/schedule.ts'
import { lately, usualAt, whyOf } from './counts.queries.ts'
import { changeSurge, currentSurge, insertSurge, lockSurge, type SurgeRow } from './surge.store.ts'
import { beginning, type Counts, isQuiet, isSurge, quietMinutes, surgeFrom, type Usual } from './surge.ts'

const product = (forceId: string) => ({ forceId, personId: null, roles: [] })
const nothingUsual: Usual = { perMinute: 0 }
/** How it stands is written down once in so long, while it lasts. */
const anewEvery = 60_000

/** Looks at what reaches every force: a surge is noticed, kept up and ended. Safe in several processes at once. */
export const watchSurges = (world: World): Promise<void> => eachForce(world.db, (forceId) => watchForce(world, forceId))

async function watchForce(world: World, forceId: string): Promise<void> {
  const now = world.clock.now()
  const { counts, perMinute } = await lately(world.db, forceId, now)
  const current = await currentSurge(world.db, forceId)
  const running = current && current.ended_at === null ? current : null
  // Nearly always: what is not even a surge where nothing is usual needs no comparing.
  if (!running && (counts.five === 0 || !isSurge(counts, nothingUsual))) return
  const { zone } = await forceOf(world.db, forceId)
  const known = await usualAt(world.db, forceId, zone, now)
  if (running) return goOn(world, running, counts, known)
  if (!isSurge(counts, known.usual)) return
  const why = await whyOf(world.db, forceId, counts, known, now)
  const beganAt = beginning(perMinute, known.usual, now)
  await command(world, product(forceId), async (c) => {
    const id = await insertSurge(c, beganAt, why)
    if (id === null) return ok(null)
    if (current) await endMode(c, current)
    const subject = `surge:${id}`
    const { heard, minutes, people, usual, weeks } = why
    c.record('surge.noticed', subject, { beganAt: beganAt.toISOString(), heard, minutes, people, usual, weeks })
    const least = surgeFrom(known.usual, 5)
    await openAlarm(
      c,
      'surge',
      subject,
      `${heard} messages from ${people} people in ${minutes} minutes, since ${clockWords(beganAt, zone)}. Usual is ${usual}; we tell you from ${least}.`,
    )
    return ok(null)
  })
}

/** Another surge has begun: the mode of the one before is over, and is offered anew. */
async function endMode(c: Parameters<typeof insertSurge>[0], old: SurgeRow): Promise<void> {
  await changeSurge(c, old.id, { mode_ended_at: c.now })
  c.record('surge.modeEnded', `surge:${old.id}`)
}

async function goOn(
  world: World,
  surge: SurgeRow,
  counts: Counts,
  known: { usual: Usual; weeks: number },
): Promise<void> {
  const now = world.clock.now()
  const loudAt = surge.loud_at ?? surge.noticed_at
  const quiet = isQuiet(counts, known.usual)
  if (quiet ? now.getTime() - loudAt.getTime() < quietMinutes * 60_000 : now.getTime() - loudAt.getTime() < anewEvery)
    return
  const why = quiet ? undefined : await whyOf(world.db, surge.force_id, counts, known, now)
  await command(world, product(surge.force_id), async (c) => {
    const row = await lockSurge(c.tx, surge.force_id, surge.id)
    if (!row || row.ended_at !== null) return ok(null)
    if (why) {
      await changeSurge(c, row.id, { loud_at: c.now, why })
      c.record('surge.goesOn', `surge:${row.id}`, { heard: why.heard, people: why.people })
      return ok(null)
    }
    await changeSurge(c, row.id, { ended_at: c.now })
    c.record('surge.ended', `surge:${row.id}`)
    await closeAlarms(c, `surge:${row.id}`, ['surge'])
    return ok(null)
  })
}
