import type { Insertable } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { HeardMessage } from '../../networks/network.ts'
import { nextDue } from '../clock.ts'
import { type Clocked, clockFactsOf, type Around as Hours } from '../desk.queries.ts'
import type { Grown, Said, Standing } from './growth.ts'
import * as store from './heard.store.ts'
import { historyWords } from './history.ts'
import { nextLook } from './pace.ts'
import type { Places } from './place.ts'
import type { Around, InReach, Place } from './surroundings.queries.ts'

export type New = HeardMessage & { id: string; said: Said }

/** Everything that deciding needs, loaded for all messages of one answer at once. */
export type Scene = {
  c: Commanding
  at: Place
  /** Since when we listen; null where nobody wrote it down. */
  begunAt: Date | null
  around: Around
  rows: ReadonlyMap<string, InReach>
  places: Places
  hours: Hours
}

/** One conversation after this keeping. `row` is null when it begins now. */
export type Affected = {
  id: string
  row: InReach | null
  now: Standing | Grown
  messages: readonly [New, ...New[]]
  opener: Opener
  about: string | null
  offer: { to: string | null; until: Date | null }
}
export type Opener = {
  author_external_id: string
  author_handle: string
  author_name: string
  opening: string
  said: Date
}

/** Writes what was decided: new conversations, then messages, then what changed in the others. */
export async function write(s: Scene, affected: readonly Affected[]): Promise<void> {
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
    ...(a.row === null && a.now.stage === 'closed'
      ? [{ ...act, id: newId(s.c.now), kind: 'closed' as const, words: historyWords }]
      : []),
    ...(isNewOffer
      ? [{ ...act, id: newId(s.c.now), kind: 'offered' as const, data: JSON.stringify({ to: a.offer.to }) }]
      : []),
  ]
}
