import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import type { HeardMessage } from '../../networks/network.ts'
import { type CameTo, noteMeanwhile } from '../answering/meanwhile.store.ts'
import { aroundOf } from '../desk.queries.ts'
import { ownDangerWords } from '../settings/settings.queries.ts'
import { withOwnWords } from '../triage/own-words.ts'
import { type Message, suggest } from '../triage/suggest.ts'
import { begun, type Grown, grown, joined, type Said, type Standing } from './growth.ts'
import { oneAtATime, standingOf } from './heard.store.ts'
import { beforeWeListened } from './history.ts'
import { type Affected, type New, type Opener, type Scene, write } from './message.store.ts'
import { lastAnswers, offeredUntil, officersOf } from './officer.queries.ts'
import { place } from './place.ts'
import {
  type Around,
  type InReach,
  knownAmong,
  lockConversations,
  ourselves,
  type Place,
  placingOf,
  surroundingsOf,
} from './surroundings.queries.ts'

/** Keeps what is new among these, each where it belongs, in the transaction of the caller. `begunAt`: since when we listen. Returns how many were new. */
export async function keepMessages(
  c: Commanding,
  at: Place,
  heard: readonly HeardMessage[],
  begunAt: Date | null,
): Promise<number> {
  if (heard.length === 0) return 0
  await oneAtATime(c, at)
  const fresh = await unheard(c, at, heard)
  if (fresh.length === 0) return 0
  const placings = fresh.map(placingOf)
  const around = await surroundingsOf(c.tx, at, placings)
  const rows = new Map((await lockConversations(c.tx, at.forceId, inReach(around))).map((r) => [r.id, r]))
  const inHand = new Set([...rows.values()].filter((r) => r.in_hand).map((r) => r.id))
  const places = place(placings, { ...around, inHand })
  const scene: Scene = {
    c,
    at,
    begunAt,
    around,
    rows,
    places,
    hours: await aroundOf(c.tx, at.forceId, accountsOf(at, rows)),
  }
  const affected = await withOffers(scene, affectedBy(scene, fresh))
  await write(scene, affected)
  await noteMeanwhile(c, affected.map(cameTo))
  tell(scene, affected)
  return fresh.length
}

/** Each once; without those that are here, and without what we said ourselves. */
async function unheard(c: Commanding, at: Place, heard: readonly HeardMessage[]): Promise<New[]> {
  const once = new Map(heard.map((m) => [m.externalId, m]))
  const known = await knownAmong(c.tx, at, [...once.keys()])
  const isOurs = await ourselves(c.tx, at)
  const fresh = [...once.values()].filter((m) => !known.has(m.externalId) && !isOurs(m.author))
  if (fresh.length === 0) return []
  const own = await ownDangerWords(c.tx, at.forceId)
  return fresh.map((m) => {
    const id = newId(c.now)
    const saidAt = new Date(Math.min(Date.parse(m.saidAt), c.now.getTime()))
    return { ...m, id, said: { id, saidAt, ...weigh(m, own) } }
  })
}

/** What stands in pictures is read too. */
function weigh(
  { text, pictures, kind, languages }: HeardMessage,
  own: readonly string[],
): Pick<Said, 'suggestion' | 'language'> {
  const words = [text, ...pictures.map((p) => p.alt)].filter(Boolean).join('\n')
  return weighed({ text: words, kind, ...(languages[0] ? { language: languages[0] } : {}) }, own)
}

export function weighed(message: Message, own: readonly string[]): Pick<Said, 'suggestion' | 'language'> {
  const { category, danger, look, because, language } = withOwnWords(suggest(message), message.text, own)
  return {
    suggestion: { category, danger, look, because: because.map(({ words, says }) => ({ words, says })) },
    language,
  }
}

const cameTo = (a: Affected): CameTo => ({
  conversationId: a.id,
  postId: a.row?.draft_post_id ?? null,
  said: a.messages.map((m) => ({ author: m.author.externalId, what: 'wrote', at: m.said.saidAt })),
  danger: 'newDanger' in a.now && a.now.newDanger !== null,
})

const accountsOf = (at: Place, rows: ReadonlyMap<string, InReach>) => [
  at.accountId,
  ...[...rows.values()].map((r) => r.account_id),
]

const inReach = (a: Around): string[] => [
  ...new Set([
    ...a.messages.values(),
    ...a.answers.values(),
    ...a.spots.values(),
    ...a.threads.values(),
    ...[...a.below.values()].flat(),
  ]),
]

/** Decides how every conversation stands afterwards. */
function affectedBy(s: Scene, fresh: readonly New[]): Affected[] {
  const groups = Map.groupBy(fresh, (m) => s.places.home.get(m.externalId) ?? '')
  return [...groups].map(([home, group]) => {
    const messages = group as [New, ...New[]]
    const said = messages.map((m) => m.said) as [Said, ...Said[]]
    const row = s.rows.get(home) ?? null
    const parts = [...s.places.joined].flatMap(([from, into]) => (into === home ? (s.rows.get(from) ?? []) : []))
    const before = row && parts.reduce((all, part) => joined(all, standingOf(part), s.c.now), standingOf(row))
    const now = before ? grown(before, said, s.c.now) : begun(said, s.c.now)
    const isHistory = row?.stage === 'closed' && row.aims_from !== null
    return {
      id: row?.id ?? newId(s.c.now),
      row,
      now: beforeWeListened(now, s.begunAt, row === null || isHistory, s.c.now),
      messages,
      opener: openerOf(s, messages, row ? [row, ...parts] : []),
      about: row?.about_post_id ?? aboutOf(s, messages),
      offer: { to: row?.offered_to_id ?? null, until: row?.offered_until ?? null },
    }
  })
}

const aboutOf = (s: Scene, messages: readonly New[]): string | null => {
  for (const { parent, root } of messages) {
    const post = s.around.posts.get(parent ?? '') ?? s.around.posts.get(root ?? '')
    if (post !== undefined) return post
  }
  return null
}

const longestOpening = 1000

/** Who began it: what answers nothing in it, and was said first. A message that comes late may be what all the others answer. */
function openerOf(s: Scene, messages: readonly [New, ...New[]], rows: readonly InReach[]): Opener {
  const home = s.places.home.get(messages[0].externalId)
  const answersWithin = (m: New) => {
    const above =
      s.places.home.get(m.parent ?? '') ?? s.around.messages.get(m.parent ?? '') ?? s.around.answers.get(m.parent ?? '')
    return above !== undefined && (above === home || s.places.joined.get(above) === home)
  }
  const known = rows.map((r): Opener => ({ ...r, said: r.first_said_at }))
  const tops = messages.filter((m) => !answersWithin(m)).map(openedBy)
  const all = [...known, ...tops, ...(known.length + tops.length === 0 ? [openedBy(messages[0])] : [])]
  return all.reduce((a, b) => (b.said < a.said ? b : a))
}

const openedBy = (m: New): Opener => ({
  author_external_id: m.author.externalId,
  author_handle: m.author.handle,
  author_name: m.author.name,
  opening: [...m.text].slice(0, longestOpening).join(''),
  said: m.said.saidAt,
})

/** It is history: nobody waits for anything. */
const isKept = (a: Affected): boolean => a.row === null && a.now.stage === 'closed'

/** Offered first to the officer to whom they speak, when nothing waited there before and nobody has it. */
async function withOffers(s: Scene, all: Affected[]): Promise<Affected[]> {
  const free = all.filter(
    (a) =>
      (!a.row && !isKept(a)) ||
      (a.row &&
        (a.row.waiting_since === null || a.row.stage === 'closed') &&
        !(a.row.holder_id && (a.row.held_until ?? 0) > s.c.now)),
  )
  const last = await lastAnswers(
    s.c.tx,
    s.at.forceId,
    free.flatMap((a) => (a.row?.kind === 'direct' ? [a.id] : [])),
  )
  const postOf = (a: Affected) => {
    const parent = a.messages.find((m) => s.around.posts.has(m.parent ?? ''))?.parent ?? ''
    return s.around.posts.get(parent) ?? last.get(a.id)
  }
  const posts = free.flatMap((a) => postOf(a) ?? [])
  const officers = await officersOf(s.c.tx, s.at, posts, s.c.now)
  const until = offeredUntil(s.hours.coverOf(s.at.accountId), s.hours.zone, s.c.now)
  return all.map((a) => {
    if (!free.includes(a)) return a
    const to = officers.get(postOf(a) ?? '') ?? null
    return { ...a, offer: { to, until: to === null ? null : until } }
  })
}

/** One fact for all of it, so that the chain is not what holds up a storm; those opened again and new danger each their own. */
function tell(s: Scene, affected: readonly Affected[]): void {
  const { c, at, places } = s
  c.record('message.heard', `desk:${at.accountId}`, {
    network: at.network,
    messages: affected.flatMap((a) => a.messages.map((m) => m.id)),
    opened: affected.flatMap((a) => (a.row ? [] : [a.id])),
    ...(affected.some(isKept) ? { history: affected.filter(isKept).map((a) => a.id) } : {}),
    ...(places.joined.size > 0 ? { joined: Object.fromEntries(places.joined) } : {}),
  })
  for (const a of affected) tellOf(c, a.id, a.now)
}

/** What happened to one conversation besides growing. */
export function tellOf(c: Commanding, id: string, now: Standing | Grown): void {
  if (!('reopened' in now)) return
  if (now.reopened) c.record('conversation.reopened', `conversation:${id}`)
  if (now.newDanger) c.record('conversation.dangerHeard', `conversation:${id}`, { message: now.newDanger })
}
