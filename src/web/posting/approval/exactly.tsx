import { Fragment } from 'react'
import { traitsOf } from '../../../networks/networks.ts'
import { sumWords } from '../../../posting/digest.ts'
import { picture as pictureFile } from '../../../posting/picture/picture.contract.ts'
import type { Sheet } from '../../../posting/sheet.ts'
import { addressWith } from '../../call.ts'
import { ApprovalSheet, type ApprovalSheetProps } from '../../parts/approval-sheet.tsx'
import { clock, day } from '../../say.ts'
import css from './approval.module.css'
import { type Approval, approvalWords as w } from './approval-words.ts'
import { sameWords } from './same-words.ts'

type Target = Sheet['targets'][number]

const Pieces = ({ target }: { target: Target }) => {
  if (target.pieces.length === 1) return target.pieces[0]?.text ?? ''
  return target.pieces.map((piece, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place in the thread
    <Fragment key={n}>
      <span className={css.pieceNumber}>{w.piece(n + 1, target.pieces.length)}</span>
      <span className={css.piece}>{piece.text}</span>
    </Fragment>
  ))
}

/** Each text once, with the accounts that it goes to where they differ. */
const saidOf = ({ targets, language }: Sheet): ApprovalSheetProps['said'] => {
  const groups = sameWords(targets)
  return groups.map((group) => ({
    lang: language,
    language:
      groups.length === 1
        ? w.language[language]
        : w.onlyOn(w.language[language], group.map((t) => t.handle).join(', ')),
    words: group[0] && <Pieces target={group[0]} />,
  }))
}

const picturesOf = ({ targets, language }: Sheet): ApprovalSheetProps['pictures'] => {
  const all = targets.flatMap((t) => t.pieces.flatMap((p) => p.pictures))
  const each = new Map(all.map((p) => [`${p.id} ${p.alt}`, p]))
  return [...each.values()].map((p) => ({
    src: addressWith(pictureFile, { id: p.id }),
    alt: [{ lang: language, text: p.alt }],
  }))
}

const placesOf = (sheet: Sheet, when: string): ApprovalSheetProps['places'] =>
  sheet.targets.map((t) => {
    const traits = traitsOf(t.network)
    const as = t.pieces.length === 1 ? w.one : w.thread(t.pieces.length)
    return {
      id: t.accountId,
      network: { mark: traits?.mark ?? '?', name: traits?.name ?? t.network },
      handle: t.handle,
      as: t.signature ? `${as}, ${w.signed(t.signature.mark)}` : as,
      when,
    }
  })

/** The sheet: exactly this. */
export const Exactly = ({ one, zone, now }: { one: Approval; zone: string; now: Date }) => {
  const { frozen, sheet } = one
  const sameDay = day(frozen.at, zone) === day(now, zone)
  const at = sameDay ? clock(frozen.at, zone) : `${day(frozen.at, zone, now)}, ${clock(frozen.at, zone)}`
  return (
    <ApprovalSheet
      version={w.version(frozen.version, at)}
      sum={sumWords(frozen.digest)}
      said={saidOf(sheet)}
      pictures={picturesOf(sheet)}
      places={placesOf(sheet, one.whenWords)}
      superseded={one.superseded}
    />
  )
}
