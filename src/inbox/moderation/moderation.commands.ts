import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { may } from '../../people/may.ts'
import { closeAlarms } from '../../posting/delivery/alarm.store.ts'
import { inboxRefusals } from '../inbox.refusals.ts'
import { suggestionOf } from '../suggestion.ts'
import { alarmSubject, beginLift } from './lift.commands.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import * as store from './moderation.store.ts'
import {
  type Act,
  datesOf,
  mayLift,
  mostDays,
  mustStayInSight,
  needsEnd,
  referenceOf,
  whyNotHere,
} from './moderation.ts'
import { unreadable, unreadableDecision } from './readable.queries.ts'
import { standardByCode } from './standard.store.ts'
import { endWords, inLanguage, tellThem } from './told.ts'

export type Deciding = {
  conversation: string
  message: string
  act: Act
  code: string
  reason: string
  days: number | null
}

type Conversation = NonNullable<Awaited<ReturnType<typeof store.lockConversation>>>
type Message = NonNullable<Awaited<ReturnType<typeof store.messageIn>>>
type Standard = NonNullable<Awaited<ReturnType<typeof standardByCode>>>

/** Why it may not be done, or null. */
async function whyNot(
  c: Commanding,
  d: Deciding,
  conversation: Conversation,
  message: Message,
): Promise<Outcome<never> | null> {
  const cannot = whyNotHere(d.act, traitsOf(message.network), message.kind)
  if (cannot) return refuse(no.cannotHere, undefined, cannot)
  const suggested = suggestionOf(conversation)
  if (
    mustStayInSight(d.act, {
      category: conversation.category,
      suggestedDanger: suggested.danger,
      suggestedCategory: suggested.category,
      firstLookAt: conversation.first_look_at,
      decidedAt: conversation.category_by === null ? null : conversation.category_at,
      heardAt: message.heard_at,
    })
  )
    return refuse(no.lookFirst)
  if (needsEnd(d.act) && (d.days === null || d.days > mostDays)) return refuse(no.endMissing)
  const { account_id: accountId, id: messageId, author_external_id: author } = message
  return twinOf(c, { accountId, messageId, author, act: d.act })
}

/** A refusal when the same act stands already. */
async function twinOf(c: Commanding, of: Omit<store.Twin, 'forceId'>): Promise<Outcome<never> | null> {
  const twin = await store.standingTwin(c.tx, { forceId: c.actor.forceId, ...of })
  return twin ? refuse(no.alreadyModerated, { id: twin, reference: referenceOf(twin) }) : null
}

const copyOf = (m: Message, thread: string): store.Copy => ({
  externalId: m.external_id,
  authorExternalId: m.author_external_id,
  authorHandle: m.author_handle,
  authorName: m.author_name,
  network: m.network,
  root: m.kind === 'direct' || thread === m.external_id ? null : thread,
  text: m.text,
  language: m.language,
  url: m.url,
  saidAt: m.said_at.toISOString(),
  pictures: m.pictures,
  state: m.state,
})

type Found = { conversation: Conversation; message: Message; standard: Standard }

/** What is decided about, and under which standard; or why this one may not decide it so. */
async function foundFor(c: Commanding, d: Deciding): Promise<Outcome<Found>> {
  const conversation = await store.lockConversation(c.tx, c.actor.forceId, d.conversation)
  if (!conversation) return refuse(inboxRefusals.noConversation)
  const shut = await unreadable(c, conversation)
  if (shut) return shut
  const message = await store.messageIn(c.tx, c.actor.forceId, conversation.id, d.message)
  if (!message) return refuse(no.noMessage)
  const standard = await standardByCode(c.tx, c.actor.forceId, d.code)
  if (!standard) return refuse(no.noStandard)
  if (standard.endedAt) return refuse(no.standardEnded)
  return (await whyNot(c, d, conversation, message)) ?? ok({ conversation, message, standard })
}

type Decided = { id: string; reference: string; expiresAt: string | null; tellThem: string }

/** Decides under a published standard and keeps a copy. A job does it on the network afterwards. */
export function moderate(world: World, actor: Actor, d: Deciding): Promise<Outcome<Decided>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'moderate') || actor.personId === null) return refuse(no.mayNotModerate)
    const found = await foundFor(c, d)
    if (!found.ok) return found
    const { conversation, message, standard } = found.value
    const id = newId(c.now)
    const { expiresAt, reviewAt } = datesOf(d.act, c.now, d.days)
    await store.insertModeration(c.tx, {
      force_id: actor.forceId,
      id,
      conversation_id: conversation.id,
      message_id: message.id,
      account_id: message.account_id,
      act: d.act,
      standard_code: standard.code,
      words: d.reason,
      copy: JSON.stringify(copyOf(message, conversation.thread)),
      by_id: actor.personId,
      at: c.now,
      state: 'asked',
      state_since: c.now,
      next_at: c.now,
      expires_at: expiresAt,
      review_at: reviewAt,
    })
    c.record('moderation.decided', `moderation:${id}`, {
      act: d.act,
      code: standard.code,
      account: message.account_id,
      conversation: conversation.id,
      message: message.id,
      until: expiresAt?.toISOString() ?? null,
    })
    c.record('conversation.moderated', `conversation:${conversation.id}`, { moderation: id })
    return ok(decided(id, d.act, found.value, expiresAt))
  })
}

function decided(id: string, act: Act, { conversation, standard }: Found, expiresAt: Date | null): Decided {
  const language = inLanguage(conversation.language)
  const reference = referenceOf(id)
  const until = expiresAt ? endWords(language, expiresAt) : null
  const told = { act, code: standard.code, title: standard.title[language], reference, until }
  return { id, reference, expiresAt: expiresAt?.toISOString() ?? null, tellThem: tellThem(language, told) }
}

/** The decision, held, for somebody who moderates. */
async function heldFor(c: Commanding, id: string): Promise<Outcome<store.Moderation>> {
  if (!may(c.actor, 'moderate')) return refuse(no.mayNotModerate)
  const m = await store.lockModeration(c.tx, c.actor.forceId, id)
  return m ? ((await unreadableDecision(c, m)) ?? ok(m)) : refuse(no.noModeration)
}

/** Lifts it before its end, with the reason. */
export function liftModeration(
  world: World,
  actor: Actor,
  g: { id: string; reason: string },
): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    const m = await heldFor(c, g.id)
    if (!m.ok) return m
    if (!mayLift(m.value.act)) return refuse(no.reportStays)
    return (await beginLift(c, m.value, 'person', g.reason)) ? ok({ id: g.id }) : refuse(no.nothingToLift)
  })
}

/** A second person looked at it, and it stands. */
export function reviewModeration(
  world: World,
  actor: Actor,
  g: { id: string; reason: string },
): Promise<Outcome<{ reviewedAt: string }>> {
  return command(world, actor, async (c) => {
    const found = await heldFor(c, g.id)
    if (!found.ok) return found
    const m = found.value
    if (m.state !== 'done' || m.review_at === null) return refuse(no.notStanding)
    if (m.reviewed_at) return refuse(no.reviewThere)
    if (m.by_id === actor.personId) return refuse(no.ownReview)
    await store.change(c.tx, m, { reviewed_at: c.now, reviewed_by: actor.personId, review_words: g.reason })
    await closeAlarms(c, alarmSubject(m), ['reviewLate'])
    c.record('moderation.reviewed', `moderation:${m.id}`)
    return ok({ reviewedAt: c.now.toISOString() })
  })
}

/** A person looked at what was refused or is in doubt, and says how it is. */
export function settleModeration(
  world: World,
  actor: Actor,
  g: { id: string; saw: 'done' | 'again' | 'leave'; reason: string },
): Promise<Outcome<{ state: store.Moderation['state'] }>> {
  return command(world, actor, async (c) => {
    const found = await heldFor(c, g.id)
    if (!found.ok) return found
    const m = found.value
    if (m.state !== 'refused' && m.state !== 'needsPerson') return refuse(no.notStuck)
    const undo = m.lift_asked_at !== null
    if (g.saw === 'leave' && undo) return refuse(no.mustBeLifted)
    const twin = m.state === 'refused' && g.saw !== 'leave' ? await revivedTwin(c, m) : null
    if (twin) return twin
    const state = settledState(g.saw, undo)
    await store.change(c.tx, m, {
      state,
      state_since: c.now,
      tries: 0,
      network_words: g.reason,
      next_at: g.saw === 'again' ? c.now : null,
      lease_token: null,
      lease_until: null,
      ...(state === 'lifted' ? { lifted_at: c.now } : {}),
    })
    if (m.act === 'hide' && g.saw === 'done') await store.markHidden(c.tx, m, undo ? null : c.now)
    await closeAlarms(c, alarmSubject(m), ['notModerated'])
    c.record('moderation.settled', `moderation:${m.id}`, { saw: g.saw, to: state })
    return ok({ state })
  })
}

/** What was refused stood for nothing, so the same may have been decided again meanwhile. */
const revivedTwin = (c: Commanding, m: store.Moderation): Promise<Outcome<never> | null> =>
  twinOf(c, {
    accountId: m.account_id,
    messageId: m.message_id,
    author: store.copyOf(m).authorExternalId,
    act: m.act,
  })

function settledState(saw: 'done' | 'again' | 'leave', undo: boolean): store.Moderation['state'] {
  if (saw === 'leave') return 'refused'
  if (saw === 'again') return undo ? 'lifting' : 'asked'
  return undo ? 'lifted' : 'done'
}
