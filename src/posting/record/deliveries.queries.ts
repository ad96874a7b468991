import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Delivery } from '../delivery/delivery.store.ts'
import { stateWords } from '../delivery/state.ts'
import type { delivery } from '../post.contract.ts'
import { accountsBy } from '../refs.queries.ts'

export type DeliveryOut = z.input<typeof delivery>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** Where a post is: each delivery with its pieces and tries, in three statements. */
export async function deliveriesOf(db: Db, forceId: string, postId: string): Promise<DeliveryOut[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('post_id', '=', postId)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const pieces = await db
    .selectFrom('piece')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('delivery_id', 'in', ids)
    .orderBy('n')
    .execute()
  const attempts = await db
    .selectFrom('attempt')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('delivery_id', 'in', ids)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  const accounts = await accountsBy(
    db,
    forceId,
    rows.map((r) => r.account_id),
  )
  const piecesBy = Map.groupBy(pieces, (p) => p.delivery_id)
  const attemptsBy = Map.groupBy(attempts, (a) => a.delivery_id)
  return rows.flatMap((d) => {
    const account = accounts.get(d.account_id)
    if (!account) return []
    const tries = attemptsBy.get(d.id) ?? []
    return [{ ...shown(d), account, pieces: (piecesBy.get(d.id) ?? []).map(shownPiece), attempts: tries.map(shownTry) }]
  })
}

const shown = (d: Delivery): Omit<DeliveryOut, 'account' | 'pieces' | 'attempts'> => ({
  id: d.id,
  state: d.state,
  stateWords: stateWords[d.state],
  since: d.state_since.toISOString(),
  dueAt: d.due_at.toISOString(),
  nextAt: d.next_at.toISOString(),
  words: d.words,
  removal: d.removal,
  sentAt: iso(d.sent_at),
  looks: d.looks,
})

const shownPiece = (p: Selectable<Tables['piece']>): DeliveryOut['pieces'][number] => ({
  n: p.n,
  text: p.text,
  externalId: p.external_id,
  url: p.url,
  sentAt: iso(p.sent_at),
  removedAt: iso(p.removed_at),
})

const shownTry = (a: Selectable<Tables['attempt']>): DeliveryOut['attempts'][number] => ({
  n: a.n,
  act: a.act,
  startedAt: a.started_at.toISOString(),
  endedAt: iso(a.ended_at),
  ending: a.ending,
  words: a.words,
})
