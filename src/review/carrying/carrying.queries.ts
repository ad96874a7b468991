import type { z } from 'zod'
import { dateIn } from '../../foundation/clock.ts'
import type { Db } from '../../foundation/database.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { may } from '../../people/may.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import { retiredNetworks } from '../../register/retired.queries.ts'
import { countsOf, goodbyeFor, reviewOf } from './beside-steps.queries.ts'
import type { CarryingPage, CarryingRow, CarryingStep, carryingEndpoints } from './carrying.contract.ts'
import { listOf as asList, type CarryingRecord, doneIn, type StepRecord, takenBackOf } from './carrying.store.ts'
import { liveOf } from './live.queries.ts'
import { isLast, isLate, type Live, lastDayOf, leansOn, stepsOf, stops } from './steps.ts'

/** What the rows of several lists are shown with. */
type Around = {
  today: string
  person: Awaited<ReturnType<typeof peopleBy>>
  accounts: Awaited<ReturnType<typeof accountsBy>>
  offices: ReadonlyMap<string, { id: string; title: string; holderId: string | null }>
  lookAlikes: ReadonlyMap<string, string>
  steps: ReadonlyMap<string, readonly StepRecord[]>
}

async function around(db: Db, forceId: string, rows: readonly CarryingRecord[], now: Date): Promise<Around> {
  const ids = rows.map((r) => r.id)
  const found = await db
    .selectFrom('carrying_step')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('carrying_out_id', 'in', ids.length > 0 ? ids : [''])
    .execute()
  const offices = await db
    .selectFrom('office')
    .select(['id', 'title', 'holder_id as holderId'])
    .where('force_id', '=', forceId)
    .execute()
  const lookAlikes = await db
    .selectFrom('look_alike')
    .select(['id', 'handle'])
    .where('force_id', '=', forceId)
    .execute()
  const { zone } = await forceOf(db, forceId)
  return {
    today: dateIn(now, zone),
    person: await peopleBy(db, forceId, [
      ...rows.map((r) => r.begun_by),
      ...found.flatMap((s) => [s.person_id, s.done_by, ...takenBackOf(s).flatMap((t) => [t.by, t.done.by])]),
      ...offices.map((o) => o.holderId),
    ]),
    accounts: await accountsBy(
      db,
      forceId,
      rows.flatMap((r) => [r.account_id ?? '', r.into_account_id ?? '']),
    ),
    offices: new Map(offices.map((o) => [o.id, o])),
    lookAlikes: new Map(lookAlikes.map((l) => [l.id, l.handle])),
    steps: Map.groupBy(found, (s) => s.carrying_out_id),
  }
}

const whoOf = (
  a: Around,
  step: Pick<StepRecord, 'office_id' | 'person_id'>,
): Pick<CarryingStep, 'office' | 'person'> => {
  const office = a.offices.get(step.office_id ?? '')
  const holder = office?.holderId ? a.person(office.holderId) : null
  return {
    office: office ? { id: office.id, title: office.title, holder } : null,
    person: step.person_id === null ? null : a.person(step.person_id),
  }
}

const nameOf = (a: Around, row: CarryingRecord): string =>
  a.accounts.get(row.account_id ?? '')?.name ??
  a.lookAlikes.get(row.look_alike_id ?? '') ??
  traitsOf(row.network ?? '')?.name ??
  row.network ??
  ''

function rowOf(a: Around, row: CarryingRecord): CarryingRow {
  const mine = a.steps.get(row.id) ?? []
  const open = mine.filter((s) => s.done_at === null)
  const done = doneIn(mine)
  const ready = stepsOf(row.kind, row.into_account_id !== null)
    .filter((s) => !done.has(s.id) && s.needs.every((n) => done.has(n) || !mine.some((m) => m.step === n)))
    .flatMap((s) => open.filter((o) => o.step === s.id).map((o) => ({ ...whoOf(a, o), what: s.what, dueOn: o.due_on })))
    .toSorted((x, y) => (x.dueOn < y.dueOn ? -1 : x.dueOn > y.dueOn ? 1 : 0))
  const over = row.ended_at !== null
  return {
    id: row.id,
    kind: row.kind,
    account: a.accounts.get(row.account_id ?? '') ?? null,
    name: nameOf(a, row),
    network: row.network,
    into: a.accounts.get(row.into_account_id ?? '') ?? null,
    endsOn: lastDayOf(row.ends_on, row.not_before),
    begunBy: a.person(row.begun_by),
    begunAt: row.begun_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    ending: row.ending,
    steps: mine.length,
    done: done.size,
    late: over ? 0 : open.filter((s) => isLate({ dueOn: s.due_on, doneAt: null }, a.today)).length,
    next: over ? null : (ready[0] ?? null),
  }
}

/** All lists of the force, those that are open first. */
async function allLists(world: World, forceId: string): Promise<{ rows: CarryingRecord[]; a: Around }> {
  const rows = await world.db
    .selectFrom('carrying_out')
    .selectAll()
    .where('force_id', '=', forceId)
    .orderBy('ended_at', (o) => o.desc().nullsFirst())
    .orderBy('ends_on')
    .orderBy('id')
    .limit(500)
    .execute()
  return { rows, a: await around(world.db, forceId, rows, world.clock.now()) }
}

const said = (p: { rank: string; name: string } | null): string => (p ? `${p.rank} ${p.name}`.trim() : '')

/** Every step as a line of a sheet, with a heading. */
export async function stepLines(world: World, actor: Actor): Promise<string[][]> {
  const { rows, a } = await allLists(world, actor.forceId)
  const head = ['what', 'about', 'joins', 'last day', 'step', 'answers', 'due', 'overdue', 'done', 'by', 'shown by']
  const lines = rows.flatMap((row) =>
    stepsOf(row.kind, row.into_account_id !== null).flatMap((s) =>
      (a.steps.get(row.id) ?? [])
        .filter((m) => m.step === s.id)
        .map((m) => {
          const { office, person } = whoOf(a, m)
          const late = row.ended_at === null && isLate({ dueOn: m.due_on, doneAt: m.done_at }, a.today)
          return [
            row.kind,
            nameOf(a, row),
            a.accounts.get(row.into_account_id ?? '')?.name ?? '',
            lastDayOf(row.ends_on, row.not_before),
            s.what,
            office?.title ?? said(person),
            m.due_on,
            late ? 'yes' : '',
            m.done_at?.toISOString() ?? '',
            m.done_by === null ? '' : said(a.person(m.done_by)),
            m.evidence,
          ]
        }),
    ),
  )
  return [head, ...lines]
}

/** Every list; those that are open first, by the day on which they end. */
export async function carryingOuts(
  world: World,
  actor: Actor,
): Promise<z.input<typeof carryingEndpoints.carryingOuts.output>> {
  const { db } = world
  const { forceId } = actor
  const { rows, a } = await allLists(world, forceId)
  const retired = await retiredNetworks(db, forceId)
  const there = await db
    .selectFrom('account')
    .select((e) => ['network as id', e.fn.countAll<number>().as('accounts')])
    .where('force_id', '=', forceId)
    .where('status', '<>', 'closed')
    .groupBy('network')
    .orderBy('network')
    .execute()
  return {
    rows: rows.map((r) => rowOf(a, r)),
    mayBegin: may(actor, 'carryOut', { answers: false }),
    networks: there.filter((n) => !retired.has(n.id)).map((n) => ({ id: n.id, accounts: Number(n.accounts) })),
    retired: [...retired].map(([id, { at, note }]) => ({ id, at: at.toISOString(), note })),
  }
}

function listOf(a: Around, row: CarryingRecord, live: Live, actor: Actor): CarryingStep[] {
  const mine = a.steps.get(row.id) ?? []
  const joins = row.into_account_id !== null
  const done = doneIn(mine)
  return stepsOf(row.kind, joins).flatMap((s): CarryingStep[] => {
    const found = mine.find((m) => m.step === s.id)
    if (!found) return []
    const ended = row.ended_at !== null
    const over = found.done_at !== null || ended
    const who = whoOf(a, found)
    const answers = who.person?.id === actor.personId || who.office?.holder?.id === actor.personId
    const why = over ? null : stops(asList(row), s.id, done, live, a.today)
    const isMine = may(actor, 'carryOut', { answers: answers && !isLast(row.kind, s.id) })
    return [
      {
        id: s.id,
        what: s.what,
        how: s.how,
        ...who,
        dueOn: found.due_on,
        late: !ended && isLate({ dueOn: found.due_on, doneAt: found.done_at }, a.today),
        done: found.done_at && {
          by: a.person(found.done_by),
          at: found.done_at.toISOString(),
          evidence: found.evidence,
        },
        stops: why,
        mayDo: !over && why === null && isMine,
        mayTakeBack:
          !ended &&
          found.done_at !== null &&
          leansOn(row.kind, s.id, done).length === 0 &&
          may(actor, 'carryOut', { answers }),
        takenBack: takenBackOf(found).map((t) => ({
          ...t,
          by: a.person(t.by),
          done: { ...t.done, by: a.person(t.done.by) },
        })),
      },
    ]
  })
}

/** One list with what the records say now; null when there is none of that id. */
export async function carryingPage(world: World, actor: Actor, id: string): Promise<CarryingPage | null> {
  const { db } = world
  const now = world.clock.now()
  const row = await db
    .selectFrom('carrying_out')
    .selectAll()
    .where('force_id', '=', actor.forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const a = await around(db, actor.forceId, [row], now)
  const live = await liveOf(db, row, now)
  return {
    ...rowOf(a, row),
    review: await reviewOf(db, row),
    notBefore: row.ended_at === null && row.not_before !== null && a.today < row.not_before ? row.not_before : null,
    wasUnderReview: row.status_before === 'underReview',
    note: row.note,
    reason: row.reason,
    list: listOf(a, row, live, actor),
    live,
    goodbye: await goodbyeFor(world, actor, a.accounts, row),
    migration: await countsOf(db, row),
    mayChange: row.ended_at === null && may(actor, 'carryOut', { answers: false }),
  }
}
