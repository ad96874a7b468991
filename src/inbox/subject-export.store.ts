import { sql } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { Db } from '../foundation/database.ts'
import { newId } from '../foundation/identity.ts'

export type NewExport = { network: string; subjectHash: string; reference: string; reason: string; messages: number }

export async function insertExport(c: Commanding, personId: string, e: NewExport): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('subject_export')
    .values({
      force_id: c.actor.forceId,
      id,
      network: e.network,
      subject_hash: e.subjectHash,
      reference: e.reference,
      reason: e.reason,
      by_id: personId,
      at: c.now,
      messages: e.messages,
    })
    .execute()
  return id
}

/** How often the same person has asked before. */
export async function timesExported(db: Db, forceId: string, subjectHash: string): Promise<number> {
  const row = await db
    .selectFrom('subject_export')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('force_id', '=', forceId)
    .where('subject_hash', '=', subjectHash)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Who is meant by what the person gave: the network's ids of everybody who wrote under it. */
export async function subjectsCalled(db: Db, forceId: string, network: string, given: string): Promise<string[]> {
  const handle = given.replace(/^@/, '').toLowerCase()
  const { rows } = await sql<{ id: string }>`
    select distinct author_external_id as id from message
    where force_id = ${forceId} and network = ${network}
      and (author_external_id = ${given} or lower(ltrim(author_handle, '@')) = ${handle}) limit 3`.execute(db)
  const exact = rows.find((r) => r.id === given)
  return exact ? [exact.id] : rows.map((r) => r.id)
}

export type SubjectMessage = {
  id: string
  conversation_id: string
  kind: string
  author_handle: string
  author_name: string
  text: string
  language: string
  pictures: number
  url: string | null
  said_at: Date
  heard_at: Date
  state: string
  category: string
  versions: { text: string; until: string }[] | null
  moderation:
    | { act: string; standard: string; at: string; state: string; expires: string | null; appeal: string | null }[]
    | null
}

export async function messagesBy(db: Db, forceId: string, network: string, id: string): Promise<SubjectMessage[]> {
  const { rows } = await sql<SubjectMessage>`
    select m.id, m.conversation_id, m.kind, m.author_handle, m.author_name, m.text, m.language, m.pictures, m.url, m.said_at, m.heard_at,
      m.state, c.category,
      (select json_agg(json_build_object('text', v.text, 'until', v.until_at) order by v.n) from message_version v
        where v.force_id = m.force_id and v.message_id = m.id) as versions,
      (select json_agg(json_build_object('act', d.act, 'standard', d.standard_code, 'at', d.at, 'state', d.state, 'expires', d.expires_at,
          'appeal', d.appeal_outcome) order by d.at) from moderation d
        where d.force_id = m.force_id and d.message_id = m.id) as moderation
    from message m join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
    where m.force_id = ${forceId} and m.network = ${network} and m.author_external_id = ${id}
    order by m.said_at, m.id`.execute(db)
  return rows
}

export type SubjectConversation = {
  id: string
  category: string
  opened_at: Date
  stage: string
  opener: boolean
  answers: { text: string; at: string }[] | null
  notes: { text: string; at: string; kind: string }[] | null
  outcomes: { kind: string; reference: string; team: string; reason: string; at: string }[] | null
}

/** What we answered, noted and decided where this person wrote. Notes only where they began it. */
export async function conversationsOf(
  db: Db,
  forceId: string,
  network: string,
  author: string,
): Promise<SubjectConversation[]> {
  const { rows } = await sql<SubjectConversation>`
    select c.id, c.category, c.opened_at, c.stage, c.author_external_id = ${author} as opener,
      (select json_agg(json_build_object('text', p.words, 'at', a.sent_at) order by a.sent_at) from answer a
        join post p on p.force_id = a.force_id and p.id = a.post_id
        join message m on m.force_id = a.force_id and m.id = a.message_id
        where a.force_id = c.force_id and a.conversation_id = c.id and a.sent_at is not null and m.author_external_id = ${author}) as answers,
      (select json_agg(json_build_object('kind', x.kind, 'text', x.words, 'at', x.at) order by x.at, x.id) from conversation_act x
        where x.force_id = c.force_id and x.conversation_id = c.id and x.words <> '' and c.author_external_id = ${author}) as notes,
      (select json_agg(json_build_object('kind', o.kind, 'reference', o.reference, 'team', o.team, 'reason', o.reason, 'at', o.at) order by o.at)
        from outcome o where o.force_id = c.force_id and o.conversation_id = c.id and c.author_external_id = ${author}) as outcomes
    from conversation c
    where c.force_id = ${forceId} and c.network = ${network} and exists (select 1 from message m
      where m.force_id = c.force_id and m.conversation_id = c.id and m.author_external_id = ${author})
    order by c.opened_at, c.id`.execute(db)
  return rows
}
