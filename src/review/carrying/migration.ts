/** What is counted of an account that was closed and of the one that it joined. Null: not known. Shares are 0 to 1. */
export type Counted = {
  followers: number | null
  dialogue: number | null
  voices: number | null
  intoFollowers: number | null
  intoDialogue: number | null
  intoVoices: number | null
}

/** Days of the force's calendar after the closing, at the same time by its clock, on which is counted again. */
export const countDays = [30, 90] as const

/** Who came along, as far as counts can tell. */
export type CameAlong = {
  /** Followers that the account that goes on has more than when the list began. */
  more: number | null
  /** As a share of those who followed the account that closed; never over 1 or under 0. */
  share: number | null
  /** Of the people who signed there, how many sign on the account that goes on. */
  voices: number | null
  voicesOf: number | null
  /** Dialogue share of the account that goes on, less what it was; in points of 1. */
  dialogue: number | null
}

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b)

export function cameAlong(before: Counted, after: Counted): CameAlong {
  const more = less(after.intoFollowers, before.intoFollowers)
  const of = before.followers
  return {
    more,
    share: more === null || of === null || of === 0 ? null : Math.min(1, Math.max(0, more / of)),
    voices: after.voices,
    voicesOf: before.voices,
    dialogue: less(after.intoDialogue, before.intoDialogue),
  }
}
