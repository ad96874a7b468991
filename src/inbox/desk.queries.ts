import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { type Asking, may } from '../people/may.ts'
import { type Cover, cover as coverShape } from '../register/cover.ts'
import { type ClockFacts, nextDue } from './clock.ts'
import type { ConversationRow } from './conversation.store.ts'
import { isRestricted, lookFirst } from './conversation.ts'
import { type Aims, readAims } from './desk.ts'
import type { Category } from './triage/category.ts'

/** Accounts on which somebody contributes now, their training in date. */
export async function placesOf(
  db: Db,
  forceId: string,
  personId: string | null,
  now: Date,
): Promise<ReadonlySet<string>> {
  if (personId === null) return new Set()
  const rows = await db
    .selectFrom('contributor as c')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'c.force_id').onRef('p.id', '=', 'c.person_id'))
    .select('c.account_id')
    .where('c.force_id', '=', forceId)
    .where('c.person_id', '=', personId)
    .where('c.from_at', '<=', now)
    .where((e) => e.or([e('c.until_at', 'is', null), e('c.until_at', '>', now)]))
    .where('p.left_at', 'is', null)
    .where((e) => e.or([e('p.trained_until', 'is', null), e('p.trained_until', '>=', now)]))
    .execute()
  return new Set(rows.map((r) => r.account_id))
}

/** What one person may see and do at the desk, account by account. */
export type Reader = {
  /** Null: every account; otherwise only these. */
  accounts: ReadonlySet<string> | null
  restricted: boolean
  mayRead(accountId: string): boolean
  mayWork(accountId: string): boolean
  /** Whether an answer of theirs could go out there. */
  mayAnswer(accountId: string): boolean
}

export const readerWith = (asking: Asking, places: ReadonlySet<string>): Reader => {
  const reads = (accountId: string) => may(asking, 'readDesk', { belongs: places.has(accountId) })
  return {
    accounts: may(asking, 'readDesk', { belongs: false })
      ? null
      : may(asking, 'readDesk', { belongs: true })
        ? places
        : new Set(),
    restricted: may(asking, 'readRestricted'),
    mayRead: reads,
    mayWork: (accountId) => may(asking, 'workDesk', { belongs: places.has(accountId) }),
    mayAnswer: (accountId) =>
      may(asking, 'writeOn', { isContributor: places.has(accountId), contributorCurrent: places.has(accountId) }),
  }
}

export const readerOf = async (db: Db, actor: Actor, now: Date): Promise<Reader> =>
  readerWith(actor, await placesOf(db, actor.forceId, actor.personId, now))

/** Whether somebody may work on this very conversation: intelligence needs a role of its own. */
export const worksOn = (reader: Reader, of: { account_id: string; category: Category }): boolean =>
  reader.mayWork(of.account_id) && (!isRestricted(of.category) || reader.restricted)

/** What clocks need besides the conversation: aims and zone of the force, cover of the account. */
export type Around = { aims: Aims; zone: string; coverOf(accountId: string): Cover }

/** In two statements, however many accounts there are. */
export async function aroundOf(db: Db, forceId: string, accountIds: Iterable<string>): Promise<Around> {
  const wanted = [...new Set(accountIds)]
  const force = await db
    .selectFrom('force as f')
    .leftJoin('desk as d', 'd.force_id', 'f.id')
    .select(['f.time_zone', 'd.aims'])
    .where('f.id', '=', forceId)
    .executeTakeFirstOrThrow()
  const accounts =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('account')
          .select(['id', 'cover'])
          .where('force_id', '=', forceId)
          .where('id', 'in', wanted)
          .execute()
  const covers = new Map(accounts.map((a) => [a.id, coverShape.parse(a.cover)]))
  return { aims: readAims(force.aims), zone: force.time_zone, coverOf: (id) => covers.get(id) ?? [] }
}

/** What clocks read of a conversation. */
export type Clocked = Pick<
  ConversationRow,
  | 'account_id'
  | 'category'
  | 'rank'
  | 'stage'
  | 'stage_since'
  | 'opened_at'
  | 'reopened_at'
  | 'aims_from'
  | 'danger_at'
  | 'danger_last_at'
  | 'waiting_since'
  | 'first_look_at'
  | 'looked_at'
  | 'first_reply_at'
  | 'incident_at'
  | 'crime_said'
  | 'crime_recorded_at'
>

export const clockFactsOf = (row: Clocked, around: Around): ClockFacts => ({
  category: row.category,
  danger: row.rank <= lookFirst,
  openedAt: row.reopened_at ?? row.opened_at,
  aimsFrom: row.aims_from,
  dangerAt: row.danger_at,
  dangerLastAt: row.danger_last_at,
  waitingSince: row.waiting_since,
  firstLookAt: row.first_look_at,
  lookedAt: row.looked_at,
  firstReplyAt: row.first_reply_at,
  incidentAt: row.incident_at,
  crimeSaid: row.crime_said,
  crimeRecordedAt: row.crime_recorded_at,
  closedAt: row.stage === 'closed' ? row.stage_since : null,
  cover: around.coverOf(row.account_id),
  zone: around.zone,
  aims: around.aims,
})

/** When the next clock of a conversation as it will stand runs out: what belongs into `due_at`. */
export async function dueOf(db: Db, forceId: string, row: Clocked, now: Date): Promise<Date | null> {
  return nextDue(clockFactsOf(row, await aroundOf(db, forceId, [row.account_id])), now)
}
