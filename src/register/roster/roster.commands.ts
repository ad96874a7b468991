import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { maySpeak } from '../account.ts'
import { changing } from '../change.commands.ts'
import { handOver } from '../office.commands.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { type AccountRecord, accountById, officesHeldBy, type PersonRecord, personById } from '../register.store.ts'
import {
  asPublished,
  clashWith,
  exampleInitials,
  extendsInitials,
  initialsIn,
  markOf,
  type Signing,
  sameMark,
  tidyInitials,
} from '../signature.ts'
import * as store from './roster.store.ts'

type NewPlace = {
  id: string
  personId: string
  trusted: boolean
  from: string | null
  until: string | null
  initials: string | null
}
type Signed = { id: string; signature: string | null }

/** Gives a person a place on an account from one date to another, with the signature that follows from their rank and initials. */
export const addContributor = (world: World, actor: Actor, given: NewPlace): Promise<Outcome<Signed>> =>
  changing(world, actor, 'grantContributor', async (c) => {
    const account = await accountById(c.tx, actor.forceId, given.id)
    if (!account) return refuse(no.noAccount)
    if (!maySpeak(account.status) && account.status !== 'proposed') return refuse(no.accountClosed)
    const person = await personById(c.tx, actor.forceId, given.personId)
    if (!person || (person.left_at && person.left_at <= c.now)) return refuse(no.personUnknown)
    if (given.trusted && given.personId === actor.personId) return refuse(no.notWithYourself)
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
    await store.insertContributor(c.tx, { ...row, id, trusted: given.trusted })
    c.record('contributor.added', `account:${account.id}`, {
      contributor: id,
      person: person.id,
      trusted: given.trusted,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    })
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

type Span = { from: Date; until: Date | null }

/** Makes the person's signature for that time; refused when somebody else has the same one, with a way out. Null where nothing is signed. */
async function sign(
  c: Commanding,
  account: AccountRecord,
  person: PersonRecord,
  span: Span,
  chosen: string | null,
): Promise<Outcome<string | null>> {
  if (account.signature_place === 'none') return ok(null)
  const own = tidyInitials(person.initials)
  const initials = chosen === null ? own : tidyInitials(chosen)
  if (own === null || initials === null || !extendsInitials(initials, own)) return refuse(no.initialsNotTheirs)
  const wanted = { personId: person.id, mark: markOf(person.rank, initials, account.signature_place), ...span }
  const history = (await store.signaturesOf(c.tx, account.force_id, account.id)).map(store.signingOf)
  const clash = clashWith(history, wanted)
  if (clash) return taken(c, wanted, own, clash)
  await store.insertSignature(c.tx, {
    force_id: account.force_id,
    id: newId(c.now),
    account_id: account.id,
    person_id: person.id,
    mark: wanted.mark,
    from_at: span.from,
    until_at: span.until,
  })
  c.record('signature.made', `account:${account.id}`, { person: person.id, from: span.from.toISOString() })
  return ok(wanted.mark)
}

async function taken(c: Commanding, wanted: Signing, own: string, clash: Signing): Promise<Outcome<never>> {
  const other = await personById(c.tx, c.actor.forceId, clash.personId)
  const who = other ? `${other.rank} ${other.name}` : 'Somebody else'
  const wayOut = wanted.mark.replace(initialsIn(wanted.mark), exampleInitials(own))
  return refuse(
    no.signatureTaken,
    { mark: wanted.mark, heldBy: clash.personId },
    `${who} already signs ${wanted.mark} on this account. Give one of the two a middle initial, as in ${wayOut}.`,
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

/** Another form of a person's initials on one account, from now on. */
export const chooseInitials = (
  world: World,
  actor: Actor,
  given: { id: string; initials: string },
): Promise<Outcome<Signed>> =>
  changing(world, actor, 'grantContributor', async (c) => {
    const place = await openPlace(c, given.id)
    const account = place && (await accountById(c.tx, actor.forceId, place.account_id))
    const person = place && (await personById(c.tx, actor.forceId, place.person_id))
    if (!place || !account || !person) return refuse(no.contributorEnded)
    const mark = await signAnew(c, account, person, place, given.initials)
    return mark.ok ? ok({ id: given.id, signature: published(mark.value, account) }) : mark
  })

/** From when a change of signature holds: at once, or when the place begins. */
const beginning = (place: store.ContributorRecord, now: Date): Date =>
  new Date(Math.max(place.from_at.getTime(), now.getTime()))

const signAnew = async (
  c: Commanding,
  account: AccountRecord,
  person: PersonRecord,
  place: store.ContributorRecord,
  initials: string | null,
): Promise<Outcome<string | null>> => {
  await store.endSignatures(c.tx, place, c.now)
  const from = beginning(place, c.now)
  return sign(c, account, person, { from, until: place.until_at }, initials)
}

/** Every signature of an account in its new form, from now on; the first clash is returned. */
export async function resignAll(c: Commanding, account: AccountRecord): Promise<Outcome<never> | null> {
  const places = await store.contributorsOf(c.tx, account.force_id, account.id)
  const marks = (await store.signaturesOf(c.tx, account.force_id, account.id)).map(store.signingOf)
  const open = places.filter((p) => p.until_at === null || p.until_at > c.now)
  for (const place of open) await store.endSignatures(c.tx, place, c.now)
  for (const place of open) {
    const person = await personById(c.tx, account.force_id, place.person_id)
    const last = marks.findLast((m) => m.personId === place.person_id)
    const mark = person && (await signAnew(c, account, person, place, keptInitials(person, last?.mark ?? null)))
    if (mark && !mark.ok) return mark
  }
  return null
}

/** The middle initial that was once chosen stays, as long as it still fits the person's name. */
const keptInitials = (person: PersonRecord, mark: string | null): string | null => {
  const own = tidyInitials(person.initials)
  const had = mark === null ? null : initialsIn(mark)
  return own !== null && had !== null && extendsInitials(had, own) ? had : null
}

export type Renewed = { renewed: number; clashes: number }

/**
 * After a promotion or another name: every signature of the person in its new form from now on; the old one stays in the legend.
 * Where the new form is somebody else's, the old one stays in force, because it still leads to the right person; the account is flagged.
 */
export const renewSignatures = (world: World, forceId: string, personId: string): Promise<Outcome<Renewed>> =>
  changing(world, { forceId, personId: null, roles: [] }, null, async (c) => {
    const person = await personById(c.tx, forceId, personId)
    const count = { renewed: 0, clashes: 0 }
    if (!person) return ok(count)
    for (const place of await store.placesOfPerson(c.tx, forceId, personId, c.now)) {
      const account = await accountById(c.tx, forceId, place.account_id)
      if (!account || account.signature_place === 'none') continue
      const result = await renewOne(c, account, person, place)
      if (result !== 'same') count[result] += 1
    }
    return ok(count)
  })

async function renewOne(
  c: Commanding,
  account: AccountRecord,
  person: PersonRecord,
  place: store.ContributorRecord,
): Promise<keyof Renewed | 'same'> {
  const history = (await store.signaturesOf(c.tx, account.force_id, account.id)).map(store.signingOf)
  const now = history.findLast((s) => s.personId === person.id && (s.until === null || s.until > c.now))
  const initials = keptInitials(person, now?.mark ?? null) ?? tidyInitials(person.initials)
  if (initials === null) return 'same'
  const mark = markOf(person.rank, initials, account.signature_place)
  if (now && sameMark(now.mark, mark)) return 'same'
  const from = beginning(place, c.now)
  if (clashWith(history, { personId: person.id, mark, from, until: place.until_at })) return 'clashes'
  await signAnew(c, account, person, place, initials)
  return 'renewed'
}

/** Somebody has left: every place, consent and office of theirs ends now. Does nothing the second time. */
export const partWith = (world: World, forceId: string, personId: string): Promise<Outcome<{ ended: number }>> =>
  changing(world, { forceId, personId: null, roles: [] }, null, async (c) => {
    const places = await store.placesOfPerson(c.tx, forceId, personId, c.now)
    for (const place of places) await endPlace(c, place)
    for (const office of await officesHeldBy(c.tx, forceId, personId)) await handOver(c, office.id, null)
    return ok({ ended: places.length })
  })
