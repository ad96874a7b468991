import type { Going } from '../../../review/plan/loss.ts'
import type { PersonKey } from '../../force.ts'

/** An account as the round has it. `status`: as the register has it; null of a look-alike. */
export type Planned = {
  accountId: string | null
  network: string
  handle: string
  class: string | null
  area: string | null
  recommendation: string
  status: string | null
}

type Plan = { by: PersonKey; at: string; name: string; going(all: readonly Planned[]): Going[] }

const districts: Readonly<Record<string, string>> = {
  Westport: 'WestportPolice',
  'Westport Central': 'WestportPolice',
  Eastby: 'EastbyPolice',
  Harrowfield: 'HarrowfieldPolice',
  Tregarn: 'HeddluTregarn',
  Penmoor: 'PenmoorPolice',
  Ashmoor: 'AshmoorPolice',
}

const ours = (all: readonly Planned[]): Planned[] =>
  all.filter((a) => a.accountId !== null && (a.status === 'live' || a.status === 'underReview'))

/** Two ways that were thought through before anything was decided: few large accounts, or only fewer empty ones. */
export const plans: readonly Plan[] = [
  {
    by: 'owen',
    at: '14:10',
    name: 'Every neighbourhood joins its district',
    going: (all) =>
      ours(all).flatMap((a) => {
        const into = ours(all).find((d) => d.handle === districts[a.area ?? ''])
        return a.class === 'neighbourhood' && a.accountId && into ? [{ accountId: a.accountId, intoAccountId: into.accountId }] : [] // biome-ignore format: one thought
      }),
  },
  {
    by: 'priya',
    at: '15:30',
    name: 'Only what has fallen silent closes',
    going: (all) =>
      ours(all).flatMap((a) =>
        a.recommendation === 'close' && a.accountId ? [{ accountId: a.accountId, intoAccountId: null }] : [],
      ),
  },
]
