import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { accountClass, accountFlag, accountKind, accountMove, accountStatus, signaturePlace } from './account.ts'
import { cover, coverHours } from './cover.ts'
import { registerRefusals as no } from './register.refusals.ts'

const id = z.string().min(1).max(40)
const line = z.string().trim().min(1).max(200)
const prose = z.string().trim().max(2000)
const instant = z.iso.datetime()
const personIn = z.object({ id: z.string(), name: z.string(), rank: z.string() })
const done = z.object({ id: z.string() })

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

const keysState = z.object({
  /** `notNeeded`: a practice account; `notConnected`: the network cannot be reached from here. */
  state: z.enum(['working', 'ended', 'unknown', 'missing', 'notNeeded', 'notConnected']),
  words: z.string(),
  endsAt: instant.nullable(),
})
export type KeysState = z.output<typeof keysState>

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
  /** People who may write here now. */
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

const contributorRow = z.object({
  id: z.string(),
  person: personIn,
  trusted: z.boolean(),
  from: instant,
  until: instant.nullable(),
  inForce: z.boolean(),
  /** As published: 'ACC MJ:'; null where nothing is added. */
  signature: z.string().nullable(),
  /** The signature it should have since a promotion, but which somebody else here already has. */
  clash: z.object({ wanted: z.string(), heldBy: personIn }).nullable(),
})
const legendRow = z.object({
  mark: z.string(),
  signature: z.string().nullable(),
  rank: z.string(),
  name: z.string(),
  from: instant,
  until: instant.nullable(),
})
const delegationRow = z.object({
  id: z.string(),
  by: personIn,
  to: personIn,
  from: instant,
  until: instant,
  inForce: z.boolean(),
})

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
  moves: z.array(accountMove),
  remarks: z.array(z.object({ id: z.string(), words: z.string() })),
  may: z.object({ change: z.boolean(), keys: z.boolean(), contributors: z.boolean() }),
})
export type AccountPage = z.output<typeof accountPage>

const keysRow = z.object({
  accountId: z.string(),
  accountName: z.string(),
  network: z.string(),
  handle: z.string(),
  keys: keysState,
  setBy: personIn.nullable(),
  setAt: instant.nullable(),
  checkedAt: instant.nullable(),
  signInAtNetwork: z.boolean(),
})
export type KeysRow = z.output<typeof keysRow>

export const registerEndpoints = {
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
    refusals: [no.mayNotChangeRegister, no.unknownNetwork, no.handleTaken, no.officeUnknown, no.objectiveUnknown],
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
    refusals: [no.mayNotChangeRegister, no.noAccount, no.moveImpossible, no.handleTaken],
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
  addContributor: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/contributors',
    purpose: 'Lets a person write on an account, and makes their signature.',
    input: z.object({
      id,
      personId: id,
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
  chooseInitials: endpoint({
    method: 'POST',
    path: '/api/register/contributors/:id/initials',
    purpose: 'Adds a middle initial to a person’s signature on one account, so that it is theirs alone.',
    input: z.object({ id, initials: z.string().max(12) }),
    output: z.object({ id: z.string(), signature: z.string().nullable() }),
    refusals: [no.mayNotGrant, no.contributorEnded, no.signatureTaken, no.initialsNotTheirs],
  }),
  addDelegation: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/delegations',
    purpose: 'An officer lets another person release in their name on this account, until a date.',
    input: z.object({ id, byPersonId: id, toPersonId: id, until: instant }),
    output: done,
    refusals: [no.noAccount, no.accountClosed, no.notYourName, no.notWriting, no.datesWrong, no.notToYourself],
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
  keys: endpoint({
    method: 'GET',
    path: '/api/register/keys',
    purpose: 'Which accounts are connected, by whom, since when, until when. Never the keys themselves.',
    input: z.object({}),
    output: z.object({ keys: z.array(keysRow) }),
    refusals: [no.mayNotGiveKeys],
  }),
  giveKeys: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/keys',
    purpose: 'Takes the keys of an account into custody, after asking the network whose they are.',
    input: z.object({ id, fields: z.record(z.string().max(40), z.string().max(4000)) }),
    output: z.object({ id: z.string(), handle: z.string() }),
    refusals: [
      no.mayNotGiveKeys,
      no.noAccount,
      no.accountClosed,
      no.noKeysNeeded,
      no.keyFieldMissing,
      no.keysNotWorking,
      no.networkSilent,
      no.keysOfAnother,
    ],
  }),
  checkKeys: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/keys/check',
    purpose: 'Asks the network whether the keys still work.',
    input: z.object({ id }),
    output: z.object({ id: z.string(), keys: keysState }),
    refusals: [no.mayNotGiveKeys, no.noAccount, no.noKeys],
  }),
  endKeys: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/keys/end',
    purpose: 'Destroys the keys of an account. What is waiting for it is held.',
    input: z.object({ id, reason: prose.min(1) }),
    output: done,
    refusals: [no.mayNotGiveKeys, no.noAccount, no.noKeys],
  }),
  signInAtNetwork: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/sign-in-at-network',
    purpose: 'Begins a sign-in at the network itself; answers with the address to go to.',
    input: z.object({ id }),
    output: z.object({ url: z.string() }),
    refusals: [no.mayNotGiveKeys, no.noAccount, no.accountClosed, no.noSignInThere, no.networkSilent],
  }),
  signInReturn: endpoint({
    method: 'GET',
    path: '/oauth/:network/callback',
    purpose: 'Where the network sends a person back after a sign-in.',
    input: z.looseObject({ network: z.string() }),
    output: z.unknown(),
    file: true,
    refusals: [no.mayNotGiveKeys, no.signInLost, no.keysOfAnother, no.noSignInThere],
  }),
  signInMetadata: endpoint({
    method: 'GET',
    path: '/oauth/:network/client-metadata.json',
    purpose: 'How this installation describes itself to a network.',
    input: z.object({ network: z.string() }),
    output: z.unknown(),
    access: 'public',
    refusals: [no.noSignInThere],
  }),
  signInKeys: endpoint({
    method: 'GET',
    path: '/oauth/:network/jwks.json',
    purpose: 'The public keys by which a network knows this installation.',
    input: z.object({ network: z.string() }),
    output: z.unknown(),
    access: 'public',
    refusals: [no.noSignInThere],
  }),
} as const
