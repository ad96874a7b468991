import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import {
  type Counter,
  callAs,
  desk,
  openBrowser,
  openCounter,
  phone,
  type Seat,
  signInByCall,
  sit,
} from './counter.testbed.ts'
import { arrived, headingHasFocus, headingOf, seenByAxe, sideways, titleFor } from './page.testbed.ts'

let counter: Counter
let browser: Browser
/** Every page, by what people call it. */
let addresses: Readonly<Record<string, string>>

const demoPassword = 'practice makes calm'
const owen = 'owen.tredwell@westshire.example'

const rows = z.object({ rows: z.array(z.object({ id: z.string() })) })
const ids = z.object({
  approvals: z.object({ mine: z.array(z.object({ id: z.string() })).min(1) }),
  posts: z.object({ posts: z.array(z.object({ id: z.string() })).min(1) }),
  register: z.object({ accounts: z.array(z.object({ id: z.string(), kind: z.string() })).min(1) }),
  draft: z.object({ id: z.string() }),
  desk: rows,
})

/** A draft in which the rules find something of each weight. */
const troubled =
  'Stay calm! The suspect fled on foot from the dwelling. Call DC Amir Solanki on 07700 900123 with info. Murderer WILL be caught. #JusticeForAll #staysafe'

const read = async (seat: Seat, path: string): Promise<unknown> => (await callAs(seat, 'GET', path)).body

async function everyAddress(seat: Seat): Promise<Record<string, string>> {
  // What the public said in the weeks before is heard as soon as the program runs.
  await vi.waitFor(async () => expect(rows.parse(await read(seat, '/api/desk/queue')).rows.length).toBeGreaterThan(0), {
    timeout: 60_000,
    interval: 500,
  })
  const compose = z
    .object({ facts: z.object({ accounts: z.array(z.object({ id: z.string() })) }) })
    .parse(await read(seat, '/api/posting/compose'))
  const targets = compose.facts.accounts.slice(0, 2).map((a) => a.id)
  const made = await callAs(seat, 'POST', '/api/posts', { content: { pieces: [troubled], targets } })
  const found = ids.parse({
    approvals: await read(seat, '/api/approvals'),
    posts: await read(seat, '/api/posts?state=sent'),
    register: await read(seat, '/api/register/accounts'),
    draft: made.body,
    desk: await read(seat, '/api/desk/queue'),
  })
  const account = found.register.accounts.find((a) => a.kind === 'collective')?.id ?? ''
  return {
    today: '/',
    'desk, the list': '/desk',
    'desk, a conversation': `/desk/${found.desk.rows[0]?.id}`,
    'desk, a surge': '/desk/surge',
    'desk, how it works': '/desk/settings',
    duty: '/duty',
    standards: '/standards',
    lines: '/lines',
    questions: '/questions',
    'compose, new': '/write',
    'compose, a draft': `/write/${found.draft.id}`,
    approvals: '/approvals',
    'one approval': `/approvals/${found.approvals.mine[0]?.id}`,
    posts: '/posts',
    'one record': `/posts/${found.posts.posts[0]?.id}`,
    register: '/register',
    'one account': `/register/${account}`,
    'account, change': `/register/${account}/change`,
    'account, new': '/register/new',
    offices: '/register/offices',
    'a spreadsheet': '/register/import',
    requests: '/register/requests',
    'ask for an account': '/register/ask',
    'names and profiles': '/register/convention',
    training: '/people/training',
    archive: '/archive',
    'archive, an import': '/archive/new',
    measures: '/measures',
    'official accounts': '/measures/officials',
    practice: '/practice',
    objectives: '/objectives',
    rules: '/rules',
    people: '/people',
    health: '/health',
    holds: '/holds',
    settings: '/settings',
    'force settings': '/settings/force',
    find: '/find?words=Mill%20Lane',
    gallery: '/gallery',
    'no such page': '/nowhere',
  }
}

beforeAll(async () => {
  ;[browser, counter] = await Promise.all([openBrowser(), openCounter()])
  const seat = await sit(browser, counter.address)
  await signInByCall(seat, owen, demoPassword)
  addresses = await everyAddress(seat)
  await seat.context.close()
})

afterAll(async () => {
  await browser?.close()
  await counter?.stop()
})

type Look = { size: typeof desk; colours: 'light' | 'dark'; widths: readonly number[] }

/** What is wrong with the page that is open, each line beginning with its name. */
async function wrongHere({ page, trouble }: Seat, name: string, look: Look): Promise<string[]> {
  // The gallery shows, among all else, what waiting looks like.
  await arrived(page, name === 'gallery' ? 1 : 0)
  let [heading, title] = [await headingOf(page), await page.title()]
  // A heading that names the force is said again when the force is known; the tab follows.
  for (let n = 0; n < 20 && title !== titleFor(heading); n++) {
    await page.waitForTimeout(250)
    ;[heading, title] = [await headingOf(page), await page.title()]
  }
  const wrong = title === titleFor(heading) ? [] : [`the tab says “${title}”, the heading “${heading}”`]
  wrong.push(...(await seenByAxe(page, look.colours === 'light' ? 'everything' : 'colours')))
  const { height, width: usual } = page.viewportSize() ?? desk
  for (const width of look.widths) {
    await page.setViewportSize({ width, height })
    const pixels = await sideways(page)
    if (pixels > 0) wrong.push(`scrolls ${pixels} px sideways at ${width}`)
  }
  await page.setViewportSize({ width: usual, height })
  wrong.push(...trouble.splice(0))
  return wrong.map((words) => `${name}: ${words}`)
}

test.each<[string, Look]>([
  ['at a desk, light', { size: desk, colours: 'light', widths: [1440] }],
  ['at a desk, dark', { size: desk, colours: 'dark', widths: [] }],
  ['on a phone, light', { size: phone, colours: 'light', widths: [390, 320] }],
  ['on a phone, dark', { size: phone, colours: 'dark', widths: [] }],
])('every page %s is whole, readable by everybody and no wider than the screen', async (_, look) => {
  const seat = await sit(browser, counter.address, look.size, look.colours)
  const wrong: string[] = []
  const visit = async (name: string, address: string): Promise<void> => {
    await seat.page.goto(address)
    wrong.push(...(await wrongHere(seat, name, look)))
  }
  await visit('sign-in', '/sign-in')
  await visit('first run', '/first-run')
  await signInByCall(seat, owen, demoPassword)
  for (const [name, address] of Object.entries(addresses)) await visit(name, address)
  expect(wrong).toEqual([])
  await seat.context.close()
})

test('after each navigation the focus is on the heading of the page that was asked for', async () => {
  const seat = await sit(browser, counter.address)
  const { page, trouble } = seat
  await signInByCall(seat, owen, demoPassword)
  await page.goto('/')
  await arrived(page)
  const rail = page.getByRole('navigation', { name: 'Main' }).first()
  const lost: string[] = []
  const look = async (name: string): Promise<void> => {
    await arrived(page)
    await page
      .waitForFunction(() => document.activeElement?.tagName === 'H1', null, { timeout: 4000 })
      .catch(() => {
        lost.push(name)
      })
    if (!(await headingHasFocus(page)) && !lost.includes(name)) lost.push(name)
  }
  const names = await rail.getByRole('link').allTextContents()
  for (const name of names) {
    const plain = name.replace(/\d.*$/, '')
    await rail.getByRole('link', { name: plain }).first().click()
    await look(plain)
  }
  await rail.getByRole('link', { name: 'Register' }).click()
  await page.getByRole('table').first().getByRole('link').first().click()
  await look('one account')
  await page.getByRole('link', { name: 'Change the record' }).click()
  await look('account, change')
  await page.goBack()
  await look('back to the account')
  await rail.getByRole('link', { name: 'Posts' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /\w{3,}/ })
    .last()
    .click()
  await look('one record')
  expect(lost).toEqual([])
  expect(trouble).toEqual([])
  await seat.context.close()
})
