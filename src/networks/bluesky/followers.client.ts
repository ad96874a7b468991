import { z } from 'zod'
import type { Counted, FollowersPage, NotHeard } from '../network.ts'
import { type Asked, ask, type Request, type Tools } from './call.client.ts'
import { type NotHeardWords, notHeard } from './hear.client.ts'
import type { Session, Who } from './session.client.ts'

/** As many as app.bsky.graph.getFollowers hands out at once. */
const pageSize = '100'

/** More than can be kept is no answer. */
const told = z.number().int().min(0).max(2_147_483_647).nullish()
const profile = z.object({ followersCount: told, followsCount: told, postsCount: told })
const page = z.object({ cursor: z.string().optional(), followers: z.array(z.object({ did: z.string() })) })

const words: NotHeardWords = {
  quiet: 'Bluesky did not say who follows this account. We ask again later.',
  slower: 'Bluesky asks us to slow down. Who follows is counted afterwards.',
  ended: 'Bluesky no longer accepts our keys for this account. Who follows is not counted. Connect the account again.',
  notAllowed:
    'The permission given at Bluesky does not cover who follows. Connect the account again to have followers counted.',
}

export async function count(session: Session, tools: Tools, signal: AbortSignal): Promise<Counted | NotHeard> {
  const asked = await askOf(
    session,
    (who) => ({ nsid: 'app.bsky.actor.getProfile', params: { actor: who.did } }),
    signal,
  )
  const found = bodyOf(asked, profile)
  if (!found) return notHeard(asked, tools.now(), words)
  const { followersCount, followsCount, postsCount } = found
  const [followers, following, posts] = [followersCount ?? null, followsCount ?? null, postsCount ?? null]
  return { kind: 'counted', followers, following, posts }
}

export async function followers(
  session: Session,
  tools: Tools,
  cursor: string | null,
  signal: AbortSignal,
): Promise<FollowersPage | NotHeard> {
  const request = (who: Who): Request => ({
    nsid: 'app.bsky.graph.getFollowers',
    params: { actor: who.did, limit: pageSize, ...(cursor === null ? {} : { cursor }) },
  })
  const asked = await askOf(session, request, signal)
  const found = bodyOf(asked, page)
  if (!found) return notHeard(asked, tools.now(), words)
  return { kind: 'followers', people: found.followers.map((one) => one.did), cursor: found.cursor ?? null }
}

async function askOf(session: Session, request: (who: Who) => Request, signal: AbortSignal): Promise<Asked> {
  const ready = await session.ready(signal)
  return ready.kind === 'later' ? { kind: 'stopped', later: ready } : ask(session.send, request(ready.who), signal)
}

const bodyOf = <T>(asked: Asked, shape: z.ZodType<T>): T | undefined =>
  asked.kind === 'answer' && asked.answer.status === 200 ? shape.safeParse(asked.answer.body).data : undefined
