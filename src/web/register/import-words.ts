import type { z } from 'zod'
import type { sheetEndpoints } from '../../register/sheet/sheet.contract.ts'
import { count, plural } from '../say.ts'

export type Preview = z.output<typeof sheetEndpoints.preview.output>
export type PreviewRow = Preview['rows'][number]

const figure = (n: number): string => n.toLocaleString('en-GB')

/** What saving would do, in one line: `29 new, 2 changed, 4 as they are`. */
const countWords = ({ new: added, changed, same }: Pick<Preview['counts'], 'new' | 'changed' | 'same'>): string =>
  [
    added > 0 && `${figure(added)} new`,
    changed > 0 && `${figure(changed)} changed`,
    same > 0 && `${figure(same)} as ${same === 1 ? 'it is' : 'they are'}`,
  ]
    .filter((part) => part !== false)
    .join(', ')

/** Rows that a person has to settle, now or after they were saved. */
export const needing = (rows: readonly PreviewRow[]): number => rows.filter((r) => r.asks.length > 0).length

/** The filled button says what it will do. */
const saveWords = ({ counts, rows }: Preview): string => {
  const all = counts.new + counts.changed
  const next = needing(rows)
  const what = counts.bad > 0 ? `Save ${figure(all)}, and leave out ${figure(counts.bad)}` : `Save all ${figure(all)}`
  return next > 0 && counts.bad === 0 ? `${what}, and settle ${figure(next)} next` : what
}

export const importWords = {
  path: 'Register',
  here: 'Bring a spreadsheet',
  begin: 'Start with the list you have',
  beginLede: 'A spreadsheet is enough: network, handle, and who you think answers for it. Wrong or missing is fine.',
  read: (n: number, file: string) => `${figure(n)} ${plural(n, 'row')} read from ${file}, nothing saved yet`,
  readLede: (p: Preview) => countWords(p.counts) || 'Nothing in it is new or changed.',
  saved: (c: Preview['counts']) => `Saved: ${countWords({ ...c, same: 0 })}`,
  savedLede: (offices: number, left: number) =>
    [
      offices > 0 &&
        `${figure(offices)} ${plural(offices, 'office was', 'offices were')} made, with nobody in ${plural(offices, 'it', 'them')} yet.`,
      left > 0 && `${figure(left)} ${plural(left, 'row was', 'rows were')} left out.`,
    ]
      .filter((part) => part !== false)
      .join(' '),
  toRegister: 'Open the register',
  toOffices: 'Say who holds the offices',
  another: 'Bring another file',
  choose: 'Choose a spreadsheet',
  chooseOther: 'Choose another spreadsheet',
  kinds: 'CSV, up to 5 MB and 5,000 rows',
  typeIn: 'Type them in',
  example: 'Get an example file',
  exampleName: 'register-example.csv',
  whole: 'Take the register out in the same columns',
  cannot: 'This file was not read',
  needYou: (n: number) => `${figure(n)} ${plural(n, 'needs', 'need')} you`,
  badNote: (n: number) => `${figure(n)} ${plural(n, 'row', 'rows')} cannot be saved`,
  leaveOut: (n: number, lines: string) =>
    n === 1 ? `Leave out line ${lines}` : `Leave out these ${figure(n)} rows: lines ${lines}`,
  makeOffices: (n: number) =>
    `Make ${n === 1 ? 'this office' : `these ${count(n)} offices`}, vacant until somebody holds ${n === 1 ? 'it' : 'them'}`,
  offices: 'Offices that are not there yet',
  officeRow: (title: string, rows: number) => `${title}: ${figure(rows)} ${plural(rows, 'account')}`,
  unknown: (heads: readonly string[]) =>
    `Left out, because we do not know ${plural(heads.length, 'this column', 'these columns')}: ${heads.join(', ')}.`,
  save: saveWords,
  notReady: {
    bad: (n: number) => `Settle ${count(n)} ${plural(n, 'row')} first`,
    offices: 'Say first whether the offices are made',
    nothing: 'Nothing to save',
  },
  caption: 'Rows of the file',
  show: 'Which rows',
  shows: { needs: 'Needs you', new: 'New', changed: 'Changed', same: 'As it is', all: 'All' },
  more: (n: number) => `Show ${figure(n)} more ${plural(n, 'row')}`,
  none: 'No row is like this.',
  head: { line: 'Line', account: 'Account', class: 'Class', owner: 'Who answers for it', ready: 'Ready?' },
  notSaid: 'not said',
  nobody: 'nobody yet',
  states: { new: 'Ready', changed: 'Changes', same: 'As it is', bad: 'Cannot be saved' },
  asks: { isOurs: 'Is this ours?', needsOwner: 'Needs an owner' },
  change: (column: string, from: string, to: string) => `${column}: ${from || 'nothing'} → ${to || 'nothing'}`,
  columns: {
    heading: 'What each column means',
    note: 'The first line of the file has the headings. Only network and handle are needed. An empty cell leaves things as they are.',
    caption: 'Columns that are read',
    column: 'Heading',
    about: 'What to write',
  },
} as const
