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
] as const)('a bad setting is refused by name: %o', (env, name) => {
  const read = () => readConfig({ DATA_DIR: join(folder, 'b'), ...env })
  expect(read).toThrow(BadSetting)
  expect(read).toThrow(name)
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
