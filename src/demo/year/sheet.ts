import { classLabels, statusLabels } from '../../register/account.ts'
import { later } from '../calendar.ts'
import { type ObjectiveKey, objectives } from '../force.ts'
import type { YearAccount } from './account.ts'

const heads = ['Network', 'Handle', 'Name', 'Class', 'Status', 'Voices', 'What it is for', 'Area', 'Office', 'Supervisor', 'Signature', 'Cover', 'Objectives', 'Next review'] // biome-ignore format: a row
const signatures = { prefix: 'Before', suffix: 'After', none: 'None' } as const
const titleOf = (key: ObjectiveKey): string => objectives[key].title

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const dayIn = (days: number, now: Date): string =>
  later(now, days * 24 * 60)
    .toISOString()
    .slice(0, 10)

/** The register as the force kept it in a spreadsheet until the product came. `now`: the day on which the demo is opened. */
export function sheetOf(accounts: readonly YearAccount[], now: Date): string {
  const rows = accounts.map((a) => [
    a.network,
    a.handle,
    a.name,
    classLabels[a.class],
    statusLabels[a.status],
    a.signs === 'none' ? 'One voice' : 'Several officers',
    a.purpose,
    a.area,
    a.office,
    a.supervisor,
    signatures[a.signs],
    a.cover,
    a.objectives.map(titleOf).join('; '),
    a.reviewIn === null ? '' : dayIn(a.reviewIn, now),
  ])
  return [heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}
