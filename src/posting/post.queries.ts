import { type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { instantIn } from '../foundation/clock.ts'
import type { Db } from '../foundation/database.ts'
import type { Tables } from '../foundation/tables.ts'
import type { Actor } from '../foundation/world.ts'
import type { DeliveryState } from './delivery/state.ts'
import { openable, openTo, shut } from './open-to.queries.ts'
import type { listPosts, postHead } from './post.contract.ts'
import { contentOf, type PostRow } from './post.store.ts'
import { titleOf } from './post.ts'
import { accountsBy, peopleBy } from './refs.queries.ts'

export type Head = z.input<typeof postHead>

/** What lists show of posts: people and accounts looked up once for all of them. */
export async function headsOf(db: Db, forceId: string, rows: readonly PostRow[]): Promise<Head[]> {
  const contents = rows.map(contentOf)
  const person = await peopleBy(
    db,
    forceId,
    rows.flatMap((r) => [r.author_id, r.speaker_id, r.changed_by]),
  )
  const accounts = await accountsBy(
    db,
    forceId,
    contents.flatMap((c) => c.targets),
  )
  return rows.map((r, n) => ({
    id: r.id,
    stage: r.stage,
    stageSince: r.stage_since.toISOString(),
    path: r.path,
    version: r.version,
    edit: r.edit,
    title: titleOf(contents[n]?.pieces ?? []),
    author: person(r.author_id),
    speaksFor: r.speaker_id ? person(r.speaker_id) : null,
    changedBy: person(r.changed_by ?? r.author_id),
    createdAt: r.created_at.toISOString(),
    changedAt: r.changed_at.toISOString(),
    dueAt: r.due_at?.toISOString() ?? null,
    accounts: (contents[n]?.targets ?? []).flatMap((id) => accounts.get(id) ?? []),
  }))
}

type Filter = z.output<typeof listPosts.input>
type Query<O> = SelectQueryBuilder<Tables, 'post', O>

function filtered<O>(query: Query<O>, f: Filter): Query<O> {
  let q = query
  if (f.stage) q = q.where('stage', '=', f.stage)
  else q = q.where('stage', '<>', 'discarded')
  if (f.person) q = q.where((e) => e.or([e('author_id', '=', f.person ?? ''), e('speaker_id', '=', f.person ?? '')]))
  if (f.account) q = q.where(sql<boolean>`content->'targets' @> ${JSON.stringify([f.account])}::jsonb`)
  if (f.text?.trim()) q = q.where('words', 'ilike', `%${f.text.trim().replace(/[\\%_]/g, '\\$&')}%`)
  if (f.state)
    q = q.where(
      sql<boolean>`exists (select 1 from delivery d where d.force_id = post.force_id and d.post_id = post.id and d.state = ${f.state})`,
    )
  return q
}

/**
 * One page of the posts that this one may know of, latest change first, with the states of their deliveries; looked for by words, only those
 * that are open to them. Put-away posts are listed only when asked for.
 */
export async function postsList(db: Db, actor: Actor, now: Date, f: Filter): Promise<z.input<typeof listPosts.output>> {
  const { forceId } = actor
  const open = f.text?.trim() ? openTo(actor, now) : openable(actor, now)
  const all = await filtered(
    db
      .selectFrom('post')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('force_id', '=', forceId)
      .where(open),
    f,
  ).executeTakeFirstOrThrow()
  const [at, id] = f.after?.split('_') ?? []
  const posts = db.selectFrom('post').selectAll().select(openTo(actor, now).as('opened'))
  let page = filtered(posts.where('force_id', '=', forceId).where(open), f)
  const from = instantIn(at)
  if (from && id) page = page.where(sql<boolean>`(changed_at, id) < (${from}, ${id})`)
  const rows = await page
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(f.most + 1)
    .execute()
  const shown = rows.slice(0, f.most).map(shut)
  const heads = await headsOf(db, forceId, shown)
  const states = await statesOf(
    db,
    forceId,
    shown.map((r) => r.id),
  )
  const last = shown.at(-1)
  return {
    posts: heads.map((h) => ({ ...h, states: states.get(h.id) ?? {} })),
    next: rows.length > f.most && last ? `${last.changed_at.toISOString()}_${last.id}` : null,
    all: Number(all.n),
  }
}

async function statesOf(
  db: Db,
  forceId: string,
  ids: readonly string[],
): Promise<Map<string, Partial<Record<DeliveryState, number>>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('delivery')
    .select(['post_id', 'state', (e) => e.fn.countAll<number>().as('n')])
    .where('force_id', '=', forceId)
    .where('post_id', 'in', [...ids])
    .groupBy(['post_id', 'state'])
    .execute()
  const found = new Map<string, Partial<Record<DeliveryState, number>>>()
  for (const r of rows) found.set(r.post_id, { ...found.get(r.post_id), [r.state]: Number(r.n) })
  return found
}
