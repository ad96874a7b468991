import { accountClasses, classLabels } from '../account.ts'
import { columnOf, columns, headOf, type Listed, type SheetColumn, type Titles } from './columns.ts'
import type { Line } from './csv.ts'

/** An account that is on the register already. */
export type Present = Listed & { id: string; version: number }

/** What a person should settle about a row; it can be saved all the same. */
export type Ask = 'isOurs' | 'needsOwner'

export type PlannedRow = {
  line: number
  state: 'new' | 'changed' | 'same' | 'bad'
  /** As far as it could be read; null for a bad row. */
  account: Listed | null
  /** Of the account that is here already. */
  known: { id: string; version: number } | null
  /** What the row calls itself, for a list. */
  network: string
  handle: string
  asks: Ask[]
  wrong: { column: string; words: string }[]
  changes: { column: string; from: string; to: string }[]
}

export type Plan = {
  rows: PlannedRow[]
  /** Headings that we do not know; what stands under them is left out. */
  unknownHeads: string[]
  /** Titles of offices that are not there yet, with how many rows name them. */
  newOffices: { title: string; rows: number }[]
}

/** Most rows that one sheet may have. */
export const mostRows = 5000

type Headed = { column: SheetColumn; at: number }

/** Why the sheet as a whole cannot be read; else its columns and which headings mean nothing to us. */
const headsOf = (line: Line | undefined): { wrong: string } | { heads: Headed[]; unknown: string[] } => {
  if (!line) return { wrong: 'The file is empty. Choose another, or begin with the example file.' }
  const named = line.cells.map((head, at) => ({ head, at, column: columnOf(head) }))
  const heads = named.flatMap(({ at, column }) => (column ? [{ column, at }] : []))
  const twice = heads.find((h, i) => heads.findIndex((o) => o.column.id === h.column.id) < i)
  if (twice)
    return { wrong: `Two columns are read as “${twice.column.head}”. Take one out, or give it another heading.` }
  for (const id of ['network', 'handle'] as const)
    if (!heads.some((h) => h.column.id === id))
      return {
        wrong: `The first line has no heading “${headOf(id)}”. Write the headings into the first line; the example file has them.`,
      }
  return { heads, unknown: named.filter((n) => !n.column && n.head !== '').map((n) => n.head) }
}

const fresh: Omit<Listed, 'network' | 'handle' | 'name' | 'class'> = {
  status: 'live',
  kind: 'single',
  purpose: '',
  area: null,
  owner: null,
  supervisor: null,
  signaturePlace: 'none',
  cover: [],
  latenessMinutes: 30,
  objectives: [],
  nextReview: null,
}

type Read = { given: Partial<Listed>; wrong: PlannedRow['wrong'] }

const readCells = (line: Line, heads: readonly Headed[], titles: Titles): Read => {
  const read: Read = { given: {}, wrong: [] }
  for (const { column, at } of heads) {
    const text = line.cells[at] ?? ''
    if (text === '') continue
    const reading = column.read(text, titles)
    if ('wrong' in reading) read.wrong.push({ column: column.head, words: reading.wrong })
    else Object.assign(read.given, reading.put)
  }
  for (const id of ['network', 'handle'] as const) {
    const head = headOf(id)
    if (read.given[id] === undefined && !read.wrong.some((w) => w.column === head))
      read.wrong.push({
        column: head,
        words: `It is empty. Write the ${id}; without it we do not know which account is meant.`,
      })
  }
  return read
}

/** Nobody said what it is, whose, or where it stands: perhaps it is not ours at all. */
const nothingSaid = (given: Partial<Listed>): boolean =>
  given.class === undefined && given.status === undefined && !given.owner

const asNew = ({ given, wrong }: Read): { account: Listed | null; asks: Ask[]; wrong: PlannedRow['wrong'] } => {
  const { network, handle } = given
  if (network === undefined || handle === undefined) return { account: null, asks: [], wrong }
  const basis = { ...fresh, network, handle, name: handle, ...given }
  if (nothingSaid(given))
    return { account: { ...basis, class: 'individual', status: 'unofficial' }, asks: ['isOurs'], wrong }
  const found = [...wrong]
  if (given.class === undefined && !wrong.some((w) => w.column === headOf('class')))
    found.push({
      column: headOf('class'),
      words: `It is empty. Write one of: ${accountClasses.map((c) => classLabels[c]).join(', ')}.`,
    })
  if (!['live', 'proposed', 'unofficial'].includes(basis.status))
    found.push({ column: headOf('status'), words: 'A new account is Live, Proposed or Unofficial.' })
  const account = given.class === undefined ? null : { ...basis, class: given.class }
  return { account, asks: basis.status === 'live' && basis.owner === null ? ['needsOwner'] : [], wrong: found }
}

/** Things that have a way of their own, with a reason or with signatures to be made anew. */
const notBySheet: PlannedRow['wrong'] = [
  { column: headOf('status'), words: 'Where an account stands is changed on its page, with a reason.' },
  {
    column: headOf('signaturePlace'),
    words: 'How an account is signed is changed on its page, because every signature is made anew.',
  },
]

const changed = ({ given, wrong }: Read, known: Present) => {
  const account = { ...known, ...given, handle: known.handle }
  const changes = columns.flatMap((c) => {
    const [from, to] = [c.write(known), c.write(account)]
    return from === to ? [] : [{ column: c.head, from, to }]
  })
  const stopped = notBySheet.filter(({ column }) => changes.some((c) => c.column === column))
  return { account, changes, wrong: [...wrong, ...stopped] }
}

function rowOf(
  line: Line,
  heads: readonly Headed[],
  present: ReadonlyMap<string, Present>,
  titles: Titles,
): PlannedRow {
  const read = readCells(line, heads, titles)
  const { network = '', handle = '' } = read.given
  const found = present.get(placeKey({ network, handle })) ?? null
  // The handle of a closed account is free again.
  const known = found?.status === 'closed' && read.given.status !== 'closed' ? null : found
  const named = (id: string): string => line.cells[heads.find((h) => h.column.id === id)?.at ?? -1] ?? ''
  const basis = {
    line: line.line,
    network: network || named('network'),
    handle: handle || named('handle'),
    known: known && { id: known.id, version: known.version },
  }
  if (known === null) {
    const made = asNew(read)
    const bad = made.wrong.length > 0 || made.account === null
    return { ...basis, state: bad ? 'bad' : 'new', changes: [], ...made, ...(bad ? { account: null, asks: [] } : {}) }
  }
  const { account, changes, wrong } = changed(read, known)
  if (wrong.length > 0) return { ...basis, state: 'bad', account: null, asks: [], changes: [], wrong }
  return { ...basis, state: changes.length > 0 ? 'changed' : 'same', account, asks: [], changes, wrong }
}

const placeKey = ({ network, handle }: { network: string; handle: string }): string =>
  `${network}\0${handle.toLowerCase()}`

/** Two rows of one sheet must not say two things about one account. */
function markTwice(rows: PlannedRow[]): PlannedRow[] {
  const first = new Map<string, PlannedRow>()
  return rows.map((row) => {
    const key = placeKey(row)
    const before = row.handle === '' ? undefined : first.get(key)
    if (!before) {
      first.set(key, row)
      return row
    }
    const words = `Line ${before.line} is the same account. Keep one of the two.`
    return {
      ...row,
      state: 'bad',
      account: null,
      asks: [],
      changes: [],
      wrong: [...row.wrong, { column: headOf('handle'), words }],
    }
  })
}

/** What reading this sheet into the register would do, row by row; or, in words, why the sheet as a whole cannot be read. Nothing is changed. */
export function planOf(lines: readonly Line[], present: readonly Present[], titles: Titles): Plan | { wrong: string } {
  const heads = headsOf(lines[0])
  if ('wrong' in heads) return heads
  if (lines.length < 2) return { wrong: 'There is no row below the headings. Nothing was read.' }
  if (lines.length - 1 > mostRows)
    return { wrong: `The file has ${lines.length - 1} rows, and ${mostRows} are the most. Cut it into several.` }
  // An account that is not closed stands before a closed one of the same place.
  const closedFirst = present.toSorted((a, b) => Number(b.status === 'closed') - Number(a.status === 'closed'))
  const byPlace = new Map(closedFirst.map((p) => [placeKey(p), p]))
  const rows = markTwice(lines.slice(1).map((line) => rowOf(line, heads.heads, byPlace, titles)))
  return { rows, unknownHeads: heads.unknown, newOffices: newOfficesIn(rows, titles) }
}

function newOfficesIn(rows: readonly PlannedRow[], titles: Titles): Plan['newOffices'] {
  const there = new Set(titles.offices.map((t) => t.toLowerCase()))
  const found = new Map<string, { title: string; rows: number }>()
  for (const row of rows)
    for (const title of new Set([row.account?.owner ?? '', row.account?.supervisor ?? ''])) {
      const key = title.toLowerCase()
      if (key === '' || there.has(key)) continue
      found.set(key, { title: found.get(key)?.title ?? title, rows: (found.get(key)?.rows ?? 0) + 1 })
    }
  return [...found.values()]
}
