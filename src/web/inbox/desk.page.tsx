import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import { useZone } from '../frame/facts.ts'
import { useKeys } from '../frame/keys.ts'
import { usePhone } from '../posting/use-phone.ts'
import { Conversation } from './conversation.tsx'
import css from './desk.module.css'
import { deskSearch, sameList } from './desk-search.ts'
import { deskWords } from './desk-words.ts'
import { footId } from './foot.tsx'
import { nextByRisk } from './queue.ts'
import { Queue } from './queue.tsx'
import { moveFocus, rowInFocus } from './row-focus.ts'
import { useQueue } from './use-queue.ts'

/** What the keys do in the conversation that is open. */
export type Acts = Partial<Record<'t' | 'r' | 'a' | 'h' | 'o' | 'c', () => unknown>>

/** The desk fills the window; its columns scroll, and the frame leaves no margin round them. */
const useWholeHeight = (): void =>
  useLayoutEffect(() => {
    document.documentElement.dataset.columns = 'yes'
    return () => {
      delete document.documentElement.dataset.columns
    }
  }, [])

const Nothing = ({ mayRead }: { mayRead: boolean }) => (
  <section className={css.nothing} id="conversation" tabIndex={-1}>
    <h2>{mayRead ? deskWords.choose.heading : deskWords.figuresHeading}</h2>
    <p>{mayRead ? deskWords.choose.words : deskWords.figuresNext}</p>
  </section>
)

/** The digital desk: who waits for us, one conversation, and what becomes of it. */
export const DeskPage = () => {
  const { id } = useParams({ strict: false })
  const search = deskSearch.parse(useSearch({ strict: false }))
  const zone = useZone()
  const navigate = useNavigate()
  const phone = usePhone()
  const read = useQueue(search.show ?? 'all', search.account ?? null)
  const acts = useRef<Acts>({})
  const chosen = id ?? null
  useWholeHeight()

  const open = (to: string, wish?: 'take' | 'reply') =>
    void navigate({ to: '/desk/$id', params: { id: to }, search: { ...sameList(search), do: wish } })
  /** A key means the row in the focus, where that is another than the open one. */
  const onRow = (key: 't' | 'r'): void => {
    const row = rowInFocus()
    if (row !== null && row !== chosen) open(row, key === 't' ? 'take' : 'reply')
    else acts.current[key]?.()
  }
  useKeys({
    j: () => moveFocus(1, chosen),
    k: () => moveFocus(-1, chosen),
    n: () => {
      const next = nextByRisk(
        [...read.waiting.filter((r) => r.danger), ...read.rows.filter((r) => !read.gone.has(r.id))],
        chosen,
      )
      if (next === null) return
      // What is opened stands in the list.
      if (read.waiting.some((r) => r.id === next)) read.show()
      open(next)
    },
    t: () => onRow('t'),
    r: () => onRow('r'),
    a: () => acts.current.a?.(),
    h: () => acts.current.h?.(),
    o: () => acts.current.o?.(),
    c: () => acts.current.c?.(),
  })

  return (
    <div className={css.desk}>
      {(!phone || chosen === null) && <Queue read={read} search={search} chosen={chosen} zone={zone} />}
      {chosen !== null ? (
        <div className={css.work}>
          <Conversation key={chosen} id={chosen} search={search} zone={zone} acts={acts} />
        </div>
      ) : (
        !phone && <Nothing mayRead={read.latest?.mayRead !== false} />
      )}
      {phone && <div id={footId} className={css.foot} />}
    </div>
  )
}
