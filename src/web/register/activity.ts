import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { accountActivity, forceActivity } from '../../measures/activity/activity.contract.ts'
import { call } from '../call.ts'

/** It moves by the day. */
const staleTime = 5 * 60_000

/** Who spoke on one account in 13 weeks. */
export const useActivity = (id: string) =>
  useQuery({
    queryKey: ['activity', id],
    queryFn: ({ signal }) => call(accountActivity, { id }, { signal }),
    staleTime,
  })

type OfAccount = z.output<typeof forceActivity.output>['accounts'][number]

/** How much was said on every account, by its id: those that never spoke are left out. null while it is being read. */
export type ForceActivity = { weeks: number; of: ReadonlyMap<string, OfAccount> } | 'notKnown' | null

const byAccount = ({ weeks, accounts }: z.output<typeof forceActivity.output>) => ({
  weeks: weeks.length,
  of: new Map(accounts.map((a) => [a.accountId, a])),
})

/** The same for every account of the force, in one call. */
export const useForceActivity = (): ForceActivity => {
  const { data, isError } = useQuery({
    queryKey: ['activity'],
    queryFn: ({ signal }) => call(forceActivity, {}, { signal }),
    staleTime,
    select: byAccount,
  })
  return data ?? (isError ? 'notKnown' : null)
}

/** How many accounts are dormant; none while it is not known. */
export const dormantIn = (activity: ForceActivity): number =>
  activity === null || activity === 'notKnown' ? 0 : [...activity.of.values()].filter((a) => a.dormant !== null).length
