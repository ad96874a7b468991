import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { takeArrival } from '../frame/arrive.ts'
import { words } from '../words.ts'
import { cx } from './class.ts'
import css from './page-answer.module.css'

export type PageAnswerProps = {
  /** What the page found, as a sentence with live figures. Becomes the title of the tab. */
  answer: ReactNode
  /** One line of context. */
  lede?: ReactNode
  /** At most two acts. */
  acts?: ReactNode
  /** The way here, only on pages below a list. */
  path?: ReactNode
  /** 24 px, for a dense page. */
  dense?: boolean
  /** 20 px, for the head of a column. */
  column?: boolean
  /** Another heading of this page, of what was opened beside it, takes the focus after a navigation. */
  passFocus?: boolean
}

const quiet = 60_000

/** Says a changed answer politely, at most once a minute. */
const useSaid = (answer: string): string => {
  const [said, say] = useState('')
  const first = useRef('')
  const last = useRef(0)
  useEffect(() => {
    if (answer === '') return
    if (first.current === '') {
      first.current = answer
      return
    }
    const wait = Math.max(0, last.current + quiet - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      say(answer)
    }, wait)
    return () => clearTimeout(timer)
  }, [answer])
  return said
}

/** The head of every page: the answer as its h1, one line of context, at most two acts. Takes the focus after a navigation. */
export const PageAnswer = (props: PageAnswerProps) => {
  const { answer, lede, acts, path, dense = false, column = false, passFocus = false } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const [text, setText] = useState('')
  const said = useSaid(text)
  const address = useLocation({ select: (l) => l.pathname })

  // The address is named because one page may stand for several addresses, as of two posts, and is then not drawn anew.
  useEffect(() => {
    if (!passFocus && takeArrival(address)) heading.current?.focus()
  }, [address, passFocus])

  useEffect(() => {
    const now = heading.current?.textContent ?? ''
    if (now === text) return
    setText(now)
    document.title = `${now}. ${words.product}`.replace(/([?.])\./, '$1')
  })

  return (
    <div className={cx(css.head, column && css.column)}>
      <div className={css.words}>
        {path && <p className={css.path}>{path}</p>}
        <h1 ref={heading} tabIndex={-1} className={cx(css.answer, dense && css.dense)}>
          {answer}
        </h1>
        {lede && <p className={css.lede}>{lede}</p>}
        <span className="hidden-words" role="status">
          {said}
        </span>
      </div>
      {acts && <div className={css.acts}>{acts}</div>}
    </div>
  )
}
