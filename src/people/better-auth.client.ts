import { createHash, hkdfSync } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { World } from '../foundation/world.ts'
import { passwordLength } from './people.contract.ts'

const hours = 3600

/** Where the address of the caller stands for better-auth; openSignIn writes it and nobody outside can. */
export const addressHeader = 'x-front-counter-caller'

/** better-auth over our own tables, on our own connection; it makes and checks sessions, passwords and codes. */
export function openBetterAuth(world: World) {
  const publicOrigin = world.config.publicUrl ? new URL(world.config.publicUrl).origin : null
  return betterAuth({
    appName: 'Front Counter',
    // Without a public address the origin of each request counts; this one only has to have the right path.
    baseURL: publicOrigin ?? 'http://front-counter.invalid',
    basePath: '/api/auth',
    secrets: secretsOf(world),
    // No transactions of its own: the embedded database has one connection.
    database: { db: world.db, type: 'postgres', transaction: false },
    trustedOrigins: (request) => (publicOrigin || !request ? [] : [new URL(request.url).origin]),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { ...names.session, expiresIn: 12 * hours, updateAge: hours / 2 },
    user: names.user,
    account: names.account,
    verification: names.verification,
    rateLimit: {
      enabled: true,
      storage: 'database',
      ...names.rateLimit,
      window: 60,
      max: 120,
      // A whole station may sign in from one address at the change of shift; one person's tries are counted by mayTry.
      customRules: { '/sign-in/email': { window: 60, max: 30 }, '/two-factor/*': { window: 60, max: 30 } },
    },
    plugins: [
      twoFactor({ issuer: 'Front Counter', schema: { user: names.twoFactorUser, twoFactor: names.twoFactor } }),
    ],
    advanced: {
      useSecureCookies: publicOrigin?.startsWith('https:') ?? false,
      cookiePrefix: 'front-counter',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    // No `level`: with one, better-auth also writes to a logger of its own.
    logger: {
      log: (level, message) => level === 'error' && world.log.info('sign-in', { says: message.slice(0, 200) }),
    },
  })
}

/** Each secret has a number made from itself, so that dropping an old one does not renumber the others. */
function secretsOf(world: World): { version: number; value: string }[] {
  return world.config.secrets.map((secret) => {
    const value = Buffer.from(hkdfSync('sha256', secret, 'front-counter', 'sign-in', 48)).toString('base64url')
    return { version: createHash('sha256').update(value).digest().readUInt32BE(0), value }
  })
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** better-auth's names for our tables and columns. */
const names = {
  user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    modelName: 'auth_session',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
  },
  account: {
    modelName: 'auth_account',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...times } },
  rateLimit: { modelName: 'auth_rate_limit', fields: { lastRequest: 'last_request' } },
  twoFactorUser: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'auth_two_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const
