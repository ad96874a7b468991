import type { ReactNode } from 'react'
import { cx } from './class.ts'
import { Icon, type IconName } from './icon.tsx'
import css from './notice.module.css'
import { Shape, type ShapeName } from './shape.tsx'

export type NoticeProps = {
  /** info; warn: decide; risk: harm or lost work; ok: done and seen. */
  tone?: 'info' | 'warn' | 'risk' | 'ok'
  icon?: IconName
  /** An act was refused or broke: it is brought into sight and read out at once, wherever on a phone it was pressed. */
  failed?: boolean
  /** One sentence, its first words in b, and at most one act. */
  children: ReactNode
}

const shapeOf: Record<NonNullable<NoticeProps['tone']>, ShapeName> = {
  info: 'info',
  warn: 'triangle',
  risk: 'diamond',
  ok: 'live',
}

const intoSight = (notice: HTMLElement | null): void => notice?.scrollIntoView({ block: 'nearest' })

/** A result where the act was; there are no toasts. Only harm, lost work and an act that was not done interrupt a screen reader. */
export const Notice = ({ tone = 'info', icon, failed = false, children }: NoticeProps) => (
  <div
    ref={failed ? intoSight : undefined}
    className={cx(css.notice, tone !== 'info' && css[tone])}
    role={failed || tone === 'risk' ? 'alert' : 'status'}
  >
    {icon ? <Icon name={icon} /> : <Shape name={shapeOf[tone]} size={16} />}
    <div>{children}</div>
  </div>
)
