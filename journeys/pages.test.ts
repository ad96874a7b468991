import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Counter, callAs, desk, openBrowser, phone, type Seat, signInByCall, sit } from './counter.testbed.ts'
import { done, openDemo } from './demo.testbed.ts'
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
  archive: z.object({ imports: z.array(z.object({ id: z.string() })).min(1) }),
  questions: z.object({ questions: z.array(z.object({ id: z.string() })).min(1) }),
  people: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
})
const reviews = z.object({ rounds: z.array(z.object({ id: z.string() })).min(1) })
const round = z.object({
  rows: z.array(z.object({ key: z.string(), recommendation: z.string(), decided: z.unknown() })),
})
const lists = z.object({ rows: z.array(z.object({ id: z.string() })).min(1) })
const one = z.object({ review: z.object({ id: z.string() }) })
const saved = z.object({ id: z.string() })

/** A draft in which the rules find something of each weight. */
const troubled =
  'Stay calm! The suspect fled on foot from the dwelling. Call DC Amir Solanki on 07700 900123 with info. Murderer WILL be caught. #JusticeForAll #staysafe'

const read = async (seat: Seat, path: string): Promise<unknown> => (await callAs(seat, 'GET', path)).body

/** Two plans, one decision and the list that it begins, so that each page of the reviews has something on it. */
async function reviewAddresses(seat: Seat): Promise<Record<string, string>> {
  const at = reviews.parse(await read(seat, '/api/reviews')).rounds[0]?.id
  const all = round.parse(await read(seat, `/api/reviews/rounds/${at}`)).rows.filter((r) => r.decided === null)
  const to = (outcome: string): string[] => all.filter((r) => r.recommendation === outcome).map((r) => r.key)
  const [merged = '', closing = ''] = [...to('merge'), ...to('close')]
  const plan = async (name: string, keys: readonly string[]): Promise<string> => {
    const accounts = keys.map((accountId) => ({ accountId, intoAccountId: null }))
    return saved.parse(done(name, await callAs(seat, 'POST', '/api/plans', { name, accounts }))).id
  }
  const plans = [await plan('Both go', [merged, closing]), await plan('One goes', [merged])]
  const { review } = one.parse(await read(seat, `/api/reviews/rounds/${at}/accounts/${closing}`))
  const on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const close = { outcome: 'close', on, reason: 'Nobody speaks there.', whyOther: 'It joins nothing.' }
  done('decide', await callAs(seat, 'POST', `/api/reviews/${review.id}/decide`, close))
  const list = lists.parse(await read(seat, '/api/carrying-out')).rows[0]?.id
  return {
    reviews: '/reviews',
    'one round': `/reviews/${at}`,
    'one review': `/reviews/${at}/${merged}`,
    'one review, decided': `/reviews/${at}/${closing}`,
    criteria: '/reviews/criteria',
    plans: '/reviews/plans',
    'plans side by side': `/reviews/plans?compare=${plans.join('%2C')}`,
    'one plan': `/reviews/plans/${plans[0]}`,
    'a new plan': '/reviews/plans/new',
    'carrying out': '/reviews/carrying-out',
    'one list': `/reviews/carrying-out/${list}`,
  }
}

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
    archive: await read(seat, '/api/archive'),
    questions: await read(seat, '/api/questions'),
    people: await read(seat, '/api/people'),
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
    'subject access': '/subject-access',
    lines: '/lines',
    questions: '/questions',
    'one question': `/questions/${found.questions.questions[0]?.id}`,
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
    'what somebody holds': `/people/${found.people.people.find((p) => p.name === 'Leah Corrigan')?.id}/holds`,
    archive: '/archive',
    'archive, an import': '/archive/new',
    'archive, one import': `/archive/${found.archive.imports[0]?.id}`,
    'who follows': `/archive/followers/${account}`,
    measures: '/measures',
    'one measure': '/measures/M07',
    'measures, silent days': '/measures/M01',
    'measures of one account': `/measures/accounts/${account}`,
    'a figure and its rows': `/measures/accounts/${account}?measure=M07`,
    'what is ordinary': '/measures/variation',
    'what earns answers': '/measures/earns',
    'official accounts': '/measures/officials',
    ...(await reviewAddresses(seat)),
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
  ;[browser, counter] = await Promise.all([openBrowser(), openDemo()])
  const seat = await sit(browser, counter.address)
  await signInByCall(seat, owen, demoPassword)
  addresses = await everyAddress(seat)
  await seat.context.close()
})

afterAll(async () => {
  await browser?.close()
  await counter?.stop()
})

type Look = { size: typeof desk; widths: readonly number[] }

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
  wrong.push(...(await seenByAxe(page)))
  // Only style sheets know which colours are chosen, so the page that stands there is the one that would be loaded in the dark.
  await page.emulateMedia({ colorScheme: 'dark' })
  wrong.push(...(await seenByAxe(page, 'colours')).map((words) => `in dark, ${words}`))
  await page.emulateMedia({ colorScheme: 'light' })
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
  ['at a desk', { size: desk, widths: [1440] }],
  ['on a phone', { size: phone, widths: [390, 320] }],
])(
  'every page %s is whole, readable by everybody in light and in dark, and no wider than the screen',
  async (_, look) => {
    const seat = await sit(browser, counter.address, look.size)
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
  },
  600_000,
)

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
