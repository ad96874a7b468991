import type { Commanding } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { traitsOf } from '../networks/networks.ts'
import { may } from '../people/may.ts'
import { type AccountMove, type AccountStatus, afterMove, moveLabels, statusLabels } from './account.ts'
import { changing, forbidden } from './change.commands.ts'
import { calledNow } from './custody/custody.commands.ts'
import { custodyOf, setKeysState } from './custody/custody.store.ts'
import { sameHandle, tidyHandle } from './naming.ts'
import type { AccountFields } from './register.contract.ts'
import { registerRefusals as no } from './register.refusals.ts'
import * as store from './register.store.ts'
import { isRetired } from './retired.queries.ts'
import { resignAll } from './roster/signing.commands.ts'

export type NewAccount = AccountFields & { status: 'proposed' | 'live' | 'unofficial' }

/** Puts an account on the register. Unofficial ones are listed too, so that somebody decides about them. */
export const addAccount = (world: World, actor: Actor, given: NewAccount): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, 'changeRegister', (c) => addInside(c, given))

/** The same inside another command: a request that is approved puts its account on the register. */
export async function addInside(c: Commanding, given: NewAccount): Promise<Outcome<{ id: string }>> {
  if (!traitsOf(given.network)) return refuse(no.unknownNetwork)
  const forceId = c.actor.forceId
  if (await isRetired(c.tx, forceId, given.network)) return refuse(no.networkRetired)
  const id = newId(c.now)
  const place = { force_id: forceId, id, network: given.network, handle: tidyHandle(given.handle) }
  const wrong = await wrongWith(c, place, given)
  if (wrong) return wrong
  const { status } = given
  await store.insertAccount(c.tx, { ...place, ...columnsOf(given), status, created_at: c.now })
  await store.setObjectives(c.tx, forceId, id, given.objectiveIds)
  c.record('account.added', `account:${id}`, {
    network: given.network,
    class: given.class,
    kind: given.kind,
    status,
    owner: given.ownerOfficeId,
  })
  return ok({ id })
}

type Change = Omit<AccountFields, 'network'> & { id: string; version: number }

/**
 * Changes the record. Another owner settles the flag of a changed holder; another signature place makes every signature anew. The handle of a
 * connected account is changed only to what its network calls it now.
 */
export async function changeAccount(world: World, actor: Actor, given: Change): Promise<Outcome<{ id: string }>> {
  const called = forbidden(actor, 'changeRegister')
    ? null
    : await calledNow(world, actor.forceId, given.id, given.handle)
  return changing(world, actor, 'changeRegister', async (c) => {
    const account = await store.accountById(c.tx, actor.forceId, given.id)
    if (!account) return refuse(no.noAccount)
    if (account.version !== given.version) return refuse(no.changedMeanwhile)
    const handle = tidyHandle(given.handle)
    const wrong = await wrongWith(c, { ...account, handle }, given)
    if (wrong) return wrong
    const isRenamed = !sameHandle(handle, account.handle)
    const kept = isRenamed && (await custodyOf(c.tx, actor.forceId, given.id))
    if (kept && !sameHandle(handle, called ?? '')) return refuse(no.handleConnected)
    if (kept) await setKeysState(c.tx, kept, 'working', '', c.now)
    const newOwner = given.ownerOfficeId !== account.owner_office_id
    await store.updateAccount(c.tx, account, {
      ...columnsOf(given),
      handle,
      ...(newOwner ? { owner_changed_at: null } : {}),
    })
    await store.setObjectives(c.tx, actor.forceId, given.id, given.objectiveIds)
    c.record('account.changed', `account:${given.id}`, {
      class: given.class,
      kind: given.kind,
      owner: given.ownerOfficeId,
      signaturePlace: given.signaturePlace,
      objectives: given.objectiveIds,
      ...(isRenamed ? { renamed: true } : {}),
    })
    if (given.signaturePlace === account.signature_place) return ok({ id: given.id })
    const clash = await resignAll(c, { ...account, signature_place: given.signaturePlace })
    return clash ?? ok({ id: given.id })
  })
}

const columnsOf = (given: Omit<AccountFields, 'network'>) => ({
  handle: tidyHandle(given.handle),
  name: given.name,
  class: given.class,
  kind: given.kind,
  purpose: given.purpose,
  area: given.area,
  owner_office_id: given.ownerOfficeId,
  supervisor_office_id: given.supervisorOfficeId,
  signature_place: given.signaturePlace,
  cover: JSON.stringify(given.cover),
  lateness_minutes: given.latenessMinutes,
  next_review_at: given.nextReviewAt ? new Date(given.nextReviewAt) : null,
})

export async function wrongWith(
  c: Commanding,
  place: Parameters<typeof store.handleIsTaken>[1],
  given: Pick<AccountFields, 'ownerOfficeId' | 'supervisorOfficeId' | 'objectiveIds'>,
): Promise<Outcome<never> | null> {
  if (await store.handleIsTaken(c.tx, place)) return refuse(no.handleTaken)
  for (const officeId of [given.ownerOfficeId, given.supervisorOfficeId])
    if (officeId !== null && !(await store.officeById(c.tx, place.force_id, officeId))) return refuse(no.officeUnknown)
  return (await store.objectivesExist(c.tx, place.force_id, given.objectiveIds)) ? null : refuse(no.objectiveUnknown)
}

type Move = { id: string; move: AccountMove; reason: string }

/** Moves an account along its stages. The reason is kept with the account. */
export const moveAccount = (
  world: World,
  actor: Actor,
  { id, move, reason }: Move,
): Promise<Outcome<{ id: string; status: AccountStatus }>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    if (move === 'beginClosing' || move === 'close') return refuse(no.closeByList)
    const account = await store.accountById(c.tx, c.actor.forceId, id)
    return account?.status === 'closing' ? refuse(no.keepByList) : moved(c, account, move, reason)
  })

/** The same inside another command, which has locked the register and knows that its actor may: a decision about an account moves it too, and closes it. */
export async function moveInside(
  c: Commanding,
  { id, move, reason }: Move,
): Promise<Outcome<{ id: string; status: AccountStatus }>> {
  return moved(c, await store.accountById(c.tx, c.actor.forceId, id), move, reason)
}

async function moved(
  c: Commanding,
  account: store.AccountRecord | undefined,
  move: AccountMove,
  reason: string,
): Promise<Outcome<{ id: string; status: AccountStatus }>> {
  if (!account) return refuse(no.noAccount)
  const { id } = account
  if (move === 'approve' && account.status === 'proposed') return refuse(no.openByList)
  const status = afterMove(account.status, move)
  if (!status) return refuse(no.moveImpossible, undefined, impossible(account.status, move))
  if (status === 'live' && (await isRetired(c.tx, c.actor.forceId, account.network))) return refuse(no.networkRetired)
  await store.updateAccount(c.tx, account, { status })
  await store.noteDecision(c.tx, c.actor, { account_id: id, what: move, reason, at: c.now })
  c.record('account.moved', `account:${id}`, { from: account.status, to: status, move })
  return ok({ id, status })
}

const impossible = (status: AccountStatus, move: AccountMove): string =>
  `“${moveLabels[move]}” is not possible: the account is ${statusLabels[status].toLowerCase()}. Nothing was changed.`

/** The holder of the owning office, or whoever keeps the register, says that the account is in hand again. */
export const confirmOwner = (world: World, actor: Actor, id: string): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, null, async (c) => {
    const account = await store.accountById(c.tx, actor.forceId, id)
    if (!account) return refuse(no.noAccount)
    const office = account.owner_office_id
      ? await store.officeById(c.tx, actor.forceId, account.owner_office_id)
      : undefined
    const holds = actor.personId !== null && office?.holder_id === actor.personId
    if (!holds && !may(actor, 'changeRegister')) return refuse(no.mayNotChangeRegister)
    if (!office?.holder_id) return refuse(no.nobodyToConfirm)
    await store.updateAccount(c.tx, account, { owner_changed_at: null })
    c.record('account.ownerConfirmed', `account:${id}`, { office: office.id, holder: office.holder_id })
    return ok({ id })
  })
