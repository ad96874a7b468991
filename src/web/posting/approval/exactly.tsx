import { Fragment } from 'react'
import { traitsOf } from '../../../networks/networks.ts'
import { sumWords } from '../../../posting/approval/digest.ts'
import type { Sheet } from '../../../posting/approval/sheet.ts'
import { picture as pictureFile } from '../../../posting/picture/picture.contract.ts'
import { addressWith } from '../../call.ts'
import { ApprovalSheet, type ApprovalSheetProps } from '../../parts/approval-sheet.tsx'
import { lately } from '../moment.ts'
import { listWords } from '../refs.ts'
import css from './approval.module.css'
import { type Approval, approvalWords as w } from './approval-words.ts'
import { sameWords } from './same-words.ts'

type Target = Sheet['targets'][number]

const Pieces = ({ target }: { target: Target }) =>
  target.pieces.map((piece, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place in the thread
    <Fragment key={n}>
      {target.pieces.length > 1 && <span className={css.part}>{w.piece(n + 1, target.pieces.length)}</span>}
      <span className={css.piece}>{piece.text}</span>
    </Fragment>
  ))

/** Each text once; where accounts get different words, with the accounts that it goes to. */
const saidOf = ({ targets, language }: Sheet): ApprovalSheetProps['said'] => {
  const groups = sameWords(targets)
  return [
    {
      lang: language,
      language: w.language[language],
      words: groups.map(
        (group) =>
          group[0] && (
            <span key={group[0].accountId} className={css.group}>
              {groups.length > 1 && (
                <span className={css.part} lang="en">
                  {w.onlyOn(listWords(group.map((t) => t.handle)))}
                </span>
              )}
              <Pieces target={group[0]} />
            </span>
          ),
      ),
    },
  ]
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
    const single = sheet.answering ? w.answering.one(sheet.answering.private) : w.one
    const as = t.pieces.length === 1 ? single : w.thread(t.pieces.length)
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
  return (
    <ApprovalSheet
      version={w.version(frozen.version, lately(frozen.at, zone, now))}
      sum={sumWords(frozen.digest)}
      said={saidOf(sheet)}
      answers={
        sheet.answering && {
          to: w.answering.by(sheet.answering.by),
          words: sheet.answering.words,
          how: w.answering.how(sheet.answering.private),
        }
      }
      pictures={picturesOf(sheet)}
      places={placesOf(sheet, one.whenWords)}
      superseded={one.superseded}
    />
  )
}
