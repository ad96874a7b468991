import { expect, test } from 'vitest'
import { makeServer } from '../foundation/server.ts'
import type { Testbed } from '../testbed.ts'
import { countForce } from './counting/count.commands.ts'
import { endReason, listOfficials, sayWhy } from './measures.commands.ts'
import { countWhatIsDue, midnightOf } from './measures.jobs.ts'
import { accountFigures, measureFigures, officialsListed, overview, rowsBehind } from './measures.queries.ts'
import { measuresRefusals as r } from './measures.refusals.ts'
import { measuresRoom } from './measures.routes.ts'
import { claimCount } from './measures.store.ts'
import { head, openArchive, pc, published, until } from './measures.testbed.ts'
import type { SpanName } from './span.ts'
import { twoHundred } from './two-hundred.testbed.ts'

const kept = async (bed: Testbed, measure: string, account: string, span: SpanName = 'weeks13') =>
  bed.db
    .selectFrom('measured')
    .select(['figure', 'top', 'of_count', 'left_out', 'more', 'look'])
    .where('measure', '=', measure)
    .where('account_id', '=', account)
    .where('span', '=', span)
    .executeTakeFirst()

test('the store counts what was counted by hand, keeps it, and the pages show the same', async () => {
  await using bed = await openArchive()
  expect(await countForce(bed, head, until)).toMatchObject({ ok: true, value: { posts: 200, accounts: 2 } })
  expect(await kept(bed, 'M07', 'w')).toMatchObject({
    top: 30,
    of_count: 110,
    left_out: { self: 10, police: 8, setLines: 6, unknown: 2 },
  })
  expect(await kept(bed, 'M06', 'w')).toMatchObject({ top: 8, of_count: 55, more: { own: 19 } })
  expect(await kept(bed, 'M16', 'w')).toMatchObject({ top: 38, of_count: 59, look: true })
  expect(await kept(bed, 'M17', 'w')).toMatchObject({ top: 2, of_count: 4 })
  // Both together: 30 of 110 and 5 of 50; dormant is one of two; the middle of 4 and 73 days is the upper one.
  expect(await kept(bed, 'M07', '')).toMatchObject({ top: 35, of_count: 160, figure: 35 / 160 })
  expect(await kept(bed, 'M03', '')).toMatchObject({ top: 1, of_count: 2 })
  expect(await kept(bed, 'M01', '')).toMatchObject({ figure: 73, of_count: 2 })
  expect(await kept(bed, 'M26', 'h')).toBeUndefined()

  const rows = await rowsBehind(bed, pc, { measure: 'M06', account: 'w', span: 'weeks13', after: 0 })
  expect(rows).toMatchObject({ ok: true, value: { total: 8, next: null, result: { top: 8, of: 55 } } })
  if (rows.ok)
    expect(rows.value.rows.map((row) => row.id)).toEqual(['o08', 'o07', 'o06', 'o05', 'o04', 'o03', 'o02', 'o01'])
  const page = await accountFigures(bed, pc, 'w', 'weeks13')
  if (!page.ok) throw new Error(page.refusal.id)
  for (const result of page.value.results) {
    const row = await kept(bed, result.measure, 'w')
    expect([result.measure, result.figure, result.look]).toEqual([
      result.measure,
      row?.figure ?? null,
      row?.look ?? false,
    ])
  }
  expect(page.value.results.find((m) => m.measure === 'M24')?.why).toContain('Not measured')
  const six = await overview(bed, pc, 'weeks13')
  expect(six.figures.filter((f) => f.measure === 'M04').map((f) => [f.accountId, f.top])).toEqual(
    expect.arrayContaining([
      ['', 66],
      ['w', 46],
      ['h', 20],
    ]),
  )
  expect(six.before.find((f) => f.measure === 'M04')).toMatchObject({ top: 14, of: 14 })
})

test('counting again changes nothing; imported twice in another order neither', async () => {
  await using bed = await openArchive()
  await countForce(bed, head, until)
  const all = () =>
    bed.db.selectFrom('measured').selectAll().orderBy('measure').orderBy('span').orderBy('account_id').execute()
  const first = await all()
  await bed.db.deleteFrom('published').execute()
  const again = [...twoHundred.westshire].reverse().map((row) => published('w', row))
  await bed.db.insertInto('published').values(again).execute()
  await bed.db
    .insertInto('published')
    .values(twoHundred.harrowfield.map((row) => published('h', row)))
    .execute()
  await countForce(bed, head, until)
  expect(first.length).toBeGreaterThan(50)
  expect(await all()).toEqual(first)
})

test('a reason that it is rightly silent takes an account out of the dormant ones, from the next counting', async () => {
  await using bed = await openArchive()
  await bed.db
    .updateTable('published')
    .set({ kind: 'reply' })
    .where('account_id', '=', 'h')
    .where('kind', '=', 'reshare')
    .execute()
  await countForce(bed, head, until)
  expect(await kept(bed, 'M03', 'h')).toMatchObject({ top: 1 })
  const why = { measure: 'M03', account: 'h', reason: 'Speaks when the river rises', rightly: true }
  const said = await sayWhy(bed, head, why)
  if (!said.ok) throw new Error(said.refusal.id)
  await countForce(bed, head, until)
  expect(await kept(bed, 'M03', 'h')).toMatchObject({ top: 0, left_out: { rightly: 1 }, look: false })
  const page = await measureFigures(bed, pc, 'M03', 'weeks13')
  expect(page).toMatchObject({
    value: { reasons: [{ reason: 'Speaks when the river rises', by: 'PC jan' }], maySayWhy: false },
  })
  expect(await endReason(bed, head, said.value.id)).toEqual({ ok: true, value: {} })
  await countForce(bed, head, until)
  expect(await kept(bed, 'M03', 'h')).toMatchObject({ top: 1 })
  const facts = await bed.db.selectFrom('fact').select('data').where('kind', 'like', 'measures.%').execute()
  expect(JSON.stringify(facts)).not.toContain('river')
})

test('the job counts each force once a day, and again after an import', async () => {
  await using bed = await openArchive()
  const counts = async () =>
    (await bed.db.selectFrom('fact').select('seq').where('kind', '=', 'measures.counted').execute()).length
  await countWhatIsDue(bed)
  await countWhatIsDue(bed)
  expect(await counts()).toBe(1)
  const done = { kind: 'plain', at: bed.clock.now() }
  await bed.db
    .insertInto('archive_import')
    .values({
      force_id: 'westshire',
      id: 'i1',
      account_id: 'w',
      format: 'plain',
      file_name: 'a.csv',
      bytes: 1,
      stage: 'confirmed',
      stage_since: done.at,
      begun_at: done.at,
    })
    .execute()
  await countWhatIsDue(bed)
  await countWhatIsDue(bed)
  expect(await counts()).toBe(2)
  bed.clock.forward(86_400_000)
  await countWhatIsDue(bed)
  expect(await counts()).toBe(3)
  // British summer time: the day begins at 23:00 UTC.
  expect(midnightOf(bed.clock.now(), 'Europe/London').toISOString()).toBe('2026-09-07T23:00:00.000Z')
})

test('every refusal', async () => {
  await using bed = await openArchive()
  const why = { measure: 'M03', account: 'h', reason: 'Because', rightly: false }
  const refused = (refusal: unknown) => ({ ok: false, refusal })
  expect(await countForce(bed, pc, until)).toEqual(refused(r.mayNotCount))
  expect(await sayWhy(bed, pc, why)).toEqual(refused(r.mayNotSayWhy))
  expect(await sayWhy(bed, head, { ...why, measure: 'M99' })).toEqual(refused(r.noMeasure))
  expect(await sayWhy(bed, head, { ...why, account: 'none' })).toEqual(refused(r.noAccount))
  expect(await sayWhy(bed, { ...head, forceId: 'eastshire' }, why)).toEqual(refused(r.noAccount))
  expect(await sayWhy(bed, head, why)).toMatchObject({ ok: true })
  expect(await sayWhy(bed, head, why)).toEqual(refused(r.reasonStands))
  expect(await endReason(bed, pc, 'none')).toEqual(refused(r.mayNotSayWhy))
  expect(await endReason(bed, head, 'none')).toEqual(refused(r.noReason))
  expect(await listOfficials(bed, pc, '')).toEqual(refused(r.mayNotList))
  expect(await listOfficials(bed, head, 'a.b,police\nhello there,police\nc,army')).toMatchObject({
    ok: false,
    refusal: { id: 'listUnreadable', words: 'Line 2: “hello there” is no handle. Nothing was saved.' },
    facts: { lines: [{ line: 2 }, { line: 3 }] },
  })
  expect((await officialsListed(bed, pc)).handles.map((h) => h.handle)).toEqual(['eastshirepolice', 'westshirefire'])
  expect(await measureFigures(bed, head, 'M99', 'weeks13')).toEqual(refused(r.noMeasure))
  expect(await accountFigures(bed, head, 'none', 'weeks13')).toEqual(refused(r.noAccount))
  const input = { measure: 'M07', account: 'none', span: 'all' as const, after: 0 }
  expect(await rowsBehind(bed, head, input)).toEqual(refused(r.noAccount))
  expect(await rowsBehind(bed, head, { ...input, measure: 'M99' })).toEqual(refused(r.noMeasure))
  expect(await claimCount(bed, 'westshire', 'another')).toBe(true)
  expect(await countForce(bed, head, until)).toEqual(refused(r.beingCounted))
})

test('over HTTP: pages, CSV and acts', async () => {
  await using bed = await openArchive()
  await countForce(bed, head, until)
  const server = makeServer(bed, measuresRoom.routes, async () => head)
  const json = async (path: string) => (await server.request(path)).json()
  expect(await json('/api/measures')).toMatchObject({ mayCount: true, count: { posts: 200 } })
  expect(await json('/api/measures/M07?span=all')).toMatchObject({
    definition: { name: 'Dialogue share' },
    counted: true,
  })
  expect(await json('/api/measures/officials')).toMatchObject({ handles: [{ kind: 'police' }, { kind: 'partner' }] })
  expect(await json('/api/measures/accounts/w')).toMatchObject({ account: { handle: 'WestshirePolice' } })
  expect(await json('/api/measures/M07/rows?account=w')).toMatchObject({ total: 30 })
  const file = await server.request('/api/measures/M05/rows.csv?account=w')
  const text = await file.text()
  expect(text.trim().split('\r\n').length).toBe(9)
  expect(text).toContain('\u{1F512} LOCK THE SHED TONIGHT: three were opened')
  expect(await (await server.request('/api/measures/M04/figures.csv')).text()).toContain(
    '"HarrowfieldPol","HarrowfieldPol","x","neighbourhood",',
  )
  const post = (path: string, body: unknown) =>
    server.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-front-counter': '1' },
    })
  expect((await post('/api/measures/count', {})).status).toBe(200)
  expect((await post('/api/measures/M05/reasons', { account: 'w', reason: 'An appeal', rightly: true })).status).toBe(
    200,
  )
  expect((await post('/api/measures/M05/reasons', { account: 'w', reason: '', rightly: true })).status).toBe(422)
  expect((await post('/api/measures/officials', { list: 'a,police' })).status).toBe(200)
})
