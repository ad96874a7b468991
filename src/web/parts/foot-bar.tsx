import { type ReactNode, useLayoutEffect } from 'react'
import css from './foot-bar.module.css'

export type FootBarProps = {
  /** What will happen. */
  children: ReactNode
  /** The other ways out, then the filled button last. */
  acts: ReactNode
}

/** The bar at the foot of a page that ends in one act. On a phone it stands in place of the tabs, the act first. */
export const FootBar = ({ children, acts }: FootBarProps) => {
  useLayoutEffect(() => {
    // The frame's tabs and the air at the foot of the page give way to it.
    document.documentElement.dataset.footBar = 'yes'
    return () => {
      delete document.documentElement.dataset.footBar
    }
  }, [])
  return (
    <div className={css.bar}>
      <div className={css.words}>{children}</div>
      <div className={css.acts}>{acts}</div>
    </div>
  )
}
