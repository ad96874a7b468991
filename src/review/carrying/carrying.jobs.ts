import { type Commanding, command } from '../../audit/audit.commands.ts'
import { dateIn, zonedIn } from '../../foundation/clock.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { openAlarm } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { alarmOf, lateKind } from './carrying.commands.ts'
import type { CarryingRecord } from './carrying.store.ts'
import { dayWords } from './goodbye.ts'
import { countMigrations } from './migration.commands.ts'
import { stepsOf } from './steps.ts'

const minute = 60_000

/** A step that is overdue can wait until people are at work: it rings from eight in the morning on. */
const ringFrom = 8

/** Whether it is late enough in the day, by the force's clock, for what can wait until people are at work. */
export const isAtWork = (now: Date, zone: string): boolean => zonedIn(now, zone).hour >= ringFrom

/** Tells somebody of lists with steps that are overdue; the alarm is settled when none is. */
export async function ringLate(world: World): Promise<void> {
  await eachForce(world.db, (forceId) =>
    command(world, { forceId, personId: null, roles: [] }, async (c) => {
      const { zone } = await forceOf(c.tx, forceId)
      if (!isAtWork(c.now, zone)) return ok(null)
      for (const [, late] of await lateSteps(c, dateIn(c.now, zone))) {
        const [first] = late
        if (first) await openAlarm(c, lateKind, alarmOf(first), wordsOf(first, late.length))
      }
      return ok(null)
    }),
  )
}

type LateStep = Pick<CarryingRecord, 'id' | 'kind' | 'account_id' | 'look_alike_id'> & {
  name: string
  step: string
  due_on: string
}

/** The steps that are overdue, the longest first, by list. */
async function lateSteps(c: Commanding, today: string): Promise<Map<string, LateStep[]>> {
  const rows = await c.tx
    .selectFrom('carrying_step as s')
    .innerJoin('carrying_out as o', (j) =>
      j.onRef('o.force_id', '=', 's.force_id').onRef('o.id', '=', 's.carrying_out_id'),
    )
    .leftJoin('account as a', (j) => j.onRef('a.force_id', '=', 'o.force_id').onRef('a.id', '=', 'o.account_id'))
    .leftJoin('look_alike as l', (j) => j.onRef('l.force_id', '=', 'o.force_id').onRef('l.id', '=', 'o.look_alike_id'))
    .select(['o.id', 'o.kind', 'o.account_id', 'o.look_alike_id', 's.step', 's.due_on'])
    .select((e) => e.fn.coalesce('a.name', 'l.handle', 'o.network', e.val('')).as('name'))
    .where('s.force_id', '=', c.actor.forceId)
    .where('o.ended_at', 'is', null)
    .where('s.done_at', 'is', null)
    .where('s.due_on', '<', today)
    .orderBy('s.due_on')
    .execute()
  return Map.groupBy(rows, (r) => r.id)
}

const doing = { closing: 'closing', adoption: 'adopting', platformRetirement: 'leaving' } as const

const wordsOf = (first: LateStep, late: number): string => {
  const what = stepsOf(first.kind, true).find((s) => s.id === first.step)?.what ?? first.step
  const more = late === 1 ? '' : ` ${late} steps are overdue.`
  return `In ${doing[first.kind]} ${first.name}, this was due on ${dayWords(first.due_on)}: ${what}.${more}`
}

export const carryingJobs: readonly Job[] = [
  { name: 'overdue steps of reviews ring', everyMs: 10 * minute, run: ringLate },
  { name: 'migrations are counted again', everyMs: 30 * minute, run: countMigrations },
]
