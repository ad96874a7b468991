import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { freePort } from '../scripts/postgres.ts'

const root = join(import.meta.dirname, '..')

/** The real program, in a process of its own, on a data folder of its own. */
export type Counter = {
  address: string
  folder: string
  /** What it printed. */
  said(): string
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>
  /** Ends it as a service manager would; what it keeps stays in its folder. */
  close(): Promise<void>
  /** Ends it and throws its folder away. */
  stop(): Promise<void>
}

/** Starts the program, or a part of it, and waits until it says that it is open or at work. `env` adds settings. */
export async function openCounter(
  env: Record<string, string> = {},
  folder = mkdtempSync(join(tmpdir(), 'fc-journey-')),
  part: 'all' | 'web' | 'worker' = 'all',
): Promise<Counter> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts', part], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOME: folder,
      DATA_DIR: join(folder, 'data'),
      PORT: port,
      LOG: 'info',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ready = new Promise<void>((open, fail) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString()
      if (/is open at|A worker is at work/.test(said)) open()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => fail(new Error(`The program ended with ${code} before it was open. ${said}`)))
  })
  await ready
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    said: () => said,
    kill: () => ended(child, 'SIGKILL'),
    close: () => ended(child, 'SIGTERM'),
    async stop() {
      await ended(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill(signal)
  })

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** A person at their own device. Fails the test at its end when the page broke a promise: a script error, or something blocked by the policy. */
export type Seat = { page: Page; context: BrowserContext; trouble: string[] }

export async function sit(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number } = desk,
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy|Uncaught/i.test(message.text()))
      trouble.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) trouble.push(`${response.status()} from ${response.url()}`)
  })
  return { page, context, trouble }
}

/** A seat, or one without a browser. */
export type Caller = { context: { request: APIRequestContext } }

/** Calls an endpoint as the person signed in at this seat, with the header that our own pages send. */
export async function callAs(
  seat: Caller,
  method: 'GET' | 'POST',
  path: string,
  input: Record<string, unknown> = {},
): Promise<{ status: number; body: unknown }> {
  const headers = { 'x-front-counter': '1' }
  const response =
    method === 'GET'
      ? await seat.context.request.get(path, { headers, maxRetries: 3 }) // a connection that the server let go meanwhile
      : await seat.context.request.post(path, { headers, data: input })
  return { status: response.status(), body: await response.json() }
}

export const password = 'a long enough password'

/** The first run, by its own endpoint: the force and its first administrator. */
export async function firstRun(counter: Counter, seat: Caller): Promise<void> {
  const code = /code: (\S+)/.exec(counter.said())?.[1] ?? ''
  const made = await callAs(seat, 'POST', '/api/first-run', {
    code,
    force: { name: 'Westshire Police' },
    person: { name: 'Owen Tredwell', rank: 'Mr', initials: 'OT', email: 'owen@westshire.example', password },
  })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  await signInByCall(seat, 'owen@westshire.example')
}

export async function signInByCall(seat: Caller, email: string, words = password): Promise<void> {
  const signed = await callAs(seat, 'POST', '/api/auth/sign-in/email', { email, password: words })
  if (signed.status !== 200) throw new Error(JSON.stringify(signed.body))
}
