import { z } from 'zod'

/** A line of the force's plan, or what a neighbourhood has been promised. */
export const objectiveKind = z.enum(['objective', 'localPriority'])
export type ObjectiveKind = z.output<typeof objectiveKind>

/** `endsAt` itself is outside. */
export const inForceAt = (o: { startsAt: Date; endsAt: Date | null }, at: Date): boolean =>
  o.startsAt <= at && (o.endsAt === null || at < o.endsAt)
