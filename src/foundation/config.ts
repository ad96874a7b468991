import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** A setting that cannot be used. The message names the setting and never repeats a secret. */
export class BadSetting extends Error {}

const yesNo = z.enum(['yes', 'no']).transform((v) => v === 'yes')

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  /** The address that people type; needed when the product stands behind a proxy. */
  PUBLIC_URL: z.url().optional(),
  /** At least 32 characters; seals keys and signs sessions. SECRET_FILE names a file that holds it. */
  SECRET: z.string().min(32).optional(),
  SECRET_FILE: z.string().optional(),
  /** Secrets of before, space separated, that may still open what they sealed. */
  OLD_SECRETS: z.string().default(''),
  /** Plays the demo force when the store is empty. Unsaid: in the embedded store yes, in a PostgreSQL of the force's own no. */
  DEMO: yesNo.optional(),
  /** `quick` shortens leases and looks, for tests of what happens when they run out. */
  PACE: z.enum(['real', 'quick']).default('real'),
  /** Lets networks live on this machine, for tests. Never in service. */
  LOOPBACK_NETWORKS: yesNo.default(false),
  LOG: z.enum(['debug', 'info', 'silent']).default('info'),
  /** Where e-mail is handed in: `smtp://name:password@host:587` (STARTTLS) or `smtps://…`. SMTP_URL_FILE names a file that holds it. */
  SMTP_URL: z.string().optional(),
  SMTP_URL_FILE: z.string().optional(),
  /** What e-mail of ours says it is from; needed with SMTP_URL. */
  SMTP_FROM: z.email('is not an e-mail address').optional(),
})

/** A mail server. `password` is a secret. `secure`: TLS from the first byte; otherwise STARTTLS, which a password insists on. */
export type MailServer = {
  host: string
  port: number
  secure: boolean
  user: string | null
  password: string | null
  from: string
}

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | null
  publicUrl: string | null
  secrets: readonly [string, ...string[]]
  demo: boolean
  pace: 'real' | 'quick'
  loopbackNetworks: boolean
  log: 'debug' | 'info' | 'silent'
  /** Null: no e-mail goes out. */
  mail: MailServer | null
}

/** Reads every setting once. Throws BadSetting with the name of the first one that cannot be used. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = shape.safeParse(env)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new BadSetting(
      `The setting ${issue?.path.join('.') ?? '?'} cannot be used: ${issue?.message ?? 'wrong value'}.`,
    )
  }
  const s = parsed.data
  const dataDir = resolve(s.DATA_DIR)
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir,
    databaseUrl: s.DATABASE_URL ?? null,
    publicUrl: s.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    secrets: [secretOf(s, dataDir), ...s.OLD_SECRETS.split(/\s+/).filter(Boolean)],
    demo: s.DEMO ?? s.DATABASE_URL === undefined,
    pace: s.PACE,
    loopbackNetworks: s.LOOPBACK_NETWORKS,
    log: s.LOG,
    mail: mailServerOf(s),
  }
}

/** The parts of SMTP_URL. What is wrong is said without repeating any of it: it holds a password. */
function mailServerOf(s: z.infer<typeof shape>): MailServer | null {
  const given = s.SMTP_URL ?? (s.SMTP_URL_FILE ? readSecretFile(s.SMTP_URL_FILE, 'SMTP_URL_FILE') : undefined)
  if (given === undefined) {
    if (s.SMTP_FROM) throw new BadSetting('The setting SMTP_URL (or SMTP_URL_FILE) is needed with SMTP_FROM.')
    return null
  }
  const name = s.SMTP_URL === undefined ? 'SMTP_URL_FILE' : 'SMTP_URL'
  const wrong = (why: string) => new BadSetting(`The setting ${name} cannot be used: ${why}.`)
  if (!/^smtps?:\/\//.test(given)) throw wrong('it must begin with smtp:// or smtps://')
  if (!URL.canParse(given)) throw wrong('it is not an address')
  const url = new URL(given)
  if (url.hostname === '') throw wrong('it names no host')
  if (!s.SMTP_FROM) throw new BadSetting(`The setting SMTP_FROM is needed with ${name}.`)
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: plainOf(url.username, wrong),
    password: plainOf(url.password, wrong),
    from: s.SMTP_FROM,
  }
}

function plainOf(part: string, wrong: (why: string) => BadSetting): string | null {
  try {
    return part === '' ? null : decodeURIComponent(part)
  } catch {
    throw wrong('its name or password is not written as in an address')
  }
}

function secretOf(s: z.infer<typeof shape>, dataDir: string): string {
  if (s.SECRET) return s.SECRET
  if (s.SECRET_FILE) return longEnough(readSecretFile(s.SECRET_FILE, 'SECRET_FILE'), 'SECRET_FILE')
  if (s.DATABASE_URL)
    throw new BadSetting(
      'The setting SECRET (or SECRET_FILE) is needed with DATABASE_URL: every process must have the same.',
    )
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return longEnough(readSecretFile(file, 'SECRET_FILE'), 'DATA_DIR')
}

function readSecretFile(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new BadSetting(`The setting ${name} cannot be used: ${file} cannot be read.`)
  }
}

function longEnough(secret: string, name: string): string {
  if (secret.length < 32)
    throw new BadSetting(`The setting ${name} cannot be used: the secret in it has fewer than 32 characters.`)
  return secret
}
