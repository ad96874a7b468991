import type { ReactNode } from 'react'
import { cx } from './class.ts'
import { Icon, type IconName } from './icon.tsx'
import css from './ledger.module.css'
import { Shape } from './shape.tsx'

export type LifeLineProps = {
  entries: readonly {
    id: string
    /** `18:02` */
    time: string
    /** ISO instant, for machines. */
    at: string
    icon: IconName
    title: ReactNode
    detail?: ReactNode
    /** now: still running, drawn as a dashed ring. person: waits for a person. */
    state?: 'done' | 'now' | 'person'
  }[]
}

/** The life of a post: times, marks, and who did what, oldest first. */
export const LifeLine = ({ entries }: LifeLineProps) => (
  <ol className={css.life}>
    {entries.map(({ id, time, at, icon, title, detail, state = 'done' }) => (
      <li key={id} className={cx(state !== 'done' && css[state])}>
        <time dateTime={at}>{time}</time>
        <span className={css.icon}>
          {state === 'done' ? <Icon name={icon} size={15} /> : <Shape name={state === 'now' ? 'dashed' : 'diamond'} />}
        </span>
        <div>
          <p className={css.title}>{title}</p>
          {detail && <p className={css.detail}>{detail}</p>}
        </div>
      </li>
    ))}
  </ol>
)
