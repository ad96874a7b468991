import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { countWhatIsDue } from '../src/measures/measures.jobs.ts'
import { press, signInFirst, write } from './acts.testbed.ts'
import { type Counter, callAs, openBrowser, openCounter, type Seat, sit } from './counter.testbed.ts'
import { copyDemo, done, signInAs } from './demo.testbed.ts'
import { addForceWithPosts, addInspectorate, inStore, keepThatTheyWereRead, type OneTime } from './forces.testbed.ts'
import { arrived, headingOf, seenByAxe } from './page.testbed.ts'

const inspectorate = 'The Inspectorate of Police Speech'
const letting = ['Brackenshire', 'Highvale', 'Lowvale', 'Marlshire', 'Northmere', 'Southmere', 'Stonemoor']
const [asked, silent, far] = ['Eastshire Police', 'Ravensholm Police', 'Lowvale Police']

let browser: Browser
let counter: Counter
let ines: OneTime
let jo: OneTime

beforeAll(async () => {
  browser = await openBrowser()
  const folder = copyDemo()
  ines = await addInspectorate(folder, inspectorate, 'Ines Harrow')
  jo = await inStore(folder, async (world) => {
    for (const [n, word] of letting.entries()) {
      const name = `${word} Police`
      await addForceWithPosts(world, { name, answers: name === far ? 39 : 12 + n, lets: true })
    }
    await addForceWithPosts(world, { name: silent, answers: 15, lets: false })
    const first = await addForceWithPosts(world, { name: asked, answers: 14, lets: false })
    await countWhatIsDue(world)
    return first
  })
  counter = await openCounter({}, folder)
})
afterAll(async () => {
  await browser?.close()
  await counter?.stop()
})

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await arrived(page)
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Lets the inspectorate compare the force of whoever sits there, at its page. */
async function letThem(page: Page): Promise<void> {
  await open(page, '/measures/variation')
  await press(page, 'Let an inspectorate compare us')
  const form = page.getByRole('alertdialog', { name: 'Let an inspectorate compare us?' })
  await form.getByRole('button', { name: /Inspectorate$/ }).waitFor()
  await write(form, 'Until the end of this day', dayIn(30))
  await press(form, 'Let them compare our figures')
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('table', { name: 'Who may compare us' }).getByRole('rowheader', { name: inspectorate }).waitFor()
}

const between = (page: Page): Locator => page.getByRole('table', { name: 'Between forces' })
const together = (page: Page): Locator => page.getByRole('region', { name: 'All forces together, every class' })
/** The forces that the page names. */
const named = async (page: Page): Promise<string[]> =>
  [...new Set((await between(page).getByRole('rowheader').allInnerTexts()).map((name) => name.trim()))].sort()
const rowOf = (page: Page, name: string): Promise<string[]> =>
  between(page).getByRole('row', { name }).first().getByRole('cell').allInnerTexts()

const statusAt = async (seat: Seat, path: string): Promise<number> =>
  (await seat.context.request.get(path, { headers: { 'x-front-counter': '1' } })).status()

const accounts = z.object({ accounts: z.array(z.object({ id: z.string(), handle: z.string() })) })
const made = z.object({ id: z.string() })

test('an inspector compares the forces that let them: figures and limits, of no other force, and no words of any', async () => {
  const inspector = await sit(browser, counter.address)
  const { page } = inspector
  await signInFirst(page, ines.email, ines.password)
  const standing = letting.map((word) => `${word} Police`).sort()

  // Seven are too few to say what is ordinary among them; who has let nobody is not there.
  await open(page, '/measures/variation?measure=M07')
  expect(await headingOf(page)).toBe('Dialogue share: too few forces to say what is ordinary')
  expect(await named(page)).toEqual(standing)

  // Two more let them, each at its own page: the first force here, and one that was added.
  const [owen, other] = [await sit(browser, counter.address), await sit(browser, counter.address)]
  await signInAs(owen, 'owen.tredwell')
  await letThem(owen.page)
  await signInFirst(other.page, jo.email, jo.password)
  await letThem(other.page)

  await open(page, '/measures/variation?measure=M07')
  const both = [...standing, asked, 'Westshire Police'].sort()
  expect(await named(page)).toEqual(both)
  expect(await headingOf(page)).toMatch(/differs? in dialogue share beyond what is ordinary between them$/)
  const chart = together(page).getByRole('img', {
    name: /^All forces together, every class: Nine forces, the middle one at \d+%/,
  })
  await chart.waitFor()
  expect(await chart.getByText('limit', { exact: true }).count()).toBeGreaterThan(0)
  expect(await rowOf(page, asked)).toEqual(['35%', '14 of 40', expect.stringMatching(/^\d+% to \d+%$/), 'Ordinary'])
  expect(await rowOf(page, far)).toEqual(['98%', '39 of 40', expect.stringMatching(/^\d+% to \d+%$/), 'Above'])
  await together(page)
    .getByText(/^Lowvale Police 98% with 40 rows: above the \d+% to \d+% that is ordinary for so many$/)
    .waitFor()

  // Nothing here or past the page leads to an account, a post, or the force that let nobody.
  const shown = await page.getByRole('main').innerText()
  for (const word of ['Ravensholm', 'Leah Corrigan', 'Eastshire District', '@']) expect(shown).not.toContain(word)
  expect(await page.getByRole('main').getByRole('table').getByRole('link').count()).toBe(0)
  const register = accounts.parse(done('register', await callAs(owen, 'GET', '/api/register/accounts'))).accounts
  const leah = register.find((a) => a.handle === 'PCLeahCorrigan')?.id ?? ''
  const { id: post } = made.parse(
    done('draft', await callAs(owen, 'POST', '/api/posts', { content: { pieces: ['Ours alone.'] } })),
  )
  for (const path of [
    `/api/measures/accounts/${leah}`,
    `/api/measures/M07/rows?account=${leah}`,
    `/api/measures/M07/rows.csv?account=${leah}`,
    `/api/register/accounts/${leah}`,
    `/api/posts/${post}`,
  ])
    expect([path, await statusAt(owen, path), await statusAt(inspector, path)]).toEqual([path, 200, 404])
  expect(await seenByAxe(page)).toEqual([])

  // The same on paper and as a file.
  await page.evaluate(() => {
    window.print = () => {
      window.name = 'printed'
    }
  })
  await press(page, 'Print')
  expect(await page.evaluate(() => window.name)).toBe('printed')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0)
  expect(await named(page)).toEqual(both)
  await page.emulateMedia({ media: 'screen' })
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Figures as CSV' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('M07-weeks13-forces.csv')
  const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(head).toBe('"force","class","figure","counted","of","low","high","stands"')
  const cells = lines.map((line) => line.slice(1, -1).split('","'))
  expect([...new Set(cells.map(([force]) => force))].sort()).toEqual(both)
  expect(cells.find(([force, of]) => force === far && of === '')).toEqual([
    far,
    '',
    '0.975',
    '39',
    '40',
    expect.any(String),
    expect.any(String),
    'above',
  ])

  // A force ends it, and is gone at once.
  await press(owen.page, `End this consent: ${inspectorate}`)
  await owen.page.getByRole('table', { name: 'Who may compare us' }).getByText('Owen Tredwell').nth(2).waitFor() // the demo's own inspectorate, this one, and who ended it
  await open(page, '/measures/variation?measure=M07')
  expect(await named(page)).toEqual([...standing, asked].sort())
  expect([inspector, owen, other].flatMap((seat) => seat.trouble)).toEqual([])

  // Each force that was read keeps that it was, and no other.
  await counter.close()
  expect(await inStore(counter.folder, keepThatTheyWereRead)).toEqual(both)
})
