import { z } from 'zod'

/** What a trainer, or a test, can make the practice network do wrong. */
export const practiceActs = ['dropBefore', 'dropAfter', 'errorAfter', 'tooMany', 'refuse', 'slow', 'keysEnded'] as const
export const practiceAct = z.enum(practiceActs)
export type PracticeAct = z.output<typeof practiceAct>

export const practiceActLabels: Readonly<Record<PracticeAct, string>> = {
  dropBefore: 'Lose the post on the way; no answer comes',
  dropAfter: 'Publish the post, then lose the answer',
  errorAfter: 'Publish the post, then answer with an error',
  tooMany: 'Say that it was asked too often',
  refuse: 'Refuse the post',
  slow: 'Publish the post, but answer late',
  keysEnded: 'Say that the keys have ended',
}

/** What can go wrong when an account listens: of the same acts, those that make sense there. */
export const hearingActs = ['dropBefore', 'tooMany', 'slow', 'keysEnded'] as const satisfies readonly PracticeAct[]
export const hearingActLabels: Readonly<Record<(typeof hearingActs)[number], string>> = {
  dropBefore: 'Let nothing be heard; no answer comes',
  tooMany: 'Say that it was asked too often',
  slow: 'Answer late',
  keysEnded: 'Say that the keys have ended',
}
