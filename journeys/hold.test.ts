import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { press } from './acts.testbed.ts'
import { type Counter, callAs, openBrowser, type Seat, sit } from './counter.testbed.ts'
import { approve, askFor, openDemo, signInAs } from './demo.testbed.ts'
import { arrived } from './page.testbed.ts'

let browser: Browser
let counter: Counter

beforeAll(async () => {
  ;[browser, counter] = await Promise.all([openBrowser(), openDemo()])
})
afterAll(async () => {
  await browser?.close()
  await counter?.stop()
})

const holds = z.object({
  waiting: z.number(),
  beingSent: z.number(),
  held: z.array(z.object({ id: z.string(), postId: z.string(), past: z.boolean() })),
})
const readHolds = async (seat: Seat) => holds.parse((await callAs(seat, 'GET', '/api/holds')).body)

const states = z.object({ deliveries: z.array(z.object({ state: z.string() })) })
const stateOf = async (seat: Seat, post: string): Promise<string[]> =>
  states.parse((await callAs(seat, 'GET', `/api/posts/${post}`)).body).deliveries.map((d) => d.state)

/** Presses Tab until what is looked for has the focus. */
async function tabTo(page: Page, role: 'button' | 'textbox', name: string): Promise<void> {
  const target = page.getByRole(role, { name })
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((e) => e === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Forty presses of Tab did not lead to ${name}.`)
}

/** Holds everything, without a mouse. */
async function holdByKeyboard(page: Page, why: string): Promise<void> {
  await tabTo(page, 'button', 'Hold posts')
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog', { name: 'Hold what?' }).waitFor()
  await tabTo(page, 'textbox', 'Why, for the record')
  await page.keyboard.type(why)
  await tabTo(page, 'button', 'Hold all posts now')
  await page.keyboard.press('Enter')
  await page.getByText('Held. Nothing is being sent').waitFor()
  await page.keyboard.press('Escape')
}

const due = 'The front counter in Quay Street is open until 8pm today.'

test('everything is held without a mouse, nothing goes out, and each post is put back by a person', async () => {
  const ffion = await sit(browser, counter.address)
  const leah = await sit(browser, counter.address)
  await signInAs(ffion, 'ffion.maddox')
  await signInAs(leah, 'leah.corrigan')
  const { page } = ffion
  await page.goto('/')
  await arrived(page)
  const before = await readHolds(ffion)
  expect(before.waiting).toBeGreaterThan(3)
  await holdByKeyboard(page, 'A serious incident in Westport.')

  const strip = page.getByRole('region', { name: 'Posts held' })
  for (const name of ['Today', 'Approvals', 'Posts', 'Register', 'Rules', 'People', 'Publishing health']) {
    await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name }).click()
    await arrived(page)
    await strip.getByText('A serious incident in Westport.').waitFor()
  }
  expect(await readHolds(ffion)).toMatchObject({ waiting: 0, beingSent: 0 })

  const post = await askFor(leah, 'WestportPolice', due)
  await approve(ffion, post)
  await expect.poll(() => stateOf(ffion, post)).toEqual(['held'])

  await strip.getByRole('link', { name: 'Release…' }).click()
  await arrived(page)
  await press(page, 'Release this hold')
  await press(page, 'Release it')
  await strip.waitFor({ state: 'hidden' })
  expect(await stateOf(ffion, post)).toEqual(['held'])

  const back = page.getByRole('button', { name: /^Let it go out at/ })
  const held = await back.count()
  expect(held).toBeGreaterThanOrEqual(before.waiting)
  for (let left = held; left > 0; left--) {
    await back.first().click()
    await expect.poll(() => back.count(), { timeout: 10_000 }).toBe(left - 1)
  }
  await press(page.getByRole('listitem').filter({ hasText: due }).last(), 'Send it now')
  await expect.poll(() => stateOf(ffion, post), { timeout: 10_000 }).toEqual(['sent'])
  expect((await readHolds(ffion)).waiting).toBe(before.waiting)
  expect([...ffion.trouble, ...leah.trouble]).toEqual([])
})
