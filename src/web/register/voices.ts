import type { z } from 'zod'
import type { accountActivity } from '../../measures/activity/activity.contract.ts'
import type { AccountPage } from '../../register/register.contract.ts'

export type Activity = z.output<typeof accountActivity.output>
export type Voice = Activity['voices'][number]
export type Place = AccountPage['contributors'][number]
/** `quiet`: signs here and said nothing for 30 days. `overHalf`: said more than half of all alone. */
export type VoiceRow = { place: Place; voice: Voice | null; quiet: boolean; overHalf: boolean }

/** Who signs here now, with what each said, the loudest first. The balance names people by their ids; an account of one voice has none. */
export const rowsOf = (
  kind: AccountPage['account']['kind'],
  contributors: readonly Place[],
  activity: Pick<Activity, 'voices' | 'balance'> | undefined,
): VoiceRow[] =>
  contributors
    .filter((place) => place.inForce && place.voice === 'signs')
    .map((place) => ({
      place,
      voice: activity?.voices.find((v) => v.person.id === place.person.id) ?? null,
      quiet: kind === 'collective' && (activity?.balance.quiet.includes(place.person.id) ?? false),
      overHalf: kind === 'collective' && activity?.balance.oneOverHalf === place.person.id,
    }))
    .sort((a, b) => (b.voice?.all ?? 0) - (a.voice?.all ?? 0))

/** Who drafts here now for those who sign: no voice of the account. */
export const draftersOf = (contributors: readonly Place[]): Place[] =>
  contributors.filter((place) => place.inForce && place.voice === 'drafts')
