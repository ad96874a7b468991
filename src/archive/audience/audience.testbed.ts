import type { Counted, FollowersPage, Line, NotHeard } from '../../networks/network.ts'
import { replaceCrowds } from '../../networks/practice/crowd.store.ts'
import { scriptedLine } from '../../posting/delivery/delivery.testbed.ts'
import type { Lines } from '../../register/custody/lines.client.ts'
import { openRegisterBed, practiceId, type RegisterBed } from '../../register/register.testbed.ts'
import type { FollowerReader } from './reading.jobs.ts'

export const counted = (followers: number): Counted => ({ kind: 'counted', followers, following: 3, posts: 40 })
export const quiet: NotHeard = { kind: 'unknown', words: 'The network did not answer.' }
export const ended: NotHeard = { kind: 'later', until: null, keyEnded: true, words: 'The keys have ended.' }

/** What a network says of one account, in order; the last stands. */
type Says = { count?: Counted | NotHeard | 'throw'; pages?: (FollowersPage | NotHeard)[] }

export const page = (people: readonly string[], cursor: string | null = null): FollowersPage => ({
  kind: 'followers',
  people,
  cursor,
})

export type AudienceBed = RegisterBed & {
  /** What the scripted network says, by account. */
  says: Map<string, Says>
  asked: { accountId: string; cursor: string | null }[]
  lineOf: Lines['lineOf']
  reader: FollowerReader
  /** Sets of accounts on the practice network, each followed by so many people. */
  followedBy(crowds: readonly (readonly [people: number, ...accounts: string[]])[]): Promise<void>
  patterns(): Promise<Record<string, number>>
}

/** A force with accounts on a network that says what the test writes down. */
export async function openAudienceBed(): Promise<AudienceBed> {
  const bed = await openRegisterBed()
  const says = new Map<string, Says>()
  const asked: AudienceBed['asked'] = []
  const line = (accountId: string): Line => ({
    ...scriptedLine().line,
    count: async () => {
      const count = says.get(accountId)?.count ?? counted(0)
      if (count === 'throw') throw new TypeError('fetch failed')
      return count
    },
    followers: async (cursor) => {
      asked.push({ accountId, cursor })
      const pages = says.get(accountId)?.pages ?? []
      return (pages.length > 1 ? pages.shift() : pages[0]) ?? page([])
    },
  })
  const lineOf: Lines['lineOf'] = async (_, accountId) => line(accountId)
  return Object.assign(bed, {
    says,
    asked,
    lineOf,
    reader: { lineOf, rest: async () => {}, stopped: () => false },
    followedBy: (crowds: Parameters<AudienceBed['followedBy']>[0]) =>
      replaceCrowds(
        bed.db,
        bed.forceId,
        crowds.map(([people, ...accounts], n) => ({ id: `c${n}`, accounts, people })),
      ),
    patterns: async () => {
      const read = await bed.db.selectFrom('follower_read').select(['n', 'account_id']).execute()
      const rows = await bed.db.selectFrom('follower_pattern').select(['accounts', 'people']).execute()
      const names = (accounts: readonly number[]) =>
        accounts.map((n) => read.find((r) => r.n === n)?.account_id ?? '?').sort()
      return Object.fromEntries(rows.map((r) => [names(r.accounts).join('+'), r.people]))
    },
  })
}

/** Three live accounts on the practice network, by ids that say so. */
export async function threeAccounts(bed: RegisterBed): Promise<void> {
  for (const id of ['a', 'b', 'c']) {
    const made = await bed.account({ network: practiceId, handle: `@${id}`, name: `Account ${id}` })
    await bed.db.updateTable('account').set({ id }).where('id', '=', made).execute()
  }
}
