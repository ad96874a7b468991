import { z } from 'zod'
import { endpoint, generalRefusals } from '../foundation/endpoint.ts'
import { refusal } from '../foundation/outcome.ts'
import { forceSettings, forceSettingsChanges, timeZone } from './force.ts'
import { roleSchema } from './role.ts'

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1).max(120)
const rank = z.string().trim().min(1).max(60)
const initials = z
  .string()
  .trim()
  .regex(/^\p{L}{1,4}$/u, 'one to four letters')
const email = z
  .email()
  .max(254)
  .transform((e) => e.toLowerCase())
const heldRoles = z
  .array(roleSchema)
  .max(30)
  .transform((r) => [...new Set(r)])

/** Passwords that people choose. */
export const passwordLength = { min: 12, max: 128 } as const
const newPassword = z.string().min(passwordLength.min).max(passwordLength.max)

export const peopleRefusals = {
  mayNotChangePeople: refusal('mayNotChangePeople', 'You may not add or change people. A product owner can.', 403),
  mayNotEndPeople: refusal(
    'mayNotEndPeople',
    'You may not end this. A product owner, the head of communications or information security can.',
    403,
  ),
  mayNotChangeForce: refusal(
    'mayNotChangeForce',
    'You may not change the settings of the force. A product owner or the head of communications can.',
    403,
  ),
  noPerson: refusal('noPerson', 'There is no such person here.', 404),
  hasLeft: refusal('hasLeft', 'This person has left. Their record is kept as it was and cannot be changed.'),
  emailTaken: refusal(
    'emailTaken',
    'Somebody already signs in with this e-mail address. Nothing was saved. Use another, or find that person in the list.',
  ),
  needsEmail: refusal('needsEmail', 'A sign-in needs an e-mail address. Nothing was saved. Add one first.', 422),
  lastAdministrator: refusal(
    'lastAdministrator',
    'This is the last product owner who can sign in. Nothing was changed. Make somebody else product owner first.',
  ),
  notYourself: refusal(
    'notYourself',
    'You cannot give yourself a role. Nothing was changed. Ask another product owner to do it.',
    403,
  ),
  mayNotConfirm: refusal(
    'mayNotConfirm',
    'A second person settles this: a product owner or the head of communications who neither asked for it nor is to hold it. Nothing was changed.',
    403,
  ),
  rolesSettled: refusal('rolesSettled', 'Somebody has settled this already. Nothing was changed. Read the list again.'),
  wrongPassword: refusal('wrongPassword', 'This is not your present password. Nothing was changed.', 403),
  samePassword: refusal('samePassword', 'This is the password you have. Choose another; the old one still works.', 422),
  wrongCode: refusal(
    'wrongCode',
    'This is not the set-up code. Nothing was made. The code stands in the window where Front Counter was started.',
    403,
  ),
  notSetUp: refusal(
    'notSetUp',
    'Nobody can sign in yet. Nothing was added. Open Front Counter in a browser and set up the first force there.',
  ),
  alreadySetUp: refusal(
    'alreadySetUp',
    'Front Counter is set up already, and somebody can sign in. Nothing was changed. Sign in, or ask a product owner to add you.',
  ),
} as const

const r = peopleRefusals

const person = z.object({
  id,
  name: z.string(),
  rank: z.string(),
  initials: z.string(),
  roles: z.array(z.string()),
  /** ISO instants. */
  joinedAt: z.string(),
  leftAt: z.string().nullable(),
  trainedUntil: z.string().nullable(),
  canSignIn: z.boolean(),
  secondFactor: z.boolean(),
  lastSignIn: z.string().nullable(),
  /** Only for those who may change people; otherwise null. */
  email: z.string().nullable(),
  /** Roles that one person alone has given, for those who may settle them. `counts`: held already, because nobody could confirm it then. */
  grants: z.array(
    z.object({
      role: z.string(),
      by: z.object({ id, name: z.string(), rank: z.string() }),
      at: z.string(),
      counts: z.boolean(),
      mayConfirm: z.boolean(),
      mayDecline: z.boolean(),
    }),
  ),
})

const force = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  kind: z.enum(['force', 'inspectorate']),
  demo: z.boolean(),
})

/** A password shown once, to be handed over in person; it must be changed at the first sign-in and ends at `until`. */
const oneTime = z.object({ email: z.string(), password: z.string(), until: z.string() })

export const meEndpoint = endpoint({
  method: 'GET',
  path: '/api/me',
  whilePending: true,
  purpose: 'Who is signed in, what they may do, and what they still have to set up',
  input: z.object({}),
  output: z.object({
    id,
    name: z.string(),
    rank: z.string(),
    initials: z.string(),
    email: z.string().nullable(),
    roles: z.array(z.string()),
    roleNames: z.array(z.string()),
    force,
    /** The acts of may.ts that roles alone decide, and that this person may do. */
    may: z.array(z.string()),
    /** `must`: nothing else is allowed before. `should`: their roles call for it. */
    needsSecondFactor: z.enum(['must', 'should', 'no']),
    secondFactor: z.boolean(),
    /** The one-time password is still in use: nothing else is allowed before it is changed. */
    mustChangePassword: z.boolean(),
  }),
})

export const changePasswordEndpoint = endpoint({
  method: 'POST',
  path: '/api/me/password',
  whilePending: true,
  purpose: 'Change my password; every other device is signed out',
  input: z.object({ present: z.string().min(1).max(passwordLength.max), next: newPassword }),
  output: z.object({}),
  refusals: [r.wrongPassword, r.samePassword, generalRefusals.tooOften],
})

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  purpose: 'The people of the force: roles, sign-in, second factor, last sign-in',
  input: z.object({ left: z.enum(['no', 'yes']).default('no') }),
  output: z.object({ people: z.array(person), mayChange: z.boolean(), mayEnd: z.boolean() }),
})

export const readPerson = endpoint({
  method: 'GET',
  path: '/api/people/:id',
  purpose: 'One person',
  input: z.object({ id }),
  output: z.object({ person, mayChange: z.boolean(), mayEnd: z.boolean() }),
  refusals: [r.noPerson],
})

export const addPersonEndpoint = endpoint({
  method: 'POST',
  path: '/api/people',
  purpose: 'Add a person, with a sign-in or without',
  input: z.object({
    name,
    rank,
    initials,
    email: email.nullable().default(null),
    roles: heldRoles.default([]),
    trainedUntil: z.iso.datetime().nullable().default(null),
    signIn: z.boolean().default(false),
  }),
  output: z.object({ id, oneTime: oneTime.nullable() }),
  refusals: [r.mayNotChangePeople, r.emailTaken, r.needsEmail],
})

export const changePersonEndpoint = endpoint({
  method: 'POST',
  path: '/api/people/:id/change',
  purpose: 'Change name, rank, initials, roles or e-mail address',
  input: z.object({
    id,
    name: name.optional(),
    rank: rank.optional(),
    initials: initials.optional(),
    email: email.nullable().optional(),
    roles: heldRoles.optional(),
  }),
  output: z.object({}),
  refusals: [
    r.mayNotChangePeople,
    r.noPerson,
    r.hasLeft,
    r.emailTaken,
    r.needsEmail,
    r.lastAdministrator,
    r.notYourself,
  ],
})

export const giveSignInEndpoint = endpoint({
  method: 'POST',
  path: '/api/people/:id/sign-in',
  purpose: 'Give a person a one-time password; their devices are signed out and a second factor is set up anew',
  input: z.object({ id }),
  output: z.object({ oneTime }),
  refusals: [r.mayNotChangePeople, r.noPerson, r.hasLeft, r.needsEmail, r.emailTaken],
})

export const settleRolesEndpoint = endpoint({
  method: 'POST',
  path: '/api/people/:id/roles',
  purpose: 'A second person confirms roles that somebody gave, or declines them',
  input: z.object({ id, roles: z.array(z.string().min(1).max(40)).min(1).max(30), confirm: z.boolean() }),
  output: z.object({}),
  refusals: [r.noPerson, r.rolesSettled, r.mayNotConfirm, r.lastAdministrator],
})

export const leaveEndpoint = endpoint({
  method: 'POST',
  path: '/api/people/:id/leave',
  purpose: 'This person leaves: roles and sign-in end at once',
  input: z.object({ id }),
  output: z.object({}),
  refusals: [r.mayNotEndPeople, r.noPerson, r.hasLeft, r.lastAdministrator],
})

export const readForce = endpoint({
  method: 'GET',
  path: '/api/force',
  purpose: 'The force and its settings',
  input: z.object({}),
  output: z.object({ force, settings: forceSettings, mayChange: z.boolean() }),
})

export const changeForceEndpoint = endpoint({
  method: 'POST',
  path: '/api/force',
  purpose: 'Change the name, the time zone or settings; what is left out stays',
  input: z.object({ name: name.optional(), timeZone: timeZone.optional(), settings: forceSettingsChanges.optional() }),
  output: z.object({}),
  refusals: [r.mayNotChangeForce],
})

export const firstRunState = endpoint({
  method: 'GET',
  path: '/api/first-run',
  purpose: 'Whether anybody can sign in yet',
  access: 'public',
  input: z.object({}),
  output: z.object({ needed: z.boolean() }),
})

export const firstRunEndpoint = endpoint({
  method: 'POST',
  path: '/api/first-run',
  purpose: 'Make the force and its first product owner',
  access: 'public',
  input: z.object({
    code: z.string().min(1).max(100),
    force: z.object({ name, timeZone: timeZone.default('Europe/London') }),
    person: z.object({ name, rank, initials, email, password: newPassword }),
  }),
  output: z.object({ forceId: id, personId: id }),
  refusals: [r.wrongCode, r.alreadySetUp, generalRefusals.tooOften],
})
