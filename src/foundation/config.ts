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
  /** Plays the demo force when the store is empty. */
  DEMO: yesNo.default(true),
  /** `quick` shortens leases and looks, for tests of what happens when they run out. */
  PACE: z.enum(['real', 'quick']).default('real'),
  /** Lets networks live on this machine, for tests. Never in service. */
  LOOPBACK_NETWORKS: yesNo.default(false),
  LOG: z.enum(['debug', 'info', 'silent']).default('info'),
})

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
    demo: s.DEMO,
    pace: s.PACE,
    loopbackNetworks: s.LOOPBACK_NETWORKS,
    log: s.LOG,
  }
}

function secretOf(s: z.infer<typeof shape>, dataDir: string): string {
  if (s.SECRET) return s.SECRET
  if (s.SECRET_FILE) return longEnough(readSecretFile(s.SECRET_FILE), 'SECRET_FILE')
  if (s.DATABASE_URL)
    throw new BadSetting(
      'The setting SECRET (or SECRET_FILE) is needed with DATABASE_URL: every process must have the same.',
    )
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return longEnough(readSecretFile(file), 'DATA_DIR')
}

function readSecretFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new BadSetting(`The setting SECRET_FILE cannot be used: ${file} cannot be read.`)
  }
}

function longEnough(secret: string, name: string): string {
  if (secret.length < 32)
    throw new BadSetting(`The setting ${name} cannot be used: the secret in it has fewer than 32 characters.`)
  return secret
}
