import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { instantIn } from '../foundation/clock.ts'
import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { accountsBy } from '../posting/refs.queries.ts'
import { type Reader, readerOf } from './desk.queries.ts'
import type { deskCounts, queue } from './inbox.contract.ts'
import { type RowSource, rowColumns, rowsOf } from './queue-rows.queries.ts'
import { type Category, categories } from './triage/category.ts'

type Page = z.input<typeof queue.output>
type Filter = z.output<typeof queue.input>
type Sql = RawBuilder<unknown>

const all = (parts: readonly Sql[]): Sql => sql.join(parts, sql` and `)

/** Open conversations on the accounts that this reader may read; whoever is shown figures alone is shown those of every account. */
const openTo = (forceId: string, reader: Reader, figures: boolean): Sql[] => [
  sql`c.force_id = ${forceId}`,
  sql`c.stage = 'open'`,
  ...(reader.accounts === null || (figures && reader.accounts.size === 0)
    ? []
    : [sql`c.account_id = any(${[...reader.accounts]}::text[])`]),
]

export type Figures = Pick<Page, 'waiting' | 'inDanger' | 'mine' | 'nobodys' | 'overdue' | 'before' | 'byCategory'>

/** Every figure of the desk in one statement, over open conversations alone, from indexes that hold all it asks. */
export function figuresIn(actor: Actor, reader: Reader, now: Date) {
  const held = sql`c.holder_id is not null and c.held_until > ${now}`
  const open = all(openTo(actor.forceId, reader, true))
  return sql<{
    category: Category
    waiting: number
    danger: number
    overdue: number
    mine: number
    nobodys: number
    before: number
  }>`
    select c.category, count(*)::int as waiting,
      count(*) filter (where c.rank = 0)::int as danger,
      count(*) filter (where c.due_at < ${now})::int as overdue,
      count(*) filter (where ${held} and c.holder_id = ${actor.personId})::int as mine,
      count(*) filter (where not (${held}))::int as nobodys,
      (select count(*)::int from conversation c where ${open} and c.last_said_at < c.aims_from) as before
    from conversation c where ${open} group by c.category`
}

export async function figuresOf(db: Db, actor: Actor, reader: Reader, now: Date): Promise<Figures> {
  const { rows } = await figuresIn(actor, reader, now).execute(db)
  const sum = (of: 'waiting' | 'danger' | 'overdue' | 'mine' | 'nobodys') => rows.reduce((n, r) => n + r[of], 0)
  const waiting = new Map(rows.map((r) => [r.category, r.waiting]))
  return {
    waiting: sum('waiting'),
    inDanger: sum('danger'),
    mine: sum('mine'),
    nobodys: sum('nobodys'),
    overdue: sum('overdue'),
    before: rows[0]?.before ?? 0,
    byCategory: categories.map((category) => ({ category, waiting: waiting.get(category) ?? 0 })),
  }
}

const shown = (f: Pick<Filter, 'show'>, me: string | null, now: Date): Sql[] => {
  if (f.show === 'mine') return [sql`c.holder_id = ${me}`, sql`c.held_until > ${now}`]
  if (f.show === 'nobodys') return [sql`(c.holder_id is null or c.held_until <= ${now})`]
  return []
}

const chosen = (f: Filter): Sql[] => [
  ...(f.account ? [sql`c.account_id = ${f.account}`] : []),
  ...(f.category ? [sql`c.category = ${f.category}`] : []),
]

/** Rows after the one that the page before ended with; a mark that cannot be read begins at the beginning. */
function afterOpen(after: string | undefined): Sql[] {
  const [rankText, due, id] = after?.split('_') ?? []
  const rank = Number(rankText)
  if (!id || !Number.isInteger(rank) || Math.abs(rank) > 1000) return []
  const dueAt = due ? (instantIn(due)?.toISOString() ?? 'infinity') : 'infinity'
  return [
    sql`c.rank >= ${rank}::int`,
    sql`(c.rank > ${rank}::int or (coalesce(c.due_at, 'infinity'), c.id) > (${dueAt}::timestamptz, ${id}))`,
  ]
}

function afterClosed(after: string | undefined): Sql[] {
  const [since, id] = after?.split('_') ?? []
  const at = instantIn(since)
  return at && id ? [sql`(c.stage_since, c.id) < (${at}::timestamptz, ${id})`] : []
}

async function pageOf(db: Db, actor: Actor, reader: Reader, now: Date, f: Filter): Promise<RowSource[]> {
  const scope = openTo(actor.forceId, reader, false)
  const { rows } =
    f.show === 'closed'
      ? await sql<RowSource>`
          select ${rowColumns} from conversation c
          where ${all([...scope.filter((_, n) => n !== 1), sql`c.stage = 'closed'`, ...chosen(f), ...afterClosed(f.after)])}
          order by c.stage_since desc, c.id desc limit ${f.most + 1}`.execute(db)
      : await sql<RowSource>`
          select ${rowColumns} from conversation c
          where ${all([...scope, ...shown(f, actor.personId, now), ...chosen(f), ...afterOpen(f.after)])}
          order by c.rank, c.due_at, c.id limit ${f.most + 1}`.execute(db)
  return rows
}

const markOf = (row: RowSource, closed: boolean): string =>
  closed ? `${row.stage_since.toISOString()}_${row.id}` : `${row.rank}_${row.due_at?.toISOString() ?? ''}_${row.id}`

export async function queueFor(db: Db, actor: Actor, now: Date, f: Filter): Promise<Page> {
  const reader = await readerOf(db, actor, now)
  const mayRead = reader.accounts === null || reader.accounts.size > 0
  const [figures, found, notHeard] = await Promise.all([
    figuresOf(db, actor, reader, now),
    mayRead ? pageOf(db, actor, reader, now, f) : [],
    notHeardBy(db, actor, reader),
  ])
  const rows = found.slice(0, f.most)
  const last = rows.at(-1)
  return {
    now: now.toISOString(),
    ...figures,
    rows: await rowsOf(db, actor, now, rows),
    next: found.length > f.most && last ? markOf(last, f.show === 'closed') : null,
    mayRead,
    notHeard,
    mayWork: reader.accounts === null ? reader.mayWork('') : [...reader.accounts].some(reader.mayWork),
  }
}

/** Accounts that this reader answers for and that we do not hear now, or hear in part. */
export async function notHeardBy(db: Db, { forceId }: Actor, reader: Reader): Promise<Page['notHeard']> {
  const rows = await db
    .selectFrom('listening')
    .select(['account_id', 'state', 'behind_since', 'words', 'missing'])
    .where('force_id', '=', forceId)
    .where((e) => e.or([e('state', '<>', 'hearing'), e('missing', 'is not', null)]))
    .orderBy('behind_since')
    .orderBy('account_id')
    .execute()
  const mine = rows.filter((r) => reader.accounts === null || reader.accounts.has(r.account_id))
  const accounts = await accountsBy(
    db,
    forceId,
    mine.map((r) => r.account_id),
  )
  return mine.flatMap((r) => {
    const account = accounts.get(r.account_id)
    const inPart = r.state === 'hearing'
    const words = inPart ? (r.missing ?? '') : r.words
    return account ? [{ account, since: r.behind_since?.toISOString() ?? null, inPart, words }] : []
  })
}

/** The figures for the rail and for Today, and what needs somebody first. */
export async function countsAtDesk(db: Db, actor: Actor, now: Date): Promise<z.input<typeof deskCounts.output>> {
  const reader = await readerOf(db, actor, now)
  const { waiting, inDanger, overdue, mine } = await figuresOf(db, actor, reader, now)
  const mayRead = reader.accounts === null || reader.accounts.size > 0
  const first = mayRead ? await pageOf(db, actor, reader, now, { show: 'all', most: 5 }) : []
  return {
    waiting,
    inDanger,
    overdue,
    mine,
    first: await rowsOf(
      db,
      actor,
      now,
      first.filter((row) => row.rank === 0 || (row.due_at !== null && row.due_at < now)).slice(0, 5),
    ),
    notHeard: (await notHeardBy(db, actor, reader)).filter((n) => !n.inPart).length,
  }
}
