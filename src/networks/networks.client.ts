import type { Db } from '../foundation/database.ts'
import { openLine as bluesky } from './bluesky/bluesky.client.ts'
import { accountScope, type BlueskyOAuth, type OAuthApp, openOAuth, type SealedValues } from './bluesky/oauth.client.ts'
import type { Custody, Identity, Line } from './network.ts'
import { openLine as practice } from './practice/practice.client.ts'

/** What a line is given of the world. `fetch` refuses addresses inside our own network. */
export type LineTools = { fetch: typeof fetch; now(): Date; allowLoopback: boolean; db: Db; signIn: SignIn | null }

const lines: Readonly<Record<string, (custody: Custody, tools: LineTools) => Line>> = {
  practice: (custody, { db, now }) => practice(custody, { db, now }),
  bluesky: (custody, tools) => tools.signIn?.openLine(custody, tools) ?? bluesky(custody, tools),
}

/** One account's line to its network. Throws for a network that has none: ask `traits.connected` first. */
export function openLine(network: string, custody: Custody, tools: LineTools): Line {
  const open = lines[network]
  if (!open) throw new Error(`There is no line to the network ${network}.`)
  return open(custody, tools)
}

/** A way to give keys by signing in at the network itself. */
export type SignIn = {
  /** What this installation says of itself, to be served to anybody. */
  metadata: unknown
  publicKeys: unknown
  /** Where to send the person. Rejects when the network does not answer or does not know the handle. */
  begin(handle: string, state: string): Promise<URL>
  /** Takes what the network sent back. Rejects when it is not an answer to a question of ours. */
  finish(params: URLSearchParams): Promise<{ identity: Identity; secret: Record<string, string>; state: string }>
  /** Gives the permission back; does nothing for keys that were given by hand. */
  end(secret: Readonly<Record<string, string>>): Promise<void>
  openLine(custody: Custody, tools: LineTools): Line
}

export type SignInStores = { states: SealedValues; sessions: SealedValues }
export type SignInApp = Pick<OAuthApp, 'address' | 'name' | 'privateKey' | 'lock'>

const signIns: Readonly<Record<string, (app: SignInApp, stores: SignInStores, tools: LineTools) => Promise<SignIn>>> = {
  bluesky: async (app, { states, sessions }, tools) => {
    const full = { ...app, scope: accountScope, plcDirectory: null, handleResolver: null }
    return blueskySignIn(await openOAuth(full, states, sessions, tools))
  },
}

/** Null where nobody can sign in at the network. */
export const openSignIn = async (
  network: string,
  app: SignInApp,
  stores: SignInStores,
  tools: LineTools,
): Promise<SignIn | null> => (await signIns[network]?.(app, stores, tools)) ?? null

const blueskySignIn = (oauth: BlueskyOAuth): SignIn => ({
  metadata: oauth.metadata,
  publicKeys: oauth.publicKeys,
  begin: (handle, state) => oauth.authorizeUrl(handle, state),
  finish: async (params) => {
    const { did, handle, home, state } = await oauth.callback(params)
    return {
      identity: { externalId: did, handle, name: handle },
      secret: { signIn: 'oauth', did, handle, home },
      state,
    }
  },
  end: async (secret) => {
    if (secret.signIn === 'oauth' && secret.did) await oauth.signOut(secret.did)
  },
  openLine: (custody, tools) => bluesky(custody, tools, oauth),
})
