import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ok, refusal, refuse } from '../foundation/outcome.ts'
import { openTestbed } from '../testbed.ts'
import { command } from './audit.commands.ts'
import { factsAbout, verifyChain } from './audit.queries.ts'

const noting = (bed: Awaited<ReturnType<typeof openTestbed>>, n: number) =>
  command(bed, bed.actor, async (c) => {
    c.record('post.drafted', `post:p${n}`, { n, words: 'a "quoted" ŵ' })
    return ok(n)
  })

test('facts follow each other and the chain is whole', async () => {
  await using bed = await openTestbed()
  for (let n = 1; n <= 5; n++) expect(await noting(bed, n)).toEqual({ ok: true, value: n })
  expect(await verifyChain(bed.db, bed.forceId)).toEqual({ whole: true, facts: 5 })
  expect(await factsAbout(bed.db, bed.forceId, ['post:p3'])).toMatchObject([
    { seq: 3, kind: 'post.drafted', data: { n: 3 } },
  ])
})

test('twenty commands at once still make one chain', async () => {
  await using bed = await openTestbed()
  await Promise.all(Array.from({ length: 20 }, (_, n) => noting(bed, n)))
  expect(await verifyChain(bed.db, bed.forceId)).toEqual({ whole: true, facts: 20 })
})

test('a refusal leaves nothing behind, neither change nor fact', async () => {
  await using bed = await openTestbed()
  const no = refusal('no', 'No.')
  const outcome = await command(bed, bed.actor, async (c) => {
    await c.tx
      .insertInto('objective')
      .values({ force_id: bed.forceId, id: 'o1', title: 'x', kind: 'objective', starts_at: c.now })
      .execute()
    c.record('objective.set', 'objective:o1')
    return refuse(no)
  })
  expect(outcome).toEqual({ ok: false, refusal: no })
  expect(await bed.db.selectFrom('objective').selectAll().execute()).toEqual([])
  expect(await verifyChain(bed.db, bed.forceId)).toEqual({ whole: true, facts: 0 })
})

test('the table refuses to be rewritten or emptied', async () => {
  await using bed = await openTestbed()
  await noting(bed, 1)
  await expect(sql`update fact set actor = 'x'`.execute(bed.db)).rejects.toThrow('never rewritten')
  await expect(sql`delete from fact`.execute(bed.db)).rejects.toThrow('never rewritten')
  await expect(sql`truncate fact`.execute(bed.db)).rejects.toThrow('never rewritten')
})

test('whoever gets round the table is named by row', async () => {
  await using bed = await openTestbed()
  for (let n = 1; n <= 6; n++) await noting(bed, n)
  await sql`alter table fact disable trigger all`.execute(bed.db)
  await sql`update fact set data = '{"n":40}' where seq = 4`.execute(bed.db)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({
    whole: false,
    brokenAt: 4,
    words: 'Its content was changed.',
  })
  await sql`delete from fact where seq = 2`.execute(bed.db)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({
    whole: false,
    brokenAt: 3,
    words: 'Fact 2 is missing.',
  })
  await sql`delete from fact where seq > 1`.execute(bed.db)
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({
    whole: false,
    brokenAt: 2,
    words: 'Facts are missing at the end.',
  })
})
