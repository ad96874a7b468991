import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountRef, personRef } from '../../posting/facts.ts'
import { dutyRefusals as no } from './duty.refusals.ts'
import { dutyKinds } from './rota.ts'
import { deskLines } from './unmonitored.ts'

const id = z.string().min(1).max(64)
const instant = z.string()
const wall = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'is not a date and a time')
const span = z.object({ from: instant, until: instant })

const onDuty = span.extend({
  id,
  person: personRef,
  kind: z.enum(dutyKinds),
  /** Whether an alarm can come to them by any way. */
  reachable: z.boolean(),
})

/** The rota as one page shows it: from the local Monday, so many days. */
export const rota = endpoint({
  method: 'GET',
  path: '/api/duty',
  purpose: 'Who is on duty now and next, when nobody is, and where the register states hours that nobody covers',
  input: z.object({ week: z.coerce.number().int().min(-52).max(52).default(0) }),
  output: z.object({
    now: instant,
    zone: z.string(),
    /** Seven local days from a Monday. */
    days: z.array(instant),
    until: instant,
    onDuty: z.array(onDuty),
    next: z.array(onDuty),
    /** Duties that touch the week. */
    duties: z.array(onDuty),
    /** When nobody is on duty in the week shown; and in words for the coming seven days. */
    gaps: z.array(span),
    gapWords: z.array(z.string()),
    /** Who is told of alarms while nobody is on duty. */
    leaders: z.array(personRef),
    /** Somebody of those who would be told now can be reached. */
    anybodyReachable: z.boolean(),
    /** Hours of the week shown: stated on the register, really covered, and what is missing. */
    cover: z.array(
      z.object({ account: accountRef, stated: z.number(), staffed: z.number(), missing: z.array(z.string()) }),
    ),
    coverOf: z.number(),
    mayChange: z.boolean(),
  }),
})

export const addDutyEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty',
  purpose: 'Puts somebody on duty, by the wall clock of the force',
  input: z.object({ personId: id, kind: z.enum(dutyKinds), from: wall, until: wall }),
  output: z.object({ id, from: instant, until: instant, said: z.string().nullable() }),
  refusals: [no.mayNotChangeDuty, no.personNotHere, no.timeUnknown, no.datesWrong, no.onDutyAlready],
})

export const endDutyEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/:id/end',
  purpose: 'Ends a duty now, or takes it off the rota when it has not begun',
  input: z.object({ id }),
  output: z.object({ endedAt: instant }),
  refusals: [no.mayNotChangeDuty, no.noDuty, no.dutyOver],
})

export const stand = z.object({
  waiting: z.number(),
  inDanger: z.number(),
  overdue: z.number(),
  notHeard: z.number(),
  /** Conversations that somebody has, and holds on what we publish. */
  held: z.number(),
  holds: z.number(),
})

export const handOvers = endpoint({
  method: 'GET',
  path: '/api/duty/hand-overs',
  purpose: 'What one shift told the next, the newest first, and how the desk stands now',
  input: z.object({}),
  output: z.object({
    now: stand,
    notes: z.array(
      z.object({
        id,
        words: z.string(),
        by: personRef,
        at: instant,
        stand: stand.nullable(),
        read: z.object({ by: personRef, at: instant }).nullable(),
        yours: z.boolean(),
      }),
    ),
    mayWrite: z.boolean(),
  }),
})

export const addHandOverEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/hand-overs',
  purpose: 'Leaves a note for the next shift, with how the desk stands at this moment',
  input: z.object({ words: z.string().trim().min(3).max(8000) }),
  output: z.object({ id }),
  refusals: [no.notYourDesk],
})

export const readHandOverEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/hand-overs/:id/read',
  purpose: 'Says that the next shift has read a note; the first one who says so is kept',
  input: z.object({ id }),
  output: z.object({ readAt: instant }),
  refusals: [no.notYourDesk, no.noHandOver, no.ownHandOver],
})

const way = z.object({
  id,
  way: z.enum(['push', 'email']),
  label: z.string(),
  addedAt: instant,
  testedAt: instant.nullable(),
  /** Since when nothing gets through; null while all is well. */
  failedAt: instant.nullable(),
})

export const waysEndpoint = endpoint({
  method: 'GET',
  path: '/api/duty/ways',
  purpose: 'The ways in which alarms reach you, and what is needed to add one',
  input: z.object({}),
  output: z.object({
    ways: z.array(way),
    /** The public key for a browser's push subscription; null until it is made, a few seconds after the first start. */
    pushKey: z.string().nullable(),
    mail: z.boolean(),
    email: z.string().nullable(),
  }),
})

export const addPushEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/ways/push',
  purpose: 'Adds this browser: push messages come here even when no page is open',
  input: z.object({
    endpoint: z.string().max(2000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
    label: z.string().trim().min(1).max(80),
  }),
  output: z.object({ id }),
  refusals: [no.notAPushAddress, no.tooManyWays],
})

export const addEmailEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/ways/email',
  purpose: 'Adds an e-mail address of your own',
  input: z.object({ email: z.email().max(200) }),
  output: z.object({ id }),
  refusals: [no.noMailServer, no.tooManyWays],
})

export const testWayEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/ways/:id/test',
  purpose: 'Sends a test by this way, now; answers when the mail server or the push service has taken it',
  input: z.object({ id }),
  output: z.object({ testedAt: instant }),
  refusals: [no.noWay, no.testedJustNow, no.notReached, no.noMailServer],
})

export const removeWayEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/ways/:id/remove',
  purpose: 'Removes a way; its address is deleted',
  input: z.object({ id }),
  output: z.object({ removed: z.boolean() }),
  refusals: [no.noWay],
})

const alarm = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  words: z.string(),
  account: accountRef.nullable(),
  conversationId: id.nullable(),
  raisedAt: instant,
  settledAt: instant.nullable(),
  step: z.number(),
  seen: z.object({ by: personRef.nullable(), at: instant }).nullable(),
  told: z.array(
    z.object({
      person: personRef,
      way: z.enum(['push', 'email']),
      step: z.number(),
      state: z.enum(['waiting', 'telling', 'told', 'failed']),
      at: instant,
      words: z.string(),
    }),
  ),
})

export const alarmsEndpoint = endpoint({
  method: 'GET',
  path: '/api/duty/alarms',
  purpose: 'Open alarms, whom they were told and who has seen them',
  input: z.object({}),
  output: z.object({ alarms: z.array(alarm) }),
})

export const alarmEndpoint = endpoint({
  method: 'GET',
  path: '/api/duty/alarms/:id',
  purpose: 'One alarm, open or settled',
  input: z.object({ id }),
  output: alarm,
  refusals: [no.noAlarm],
})

export const seeAlarmEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/alarms/:id/seen',
  purpose:
    'Says that a person who can see to it has seen an alarm: nobody else is called for it. It stays open until its cause is gone.',
  input: z.object({ id }),
  /** Null: only a reader has seen it, so the others are called as before. */
  output: z.object({ seenAt: instant.nullable() }),
  refusals: [no.noAlarm],
})

export const linesEndpoint = endpoint({
  method: 'GET',
  path: '/api/duty/lines',
  purpose: 'The automatic line for the time in which nobody looks',
  input: z.object({}),
  output: deskLines.extend({ mayChange: z.boolean() }),
})

export const changeLinesEndpoint = endpoint({
  method: 'POST',
  path: '/api/duty/lines',
  purpose: 'Changes the automatic line, and switches it on or off',
  input: deskLines,
  output: z.object({ enabled: z.boolean() }),
  refusals: [no.mayNotChangeLines, no.numbersMissing],
})

const byLanguage = z.object({ en: z.string(), cy: z.string() })

export const watchEndpoint = endpoint({
  method: 'GET',
  path: '/api/duty/accounts/:id/watch',
  purpose:
    'Whether somebody looks at an account now, when somebody looks again, and the words for its profile and for now',
  input: z.object({ id }),
  output: z.object({
    watched: z.boolean(),
    why: z.enum(['watched', 'noHours', 'outsideHours', 'nobodyOnDuty']),
    nextAt: instant.nullable(),
    profile: byLanguage,
    notice: byLanguage,
  }),
  refusals: [no.noSuchAccount],
})

/** Every endpoint of duty. */
export const dutyEndpoints = {
  rota,
  addDuty: addDutyEndpoint,
  endDuty: endDutyEndpoint,
  handOvers,
  addHandOver: addHandOverEndpoint,
  readHandOver: readHandOverEndpoint,
  ways: waysEndpoint,
  addPush: addPushEndpoint,
  addEmail: addEmailEndpoint,
  testWay: testWayEndpoint,
  removeWay: removeWayEndpoint,
  alarms: alarmsEndpoint,
  alarm: alarmEndpoint,
  seeAlarm: seeAlarmEndpoint,
  lines: linesEndpoint,
  changeLines: changeLinesEndpoint,
  watch: watchEndpoint,
}
