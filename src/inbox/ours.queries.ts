import { sql } from 'kysely'
import type { Db } from '../foundation/database.ts'
import { answeringOf } from '../posting/answering.ts'
import { sheet as sheetSchema } from '../posting/approval/sheet.ts'
import type { DeliveryState } from '../posting/delivery/state.ts'
import { stateWords } from '../posting/delivery/state.ts'
import type { ConversationRow } from './conversation.store.ts'

/** What we said in a conversation: the post that it stands under, and our answers. */
export type OurPost = {
  postId: string
  text: string
  signature: string | null
  /** Null: nobody's, the automatic line. */
  byId: string | null
  /** In words. */
  state: string
  url: string | null
  private: boolean
  answer: boolean
  /** When it was out, or when it was released; null while it is only being written. */
  at: Date | null
}

type Row = {
  id: string
  author_id: string
  speaker_id: string | null
  words: string
  stage: string
  stage_since: Date
  answering: unknown
  sheet: unknown
  state: DeliveryState | null
  sent_at: Date | null
  text: string | null
  url: string | null
  answer: boolean
}

/** In one statement. Answers that were given up are left out: their words stay in the record of the post. */
export async function ourPosts(db: Db, of: ConversationRow): Promise<OurPost[]> {
  const { rows } = await sql<Row>`
    select p.id, p.author_id, p.speaker_id, p.words, p.stage, p.stage_since, p.answering, v.sheet, d.state, d.sent_at,
      x.text, x.url, o.answer
    from (
      select ${of.about_post_id}::text as post_id, false as answer where ${of.about_post_id}::text is not null
      union all select a.post_id, true from answer a
        where a.force_id = ${of.force_id} and a.conversation_id = ${of.id} and a.given_up_at is null) o
    join post p on p.force_id = ${of.force_id} and p.id = o.post_id
    left join post_version v on v.force_id = p.force_id and v.post_id = p.id and v.version = p.version and p.stage = 'released'
    left join lateral (select d.id, d.state, d.sent_at from delivery d
      where d.force_id = p.force_id and d.post_id = p.id and d.account_id = ${of.account_id}
      order by (d.state = 'withdrawn'), d.id desc limit 1) d on true
    left join lateral (select string_agg(x.text, E'\n' order by x.n) as text, min(x.url) filter (where x.n = 0 or x.n = 1) as url
      from piece x where x.force_id = p.force_id and x.delivery_id = d.id) x on true
    order by p.id`.execute(db)
  return rows.map((r) => ourPost(r, of.account_id))
}

function ourPost(r: Row, accountId: string): OurPost {
  const sheet = r.sheet === null ? null : sheetSchema.parse(r.sheet)
  const target = sheet?.targets.find((t) => t.accountId === accountId)
  const answering = answeringOf(r)
  return {
    postId: r.id,
    text: r.text ?? target?.pieces.map((p) => p.text).join('\n') ?? r.words,
    signature: target?.signature?.mark ?? null,
    byId: answering?.automatic ? null : (r.speaker_id ?? r.author_id),
    state: r.state === null ? 'Not released' : stateWords[r.state],
    url: r.url,
    private: answering?.direct != null,
    answer: r.answer,
    at: r.sent_at ?? (r.stage === 'released' ? r.stage_since : null),
  }
}
