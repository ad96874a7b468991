import type { ReactNode } from 'react'
import css from './ledger.module.css'

export type LedgerProps = {
  rows: readonly {
    id: string
    /** In the margin: `05:06`. */
    time: ReactNode
    /** Under it: `today`, `Tue`. */
    day?: ReactNode
    body: ReactNode
    /** On the right: a count or a tag. */
    side?: ReactNode
  }[]
}

/** Rows of an occurrence book, with the time in the margin. */
export const Ledger = ({ rows }: LedgerProps) => (
  <ul className={css.ledger}>
    {rows.map((row) => (
      <li key={row.id}>
        <span className={css.time}>
          {row.time}
          {row.day && <small>{row.day}</small>}
        </span>
        <div>{row.body}</div>
        {row.side && <span className={css.side}>{row.side}</span>}
      </li>
    ))}
  </ul>
)
