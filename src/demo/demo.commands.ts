import { sql } from 'kysely'
import { command } from '../audit/audit.commands.ts'
import { BadSetting } from '../foundation/config.ts'
import { ok } from '../foundation/outcome.ts'
import type { World } from '../foundation/world.ts'
import { workOnce } from '../posting/delivery/deliver.jobs.ts'
import type { Worker } from '../posting/delivery/worker.ts'
import type { Act } from './act.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { forceName, forceZone } from './force.ts'
import { lifeOf } from './life.ts'
import { type Play, perform, playOf } from './play.commands.ts'
import { firstDay } from './routine.ts'
import { type Chapter, type DemoWorld, done, fillForce, type Moment, makeForce } from './start.commands.ts'

const finished = 'demo.finished'
const usualSeed = 1829

/** The demo was broken off half-way. Its facts can be neither continued nor taken back, so the store is given up. */
export class DemoUnfinished extends BadSetting {}

/**
 * Lets the force of the demo live its weeks through the real commands, the last of them now. Only in a store in which nobody is.
 * `chapters` are told beside the weeks. True: it did. False: somebody is there already. Throws DemoUnfinished when it was broken off the last time.
 */
export function playDemo(
  world: World,
  say: (line: string) => void,
  chapters: readonly Chapter[] = [],
  seed = usualSeed,
): Promise<boolean> {
  const act = () => play(world, say, chapters, seed)
  return world.database.kind === 'postgres' ? oneAtATime(world, act) : act()
}

/** Of several processes that start at once one plays; the others wait and then find the force there. */
const oneAtATime = <T>(world: World, act: () => Promise<T>): Promise<T> =>
  world.db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(hashtextextended('front-counter demo', 0))`.execute(one)
    try {
      return await act()
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended('front-counter demo', 0))`.execute(one)
    }
  })

async function play(
  world: World,
  say: (line: string) => void,
  chapters: readonly Chapter[],
  seed: number,
): Promise<boolean> {
  if (await somebodyIsThere(world)) return false
  const now = world.clock.now()
  const calendar = calendarOf(now, forceZone)
  say(`This store is empty. ${forceName}, an invented force, lives here until now.`)
  const made = await makeForce(world, calendar)
  if (!made.ok) return false
  const demo = made.value
  await fillForce(demo, now)
  const told: Awaited<ReturnType<Chapter>>[] = []
  for (const chapter of chapters) told.push(await chapter({ world: demo, calendar, seed, say }))
  const player = playOf(demo)
  const acts = lifeOf(calendar, seed).map((act) => ({
    at: act.at,
    run: () => perform(player, act),
    sends: sending.has(act.do),
  }))
  const moments = [...acts, ...told.flatMap((chapter) => chapter.moments)]
  await live(
    player,
    moments.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    calendar,
    say,
  )
  demo.clock.set(now)
  for (const chapter of told) await chapter.end()
  await close(demo, now)
  say('It is done. From here on its time is yours.')
  return true
}

/** Whether anybody, of the demo or real, is in this store. */
async function somebodyIsThere(world: World): Promise<boolean> {
  const forces = await world.db.selectFrom('force').select(['id', 'demo']).execute()
  if (forces.length === 0)
    return (await world.db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined
  if (forces.some((force) => !force.demo)) return true
  const ids = forces.map((force) => force.id)
  const closing = world.db.selectFrom('fact').select('seq').where('force_id', 'in', ids).where('kind', '=', finished)
  if (await closing.executeTakeFirst()) return true
  const store = world.config.databaseUrl
    ? 'Empty the database of DATABASE_URL'
    : `Delete the folder ${world.config.dataDir}`
  throw new DemoUnfinished(
    `The demo was broken off before it was finished. Nothing real is in it. ${store} and start again, or set DEMO=no for a force of your own.`,
  )
}

/** What may let something fall due sooner than was known. */
const sending: ReadonlySet<Act['do']> = new Set([
  ...(['publish', 'approve', 'emergency', 'answer', 'withdraw', 'reopen'] as const),
  ...(['hold', 'release', 'putBack', 'settle', 'leave'] as const),
])

/** Moment after moment, in their order; between them whatever falls due goes out at its own time. */
async function live(
  { world, worker }: Play,
  moments: readonly Moment[],
  calendar: Calendar,
  say: (line: string) => void,
): Promise<void> {
  let week = 0
  let due: Date | null = calendar.at(firstDay + 1, '00:00')
  for (const { at, run, sends = true } of moments) {
    const living = Math.min(5, Math.floor((firstDay - calendar.agoOf(at)) / 7) + 1)
    if (living > week) say(`Week ${living} of 5 …`)
    week = Math.max(week, living)
    if (due !== null && due <= at) due = await sendUntil(world, worker, at)
    world.clock.set(at)
    await run()
    if (sends) due = at
  }
  await sendUntil(world, worker, calendar.now)
}

/** Sends, looks and removes whatever is due up to that instant, each at its own time. Answers when something falls due after it; null: nothing does. */
async function sendUntil(world: DemoWorld, worker: Worker, until: Date): Promise<Date | null> {
  for (;;) {
    const { rows } = await sql<{ at: Date | null; keeping: boolean | null }>`
      select min(next_at) as at, bool_or(state = 'checking' or removal in ('asked', 'checking')) as keeping from delivery
      where force_id = ${world.forceId} and (state in ('waiting', 'checking') or removal in ('asked', 'checking'))`.execute(
      world.db,
    )
    const due = rows[0]?.at ?? null
    if (due === null || due > until) return due
    const late = due < world.clock.now()
    if (!late) world.clock.set(due)
    await workOnce(world, worker, late || rows[0]?.keeping === true)
  }
}

/** The last fact of the demo's own; without it the next start knows that it was broken off. */
async function close(world: DemoWorld, now: Date): Promise<void> {
  world.clock.set(now)
  done(
    await command(world, { forceId: world.forceId, personId: null, roles: [] }, async (c) => {
      c.record(finished, `force:${world.forceId}`)
      return ok(null)
    }),
    'the end',
  )
}
