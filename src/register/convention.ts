import { z } from 'zod'
import { accountClass } from './account.ts'

const word = z.string().trim().min(2).max(60)
const words = z.array(word).max(200)

/** How the force names its accounts. An empty list asks for nothing. */
export const namingConvention = z.object({
  /** Words of which one shows whose account it is: 'Westshire', 'Police'. */
  forceWords: words,
  /** A handle begins with one of these. */
  prefixes: words,
  /** Places as handles write them. An account's own area always counts as one. */
  places: words,
  /** Accounts of these classes name a place. */
  placeIn: z.array(accountClass).max(20),
  /** Only an individual's account may hold a personal name. */
  noPersonalNames: z.boolean(),
})

/** What a profile has to say. */
export const profileConvention = z.object({
  whoRunsIt: z.boolean(),
  notForEmergencies: z.boolean(),
  numbers: z.boolean(),
  hours: z.boolean(),
  /** Address of the house rules; empty: any link will do, `null`: none is asked for. */
  houseRules: z.union([z.url({ protocol: /^https?$/ }).max(300), z.literal('')]).nullable(),
})

export const convention = z.object({ naming: namingConvention, profile: profileConvention })
export type Convention = z.output<typeof convention>
export type NamingConvention = Convention['naming']
export type ProfileConvention = Convention['profile']

/** What holds until a force has written its own: its name, or the word police, and everything that a profile should say. */
export const ordinaryConvention = (forceName: string): Convention => ({
  naming: {
    forceWords: [...new Set(['Police', 'Heddlu', ...forceName.split(/\s+/).filter((w) => w.length > 2)])],
    prefixes: [],
    places: [],
    placeIn: ['district', 'neighbourhood'],
    noPersonalNames: true,
  },
  profile: { whoRunsIt: true, notForEmergencies: true, numbers: true, hours: true, houseRules: '' },
})

/** Something that a name or a profile should be otherwise. Advice: a good name may break any convention. */
export const conventionFinding = z.object({
  id: z.string(),
  /** What it is about: the characters of the text, the end excluded. Nought to nought: something that is not there. */
  from: z.number().int(),
  to: z.number().int(),
  words: z.string(),
  fix: z.string(),
  /** The handle, or the sentence to add, as it could be; null where only a person can know. */
  wording: z.string().nullable(),
})
export type ConventionFinding<Id extends string = string> = z.output<typeof conventionFinding> & { id: Id }
