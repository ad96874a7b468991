import type { Ending, Proof } from '../ending.ts'

/** What the practice network answered a write with; `silence` is no answer at all. */
export type Answer =
  | { status: 200; id: string; url: string; proof: Proof }
  | { status: 401 }
  | { status: 422; words: string }
  | { status: 429; until: Date }
  | { status: 500 }
  | { status: 'silence' }

/** How the write ended. The one place that says so, whatever went wrong and whoever made it go wrong. */
export const endingOf = (answer: Answer): Ending => {
  switch (answer.status) {
    case 200:
      return { kind: 'done', externalId: answer.id, url: answer.url, proof: answer.proof }
    case 401:
      return {
        kind: 'later',
        until: null,
        keyEnded: true,
        words: 'The practice network no longer accepts our keys. Nothing was published. Clear its faults to go on.',
      }
    case 422:
      return { kind: 'refused', words: answer.words }
    case 429:
      return {
        kind: 'later',
        until: answer.until,
        keyEnded: false,
        words: 'The practice network asks us to slow down. Nothing was published yet; we try again when it allows.',
      }
    default:
      return {
        kind: 'unknown',
        words: 'The practice network did not say whether it took this. We are checking what it holds.',
      }
  }
}
