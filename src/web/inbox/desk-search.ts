import { z } from 'zod'

export const shows = ['all', 'mine', 'nobodys', 'closed'] as const
export type Show = (typeof shows)[number]

/** What the address of the desk says beside the open conversation. */
export const deskSearch = z.object({
  show: z.enum(shows).optional().catch(undefined),
  account: z.string().optional().catch(undefined),
  /** Done once on arrival, and then no longer in the address. */
  do: z.enum(['take', 'reply']).optional().catch(undefined),
})
export type DeskSearch = z.output<typeof deskSearch>

/** The same list with another conversation open. */
export const sameList = ({ show, account }: DeskSearch): DeskSearch => ({ show, account })
