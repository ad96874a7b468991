import type { Play } from '../play.commands.ts'
import { idOf } from '../start.commands.ts'

/** Where in the store a message of the public stands by now. */
export async function placeOf(
  { world, talks }: Play,
  talk: string,
): Promise<{ message: string; id: string; version: number }> {
  const row = await world.db
    .selectFrom('message as m')
    .innerJoin('conversation as c', (j) =>
      j.onRef('c.force_id', '=', 'm.force_id').onRef('c.id', '=', 'm.conversation_id'),
    )
    .select(['m.id as message', 'c.id', 'c.version'])
    .where('m.force_id', '=', world.forceId)
    .where('m.external_id', '=', idOf(talks, talk))
    .executeTakeFirst()
  if (!row) throw new Error(`The demo's desk has not heard ${talk} yet.`)
  return row
}
