import { command } from '../../audit/audit.commands.ts'
import { ok, refuse } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Ending } from '../../networks/ending.ts'
import type { Custody, Line } from '../../networks/network.ts'
import { type LineTools, openLine } from '../../networks/networks.client.ts'
import { traitsOf } from '../../networks/networks.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { accountById } from '../register.store.ts'
import * as store from './custody.store.ts'
import { needsKeys, secretShape } from './custody.ts'
import { signInAt } from './sign-in.client.ts'

const product = (forceId: string) => ({ forceId, personId: null, roles: [] })

export const lineTools = async (world: World, forceId: string, network: string): Promise<LineTools> => ({
  fetch: world.fetch,
  now: () => world.clock.now(),
  allowLoopback: world.config.loopbackNetworks,
  db: world.db,
  signIn: traitsOf(network)?.signInAtNetwork ? await signInOrNone(world, forceId, network) : null,
})

/** Keys that were given by hand must work even where signing in cannot be opened. */
const signInOrNone = (world: World, forceId: string, network: string): ReturnType<typeof signInAt> =>
  signInAt(world, forceId, network).catch((error: unknown) => {
    world.log.fault('signing in at a network cannot be opened', error, { network })
    return null
  })

/**
 * The unsealed keys of an account, for its line only: never log or answer them. Null when there are none. A renewed key is sealed
 * before it is used, and never over keys that were given meanwhile: then `keep` throws. Throws too when no secret of this
 * installation opens the seal.
 */
export async function openCustody(world: World, forceId: string, accountId: string): Promise<Custody | null> {
  const row = await world.db
    .selectFrom('account')
    .select(['id', 'handle', 'network'])
    .where('force_id', '=', forceId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!row) return null
  const account = { forceId, id: row.id, handle: row.handle }
  if (!needsKeys(traitsOf(row.network))) return { account, secret: {}, keep: async () => {} }
  const kept = await store.custodyOf(world.db, forceId, accountId)
  return kept ? custodyIn(world, account, kept) : null
}

const custodyIn = (world: World, account: Custody['account'], kept: store.CustodyRecord): Custody => {
  const place = store.keysPlace(kept.force_id, kept.account_id)
  return {
    account,
    secret: secretShape.parse(JSON.parse(world.seal.open(kept.sealed, place))),
    keep: (secret) => keepRenewed(world, kept, world.seal.close(JSON.stringify(secret), place)),
  }
}

async function keepRenewed(world: World, kept: store.CustodyRecord, sealed: string): Promise<void> {
  const outcome = await command(world, product(kept.force_id), async (c) => {
    if (!(await store.replaceSealed(c.tx, kept, sealed))) return refuse(no.noKeys)
    c.record('keys.renewed', `account:${kept.account_id}`)
    return ok(null)
  })
  if (!outcome.ok) throw new Error('Other keys were given meanwhile; these are kept no more.')
}

/** Notes whether the keys work, as far as a network has just said so. Does nothing when other keys were given meanwhile. */
export async function markKeys(
  world: World,
  kept: Pick<store.CustodyRecord, 'force_id' | 'account_id' | 'id'>,
  state: 'working' | 'ended' | 'unknown',
  words = '',
): Promise<void> {
  await command(world, product(kept.force_id), async (c) => {
    const changed = await store.setKeysState(c.tx, kept, state, words, c.now)
    if (changed) c.record('keys.marked', `account:${kept.account_id}`, { state })
    return ok(null)
  })
}

export type NoLine = { keyEnded: true; words: string }

export type Lines = {
  /** The line of an account, or in words why there is none. Ask each time: it sees keys that were given or ended elsewhere. */
  lineOf(forceId: string, accountId: string, network: string): Promise<Line | NoLine>
  /** Forgets what is kept open for an account. */
  forget(accountId: string): void
}

type Open = { id: string; sealed: string; line: Line }

/** The lines of one process. What a line learns of its keys (renewed, ended) is kept with them. */
export function openLines(world: World): Lines {
  const open = new Map<string, Open>()
  return {
    forget: (accountId) => open.delete(accountId),
    async lineOf(forceId, accountId, network) {
      const account = await accountById(world.db, forceId, accountId)
      const traits = traitsOf(network)
      if (account?.network !== network || !traits?.connected) return { keyEnded: true, words: notConnected }
      const named = { forceId, id: accountId, handle: account.handle }
      const tools = await lineTools(world, forceId, network)
      if (!needsKeys(traits)) return openLine(network, { account: named, secret: {}, keep: async () => {} }, tools)
      const kept = await store.custodyOf(world.db, forceId, accountId)
      if (!kept) return { keyEnded: true, words: 'Nobody has connected this account. Nothing was published.' }
      const known = open.get(accountId)
      const fresh =
        known?.id === kept.id && known.sealed === kept.sealed ? known : openAnew(world, named, kept, network, tools)
      if (!fresh) return { keyEnded: true, words: cannotOpen }
      open.set(accountId, fresh)
      return kept.state === 'ended' ? onlyLooking(fresh.line, kept.words) : fresh.line
    },
  }
}

const notConnected = 'This account’s network cannot be reached from here. Nothing was published.'
const cannotOpen =
  'The keys of this account cannot be opened with the secret of this installation. Nothing was published. Give them again.'

function openAnew(
  world: World,
  account: Custody['account'],
  kept: store.CustodyRecord,
  network: string,
  tools: LineTools,
): Open | null {
  try {
    const custody = custodyIn(world, account, kept)
    const opened: Open = {
      id: kept.id,
      sealed: kept.sealed,
      line: watched(world, kept, openLine(network, { ...custody, keep }, tools)),
    }
    return opened
    async function keep(secret: Custody['secret']): Promise<void> {
      const sealed = world.seal.close(JSON.stringify(secret), store.keysPlace(kept.force_id, kept.account_id))
      await keepRenewed(world, kept, sealed)
      opened.sealed = sealed
    }
  } catch (error) {
    world.log.fault('keys cannot be opened', error, { account: kept.account_id })
    return null
  }
}

/** Tells custody when the network says that the keys have ended. */
function watched(world: World, kept: store.CustodyRecord, line: Line): Line {
  const tell = async <E extends { kind: string }>(ending: E): Promise<E> => {
    if (ending.kind === 'later' && 'keyEnded' in ending && ending.keyEnded === true && 'words' in ending)
      await markKeys(world, kept, 'ended', String(ending.words))
    return ending
  }
  return {
    ...line,
    hear: async (cursor, signal) => tell(await line.hear(cursor, signal)),
    recheck: async (externalIds, signal) => tell(await line.recheck(externalIds, signal)),
    count: async (signal) => tell(await line.count(signal)),
    followers: async (cursor, signal) => tell(await line.followers(cursor, signal)),
    moderate: async (act, subject, undo, reason, signal) =>
      tell<Ending>(await line.moderate(act, subject, undo, reason, signal)),
    freeze: async (piece, signal) => {
      const made = await line.freeze(piece, signal)
      if (made.kind !== 'frozen') await tell(made)
      return made
    },
    send: async (frozen, key, signal) => tell<Ending>(await line.send(frozen, key, signal)),
    remove: async (externalId, signal) => tell<Ending>(await line.remove(externalId, signal)),
  }
}

/** Keys that have ended are not tried again: a network may lock an account that knocks too often. What is out can still be looked at. */
function onlyLooking(line: Line, words: string): Line {
  const ended = { kind: 'later', until: null, keyEnded: true, words: words || 'The keys have ended.' } as const
  return {
    whoAmI: (signal) => line.whoAmI(signal),
    look: (frozen, key, signal) => line.look(frozen, key, signal),
    freeze: async () => ended,
    send: async () => ended,
    remove: async () => ended,
    hear: async () => ended,
    recheck: async () => ended,
    count: async () => ended,
    followers: async () => ended,
    moderate: async () => ended,
  }
}
