import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { maySpeak, type PlaceVoice } from '../account.ts'
import { changing } from '../change.commands.ts'
import { handOver } from '../office.commands.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { type AccountRecord, accountById, officesHeldBy, type PersonRecord, personById } from '../register.store.ts'
import { asPublished } from '../signature.ts'
import * as store from './roster.store.ts'
import { keptInitials, sign, signAnew } from './signing.commands.ts'

type NewPlace = {
  id: string
  personId: string
  voice?: PlaceVoice
  trusted: boolean
  from: string | null
  until: string | null
  initials: string | null
}
type Signed = { id: string; signature: string | null }

/**
 * Gives a person a place on an account from one date to another. Whoever signs there gets the signature that follows from their rank and
 * initials; whoever drafts there gets none.
 */
export const addContributor = (world: World, actor: Actor, given: NewPlace): Promise<Outcome<Signed>> =>
  changing(world, actor, 'grantContributor', async (c) => {
    const account = await accountById(c.tx, actor.forceId, given.id)
    if (!account) return refuse(no.noAccount)
    if (!maySpeak(account.status) && account.status !== 'proposed') return refuse(no.accountClosed)
    const person = await personById(c.tx, actor.forceId, given.personId)
    if (!person || (person.left_at && person.left_at <= c.now)) return refuse(no.personUnknown)
    if (given.trusted && given.personId === actor.personId) return refuse(no.notWithYourself)
    const voice = given.voice ?? 'signs'
    if (voice === 'drafts' && given.initials !== null) return refuse(no.draftsOnly)
    const from = given.from ? new Date(given.from) : c.now
    const until = given.until ? new Date(given.until) : null
    if (until && (until <= from || until <= c.now)) return refuse(no.datesWrong)
    const row = {
      force_id: actor.forceId,
      account_id: account.id,
      person_id: person.id,
      from_at: from,
      until_at: until,
    }
    if (await overlaps(c, row)) return refuse(no.alreadyContributor)
    const id = newId(c.now)
    await store.insertContributor(c.tx, { ...row, id, voice, trusted: given.trusted })
    c.record('contributor.added', `account:${account.id}`, {
      contributor: id,
      person: person.id,
      voice,
      trusted: given.trusted,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    })
    if (voice === 'drafts') return ok({ id, signature: null })
    const mark = await sign(c, account, person, { from, until }, given.initials)
    return mark.ok ? ok({ id, signature: published(mark.value, account) }) : mark
  })

const published = (mark: string | null, account: AccountRecord): string | null =>
  mark === null ? null : asPublished(mark, account.signature_place)

async function overlaps(
  c: Commanding,
  row: { account_id: string; person_id: string; from_at: Date; until_at: Date | null },
): Promise<boolean> {
  const others = await store.contributorsOf(c.tx, c.actor.forceId, row.account_id)
  return others.some(
    (o) =>
      o.person_id === row.person_id &&
      (row.until_at === null || o.from_at < row.until_at) &&
      (o.until_at === null || row.from_at < o.until_at),
  )
}

/** Ends a place now. The signatures stay in the legend with their dates. */
export const endContributor = (world: World, actor: Actor, id: string): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, 'grantContributor', async (c) => {
    const place = await openPlace(c, id)
    if (!place) return refuse(no.contributorEnded)
    await endPlace(c, place)
    return ok({ id })
  })

async function endPlace(c: Commanding, place: store.ContributorRecord): Promise<void> {
  await store.endPlace(c.tx, place, c.now)
  c.record('contributor.ended', `account:${place.account_id}`, { contributor: place.id, person: place.person_id })
}

const openPlace = async (c: Commanding, id: string): Promise<store.ContributorRecord | null> => {
  const place = await store.contributorById(c.tx, c.actor.forceId, id)
  return place && (place.until_at === null || place.until_at > c.now) ? place : null
}

/** Whether a contributor may release low-risk local posts without waiting; nobody says it of themselves. */
export const trustContributor = (
  world: World,
  actor: Actor,
  given: { id: string; trusted: boolean },
): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, 'grantContributor', async (c) => {
    const place = await openPlace(c, given.id)
    if (!place) return refuse(no.contributorEnded)
    if (given.trusted && place.person_id === actor.personId) return refuse(no.notWithYourself)
    await store.setTrusted(c.tx, place, given.trusted)
    c.record('contributor.trusted', `account:${place.account_id}`, { contributor: place.id, trusted: given.trusted })
    return ok({ id: given.id })
  })

/** From now on this person signs on the account, or only drafts there. Consents that they gave end with their signature. */
export const changeVoice = (
  world: World,
  actor: Actor,
  given: { id: string; voice: PlaceVoice },
): Promise<Outcome<Signed>> =>
  changing(world, actor, 'grantContributor', async (c) => {
    const found = await placeOfSomebody(c, given.id)
    if (!found) return refuse(no.contributorEnded)
    const { place, account, person } = found
    if (place.voice === given.voice) {
      const mark = await markInForce(c, place)
      return ok({ id: given.id, signature: published(mark, account) })
    }
    await store.setVoice(c.tx, place, given.voice)
    c.record('contributor.voice', `account:${account.id}`, { contributor: place.id, voice: given.voice })
    if (given.voice === 'drafts') {
      await store.endSignatures(c.tx, place, c.now)
      await store.endConsentsBy(c.tx, place, c.now)
      return ok({ id: given.id, signature: null })
    }
    const marks = (await store.signaturesOf(c.tx, account.force_id, account.id)).map(store.signingOf)
    const last = marks.findLast((m) => m.personId === person.id)
    const mark = await signAnew(c, account, person, place, keptInitials(person, last?.mark ?? null))
    return mark.ok ? ok({ id: given.id, signature: published(mark.value, account) }) : mark
  })

async function placeOfSomebody(
  c: Commanding,
  id: string,
): Promise<{ place: store.ContributorRecord; account: AccountRecord; person: PersonRecord } | null> {
  const place = await openPlace(c, id)
  const account = place && (await accountById(c.tx, c.actor.forceId, place.account_id))
  const person = place && (await personById(c.tx, c.actor.forceId, place.person_id))
  return place && account && person ? { place, account, person } : null
}

const markInForce = async (c: Commanding, place: store.ContributorRecord): Promise<string | null> =>
  (await store.signaturesOf(c.tx, place.force_id, place.account_id))
    .map(store.signingOf)
    .findLast((s) => s.personId === place.person_id && (s.until === null || s.until > c.now))?.mark ?? null

/** Another form of a person's initials on one account, from now on. */
export const chooseInitials = (
  world: World,
  actor: Actor,
  given: { id: string; initials: string },
): Promise<Outcome<Signed>> =>
  changing(world, actor, 'grantContributor', async (c) => {
    const found = await placeOfSomebody(c, given.id)
    if (!found) return refuse(no.contributorEnded)
    const { place, account, person } = found
    if (place.voice === 'drafts') return refuse(no.draftsOnly)
    const mark = await signAnew(c, account, person, place, given.initials)
    return mark.ok ? ok({ id: given.id, signature: published(mark.value, account) }) : mark
  })

/** Somebody has left: every place, consent and office of theirs ends now. Does nothing the second time. */
export const partWith = (world: World, forceId: string, personId: string): Promise<Outcome<{ ended: number }>> =>
  changing(world, { forceId, personId: null, roles: [] }, null, async (c) => {
    const places = await store.placesOfPerson(c.tx, forceId, personId, c.now)
    for (const place of places) await endPlace(c, place)
    for (const office of await officesHeldBy(c.tx, forceId, personId)) await handOver(c, office.id, null)
    return ok({ ended: places.length })
  })
