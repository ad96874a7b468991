import { command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { eachForce, eachOf } from '../../foundation/jobs.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import type { Custody, Identity, Line } from '../../networks/network.ts'
import { openLine } from '../../networks/networks.client.ts'
import { traitsOf } from '../../networks/networks.ts'
import { may } from '../../people/may.ts'
import { type AccountStatus, maySpeak } from '../account.ts'
import { changing, forbidden } from '../change.commands.ts'
import { sameHandle } from '../naming.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { type AccountRecord, accountById, noteDecision, setExternalId } from '../register.store.ts'
import * as store from './custody.store.ts'
import { fieldsFor, type KeysState, keysStateOf, needsKeys, type Secret, withoutKeys } from './custody.ts'
import { lineTools, markKeys, openCustody } from './lines.client.ts'
import { signInAt } from './sign-in.client.ts'

/** How long we wait for a network that is asked whose keys these are. */
const patience = 20_000

type Given = { id: string; fields: Readonly<Record<string, string>> }
type Taken = { id: string; handle: string }

/**
 * Takes keys into custody. The network is asked first, outside any transaction, whose they are; keys that do not work, or belong
 * to another account, are kept nowhere.
 */
export async function giveKeys(world: World, actor: Actor, given: Given): Promise<Outcome<Taken>> {
  const not = forbidden(actor, 'giveKeys')
  if (not) return not
  const account = await accountById(world.db, actor.forceId, given.id)
  if (!account) return refuse(no.noAccount)
  if (!takesKeys(account.status)) return refuse(no.accountClosed)
  const traits = traitsOf(account.network)
  if (!traits || !needsKeys(traits)) return refuse(no.noKeysNeeded)
  const { secret, missing } = fieldsFor(traits, given.fields)
  if (missing.length > 0)
    return refuse(no.keyFieldMissing, { missing }, `Nothing was kept. Missing: ${missing.join(', ')}.`)
  const hidden = traits.keyFields.filter((field) => field.secret).map((field) => field.name)
  const asked = await whose(world, account, secret)
  if (asked.kind === 'unknown') return refuse(no.networkSilent)
  if (asked.kind !== 'is')
    return refuse(
      no.keysNotWorking,
      undefined,
      withoutKeys(`${no.keysNotWorking.words} ${asked.words}`, secret, hidden),
    )
  return takeIntoCustody(world, actor, account, asked.identity, asked.secret)
}

export const takesKeys = (status: AccountStatus): boolean => maySpeak(status) || status === 'proposed'

type Whose =
  | { kind: 'is'; identity: Identity; secret: Custody['secret'] }
  | { kind: 'keyEnded'; words: string }
  | { kind: 'unknown' }

/** Asks the network with keys that are not in custody yet; what it renews meanwhile stays in hand. */
async function whose(world: World, account: AccountRecord, secret: Secret): Promise<Whose> {
  let latest: Custody['secret'] = secret
  const custody: Custody = {
    account: { forceId: account.force_id, id: account.id, handle: account.handle },
    secret,
    keep: async (renewed) => {
      latest = renewed
    },
  }
  const who = await askWith(world, account, custody)
  if (who.kind === 'is') return { ...who, secret: latest }
  return who.kind === 'keyEnded' ? { kind: 'keyEnded', words: who.words } : { kind: 'unknown' }
}

/** Seals and keeps what the network has just confirmed, unless it is another account's. */
export async function takeIntoCustody(
  world: World,
  actor: Actor,
  account: AccountRecord,
  identity: Identity,
  secret: Custody['secret'],
): Promise<Outcome<Taken>> {
  const place = store.keysPlace(account.force_id, account.id)
  const sealed = world.seal.close(JSON.stringify(secret), place)
  return changing(world, actor, 'giveKeys', async (c) => {
    const now = await accountById(c.tx, actor.forceId, account.id)
    if (!now || !takesKeys(now.status)) return refuse(no.accountClosed)
    const another = now.external_id !== null && now.external_id !== identity.externalId
    if (another || !sameHandle(now.handle, identity.handle))
      return refuse(no.keysOfAnother, undefined, notThis(now, identity))
    const id = newId(c.now)
    await store.putKeys(c.tx, {
      force_id: actor.forceId,
      account_id: now.id,
      id,
      sealed,
      state: 'working',
      words: '',
      ends_at: null,
      set_by: actor.personId ?? '',
      set_at: c.now,
      checked_at: c.now,
    })
    await setExternalId(c.tx, now, identity.externalId)
    c.record('keys.given', `account:${now.id}`, { handover: id })
    return ok({ id: now.id, handle: now.handle })
  })
}

const notThis = (account: AccountRecord, identity: Identity): string => {
  if (account.external_id === identity.externalId) return `${renamedWords(account, identity)} Nothing was kept.`
  return sameHandle(account.handle, identity.handle)
    ? `The network says that @${account.handle} is another account now than the one that was connected here. Nothing was kept.`
    : `These keys belong to @${identity.handle}, and this account is @${account.handle}. Nothing was kept.`
}

/** Empty where the network calls it as the register does. */
const renamedWords = (account: AccountRecord, { handle }: Identity): string =>
  sameHandle(account.handle, handle)
    ? ''
    : `Its network calls this account @${handle} now: somebody else may take @${account.handle}. Change the handle on its record here too.`

/** Asks the network whether the keys in custody still work, and notes the answer. */
export async function checkKeys(
  world: World,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string; keys: KeysState }>> {
  const not = forbidden(actor, 'giveKeys')
  if (not) return not
  const account = await accountById(world.db, actor.forceId, id)
  if (!account) return refuse(no.noAccount)
  const kept = await store.custodyOf(world.db, actor.forceId, id)
  if (!kept) return refuse(no.noKeys)
  await ask(world, account, kept)
  const after = await store.custodyOf(world.db, actor.forceId, id)
  if (!after) return refuse(no.noKeys)
  const keys = { state: after.state, words: after.words, endsAt: after.ends_at }
  return ok({ id, keys: keysStateOf(traitsOf(account.network), keys, world.clock.now()) })
}

/** The product's own question, for those who listen, whether keys that have ended work again; what the network says is kept with them. */
export async function tryKeysAgain(world: World, forceId: string, id: string): Promise<void> {
  const account = await accountById(world.db, forceId, id)
  const kept = await store.custodyOf(world.db, forceId, id)
  if (account && kept?.state === 'ended') await ask(world, account, kept)
}

/** What its network calls a connected account now, where it is to be called otherwise; null when the network does not say. */
export async function calledNow(world: World, forceId: string, id: string, handle: string): Promise<string | null> {
  const account = await accountById(world.db, forceId, id)
  if (!account || sameHandle(account.handle, handle)) return null
  const who = await whoIs(world, account)
  return who?.kind === 'is' && who.identity.externalId === account.external_id ? who.identity.handle : null
}

/** How many accounts are asked about at once. */
const askMost = 20

/** Asks about keys that nobody has asked about for a day: the account may be called otherwise there now, and somebody else have its name. */
export async function askDaily(world: World): Promise<void> {
  const before = new Date(world.clock.now().getTime() - 86_400_000)
  await eachOf(await store.notAskedSince(world.db, before, askMost), async (kept) => {
    const account = await accountById(world.db, kept.force_id, kept.account_id)
    const who = account && (await whoIs(world, account))
    // A network that is silent just then says nothing against keys that work.
    if (who?.kind === 'unknown') await markKeys(world, kept, kept.state, kept.words)
    else if (account) await note(world, account, kept, who ?? null)
  })
}

const ask = async (world: World, account: AccountRecord, kept: store.CustodyRecord): Promise<void> =>
  note(world, account, kept, await whoIs(world, account))

/** Keeps what the network said; `who` null: the keys could not even be opened. */
async function note(world: World, account: AccountRecord, kept: store.CustodyRecord, who: Who | null): Promise<void> {
  if (!who) return markKeys(world, kept, 'ended', 'The keys cannot be opened any more. Give them again.')
  if (who.kind !== 'is') return markKeys(world, kept, who.kind === 'keyEnded' ? 'ended' : 'unknown', who.words)
  if (who.identity.externalId !== account.external_id)
    return markKeys(world, kept, 'ended', notThis(account, who.identity))
  return markKeys(world, kept, 'working', renamedWords(account, who.identity))
}

type Who = Awaited<ReturnType<Line['whoAmI']>>

/** Asks the network with the keys in custody; null when there are none that can be opened. */
async function whoIs(world: World, account: AccountRecord): Promise<Who | null> {
  const custody = await openCustody(world, account.force_id, account.id).catch(() => null)
  return custody && askWith(world, account, custody)
}

async function askWith(world: World, account: AccountRecord, custody: Custody): Promise<Who> {
  const line = openLine(account.network, custody, await lineTools(world, account.force_id, account.network))
  return line.whoAmI(AbortSignal.timeout(patience))
}

/** Destroys the keys; a permission given at the network is given back. What waits for the account is held when it is due. */
export async function endKeys(
  world: World,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<{ id: string }>> {
  const custody = may(actor, 'giveKeys') ? await openCustody(world, actor.forceId, id).catch(() => null) : null
  const ended = await changing(world, actor, 'giveKeys', async (c) => {
    const account = await accountById(c.tx, actor.forceId, id)
    if (!account) return refuse(no.noAccount)
    if (!(await store.deleteKeys(c.tx, actor.forceId, id))) return refuse(no.noKeys)
    await noteDecision(c.tx, actor, { account_id: id, what: 'endKeys', reason, at: c.now })
    c.record('keys.ended', `account:${id}`)
    return ok({ id, network: account.network })
  })
  if (!ended.ok) return ended
  const signIn = await signInAt(world, actor.forceId, ended.value.network).catch(() => null)
  if (custody)
    await signIn?.end(custody.secret).catch((error: unknown) => world.log.fault('keys not given back', error))
  return ok({ id })
}

/**
 * Seals anew, with the newest secret, everything that an older one sealed; afterwards the old one can be taken out of OLD_SECRETS.
 * What no secret of ours opens is left and counted. May be repeated and interrupted.
 */
export async function resealOld(world: World): Promise<{ resealed: number; lost: number }> {
  const count = { resealed: 0, lost: 0 }
  await eachForce(world.db, async (forceId) => {
    if (!(await store.everySealed(world.db, forceId)).some((s) => world.seal.isOld(s.sealed))) return
    await command(world, { forceId, personId: null, roles: [] }, async (c) => {
      let resealed = 0
      for (const one of (await store.everySealed(c.tx, forceId)).filter((s) => world.seal.isOld(s.sealed))) {
        const plain = opened(world, one)
        if (plain === null) count.lost += 1
        else if (await one.replace(world.seal.close(plain, one.place))) resealed += 1
      }
      count.resealed += resealed
      if (resealed > 0) c.record('keys.resealed', 'custody:all', { resealed })
      return ok(null)
    })
  })
  return count
}

const opened = (world: World, one: store.Sealed): string | null => {
  try {
    return world.seal.open(one.sealed, one.place)
  } catch {
    return null
  }
}
