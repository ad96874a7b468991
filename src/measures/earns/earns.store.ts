import { sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Earned } from './counting.ts'

/** What was found over one stretch of time, in place of what was found before. */
export async function replaceEarned(c: Commanding, span: 'year' | 'all', until: Date, earned: Earned): Promise<void> {
  const forceId = c.actor.forceId
  await c.tx.deleteFrom('earned').where('force_id', '=', forceId).where('span', '=', span).execute()
  await c.tx.deleteFrom('earned_count').where('force_id', '=', forceId).where('span', '=', span).execute()
  await sql`
    insert into earned (force_id, span, accounts_of, reaction, feature, accounts, posts_with, posts_without, effect, low, high,
      per_follower_with, per_follower_without, followers_known, luck)
    select ${forceId}, ${span}, r."group", r."reaction", r."feature", r."accounts", r."withIt", r."without", r."effect", r."low", r."high",
      r."perFollowerWith", r."perFollowerWithout", r."followersKnown", r."luck"
    from json_to_recordset(${JSON.stringify(earned.rows)}::json) as r ("group" text, "reaction" text, "feature" text, "accounts" int,
      "withIt" int, "without" int, "effect" float8, "low" float8, "high" float8, "perFollowerWith" float8, "perFollowerWithout" float8,
      "followersKnown" int, "luck" float8)`.execute(c.tx)
  await c.tx
    .insertInto('earned_count')
    .values({
      force_id: forceId,
      span,
      until_at: until,
      counted_at: c.now,
      posts: earned.posts,
      accounts: earned.accounts,
      left_out: JSON.stringify(earned.leftOut),
      networks: JSON.stringify(earned.networks),
      lessons: JSON.stringify(earned.lessons),
    })
    .execute()
}
