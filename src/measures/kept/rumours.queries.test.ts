import { expect, test } from 'vitest'
import { makeServer } from '../../foundation/server.ts'
import { watchSurges } from '../../inbox/surge/notice.commands.ts'
import { sayRumour } from '../../inbox/surge/rumour.commands.ts'
import { openSurge, type SurgeBed } from '../../inbox/surge/surge.testbed.ts'
import { value } from '../../posting/posting.testbed.ts'
import { countForce } from '../counting/count.commands.ts'
import { accountFigures, rowsBehind } from '../measures.queries.ts'
import { measuresRoom } from '../measures.routes.ts'

const minute = 60_000

/** A rumour of which the first message is said a minute before now, and the same again; the first is answered after 20 minutes, the second not. */
async function openRumours(): Promise<SurgeBed & { ids: string[] }> {
  const bed = await openSurge()
  const ids: string[] = []
  for (const from of [0, 500]) {
    await bed.rumours(30, { from })
    const { surge, group } = await bed.inMode()
    ids.push(surge)
    bed.clock.forward(19 * minute)
    value(await sayRumour(bed, bed.as('ffion'), { id: surge, isRumour: true, linePostId: null }))
    if (from === 0) await bed.send(await bed.toMany(group))
    for (const quiet of [minute, 20 * minute]) {
      bed.clock.forward(quiet)
      await watchSurges(bed)
    }
  }
  return Object.assign(bed, { ids })
}

test('M27: from the first message to the first line; one without counts with its age, as open; nobody said so: no rumour', async () => {
  await using bed = await openRumours()
  const ffion = bed.as('ffion')
  const count = async () => {
    value(await countForce(bed, ffion, bed.clock.now()))
    const row = await bed.db
      .selectFrom('measured')
      .select(['figure', 'top', 'of_count', 'more', 'look'])
      .where('measure', '=', 'M27')
      .where('span', '=', 'weeks13')
      .where('account_id', '=', 'westport')
      .executeTakeFirst()
    return row
  }
  const rows = await bed.db.selectFrom('surge').selectAll().orderBy('began_at').execute()
  expect(rows).toHaveLength(2)
  const kept = await count()
  expect(kept?.more).toMatchObject({ all: 2, open: 1 })
  const page = value(await rowsBehind(bed, ffion, { measure: 'M27', account: 'westport', span: 'weeks13', after: 0 }))
  expect(page.rows.map((r) => [r.id, r.rumour?.lineAt === null])).toEqual([
    [bed.ids[1], true],
    [bed.ids[0], false],
  ])
  const [open, answered] = page.rows.map((r) => r.rumour?.minutes ?? 0)
  expect(answered).toBe(20)
  expect(page.rows[1]?.rumour).toMatchObject({ postId: expect.any(String), conversationId: expect.any(String) })
  expect(open).toBe(Math.round((bed.clock.now().getTime() - Date.parse(page.rows[0]?.at ?? '')) / minute))
  // The upper of the two, and open: one to look at.
  expect(kept).toMatchObject({ figure: Math.max(20, open ?? 0), look: true, more: { oldest: open } })
  const shown = value(await accountFigures(bed, ffion, 'eastby', 'weeks13'))
  expect(shown.results.find((r) => r.measure === 'M27')).toMatchObject({
    figure: null,
    why: 'Nobody said of a surge in this time that it was a false rumour',
  })
  const server = makeServer(bed, measuresRoom.routes, async () => ffion)
  const csv = await (await server.request('/api/measures/M27/rows.csv?account=westport')).text()
  expect(csv.split('\r\n')[0]).toBe('"id","first_seen","first_line","minutes"')
  expect(csv).toContain(`"${bed.ids[1]}","${page.rows[0]?.at}","","${open}"`)
  for (const id of bed.ids) value(await sayRumour(bed, ffion, { id, isRumour: false, linePostId: null }))
  expect(await count()).toBeUndefined()
})
