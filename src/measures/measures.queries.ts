import { type RawBuilder, sql } from 'kysely'
import { generalRefusals } from '../foundation/endpoint.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { said } from '../posting/facts.ts'
import type { AccountClass } from '../register/account.ts'
import { type Book, inSpan } from './book.ts'
import { surroundingsOf } from './counting/accounts.queries.ts'
import { bookOf, deskOf } from './counting/count.commands.ts'
import { isCounted } from './counting/measured.ts'
import { publishedBy } from './counting/published.queries.ts'
import { lastCount } from './counting/when.queries.ts'
import type { Definition, Result } from './measure.ts'
import { measuresRefusals as r } from './measures.refusals.ts'
import { measureOf, measures } from './measures.ts'
import { type SpanName, spanOf } from './span.ts'

/** Six figures answer the overview's question. */
export const sixOnTop = ['M07', 'M08', 'M04', 'M05', 'M01', 'M16'] as const

type Figure = {
  measure: string
  accountId: string
  figure: number
  top: number
  of: number
  leftOut: Record<string, number>
  more: Record<string, number>
  look: boolean
}
type Account = { id: string; name: string; handle: string; network: string; class: AccountClass }

/** The rows of a query, told by the store as one text: fifteen thousand figures of a national force take a third of the time of as many rows. */
async function inOne<T>({ db }: World, rows: RawBuilder<unknown>): Promise<T[]> {
  const found = await sql<{ told: T[] }>`select coalesce(json_agg(r), '[]') as told from (${rows}) r`.execute(db)
  return found.rows[0]?.told ?? []
}

const figures = (
  world: World,
  forceId: string,
  span: SpanName,
  of: { measures: readonly string[] } | { account: string },
): Promise<Figure[]> =>
  inOne<Figure>(
    world,
    sql`select measure, account_id as "accountId", figure, top, of_count as "of", left_out as "leftOut", more, look from measured
      where force_id = ${forceId} and span = ${span}
        and ${'account' in of ? sql`account_id = ${of.account}` : sql`measure = any(${[...of.measures]}::text[])`}`,
  )

/** `only`: this one alone, if it is measured. */
const accountsOf = (world: World, forceId: string, only: string | null = null): Promise<Account[]> =>
  inOne<Account>(
    world,
    sql`select id, name, handle, network, class from account where force_id = ${forceId} and status not in ('proposed', 'closed')
      and (${only}::text is null or id = ${only}) order by name, network, id`,
  )

async function countShown({ db }: World, forceId: string) {
  const { until, at, ...many } = await lastCount(db, forceId)
  return { until: until?.toISOString() ?? null, countedAt: at?.toISOString() ?? null, ...many }
}

/** Reasons that stand, with who gave them. */
async function reasonsOf({ db }: World, forceId: string) {
  const rows = await db
    .selectFrom('measure_reason as m')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'm.force_id').onRef('p.id', '=', 'm.by_id'))
    .select(['m.id', 'm.account_id', 'm.measure', 'm.reason', 'm.rightly', 'm.at', 'p.name', 'p.rank'])
    .where('m.force_id', '=', forceId)
    .where('m.ended_at', 'is', null)
    .orderBy('m.at', 'desc')
    .execute()
  return rows.map((m) => ({
    id: m.id,
    accountId: m.account_id,
    measure: m.measure,
    reason: m.reason,
    rightly: m.rightly,
    by: said(m),
    at: m.at.toISOString(),
  }))
}

/** The six figures on top, of every account and of all together, now and in the thirteen weeks before. */
export async function overview(world: World, actor: Actor, span: SpanName) {
  const { forceId } = actor
  const now = await figures(world, forceId, span, { measures: sixOnTop })
  const before = span === 'weeks13' ? await figures(world, forceId, 'before', { account: '' }) : []
  return {
    count: await countShown(world, forceId),
    accounts: await accountsOf(world, forceId),
    figures: now,
    before: before.filter((f) => sixOnTop.some((id) => id === f.measure)),
    all: await figures(world, forceId, span, { account: '' }),
    definitions: measures.map((m) => m.definition),
    reasons: await reasonsOf(world, forceId),
    ...mayOf(actor),
  }
}

const mayOf = (actor: Actor) => ({
  mayCount: may(actor, 'countMeasures'),
  maySayWhy: may(actor, 'sayWhyDiffers'),
  mayList: may(actor, 'listOfficials'),
})

/** One measure over all accounts. */
export async function measureFigures(world: World, actor: Actor, id: string, span: SpanName) {
  const measure = measureOf(id)
  if (!measure) return refuse(r.noMeasure)
  const { forceId } = actor
  const before = await figures(world, forceId, 'before', { account: '' })
  return ok({
    definition: measure.definition,
    counted: isCounted(measure.definition, span),
    count: await countShown(world, forceId),
    accounts: await accountsOf(world, forceId),
    figures: await figures(world, forceId, span, { measures: [id] }),
    before: before.filter((f) => f.measure === id),
    reasons: (await reasonsOf(world, forceId)).filter((reason) => reason.measure === id),
    ...mayOf(actor),
  })
}

/** Everything of one account, counted as the page is asked for, up to where the force was counted last. */
async function bookNow(
  world: World,
  actor: Actor,
  account: string,
  span: SpanName,
): Promise<Outcome<{ book: Book; until: Date }>> {
  const { forceId } = actor
  const around = await surroundingsOf(world.db, forceId, world.clock.now(), account)
  const [measured] = around.accounts
  if (!measured) return refuse(r.noAccount)
  const until = (await lastCount(world.db, forceId)).until ?? world.clock.now()
  const rows = await publishedBy(world.db, forceId, [account], until)
  const desk = await deskOf(world, forceId, around, until, account)
  const book = bookOf(measured, rows.get(account) ?? [], around, desk)
  const within = spanOf(span, until.getTime())
  return ok({
    until,
    book: { ...book, span: within, inSpan: inSpan(book.items, within), ...(await nearBy(world, forceId, account)) },
  })
}

async function nearBy({ db }: World, forceId: string, account: string) {
  const rows = await db
    .selectFrom('near_duplicate')
    .select(['external_id', 'kind'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', account)
    .execute()
  const of = (kind: 'own' | 'other') => new Set(rows.filter((n) => n.kind === kind).map((n) => n.external_id))
  return { near: of('other'), nearOwn: of('own') }
}

const without = ({ rows: _, ...rest }: Result) => rest

/** Every measure of one account, with why where there is none. */
export async function accountFigures(world: World, actor: Actor, account: string, span: SpanName) {
  const { forceId } = actor
  const [found] = await accountsOf(world, forceId, account)
  const now = await bookNow(world, actor, account, span)
  if (!now.ok) return now
  if (!found) return refuse(generalRefusals.notFound)
  const results = measures
    .filter((m) => isCounted(m.definition, span))
    .map((m) => ({ measure: m.definition.id, ...without(m.count(now.value.book)) }))
  return ok({
    account: found,
    count: await countShown(world, forceId),
    definitions: measures.map((m) => m.definition),
    results,
    before: span === 'weeks13' ? await figures(world, forceId, 'before', { account }) : [],
    middles: await middlesOf(world, forceId, span, found.class),
    reasons: (await reasonsOf(world, forceId)).filter((reason) => reason.accountId === account),
    ...mayOf(actor),
  })
}

/** The middle figure of each measure among the accounts of a class, as it was counted last. */
const middlesOf = ({ db }: World, forceId: string, span: SpanName, of: AccountClass) =>
  db
    .selectFrom('measured_class')
    .select(['measure', 'middle', 'accounts'])
    .where('force_id', '=', forceId)
    .where('span', '=', span)
    .where('class', '=', of)
    .execute()

/** What a figure of one account counts, newest first, so many at a time; and the figure itself, of the same rows. */
export async function rowsBehind(
  world: World,
  actor: Actor,
  input: { measure: string; account: string; span: SpanName; after: number },
  atOnce = rowsAtOnce,
) {
  const measure = measureOf(input.measure)
  if (!measure) return refuse(r.noMeasure)
  const now = await bookNow(world, actor, input.account, input.span)
  if (!now.ok) return now
  const { book } = now.value
  const result = measure.count(book)
  const ids = result.rows.toReversed()
  const page = ids.slice(input.after, input.after + atOnce)
  return ok({
    definition: measure.definition satisfies Definition,
    result: without(result),
    total: ids.length,
    next: input.after + page.length < ids.length ? input.after + page.length : null,
    rows: rowsOf(measure.definition, book, page),
  })
}

const rowsAtOnce = 100
const nothingMore = { at: null, kind: null, words: null, to: null, conversationId: null, rumour: null }

function rowsOf({ rowsOf: kept }: Definition, book: Book, ids: readonly string[]) {
  if (kept === 'published') return publishedRows(book, ids)
  if (kept === 'rumour') return rumourRows(book, ids)
  if (kept === 'conversation')
    return known(ids, book.talks ?? [], (t) => ({ at: iso(t.openedAt), conversationId: t.id }))
  if (kept === 'post') return known(ids, book.released, (p) => ({ at: iso(p.at) }))
  return known(ids, book.moderated, (m) => ({ at: iso(m.at), kind: m.act, conversationId: m.conversationId }))
}

const iso = (ms: number): string => new Date(ms).toISOString()

function known<T extends { id: string }, S extends object>(
  ids: readonly string[],
  all: readonly T[],
  told: (one: T) => S,
) {
  const by = new Map(all.map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const one = by.get(id)
    return one ? [{ ...nothingMore, id, ...told(one) }] : []
  })
}
const minute = 60_000

const rumourRows = ({ rumours }: Book, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const r = rumours.find((one) => one.id === id)
    if (!r) return []
    const { conversationId, postId, took } = r
    const lineAt = r.lineAt === null ? null : iso(r.lineAt)
    const rumour = { conversationId, postId, lineAt, minutes: Math.round(took / minute) }
    return [{ ...nothingMore, id, at: iso(r.seenAt), rumour }]
  })

function publishedRows({ items }: Book, ids: readonly string[]) {
  const wanted = new Set(ids)
  const byId = new Map(items.filter((i) => wanted.has(i.id)).map((i) => [i.id, i]))
  return ids.flatMap((id) => {
    const item = byId.get(id)
    if (!item) return []
    const { at, kind, words, toHandle: to } = item
    return [{ ...nothingMore, id, at: iso(at), kind, words, to }]
  })
}

export async function officialsListed({ db }: World, actor: Actor) {
  const handles = await db
    .selectFrom('official_handle')
    .select(['handle', 'kind', 'name'])
    .where('force_id', '=', actor.forceId)
    .orderBy('handle')
    .execute()
  return { handles, mayList: may(actor, 'listOfficials') }
}
