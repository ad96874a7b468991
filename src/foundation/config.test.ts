import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BadSetting, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'fc-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('what is not set has a safe value: this machine only, a secret of its own that only we can read', () => {
  const config = readConfig({ DATA_DIR: join(folder, 'a') })
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: null,
    demo: true,
    loopbackNetworks: false,
  })
  expect(config.secrets[0].length).toBeGreaterThanOrEqual(32)
  expect(statSync(join(folder, 'a/secret')).mode & 0o777).toBe(0o600)
  expect(readConfig({ DATA_DIR: join(folder, 'a') }).secrets[0]).toBe(config.secrets[0])
})

test.each([
  [{ PORT: '99999' }, 'PORT'],
  [{ PORT: 'eighty' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://x' }, 'SECRET'],
  [{ SECRET: 'short-and-sweet' }, 'SECRET'],
  [{ SECRET_FILE: '/nowhere/at/all' }, 'SECRET_FILE'],
  [{ PUBLIC_URL: 'not an address' }, 'PUBLIC_URL'],
  [{ DEMO: 'perhaps' }, 'DEMO'],
  [{ PACE: 'leisurely' }, 'PACE'],
  [{ SMTP_URL: 'http://mail.example', SMTP_FROM: 'counter@westshire.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://', SMTP_FROM: 'counter@westshire.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://a:b%zz@mail.example', SMTP_FROM: 'counter@westshire.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_FROM'],
  [{ SMTP_URL: 'smtp://mail.example', SMTP_FROM: 'counter' }, 'SMTP_FROM'],
  [{ SMTP_FROM: 'counter@westshire.example' }, 'SMTP_URL'],
  [{ SMTP_URL_FILE: '/nowhere/at/all', SMTP_FROM: 'counter@westshire.example' }, 'SMTP_URL_FILE'],
] as const)('a bad setting is refused by name: %o', (env, name) => {
  const read = () => readConfig({ DATA_DIR: join(folder, 'b'), ...env })
  expect(read).toThrow(BadSetting)
  expect(read).toThrow(name)
})

test('the demo plays by itself in the embedded store only; with DATABASE_URL it is asked for', () => {
  const secret = { SECRET: 'x'.repeat(40) }
  const postgres = { ...secret, DATABASE_URL: 'postgres://counter.example/force' }
  const demo = (env: Record<string, string>) => readConfig(env).demo
  expect([demo(secret), demo({ ...secret, DEMO: 'no' })]).toEqual([true, false])
  expect([demo(postgres), demo({ ...postgres, DEMO: 'yes' })]).toEqual([false, true])
})

test('a secret that cannot be used is not repeated', () => {
  expect(() => readConfig({ SECRET: 'short-and-sweet' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('short-and-sweet') }),
  )
  const file = join(folder, 'short')
  writeFileSync(file, 'too short')
  expect(() => readConfig({ SECRET_FILE: file })).toThrow('fewer than 32')
})

test('secrets of before are kept for opening', () => {
  const secret = 'x'.repeat(40)
  expect(readConfig({ SECRET: secret, OLD_SECRETS: 'one two' }).secrets).toEqual([secret, 'one', 'two'])
})

test('a mail server comes from the environment or from a file, and its password is never repeated', () => {
  const at = { DATA_DIR: join(folder, 'mail'), SMTP_FROM: 'counter@westshire.example' }
  const mail = { host: 'mail.example', user: 'counter', password: 'p@ss word', from: 'counter@westshire.example' }
  expect(readConfig({ DATA_DIR: join(folder, 'mail') }).mail).toBe(null)
  expect(readConfig({ ...at, SMTP_URL: 'smtp://counter:p%40ss%20word@mail.example' }).mail).toEqual({
    ...mail,
    port: 587,
    secure: false,
  })
  const file = join(folder, 'smtp')
  writeFileSync(file, 'smtps://counter:p%40ss%20word@mail.example:2465\n')
  expect(readConfig({ ...at, SMTP_URL_FILE: file }).mail).toEqual({ ...mail, port: 2465, secure: true })
  for (const url of ['ftp://a:hunter2@mail.example', 'smtp://a:hunter2%zz@mail.example', 'smtp://a:hunter2@mail:99999'])
    expect(() => readConfig({ ...at, SMTP_URL: url })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
})
