import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { waiting } from '../approval/approval.contract.ts'
import { accountRef } from '../facts.ts'

/** Kinds of alarm that a higher room shows on Today with rows of its own: not said twice there, and not counted twice. */
export const toldByRows: readonly string[] = ['danger', 'overdue']

/** Something that stays undone unless a person acts. `minutes`: since (`past`) or until it counts. */
export const need = z.object({
  kind: z.enum(['overdueApproval', 'approval', 'alarm', 'needsPerson', 'refused', 'afterlook', 'sentBack']),
  key: z.string(),
  title: z.string(),
  words: z.string(),
  at: z.string(),
  minutes: z.number(),
  postId: z.string().nullable(),
  deliveryId: z.string().nullable(),
  alarmId: z.string().nullable(),
  /** What kind of alarm it is, where it is one. */
  alarm: z.string().nullable(),
  account: accountRef.nullable(),
})

export const health = z.object({
  days: z.number(),
  due: z.number(),
  onTime: z.number(),
  sent: z.number(),
  checking: z.number(),
  held: z.number(),
  needsPerson: z.number(),
  refused: z.number(),
  missed: z.number(),
  /** Pieces for which the network gave two identifiers: counted from the attempts, not assumed. */
  sentTwice: z.number(),
})

export const planned = z.object({
  postId: z.string(),
  title: z.string(),
  at: z.string(),
  state: z.enum(['waiting', 'toApprove', 'held']),
  class: accountRef.shape.class,
  accounts: z.number(),
  /** What no longer stands of it: a person, a place, an account or a handle. Due like this, it is held. */
  standing: z.array(z.string()),
})

export const noCover = z.object({ account: accountRef, coverEnded: z.string().nullable(), next: z.string().nullable() })

export const today = endpoint({
  method: 'GET',
  path: '/api/today',
  purpose:
    'What needs a person now, what waits for my approval, how publishing goes, and what goes out in the next 24 hours.',
  input: z.object({}),
  output: z.object({
    now: z.string(),
    zone: z.string(),
    needs: z.array(need),
    approvals: z.array(waiting),
    health,
    next24: z.object({
      from: z.string(),
      to: z.string(),
      waiting: z.number(),
      toApprove: z.number(),
      held: z.number(),
      items: z.array(planned),
    }),
    /** Accounts that are live and that nobody watches through the coming night. */
    noCover: z.object({ of: z.number(), accounts: z.array(noCover) }),
  }),
})

export const counts = endpoint({
  method: 'GET',
  path: '/api/posting/counts',
  purpose: 'The figures beside the entries of the rail.',
  input: z.object({}),
  output: z.object({ today: z.number(), approvals: z.number(), drafts: z.number(), alarms: z.number() }),
})
