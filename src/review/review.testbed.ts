import { newId } from '../foundation/identity.ts'
import type { Actor } from '../foundation/world.ts'
import { addOffice } from '../register/office.commands.ts'
import { noteLookAlike } from '../register/outside/outside.commands.ts'
import type { NewAccount } from '../register/register.commands.ts'
import { must, openRegisterBed, practiceId, type RegisterBed } from '../register/register.testbed.ts'
import type { Given } from './decision.ts'
import type { RoundRow } from './review.contract.ts'
import { beginRound } from './round.commands.ts'
import { roundRead } from './round.queries.ts'

/** What was counted of an account, by measure; shares are 0 to 1. */
type Counted = Readonly<Record<string, number>>

export type ReviewBed = RegisterBed & {
  /** Another who may decide, one who may look again, and an officer. */
  other: Actor
  gold: Actor
  officer: Actor
  /** An account with an owner, a contributor and what was counted of it. */
  counted(name: string, figures: Counted, change?: Partial<NewAccount>): Promise<string>
  /** That the force was counted, up to its midnight. */
  countNow(): Promise<void>
  begin(): Promise<string>
  rows(round: string): Promise<RoundRow[]>
  row(round: string, name: string): Promise<RoundRow>
}

const until = new Date('2026-09-06T23:00:00Z')

export async function openReviewBed(): Promise<ReviewBed> {
  const bed = await openRegisterBed()
  const actor = async (name: string, roles: readonly string[]): Promise<Actor> => ({
    forceId: bed.forceId,
    personId: await bed.person(name, 'PC', name.slice(0, 2).toUpperCase(), roles),
    roles,
  })
  const other = await actor('Owen Tredwell', ['corporateCommunications'])
  const gold = await actor('Ada Iredale', ['gold'])
  const officer = await actor('Leah Corrigan', ['contributor'])
  const owner = await actor('Sam Bevan', ['supervisor'])
  const office = must(await addOffice(bed, bed.head, { title: 'Westport inspector', holderId: owner.personId })).id
  const counted: ReviewBed['counted'] = async (name, figures, change = {}) => {
    const handle = name.replaceAll(' ', '')
    const fields = { name, handle, class: 'neighbourhood' as const, ownerOfficeId: office, ...change }
    const id = await bed.account(fields)
    const place = {
      force_id: bed.forceId,
      id: newId(bed.clock.now()),
      account_id: id,
      person_id: officer.personId ?? '',
    }
    await bed.db
      .insertInto('contributor')
      .values({ ...place, from_at: bed.clock.now(), voice: 'signs' })
      .execute()
    const rows = Object.entries(figures).map(([measure, figure]) => ({
      force_id: bed.forceId,
      span: 'weeks13' as const,
      measure,
      account_id: id,
      version: 1,
      figure,
      top: 10,
      of_count: 20,
      left_out: '{}',
      more: '{"people":4}',
      look: false,
    }))
    if (rows.length > 0) await bed.db.insertInto('measured').values(rows).execute()
    return id
  }
  const countNow: ReviewBed['countNow'] = async () => {
    const row = { force_id: bed.forceId, until_at: until, counted_at: bed.clock.now() }
    await bed.db.insertInto('measure_count').values(row).execute()
  }
  const rows: ReviewBed['rows'] = async (round) => must(await roundRead(bed, bed.head, round)).rows
  return Object.assign(bed, {
    other,
    gold,
    officer,
    counted,
    countNow,
    rows,
    begin: async () => must(await beginRound(bed, bed.head, 'Account plan, autumn 2026')).id,
    row: async (round: string, name: string) => {
      const found = (await rows(round)).find((r) => r.name === name)
      if (!found) throw new Error(`${name} is not in the round`)
      return found
    },
  })
}

/** Sound in every test that is measured. */
export const sound = { M01: 4, M03: 0, M04: 0.8, M05: 0, M07: 0.3, M08: 0.7, M15: 1, M22: 1, M29: 1 }

/** A decision to keep, said otherwise where it is given otherwise. */
export const given = (over: Partial<Given> = {}): Given => ({
  outcome: 'keep',
  into: null,
  on: null,
  reason: 'As the record shows',
  whyOther: 'Its people were heard',
  ...over,
})

/** Three sound accounts of Westport Central, of which one hangs on one person; one that fell silent; one for events; one outside; a look-alike. */
export async function openReviewedForce() {
  const bed = await openReviewBed()
  const central = await bed.counted('Westport Central', sound, { area: 'Westport Central', kind: 'collective' })
  const pc = await bed.counted(
    'PC Leah Corrigan',
    { ...sound, M15: 0.1 },
    { area: 'westport central ', class: 'individual' },
  )
  const silent = await bed.counted(
    'Harrowfield',
    { ...sound, M01: 120, M03: 1, M07: 0.06, M08: 0.3 },
    { area: 'Harrowfield' },
  )
  const events = await bed.counted('Air support', { ...sound, M01: 120 }, { class: 'specialist' })
  const outside = await bed.counted('Dogs at work', { M01: 3, M07: 0.4 }, { class: 'specialist', status: 'unofficial' })
  const reason = { force_id: bed.forceId, id: 'r', account_id: events, measure: 'M01', reason: 'Speaks at air shows.' }
  await bed.db
    .insertInto('measure_reason')
    .values({ ...reason, rightly: true, by_id: bed.head.personId ?? '', at: bed.clock.now() })
    .execute()
  must(await noteLookAlike(bed, bed.head, { network: practiceId, handle: 'WestportCentra1', what: '' }))
  await bed.countNow()
  return Object.assign(bed, { ids: { central, pc, silent, events, outside } })
}
