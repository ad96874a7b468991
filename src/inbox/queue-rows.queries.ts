import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { accountsBy, peopleBy } from '../posting/refs.queries.ts'
import { type Clock, clocksOf, nextClock } from './clock.ts'
import type { ConversationRow } from './conversation.store.ts'
import { isDecided, isRestricted, lookFirst } from './conversation.ts'
import { type Around, aroundOf, type Clocked, clockFactsOf } from './desk.queries.ts'
import type { clock, queued } from './inbox.contract.ts'

export type QueueRow = z.input<typeof queued>

/** What a row is made of; no more is read, because a page is asked for every few seconds. */
export type RowSource = Clocked &
  Pick<
    ConversationRow,
    | 'id'
    | 'kind'
    | 'category_by'
    | 'opening'
    | 'language'
    | 'author_name'
    | 'author_handle'
    | 'messages'
    | 'last_said_at'
    | 'last_from'
    | 'due_at'
    | 'holder_id'
    | 'held_since'
    | 'held_until'
    | 'offered_to_id'
    | 'offered_until'
    | 'incident_ref'
    | 'surge_id'
  >

export const rowColumns = sql`c.id, c.account_id, c.kind, c.category, c.category_by, c.rank, c.due_at, c.stage, c.stage_since, c.opening,
  c.language, c.author_name, c.author_handle, c.messages, c.opened_at, c.reopened_at, c.aims_from, c.danger_at, c.danger_last_at, c.last_said_at, c.last_from, c.waiting_since,
  c.first_look_at, c.looked_at, c.first_reply_at, c.incident_at, c.incident_ref, c.crime_said, c.crime_recorded_at, c.holder_id, c.held_since,
  c.held_until, c.offered_to_id, c.offered_until, c.surge_id`

const unseen = /[\s\p{Default_Ignorable_Code_Point}]/gu

/** The name that the network shows; nothing else is known of a person here. It may not turn round what stands after it, nor be nothing that is seen. */
export function shownName({ author_name, author_handle }: { author_name: string; author_handle: string }): string {
  const name = author_name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ').trim()
  return name.replace(unseen, '') === '' ? author_handle : name
}

export const shownClock = (k: Clock): z.input<typeof clock> => ({
  kind: k.kind,
  startedAt: k.startedAt.toISOString(),
  endsAt: k.endsAt.toISOString(),
  stoppedAt: k.stoppedAt?.toISOString() ?? null,
  state: k.state,
  limit: k.limit,
})

/** Rows for this reader. What is restricted has no words and no name here, whoever reads: it must be opened. */
export async function rowsOf(
  db: Db,
  actor: Actor,
  now: Date,
  rows: readonly RowSource[],
  opened: ReadonlySet<string> = new Set(),
): Promise<QueueRow[]> {
  if (rows.length === 0) return []
  const { forceId } = actor
  const ids = rows.map((r) => r.id)
  const accountIds = new Set(rows.map((r) => r.account_id))
  const [accounts, person, around, said, alike] = await Promise.all([
    accountsBy(db, forceId, accountIds),
    peopleBy(
      db,
      forceId,
      rows.flatMap((r) => [r.holder_id, r.offered_to_id]),
    ),
    aroundOf(db, forceId, accountIds),
    saidIn(db, forceId, ids),
    alikeOf(db, forceId, rows),
  ])
  return rows.flatMap((r) => {
    const account = accounts.get(r.account_id)
    if (!account) return []
    const closed = isRestricted(r.category) && !opened.has(r.id)
    return [
      {
        ...plainly(r, now, around),
        account,
        words: closed ? null : (said.get(r.id)?.words ?? r.opening),
        from: closed ? '' : shownName(r),
        holder: holderOf(r, now, person, actor.personId),
        offeredTo: r.offered_to_id && r.offered_until && r.offered_until > now ? person(r.offered_to_id) : null,
        alike: alike.get(r.id) ?? 0,
        heardLate: Math.max(0, said.get(r.id)?.minutes ?? 0),
      },
    ]
  })
}

type Plain = Omit<QueueRow, 'account' | 'words' | 'from' | 'holder' | 'offeredTo' | 'alike' | 'heardLate'>

function plainly(r: RowSource, now: Date, around: Around): Plain {
  const next = nextClock(clocksOf(clockFactsOf(r, around), now))
  return {
    id: r.id,
    kind: r.kind,
    category: r.category,
    decided: isDecided({ category: r.category, decidedBy: r.category_by, rank: r.rank }),
    danger: r.rank === 0,
    lookFirst: r.rank === lookFirst,
    language: r.language,
    messages: r.messages,
    openedAt: r.opened_at.toISOString(),
    lastSaidAt: r.last_said_at.toISOString(),
    lastFrom: r.last_from,
    before: r.aims_from !== null && r.last_said_at < r.aims_from,
    clock: next && shownClock(next),
    incidentRef: r.incident_ref,
    incidentAt: r.incident_at?.toISOString() ?? null,
  }
}

const holderOf = (
  r: RowSource,
  now: Date,
  person: Awaited<ReturnType<typeof peopleBy>>,
  me: string | null,
): QueueRow['holder'] =>
  r.holder_id && r.held_since && r.held_until && r.held_until > now
    ? {
        person: person(r.holder_id),
        since: r.held_since.toISOString(),
        until: r.held_until.toISOString(),
        you: r.holder_id === me,
      }
    : null

/** So much of what somebody said stands in a row. */
const mostWords = 1000

type Said = { id: string; minutes: number; words: string | null }

/**
 * What stands for each: of what waits for us the words that led to where it stands, as they are now; where none did, what was said first. And
 * the minutes between the first words that opened it and our hearing them.
 */
async function saidIn(db: Db, forceId: string, ids: readonly string[]): Promise<Map<string, Said>> {
  const { rows } = await sql<Said>`
    select c.id, floor(extract(epoch from f.heard_at - f.said_at) / 60)::int as minutes, w.words
    from conversation c cross join lateral (
      select said_at, heard_at from message m
      where m.force_id = c.force_id and m.conversation_id = c.id and m.said_at >= coalesce(c.reopened_at, '-infinity')
      order by m.said_at, m.id limit 1) f
    left join lateral (
      select left(m.text, ${mostWords}) as words from message m
      where m.force_id = c.force_id and m.conversation_id = c.id
        and m.said_at >= coalesce(c.waiting_since, c.reopened_at, '-infinity')
      order by m.state = 'gone', strpos(lower(m.text), lower(c.suggestion #>> '{because,0,words}')) > 0 desc nulls last, m.said_at, m.id
      limit 1) w on true
    where c.force_id = ${forceId} and c.id = any(${[...ids]}::text[])`.execute(db)
  return new Map(rows.map((r) => [r.id, r]))
}

/** How many others say nearly the same, in a surge. */
async function alikeOf(db: Db, forceId: string, rows: readonly RowSource[]): Promise<Map<string, number>> {
  const ids = rows.flatMap((r) => (r.surge_id ? [r.id] : []))
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('surge_member as m')
    .innerJoin('surge_group as g', (j) => j.onRef('g.force_id', '=', 'm.force_id').onRef('g.id', '=', 'm.group_id'))
    .select(['m.conversation_id', 'g.size'])
    .where('m.force_id', '=', forceId)
    .where('m.conversation_id', 'in', ids)
    .execute()
  return new Map(found.map((r) => [r.conversation_id, Math.max(0, r.size - 1)]))
}
