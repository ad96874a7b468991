import type { Insertable } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { HeardMessage } from '../../networks/network.ts'
import { nextDue } from '../clock.ts'
import { aroundOf, type Clocked, clockFactsOf, type Around as Hours } from '../desk.queries.ts'
import { type Message, suggest } from '../triage/suggest.ts'
import { begun, type Grown, grown, joined, type Said, type Standing } from './growth.ts'
import * as store from './heard.store.ts'
import { lastAnswers, offeredUntil, officersOf } from './officer.queries.ts'
import { nextLook } from './pace.ts'
import { type Places, place } from './place.ts'
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

type New = HeardMessage & { id: string; said: Said }

/** Everything that deciding needs, loaded for all messages of one answer at once. */
type Scene = {
  c: Commanding
  at: Place
  around: Around
  rows: ReadonlyMap<string, InReach>
  places: Places
  hours: Hours
}

/** One conversation after this keeping. `row` is null when it begins now. */
type Affected = {
  id: string
  row: InReach | null
  now: Standing | Grown
  messages: readonly [New, ...New[]]
  opener: Opener
  about: string | null
  offer: { to: string | null; until: Date | null }
}
type Opener = { author_external_id: string; author_handle: string; author_name: string; opening: string; said: Date }

/** Keeps what is new among these, each where it belongs, in the transaction of the caller. Returns how many were new. */
export async function keepMessages(c: Commanding, at: Place, heard: readonly HeardMessage[]): Promise<number> {
  if (heard.length === 0) return 0
  await store.oneAtATime(c, at)
  const fresh = await unheard(c, at, heard)
  if (fresh.length === 0) return 0
  const placings = fresh.map(placingOf)
  const around = await surroundingsOf(c.tx, at, placings)
  const rows = new Map((await lockConversations(c.tx, at.forceId, inReach(around))).map((r) => [r.id, r]))
  const inHand = new Set([...rows.values()].filter((r) => r.in_hand).map((r) => r.id))
  const places = place(placings, { ...around, inHand })
  const scene: Scene = { c, at, around, rows, places, hours: await aroundOf(c.tx, at.forceId, accountsOf(at, rows)) }
  const affected = await withOffers(scene, affectedBy(scene, fresh))
  await write(scene, affected)
  tell(scene, affected)
  return fresh.length
}

/** Each once; without those that are here, and without what we said ourselves. */
async function unheard(c: Commanding, at: Place, heard: readonly HeardMessage[]): Promise<New[]> {
  const once = new Map(heard.map((m) => [m.externalId, m]))
  const known = await knownAmong(c.tx, at, [...once.keys()])
  const isOurs = await ourselves(c.tx, at)
  return [...once.values()]
    .filter((m) => !known.has(m.externalId) && !isOurs(m.author))
    .map((m) => {
      const id = newId(c.now)
      const saidAt = new Date(Math.min(Date.parse(m.saidAt), c.now.getTime()))
      return { ...m, id, said: { id, saidAt, ...weigh(m) } }
    })
}

/** What stands in pictures is read too. */
function weigh({ text, pictures, kind, languages }: HeardMessage): Pick<Said, 'suggestion' | 'language'> {
  const words = [text, ...pictures.map((p) => p.alt)].filter(Boolean).join('\n')
  return weighed({ text: words, kind, ...(languages[0] ? { language: languages[0] } : {}) })
}

export function weighed(message: Message): Pick<Said, 'suggestion' | 'language'> {
  const { category, danger, because, language } = suggest(message)
  return { suggestion: { category, danger, because: because.map(({ words, says }) => ({ words, says })) }, language }
}

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
    const before = row && parts.reduce((all, part) => joined(all, store.standingOf(part)), store.standingOf(row))
    return {
      id: row?.id ?? newId(s.c.now),
      row,
      now: before ? grown(before, said, s.c.now) : begun(said, s.c.now),
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

/** Offered first to the officer to whom they speak, when nothing waited there before and nobody has it. */
async function withOffers(s: Scene, all: Affected[]): Promise<Affected[]> {
  const free = all.filter(
    (a) =>
      !a.row ||
      ((a.row.waiting_since === null || a.row.stage === 'closed') &&
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

async function write(s: Scene, affected: readonly Affected[]): Promise<void> {
  const { c } = s
  const begin = affected.filter((a) => a.row === null)
  await store.insertConversations(
    c,
    begin.map((a) => rowOf(s, a)),
  )
  await store.joinConversations(c, s.places.joined)
  await store.insertMessages(c, affected.flatMap((a) => a.messages.map((m) => messageRow(s, a, m))).sort(byNetworkId))
  await store.changeConversations(
    c,
    affected.flatMap((a) => (a.row ? [changeOf(s, a)] : [])),
  )
  const reopened = affected.filter(isReopened)
  await store.lookAtAgain(
    c,
    reopened.map((a) => a.id),
  )
  await store.insertActs(
    c,
    affected.flatMap((a) => actsOf(s, a)),
  )
}

const byNetworkId = (a: { external_id: string }, b: { external_id: string }) => (a.external_id < b.external_id ? -1 : 1)
const isReopened = (a: Affected): boolean => 'reopened' in a.now && a.now.reopened
const openingColumns = (opener: Opener) => ({
  author_external_id: opener.author_external_id,
  author_handle: opener.author_handle,
  author_name: opener.author_name,
  opening: opener.opening,
})

const changeOf = (s: Scene, a: Affected): store.ConversationChange => ({
  ...dueWith(s.hours, a.row ?? begunRow(s.at), a.now, s.c.now),
  ...openingColumns(a.opener),
  id: a.id,
  about_post_id: a.about,
  offered_to_id: a.offer.to,
  offered_until: a.offer.until,
})

/** Before anybody did anything. */
const begunRow = (at: Place) => ({
  account_id: at.accountId,
  first_look_at: null,
  looked_at: null,
  first_reply_at: null,
  incident_at: null,
  crime_said: null,
  crime_recorded_at: null,
})

/** The columns of a standing, with the clock that runs out next. */
export function dueWith(
  hours: Hours,
  row: Omit<Clocked, keyof ReturnType<typeof store.columnsOf>>,
  now: Standing | Grown,
  at: Date,
) {
  const anew = 'reopened' in now && now.reopened
  const columns = store.columnsOf(now)
  const nothing = anew ? { first_look_at: null, looked_at: null, first_reply_at: null } : {}
  return { ...columns, anew, due_at: nextDue(clockFactsOf({ ...row, ...columns, ...nothing }, hours), at) }
}

const rowOf = (s: Scene, a: Affected): Insertable<Tables['conversation']> => {
  const { anew: _, ...columns } = changeOf(s, a)
  return {
    ...columns,
    force_id: s.at.forceId,
    account_id: s.at.accountId,
    network: s.at.network,
    kind: a.messages[0].kind === 'direct' ? 'direct' : 'public',
    thread: a.messages[0].thread,
  }
}

const messageRow = (s: Scene, a: Affected, m: New): Insertable<Tables['message']> => ({
  force_id: s.at.forceId,
  id: m.id,
  conversation_id: a.id,
  account_id: s.at.accountId,
  network: s.at.network,
  external_id: m.externalId,
  kind: m.kind,
  author_external_id: m.author.externalId,
  author_handle: m.author.handle,
  author_name: m.author.name,
  text: m.text,
  language: m.languages[0] ?? m.said.language,
  pictures: m.pictures.length,
  url: m.url,
  parent: m.parent,
  root: m.root,
  proof: JSON.stringify(m.proof),
  root_proof: m.rootProof && JSON.stringify(m.rootProof),
  network_version: m.version,
  said_at: m.said.saidAt,
  heard_at: s.c.now,
  state_since: s.c.now,
  look_at: nextLook(s.c.now, true, s.c.now),
})

function actsOf(s: Scene, a: Affected): Insertable<Tables['conversation_act']>[] {
  const act = { force_id: s.at.forceId, conversation_id: a.id, by_id: null, at: s.c.now }
  const isNewOffer = a.offer.to !== null && a.offer.to !== a.row?.offered_to_id
  return [
    ...(isReopened(a)
      ? [
          {
            ...act,
            id: newId(s.c.now),
            kind: 'reopened' as const,
            words: 'They said something more.',
            data: JSON.stringify({ message: a.messages[0].id }),
          },
        ]
      : []),
    ...(isNewOffer
      ? [{ ...act, id: newId(s.c.now), kind: 'offered' as const, data: JSON.stringify({ to: a.offer.to }) }]
      : []),
  ]
}

/** One fact for all of it, so that the chain is not what holds up a storm; those opened again and new danger each their own. */
function tell(s: Scene, affected: readonly Affected[]): void {
  const { c, at, places } = s
  c.record('message.heard', `desk:${at.accountId}`, {
    network: at.network,
    messages: affected.flatMap((a) => a.messages.map((m) => m.id)),
    opened: affected.flatMap((a) => (a.row ? [] : [a.id])),
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
