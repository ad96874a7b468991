import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import type { Tables } from '../foundation/tables.ts'
import { answeringOf } from '../posting/answering.ts'
import type { PersonRef } from '../posting/facts.ts'
import { shownMeanwhile } from '../posting/meanwhile.ts'
import { peopleBy } from '../posting/refs.queries.ts'
import type { ActKind, ConversationRow } from './conversation.store.ts'
import type { entry } from './entry.contract.ts'
import type { conversation } from './inbox.contract.ts'
import { type OurPost, ourPosts } from './ours.queries.ts'
import { shownName } from './queue-rows.queries.ts'
import { marksIn, suggestionOf } from './suggestion.ts'

type Entry = z.input<typeof entry>
type Whole = z.input<typeof conversation.output>
type Person = (id: string | null) => PersonRef
type Message = Selectable<Tables['message']>

/** More than this of one conversation is not shown at once: the newest. */
const mostMessages = 1000

/** Everything that stands in a conversation, in order of time. A fixed number of statements. */
export async function entriesOf(db: Db, row: ConversationRow): Promise<Entry[]> {
  const messages = await messagesOf(db, row)
  const versions = await versionsOf(db, row)
  const moderated = await moderatedIn(db, row)
  const acts = await db
    .selectFrom('conversation_act')
    .select(['id', 'kind', 'by_id', 'at', 'words', 'data'])
    .where('force_id', '=', row.force_id)
    .where('conversation_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const ours = await ourPosts(db, row)
  const person = await peopleBy(db, row.force_id, [
    ...acts.flatMap((a) => [a.by_id, whomOf(a)]),
    ...ours.map((o) => o.byId),
    ...[...moderated.values()].map((m) => m.by_id),
  ])
  const because = suggestionOf(row).because
  const entries: Entry[] = [
    ...messages.map((m) =>
      theirs(m, {
        opener: m.author_external_id === row.author_external_id,
        before: row.aims_from !== null && m.said_at < row.aims_from,
        marks: marksIn(m.text, because),
        earlier: versions.get(m.id) ?? [],
        hidden: hiddenBy(moderated.get(m.id), person),
      }),
    ),
    ...ours.flatMap((post) => (post.at === null ? [] : [oursAt(post, post.at, person)])),
    ...acts.map((act): Entry => {
      const base = { id: act.id, at: act.at.toISOString() }
      const whom = whomOf(act)
      return act.kind === 'noted'
        ? { ...base, what: 'note', by: person(act.by_id), text: act.words }
        : {
            ...base,
            what: 'act',
            by: act.by_id ? person(act.by_id) : null,
            whom: whom === null ? null : person(whom),
            kind: act.kind,
            words: act.words,
          }
    }),
  ]
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const ids = z.object({ to: z.string(), from: z.string(), holder: z.string() }).partial().catch({})

/** Under which name the data of an act hold the other person. */
const whomIn: { readonly [kind in ActKind]?: 'to' | 'from' | 'holder' } = {
  handedOver: 'to',
  offered: 'to',
  tookOver: 'from',
  lapsed: 'holder',
}
const whomOf = ({ kind, data }: { kind: ActKind; data: unknown }): string | null => {
  const name = whomIn[kind]
  return (name && ids.parse(data)[name]) ?? null
}

async function messagesOf(db: Db, row: ConversationRow): Promise<Message[]> {
  const newest = await db
    .selectFrom('message')
    .selectAll()
    .where('force_id', '=', row.force_id)
    .where('conversation_id', '=', row.id)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostMessages)
    .execute()
  return newest.reverse()
}

type Theirs = Extract<Entry, { what: 'theirs' }>

const theirs = (m: Message, more: Pick<Theirs, 'opener' | 'before' | 'marks' | 'earlier' | 'hidden'>): Theirs => ({
  id: m.id,
  at: m.said_at.toISOString(),
  what: 'theirs',
  messageId: m.id,
  kind: m.kind,
  from: shownName(m),
  text: m.text,
  language: m.language,
  pictures: m.pictures,
  url: m.url,
  state: m.state,
  ...more,
})

const oursAt = (post: OurPost, at: Date, person: Person): Entry => ({
  id: post.postId,
  at: at.toISOString(),
  what: 'ours',
  postId: post.postId,
  text: post.text,
  signature: post.signature,
  by: post.byId ? person(post.byId) : null,
  state: post.state,
  url: post.url,
  private: post.private,
  answer: post.answer,
})

async function versionsOf(db: Db, row: ConversationRow): Promise<Map<string, Theirs['earlier']>> {
  const rows = await db
    .selectFrom('message_version as v')
    .innerJoin('message as m', (j) => j.onRef('m.force_id', '=', 'v.force_id').onRef('m.id', '=', 'v.message_id'))
    .select(['v.message_id', 'v.text', 'v.until_at'])
    .where('m.force_id', '=', row.force_id)
    .where('m.conversation_id', '=', row.id)
    .orderBy('v.n')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (r) => r.message_id)].map(([id, list]) => [
      id,
      list.map((v) => ({ text: v.text, untilAt: v.until_at.toISOString() })),
    ]),
  )
}

type Moderated = { id: string; message_id: string; act: string; code: string; title: string; at: Date; by_id: string }

/** What stands of moderation, by message: hidden before anything else. */
async function moderatedIn(db: Db, row: ConversationRow): Promise<Map<string, Moderated>> {
  const { rows } = await sql<Moderated>`
    select m.id, m.message_id, m.act, m.standard_code as code, coalesce(s.title->>'en', m.standard_code) as title, m.at, m.by_id
    from moderation m left join standard s on s.force_id = m.force_id and s.code = m.standard_code
    where m.force_id = ${row.force_id} and m.conversation_id = ${row.id} and m.state not in ('refused', 'lifted')
    order by (m.act = 'hide'), m.at, m.id`.execute(db)
  return new Map(rows.map((m) => [m.message_id, m]))
}

const hiddenBy = (m: Moderated | undefined, person: Person): Theirs['hidden'] =>
  m
    ? {
        moderationId: m.id,
        act: m.act,
        code: m.code,
        title: m.title,
        at: m.at.toISOString(),
        by: person(m.by_id),
      }
    : null

/** Our own post that it stands under. */
export async function aboutOf(db: Db, row: ConversationRow): Promise<Whole['about']> {
  if (row.about_post_id === null) return null
  const post = (await ourPosts(db, row)).find((p) => p.postId === row.about_post_id && !p.answer)
  return post ? { postId: post.postId, words: post.text, url: post.url, at: post.at?.toISOString() ?? null } : null
}

/** The one answer that is not out yet, with what came to it meanwhile and why it is held. */
export async function draftOf(db: Db, row: ConversationRow, zone: string, now: Date): Promise<Whole['draft']> {
  if (row.draft_post_id === null) return null
  const post = await db
    .selectFrom('post')
    .select(['id', 'edit', 'words', 'stage', 'answering', 'meanwhile', 'meanwhile_seen'])
    .select((e) =>
      e
        .selectFrom('delivery as d')
        .select('d.words')
        .whereRef('d.force_id', '=', 'post.force_id')
        .whereRef('d.post_id', '=', 'post.id')
        .where('d.state', '=', 'held')
        .limit(1)
        .as('held'),
    )
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.draft_post_id)
    .executeTakeFirst()
  if (!post) return null
  const isPrivate = typeof answeringOf(post)?.direct === 'string'
  const { id: postId, edit, words, stage, held } = post
  return { postId, edit, words, private: isPrivate, stage, held, meanwhile: shownMeanwhile(post, zone, now) }
}
