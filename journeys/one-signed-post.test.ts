import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { scripted } from '../src/networks/testnet/fault.proxy.ts'
import { type Account, startPds, type TestPds } from '../src/networks/testnet/pds.testbed.ts'
import { addAccount, addPerson, choose, letWrite, press, signInFirst, tick, write } from './acts.testbed.ts'
import { type Counter, callAs, openBrowser, openCounter, type Seat, sit } from './counter.testbed.ts'
import { type Leading, leadThrough } from './leading.testbed.ts'
import { arrived } from './page.testbed.ts'

let browser: Browser
let pds: TestPds
let leading: Leading
let counter: Counter
let account: Account
let appPassword: string

beforeAll(async () => {
  ;[browser, pds] = await Promise.all([openBrowser(), startPds()])
  leading = await leadThrough(pds.url, ['putRecord'])
  account = await pds.createAccount('chiefs.test')
  appPassword = await pds.createAppPassword(account)
  counter = await openCounter({ DEMO: 'no', LOOPBACK_NETWORKS: 'yes', PACE: 'quick' })
})

afterAll(async () => {
  await counter?.stop()
  await leading?.end()
  await pds?.[Symbol.asyncDispose]()
  await browser?.close()
})

const words = 'We will be doing vehicle checks on Quay Road from 7pm. Please allow a few more minutes.'
const signed = `ACC MJ: ${words}`
const marian = {
  name: 'Marian Jessop',
  rank: 'Assistant Chief Constable',
  initials: 'MJ',
  email: 'marian.jessop@westshire.example',
  role: 'Chief officer',
}
const nadia = {
  name: 'Nadia Farrow',
  rank: 'Inspector',
  initials: 'NF',
  email: 'nadia.farrow@westshire.example',
  role: 'Supervisor',
}
const priya = {
  name: 'Priya Nandakumar',
  rank: 'Head of communications',
  initials: 'PN',
  email: 'priya.nandakumar@westshire.example',
  role: 'Head of communications',
}

const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await arrived(page)
}

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor()

/** The first minutes: the force, and its first product owner. */
async function setUp({ page }: Seat): Promise<void> {
  await open(page, '/first-run')
  await write(page, 'Set-up code', /code: (\S+)/.exec(counter.said())?.[1] ?? '')
  await write(page, 'Name of the force', 'Westshire Police')
  await write(page, 'Your name', 'Owen Tredwell')
  await write(page, 'Rank or post', 'Digital manager')
  await write(page, 'Initials', 'OT')
  await write(page, 'E-mail address', 'owen.tredwell@westshire.example')
  await write(page, 'Password', 'a long enough password')
  await write(page, 'The same once more', 'a long enough password')
  await press(page, 'Set up Front Counter')
  await page.waitForURL('/register')
}

async function setObjective(page: Page): Promise<void> {
  await open(page, '/objectives')
  await press(page, 'Set an objective')
  const form = page.getByRole('alertdialog')
  await write(form, 'What it is, in a sentence', 'Fewer people hurt on our roads')
  await press(form, 'Set it')
  await form.waitFor({ state: 'hidden' })
}

/** Both accounts; the keys of the real one are given in the browser. */
async function register(page: Page): Promise<{ real: string; practice: string }> {
  const shared = { name: 'Chief officers', objective: /^Fewer people hurt/ }
  const practice = await addAccount(page, { ...shared, network: /^Practice/, handle: 'Chiefs_Westshire' })
  const real = await addAccount(page, { ...shared, network: /^Bluesky/, handle: account.handle })
  await press(page, 'Give the keys')
  const form = page.getByRole('alertdialog')
  await write(form, 'Server address', leading.url)
  await write(form, 'Handle', account.handle)
  await write(form, 'App password', appPassword)
  await press(form, 'Give these keys')
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Ask the network whether they work' }).waitFor()
  return { real, practice }
}

/** Both networks lose the answer to the first post, after they have taken it. */
async function loseAnswers(page: Page): Promise<void> {
  leading.faults.use(scripted({ kind: 'dropAfter' }))
  await open(page, '/practice')
  await press(page, 'Set a fault')
  const form = page.getByRole('alertdialog')
  await choose(page, form, /What it does$/, /^Publish the post, then lose the answer/)
  await press(form, 'Set this fault')
  await form.waitFor({ state: 'hidden' })
}

/** Writes once for both accounts, and puts it before somebody. Returns the id of the post; its record is then open. */
async function writeAndAsk({ page }: Seat): Promise<string> {
  await page.getByRole('link', { name: 'Write', exact: true }).first().click()
  await arrived(page)
  await tick(page, 'Practice Chiefs_Westshire')
  await tick(page, `Bluesky ${account.handle}`)
  await page.getByRole('textbox', { name: 'English' }).fill(words)
  const speaking = page.getByRole('region', { name: 'Who speaks, and where' })
  await speaking.getByText('ACC MJ:').first().waitFor()
  await speaking.getByText(`${signed.length} of 300`).first().waitFor()
  const found = page.getByRole('region', { name: 'What the rules noticed' })
  await found.getByText('Needs approval').first().waitFor()
  await found.getByText(/^R27/).first().waitFor()
  await choose(page, page, /Objective it serves$/, /^Fewer people hurt/)
  await heading(page, 'This is ready for approval')
  await press(page, /^Ask for approval/)
  await heading(page, 'This waits for approval')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

const timeline = z.object({ posts: z.array(z.object({ accountId: z.string().nullable(), text: z.string() })) })
const textOf = z.object({ text: z.string() })

test('one post, written once, arrives once in each place, signed and approved by a second person', async () => {
  const owen = await sit(browser, counter.address)
  await setUp(owen)
  await setObjective(owen.page)
  await open(owen.page, '/people')
  const oneTime = {
    marian: await addPerson(owen.page, marian),
    nadia: await addPerson(owen.page, nadia),
    priya: await addPerson(owen.page, priya),
  }
  const ids = await register(owen.page)

  const head = await sit(browser, counter.address)
  await signInFirst(head.page, priya.email, oneTime.priya)
  for (const id of Object.values(ids)) {
    await open(head.page, `/register/${id}`)
    await letWrite(head.page, /Marian Jessop/)
    await letWrite(head.page, /Nadia Farrow/)
  }
  await loseAnswers(owen.page)

  const officer = await sit(browser, counter.address)
  await signInFirst(officer.page, marian.email, oneTime.marian)
  const post = await writeAndAsk(officer)

  await refusedToTheAuthor(officer, post)

  const supervisor = await sit(browser, counter.address)
  await signInFirst(supervisor.page, nadia.email, oneTime.nadia)
  await open(supervisor.page, `/approvals/${post}`)
  await heading(supervisor.page, 'Release this post now?')
  await supervisor.page.getByText(words).first().waitFor()
  await supervisor.page.getByText('ACC MJ:').first().waitFor()
  await tick(supervisor.page, /^It may stand/)
  // Nothing at the officer's seat is loaded again from here on.
  await officer.page.evaluate(() => (window.name = 'as it was'))
  await press(supervisor.page, /^Approve and release now/)
  await supervisor.page.getByText('Approved. It goes out now.').waitFor()

  await heading(officer.page, 'It is live everywhere')
  expect(await officer.page.evaluate(() => window.name)).toBe('as it was')

  expect((await pds.posts(account.did)).map((p) => textOf.parse(p.value).text)).toEqual([signed])
  expect(leading.faults.seen.map((s) => s.fault)).toEqual(['dropAfter'])
  const there = timeline.parse((await callAs(officer, 'GET', '/api/practice/timeline')).body)
  expect(there.posts.map((p) => p.text)).toEqual([signed])
  expect([owen, head, officer, supervisor].flatMap((s) => s.trouble)).toEqual([])

  await counter.close()
  const verified = await promisify(execFile)('npm', ['run', '--silent', 'audit:verify'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, DATA_DIR: join(counter.folder, 'data') },
  })
  expect(verified.stdout).toMatch(/\d+ facts, the chain is whole/)
})

/** The page offers the author no approval, and the server refuses one. */
async function refusedToTheAuthor(seat: Seat, post: string): Promise<void> {
  await open(seat.page, `/approvals/${post}`)
  await heading(seat.page, 'This waits for somebody else’s approval')
  expect(await seat.page.getByRole('button', { name: /^Approve/ }).count()).toBe(0)
  const shown = z
    .object({ frozen: z.object({ version: z.number(), digest: z.string() }) })
    .parse((await callAs(seat, 'GET', `/api/approvals/${post}`)).body)
  const tried = await callAs(seat, 'POST', `/api/posts/${post}/approve`, shown.frozen)
  expect(tried.status).toBeGreaterThanOrEqual(400)
  expect(JSON.stringify(tried.body)).toContain('ownPost')
  await open(seat.page, `/posts/${post}`)
}
