import { sql } from 'kysely'
import type { World } from '../../foundation/world.ts'
import { openSignIn, type SignIn, type SignInApp } from '../../networks/networks.client.ts'
import { drawer, notePlace } from './custody.store.ts'

const opened = new WeakMap<World, Map<string, Promise<SignIn | null>>>()

/** How people of a force sign in at a network; null where nobody can. Opened once a process. */
export function signInAt(world: World, forceId: string, network: string): Promise<SignIn | null> {
  const known = opened.get(world) ?? new Map<string, Promise<SignIn | null>>()
  opened.set(world, known)
  const name = `${forceId}/${network}`
  const found = known.get(name) ?? open(world, forceId, network)
  known.set(name, found)
  found.catch(() => known.delete(name))
  return found
}

const open = async (world: World, forceId: string, network: string): Promise<SignIn | null> =>
  openSignIn(
    network,
    await appOf(world, network),
    { states: drawer(world, forceId, 'state'), sessions: drawer(world, forceId, 'session') },
    {
      fetch: world.fetch,
      now: () => world.clock.now(),
      allowLoopback: world.config.loopbackNetworks,
      db: world.db,
      signIn: null,
    },
  )

/** What a network is told of this installation. On one's own machine there is no key of our own, because nobody could ask us for it. */
async function appOf(world: World, network: string): Promise<SignInApp> {
  const address = world.config.publicUrl ?? `http://127.0.0.1:${world.config.port}`
  return {
    address,
    name: 'Front Counter',
    privateKey: address.startsWith('https:') ? await ownKey(world, network) : null,
    lock: world.database.kind === 'postgres' ? acrossProcesses(world) : null,
  }
}

/** The installation's own key for a network: made once, kept sealed with the first force, the same in every process. */
async function ownKey(world: World, network: string): Promise<string | null> {
  const kept = await readOwnKey(world, network)
  if (kept) return kept
  const force = await world.db.selectFrom('force').select('id').orderBy('id').executeTakeFirst()
  if (!force) return null
  const key = await newKey()
  await world.db
    .insertInto('custody_note')
    .values({
      force_id: force.id,
      kind: 'app',
      key: network,
      sealed: world.seal.close(key, notePlace(force.id, 'app', network)),
      at: world.clock.now(),
    })
    .onConflict((c) => c.doNothing())
    .execute()
  return readOwnKey(world, network)
}

async function readOwnKey(world: World, network: string): Promise<string | null> {
  const row = await world.db
    .selectFrom('custody_note')
    .select(['force_id', 'sealed'])
    .where('kind', '=', 'app')
    .where('key', '=', network)
    .orderBy('at')
    .orderBy('force_id')
    .executeTakeFirst()
  return row ? world.seal.open(row.sealed, notePlace(row.force_id, 'app', network)) : null
}

async function newKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return JSON.stringify({ kty, crv, x, y, d, alg: 'ES256', kid: crypto.randomUUID() })
}

/**
 * One renewal of a sign-in at a time in all processes, because a renewal token works only once. Within this process renewals
 * stand in a queue, so that they never take more than one connection for their lock.
 */
export const acrossProcesses = (world: Pick<World, 'db'>) => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(name: string, act: () => T | PromiseLike<T>): Promise<T> => {
    const turn = last.then(() =>
      world.db.connection().execute(async (one) => {
        await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(one)
        try {
          return await act()
        } finally {
          await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(one)
        }
      }),
    )
    last = turn.catch(() => {})
    return turn
  }
}
