import { useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { FootBar, type FootBarProps } from '../parts/foot-bar.tsx'
import { usePhone } from '../posting/use-phone.ts'
import css from './reply.module.css'

/** The end of the page on a phone: what stands there stays within the thumb's reach, wherever the page is scrolled to. */
export const footId = 'desk-foot'

/** At a desk the act stands below the words that it is about; on a phone it is the foot of the page. */
export const Foot = (props: FootBarProps) => {
  const phone = usePhone()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  // The foot is drawn together with the page, so it can only be found afterwards.
  useLayoutEffect(() => setPlace(phone ? document.getElementById(footId) : null), [phone])
  if (phone) return place && createPortal(<FootBar {...props} />, place)
  return (
    <div className={css.send}>
      <div className="row">{props.acts}</div>
      <div className={css.happens}>{props.children}</div>
    </div>
  )
}
