/** The tabs of the register, as they stand in its address. */
export const shows = [
  'all',
  'attention',
  'noOwner',
  'noCover',
  'keys',
  'review',
  'newOwner',
  'training',
  'proposed',
  'unofficial',
  'closed',
] as const
export type Show = (typeof shows)[number]
