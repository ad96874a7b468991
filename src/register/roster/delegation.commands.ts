import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { maySpeak } from '../account.ts'
import { changing } from '../change.commands.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { accountById } from '../register.store.ts'
import * as store from './roster.store.ts'

type Consent = { id: string; byPersonId: string; toPersonId: string; until: string }

/** Standing consent, given by the officer alone: another contributor may release in their name on this account, until a date. */
export const addDelegation = (world: World, actor: Actor, given: Consent): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, null, async (c) => {
    const account = await accountById(c.tx, actor.forceId, given.id)
    if (!account) return refuse(no.noAccount)
    if (!maySpeak(account.status)) return refuse(no.accountClosed)
    if (actor.personId !== given.byPersonId) return refuse(no.notYourName)
    if (given.toPersonId === given.byPersonId) return refuse(no.notToYourself)
    const until = new Date(given.until)
    if (until <= c.now) return refuse(no.datesWrong)
    const places = await store.contributorsOf(c.tx, actor.forceId, given.id)
    const placeOf = (personId: string) =>
      places.find((p) => p.person_id === personId && (p.until_at === null || p.until_at > c.now))
    const own = placeOf(given.byPersonId)
    if (!own || !placeOf(given.toPersonId)) return refuse(no.notWriting)
    if (own.voice === 'drafts') return refuse(no.draftsOnly)
    const id = newId(c.now)
    await store.insertDelegation(c.tx, {
      force_id: actor.forceId,
      id,
      account_id: given.id,
      by_person_id: given.byPersonId,
      to_person_id: given.toPersonId,
      from_at: c.now,
      until_at: until,
    })
    const { byPersonId: by, toPersonId: to } = given
    c.record('delegation.given', `account:${given.id}`, { delegation: id, by, to, until: until.toISOString() })
    return ok({ id })
  })

/** Either of the two ends it, or whoever decides about contributors. */
export const endDelegation = (world: World, actor: Actor, id: string): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, null, async (c) => {
    const consent = await store.delegationById(c.tx, actor.forceId, id)
    if (!consent || consent.until_at <= c.now) return refuse(no.delegationEnded)
    const theirs = actor.personId === consent.by_person_id || actor.personId === consent.to_person_id
    if (!theirs && !may(actor, 'grantContributor')) return refuse(no.notYourName)
    await store.endDelegation(c.tx, consent, c.now)
    c.record('delegation.ended', `account:${consent.account_id}`, { delegation: id })
    return ok({ id })
  })
