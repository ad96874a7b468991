import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { registerRefusals as no } from './register.refusals.ts'
import { id, instant, personIn } from './roster/roster.contract.ts'

const account = z.object({ id: z.string(), network: z.string(), name: z.string(), handle: z.string() })

export const successionEndpoints = {
  heldBy: endpoint({
    method: 'GET',
    path: '/api/register/held/:id',
    purpose:
      'What one person holds on the register, so that it can be handed on: offices, places, consents, keys; and the offices that they had and whose accounts nobody has taken over.',
    input: z.object({ id }),
    output: z.object({
      person: personIn.extend({ leftAt: instant.nullable() }),
      offices: z.array(
        z.object({
          officeId: z.string(),
          title: z.string(),
          holder: personIn.nullable(),
          accounts: z.array(account.extend({ untaken: z.boolean() })),
        }),
      ),
      places: z.array(z.object({ id: z.string(), account, signs: z.boolean() })),
      consents: z.array(z.object({ id: z.string(), account, by: personIn, to: personIn, until: instant })),
      /** Accounts whose keys this person gave: the one who knows the password at the network. */
      keys: z.array(account),
      may: z.object({ change: z.boolean(), contributors: z.boolean(), keys: z.boolean() }),
    }),
    refusals: [no.personUnknown],
  }),
} as const
