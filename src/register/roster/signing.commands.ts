import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { changing } from '../change.commands.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { type AccountRecord, accountById, type PersonRecord, personById } from '../register.store.ts'
import {
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

type Span = { from: Date; until: Date | null }

/** Makes the person's signature for that time; refused when somebody else has the same one, with a way out. Null where nothing is signed. */
export async function sign(
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

/** From when a change of signature holds: at once, or when the place begins. */
const beginning = (place: store.ContributorRecord, now: Date): Date =>
  new Date(Math.max(place.from_at.getTime(), now.getTime()))

export const signAnew = async (
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
  const open = places.filter((p) => p.voice === 'signs' && (p.until_at === null || p.until_at > c.now))
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
export const keptInitials = (person: PersonRecord, mark: string | null): string | null => {
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
      if (!account || account.signature_place === 'none' || place.voice === 'drafts') continue
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
