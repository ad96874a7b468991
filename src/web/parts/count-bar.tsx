import type { ReactNode } from 'react'
import css from './bars.module.css'

export type CountBarProps = {
  used: number
  most: number
  tone?: 'plain' | 'warn' | 'risk'
  /** Said beside the bar: the bar itself is hidden from screen readers. */
  children?: ReactNode
  /** Width of the bar in px; it fills its place when left out. */
  width?: number
}

/** How much of a limit is used, with its words: `235 of 280`. */
export const CountBar = ({ used, most, tone = 'plain', children, width }: CountBarProps) => (
  <span className={css.count}>
    <svg className={css.meter} data-tone={tone} width={width ?? '100%'} height="6" aria-hidden="true">
      <rect width="100%" height="6" className={css.ground} />
      <rect
        width={`${Math.min(100, Math.max(0, most > 0 ? (used / most) * 100 : 0))}%`}
        height="6"
        className={css.used}
      />
    </svg>
    {children && <span>{children}</span>}
  </span>
)
