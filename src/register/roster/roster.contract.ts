import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { placeVoice } from '../account.ts'
import { registerRefusals as no } from '../register.refusals.ts'

export const id = z.string().min(1).max(40)
export const instant = z.iso.datetime()
export const done = z.object({ id: z.string() })
export const personIn = z.object({ id: z.string(), name: z.string(), rank: z.string() })
export const contributorRow = z.object({
  id: z.string(),
  person: personIn,
  voice: placeVoice,
  trusted: z.boolean(),
  from: instant,
  until: instant.nullable(),
  inForce: z.boolean(),
  /** Until when their training and agreement let them write; null: no end. */
  trainedUntil: instant.nullable(),
  /** As published: 'ACC MJ:'; null where nothing is added. */
  signature: z.string().nullable(),
  /** The signature it should have since a promotion, but which somebody else here already has. */
  clash: z.object({ wanted: z.string(), heldBy: personIn }).nullable(),
})
export const legendRow = z.object({
  mark: z.string(),
  signature: z.string().nullable(),
  rank: z.string(),
  name: z.string(),
  from: instant,
  until: instant.nullable(),
})
export const delegationRow = z.object({
  id: z.string(),
  by: personIn,
  to: personIn,
  from: instant,
  until: instant,
  inForce: z.boolean(),
})

export const rosterEndpoints = {
  addContributor: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/contributors',
    purpose:
      'Lets a person write on an account: to sign there, with their signature made, or to draft for those who sign.',
    input: z.object({
      id,
      personId: id,
      voice: placeVoice.default('signs'),
      trusted: z.boolean().default(false),
      from: instant.nullable().default(null),
      until: instant.nullable().default(null),
      /** Only where the person's own initials are taken: their initials with a middle one. */
      initials: z.string().max(12).nullable().default(null),
    }),
    output: z.object({ id: z.string(), signature: z.string().nullable() }),
    refusals: [
      no.mayNotGrant,
      no.noAccount,
      no.accountClosed,
      no.personUnknown,
      no.alreadyContributor,
      no.signatureTaken,
      no.initialsNotTheirs,
      no.draftsOnly,
      no.datesWrong,
      no.notWithYourself,
    ],
  }),
  endContributor: endpoint({
    method: 'POST',
    path: '/api/register/contributors/:id/end',
    purpose: 'Ends a person’s place on an account. Their signatures stay in the legend.',
    input: z.object({ id }),
    output: done,
    refusals: [no.mayNotGrant, no.contributorEnded],
  }),
  trustContributor: endpoint({
    method: 'POST',
    path: '/api/register/contributors/:id/trust',
    purpose: 'Says whether a contributor may release low-risk local posts without waiting.',
    input: z.object({ id, trusted: z.boolean() }),
    output: done,
    refusals: [no.mayNotGrant, no.contributorEnded, no.notWithYourself],
  }),
  changeVoice: endpoint({
    method: 'POST',
    path: '/api/register/contributors/:id/voice',
    purpose: 'Lets somebody with a place sign there from now, or only draft. Old signatures stay in the legend.',
    input: z.object({ id, voice: placeVoice }),
    output: z.object({ id: z.string(), signature: z.string().nullable() }),
    refusals: [no.mayNotGrant, no.contributorEnded, no.signatureTaken],
  }),
  chooseInitials: endpoint({
    method: 'POST',
    path: '/api/register/contributors/:id/initials',
    purpose: 'Adds a middle initial to a person’s signature on one account, so that it is theirs alone.',
    input: z.object({ id, initials: z.string().max(12) }),
    output: z.object({ id: z.string(), signature: z.string().nullable() }),
    refusals: [no.mayNotGrant, no.contributorEnded, no.signatureTaken, no.initialsNotTheirs, no.draftsOnly],
  }),
  addDelegation: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/delegations',
    purpose: 'An officer lets another person release in their name on this account, until a date.',
    input: z.object({ id, byPersonId: id, toPersonId: id, until: instant }),
    output: done,
    refusals: [
      no.noAccount,
      no.accountClosed,
      no.notYourName,
      no.notWriting,
      no.draftsOnly,
      no.datesWrong,
      no.notToYourself,
    ],
  }),
  endDelegation: endpoint({
    method: 'POST',
    path: '/api/register/delegations/:id/end',
    purpose: 'Ends a consent at once.',
    input: z.object({ id }),
    output: done,
    refusals: [no.delegationEnded, no.notYourName],
  }),
  legend: endpoint({
    method: 'GET',
    path: '/api/register/accounts/:id/legend',
    purpose: 'Who signed how on an account, from when to when.',
    input: z.object({ id }),
    output: z.object({ legend: z.array(legendRow) }),
    refusals: [no.noAccount],
  }),
  speaker: endpoint({
    method: 'GET',
    path: '/api/register/accounts/:id/speaker',
    purpose: 'Who stood behind a signature at a moment.',
    input: z.object({ id, mark: z.string().min(1).max(40), at: instant }),
    output: z.object({ speaker: legendRow.nullable() }),
    refusals: [no.noAccount],
  }),
} as const
