import type { ReactNode } from 'react'
import { cx } from '../parts/class.ts'
import { ProductMark } from '../parts/icon.tsx'
import { words } from '../words.ts'
import css from './door.module.css'

/** A page before anybody is signed in: the bar with the name of the product, and one column. */
export const Door = ({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) => (
  <>
    <header className={css.bar}>
      <ProductMark />
      {words.product}
    </header>
    <main className={cx(css.page, narrow && css.narrow)} id="page">
      {children}
    </main>
  </>
)
