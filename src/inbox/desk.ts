import { z } from 'zod'
import { type Category, categories } from './triage/category.ts'

/** Minutes; null: there is no aim of this kind. At most four weeks. */
const aim = z.number().int().min(1).max(40_320).nullable()
const byCategory = z.partialRecord(z.enum(categories), aim)

/** The force's own aims in minutes, as kept in `desk.aims`; what is left out is as in `ordinaryAims`. */
export const deskAims = z.object({
  /** Until a person has looked. */
  firstLook: byCategory.default({}),
  /** Until our answer is out. */
  firstReply: byCategory.default({}),
  /** Until the control room has it. */
  incidentRaised: byCategory.default({}),
})
export type DeskAims = z.input<typeof deskAims>

export type Aims = { readonly [clock in keyof DeskAims]-?: { readonly [category in Category]: number | null } }

/** Risk 15 minutes and everything else an hour until somebody looked, as proposed for M10; the rest is our own beginning. */
export const ordinaryAims: Aims = {
  firstLook: {
    threatOrVulnerable: 15,
    callForService: 15,
    intelligence: 15,
    complaint: 60,
    informationRequest: 60,
    question: 60,
    comment: 60,
    abuse: 60,
    media: 60,
  },
  firstReply: {
    threatOrVulnerable: 30,
    callForService: 30,
    intelligence: 60,
    complaint: 240,
    informationRequest: 480,
    question: 120,
    comment: null,
    abuse: null,
    media: 60,
  },
  incidentRaised: {
    threatOrVulnerable: 30,
    callForService: 30,
    intelligence: null,
    complaint: null,
    informationRequest: null,
    question: null,
    comment: null,
    abuse: null,
    media: null,
  },
}

/** Reads stored aims; what is missing or cannot be read is as usual. A first look is always wanted. */
export function readAims(stored: unknown): Aims {
  const read = deskAims.safeParse(stored ?? {})
  const own = read.success ? read.data : deskAims.parse({})
  const firstLook = { ...ordinaryAims.firstLook }
  for (const category of categories) firstLook[category] = own.firstLook[category] ?? firstLook[category]
  return {
    firstLook,
    firstReply: { ...ordinaryAims.firstReply, ...own.firstReply },
    incidentRaised: { ...ordinaryAims.incidentRaised, ...own.incidentRaised },
  }
}
