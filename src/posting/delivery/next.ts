import type { Ending, Look } from '../../networks/ending.ts'
import type { Pace } from './pace.ts'
import type { DeliveryState } from './state.ts'

/** What follows from an ending or a look: the state, when to come back, and the words for people. */
export type Next = {
  state: DeliveryState
  nextAt: Date | null
  words: string
  /** The keys no longer work: nothing else is tried on this account. */
  keyEnded?: boolean
  /** It was proved absent and goes once more. */
  resend?: boolean
}

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

/** After a write ended otherwise than `done`. `out` of `all` pieces are live already. */
export function afterEnding(
  ending: Exclude<Ending, { kind: 'done' }>,
  at: { now: Date; out: number; all: number; pace: Pace },
): Next {
  switch (ending.kind) {
    case 'refused':
      return at.out > 0
        ? {
            state: 'needs-person',
            nextAt: null,
            words: `${at.out} of ${at.all} live. The network refused the next: ${ending.words}`,
          }
        : { state: 'refused', nextAt: null, words: ending.words }
    case 'later':
      return ending.keyEnded
        ? { state: 'held', nextAt: null, words: ending.words, keyEnded: true }
        : { state: 'waiting', nextAt: ending.until ?? later(at.now, at.pace.againMs), words: ending.words }
    case 'unknown':
      return { state: 'checking', nextAt: later(at.now, at.pace.looksMs[0]), words: ending.words }
  }
}

/** Before anything was written (freezing failed): nothing can be out there, so it may simply be tried again. */
export function afterFreeze(
  ending: Exclude<Ending, { kind: 'done' }>,
  at: { now: Date; out: number; all: number; pace: Pace },
): Next {
  if (ending.kind !== 'unknown') return afterEnding(ending, at)
  return {
    state: 'waiting',
    nextAt: later(at.now, at.pace.againMs),
    words: `The network could not be reached. Nothing was sent; we try again. ${ending.words}`,
  }
}

export type LookedAt = {
  now: Date
  /** How many looks this one makes. */
  looks: number
  resends: number
  attemptStartedAt: Date
  repeatSafe: boolean
  pace: Pace
}

/** After a look that did not find it. A found piece is settled by the caller. */
export function afterLook(look: Exclude<Look, { kind: 'found' }>, at: LookedAt): Next {
  if (look.kind === 'different') return { state: 'needs-person', nextAt: null, words: look.words }
  if (look.kind === 'absent' && look.isProof && isSettled(at)) {
    return at.resends === 0
      ? { state: 'waiting', nextAt: at.now, words: 'It is not there. It goes out once more.', resend: true }
      : {
          state: 'needs-person',
          nextAt: null,
          words:
            'We sent it, saw that it was not there, sent it once more, and it is still not there. We do not send it a third time by ourselves.',
        }
  }
  if (at.looks < at.pace.looksMs.length) {
    const wait = at.pace.looksMs[at.looks as 1 | 2]
    return {
      state: 'checking',
      nextAt: later(at.now, wait),
      words: look.kind === 'absent' ? 'Not there yet. We look again.' : 'The network did not say. We look again.',
    }
  }
  return {
    state: 'needs-person',
    nextAt: null,
    words: 'We sent it once, had no answer, looked three times and cannot tell whether it is live.',
  }
}

const isSettled = (at: LookedAt): boolean =>
  at.repeatSafe || at.now.getTime() - at.attemptStartedAt.getTime() >= at.pace.callMs + at.pace.settleMs
