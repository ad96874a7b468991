import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import type { PracticeAct } from './fault.ts'
import { practiceRefusals as no } from './practice.contract.ts'
import * as store from './practice.store.ts'
import type { StormScenario } from './storm.ts'

/** Who may do what here; handed in, because this room stands beside the one that knows. */
export type MayPractise = (actor: Actor, act: 'playPublic' | 'makeFaults') => boolean

type Reply = { id: string; name: string; text: string; quote?: boolean }

/** Says something below a practice post, or quotes it, as an invented member of the public. */
export function replyAsPublic(
  world: World,
  actor: Actor,
  may: MayPractise,
  { id: to, name, text, quote = false }: Reply,
): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'playPublic')) return Promise.resolve(refuse(no.mayNotPlay))
  return command(world, actor, async (c) => {
    const above = await store.recordById(c.tx, actor.forceId, to)
    if (!above || above.removed_at) return refuse(no.recordGone)
    const ours = above.account_id ?? above.to_account
    if (ours && (await store.isBlocked(c.tx, actor.forceId, ours, store.authorOf(name)))) return refuse(no.blocked)
    const id = newId(c.now)
    const place =
      above.conversation !== null
        ? { kind: 'direct' as const, conversation: above.conversation, reply_to: to }
        : quote
          ? { kind: 'quote' as const, quotes: to }
          : { kind: 'reply' as const, reply_to: to, root_id: above.root_id ?? to }
    await store.insertRecord(c.tx, { ...publicRow(c, id, name, text), ...place, to_account: ours })
    c.record('practice.publicReplied', `practice:${id}`, { replyTo: to })
    return ok({ id })
  })
}

type Said = { accountId: string; name: string; text: string; direct: boolean; languages?: string[] }

/** Names an account of ours in public, or writes to it in private, as an invented member of the public. */
export function sayAsPublic(
  world: World,
  actor: Actor,
  may: MayPractise,
  said: Said,
): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'playPublic')) return Promise.resolve(refuse(no.mayNotPlay))
  return command(world, actor, async (c) => {
    const { accountId, name, text, direct } = said
    if (await store.isBlocked(c.tx, actor.forceId, accountId, store.authorOf(name))) return refuse(no.blocked)
    const id = newId(c.now)
    await store.insertRecord(c.tx, {
      ...publicRow(c, id, name, text),
      kind: direct ? 'direct' : 'mention',
      conversation: direct ? store.conversationOf(accountId, name) : null,
      to_account: accountId,
      ...(said.languages ? { languages: said.languages } : {}),
    })
    c.record('practice.publicSaid', `practice:${id}`, { account: accountId, direct })
    return ok({ id })
  })
}

const publicRow = (c: Commanding, id: string, name: string, text: string) => ({
  force_id: c.actor.forceId,
  id,
  account_id: null,
  key: null,
  name,
  author: store.authorOf(name),
  text,
  created_at: c.now,
  arrived_at: c.now,
})

/** An invented member of the public changes their own words, or with `text` null takes them back. */
export function changeAsPublic(
  world: World,
  actor: Actor,
  may: MayPractise,
  { id, text }: { id: string; text: string | null },
): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'playPublic')) return Promise.resolve(refuse(no.mayNotPlay))
  return command(world, actor, async (c) => {
    const change = text === null ? { removedAt: c.now } : { text }
    if (!(await store.changePublicRecord(c.tx, actor.forceId, id, change))) return refuse(no.notPublic)
    c.record(text === null ? 'practice.publicDeleted' : 'practice.publicEdited', `practice:${id}`)
    return ok({ id })
  })
}

type NewStorm = { accountId: string; scenario: StormScenario; total: number; seconds: number; seed: number }

/** Starts a storm; whichever process is there plays it. */
export function startStorm(
  world: World,
  actor: Actor,
  may: MayPractise,
  given: NewStorm,
): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'playPublic')) return Promise.resolve(refuse(no.mayNotPlay))
  return command(world, actor, async (c) => {
    const { accountId, ...how } = given
    const id = newId(c.now)
    await store.insertStorm(c.tx, { force_id: actor.forceId, id, account_id: accountId, ...how, started_at: c.now })
    c.record('practice.stormStarted', `practice:${accountId}`, { storm: id, ...how })
    return ok({ id })
  })
}

export function stopStorm(world: World, actor: Actor, may: MayPractise, id: string): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'playPublic')) return Promise.resolve(refuse(no.mayNotPlay))
  return command(world, actor, async (c) => {
    if (!(await store.endStorm(c.tx, actor.forceId, id, c.now))) return refuse(no.stormEnded)
    c.record('practice.stormStopped', `practice:${id}`)
    return ok({ id })
  })
}

export type NewFault = {
  accountId: string
  key: string | null
  act: PracticeAct
  times: number
  seconds: number
  meets?: 'write' | 'hear'
}

/** Makes the next `times` calls for an account go wrong. `seconds`: how long `slow` waits and how long `tooMany` asks us to wait. */
export function setFault(
  world: World,
  actor: Actor,
  may: MayPractise,
  given: NewFault,
): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'makeFaults')) return Promise.resolve(refuse(no.mayNotMakeFaults))
  return command(world, actor, async (c) => {
    const { accountId, key, act, times, seconds, meets = 'write' } = given
    const id = newId(c.now)
    const row = { force_id: actor.forceId, id, account_id: accountId, key, act, times, seconds, meets }
    if (!(await store.insertFault(c.tx, row))) return refuse(no.tooManyFaults)
    c.record('practice.faultSet', `practice:${accountId}`, { fault: id, act, times, seconds })
    return ok({ id })
  })
}

export function clearFaults(
  world: World,
  actor: Actor,
  may: MayPractise,
  accountId: string | null,
): Promise<Outcome<{ cleared: number }>> {
  if (!may(actor, 'makeFaults')) return Promise.resolve(refuse(no.mayNotMakeFaults))
  return command(world, actor, async (c) => {
    const cleared = await store.deleteFaults(c.tx, actor.forceId, accountId)
    c.record('practice.faultsCleared', `practice:${accountId ?? 'all'}`, { cleared })
    return ok({ cleared })
  })
}

/** Empties the practice network of a force. What our own tables say of those posts stays. */
export function clearPractice(world: World, actor: Actor, may: MayPractise): Promise<Outcome<{ cleared: number }>> {
  if (!may(actor, 'makeFaults')) return Promise.resolve(refuse(no.mayNotMakeFaults))
  return command(world, actor, async (c) => {
    await store.deleteFaults(c.tx, actor.forceId, null)
    await store.deleteStorms(c.tx, actor.forceId)
    await store.deleteModerations(c.tx, actor.forceId)
    const cleared = await store.deleteRecords(c.tx, actor.forceId)
    c.record('practice.cleared', 'practice:all', { cleared })
    return ok({ cleared })
  })
}
