import type { Locator, Page } from 'playwright-core'
import { arrived } from './page.testbed.ts'

type Place = Page | Locator

/** Writes into the field with exactly this label. */
export const write = (place: Place, label: string, text: string): Promise<void> =>
  place.getByLabel(label, { exact: true }).fill(text)

/** Presses the button with this name. */
export const press = (place: Place, name: string | RegExp): Promise<void> =>
  place.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click()

/** Ticks a box, with the keyboard. */
export const tick = (place: Place, name: string | RegExp): Promise<void> =>
  place.getByRole('checkbox', { name }).press('Space')

/** Opens a list and takes one of what it offers. A list that is still being read does not open, so it is waited for. */
export async function choose(page: Page, place: Place, list: RegExp, option: RegExp): Promise<void> {
  await place.locator('option', { hasText: option }).first().waitFor({ state: 'attached' })
  await place.getByRole('button', { name: list }).click()
  await page.getByRole('option', { name: option }).click()
}

export const password = 'three plain words'

/** Signs in at the page with a one-time password, and chooses their own. */
export async function signInFirst(page: Page, email: string, oneTime: string): Promise<void> {
  await page.goto('/sign-in')
  await write(page, 'E-mail address', email)
  await write(page, 'Password', oneTime)
  await press(page, 'Sign in')
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor()
  await write(page, 'Your new password', password)
  await write(page, 'The same once more', password)
  await press(page, 'Keep this password and go on')
  await page.waitForURL('/')
  await arrived(page)
}

export type Joining = { name: string; rank: string; initials: string; email: string; role: string }

/** Adds a person at the page of people; returns their one-time password, which is shown once. */
export async function addPerson(page: Page, { name, rank, initials, email, role }: Joining): Promise<string> {
  await press(page, 'Add a person')
  const form = page.getByRole('alertdialog')
  await write(form, 'Name', name)
  await write(form, 'Rank or post', rank)
  await write(form, 'Initials', initials)
  await form.getByLabel('E-mail address').fill(email)
  await tick(form, new RegExp(`^${role}`))
  await tick(form, /^Let them sign in/)
  await press(form, 'Add this person')
  const shown = page.getByRole('alertdialog', { name: /^The one-time password of/ })
  const oneTime = (await shown.getByRole('definition').nth(1).textContent()) ?? ''
  await press(shown, 'I have handed it over')
  return oneTime.trim()
}

export type Registering = { network: RegExp; handle: string; name: string; objective: RegExp }

/** Puts a collective account on the register, live, signed before the words. Leaves its page open and returns its id. */
export async function addAccount(page: Page, { network, handle, name, objective }: Registering): Promise<string> {
  await page.goto('/register/new')
  await arrived(page)
  await page.getByRole('radio', { name: 'Live already' }).press('Space')
  await choose(page, page, /Network$/, network)
  await write(page, 'Handle', handle)
  await write(page, 'Name', name)
  await choose(page, page, /Class$/, /^Chief officer/)
  await write(page, 'What it is for', 'The chief officers speak here, each in their own name.')
  await page.getByRole('radio', { name: /^Before the words/ }).press('Space')
  await press(page, 'Add these hours')
  await tick(page, objective)
  await press(page, 'Put it on the register')
  await page.waitForURL(/\/register\/(?!new)\w+$/)
  await arrived(page)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Lets somebody write on the account whose page is open. */
export async function letWrite(page: Page, who: RegExp): Promise<void> {
  await press(page, 'Let somebody write here')
  const form = page.getByRole('alertdialog')
  await choose(page, form, /Who$/, who)
  await press(form, 'Let this person write here')
  await form.waitFor({ state: 'hidden' })
}
