import { type ReactNode, useId } from 'react'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import css from './section.module.css'

export type SectionProps = {
  heading: ReactNode
  /** A short note after the heading. */
  note?: ReactNode
  /** A link or a count on the right. */
  more?: ReactNode
  /** loaded is the rest; failed says what and since when, with a way to try again. */
  state?: 'loaded' | 'loading' | 'empty' | { failed: ReactNode; again?: () => void }
  /** For state empty: what is true, what comes next, the one thing to do. */
  empty?: ReactNode
  level?: 2 | 3
  children?: ReactNode
}

/** Three grey bars: something is being read. */
export const Waiting = () => (
  <div className={css.waiting} role="status">
    <span aria-hidden="true" />
    <span aria-hidden="true" />
    <span aria-hidden="true" />
    <p className="hidden-words">{words.section.loading}</p>
  </div>
)

/** What an empty place says: what is true (bold), and what comes next. */
export const Empty = ({ children }: { children: ReactNode }) => <p className={css.empty}>{children}</p>

const Body = ({ state = 'loaded', empty, children }: SectionProps) => {
  if (state === 'loading') return <Waiting />
  if (state === 'empty') return <Empty>{empty}</Empty>
  if (state === 'loaded') return children
  return (
    <Notice tone="warn">
      {state.failed}{' '}
      {state.again && (
        <Button small onPress={state.again}>
          {words.section.again}
        </Button>
      )}
    </Notice>
  )
}

/** A part of a page: a 2 px rule and a heading, no box. */
export const Section = (props: SectionProps) => {
  const id = useId()
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <section className={css.section} aria-labelledby={id}>
      <header className={css.header}>
        <Heading id={id} className={css.heading}>
          {props.heading}
        </Heading>
        {props.note && <span className={css.note}>{props.note}</span>}
        {props.more && <span className={css.more}>{props.more}</span>}
      </header>
      <Body {...props} />
    </section>
  )
}
