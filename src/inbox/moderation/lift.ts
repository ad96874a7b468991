import type { Act, ModerationState } from './moderation.ts'
import { mayLift } from './moderation.ts'

/** Where lifting leads from each state. nothing: it was never there, or is gone already. */
export function liftFrom(m: { act: Act; state: ModerationState; tries: number }): 'lifting' | 'lifted' | 'nothing' {
  if (!mayLift(m.act) || m.state === 'refused' || m.state === 'lifting' || m.state === 'lifted') return 'nothing'
  // Nothing has left for the network yet, so nothing has to be undone there.
  return m.state === 'asked' && m.tries === 0 ? 'lifted' : 'lifting'
}
