import { z } from 'zod'
import { endpoint, generalRefusals } from '../foundation/endpoint.ts'
import { refusal } from '../foundation/outcome.ts'
import { passwordLength, peopleRefusals } from './people.contract.ts'

export const signInRefusals = {
  signInFailed: refusal(
    'signInFailed',
    'This e-mail address and password do not fit together, or the one-time password has ended. Try again, or ask a product owner for a new one-time password.',
    403,
  ),
  signInPaused: refusal(
    'signInPaused',
    'Too many tries with this name. Sign-in for it rests for 15 minutes. If it was not you, tell information security.',
    429,
  ),
  codeWrong: refusal(
    'codeWrong',
    'This code does not fit. Look at the newest one in your authenticator and try again.',
    403,
  ),
  codeTooLate: refusal(
    'codeTooLate',
    'This sign-in took too long or had too many wrong codes. Start again with your password.',
    403,
  ),
  secondFactorOn: refusal('secondFactorOn', 'You have a second factor already. End it first, then set up the new one.'),
  secondFactorOff: refusal('secondFactorOff', 'You have no second factor yet. Set one up first.'),
} as const

const r = signInRefusals
const password = z.string().min(1).max(passwordLength.max)
const code = z.string().trim().min(1).max(40)
const backupCodes = z.array(z.string())

/** What finishes signing in: nobody is signed in before it. */
const second = (path: `/${string}`, purpose: string) =>
  endpoint({
    method: 'POST',
    path,
    purpose,
    access: 'public',
    input: z.object({ code }),
    output: z.object({}),
    refusals: [r.codeWrong, r.codeTooLate, r.secondFactorOff],
  })

/*
 * These doors are hung up by openSignIn, because they set cookies; to the browser they are endpoints like any other.
 */

export const signInEndpoint = endpoint({
  method: 'POST',
  path: '/api/auth/sign-in/email',
  purpose: 'Sign in with e-mail address and password',
  access: 'public',
  input: z.object({ email: z.string().trim().min(3).max(254), password }),
  /** True: nobody is signed in yet; the code of the authenticator or a backup code comes next. */
  output: z.object({ needsCode: z.boolean() }),
  refusals: [r.signInFailed, r.signInPaused],
})

export const giveCodeEndpoint = second(
  '/api/auth/two-factor/verify-totp',
  'Give the code of the authenticator: to finish signing in, or to finish setting it up',
)

export const giveBackupCodeEndpoint = second(
  '/api/auth/two-factor/verify-backup-code',
  'Finish signing in with a backup code, which is then used up',
)

export const beginSecondFactorEndpoint = endpoint({
  method: 'POST',
  path: '/api/auth/two-factor/enable',
  whilePending: true,
  purpose: 'Begin to set up an authenticator; it counts once a code of it was given',
  input: z.object({ password }),
  /** `totpUri` is for the picture that the authenticator reads. Both are shown once. */
  output: z.object({ totpUri: z.string(), backupCodes }),
  refusals: [peopleRefusals.wrongPassword, r.signInPaused, r.secondFactorOn],
})

export const endSecondFactorEndpoint = endpoint({
  method: 'POST',
  path: '/api/auth/two-factor/disable',
  purpose: 'End my second factor',
  input: z.object({ password }),
  output: z.object({}),
  refusals: [peopleRefusals.wrongPassword, r.signInPaused],
})

export const newBackupCodesEndpoint = endpoint({
  method: 'POST',
  path: '/api/auth/two-factor/generate-backup-codes',
  purpose: 'Make new backup codes; the old ones end',
  input: z.object({ password }),
  output: z.object({ backupCodes }),
  refusals: [peopleRefusals.wrongPassword, r.signInPaused, r.secondFactorOff],
})

export const signOutEndpoint = endpoint({
  method: 'POST',
  path: '/api/auth/sign-out',
  purpose: 'Sign this device out',
  access: 'public',
  input: z.object({}),
  output: z.object({}),
})

/** A session ends 12 hours after the last time that somebody was there; pages that only refresh themselves do not count. */
export const keepSignedInEndpoint = endpoint({
  method: 'POST',
  path: '/api/auth/keep-signed-in',
  whilePending: true,
  purpose: 'Somebody is here: the 12 hours of this session begin again',
  input: z.object({}),
  output: z.object({}),
})

/** For the description of the interface; they may give `generalRefusals` too. */
export const signInEndpoints = [
  signInEndpoint,
  giveCodeEndpoint,
  giveBackupCodeEndpoint,
  beginSecondFactorEndpoint,
  endSecondFactorEndpoint,
  newBackupCodesEndpoint,
  signOutEndpoint,
  keepSignedInEndpoint,
] as const

/** What better-auth's own codes mean here. */
export const refusalOfCode: Readonly<Record<string, (typeof r)[keyof typeof r] | typeof peopleRefusals.wrongPassword>> =
  {
    INVALID_EMAIL_OR_PASSWORD: r.signInFailed,
    INVALID_EMAIL: r.signInFailed,
    INVALID_PASSWORD: peopleRefusals.wrongPassword,
    INVALID_CODE: r.codeWrong,
    INVALID_BACKUP_CODE: r.codeWrong,
    INVALID_TWO_FACTOR_COOKIE: r.codeTooLate,
    TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: r.codeTooLate,
    ACCOUNT_TEMPORARILY_LOCKED: r.signInPaused,
    TOTP_ALREADY_ENABLED: r.secondFactorOn,
    TOTP_NOT_ENABLED: r.secondFactorOff,
    TWO_FACTOR_NOT_ENABLED: r.secondFactorOff,
    BACKUP_CODES_NOT_ENABLED: r.secondFactorOff,
  }

export const refusalOfStatus: Readonly<Record<number, (typeof generalRefusals)[keyof typeof generalRefusals]>> = {
  400: generalRefusals.wrongShape,
  401: generalRefusals.notSignedIn,
  403: generalRefusals.notFromHere,
  404: generalRefusals.notFound,
  413: generalRefusals.tooLarge,
  429: generalRefusals.tooOften,
}
