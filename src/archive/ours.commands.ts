import { sql } from 'kysely'
import { command } from '../audit/audit.commands.ts'
import type { Db } from '../foundation/database.ts'
import { type Outcome, ok } from '../foundation/outcome.ts'
import type { World } from '../foundation/world.ts'
import { hashtagsIn, linksIn, mentionsIn } from '../networks/said.ts'
import { alone, lookedAt, type OursRow, putOurs, setLooked } from './archive.store.ts'

/** Looked at twice, because what another process writes down now may carry an earlier time. */
const overlapMs = 10 * 60_000

/**
 * What this product published since it was last looked at joins the archive, and what it took down is marked. What an import brought before is
 * the same row, and becomes ours. Private answers were never published and stay out. Answers how many rows were put in or changed.
 */
export function joinOurs(world: World, forceId: string): Promise<Outcome<{ posts: number }>> {
  return command(world, { forceId, personId: null, roles: [] }, async (c) => {
    await alone(c)
    const since = await lookedAt(c.tx, forceId)
    const pieces = await piecesSince(c.tx, forceId, new Date(since.getTime() - overlapMs))
    const posts = await putOurs(c, pieces.map(rowOf))
    await setLooked(c)
    if (posts > 0) c.record('archive.oursJoined', 'archive:ours', { posts })
    return ok({ posts })
  })
}

type Piece = {
  account_id: string
  handle: string
  post_id: string
  external_id: string
  text: string
  sent_at: Date
  removed_at: Date | null
  languages: string[] | null
  pictures: { alt: string }[] | null
  before_id: string | null
  answered_id: string | null
  answered_by: string | null
}

async function piecesSince(db: Db, forceId: string, since: Date): Promise<Piece[]> {
  const { rows } = await sql<Piece>`
    select d.account_id, a.handle, d.post_id, x.external_id, x.text, x.sent_at, x.removed_at,
      x.material->'languages' as languages, x.material->'pictures' as pictures,
      coalesce(b.external_id, w.external_id) as before_id, p.answering->>'externalId' as answered_id, p.answering->>'by' as answered_by
    from delivery d
    join piece x on x.force_id = d.force_id and x.delivery_id = d.id
    join post p on p.force_id = d.force_id and p.id = d.post_id
    join account a on a.force_id = d.force_id and a.id = d.account_id
    left join piece b on b.force_id = x.force_id and b.delivery_id = x.delivery_id and b.n = x.n - 1
    left join piece w on w.force_id = x.force_id and w.delivery_id = d.below_delivery_id and w.n = 0 and x.n = 0
    where d.force_id = ${forceId} and (x.sent_at >= ${since} or x.removed_at >= ${since})
      and x.external_id is not null and x.sent_at is not null and p.answering->>'direct' is null`.execute(db)
  return rows
}

/** The second piece of a thread answers the first, and a correction answers what it corrects: both are ourselves. */
function rowOf(piece: Piece): OursRow {
  const answered = piece.before_id ?? piece.answered_id
  const pictures = piece.pictures ?? []
  return {
    account_id: piece.account_id,
    external_id: piece.external_id,
    post_id: piece.post_id,
    said_at: piece.sent_at,
    seen_at: piece.sent_at,
    gone_at: piece.removed_at,
    kind: answered === null ? 'original' : 'reply',
    words: piece.text,
    language: piece.languages?.[0] ?? null,
    to_external_id: answered,
    to_handle: piece.before_id !== null ? piece.handle : piece.answered_id === null ? null : piece.answered_by,
    hashtags: orNull(hashtagsIn(piece.text)),
    mentions: orNull(mentionsIn(piece.text)),
    links: orNull(linksIn(piece.text)),
    pictures: pictures.length,
    videos: 0,
    described: pictures.filter((p) => p.alt !== '').length,
    attached:
      pictures.length > 0 ? JSON.stringify(pictures.map(({ alt }) => ({ kind: 'picture', alt, file: null }))) : null,
    cut: false,
    edited: false,
  }
}

const orNull = (list: string[]): string[] | null => (list.length > 0 ? list : null)
