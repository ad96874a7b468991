import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { press, write } from './acts.testbed.ts'
import { type Counter, callAs, openBrowser, phone, sit } from './counter.testbed.ts'
import { done, openDemo, signInAs } from './demo.testbed.ts'
import { arrived, headingOf, seenByAxe, sideways } from './page.testbed.ts'

let browser: Browser
let counter: Counter

beforeAll(async () => {
  ;[browser, counter] = await Promise.all([openBrowser(), openDemo()])
})
afterAll(async () => {
  await browser?.close()
  await counter?.stop()
})

const facts = z.object({
  accounts: z.array(
    z.object({
      handle: z.string(),
      name: z.string(),
      followers: z.number().nullable(),
      replies: z.number().nullable(),
    }),
  ),
})

/** Saves a plan in which one account goes. */
async function planFor(page: Page, name: string, account: string): Promise<void> {
  await page.goto('/reviews/plans/new')
  await arrived(page)
  await page.getByText('No account goes in this plan, so nothing is lost.').waitFor()
  await write(page, 'Find an account', account)
  await page.getByRole('checkbox', { name: `${account} goes`, exact: true }).press('Space')
  await page.getByText(/^Closing this one loses/).waitFor()
  await write(page, 'Name of the plan', name)
  await press(page, 'Save with 1 account that goes')
  await page.waitForURL(/\/reviews\/plans\/(?!new)\w+$/)
  await arrived(page)
}

test('two plans side by side show what each would lose, from the figures of the accounts that go', async () => {
  const owen = await sit(browser, counter.address)
  await signInAs(owen, 'owen.tredwell')
  const { page } = owen
  const read = facts.parse(done('facts', await callAs(owen, 'GET', '/api/plans/facts')))
  const of = (handle: string) => {
    const one = read.accounts.find((a) => a.handle === handle)
    return { followers: one?.followers ?? -1, replies: one?.replies ?? -1 }
  }
  const [known, silent] = [of('PCLeahCorrigan'), of('TollgateNPT')]
  expect(known.replies).toBeGreaterThan(silent.replies)
  await planFor(page, 'The one who answers goes', 'PC Leah Corrigan')
  await planFor(page, 'A silent one goes', 'Tollgate')

  await page.goto('/reviews/plans')
  await arrived(page)
  for (const name of ['The one who answers goes', 'A silent one goes'])
    await page.getByRole('checkbox', { name: `Compare: ${name}` }).press('Space')
  await page.getByRole('heading', { level: 1, name: 'Two plans side by side' }).waitFor()
  const lost = async (what: RegExp): Promise<Record<string, string>> => {
    const table = page.getByRole('table', { name: 'Two plans side by side' })
    const heads = await table.getByRole('columnheader').allInnerTexts()
    const cells = await table.getByRole('row', { name: what }).getByRole('cell').allInnerTexts()
    return Object.fromEntries(heads.slice(-2).map((head, n) => [head, cells.slice(-2)[n]?.split(' ').at(-1) ?? '']))
  }
  const said = (n: number): string => n.toLocaleString('en-GB')
  expect(await lost(/^Followers \d/)).toEqual({
    'The one who answers goes': said(known.followers),
    'A silent one goes': said(silent.followers),
  })
  expect(await lost(/^Replies to the public/)).toEqual({
    'The one who answers goes': said(known.replies),
    'A silent one goes': said(silent.replies),
  })

  // The same address on a phone shows the same, and nothing is pushed sideways.
  const there = await sit(browser, counter.address, phone)
  await signInAs(there, 'owen.tredwell')
  await there.page.goto(page.url())
  await arrived(there.page)
  expect(await headingOf(there.page)).toBe('Two plans side by side')
  expect([await seenByAxe(there.page), await sideways(there.page)]).toEqual([[], 0])
  expect([owen, there].flatMap((seat) => seat.trouble)).toEqual([])
})
