import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Waits until the page has said what it found: its heading is there and nothing in it is still being read, except as many as `reading`. */
export const arrived = (page: Page, reading = 0): Promise<unknown> =>
  page.waitForFunction((most) => {
    const heading = document.querySelector('h1')?.textContent ?? ''
    const still = [...document.querySelectorAll('[role="status"]')].filter((s) => s.textContent === 'Being read').length
    return heading !== '' && document.title !== '' && still <= most
  }, reading)

/** The one heading that says what the page found. */
export const headingOf = async (page: Page): Promise<string> =>
  (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? ''

/** What the tab has to say for this heading. */
export const titleFor = (heading: string): string => `${heading}. Front Counter`.replace(/([?.])\./, '$1')

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page: the rule, and where. In other colours only what depends on colour is looked at. */
export const seenByAxe = async (page: Page, what: 'everything' | 'colours' = 'everything'): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (what === 'colours' ? axe.withRules(['color-contrast']) : axe.withTags(levels)).analyze()
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
