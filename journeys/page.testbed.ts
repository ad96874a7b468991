import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Waits until the page has said what it found: its heading is there and nothing in it is still being read. */
export const arrived = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const heading = document.querySelector('h1')?.textContent ?? ''
    const reading = [...document.querySelectorAll('[role="status"]')].some((s) => s.textContent === 'Being read')
    return heading !== '' && document.title !== '' && !reading
  })
}

/** The one heading that says what the page found. */
export const headingOf = async (page: Page): Promise<string> =>
  (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? ''

/** What the tab has to say for this heading. */
export const titleFor = (heading: string): string => `${heading}. Front Counter`.replace(/([?.])\./, '$1')

/** What axe finds on the page: the rule, and where. */
export const seenByAxe = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze()
  return violations.flatMap((v) =>
    v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(' ')} ${(n.failureSummary ?? '').split('\n')[1] ?? ''}`),
  )
}

/** How many pixels the page can be pushed sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Whether the heading has the focus. */
export const headingHasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.tagName === 'H1')
