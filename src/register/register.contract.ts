import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import {
  accountClass,
  accountFlag,
  accountKind,
  accountMove,
  accountMoves,
  accountStatus,
  signaturePlace,
} from './account.ts'
import { convention, conventionFinding } from './convention.ts'
import { cover, coverHours } from './cover.ts'
import { custodyEndpoints } from './custody/custody.contract.ts'
import { keysState } from './custody/custody.ts'
import { outsideEndpoints } from './outside/outside.contract.ts'
import { registerRefusals as no, placeRefusals } from './register.refusals.ts'
import { requestEndpoints } from './request/request.contract.ts'
import { opening } from './request/request.ts'
import {
  contributorRow,
  delegationRow,
  done,
  id,
  instant,
  legendRow,
  personIn,
  rosterEndpoints,
} from './roster/roster.contract.ts'
import { sheetEndpoints } from './sheet/sheet.contract.ts'
import { successionEndpoints } from './succession.contract.ts'

const line = z.string().trim().min(1).max(200)
const prose = z.string().trim().max(2000)

/** What a person decides about an account. `ownerOfficeId` is an office, so that ownership outlives its holder. */
export const accountFields = z.object({
  network: z.string().min(1).max(40),
  handle: line,
  name: line,
  class: accountClass,
  kind: accountKind,
  purpose: z.string().trim().min(1).max(500),
  area: line.nullable().default(null),
  ownerOfficeId: id.nullable().default(null),
  supervisorOfficeId: id.nullable().default(null),
  signaturePlace: signaturePlace,
  cover: cover.default([]),
  latenessMinutes: z.number().int().min(1).max(1440).default(30),
  objectiveIds: z.array(id).max(20).default([]),
  nextReviewAt: instant.nullable().default(null),
})
export type AccountFields = z.output<typeof accountFields>

const officeHolder = z.object({
  officeId: z.string(),
  title: z.string(),
  holder: personIn.nullable(),
  /** Since when it is held, or vacant. */
  since: instant.nullable(),
})

const accountRow = z.object({
  id: z.string(),
  network: z.string(),
  handle: z.string(),
  name: z.string(),
  class: accountClass,
  kind: accountKind,
  status: accountStatus,
  practice: z.boolean(),
  purpose: z.string(),
  area: z.string().nullable(),
  owner: officeHolder.nullable(),
  signaturePlace: signaturePlace,
  /** People who sign here now; those who only draft are not counted. */
  people: z.number().int(),
  cover: z.object({
    words: z.string(),
    hours: z.number(),
    days: z.array(z.array(z.object({ from: z.number(), to: z.number() }))),
  }),
  nextReviewAt: instant.nullable(),
  keys: keysState,
  flags: z.array(accountFlag),
})
export type AccountRow = z.output<typeof accountRow>

const accountPage = z.object({
  account: accountRow.extend({
    supervisor: officeHolder.nullable(),
    coverHours: z.array(coverHours),
    zone: z.string(),
    coveredNow: z.boolean(),
    nextCover: instant.nullable(),
    latenessMinutes: z.number().int(),
    objectives: z.array(z.object({ id: z.string(), title: z.string() })),
    externalId: z.string().nullable(),
    createdAt: instant,
    version: z.number().int(),
  }),
  contributors: z.array(contributorRow),
  /** Every signature ever used here, newest first. */
  legend: z.array(legendRow),
  delegations: z.array(delegationRow),
  /** Why it was moved, or its keys ended; newest first. */
  decisions: z.array(
    z.object({ what: z.enum([...accountMoves, 'endKeys']), reason: z.string(), by: personIn.nullable(), at: instant }),
  ),
  moves: z.array(accountMove),
  /** What the force's convention has to say about the handle. */
  naming: z.array(conventionFinding),
  /** The words by which it says who it is, as last read at the network; null: nobody has. `wording`: one that says everything. */
  profile: z.object({
    text: z.string().nullable(),
    at: instant.nullable(),
    findings: z.array(conventionFinding),
    wording: z.string(),
  }),
  /** What is gone through before it opens; null once it did. */
  opening: z.array(opening).nullable(),
  may: z.object({ write: z.boolean(), change: z.boolean(), keys: z.boolean(), contributors: z.boolean() }),
})
export type AccountPage = z.output<typeof accountPage>

export const registerEndpoints = {
  beginning: endpoint({
    method: 'GET',
    path: '/api/register/beginning',
    purpose: 'How far a new force has come: which of the first steps are done.',
    input: z.object({}),
    output: z.object({
      /** Somebody holds the role, and so may decide who writes. */
      headOfCommunications: z.boolean(),
      accounts: z.boolean(),
      contributor: z.boolean(),
      /** The keys of an account are in custody and work. */
      connected: z.boolean(),
    }),
  }),
  accounts: endpoint({
    method: 'GET',
    path: '/api/register/accounts',
    purpose: 'The register: every account of the force.',
    input: z.object({}),
    output: z.object({ accounts: z.array(accountRow), mayChange: z.boolean() }),
  }),
  account: endpoint({
    method: 'GET',
    path: '/api/register/accounts/:id',
    purpose: 'One account: its record, who writes on it, who signed how.',
    input: z.object({ id }),
    output: accountPage,
    refusals: [no.noAccount],
  }),
  addAccount: endpoint({
    method: 'POST',
    path: '/api/register/accounts',
    purpose: 'Puts an account on the register: asked for, live already, or found outside the force’s control.',
    input: accountFields.extend({ status: z.enum(['proposed', 'live', 'unofficial']).default('proposed') }),
    output: done,
    refusals: [no.mayNotChangeRegister, ...placeRefusals],
  }),
  changeAccount: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/change',
    purpose: 'Changes the record of an account. The network stays as it is.',
    input: accountFields.omit({ network: true }).extend({ id, version: z.number().int() }),
    output: done,
    refusals: [
      no.mayNotChangeRegister,
      no.noAccount,
      no.changedMeanwhile,
      no.handleTaken,
      no.officeUnknown,
      no.objectiveUnknown,
      no.handleConnected,
      no.signatureTaken,
    ],
  }),
  moveAccount: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/move',
    purpose: 'Moves an account to another status.',
    input: z.object({ id, move: accountMove, reason: prose.min(1) }),
    output: z.object({ id: z.string(), status: accountStatus }),
    refusals: [
      no.mayNotChangeRegister,
      no.noAccount,
      no.openByList,
      no.closeByList,
      no.keepByList,
      no.moveImpossible,
      no.networkRetired,
    ],
  }),
  readConvention: endpoint({
    method: 'GET',
    path: '/api/register/convention',
    purpose: 'How the force names its accounts and what every profile has to say.',
    input: z.object({}),
    output: z.object({ convention, mayChange: z.boolean() }),
  }),
  changeConvention: endpoint({
    method: 'POST',
    path: '/api/register/convention',
    purpose: 'Changes the convention. Names and profiles are looked at by it from now.',
    input: convention,
    output: z.object({}),
    refusals: [no.mayNotChangeRegister],
  }),
  noteProfile: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/profile',
    purpose: 'Writes down the profile of an account as it stands at the network.',
    input: z.object({ id, profile: z.string().trim().max(2000) }),
    output: done,
    refusals: [no.mayNotChangeRegister, no.noAccount],
  }),
  readProfile: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/profile/read',
    purpose: 'Asks the network what the profile of a connected account says, and keeps it.',
    input: z.object({ id }),
    output: z.object({ id: z.string(), profile: z.string() }),
    refusals: [no.mayNotChangeRegister, no.noAccount, no.noProfileThere, no.noKeys, no.networkSilent],
  }),
  confirmOwner: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/confirm-owner',
    purpose: 'The new holder of the office takes the account over.',
    input: z.object({ id }),
    output: done,
    refusals: [no.mayNotChangeRegister, no.noAccount, no.nobodyToConfirm],
  }),
  offices: endpoint({
    method: 'GET',
    path: '/api/register/offices',
    purpose: 'The offices that answer for accounts, who holds them, and what they own.',
    input: z.object({}),
    output: z.object({
      offices: z.array(officeHolder.extend({ accounts: z.array(z.object({ id: z.string(), name: z.string() })) })),
    }),
  }),
  addOffice: endpoint({
    method: 'POST',
    path: '/api/register/offices',
    purpose: 'Adds an office that can answer for accounts.',
    input: z.object({ title: line, holderId: id.nullable().default(null) }),
    output: done,
    refusals: [no.mayNotChangeRegister, no.officeThere, no.personUnknown],
  }),
  changeHolder: endpoint({
    method: 'POST',
    path: '/api/register/offices/:id/holder',
    purpose:
      'Gives an office to another person, or leaves it vacant. Its accounts are flagged until somebody takes them over.',
    input: z.object({ id, holderId: id.nullable() }),
    output: z.object({ id: z.string(), flagged: z.number().int() }),
    refusals: [no.mayNotChangeRegister, no.officeUnknown, no.personUnknown],
  }),
  ...rosterEndpoints,
  ...custodyEndpoints,
  ...requestEndpoints,
  ...successionEndpoints,
  ...outsideEndpoints,
  ...sheetEndpoints,
} as const
