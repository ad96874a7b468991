import { canonical } from '../../foundation/canonical.ts'
import type { Content } from '../content.ts'
import type { DraftFacts } from '../facts.ts'
import { compose } from '../fit.ts'
import { instantOf } from '../schedule.ts'
import type { Sheet } from './sheet.ts'

/** Draws the sheet of a draft: exactly what would be published, where and when. Targets that are not among the facts are left out. */
export function sheetOf(
  content: Content,
  facts: Pick<DraftFacts, 'accounts' | 'pictures' | 'author' | 'speaksFor' | 'answering'>,
): Sheet {
  const speakerId = facts.answering?.automatic ? '' : (facts.speaksFor ?? facts.author).id
  const sums = new Map(facts.pictures.map((p) => [p.id, p.sha256]))
  const targets = content.targets.flatMap((id) => {
    const account = facts.accounts.find((a) => a.id === id)
    if (!account) return []
    const { accountId, network, handle, signature, pieces } = compose(
      content,
      account,
      speakerId,
      facts.answering?.direct != null,
    )
    return [
      {
        accountId,
        network,
        handle,
        signature,
        pieces: pieces.map((piece) => ({
          text: piece.text,
          pictures: piece.pictures.map((p) => ({ id: p.id, sha256: sums.get(p.id) ?? '', alt: p.alt })),
        })),
      },
    ]
  })
  const to = facts.answering
  const answering = to && { externalId: to.externalId, by: to.by, words: to.words, private: to.direct !== null }
  return { language: content.language, when: approvedTime(content), answering, targets }
}

function approvedTime({ when }: Content): Sheet['when'] {
  if (when.kind === 'now') return null
  const instant = instantOf(when.wall, when.zone, when.which)?.instant.toISOString() ?? ''
  return { wall: when.wall, zone: when.zone, which: when.which, instant }
}

/**
 * The canonical text of what approval covers. Whoever hashes it (SHA-256, hexadecimal) has the digest. The order in which accounts were
 * ticked is no part of it, and neither is the order of keys; everything that the public will see, and when, is.
 */
export const digestText = (sheet: Sheet): string =>
  canonical({
    language: sheet.language,
    when: sheet.when,
    ...(sheet.answering ? { answering: sheet.answering } : {}),
    targets: [...sheet.targets].sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
  })

/** Grouped for eyes: `8f2a 91c4 d07e`. */
export const sumWords = (digest: string): string => (digest.slice(0, 12).match(/.{4}/g) ?? []).join(' ')
