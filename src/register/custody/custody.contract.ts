import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { done, id, instant, personIn } from '../roster/roster.contract.ts'
import { keysState } from './custody.ts'

const reason = z.string().trim().min(1).max(2000)

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

export const custodyEndpoints = {
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
    input: z.object({ id, reason }),
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
