import { sql } from 'kysely'
import { command } from '../src/audit/audit.commands.ts'
import { verifyChain } from '../src/audit/audit.queries.ts'
import type { Db } from '../src/foundation/database.ts'
import { newId } from '../src/foundation/identity.ts'
import { nudge } from '../src/foundation/live.ts'
import { ok } from '../src/foundation/outcome.ts'
import type { World } from '../src/foundation/world.ts'
import { forceId } from './chaos-scenario.ts'
import { diceOf } from './dice.ts'

const actor = { forceId, personId: null, roles: [] }
const accountId = 'practice'
const network = 'practice'
const ourPosts = ['ours-1', 'ours-2', 'ours-3']
const faults = ['dropBefore', 'slow', 'tooMany', 'keysEnded', 'errorAfter'] as const

/** What the public answers; made once. */
export async function prepareListening(world: World): Promise<void> {
  const at = world.clock.now()
  for (const id of ourPosts)
    await world.db
      .insertInto('practice_record')
      .values({ force_id: forceId, id, account_id: accountId, name: 'us', text: id, created_at: at, arrived_at: at })
      .onConflict((c) => c.doNothing())
      .execute()
}

/** One life's share of the public: messages and misfortunes as the seed says. Doing it twice changes nothing. */
export async function sayLot(world: World, seed: number, size: number): Promise<void> {
  const dice = diceOf(seed)
  await command(world, actor, async (c) => {
    const mark = `lot${seed} `
    const known = await c.tx
      .selectFrom('practice_record')
      .select('id')
      .where('force_id', '=', forceId)
      .where('name', '=', mark)
      .executeTakeFirst()
    if (known) return ok(null)
    const made: { id: string; root: string }[] = []
    const rows = Array.from({ length: size }, (_, n) => {
      const id = newId(c.now)
      const throwOf = dice.next()
      const above = throwOf < 0.3 ? made[dice.upTo(made.length)] : undefined
      const parent = above?.id ?? (throwOf < 0.7 ? dice.pick(ourPosts) : null)
      const root = above?.root ?? parent
      const by = `public:${dice.upTo(200)}`
      const isDirect = parent === null && throwOf > 0.9
      if (parent !== null) made.push({ id, root: root ?? id })
      return {
        force_id: forceId,
        id,
        name: n === 0 ? mark : by,
        author: by,
        kind: isDirect ? ('direct' as const) : parent === null ? ('mention' as const) : ('reply' as const),
        text: `${seed}.${n} when are you open?`,
        to_account: accountId,
        reply_to: parent,
        root_id: root,
        conversation: isDirect ? `${accountId}~${by}` : null,
        created_at: c.now,
        arrived_at: c.now,
      }
    })
    await c.tx.insertInto('practice_record').values(rows).execute()
    // Not more than a life can meet, or nothing would be heard before the last one.
    if (dice.next() < 0.4)
      await c.tx
        .insertInto('practice_fault')
        .values({
          force_id: forceId,
          id: newId(c.now),
          account_id: accountId,
          act: dice.pick(faults),
          times: 1,
          seconds: 1,
          meets: 'hear',
        })
        .execute()
    await nudge(c.tx, [{ forceId, topic: network }])
    return ok(null)
  })
}

const count = async (db: Db, table: 'message' | 'practice_record'): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(table)} where force_id = ${forceId}
    ${table === 'message' ? sql`` : sql`and account_id is null`}`.execute(db)
  return rows[0]?.n ?? 0
}

/** What the worker has still before it: messages that were said and are not here yet, and misfortunes that it has still to meet. */
export async function stillToHear(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(sum(times), 0)::int as n from practice_fault
    where force_id = ${forceId} and times > 0`.execute(db)
  return (await count(db, 'practice_record')) - (await count(db, 'message')) + (rows[0]?.n ?? 0)
}

/** Alarms that nothing is heard; they settle themselves when something is. */
export async function openAlarms(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from alarm
    where force_id = ${forceId} and kind = 'notHeard' and settled_at is null`.execute(db)
  return rows[0]?.n ?? 0
}

export type HeardVerdict = {
  messages: number
  conversations: number
  lost: number
  doubled: number
  /** Conversations whose own count is not the number of their messages, or that hold none. */
  miscounted: number
  /** A reply apart from what it answers. */
  apart: number
  unsettled: number
  chainWhole: boolean
}

/** Compares what was said with what is kept. */
export async function judgeHeard(db: Db): Promise<HeardVerdict> {
  const one = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(db)).rows[0]?.n ?? -1
  return {
    messages: await count(db, 'message'),
    conversations: await one(sql`select count(*)::int as n from conversation where force_id = ${forceId}`),
    lost: await one(sql`select count(*)::int as n from practice_record r where r.force_id = ${forceId} and r.account_id is null
      and not exists (select 1 from message m where m.force_id = r.force_id and m.external_id = r.id and m.text = r.text)`),
    doubled: await one(
      sql`select (count(*) - count(distinct external_id))::int as n from message where force_id = ${forceId}`,
    ),
    miscounted: await one(sql`select count(*)::int as n from conversation c where c.force_id = ${forceId}
      and c.messages <> (select count(*) from message m where m.force_id = c.force_id and m.conversation_id = c.id)
      or not exists (select 1 from message m where m.force_id = c.force_id and m.conversation_id = c.id)`),
    apart:
      await one(sql`select count(*)::int as n from message m join message p on p.force_id = m.force_id and p.external_id = m.parent
      where m.force_id = ${forceId} and p.conversation_id <> m.conversation_id`),
    unsettled: await openAlarms(db),
    chainWhole: (await verifyChain(db, forceId)).whole,
  }
}
