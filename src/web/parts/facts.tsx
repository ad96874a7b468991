import type { CSSProperties, ReactNode } from 'react'
import { cx } from './class.ts'
import css from './ledger.module.css'

export type FactsProps = {
  facts: readonly { name: string; value: ReactNode }[]
  /** Bold names, as in the reasons for a release. */
  strong?: boolean
  /** Width of the names in px. */
  nameWidth?: number
}

/** Names and values, ruled off: the record of an account, the reasons for a release. */
export const Facts = ({ facts, strong = false, nameWidth = 116 }: FactsProps) => (
  <dl className={cx(css.facts, strong && css.strong)} style={{ '--facts-name': `${nameWidth}px` } as CSSProperties}>
    {facts.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
