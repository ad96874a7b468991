import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { coveredAt, nextCover } from '../../register/cover.ts'
import type { AccountFacts, AccountRef } from '../facts.ts'
import type { health, today } from './today.contract.ts'

type Health = z.input<typeof health>
type NoCover = z.input<typeof today.output>['noCover']

const day = 86_400_000
const onTimeMinutes = 2

/** Of the last seven days: what was due, what went out within two minutes, and whether anything ever went out twice. */
export async function healthOf(db: Db, forceId: string, now: Date): Promise<Health> {
  const from = new Date(now.getTime() - 7 * day)
  const { rows } = await sql<{
    due: number
    ontime: number
    sent: number
    checking: number
    held: number
    needsperson: number
    refused: number
    missed: number
    twice: number
  }>`
    select count(*) filter (where due_at <= ${now}) as due,
      count(*) filter (where sent_at <= due_at + make_interval(mins => ${onTimeMinutes})) as ontime,
      count(*) filter (where sent_at is not null) as sent,
      count(*) filter (where state = 'checking') as checking, count(*) filter (where state = 'held') as held,
      count(*) filter (where state = 'needs-person') as needsperson, count(*) filter (where state = 'refused') as refused,
      count(*) filter (where sent_at is null and state in ('waiting', 'held') and late_after < ${now}) as missed,
      (select count(*) from (select 1 from attempt t where t.force_id = ${forceId} and t.started_at >= ${from} and t.act = 'send' and t.ending = 'done'
        group by t.delivery_id, t.n having count(*) > 1) as doubled) as twice
    from delivery where force_id = ${forceId} and due_at >= ${from} and due_at <= ${now} and not (state = 'withdrawn' and sent_at is null)`.execute(
    db,
  )
  const r = rows[0]
  const n = (value: number | undefined) => Number(value ?? 0)
  return {
    days: 7,
    due: n(r?.due),
    onTime: n(r?.ontime),
    sent: n(r?.sent),
    checking: n(r?.checking),
    held: n(r?.held),
    needsPerson: n(r?.needsperson),
    refused: n(r?.refused),
    missed: n(r?.missed),
    sentTwice: n(r?.twice),
  }
}

type CoverRow = AccountRef & { cover: AccountFacts['cover'] }

/** Live accounts with no cover at some time before eight in the morning: their public may write to nobody. */
export async function withoutCover(db: Db, forceId: string, zone: string, now: Date): Promise<NoCover> {
  const rows = (await db
    .selectFrom('account')
    .select(['id', 'network', 'handle', 'name', 'class', 'area', 'cover'])
    .where('force_id', '=', forceId)
    .where('status', 'in', ['live', 'underReview'])
    .orderBy('name')
    .execute()) as CoverRow[]
  const accounts = rows.flatMap(({ cover, ...account }) => {
    const ends = gapTonight(cover, zone, now)
    return ends === null
      ? []
      : [
          {
            account,
            coverEnded: ends.from?.toISOString() ?? null,
            next: nextCover(cover, ends.from ?? now, zone)?.toISOString() ?? null,
          },
        ]
  })
  return { of: rows.length, accounts }
}

/** When cover ends within twelve hours, to the quarter of an hour; `from` null: there is none now. Null: it is covered throughout. */
function gapTonight(cover: AccountFacts['cover'], zone: string, now: Date): { from: Date | null } | null {
  if (!coveredAt(cover, now, zone)) return { from: null }
  for (let quarter = 1; quarter <= 48; quarter += 1) {
    const at = new Date(Math.floor(now.getTime() / 900_000) * 900_000 + quarter * 900_000)
    if (!coveredAt(cover, at, zone)) return { from: at }
  }
  return null
}
