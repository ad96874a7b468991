import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ButtonLink } from './button.tsx'
import { cx } from './class.ts'
import css from './now-list.module.css'
import { Shape, type ShapeName } from './shape.tsx'

export type NowItem = {
  id: string
  kind: { shape: ShapeName; words: string }
  /** Only for a person who may be in danger: the full tint, and it interrupts a screen reader once. */
  risk?: boolean
  heading: ReactNode
  /** The person's own words. */
  quote?: string
  place: ReactNode
  clock: { figure: string; words: string }
  act?: { words: string } & Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>
  /** Someone has it: the name stands in place of the act. */
  takenBy?: ReactNode
}

const Act = ({ item, first }: { item: NowItem; first: boolean }) => {
  if (item.takenBy) return <p className={css.place}>{item.takenBy}</p>
  if (!item.act) return null
  const { words: label, ...link } = item.act
  return (
    <ButtonLink wide kind={first ? 'primary' : 'plain'} {...link}>
      {label}
    </ButtonLink>
  )
}

/** What needs a person now, in the order in which to act. The first act is the filled button of the page. */
export const NowList = ({ items }: { items: readonly NowItem[] }) => (
  <ol className={css.list}>
    {items.map((item, i) => (
      <li key={item.id} className={cx(css.item, item.risk && css.risk)}>
        <span className={css.rank} aria-hidden="true">
          {i + 1}
        </span>
        <div role={item.risk ? 'alert' : undefined}>
          <p className={css.kind}>
            <Shape name={item.kind.shape} />
            <span>
              <span className={css.inline}>{i + 1}. </span>
              {item.kind.words}
            </span>
          </p>
          <h2 className={css.heading}>{item.heading}</h2>
          {item.quote && <blockquote className={css.quote}>“{item.quote}”</blockquote>}
          <p className={css.place}>{item.place}</p>
        </div>
        <div className={css.do}>
          <p className={css.clock}>
            <b>{item.clock.figure}</b> {item.clock.words}
          </p>
          <Act item={item} first={i === 0} />
        </div>
      </li>
    ))}
  </ol>
)
