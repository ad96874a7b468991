import { Temporal } from 'temporal-polyfill'
import { dateIn } from '../../foundation/clock.ts'
import type { Db } from '../../foundation/database.ts'
import { zoneOf } from '../../people/people.queries.ts'
import { coverOf } from '../cover.ts'
import { offices } from '../register.queries.ts'
import { accountsOf } from '../register.store.ts'
import { columns, type Titles } from './columns.ts'
import { csvText } from './csv.ts'
import type { Present } from './plan.ts'

/** The register as a sheet says it, and the way back from titles to ids; titles in small letters lead there. */
export type SheetRegister = {
  present: Present[]
  titles: Titles
  officeIds: ReadonlyMap<string, string>
  objectiveIds: ReadonlyMap<string, string>
  zone: string
}

/** Nine in the morning of that day. */
export const instantOfDay = (day: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).epochMilliseconds)

export async function sheetRegister(db: Db, forceId: string): Promise<SheetRegister> {
  const zone = await zoneOf(db, forceId)
  const held = await offices(db, forceId)
  const titleOf = new Map(held.map((o) => [o.officeId, o.title]))
  const objectives = await db
    .selectFrom('objective')
    .select(['id', 'title'])
    .where('force_id', '=', forceId)
    .orderBy('title')
    .execute()
  const served = await db
    .selectFrom('account_objective as a')
    .innerJoin('objective as o', (j) => j.onRef('o.force_id', '=', 'a.force_id').onRef('o.id', '=', 'a.objective_id'))
    .select(['a.account_id', 'o.title'])
    .where('a.force_id', '=', forceId)
    .orderBy('o.title')
    .execute()
  const servedBy = Map.groupBy(served, (s) => s.account_id)
  const rows = await accountsOf(db, forceId)
  return {
    present: rows.map((a) => ({
      id: a.id,
      version: a.version,
      network: a.network,
      handle: a.handle,
      name: a.name,
      class: a.class,
      status: a.status,
      kind: a.kind,
      purpose: a.purpose,
      area: a.area,
      owner: titleOf.get(a.owner_office_id ?? '') ?? null,
      supervisor: titleOf.get(a.supervisor_office_id ?? '') ?? null,
      signaturePlace: a.signature_place,
      cover: coverOf(a),
      latenessMinutes: a.lateness_minutes,
      objectives: (servedBy.get(a.id) ?? []).map((o) => o.title),
      nextReview: a.next_review_at && dateIn(a.next_review_at, zone),
    })),
    titles: { offices: held.map((o) => o.title), objectives: objectives.map((o) => o.title) },
    officeIds: new Map(held.map((o) => [o.title.toLowerCase(), o.officeId])),
    objectiveIds: new Map(objectives.map((o) => [o.title.toLowerCase(), o.id])),
    zone,
  }
}

/** The whole register as a file, closed accounts left out. */
export const sheetText = ({ present }: SheetRegister): string =>
  csvText([
    columns.map((c) => c.head),
    ...present.filter((p) => p.status !== 'closed').map((p) => columns.map((c) => c.write(p))),
  ])
