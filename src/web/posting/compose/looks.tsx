import { useState } from 'react'
import { traitsOf } from '../../../networks/networks.ts'
import type { SpeakerFacts } from '../../../posting/facts.ts'
import { compose } from '../../../posting/fit.ts'
import { picture as pictureFile } from '../../../posting/picture/picture.contract.ts'
import { dueOf, whenWords } from '../../../posting/schedule.ts'
import { addressWith } from '../../call.ts'
import { Icon } from '../../parts/icon.tsx'
import { Preview, type PreviewProps } from '../../parts/preview.tsx'
import { usePhone } from '../use-phone.ts'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'

const w = composeWords.looks

type Props = DeskParts & { speaker: SpeakerFacts }

const placesOf = ({ content, facts, speaker, now, zone }: Props): PreviewProps['places'] => {
  const due = dueOf(content.when, now)
  const when = due?.scheduled ? whenWords(due.instant, zone, now) : composeWords.details.atOnce
  const chosen = facts.accounts.filter((a) => content.targets.includes(a.id))
  return chosen.map((account) => {
    const traits = traitsOf(account.network)
    const twice = chosen.filter((a) => a.network === account.network).length > 1
    const fitted = compose(content, account, speaker.id)
    const name = traits?.name ?? account.network
    return {
      id: account.id,
      network: { mark: traits?.mark ?? '?', name: twice ? `${name} ${account.handle}` : name },
      name: account.name,
      handle: account.handle,
      note: fitted.pieces.length > 1 && w.thread(fitted.pieces.length),
      posts: fitted.pieces.map((piece, n) => ({
        id: `${n}`,
        lang: content.language,
        words: piece.text,
        pictures: piece.pictures.map((p) => ({ src: addressWith(pictureFile, { id: p.id }), alt: p.alt })),
        when,
        count: piece.max === null ? `${piece.count}` : `${piece.count} of ${piece.max}`,
      })),
    }
  })
}

/** As it will read on each network. On a phone behind one line, so that words and findings come first. */
export const Looks = (props: Props) => {
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const places = placesOf(props)
  const body =
    places.length === 0 ? (
      <p className="small second">{w.none}</p>
    ) : (
      <Preview key={places.map((p) => p.id).join(' ')} places={places} />
    )
  if (!phone)
    return (
      <section className={css.looks} aria-label={w.heading}>
        {body}
      </section>
    )
  return (
    <section className={css.looks} aria-label={w.heading}>
      <button type="button" className={css.unfold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{composeWords.phone.looks}</b>
        <Icon name={open ? 'up' : 'down'} size={18} />
      </button>
      {open && body}
    </section>
  )
}
