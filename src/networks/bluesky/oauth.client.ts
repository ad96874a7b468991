import {
  buildAtprotoLoopbackClientMetadata,
  JoseKey,
  NodeOAuthClient,
  type NodeOAuthClientOptions,
  type OAuthClientMetadataInput,
  type OAuthSession,
  requestLocalLock,
  TokenInvalidError,
  TokenRefreshError,
  TokenRevokedError,
} from '@atproto/oauth-client-node'
import { z } from 'zod'
import type { Custody } from '../network.ts'
import { keyEnded, type Later, laterShortly } from './answers.ts'
import { type Asker, ask, Stopped, type Tools } from './call.client.ts'
import { serviceAt } from './service.ts'
import type { Session, Who } from './session.client.ts'

const written = ['app.bsky.feed.post', 'app.bsky.feed.threadgate', 'app.bsky.graph.block']
const called = [
  ...['app.bsky.notification.listNotifications', 'app.bsky.feed.getAuthorFeed', 'app.bsky.feed.getPostThread'],
  ...['app.bsky.feed.getQuotes', 'app.bsky.feed.getPosts', 'app.bsky.graph.muteActor', 'app.bsky.graph.unmuteActor'],
  ...['com.atproto.moderation.createReport', 'chat.bsky.convo.listConvos', 'chat.bsky.convo.getMessages'],
  ...['chat.bsky.convo.sendMessage', 'chat.bsky.convo.acceptConvo'],
  ...['app.bsky.actor.getProfile', 'app.bsky.graph.getFollowers'],
]
const many = (kind: string, name: string, values: readonly string[]): string =>
  `${kind}?${values.map((value) => `${name}=${value}`).join('&')}`

/**
 * What we ask a Bluesky server to allow: to put, change and remove posts, to upload pictures, to hear and answer what people say, to
 * hide, mute, block and report, and to read how many and who follow. It changes no profile, follows nobody and changes no settings.
 */
export const accountScope = [
  'atproto',
  many('repo', 'collection', written),
  'blob:image/*',
  `${many('rpc', 'lxm', called)}&aud=*`,
].join(' ')

/** Where this installation answers during a sign-in at Bluesky. */
export const oauthPaths = {
  metadata: '/oauth/bluesky/client-metadata.json',
  keys: '/oauth/bluesky/jwks.json',
  callback: '/oauth/bluesky/callback',
} as const

/** A drawer that the register seals. Values are JSON texts that contain keys. */
export type SealedValues = {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<void>
  del(key: string): Promise<void>
}

export type OAuthApp = {
  /** Where people reach this installation: `https://…`, or `http://127.0.0.1:PORT` on one's own machine. */
  address: string
  name: string
  /**
   * The installation's own private key, an ES256 JWK as JSON with a `kid`. Without one Bluesky ends every sign-in after two weeks;
   * on one's own machine there is none.
   */
  privateKey: string | null
  scope: string
  /** The directory of DIDs and a server that resolves handles; null for the public ones. */
  plcDirectory: string | null
  handleResolver: string | null
  /** One renewal of an account's keys at a time. Needed across processes, because a refresh token works only once; null locks within this process. */
  lock: NodeOAuthClientOptions['requestLock'] | null
}

export type BlueskyOAuth = {
  /** To be served at `oauthPaths.metadata` and `oauthPaths.keys`, as JSON, to anybody. */
  metadata: OAuthClientMetadataInput
  publicKeys: { readonly keys: readonly unknown[] }
  /** Where to send the person who connects the account. `state` comes back with the callback. */
  authorizeUrl(handle: string, state: string): Promise<URL>
  /** Takes what Bluesky sent back; the sign-in is kept before this returns. Throws when it is not an answer to our question. */
  callback(params: URLSearchParams): Promise<{ did: string; handle: string; home: string; state: string }>
  /** The kept sign-in of an account, renewed if it is about to end; `new Agent(session)` takes it. */
  restore(did: string): Promise<OAuthSession>
  /** Gives the permission back to Bluesky and forgets it. */
  signOut(did: string): Promise<void>
}

export const openOAuth = async (
  app: OAuthApp,
  states: SealedValues,
  sessions: SealedValues,
  tools: Tools,
): Promise<BlueskyOAuth> => {
  const key = app.privateKey === null ? null : await JoseKey.fromImportable(app.privateKey)
  const metadata = metadataOf(app)
  const client = new NodeOAuthClient({
    clientMetadata: metadata,
    ...(key ? { keyset: [key] } : {}),
    stateStore: valuesIn(states),
    sessionStore: valuesIn(sessions),
    fetch: tools.fetch,
    allowHttp: tools.allowLoopback,
    requestLock: app.lock ?? requestLocalLock,
    ...(app.handleResolver === null ? {} : { handleResolver: app.handleResolver }),
    ...(app.plcDirectory === null ? {} : { plcDirectoryUrl: app.plcDirectory }),
  })
  return {
    metadata,
    publicKeys: client.jwks,
    authorizeUrl: (handle, state) => client.authorize(handle, { state, scope: app.scope }),
    callback: async (params) => {
      const { session, state } = await client.callback(params)
      const { aud } = await session.getTokenInfo(false)
      return { did: session.did, handle: await handleOf(session), home: aud, state: state ?? '' }
    },
    restore: (did) => client.restore(did),
    signOut: (did) => client.revoke(did),
  }
}

/** How this installation describes itself to Bluesky servers. */
const metadataOf = ({ address, name, privateKey, scope }: OAuthApp): OAuthClientMetadataInput => {
  const base = new URL(address)
  const callback = `${base.origin}${oauthPaths.callback}`
  if (base.protocol === 'http:') return buildAtprotoLoopbackClientMetadata({ scope, redirect_uris: [callback] })
  const origin: `https://${string}` = `https://${base.host}`
  return {
    client_id: `${origin}${oauthPaths.metadata}`,
    client_name: name,
    client_uri: origin,
    redirect_uris: [`${origin}${oauthPaths.callback}`],
    scope,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'web',
    dpop_bound_access_tokens: true,
    ...(privateKey === null
      ? { token_endpoint_auth_method: 'none' }
      : {
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          jwks_uri: `${origin}${oauthPaths.keys}`,
        }),
  }
}

const valuesIn = <Value>(store: SealedValues) => ({
  get: async (key: string): Promise<Value | undefined> => {
    const text = await store.get(key)
    return text === undefined ? undefined : JSON.parse(text)
  },
  set: (key: string, value: Value): Promise<void> => store.set(key, JSON.stringify(value)),
  del: (key: string): Promise<void> => store.del(key),
})

const named = z.object({ handle: z.string() })

const handleOf = async (session: OAuthSession): Promise<string> => {
  const asked = await ask(
    (path, init) => session.fetchHandler(path, init),
    { nsid: 'com.atproto.server.getSession' },
    AbortSignal.timeout(20_000),
  )
  return (asked.kind === 'answer' && named.safeParse(asked.answer.body).data?.handle) || ''
}

const connectAgain = 'The permission given at Bluesky has ended. Nothing was published. Connect the account again.'

/** The keys of an account that was connected by signing in at Bluesky. `oauth` keeps and renews them. */
export const openOAuthSession = (custody: Custody, oauth: BlueskyOAuth | null, tools: Tools): Session => {
  const did = custody.secret.did ?? ''
  let kept: OAuthSession | null = null

  const troubleOf = (error: unknown): Later =>
    error instanceof TokenRefreshError || error instanceof TokenRevokedError || error instanceof TokenInvalidError
      ? keyEnded(connectAgain)
      : laterShortly('Bluesky did not answer our sign-in. Nothing was published; we try again shortly.')

  const current = async (): Promise<OAuthSession> => {
    if (oauth === null || did === '') throw new Stopped(keyEnded(connectAgain))
    try {
      kept ??= await oauth.restore(did)
      await kept.getTokenInfo('auto')
      return kept
    } catch (error) {
      throw new Stopped(troubleOf(error))
    }
  }

  const known = (): Who | null => {
    const home = serviceAt(custody.secret.home ?? '', tools.allowLoopback)
    return home && did ? { did, home } : null
  }

  const ready: Session['ready'] = async () => {
    try {
      await current()
      const who = known()
      return who ? { kind: 'ready', who } : keyEnded(connectAgain)
    } catch (error) {
      return error instanceof Stopped ? error.later : troubleOf(error)
    }
  }

  const send: Asker = async (path, init) => {
    const session = await current()
    const response = await session.fetchHandler(path, init)
    // The library has already tried to renew a refused token. If that failed only because nobody answered, the keys may still be good.
    if (response.status === 401 && /invalid_token/u.test(response.headers.get('www-authenticate') ?? '')) {
      await session.getTokenInfo(true).catch((error: unknown) => {
        throw new Stopped(troubleOf(error))
      })
    }
    return response
  }

  return { ready, known, send, secrets: () => [] }
}
