import { createHash } from 'node:crypto'
import type { Commanding } from '../../audit/audit.commands.ts'
import { canonical } from '../../foundation/canonical.ts'
import type { Db } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { changing, forbidden } from '../change.commands.ts'
import * as store from '../register.store.ts'
import { retiredNetworks } from '../retired.queries.ts'
import { headOf, type Listed } from './columns.ts'
import { readCsv } from './csv.client.ts'
import type { Line } from './csv.ts'
import { type Plan, type PlannedRow, planOf } from './plan.ts'
import { sheetRefusals as no } from './sheet.contract.ts'
import { instantOfDay, type SheetRegister, sheetRegister } from './sheet.queries.ts'

type Counts = Record<PlannedRow['state'], number>
export type Preview = Plan & { counts: Counts; digest: string }

const countsOf = ({ rows }: Plan): Counts => {
  const counts: Counts = { new: 0, changed: 0, same: 0, bad: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** Of everything that was shown: another file, or another register meanwhile, gives another one. */
const digestOf = (plan: Plan): string =>
  createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(plan))))
    .digest('hex')

async function previewOf(
  db: Db,
  forceId: string,
  lines: readonly Line[],
): Promise<Outcome<Preview & { register: SheetRegister }>> {
  const register = await sheetRegister(db, forceId)
  const plan = planOf(lines, register.present, register.titles)
  if ('wrong' in plan) return refuse(no.sheetUnreadable, undefined, plan.wrong)
  const open = { ...plan, rows: withoutRetired(plan.rows, await retiredNetworks(db, forceId)) }
  return ok({ ...open, counts: countsOf(open), digest: digestOf(open), register })
}

/** Nothing new comes to a network that the force has left. */
const withoutRetired = (rows: readonly PlannedRow[], retired: ReadonlyMap<string, unknown>): PlannedRow[] =>
  rows.map((row) =>
    row.state === 'new' && retired.has(row.network)
      ? {
          ...row,
          state: 'bad',
          account: null,
          asks: [],
          wrong: [{ column: 'Network', words: 'The force has left this network, so nothing new can be put there.' }],
        }
      : row,
  )

const linesIn = (bytes: Uint8Array): Outcome<Line[]> => {
  const read = readCsv(bytes)
  return Array.isArray(read) ? ok(read) : refuse(no.sheetUnreadable, undefined, `${read.words} Nothing was saved.`)
}

/** What saving this file would do. Saves nothing. */
export async function previewSheet(world: World, actor: Actor, bytes: Uint8Array): Promise<Outcome<Preview>> {
  const not = forbidden(actor, 'changeRegister')
  if (not) return not
  const lines = linesIn(bytes)
  return lines.ok ? previewOf(world.db, actor.forceId, lines.value) : lines
}

export type Confirmed = { digest: string; makeOffices: boolean; leaveOut: boolean }

/** Saves what the preview showed, all of it or nothing: one transaction, a fact for each account and one for the whole. */
export async function importSheet(
  world: World,
  actor: Actor,
  bytes: Uint8Array,
  { digest, makeOffices, leaveOut }: Confirmed,
): Promise<Outcome<Counts & { offices: number }>> {
  const lines = linesIn(bytes)
  if (!lines.ok) return forbidden(actor, 'changeRegister') ?? lines
  return changing(world, actor, 'changeRegister', async (c) => {
    const preview = await previewOf(c.tx, actor.forceId, lines.value)
    if (!preview.ok) return preview
    const { counts, newOffices, rows, register } = preview.value
    if (preview.value.digest !== digest) return refuse(no.registerMoved)
    if (counts.bad > 0 && !leaveOut) return refuse(no.rowsNotReady)
    if (newOffices.length > 0 && !makeOffices) return refuse(no.officesNotThere)
    if (counts.new + counts.changed === 0) return refuse(no.nothingToSave)
    const places = { ...register, officeIds: await withOffices(c, register.officeIds, newOffices) }
    await addAll(
      c,
      places,
      rows.flatMap((r) => (r.state === 'new' && r.account ? [r.account] : [])),
    )
    for (const row of rows) if (row.state === 'changed') await changeOne(c, places, row)
    const offices = newOffices.length
    c.record('register.imported', 'register:sheet', {
      added: counts.new,
      changed: counts.changed,
      same: counts.same,
      leftOut: counts.bad,
      offices,
    })
    return ok({ ...counts, offices })
  })
}

async function withOffices(
  c: Commanding,
  there: ReadonlyMap<string, string>,
  wanted: Plan['newOffices'],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(there)
  for (const { title } of wanted) {
    const id = newId(c.now)
    await store.insertOffice(c.tx, { force_id: c.actor.forceId, id, title, holder_id: null, since: c.now })
    c.record('office.added', `office:${id}`, { holder: null })
    ids.set(title.toLowerCase(), id)
  }
  return ids
}

const columnsOf = (account: Listed, { officeIds, zone }: SheetRegister) => ({
  name: account.name,
  class: account.class,
  kind: account.kind,
  purpose: account.purpose,
  area: account.area,
  owner_office_id: officeIds.get(account.owner?.toLowerCase() ?? '') ?? null,
  supervisor_office_id: officeIds.get(account.supervisor?.toLowerCase() ?? '') ?? null,
  cover: JSON.stringify(account.cover),
  lateness_minutes: account.latenessMinutes,
  next_review_at: account.nextReview === null ? null : instantOfDay(account.nextReview, zone),
})

const objectivesOf = (account: Listed, { objectiveIds }: SheetRegister): string[] =>
  account.objectives.flatMap((title) => objectiveIds.get(title.toLowerCase()) ?? [])

async function addAll(c: Commanding, register: SheetRegister, accounts: readonly Listed[]): Promise<void> {
  const made = accounts.map((account) => ({ account, id: newId(c.now), columns: columnsOf(account, register) }))
  await store.insertAccounts(
    c.tx,
    made.map(({ account, id, columns }) => ({
      ...columns,
      force_id: c.actor.forceId,
      id,
      network: account.network,
      handle: account.handle,
      status: account.status,
      signature_place: account.signaturePlace,
      created_at: c.now,
    })),
  )
  await store.addObjectives(
    c.tx,
    made.flatMap(({ account, id }) =>
      objectivesOf(account, register).map((objective_id) => ({
        force_id: c.actor.forceId,
        account_id: id,
        objective_id,
      })),
    ),
  )
  for (const { account, id, columns } of made)
    c.record('account.added', `account:${id}`, {
      network: account.network,
      class: account.class,
      kind: account.kind,
      status: account.status,
      owner: columns.owner_office_id,
    })
}

async function changeOne(c: Commanding, register: SheetRegister, row: PlannedRow): Promise<void> {
  const { account, known, changes } = row
  if (!account || !known) return
  const columns = columnsOf(account, register)
  const objectives = objectivesOf(account, register)
  const changed = (id: keyof Listed) => changes.some((change) => change.column === headOf(id))
  const place = { force_id: c.actor.forceId, id: known.id, version: known.version }
  await store.updateAccount(c.tx, place, { ...columns, ...(changed('owner') ? { owner_changed_at: null } : {}) })
  if (changed('objectives')) await store.setObjectives(c.tx, c.actor.forceId, known.id, objectives)
  c.record('account.changed', `account:${known.id}`, {
    class: account.class,
    kind: account.kind,
    owner: columns.owner_office_id,
    signaturePlace: account.signaturePlace,
    objectives,
  })
}
