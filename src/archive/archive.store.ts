import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { Db } from '../foundation/database.ts'
import type { Tables } from '../foundation/tables.ts'

/** What an account said, as one state of it; the later state replaces them together. */
const said = [
  'said_at',
  'kind',
  'words',
  'language',
  'to_external_id',
  'to_handle',
  'hashtags',
  'mentions',
  'links',
  'cut',
  'seen_at',
] as const
/** What it carries: one file may know its words best and another its pictures. As of `media_at`. */
const media = ['pictures', 'videos', 'described', 'attached'] as const
/** What others did with it, all of one moment. */
const counts = ['replies', 'reshares', 'likes', 'quotes', 'counted_at'] as const

/** Rows of the same post: as it stands (p), as it was read (r); as it stands (published), as it would be put in (excluded). */
type Row = 'p' | 'r' | 'published' | 'excluded'
type Meeting = { stands: Row; comes: Row }
const read: Meeting = { stands: 'p', comes: 'r' }
const put: Meeting = { stands: 'published', comes: 'excluded' }

const of = (t: Row, name: string): RawBuilder<unknown> => sql`${sql.ref(`${t}.${name}`)}`
const columnsOf = (names: readonly string[], t: Row): RawBuilder<unknown> => sql.join(names.map((name) => of(t, name)))
const asText = (names: readonly string[], t: Row): RawBuilder<unknown> =>
  sql`(${columnsOf(names, t)})::text collate "C"`

/** Whole words before cut ones, then the later. Every rank ends in a fixed order, so that it does not matter which file came first. */
const saidRank = (t: Row): RawBuilder<unknown> =>
  sql`(not ${of(t, 'cut')}, ${of(t, 'seen_at')}, ${asText(
    said.filter((name) => name !== 'cut' && name !== 'seen_at'),
    t,
  )})`

/** A row that was just read or put in carries its pictures as of its words. */
const mediaAt = (t: Row): RawBuilder<unknown> =>
  t === 'r' ? of(t, 'seen_at') : sql`coalesce(${of(t, 'media_at')}, ${of(t, 'seen_at')})`

/** Who tells whether each is described before who does not, who tells each by itself, who has its file, then the later. */
const mediaRank = (t: Row): RawBuilder<unknown> =>
  sql`(${of(t, 'described')} is not null, ${of(t, 'attached')} is not null,
    jsonb_path_exists(coalesce(${of(t, 'attached')}, '[]'), '$[*].file ? (@ != null)'), ${mediaAt(t)}, ${asText(media, t)})`

/** Counts that say more win before newer ones, and newer ones before older: an export of a network that gives no replies keeps none from us. */
const countsRank = (t: Row): RawBuilder<unknown> =>
  sql`(num_nonnulls(${columnsOf(counts, t)}), coalesce(${of(t, 'counted_at')}, '-infinity'),
    ${sql.join(counts.filter((name) => name !== 'counted_at').map((name) => sql`coalesce(${of(t, name)}, -1)`))})`

const wins = ({ stands, comes }: Meeting, rank: (t: Row) => RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${rank(comes)} > ${rank(stands)})`

const all = [...said, ...media, ...counts, 'edited'] as const

/** What a second state of the same post changes. */
function merged(meeting: Meeting): RawBuilder<unknown> {
  const { stands, comes } = meeting
  const chosen = (rank: (t: Row) => RawBuilder<unknown>, name: string, value: (t: Row) => RawBuilder<unknown>) =>
    sql`${sql.ref(name)} = case when ${wins(meeting, rank)} then ${value(comes)} else ${value(stands)} end`
  const each = (names: readonly string[], rank: (t: Row) => RawBuilder<unknown>) =>
    names.map((name) => chosen(rank, name, (t) => of(t, name)))
  return sql.join([
    ...each(said, saidRank),
    ...each(media, mediaRank),
    chosen(mediaRank, 'media_at', mediaAt),
    ...each(counts, countsRank),
    sql`edited = ${of(stands, 'edited')} or ${of(comes, 'edited')}`,
  ])
}

const changes = (meeting: Meeting): RawBuilder<unknown> =>
  sql`(${sql.join(
    [saidRank, mediaRank, countsRank].map((rank) => wins(meeting, rank)),
    sql` or `,
  )} or (${of(meeting.comes, 'edited')} and not ${of(meeting.stands, 'edited')}))`

const samePost = sql`p.force_id = r.force_id and p.account_id = r.account_id and p.external_id = r.external_id`

/**
 * One turn holds each post at most once. What stands there already is changed, the rest put in: asked beforehand and not by `on conflict`,
 * which looks into the index twice for every row. Measured on 600,000 rows: 3.1 s against 5.2 s.
 */
async function mergeTurn(c: Commanding, importId: string, turn: number, isKnown: boolean): Promise<void> {
  const ofTurn = sql`r.force_id = ${c.actor.forceId} and r.import_id = ${importId} and r.turn = ${turn}`
  if (isKnown)
    await sql`
      update published p set ${merged(read)} from archive_row r where ${ofTurn} and ${samePost} and ${changes(read)}`.execute(
      c.tx,
    )
  await sql`
    insert into published (force_id, account_id, external_id, ${sql.join(all.map((n) => sql.ref(n)))}, media_at, source, import_id)
    select r.force_id, r.account_id, r.external_id, ${columnsOf(all, 'r')}, r.seen_at, 'import', r.import_id from archive_row r
    where ${ofTurn} ${isKnown ? sql`and not exists (select 1 from published p where ${samePost})` : sql``}`.execute(
    c.tx,
  )
}

/** What writes into the archive of a force does so alone: two files at once would wait for each other's rows, each in its own order. */
export const alone = (c: Commanding): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`archive:${c.actor.forceId}`}, 0))`.execute(c.tx)

export type Staged = { id: string; accountId: string | null; rows: number; mostTurns: number }

/** Puts everything that was read into the archive. False when not all of it is there any more: the table of rows does not survive a crash. */
export async function mergeImport(c: Commanding, { id, accountId, rows, mostTurns }: Staged): Promise<boolean> {
  await alone(c)
  // Compiling what is almost never asked (what a second state changes) costs more than all the rows.
  await sql`set local jit = off`.execute(c.tx)
  // From the front to the back: a scan that begins where the last one ended hands the highest ids to the index first.
  await sql`set local synchronize_seqscans = off`.execute(c.tx)
  if ((await stagedRows(c, id)) !== rows) return false
  const isKnown = await isAnyKnown(c.tx, c.actor.forceId, accountId)
  for (let turn = 0; turn <= mostTurns; turn++) await mergeTurn(c, id, turn, isKnown || turn > 0)
  return true
}

async function stagedRows(c: Commanding, importId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from archive_row where force_id = ${c.actor.forceId} and import_id = ${importId}`.execute(
    c.tx,
  )
  return rows[0]?.n ?? 0
}

/** Whether the archive holds anything at all of this account, or of the force. */
async function isAnyKnown(db: Db, forceId: string, accountId: string | null): Promise<boolean> {
  const ofAccount = accountId === null ? sql`` : sql`and account_id = ${accountId}`
  const { rows } = await sql`select 1 from published where force_id = ${forceId} ${ofAccount} limit 1`.execute(db)
  return rows.length > 0
}

const content = all.filter((name) => name !== 'seen_at' && name !== 'counted_at')

/** What was read against what stands in the archive: new, different, or there as it is. */
export async function compareStaged(
  db: Db,
  forceId: string,
  { id, accountId }: Pick<Staged, 'id' | 'accountId'>,
  posts: number,
): Promise<{ fresh: number; changed: number; same: number }> {
  if (!(await isAnyKnown(db, forceId, accountId))) return { fresh: posts, changed: 0, same: 0 }
  const { rows } = await sql<{ fresh: number; changed: number }>`
    select count(*) filter (where p.force_id is null)::int as fresh,
      count(*) filter (where p.force_id is not null and ${changes(read)}
        and (${columnsOf(content, 'r')}) is distinct from (${columnsOf(content, 'p')}))::int as changed
    from archive_row r left join published p on ${samePost}
    where r.force_id = ${forceId} and r.import_id = ${id} and r.turn = 0`.execute(db)
  const { fresh = 0, changed = 0 } = rows[0] ?? {}
  return { fresh, changed, same: posts - fresh - changed }
}

export type OursRow = Omit<
  Insertable<Tables['published']>,
  'force_id' | 'source' | 'import_id' | 'replies' | 'reshares' | 'likes' | 'quotes' | 'counted_at' | 'media_at'
>

const ofOurs = ['source', 'post_id', 'gone_at'] as const

/** Puts in what we published ourselves; an imported row of the same post becomes ours, and of both each part stands as whoever knows it best says. */
export async function putOurs(c: Commanding, rows: readonly OursRow[]): Promise<number> {
  const asOurs = sql.join(ofOurs.map((name) => sql`${sql.ref(name)} = ${of('excluded', name)}`))
  let changed = 0
  for (let from = 0; from < rows.length; from += 500) {
    const lot = rows
      .slice(from, from + 500)
      .map((row) => ({ ...row, force_id: c.actor.forceId, source: 'ours', media_at: row.seen_at }))
    const { rows: changedRows } = await sql`
      ${c.tx.insertInto('published').values(lot)}
      on conflict (force_id, account_id, external_id) do update set ${asOurs}, ${merged(put)}
      where (${columnsOf(ofOurs, 'published')}) is distinct from (${columnsOf(ofOurs, 'excluded')}) or ${changes(put)}
      returning 1`.execute(c.tx)
    changed += changedRows.length
  }
  return changed
}

/** When our own deliveries were last looked at; at first everything that there is. */
export async function lookedAt(db: Db, forceId: string): Promise<Date> {
  const row = await db.selectFrom('archive_look').select('at').where('force_id', '=', forceId).executeTakeFirst()
  return row?.at ?? new Date(0)
}

export const setLooked = (c: Commanding): Promise<unknown> =>
  c.tx
    .insertInto('archive_look')
    .values({ force_id: c.actor.forceId, at: c.now })
    .onConflict((o) => o.column('force_id').doUpdateSet({ at: c.now }))
    .execute()
