import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './mark.module.css'

export type TagProps = {
  tone?: 'risk' | 'warn' | 'ok' | 'accent' | 'line'
  /** Makes it removable, as a filter is; `removeWords` says what goes. */
  onRemove?: () => void
  removeWords?: string
  children: ReactNode
}

/** A small word about a thing. Put an Icon or Shape first where the tone says something. */
export const Tag = ({ tone, onRemove, removeWords, children }: TagProps) => (
  <span className={css.tag} data-tone={tone}>
    {children}
    {onRemove && (
      <button type="button" onClick={onRemove} aria-label={removeWords}>
        <Icon name="close" size={12} />
      </button>
    )}
  </span>
)
