import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'

export type MessageRow = Selectable<Tables['message']>
type Of = { force_id: string; account_id: string; network: string }

/** The network's ids of messages that are to be looked at again; those that wait longest first. */
export async function lookDue(db: Db, of: Of, now: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ external_id: string }>`
    select external_id from message where force_id = ${of.force_id} and account_id = ${of.account_id} and look_at <= ${now}
    order by look_at limit ${most}`.execute(db)
  return rows.map((r) => r.external_id)
}

/** `is_answered`: the answer that is not out yet is to this very message. */
export type Looked = MessageRow & { open: boolean; draft_post_id: string | null; is_answered: boolean }

/** Locks the conversations of these messages, then reads the messages. */
export async function lockMessages(c: Commanding, of: Of, externalIds: readonly string[]): Promise<Looked[]> {
  const named = sql`m.force_id = ${of.force_id} and m.network = ${of.network} and m.external_id = any(${[...externalIds]}::text[])`
  await sql`select 1 from conversation c where c.force_id = ${of.force_id} and c.id in (select m.conversation_id from message m where ${named})
    order by c.id for update`.execute(c.tx)
  const { rows } = await sql<Looked>`
    select m.*, c.stage = 'open' as open, c.draft_post_id, exists (select 1 from answer a where a.force_id = c.force_id
        and a.post_id = c.draft_post_id and a.message_id = m.id) as is_answered
    from message m join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
    where ${named} order by m.id for update of m`.execute(c.tx)
  return rows
}

/** It is about to be answered: the network is asked next how it stands. */
export const lookAtNow = (c: Commanding, messageId: string) =>
  c.tx
    .updateTable('message')
    .set({ look_at: c.now })
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', messageId)
    .execute()

/** Keeps the words of before, and puts the new ones in their place. */
export async function changeWords(c: Commanding, row: MessageRow, text: string, version: string): Promise<void> {
  await sql`insert into message_version (force_id, message_id, n, text, network_version, until_at)
    select ${row.force_id}, ${row.id}, coalesce(max(n), 0) + 1, ${row.text}, ${row.network_version}, ${c.now}
    from message_version where force_id = ${row.force_id} and message_id = ${row.id}`.execute(c.tx)
  await setMessage(c, row, { text, network_version: version, state: 'changed', state_since: c.now })
}

export async function setMessage(
  c: Commanding,
  row: MessageRow,
  change: Partial<Pick<MessageRow, 'text' | 'network_version' | 'state' | 'state_since'>>,
): Promise<void> {
  await c.tx.updateTable('message').set(change).where('force_id', '=', row.force_id).where('id', '=', row.id).execute()
}

/** When each is looked at again; `looked_again_at` only where the network said how it stands. */
export async function setLooks(
  c: Commanding,
  looks: readonly { id: string; look_at: Date | null; looked: boolean }[],
): Promise<void> {
  if (looks.length === 0) return
  await sql`update message m set look_at = n.look_at, looked_again_at = case when n.looked then ${c.now}::timestamptz else m.looked_again_at end
    from json_to_recordset(${JSON.stringify(looks)}::json) as n(id text, look_at timestamptz, looked boolean)
    where m.force_id = ${c.actor.forceId} and m.id = n.id`.execute(c.tx)
}
