import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Counter, callAs, openBrowser, phone, type Seat, sit } from './counter.testbed.ts'
import { done, openDemo, signInAs } from './demo.testbed.ts'
import { arrived, seenByAxe, sideways } from './page.testbed.ts'

let browser: Browser
let counter: Counter

beforeAll(async () => {
  ;[browser, counter] = await Promise.all([openBrowser(), openDemo()])
})
afterAll(async () => {
  await browser?.close()
  await counter?.stop()
})

const question = 'What time does the Quay Street front counter open on Saturday?'
const answer = 'Thank you for asking. The front counter in Quay Street opens at nine in the morning on Saturdays.'

const accounts = z.object({ accounts: z.array(z.object({ id: z.string(), handle: z.string(), network: z.string() })) })
const made = z.object({ id: z.string() })
const begun = z.object({ refusal: z.object({ id: z.string() }) })
const timeline = z.object({
  posts: z.array(z.object({ id: z.string(), accountId: z.string().nullable(), text: z.string() })),
})
const thread = z.object({ posts: z.array(z.object({ text: z.string(), replyTo: z.string().nullable() })) })

async function accountOf(seat: Seat, handle: string): Promise<string> {
  const all = accounts.parse(done('register', await callAs(seat, 'GET', '/api/register/accounts'))).accounts
  return all.find((a) => a.handle === handle && a.network === 'practice')?.id ?? ''
}

/** Somebody invented asks the desk in public. Returns the number of what they said on the practice network. */
async function ask(bryn: Seat): Promise<string> {
  const accountId = await accountOf(bryn, 'WestshireDesk')
  const said = { accountId, name: 'Dilys Pargeter', text: question }
  return made.parse(done('say', await callAs(bryn, 'POST', '/api/practice/say', said))).id
}

/** Goes down the list with the keyboard alone until the words have the focus, and opens them. */
async function openByKeys(page: Page): Promise<void> {
  const row = page.getByRole('link', { name: new RegExp(question.slice(0, 30)) })
  await row.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await row.evaluate((link) => link === document.activeElement)) break
    await page.keyboard.press('j')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: /^Dilys Pargeter/ }).waitFor()
}

test('a question is taken, answered and closed by keyboard; meanwhile nobody else can send a second answer', async () => {
  const [bryn, danny, nadia] = [
    await sit(browser, counter.address),
    await sit(browser, counter.address),
    await sit(browser, counter.address),
  ]
  await signInAs(bryn, 'bryn.castell')
  await signInAs(danny, 'danny.wroe')
  await signInAs(nadia, 'nadia.farrow')
  const { page } = danny
  await page.goto('/desk')
  await arrived(page)
  const asked = await ask(bryn)

  // It comes by itself; where others wait already, it stands behind a count that moves nothing.
  const row = page.getByRole('link', { name: new RegExp(question.slice(0, 30)) })
  const news = page.getByRole('button', { name: /new\b.*Show/ })
  await row.or(news).first().waitFor()
  if (await news.isVisible()) {
    await news.press('Enter')
    // The focus goes to the first of what was new.
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-row'))).toBe(true)
  }
  await openByKeys(page)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.keyboard.press('t')
  await page.getByText('You have this', { exact: true }).first().waitFor()

  // The second person sees who has it, and is given no box to write in.
  await nadia.page.goto(`/desk/${id}`)
  await nadia.page.getByText(/Danny Wroe has had this since/).waitFor()
  await expect.poll(() => nadia.page.getByRole('region', { name: 'Reply' }).getByRole('textbox').count()).toBe(0)
  const second = await callAs(nadia, 'POST', `/api/desk/conversations/${id}/answer`, { version: 1 })
  expect(second.status).toBe(409)
  expect(begun.parse(second.body).refusal.id).toBe('heldByOther')

  await page.keyboard.press('r')
  const box = page.getByRole('region', { name: 'Reply' }).getByRole('textbox')
  await box.waitFor()
  await expect.poll(() => box.evaluate((area) => area === document.activeElement)).toBe(true)
  await page.keyboard.type(answer)
  await page.getByRole('button', { name: /^Publish now/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Publish now/ })
    .press('Enter')

  // It is out below the question, once, signed.
  const log = page.getByRole('log')
  await log.getByText(answer).first().waitFor({ timeout: 30_000 })
  const out = async (): Promise<string[]> =>
    thread
      .parse(done('thread', await callAs(bryn, 'GET', `/api/practice/posts/${asked}`)))
      .posts.filter((p) => p.replyTo === asked)
      .map((p) => p.text)
  await expect.poll(out, { timeout: 30_000 }).toEqual([`${answer} ^DW`])
  await nadia.page.getByRole('log').getByText(answer).first().waitFor({ timeout: 30_000 })

  // Nothing is closed without what came of it.
  await expect
    .poll(
      async () => {
        const read = await callAs(danny, 'GET', `/api/desk/conversations/${id}`)
        return z.object({ draft: z.unknown() }).parse(read.body).draft
      },
      { timeout: 30_000 },
    )
    .toBe(null)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 2, name: /^Dilys Pargeter/ }).evaluate((h) => (h as HTMLElement).focus())
  await page.keyboard.press('o')
  await page.keyboard.press('Space')
  expect(await page.getByRole('radio', { name: 'Answered in full' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Close it as answered' }).press('Enter')
  await page.getByText('It is closed, so nothing is answered here.').waitFor()
  await nadia.page.getByText('It is closed, so nothing is answered here.').waitFor()
  expect([bryn, danny, nadia].flatMap((seat) => seat.trouble)).toEqual([])
})

test('an officer on a phone answers what stands below her own post, and is led to what came of it', async () => {
  const [bryn, leah] = [await sit(browser, counter.address), await sit(browser, counter.address, phone)]
  await signInAs(bryn, 'bryn.castell')
  await signInAs(leah, 'leah.corrigan')
  const accountId = await accountOf(bryn, 'WestportCentral')
  const { posts } = timeline.parse(
    done('timeline', await callAs(bryn, 'GET', `/api/practice/timeline?accountId=${accountId}`)),
  )
  const hers = posts.find((p) => p.accountId === accountId && p.text.startsWith('PC LC:'))?.id ?? ''
  const words = 'Which evenings are you at the community room in December?'
  const said = { name: 'Gwyn Tanner', text: words }
  const asked = made.parse(done('reply', await callAs(bryn, 'POST', `/api/practice/posts/${hers}/reply`, said))).id

  const { page } = leah
  await expect
    .poll(
      async () => {
        await page.goto('/desk')
        await arrived(page)
        return page.getByRole('link', { name: new RegExp(words.slice(0, 30)) }).count()
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(1)
  await page.getByRole('link', { name: new RegExp(words.slice(0, 30)) }).click()
  await page.getByRole('button', { name: 'Take it, then reply' }).click()
  await page.getByRole('region', { name: 'Reply' }).getByRole('textbox').fill('On Monday and Thursday, from six.')
  // It says as whom, and nothing is pushed sideways.
  await page.getByRole('button', { name: /^Publish now as Westport Central/ }).click()
  await page.getByRole('log').getByText('On Monday and Thursday, from six.').waitFor({ timeout: 30_000 })
  await expect
    .poll(
      async () =>
        thread
          .parse(done('thread', await callAs(bryn, 'GET', `/api/practice/posts/${asked}`)))
          .posts.filter((p) => p.replyTo === asked)
          .map((p) => p.text),
      { timeout: 30_000 },
    )
    .toEqual(['PC LC: On Monday and Thursday, from six.'])
  await page.getByRole('button', { name: 'Say what came of it' }).click({ timeout: 30_000 })
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Close it as answered' }).click()
  await page.getByText('It is closed, so nothing is answered here.').waitFor()
  expect([await seenByAxe(page), await sideways(page)]).toEqual([[], 0])

  // From the account to a post on it: its place is ticked already.
  await page.goto(`/register/${accountId}`)
  await page.getByRole('link', { name: 'Write here' }).click()
  await page.waitForURL(/\/write\?account=/)
  await page.getByText('PC LC:').first().waitFor()
  expect([bryn, leah].flatMap((seat) => seat.trouble)).toEqual([])
})
