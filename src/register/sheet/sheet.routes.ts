import { ok } from '../../foundation/outcome.ts'
import { route } from '../../foundation/route.ts'
import { columns } from './columns.ts'
import { csvText } from './csv.ts'
import { importSheet, previewSheet } from './sheet.commands.ts'
import { sheetEndpoints as at } from './sheet.contract.ts'
import { sheetRegister, sheetText } from './sheet.queries.ts'

const csv = (text: string, name: string) => ({
  bytes: new TextEncoder().encode(text),
  mediaType: 'text/csv; charset=utf-8',
  name,
})

const example = csvText([columns.map((c) => c.head), columns.map((c) => c.example)])

/** The register as a spreadsheet, out and in. */
export const sheetRoutes = [
  route(at.sheet, async ({ world, actor }) =>
    ok(csv(sheetText(await sheetRegister(world.db, actor.forceId)), 'register.csv')),
  ),
  route(at.example, async () => ok(csv(example, 'register-example.csv'))),
  route(at.preview, ({ world, actor, bytes }) => previewSheet(world, actor, bytes)),
  route(at.importSheet, ({ world, actor, bytes }, { digest, makeOffices, leaveOut }) =>
    importSheet(world, actor, bytes, { digest, makeOffices: makeOffices === 'yes', leaveOut: leaveOut === 'yes' }),
  ),
]
