import type { Db } from '../../foundation/database.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import type { Standing } from './alarm.ts'
import { dutiesBetween } from './duty.store.ts'
import { type Duty, onDutyAt } from './rota.ts'

/** Who is told while nobody is on duty, and of everything that nobody has seen to: the head of communications, then deputies. */
const leadingRoles = ['headOfCommunications', 'corporateCommunications'] as const

export async function leadersOf(db: Db, forceId: string, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'roles'])
    .where('force_id', '=', forceId)
    .where((e) => e.or([e('left_at', 'is', null), e('left_at', '>', now)]))
    .orderBy('id')
    .execute()
  return leadingRoles.flatMap((role) => rows.filter((r) => r.roles.includes(role)).map((r) => r.id)).filter(first)
}

const first = (id: string, at: number, all: readonly string[]): boolean => all.indexOf(id) === at

/** Whom an alarm reaches at this moment. */
export async function standingNow(db: Db, forceId: string, now: Date): Promise<Standing> {
  const on = onDutyAt(await dutiesBetween(db, forceId, now, new Date(now.getTime() + 1)), now)
  const of = (kind: Duty['kind']) => on.filter((d) => d.kind === kind).map((d) => d.personId)
  return { onCall: of('onCall'), desk: of('desk'), leaders: await leadersOf(db, forceId, now) }
}

/** The desk's own people, and whoever is on duty now. */
export async function mayHandOver(world: World, actor: Actor, now: Date): Promise<boolean> {
  const { onCall, desk } = await standingNow(world.db, actor.forceId, now)
  return may(actor, 'workDesk', { belongs: [...onCall, ...desk].includes(actor.personId ?? '') })
}
