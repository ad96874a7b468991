import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { refusal } from '../../foundation/outcome.ts'
import { deliveryStates } from './state.ts'

const id = z.string().min(1).max(64)
const reason = z.string().trim().min(3).max(1000)

export const deliveryRefusals = {
  mayNotHold: refusal(
    'mayNotHold',
    'Your role may not hold or release posts. The duty communications officer can.',
    403,
  ),
  holdNeedsTarget: refusal(
    'holdNeedsTarget',
    'Say which account, network or area to hold, or hold everything. Nothing is held yet.',
    422,
  ),
  holdNotOpen: refusal('holdNotOpen', 'This hold was released already.'),
  mayNotSettle: refusal('mayNotSettle', 'Your role may not decide this. The duty communications officer can.', 403),
  mayNotSettleAlarm: refusal(
    'mayNotSettleAlarm',
    'Your role may not settle alarms. The duty communications officer can.',
    403,
  ),
  alarmNotOpen: refusal('alarmNotOpen', 'This alarm was settled already.'),
  noDelivery: refusal('noDelivery', 'There is no such delivery.', 404),
  nothingToSettle: refusal('nothingToSettle', 'This no longer needs a person: it was settled in the meantime.'),
  nothingIsOut: refusal(
    'nothingIsOut',
    'Nothing of it is live, so there is no rest to leave. Withdraw it, or send it once more.',
  ),
  underHold: refusal('underHold', 'A hold stops it. Release the hold first.'),
  notHeld: refusal('notHeld', 'It is not held any more.'),
  timeIsPast: refusal('timeIsPast', 'Its time has passed, so it stays held. Choose a new time, or send it now.'),
  rulesStopIt: refusal(
    'rulesStopIt',
    'The rules now find something that must be decided first. It stays held. Open the post.',
  ),
} as const

const hold = z.object({
  id,
  scope: z.enum(['everything', 'account', 'network', 'area']),
  target: z.string().nullable(),
  targetName: z.string().nullable(),
  reason: z.string(),
  placedBy: z.string(),
  placedAt: z.string(),
  held: z.number(),
  beingSent: z.number(),
})

const heldDelivery = z.object({
  id,
  postId: id,
  account: z.string(),
  handle: z.string(),
  network: z.string(),
  words: z.string(),
  why: z.string(),
  dueAt: z.string(),
  past: z.boolean(),
  underHold: z.boolean(),
  live: z.number(),
  pieces: z.number(),
})

/** The holds in force, and every held delivery, to be looked at one by one. */
export const listHolds = endpoint({
  method: 'GET',
  path: '/api/holds',
  purpose: 'The holds in force and every held post',
  input: z.object({}),
  output: z.object({
    holds: z.array(hold),
    waiting: z.number(),
    beingSent: z.number(),
    held: z.array(heldDelivery),
    mayHold: z.boolean(),
  }),
})

export const placeHoldEndpoint = endpoint({
  method: 'POST',
  path: '/api/holds',
  purpose: 'Stop everything, or one account, network or area',
  input: z.object({
    scope: z.enum(['everything', 'account', 'network', 'area']),
    target: z.string().max(200).nullable().default(null),
    reason,
  }),
  output: z.object({ id, held: z.number(), beingSent: z.number() }),
  refusals: [deliveryRefusals.mayNotHold, deliveryRefusals.holdNeedsTarget],
})

export const releaseHoldEndpoint = endpoint({
  method: 'POST',
  path: '/api/holds/:id/release',
  purpose: 'End a hold; each held post stays held until somebody has looked at it',
  input: z.object({ id }),
  output: z.object({ stillHeld: z.number() }),
  refusals: [deliveryRefusals.mayNotHold, deliveryRefusals.holdNotOpen],
})

export const putBackEndpoint = endpoint({
  method: 'POST',
  path: '/api/deliveries/:id/put-back',
  purpose: 'Let one held post go out, at its time or now, after the rules have looked at it again',
  input: z.object({ id, now: z.boolean().default(false) }),
  output: z.object({ state: z.enum(deliveryStates), dueAt: z.string() }),
  refusals: [
    deliveryRefusals.mayNotHold,
    deliveryRefusals.noDelivery,
    deliveryRefusals.notHeld,
    deliveryRefusals.underHold,
    deliveryRefusals.timeIsPast,
    deliveryRefusals.rulesStopIt,
  ],
})

export const settleEndpoint = endpoint({
  method: 'POST',
  path: '/api/deliveries/:id/settle',
  purpose: 'Say what a person saw where the product could not tell',
  input: z.object({
    id,
    act: z.enum(['itIsThere', 'sendOnceMore', 'leaveTheRest', 'withdraw']),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .default(null),
    reason,
  }),
  output: z.object({ state: z.string() }),
  refusals: [
    deliveryRefusals.mayNotSettle,
    deliveryRefusals.noDelivery,
    deliveryRefusals.nothingToSettle,
    deliveryRefusals.nothingIsOut,
    deliveryRefusals.underHold,
  ],
})

export const settleAlarmEndpoint = endpoint({
  method: 'POST',
  path: '/api/alarms/:id/settle',
  purpose: 'Say that somebody has seen to an alarm, and what was done',
  input: z.object({ id, reason }),
  output: z.object({ id }),
  refusals: [deliveryRefusals.mayNotSettleAlarm, deliveryRefusals.alarmNotOpen],
})

const inDoubt = z.object({
  id,
  postId: id,
  account: z.string(),
  handle: z.string(),
  network: z.string(),
  words: z.string(),
  why: z.string(),
  state: z.enum(deliveryStates),
  sentAt: z.string().nullable(),
  looks: z.array(z.string()),
  live: z.number(),
  pieces: z.number(),
  profileUrl: z.string().nullable(),
})

const networkHealth = z.object({
  network: z.string(),
  name: z.string(),
  mark: z.string(),
  practice: z.boolean(),
  accounts: z.number(),
  keysEnded: z.number(),
  keysEndAt: z.string().nullable(),
  lastHeardAt: z.string().nullable(),
  onTime: z.number(),
  sent: z.number(),
  unknown: z.number(),
  refused: z.number(),
  due: z.number(),
})

export const publishingHealth = endpoint({
  method: 'GET',
  path: '/api/publishing-health',
  purpose: 'Will posts go out, and what needs a person',
  input: z.object({}),
  output: z.object({
    needsPerson: z.array(inDoubt),
    checking: z.array(inDoubt),
    networks: z.array(networkHealth),
    week: z.object({ onTime: z.number(), sent: z.number(), held: z.number(), unknown: z.number() }),
    ever: z.object({ sent: z.number(), twice: z.number(), since: z.string().nullable() }),
    workers: z.array(
      z.object({ process: z.string(), kind: z.string(), startedAt: z.string(), secondsAgo: z.number() }),
    ),
    alarms: z.array(z.object({ id, kind: z.string(), subject: z.string(), words: z.string(), raisedAt: z.string() })),
    nextDueAt: z.string().nullable(),
    maySettle: z.boolean(),
    maySettleAlarms: z.boolean(),
  }),
})

export const deliveryEndpoints = [
  listHolds,
  placeHoldEndpoint,
  releaseHoldEndpoint,
  putBackEndpoint,
  settleEndpoint,
  settleAlarmEndpoint,
  publishingHealth,
] as const
