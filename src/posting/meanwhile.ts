/** What came to an answer while it was not out yet. Posting knows no conversation: the desk says what came, in the transaction in which it heard it. */
import { z } from 'zod'
import { clockWords, wallOf, whenWords } from './schedule.ts'
import { sentences } from './sentence.ts'

/** They said more, changed or deleted what they had said, or somebody may be in danger there. */
const came = z.object({ what: z.enum(['wrote', 'changed', 'gone', 'danger']), at: z.string() })
export type Came = z.output<typeof came>

type Moving = { meanwhile: unknown; meanwhile_seen: number }

/** Everything that came since the answer was begun, and what of it nobody has seen who put it forward. */
export function meanwhileOf(post: Moving): { all: Came[]; unseen: Came[] } {
  const all = z.array(came).parse(post.meanwhile)
  return { all, unseen: all.slice(post.meanwhile_seen) }
}

const saying: { readonly [what in Came['what']]: (at: string) => string } = {
  wrote: (at) => `They wrote again at ${at}.`,
  changed: (at) => `They changed what they had said; we saw it at ${at}.`,
  gone: (at) => `They deleted what they had said; we saw it at ${at}.`,
  danger: (at) => `Somebody there may be in danger, as heard at ${at}.`,
}

/** In words, by the force's own clock. */
export function meanwhileWords(all: readonly Came[], zone: string, now: Date): string[] {
  const day = (at: Date) => wallOf(at, zone).slice(0, 10)
  return all.map(({ what, at }) => {
    const then = new Date(at)
    return saying[what](day(then) === day(now) ? clockWords(then, zone) : whenWords(then, zone, now))
  })
}

/** How much of what came stood on the screen of whoever lets it go on: the `n` of `meanwhile`. */
export const seen = z.number().int().min(0).default(0)

/** What came and was not seen, for a screen and for whoever lets it go on: `n` is handed back as `seen`. Null: nothing. */
export const meanwhile = z.object({ n: z.number(), says: z.array(z.string()) })
export function shownMeanwhile(post: Moving, zone: string, now: Date): z.output<typeof meanwhile> | null {
  const { all, unseen } = meanwhileOf(post)
  return unseen.length === 0 ? null : { n: all.length, says: meanwhileWords(unseen, zone, now) }
}

/** Why an answer that was released does not go out by itself, or null. */
export function heldMeanwhile(post: Moving, zone: string, now: Date): string | null {
  const shown = shownMeanwhile(post, zone, now)
  return shown && sentences(...shown.says, 'So it was held and nothing was sent. Take it back, read it, then ask again')
}
