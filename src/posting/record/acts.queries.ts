import type { z } from 'zod'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { approving, mayEdit, notSpeaking, type Standing } from '../approval/standing.queries.ts'
import { isTrusted } from '../check-draft.ts'
import { type SpeakerFacts, said } from '../facts.ts'
import type { acts } from '../post.contract.ts'
import { afterMove } from '../post.ts'
import { postRefusals as no } from '../refusals.ts'
import { timeTrouble } from '../schedule.ts'

export type Acts = z.output<typeof acts>
export type Where = {
  out: number
  waiting: number
  afterlookOpen: boolean
  releasedBy: string | null
  sentBack: boolean
}

/** What this person may do with the post now; null means yes. Asks the same questions as the commands, so that no button is refused. */
export function actsOf(actor: Actor, self: SpeakerFacts | null, s: Standing, where: Where, now: Date): Acts {
  const { post } = s
  const authorId = post.author_id
  const edits = mayEdit(actor, s, now, self) ? null : no.notYours.words
  const from = (move: Parameters<typeof afterMove>[1], otherwise: string) =>
    afterMove(post.stage, move) ? null : otherwise
  const ended = post.stage === 'discarded' ? no.ended.words : no.released.words
  const stop = timeTrouble(s.content.when, now, s.facts.zone) ?? s.troubles[0] ?? notSpeaking(s, now)[0] ?? null
  const notAsked = post.stage === 'asked' ? null : no.notAsked.words
  const released = post.stage === 'released' ? null : no.notReleased.words
  const sentBack = where.sentBack ? 'Somebody sent this back, so it needs an approval now.' : null
  return {
    edit: from('edit', ended) ?? edits,
    ask: from('ask', ended) ?? edits ?? stop,
    approve: notAsked ?? whyNotApprove(actor, s, now),
    sendBack:
      notAsked ??
      (authorId === actor.personId
        ? no.ownPost.words
        : may(actor, 'sendBack', { authorId }) || actor.personId === s.facts.speaksFor?.id
          ? null
          : no.notAllowedHere.words),
    publish: from('release', ended) ?? edits ?? stop ?? sentBack ?? whyNotAlone(actor, s, now),
    emergency:
      from('release', ended) ??
      (may(actor, 'releaseEmergency') ? (s.troubles[0] ?? notSpeaking(s, now)[0] ?? null) : no.notAllowedHere.words),
    reopen:
      released ??
      (edits === null || may(actor, 'withdraw', { authorId }) ? null : no.notYours.words) ??
      (where.out > 0 || where.waiting === 0 ? no.leftAlready.words : null),
    correct:
      (where.out > 0 ? null : no.notSent.words) ??
      (may(actor, 'correct', { authorId }) ? null : no.notYours.words) ??
      (s.facts.answering?.direct == null ? null : no.saidInPrivate.words),
    withdraw:
      released ??
      (may(actor, 'withdraw', { authorId }) ? null : no.notYours.words) ??
      (where.out + where.waiting > 0 ? null : no.notReleased.words),
    discard: from('discard', ended) ?? edits,
    afterlook: where.afterlookOpen ? whyNotLook(actor, authorId, where.releasedBy) : no.noAfterlook.words,
  }
}

/** Null when this person may approve it, as far as it concerns the person. */
export function whyNotApprove(actor: Actor, s: Standing, now: Date): string | null {
  const speaker = s.facts.speaksFor
  if (actor.personId === s.post.author_id) return no.ownPost.words
  if (s.post.writers.includes(actor.personId ?? '')) return 'Words of yours are in this, so someone else approves it.'
  if (may(actor, 'approve', approving(actor, s, now))) return null
  return speaker ? `It goes out in the name of ${said(speaker)}, who releases it.` : no.notAllowedHere.words
}

function whyNotAlone(actor: Actor, s: Standing, now: Date): string | null {
  if (actor.personId !== s.post.author_id) return 'Only its author releases a post without approval.'
  if (!s.facts.settings.lowRiskAtOnce) return 'Here every post needs a second person.'
  const { outcome } = s.check('standing')
  if (may(actor, 'releaseAtOnce', { isTrusted: isTrusted(s.chosen, s.facts, s.due?.instant ?? now), outcome }))
    return null
  return outcome === 'clear' || outcome === 'advise'
    ? 'You are not yet trusted to release alone on every one of these accounts.'
    : 'The rules found something that a second person must see.'
}

function whyNotLook(actor: Actor, authorId: string, releasedBy: string | null): string | null {
  if (actor.personId === authorId || actor.personId === releasedBy)
    return 'You released this, so someone else looks at it.'
  return may(actor, 'afterlook', { authorId }) ? null : no.notAllowedHere.words
}
