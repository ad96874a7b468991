import { Fragment, type ReactNode } from 'react'
import { cx } from './class.ts'
import css from './data-table.module.css'
import { Icon } from './icon.tsx'

export type Column<Row> = {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** Figures stand right. */
  number?: boolean
  /** The cell that names its row. One column has it. */
  names?: boolean
  /** Left out on a phone: the row's own page has it. */
  later?: boolean
  sortable?: boolean
  /** Holds a button that says by itself what it does: its head is only read out. */
  act?: boolean
}

export type Sort = { column: string; order: 'ascending' | 'descending' }

export type DataTableProps<Row> = {
  /** Read to screen readers, not shown. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** A bar at the left edge: now is still running, warn needs looking at. */
  toneOf?: (row: Row) => 'now' | 'warn' | 'risk' | undefined
  /** Rows fall under headings in the order in which the groups first appear. */
  groupOf?: (row: Row) => string
  groupHead?: (group: string, rows: readonly Row[]) => ReactNode
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** What an empty table says. */
  empty?: ReactNode
  /** Cells stand in the middle of their row, for rows of one line. */
  middle?: boolean
}

const Head = <Row,>({
  column,
  sort,
  onSort,
}: { column: Column<Row> } & Pick<DataTableProps<Row>, 'sort' | 'onSort'>) => {
  const here = sort?.column === column.id ? sort.order : undefined
  const sortable = column.sortable === true && onSort !== undefined
  return (
    <th
      scope="col"
      className={cx(column.number && css.number, column.later && css.later)}
      aria-sort={sortable ? (here ?? 'none') : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className={css.sort}
          onClick={() => onSort({ column: column.id, order: here === 'ascending' ? 'descending' : 'ascending' })}
        >
          {column.head}
          {here && <Icon name={here === 'ascending' ? 'up' : 'down'} size={12} />}
        </button>
      ) : (
        <span className={column.act ? 'hidden-words' : undefined}>{column.head}</span>
      )}
    </th>
  )
}

const Line = <Row,>({
  row,
  columns,
  tone,
}: {
  row: Row
  columns: readonly Column<Row>[]
  tone: string | undefined
}) => (
  <tr data-tone={tone}>
    {columns.map((c) => {
      const className = cx(c.number && css.number, c.later && css.later)
      return c.names ? (
        <th key={c.id} scope="row" className={className}>
          <div>{c.cell(row)}</div>
        </th>
      ) : (
        <td key={c.id} className={className} data-head={c.act ? undefined : c.head}>
          <div>{c.cell(row)}</div>
        </td>
      )
    })}
  </tr>
)

const groupsOf = <Row,>({ rows, groupOf }: Pick<DataTableProps<Row>, 'rows' | 'groupOf'>): [string, Row[]][] => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = groupOf?.(row) ?? ''
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return [...groups]
}

/** A table of rows with a heading each. On a phone each row becomes a block. Every cell may hold links. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, columns, rows, keyOf, toneOf, groupOf, groupHead, sort, onSort, empty, middle = false } = props
  if (rows.length === 0 && empty) return <p className={css.none}>{empty}</p>
  return (
    <div className={css.scroll}>
      <table className={cx(css.table, css.blocks, middle && css.middle)}>
        <caption className="hidden-words">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} {...(sort ? { sort } : {})} {...(onSort ? { onSort } : {})} />
            ))}
          </tr>
        </thead>
        {groupsOf({ rows, ...(groupOf ? { groupOf } : {}) }).map(([name, inGroup]) => (
          <Fragment key={name}>
            {groupOf && (
              <tbody className={css.group}>
                <tr>
                  <th scope="colgroup" colSpan={columns.length}>
                    {groupHead?.(name, inGroup) ?? (
                      <>
                        <b>{name}</b> {inGroup.length}
                      </>
                    )}
                  </th>
                </tr>
              </tbody>
            )}
            <tbody className={css.rows}>
              {inGroup.map((row) => (
                <Line key={keyOf(row)} row={row} columns={columns} tone={toneOf?.(row)} />
              ))}
            </tbody>
          </Fragment>
        ))}
      </table>
    </div>
  )
}
