import type { ReactNode } from 'react'
import { cx } from './class.ts'
import { Icon, type IconName } from './icon.tsx'
import css from './notice.module.css'
import { Shape, type ShapeName } from './shape.tsx'

export type NoticeProps = {
  /** info; warn: decide; risk: harm or lost work; ok: done and seen. */
  tone?: 'info' | 'warn' | 'risk' | 'ok'
  icon?: IconName
  /** One sentence, its first words in b, and at most one act. */
  children: ReactNode
}

const shapeOf: Record<NonNullable<NoticeProps['tone']>, ShapeName> = {
  info: 'info',
  warn: 'triangle',
  risk: 'diamond',
  ok: 'live',
}

/** A result where the act was; there are no toasts. Only harm and lost work interrupt a screen reader. */
export const Notice = ({ tone = 'info', icon, children }: NoticeProps) => (
  <div className={cx(css.notice, tone !== 'info' && css[tone])} role={tone === 'risk' ? 'alert' : 'status'}>
    {icon ? <Icon name={icon} /> : <Shape name={shapeOf[tone]} size={16} />}
    <div>{children}</div>
  </div>
)
