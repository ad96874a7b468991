import { sql } from 'kysely'
import type { World } from '../../foundation/world.ts'
import { whenWords } from '../../posting/schedule.ts'
import { type Words, wordsOf } from './alarm.ts'
import type { TellingRecord } from './telling.store.ts'

/** Where this installation is found from outside. */
const homeOf = ({ config }: World): string => config.publicUrl ?? `http://${config.host}:${config.port}`

export const addressOfAlarm = (world: World, alarmId: string): string => `${homeOf(world)}/duty?alarm=${alarmId}`

/** What a telling says; null when the alarm is settled, or was seen and this telling is not needed any more. */
export async function wordsOfAlarm(world: World, telling: TellingRecord): Promise<(Words & { force: string }) | null> {
  const { rows } = await sql<{
    kind: string
    raised_at: Date
    needless: boolean
    handle: string | null
    more: number
    force: string
    zone: string
  }>`
    select a.kind, a.raised_at, f.name as force, f.time_zone as zone,
      (a.settled_at is not null or (t.seen_at is not null and t.seen_at >= ${telling.at})) as needless,
      coalesce(
        (select x.handle from account x where x.force_id = a.force_id and a.subject like 'account:%' and x.id = split_part(a.subject, ':', 2)),
        (select x.handle from conversation k join account x on x.force_id = k.force_id and x.id = k.account_id where k.force_id = a.force_id and a.subject like 'conversation:%' and k.id = split_part(a.subject, ':', 2)),
        (select x.handle from delivery d join account x on x.force_id = d.force_id and x.id = d.account_id where d.force_id = a.force_id and a.subject like 'delivery:%' and d.id = split_part(a.subject, ':', 2))
      ) as handle,
      (select count(*)::int from alarm b where b.force_id = a.force_id and b.kind = a.kind and b.id <> a.id and b.settled_at is null) as more
    from alarm a join force f on f.id = a.force_id
      left join alarm_telling t on t.force_id = a.force_id and t.alarm_id = a.id
    where a.force_id = ${telling.force_id} and a.id = ${telling.alarm_id}`.execute(world.db)
  const [row] = rows
  if (!row || row.needless) return null
  const words = wordsOf({
    kind: row.kind,
    account: row.handle,
    since: whenWords(row.raised_at, row.zone, world.clock.now()),
    step: telling.step,
    more: row.more,
    address: addressOfAlarm(world, telling.alarm_id),
  })
  return { ...words, force: row.force }
}
