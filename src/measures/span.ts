import { z } from 'zod'
import { dayMs, type Span } from './book.ts'

/** The stretches of time that are kept counted. `before` is what the thirteen weeks are compared with. */
export const spanNames = ['weeks13', 'before', 'year', 'all'] as const
export const spanName = z.enum(spanNames)
export type SpanName = z.output<typeof spanName>

const weeks13 = 91 * dayMs

/** `until` (excluded) is the end of them all but `before`. Measured in days of 24 hours, so that thirteen weeks always are as long. */
export const spanOf = (name: SpanName, until: number): Span => {
  if (name === 'before') return { from: until - 2 * weeks13, until: until - weeks13 }
  return { from: name === 'weeks13' ? until - weeks13 : name === 'year' ? until - 365 * dayMs : 0, until }
}
