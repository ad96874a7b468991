import { type KyselyPlugin, sql } from 'kysely'
import { expect, test } from 'vitest'
import { practiceId } from '../register/register.testbed.ts'
import { evidenceOf } from './freeze.queries.ts'
import { openReviewBed, type ReviewBed } from './review.testbed.ts'

const until = Date.parse('2026-09-06T23:00:00Z')
const span = { from: until - 91 * 86_400_000, until }
const day = (n: number) => new Date(until - n * 86_400_000)

const said = (bed: ReviewBed, account: string, id: string, at: Date) =>
  bed.db
    .insertInto('published')
    .values({
      force_id: bed.forceId,
      account_id: account,
      external_id: id,
      said_at: at,
      kind: 'original',
      words: 'Mill Lane is closed',
      pictures: 0,
      videos: 0,
      cut: false,
      edited: false,
      seen_at: at,
      source: 'import',
    })
    .execute()
const near = (bed: ReviewBed, account: string, id: string, other: string) =>
  bed.db
    .insertInto('near_duplicate')
    .values({
      force_id: bed.forceId,
      account_id: account,
      external_id: id,
      kind: 'other',
      other_account_id: other,
      other_external_id: 'o',
    })
    .execute()

test('nearly the same: counted by account, on the same network, in the span', async () => {
  await using bed = await openReviewBed()
  const [a, b] = [await bed.counted('A', {}), await bed.counted('B', {})]
  const elsewhere = await bed.counted('C', {}, { network: 'x' })
  for (const [id, at] of [
    ['1', day(2)],
    ['2', day(3)],
    ['3', day(200)],
    ['4', day(4)],
  ] as const)
    await said(bed, a, id, at)
  for (const [id, other] of [
    ['1', b],
    ['2', b],
    ['3', b],
    ['4', elsewhere],
  ] as const)
    await near(bed, a, id, other)
  const all = await evidenceOf(bed.db, bed.forceId, span, bed.clock.now())
  expect(all.find((e) => e.id === a)?.near).toEqual([{ account: b, posts: 2 }])
  expect(all.find((e) => e.id === b)?.near).toEqual([])
})

test('messages of risk that waited: over twelve hours, longest first; nothing where nobody listens', async () => {
  await using bed = await openReviewBed()
  const [heard, deaf] = [await bed.counted('A', {}), await bed.counted('B', {})]
  const listening = { force_id: bed.forceId, account_id: heard, state: 'hearing' as const, next_at: day(0) }
  await bed.db.insertInto('listening').values(listening).execute()
  const talk = (
    id: string,
    opened: Date,
    hours: number | null,
    over: { category?: 'question'; aimsFrom?: Date; rank?: number } = {},
  ) =>
    bed.db
      .insertInto('conversation')
      .values({
        force_id: bed.forceId,
        id,
        account_id: heard,
        network: practiceId,
        kind: 'public',
        thread: id,
        author_external_id: 'p',
        author_handle: 'p',
        author_name: 'P',
        opening: 'Help',
        language: 'en',
        stage: hours === null ? 'open' : 'closed',
        stage_since: opened,
        category: over.category ?? 'threatOrVulnerable',
        rank: over.rank ?? 3,
        opened_at: opened,
        last_said_at: opened,
        last_from: 'public',
        first_look_at: hours === null ? null : new Date(opened.getTime() + hours * 3_600_000),
        aims_from: over.aimsFrom ?? null,
      })
      .execute()
  await talk('short', day(5), 12)
  await talk('long', day(5), 14)
  await talk('longer', day(6), 31)
  await talk('question', day(5), 40, { category: 'question' })
  await talk('danger', day(5), 20, { category: 'question', rank: 0 })
  await talk('open', day(2), null)
  await talk('before we listened', day(8), 48, { aimsFrom: day(6.1) })
  await talk('old', day(120), 40)
  const all = await evidenceOf(bed.db, bed.forceId, span, bed.clock.now())
  expect(all.find((e) => e.id === heard)?.waited).toEqual([48, 31, 20, 14])
  expect(all.find((e) => e.id === deaf)?.waited).toBe(null)
})

/** How many statements a reading takes. */
async function statementsOf(bed: ReviewBed, read: (db: ReviewBed['db']) => Promise<unknown>): Promise<number> {
  let n = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      n += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await read(bed.db.withPlugin(counting))
  return n
}

test('seven hundred accounts are read in as many statements as one, and each is judged', async () => {
  await using bed = await openReviewBed()
  await bed.counted('First', { M01: 120, M07: 0 })
  const read = (db: ReviewBed['db']) => evidenceOf(db, bed.forceId, span, bed.clock.now())
  const one = await statementsOf(bed, read)
  await sql`
    insert into account (force_id, id, network, handle, name, class, kind, status, purpose, area, signature_place, created_at)
    select ${bed.forceId}, 'n' || n, ${practiceId}, 'Handle' || n, 'Account ' || n, 'neighbourhood', 'single', 'live', '', 'Area ' || (n % 300),
      'suffix', ${bed.clock.now()} from generate_series(1, 699) n`.execute(bed.db)
  await sql`
    insert into measured (force_id, span, measure, account_id, version, figure, top, of_count, left_out, more, look)
    select ${bed.forceId}, 'weeks13', m, 'n' || n, 1, 0.5, 1, 2, '{}', '{}', false
    from generate_series(1, 699) n, unnest(array['M04', 'M05', 'M07', 'M08', 'M22', 'M29']) m`.execute(bed.db)
  expect(one).toBeGreaterThan(5)
  expect(await statementsOf(bed, read)).toBe(one)
  await bed.countNow()
  const round = await bed.begin()
  const rows = await bed.rows(round)
  expect(rows.length).toBe(700)
  expect(rows.every((r) => r.because.length > 0)).toBe(true)
  expect(new Set(rows.map((r) => r.key)).size).toBe(700)
})
