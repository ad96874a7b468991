import { sql } from 'kysely'
import { countFollowers } from '../archive/audience/counting.jobs.ts'
import { recordLocal } from '../archive/audience/local.commands.ts'
import { readFollowers } from '../archive/audience/reading.jobs.ts'
import { replaceCrowds } from '../networks/practice/crowd.store.ts'
import { openLines } from '../register/custody/lines.client.ts'
import type { ConnectedKey } from './accounts.ts'
import { connected } from './connected.ts'
import { crowdsOf, type Followed } from './crowds.ts'
import { actorOf, type Chapter, type DemoWorld, done, idOf } from './start.commands.ts'

/** What communications read on the networks' own pages: of 1,000 followers, how many are in Westshire. Of the others nobody has looked. */
const inArea: readonly (readonly [ConnectedKey, number])[] = [
  ['westshire', 610],
  ['westport', 830],
  ['eastby', 790],
  ['dogs', 240],
  ['roads', 520],
]

/** Who follows: an invented public as large as the archive says, counted and read as on any other day. */
export const followers: Chapter = async ({ world, say }) => ({
  moments: [],
  end: async () => {
    say('Who follows is counted …')
    await replaceCrowds(world.db, world.forceId, crowdsOf(await followedNow(world)))
    while ((await countFollowers(world)) > 0);
    await readFollowers(world, { lineOf: openLines(world).lineOf, rest: async () => {}, stopped: () => false })
    const asOf = new Date(world.clock.now().getTime() - 12 * 86_400_000).toISOString().slice(0, 10)
    for (const [key, of1000] of inArea) {
      const said = {
        id: idOf(world.accountIds, key),
        inArea: of1000,
        of: 1000,
        asOf,
        source: 'Statistics page, by town',
      }
      done(await recordLocal(world, actorOf(world, 'priya'), said), `where those are who follow ${key}`)
    }
  },
})

/** The connected accounts with how many followed each when an archive said so last. */
async function followedNow({ db, forceId, accountIds }: DemoWorld): Promise<Followed[]> {
  const ids = Object.keys(connected).map((key) => idOf(accountIds, key as ConnectedKey))
  const { rows } = await sql<Followed>`
    select distinct on (account_id) account_id as id, followers from account_count
    where force_id = ${forceId} and account_id = any(${ids}::text[]) and followers is not null order by account_id, at desc`.execute(
    db,
  )
  return rows
}
