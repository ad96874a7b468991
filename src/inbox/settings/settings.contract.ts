import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { personRef } from '../../posting/facts.ts'
import { aimMinutes } from '../desk.ts'
import { category } from '../inbox.contract.ts'
import { dangerWords } from '../triage/own-words.ts'
import { settingsRefusals as no } from './settings.refusals.ts'

/** All aims of one category. A first look is always wanted; null elsewhere: there is no such aim. */
const aimsOfOne = {
  firstLook: aimMinutes,
  firstReply: aimMinutes.nullable(),
  incidentRaised: aimMinutes.nullable(),
  /** Counted day and night, and not only in the hours in which the account is looked at. */
  always: z.boolean(),
}
const aims = z.object({ category, ...aimsOfOne })
export type CategoryAims = z.output<typeof aims>

/** What was changed. Of words of danger what came and what went; of the rest how it was and how it is. */
export const deskChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('aims'), category, before: z.object(aimsOfOne), after: z.object(aimsOfOne) }),
  z.object({
    what: z.literal('lines'),
    enabled: z.boolean(),
    /** What it said before, where its words were changed. */
    before: z.object({ en: z.string(), cy: z.string() }).nullable(),
  }),
  z.object({ what: z.literal('dangerWords'), added: z.array(z.string()), removed: z.array(z.string()) }),
])
export type DeskChange = z.output<typeof deskChange>

export const deskSettings = endpoint({
  method: 'GET',
  path: '/api/desk/settings',
  purpose:
    'What the desk is set to: its aims with our proposal beside each, what the law and the country set, its own words of danger, and who changed what.',
  input: z.object({}),
  output: z.object({
    /** In order of risk. `proposal`: what we propose, because nobody has set aims for the country. */
    aims: z.array(aims.extend({ proposal: z.object(aimsOfOne) })),
    /** Not for a force to change. */
    limits: z.object({ crimeHours: z.number(), requestDays: z.number() }),
    dangerWords,
    /** The latest first. */
    changes: z.array(z.object({ id: z.string(), at: z.string(), by: personRef, change: deskChange })),
    mayChange: z.boolean(),
  }),
})

export const changeAimsEndpoint = endpoint({
  method: 'POST',
  path: '/api/desk/settings/aims',
  purpose:
    'Sets the aims of one category, in minutes. The gravest three count day and night whatever is asked. The queue stands by them at once.',
  input: aims,
  output: aims,
  refusals: [no.mayNotChangeDesk],
})

export const changeDangerWordsEndpoint = endpoint({
  method: 'POST',
  path: '/api/desk/settings/danger-words',
  purpose:
    'Sets the words by which this force hears danger besides those that the product knows. They only ever lift a message.',
  input: dangerWords,
  output: dangerWords,
  refusals: [no.mayNotChangeDesk, no.saysNothing],
})
