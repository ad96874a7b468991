import { networkName } from '../../networks/networks.ts'
import { classLabels, flagLabels, statusLabels } from '../../register/account.ts'
import type { AccountRow } from '../../register/register.contract.ts'
import { csvText } from '../../register/sheet/csv.ts'
import { registerWords as w } from './register-words.ts'

const rowOf = (row: AccountRow): string[] => [
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
  row.nextReviewAt?.slice(0, 10) ?? '',
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

/** Saves the rows that are shown as a file for a spreadsheet. Nothing leaves this device. */
export const takeCopy = (rows: readonly AccountRow[]): void => {
  const url = URL.createObjectURL(new Blob([csvText([heads, ...rows.map(rowOf)])], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = w.copyName
  link.click()
  URL.revokeObjectURL(url)
}
