import { z } from 'zod'
import { type Category, categories, needsPerson } from './triage/category.ts'

/** Minutes, at most four weeks. */
export const aimMinutes = z.number().int().min(1).max(40_320)
/** Null: there is no aim of this kind. */
const byCategory = z.partialRecord(z.enum(categories), aimMinutes.nullable())

/** What a force sets an aim for, in the order in which a desk does it. */
export const aimKinds = ['firstLook', 'firstReply', 'incidentRaised'] as const
export type AimKind = (typeof aimKinds)[number]

/** The force's own aims in minutes, as kept in `desk.aims`; what is left out is as in `ordinaryAims`. */
export const deskAims = z.object({
  /** Until a person has looked. */
  firstLook: byCategory.default({}),
  /** Until our answer is out. */
  firstReply: byCategory.default({}),
  /** Until the control room has it. */
  incidentRaised: byCategory.default({}),
  /** Counted day and night, and not only in the hours in which the account is looked at. */
  always: z.partialRecord(z.enum(categories), z.boolean()).default({}),
})

export type Aims = { readonly [kind in AimKind]: { readonly [category in Category]: number | null } } & {
  readonly always: { readonly [category in Category]: boolean }
}

/**
 * Nobody has set aims for the country; these are our proposal. Risk 15 minutes and everything else an hour until somebody looked, as proposed
 * for M10; the rest is our own beginning. Those who may be at risk do not wait for office hours.
 */
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
  always: {
    threatOrVulnerable: true,
    callForService: true,
    intelligence: true,
    complaint: false,
    informationRequest: false,
    question: false,
    comment: false,
    abuse: false,
    media: false,
  },
}

/** Reads stored aims; what is missing or cannot be read is as usual. A first look is always wanted, and the gravest always count day and night. */
export function readAims(stored: unknown): Aims {
  const read = deskAims.safeParse(stored ?? {})
  const own = read.success ? read.data : deskAims.parse({})
  const firstLook = { ...ordinaryAims.firstLook }
  const always = { ...ordinaryAims.always }
  for (const category of categories) {
    firstLook[category] = own.firstLook[category] ?? firstLook[category]
    always[category] = needsPerson(category) || (own.always[category] ?? always[category])
  }
  return {
    firstLook,
    firstReply: { ...ordinaryAims.firstReply, ...own.firstReply },
    incidentRaised: { ...ordinaryAims.incidentRaised, ...own.incidentRaised },
    always,
  }
}
