import type { Db } from '../../foundation/database.ts'
import type { Custody, Line } from '../network.ts'
import * as store from './crowd.store.ts'

const pageSize = 20_000

/**
 * Who follows an account on the practice network: an invented public that is kept as numbers, and whose people have a name only
 * while somebody asks for them.
 */
export const followed = (account: Custody['account'], db: Db): Pick<Line, 'count' | 'followers'> => ({
  count: async () => ({ kind: 'counted', following: null, ...(await store.countsOf(db, account)) }),
  followers: async (cursor) => {
    const [from = '', skipped = '0'] = cursor?.split(' ') ?? []
    const people: string[] = []
    let skip = Number(skipped)
    for (const crowd of await store.crowdsFrom(db, account, from)) {
      const until = Math.min(crowd.people, skip + pageSize - people.length)
      for (let n = skip; n < until; n += 1) people.push(`${crowd.id}:${n}`)
      if (people.length === pageSize) return { kind: 'followers', people, cursor: `${crowd.id} ${until}` }
      skip = 0
    }
    return { kind: 'followers', people, cursor: null }
  },
})
