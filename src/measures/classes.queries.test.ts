import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Testbed } from '../testbed.ts'
import { countForce } from './counting/count.commands.ts'
import { accountFigures } from './measures.queries.ts'
import { head, openArchive, pc, published, until } from './measures.testbed.ts'
import { spanNames } from './span.ts'
import { twoHundred } from './two-hundred.testbed.ts'

/** Five more neighbourhood accounts, each with other parts of what Harrowfield said, so that their figures differ; one of them is closed. */
async function openClass(): Promise<Testbed> {
  const bed = await openArchive()
  const some = ['n1', 'n2', 'n3', 'n4', 'n5']
  await bed.db
    .insertInto('account')
    .values(
      some.map((id) => ({
        force_id: 'westshire',
        id,
        network: 'x',
        handle: `${id}Pol`,
        name: id,
        class: 'neighbourhood' as const,
        kind: 'single' as const,
        status: id === 'n5' ? ('closed' as const) : ('live' as const),
        purpose: '',
        signature_place: 'suffix' as const,
        created_at: new Date('2025-01-01T00:00:00Z'),
      })),
    )
    .execute()
  const said = some.flatMap((id, n) =>
    [...twoHundred.harrowfield, ...twoHundred.westshire]
      .filter((_, at) => at % (n + 2) === 0)
      .map((row) => published(id, { ...row, id: `${id}-${row.id}` })),
  )
  await bed.db.insertInto('published').values(said).execute()
  return bed
}

/** As it was counted at every opening before it was kept: over the figures of the accounts that are in the class and measured. */
const countedNow = async (bed: Testbed, span: string, of: string) =>
  (
    await sql<{ measure: string; middle: number; top: number; of: number; accounts: number }>`
      select m.measure, (array_agg(m.figure order by m.figure))[count(*) / 2 + 1] as middle, sum(m.top) as top,
        sum(m.of_count)::int as of, count(*)::int as accounts
      from measured m where m.force_id = 'westshire' and m.span = ${span} and m.account_id in
        (select id from account where force_id = 'westshire' and class = ${of} and status not in ('proposed', 'closed'))
      group by m.measure order by m.measure`.execute(bed.db)
  ).rows

test('the figures of a class that are kept are those that every opening counted before, and the page shows them', async () => {
  await using bed = await openClass()
  await countForce(bed, head, until)
  for (const span of spanNames)
    for (const of of ['neighbourhood', 'corporate'] as const) {
      const kept = await bed.db
        .selectFrom('measured_class')
        .select(['measure', 'middle', 'top', 'of_count as of', 'accounts'])
        .where('span', '=', span)
        .where('class', '=', of)
        .orderBy('measure')
        .execute()
      expect(kept).toEqual(await countedNow(bed, span, of))
    }
  const page = await accountFigures(bed, pc, 'n1', 'weeks13')
  if (!page.ok) throw new Error(page.refusal.id)
  const middles = page.value.middles.toSorted((a, b) => (a.measure < b.measure ? -1 : 1))
  const now = await countedNow(bed, 'weeks13', 'neighbourhood')
  expect(middles).toEqual(now.map(({ measure, middle, accounts }) => ({ measure, middle, accounts })))
  expect(middles.find((m) => m.measure === 'M07')?.accounts).toBe(5)
})

test('counting again leaves no class of which nothing is left', async () => {
  await using bed = await openClass()
  await countForce(bed, head, until)
  await bed.db.updateTable('account').set({ class: 'district' }).where('class', '=', 'neighbourhood').execute()
  await countForce(bed, head, until)
  const classes = await bed.db.selectFrom('measured_class').select('class').distinct().orderBy('class').execute()
  expect(classes.map((c) => c.class)).toEqual(['corporate', 'district'])
})
