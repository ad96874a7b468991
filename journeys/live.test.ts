import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press } from './acts.testbed.ts'
import { type Counter, openBrowser, sit } from './counter.testbed.ts'
import { askFor, openDemo, signInAs } from './demo.testbed.ts'
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

const words = 'Lost property from the Quay Street market is at the Westport front counter until Friday.'
const unloaded = 'never loaded again'

test('what one person decides is seen at the other seats without loading the page again', async () => {
  const [leah, ffion, nadia] = [
    await sit(browser, counter.address),
    await sit(browser, counter.address),
    await sit(browser, counter.address),
  ]
  await signInAs(leah, 'leah.corrigan')
  await signInAs(ffion, 'ffion.maddox')
  await signInAs(nadia, 'nadia.farrow')
  await ffion.page.goto('/')
  await arrived(ffion.page)
  await ffion.page.evaluate((name) => (window.name = name), unloaded)
  const waiting = ffion.page.getByRole('region', { name: 'Waiting for my approval' })
  const rail = ffion.page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Approvals' })
  const before = await rail.textContent()

  const post = await askFor(leah, 'WestportPolice', words)
  await leah.page.goto(`/posts/${post}`)
  await leah.page.getByRole('heading', { level: 1, name: 'This waits for approval' }).waitFor()
  await leah.page.evaluate((name) => (window.name = name), unloaded)
  await waiting
    .getByText(/^Lost property from the Quay Street market/)
    .first()
    .waitFor()
  await expect.poll(() => rail.textContent()).not.toBe(before)

  await nadia.page.goto(`/approvals/${post}`)
  await press(nadia.page, /^Approve and release now/)
  await nadia.page.getByText('Approved. It goes out now.').waitFor()

  await leah.page.getByRole('heading', { level: 1, name: 'It is live in one place' }).waitFor()
  await waiting
    .getByText(/^Lost property from the Quay Street market/)
    .first()
    .waitFor({ state: 'detached' })
  await expect.poll(() => rail.textContent()).toBe(before)
  for (const seat of [leah, ffion]) expect(await seat.page.evaluate(() => window.name)).toBe(unloaded)
  expect([leah, ffion, nadia].flatMap((seat) => seat.trouble)).toEqual([])
})
