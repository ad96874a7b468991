import type { Commanding } from '../../audit/audit.commands.ts'
import { createDeliveries } from '../delivery/delivery.commands.ts'
import type { Release } from '../delivery/release.ts'
import { type PostRow, updatePost } from '../post.store.ts'
import type { Path } from '../post.ts'
import type { Standing } from './standing.queries.ts'

/**
 * Releases what stands there, in the caller's transaction. When its time is past nothing may fire: its deliveries begin held, because
 * then the last moment at which they may go out unasked is the due time itself. `until`: from then on it is no longer so, and does not go out.
 */
export async function release(
  c: Commanding,
  s: Standing,
  post: PostRow,
  path: Path,
  until: Date | null = null,
): Promise<{ dueAt: Date; late: boolean; held: number }> {
  const dueAt = s.due?.instant ?? c.now
  const late = dueAt < c.now
  await updatePost(c, post, { stage: 'released', path, due_at: dueAt, version: post.version, digest: post.digest })
  const { held } = await createDeliveries(c, releaseOf(s, dueAt, late, until))
  return { dueAt, late, held }
}

const earlier = (at: Date, until: Date | null): Date => (until !== null && until < at ? until : at)

const releaseOf = (s: Standing, dueAt: Date, late: boolean, until: Date | null): Release => ({
  postId: s.post.id,
  dueAt,
  belowPostId: s.post.corrects_post_id,
  answering: s.facts.answering,
  targets: s.chosen.map((account) => ({
    accountId: account.id,
    handle: account.handle,
    network: account.network,
    area: account.area,
    lateAfter: late ? dueAt : earlier(new Date(dueAt.getTime() + account.latenessMinutes * 60_000), until),
    pieces: (s.sheet.targets.find((t) => t.accountId === account.id)?.pieces ?? []).map((piece) => ({
      text: piece.text,
      languages: [s.content.language],
      pictures: piece.pictures.map(({ id, alt }) => ({ id, alt })),
    })),
  })),
})
