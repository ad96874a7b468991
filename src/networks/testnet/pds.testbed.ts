import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { loopbackFetch } from './loopback.guard.ts'

const adminPassword = 'admin-password-for-tests'
const jwtSecret = 'jwt-secret-for-tests'

export type Account = { did: string; handle: string; password: string; accessJwt: string }
export type HeldRecord = { uri: string; cid: string; value: unknown }

/** A real Bluesky server on 127.0.0.1, for tests, the chaos runner and benchmarks. About 1.5 s to start, 320 MB. */
export type TestPds = {
  url: string
  plc: string
  pid: number
  createAccount(handle: string): Promise<Account>
  createAppPassword(account: Account, name?: string): Promise<string>
  revokeAppPassword(account: Account, name?: string): Promise<void>
  takeDown(account: Account): Promise<void>
  /** Every post that the account has on the server, oldest key first. */
  posts(did: string): Promise<HeldRecord[]>
  call(
    nsid: string,
    input: { json?: unknown; params?: Record<string, string>; authorization?: string },
  ): Promise<unknown>
  [Symbol.asyncDispose](): Promise<void>
}

const listening = z.object({ url: z.string(), plc: z.string() })
const created = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string() })
const listed = z.object({
  cursor: z.string().optional(),
  records: z.array(z.object({ uri: z.string(), cid: z.string(), value: z.unknown() })),
})

export const bearer = (account: Account): string => `Bearer ${account.accessJwt}`

/** Calls a server on loopback by the name of the method; rejects with what it answered when that is not success. */
export const callsTo =
  (url: string): TestPds['call'] =>
  async (nsid, { json, params, authorization }) => {
    const response = await loopbackFetch(`${url}/xrpc/${nsid}?${new URLSearchParams(params)}`, {
      method: json === undefined ? 'GET' : 'POST',
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(authorization ? { authorization } : {}),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${nsid}: ${response.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

/** A new account on a server on loopback, and an app password; `privileged`: one that covers private messages. */
export const accountsAt = (call: TestPds['call']) => ({
  createAccount: async (handle: string): Promise<Account> => {
    const password = 'account-password-for-tests'
    const json = { handle, email: `${handle}@mail.test`, password }
    return { ...created.parse(await call('com.atproto.server.createAccount', { json })), password }
  },
  createAppPassword: async (account: Account, name = 'front-counter', privileged = false): Promise<string> => {
    const made = await call('com.atproto.server.createAppPassword', {
      json: { name, privileged },
      authorization: bearer(account),
    })
    return z.object({ password: z.string() }).parse(made).password
  },
})

/** `rateLimits`: the server's own, as the hosted one has them; off by default so that tests do not slow each other. */
export const startPds = async (options: { rateLimits?: boolean } = {}): Promise<TestPds> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'front-counter-pds-'))
  const child = await spawnServer('pds.process.ts', {
    directory,
    rateLimits: options.rateLimits ?? false,
    adminPassword,
    jwtSecret,
  })
  const { url, plc } = child.where

  const call = callsTo(url)
  const admin = `Basic ${Buffer.from(`admin:${adminPassword}`).toString('base64')}`

  return {
    url,
    plc,
    pid: child.pid,
    call,
    ...accountsAt(call),
    revokeAppPassword: async (account, name = 'front-counter') => {
      await call('com.atproto.server.revokeAppPassword', { json: { name }, authorization: bearer(account) })
    },
    takeDown: async ({ did }) => {
      const json = {
        subject: { $type: 'com.atproto.admin.defs#repoRef', did },
        takedown: { applied: true, ref: 'test' },
      }
      await call('com.atproto.admin.updateSubjectStatus', { json, authorization: admin })
    },
    posts: async (did) => {
      const all: HeldRecord[] = []
      let cursor: string | undefined
      do {
        const params = {
          repo: did,
          collection: 'app.bsky.feed.post',
          limit: '100',
          reverse: 'true',
          ...(cursor ? { cursor } : {}),
        }
        const page = listed.parse(await call('com.atproto.repo.listRecords', { params }))
        all.push(...page.records)
        cursor = page.records.length < 100 ? undefined : page.cursor
      } while (cursor)
      return all
    },
    [Symbol.asyncDispose]: async () => {
      await child.end()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

type Server = {
  where: z.infer<typeof listening>
  pid: number
  end(): Promise<void>
  tell(line: string): Promise<string>
}

/** Starts a server in a process of its own. `tell` sends it a line and waits for the one that it says next. */
export const spawnServer = async (name: string, options: object): Promise<Server> => {
  const script = path.join(import.meta.dirname, name)
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { LOG_ENABLED: 'false', NODE_ENV: 'test' },
  })
  const complaints: string[] = []
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([
    new Promise<string>((resolve) => lines.once('line', resolve)),
    ended.then(() => Promise.reject(new Error(`the test server did not start: ${complaints.join('')}`))),
  ])
  const end = async (): Promise<void> => {
    child.kill('SIGTERM')
    const killer = setTimeout(() => child.kill('SIGKILL'), 5000)
    await ended
    clearTimeout(killer)
  }
  const tell = (line: string): Promise<string> => {
    const answer = new Promise<string>((resolve) => lines.once('line', resolve))
    child.stdin.write(`${line}\n`)
    return answer
  }
  return { where: listening.parse(JSON.parse(first)), pid: child.pid ?? 0, end, tell }
}

/** The same token, but its time is over: lets a test see an expired sign-in without waiting two hours. */
export const expired = (jwt: string): string => {
  const [head = '', payload = ''] = jwt.split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const past = Math.floor(Date.now() / 1000) - 7200
  const stale = Buffer.from(
    JSON.stringify({ ...z.record(z.string(), z.unknown()).parse(claims), iat: past, exp: past + 60 }),
  ).toString('base64url')
  return `${head}.${stale}.${createHmac('sha256', jwtSecret).update(`${head}.${stale}`).digest('base64url')}`
}
