import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { peopleBy } from '../../posting/refs.queries.ts'
import { readerOf, worksOn } from '../desk.queries.ts'
import { inboxRefusals } from '../inbox.refusals.ts'
import { gapsOf, type Language, type Line, type LineWords, lineState, linesFor, usable } from './line.ts'
import type { lineHistory, linesForConversation, listLines } from './lines.contract.ts'
import { lineRefusals as no } from './lines.refusals.ts'
import { type LineRow, linesOf } from './lines.store.ts'

type List = z.input<typeof listLines.output>
type For = z.input<typeof linesForConversation.output>
type History = z.input<typeof lineHistory.output>

const lineOf = (row: LineRow): Line & { source: string } => ({
  id: row.id,
  title: row.title,
  words: row.words,
  source: row.source,
  topics: row.topics,
  ifAsked: row.if_asked,
  expiresAt: row.expires_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
})

/** Lines by title; `inForce` leaves out only those that somebody ended: an expired one waits for its owner. */
export async function allLines(db: Db, actor: Actor, now: Date, which: 'inForce' | 'all'): Promise<List> {
  const rows = (await linesOf(db, actor.forceId)).filter((r) => which === 'all' || r.ended_at === null)
  const offices = await db
    .selectFrom('office')
    .select(['id', 'title', 'holder_id'])
    .where('force_id', '=', actor.forceId)
    .execute()
  const changes = await db
    .selectFrom('reply_line_version')
    .select(['line_id', sql<number>`count(*)::int`.as('n')])
    .where('force_id', '=', actor.forceId)
    .groupBy('line_id')
    .execute()
  const people = await peopleBy(db, actor.forceId, [
    ...rows.map((r) => r.changed_by),
    ...offices.map((o) => o.holder_id),
  ])
  const officeBy = new Map(offices.map((o) => [o.id, o]))
  const changesOf = new Map(changes.map((c) => [c.line_id, c.n]))
  const lines = rows.map((row) => {
    const line = lineOf(row)
    const office = officeBy.get(row.owner_office_id ?? '')
    return {
      ...line,
      state: lineState(line, now.toISOString()),
      owner: office
        ? { officeId: office.id, title: office.title, holder: office.holder_id ? people(office.holder_id) : null }
        : null,
      gaps: gapsOf(row.words.en),
      changedAt: row.changed_at.toISOString(),
      changedBy: people(row.changed_by),
      changes: changesOf.get(row.id) ?? 0,
    }
  })
  const yours = lines
    .filter((l) => (l.state === 'expiring' || l.state === 'expired') && l.owner?.holder?.id === actor.personId)
    .map((l) => l.id)
  return { now: now.toISOString(), lines, yours, mayChange: may(actor, 'changeLines') }
}

/** The latest words of the public weigh, not all that was ever said. */
const wordsRead = 5

/** The lines for one conversation. Nothing that was said leaves here; only our own lines do. */
export async function conversationLines(
  db: Db,
  actor: Actor,
  now: Date,
  input: { conversation: string; language?: Language | undefined },
): Promise<Outcome<For>> {
  const found = await db
    .selectFrom('conversation')
    .select(['id', 'account_id', 'category', 'language', 'opening'])
    .where('force_id', '=', actor.forceId)
    .where('id', '=', input.conversation)
    .executeTakeFirst()
  if (!found) return refuse(inboxRefusals.noConversation)
  if (!worksOn(await readerOf(db, actor, now), found)) return refuse(no.mayNotUseLines)
  const latest = await db
    .selectFrom('message')
    .select('text')
    .where('force_id', '=', actor.forceId)
    .where('conversation_id', '=', found.id)
    .orderBy('said_at', 'desc')
    .limit(wordsRead)
    .execute()
  const said = [found.opening, ...latest.map((m) => m.text)].join(' ')
  const language = input.language ?? found.language
  return ok({ language, lines: offered(await linesOf(db, actor.forceId), said, language, now) })
}

function offered(rows: readonly LineRow[], said: string, language: Language, now: Date): For['lines'] {
  const how = { language, now: now.toISOString(), asked: true }
  const lines = rows.map(lineOf)
  const fitting = linesFor(lines, said, how).map((o) => o.line)
  const others = usable(lines, how).filter((l) => !fitting.includes(l))
  const shown = (fits: boolean) => (l: (typeof lines)[number]) => ({
    id: l.id,
    title: l.title,
    words: l.words[language],
    source: l.source,
    ifAsked: l.ifAsked,
    expiresAt: l.expiresAt,
    gaps: gapsOf(l.words[language]),
    fits,
  })
  return [...fitting.map(shown(true)), ...others.map(shown(false))]
}

export async function historyOf(db: Db, actor: Actor, id: string): Promise<Outcome<History>> {
  const line = await db
    .selectFrom('reply_line')
    .select('id')
    .where('force_id', '=', actor.forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!line) return refuse(no.noLine)
  const rows = await db
    .selectFrom('reply_line_version')
    .selectAll()
    .where('force_id', '=', actor.forceId)
    .where('line_id', '=', id)
    .orderBy('n', 'desc')
    .execute()
  const people = await peopleBy(
    db,
    actor.forceId,
    rows.map((r) => r.by_id),
  )
  return ok({
    versions: rows.map((r) => ({
      n: r.n,
      title: r.title,
      words: r.words as LineWords,
      source: r.source,
      ifAsked: r.if_asked,
      by: people(r.by_id),
      from: r.from_at.toISOString(),
      until: r.until_at.toISOString(),
    })),
  })
}
