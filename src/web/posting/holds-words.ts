import type { z } from 'zod'
import type { listHolds } from '../../posting/delivery/delivery.contract.ts'
import { Count, count, plural } from '../say.ts'

export type Holds = z.output<typeof listHolds.output>
export type Hold = Holds['holds'][number]
export type Held = Holds['held'][number]

/** What a hold stops, in words: `Everything`, `X`, `Eastby North`. */
export const holdName = (hold: Pick<Hold, 'scope' | 'target' | 'targetName'>): string =>
  hold.scope === 'everything' ? 'Everything' : (hold.targetName ?? hold.target ?? '')

export const holdsHeading = ({ holds, held }: Holds, since: (at: string) => string): string => {
  const look =
    held.length === 0
      ? ''
      : `. ${Count(held.length)} ${plural(held.length, 'post waits', 'posts wait')} to be looked at`
  const everything = holds.find((hold) => hold.scope === 'everything')
  if (everything) return `Everything is held since ${since(everything.placedAt)}${look}`
  if (holds.length === 1 && holds[0]) return `${holdName(holds[0])} is held since ${since(holds[0].placedAt)}${look}`
  if (holds.length > 1) return `${Count(holds.length)} holds are in force${look}`
  return held.length === 0 ? 'Nothing is held' : `No hold is in force${look}`
}

export const holdsWords = {
  reading: 'Reading what is held',
  failed: 'We cannot say what is held',
  path: 'Publishing health',
  here: 'Holds',
  lede: (waiting: number, beingSent: number) =>
    `${Count(waiting)} ${plural(waiting, 'post waits', 'posts wait')} for ${plural(waiting, 'its', 'their')} time, ${count(beingSent)} ${plural(beingSent, 'is', 'are')} being sent. Each held post is looked at again before it goes out; nothing goes out in a burst.`,
  inForce: 'Holds in force',
  none: 'No hold is in force. Hold posts, at the top of every page, stops everything or a part.',
  by: (who: string, at: string) => `${who}, ${at}.`,
  sum: (held: number, beingSent: number) => `${held} held, ${beingSent} still being sent`,
  release: 'Release this hold',
  releaseHeading: (what: string) => `Release the hold on ${what}?`,
  releaseBody:
    'New posts go out again at their time. What was held stays held until somebody has looked at each, below.',
  releaseAct: 'Release it',
  held: 'Held posts',
  heldNote: 'One by one, the next due first.',
  heldNone: 'No post is held.',
  past: 'Its time has passed',
  partly: (live: number, pieces: number) => `${live} of ${pieces} parts are live`,
  underHold: 'A hold still stops it. Release the hold first.',
  putBack: (at: string) => `Let it go out at ${at}`,
  now: 'Send it now',
  open: 'Open the post',
} as const
