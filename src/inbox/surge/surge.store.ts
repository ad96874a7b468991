import { type Insertable, type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Why } from './surge.ts'

export type SurgeRow = Selectable<Tables['surge']>
export type GroupRow = Selectable<Tables['surge_group']>

/** The surge that is, or else the last one whose mode is still on. */
export const currentSurge = (db: Db, forceId: string): Promise<SurgeRow | undefined> =>
  db
    .selectFrom('surge')
    .selectAll()
    .where('force_id', '=', forceId)
    .where((e) =>
      e.or([e('ended_at', 'is', null), e.and([e('mode_at', 'is not', null), e('mode_ended_at', 'is', null)])]),
    )
    .orderBy(sql`(ended_at is null)`, 'desc')
    .orderBy('noticed_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export const lockSurge = (tx: Tx, forceId: string, id: string): Promise<SurgeRow | undefined> =>
  tx.selectFrom('surge').selectAll().where('force_id', '=', forceId).where('id', '=', id).forUpdate().executeTakeFirst()

/** Null: another process was quicker. */
export async function insertSurge(c: Commanding, beganAt: Date, why: Why): Promise<string | null> {
  const made = await c.tx
    .insertInto('surge')
    .values({
      force_id: c.actor.forceId,
      id: newId(c.now),
      began_at: beganAt,
      noticed_at: c.now,
      loud_at: c.now,
      why: JSON.stringify(why),
    })
    .onConflict((o) => o.column('force_id').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

export type SurgeChange = Partial<
  Pick<
    SurgeRow,
    | 'loud_at'
    | 'ended_at'
    | 'mode_by'
    | 'mode_at'
    | 'mode_ended_at'
    | 'mode_ended_by'
    | 'rumour_by'
    | 'rumour_at'
    | 'line_post_id'
  >
> & { why?: Why }

export const changeSurge = (c: Commanding, id: string, { why, ...change }: SurgeChange) =>
  c.tx
    .updateTable('surge')
    .set({ ...change, ...(why ? { why: JSON.stringify(why) } : {}) })
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', id)
    .execute()

/** What is not yet put into a group of this surge, locked and at most so many; who has a row in hand is not waited for. */
export async function ungrouped(c: Commanding, surge: SurgeRow, most: number) {
  const { rows } = await sql<{
    id: string
    kind: 'public' | 'direct'
    language: 'en' | 'cy'
    category: Tables['conversation']['category']
  }>`
    select c.id, c.kind, c.language, c.category from conversation c
    where c.force_id = ${c.actor.forceId} and c.stage = 'open' and c.last_said_at >= ${surge.began_at}
      and c.surge_id is distinct from ${surge.id}
    order by c.id limit ${most} for update skip locked`.execute(c.tx)
  return rows
}

/** What waits for us in each of these: the public's messages since it waits, without those that are gone. */
export async function waitingIn(
  db: Db,
  forceId: string,
  ids: readonly string[],
): Promise<Map<string, { text: string; pictures: number }[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ conversation: string; text: string; pictures: number }>`
    select m.conversation_id as conversation, m.text, m.pictures from conversation c
      join message m on m.force_id = c.force_id and m.conversation_id = c.id
    where c.force_id = ${forceId} and c.id = any(${[...ids]}::text[]) and c.waiting_since is not null
      and m.said_at >= c.waiting_since and m.state <> 'gone'
    order by m.said_at, m.id`.execute(db)
  const found = new Map<string, { text: string; pictures: number }[]>()
  for (const { conversation, ...said } of rows) found.set(conversation, [...(found.get(conversation) ?? []), said])
  return found
}

/** Groups of this surge that share any of these keys. */
export const groupsWith = (tx: Tx, surge: SurgeRow, keys: readonly string[]): Promise<GroupRow[]> =>
  tx
    .selectFrom('surge_group')
    .selectAll()
    .where('force_id', '=', surge.force_id)
    .where('surge_id', '=', surge.id)
    .where(sql<boolean>`keys && ${[...keys]}::text[]`)
    .execute()

export type NewGroup = Insertable<Tables['surge_group']>

/** Keeps a lot: its new groups, who belongs where, how many each has, and that all of them were looked at. */
export async function keepLot(
  c: Commanding,
  surge: SurgeRow,
  made: readonly NewGroup[],
  members: readonly { group: string; conversation: string }[],
  looked: readonly string[],
): Promise<void> {
  const force_id = surge.force_id
  if (made.length > 0)
    await c.tx
      .insertInto('surge_group')
      .values([...made])
      .execute()
  if (members.length > 0) {
    await c.tx
      .insertInto('surge_member')
      .values(members.map((m) => ({ force_id, group_id: m.group, conversation_id: m.conversation })))
      .onConflict((o) => o.doNothing())
      .execute()
    const sizes = [...Map.groupBy(members, (m) => m.group)].map(([id, those]) => ({ id, n: those.length }))
    await sql`update surge_group g set size = g.size + n.n from json_to_recordset(${JSON.stringify(sizes)}::json) as n(id text, n int)
      where g.force_id = ${force_id} and g.id = n.id`.execute(c.tx)
  }
  await c.tx
    .updateTable('conversation')
    .set({ surge_id: surge.id })
    .where('force_id', '=', force_id)
    .where('id', 'in', [...looked])
    .execute()
}
