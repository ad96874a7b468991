import { networkName } from '../../networks/networks.ts'
import { classLabels, flagLabels, statusLabels } from '../../register/account.ts'
import type { AccountRow } from '../../register/register.contract.ts'
import { csvText } from '../../register/sheet/csv.ts'
import { wallDay } from '../say.ts'
import { registerWords as w } from './register-words.ts'

const rowOf = (row: AccountRow, zone: string): string[] => [
  networkName(row.network),
  row.handle,
  row.name,
  classLabels[row.class],
  statusLabels[row.status],
  row.purpose,
  row.area ?? '',
  row.owner?.title ?? '',
  row.owner?.holder ? `${row.owner.holder.rank} ${row.owner.holder.name}` : '',
  String(row.people),
  row.cover.words,
  row.nextReviewAt ? wallDay(row.nextReviewAt, zone) : '',
  row.flags.map((flag) => flagLabels[flag]).join('; '),
]

const heads = [
  'Network',
  'Handle',
  'Name',
  'Class',
  'Status',
  'What it is for',
  'Area',
  'Office',
  'Holder',
  'People',
  'Cover',
  'Next review',
  'Needs attention',
]

/** Saves the rows that are shown as a file for a spreadsheet, days by the clock of the force. Nothing leaves this device. */
export const takeCopy = (rows: readonly AccountRow[], zone: string): void => {
  const url = URL.createObjectURL(
    new Blob([csvText([heads, ...rows.map((row) => rowOf(row, zone))])], { type: 'text/csv' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = w.copyName
  link.click()
  URL.revokeObjectURL(url)
}
