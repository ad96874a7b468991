import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { choose, press, write } from './acts.testbed.ts'
import { type Counter, callAs, openBrowser, phone, type Seat, sit } from './counter.testbed.ts'
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

const day = 86_400_000
const daysAgo = (days: number): string => new Date(Date.now() - days * day).toISOString()
const dayIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10)

const answers = [
  ['dilys_p', 'The path behind the library is lit again since Tuesday; the council has changed the lamp.'],
  ['harbour_gwyn', 'Your bicycle was handed in at Quay Street. Bring the frame number, and it goes home with you.'],
  ['bakery_row', 'I walk past at six every morning this week, and will knock if the shutter is up again.'],
  ['sal_pryor', 'Nobody was hurt, and the road opened at ten past nine. The bus runs as usual.'],
] as const
const said = [
  'Mill Lane tonight from seven: tell me what has become better, and what has not.',
  'Two of three bicycles taken on Friday are back with the people who ride them.',
  'The community room is open on Thursday. I bring the kettle.',
] as const

/** What an older system hands out: seven posts, one of them twice because it was edited, and one in local time without its language. */
function archiveFile(): Buffer {
  const rows = [
    ...answers.map(([to_handle, words], n) => ({
      words,
      said_at: daysAgo(2 + n),
      kind: 'reply',
      to_handle,
      language: 'en',
    })),
    ...said.map((words, n) => ({ words, said_at: daysAgo(9 + n), language: 'en' })),
  ].map((row, n) => ({ id: `990000000000000${n}`, ...row }))
  const [first, last] = [rows[0], rows.at(-1)]
  const edited = { ...first, counted_at: daysAgo(1), edited: true }
  const local = { ...last, said_at: daysAgo(11).slice(0, 19), language: '' }
  return Buffer.from([...rows.slice(0, -1), local, edited].map((row) => JSON.stringify(row)).join('\n'))
}

const register = z.object({ accounts: z.array(z.object({ id: z.string(), handle: z.string(), status: z.string() })) })
const stands = z.object({ accounts: z.array(z.object({ posts: z.number() })).length(1) })
const behind = z.object({ result: z.object({ top: z.number(), of: z.number() }), total: z.number() })
const refused = z.object({ refusal: z.object({ id: z.string() }) })

const read = async (seat: Seat, path: string): Promise<unknown> => done(path, await callAs(seat, 'GET', path))
const accountOf = async (seat: Seat, handle: string) =>
  register.parse(await read(seat, '/api/register/accounts')).accounts.find((a) => a.handle === handle)
const postsOf = async (seat: Seat, account: string): Promise<number> =>
  stands.parse(await read(seat, `/api/archive?account=${account}`)).accounts[0]?.posts ?? 0
const dialogueOf = async (seat: Seat, account: string) =>
  behind.parse(await read(seat, `/api/measures/M07/rows?account=${account}&span=weeks13`))

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await arrived(page)
}

/** Waits until the page says this above all else. */
const headed = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 30_000 })

/** Chooses the account and the file, uploads it, and stays on the page that shows what is in it. */
async function bringIn(page: Page): Promise<void> {
  await open(page, '/archive')
  await page.getByRole('link', { name: 'Bring in a file' }).press('Enter')
  await choose(page, page, /Account$/, /^PC Leah Corrigan/)
  await page.getByRole('radio', { name: 'CSV or JSONL in plain columns' }).press('Space')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter')
  await (await chooser).setFiles({ name: 'leah.jsonl', mimeType: 'application/jsonl', buffer: archiveFile() })
  await page.getByRole('button', { name: 'Upload leah.jsonl' }).press('Enter')
  await headed(page, 'Seven posts, all new. Nothing is saved yet')
}

const rounds = z.object({ rounds: z.array(z.object({ id: z.string() })).min(1) })
const reviewed = z.object({ rows: z.array(z.object({ key: z.string(), lookWaits: z.boolean() })) })
const reviewOf = z.object({ review: z.object({ id: z.string() }) })

/** Decides, in the round that is open, whatever second look somebody waits for. */
async function lookAgainWhereAsked(seat: Seat): Promise<void> {
  const at = rounds.parse(await read(seat, '/api/reviews')).rounds[0]?.id
  for (const { key, lookWaits } of reviewed.parse(await read(seat, `/api/reviews/rounds/${at}`)).rows) {
    if (!lookWaits) continue
    const { review } = reviewOf.parse(await read(seat, `/api/reviews/rounds/${at}/accounts/${key}`))
    const looked = await callAs(seat, 'POST', `/api/reviews/${review.id}/second-look/decide`, { reason: 'It stands.' })
    done('look again', looked)
  }
}

/** Every row that the page shows behind the figure that is open, from its first to its last. */
async function rowsShown(page: Page): Promise<number> {
  const rows = page.getByRole('table', { name: /rows behind it$/ }).locator('tbody tr')
  for (let shown = 0; ; ) {
    const first = await rows.first().textContent()
    shown += await rows.count()
    const more = page.getByRole('button', { name: 'Show the next 100' })
    if ((await more.count()) === 0) return shown
    await more.press('Enter')
    await expect.poll(() => rows.first().textContent(), { timeout: 15_000 }).not.toBe(first)
  }
}

test('what an account said is brought in and counted, and what becomes of it is decided in the open', async () => {
  const [owen, leah, priya, ffion] = [
    await sit(browser, counter.address),
    await sit(browser, counter.address, phone),
    await sit(browser, counter.address),
    await sit(browser, counter.address),
  ]
  await signInAs(owen, 'owen.tredwell')
  await signInAs(leah, 'leah.corrigan')
  await signInAs(priya, 'priya.nandakumar')
  await signInAs(ffion, 'ffion.maddox')
  const { page } = owen
  const id = (await accountOf(owen, 'PCLeahCorrigan'))?.id ?? ''
  // What was said today is not counted yet, and would come in beside the file.
  await expect
    .poll(async () => (await callAs(owen, 'POST', '/api/measures/count')).status, { timeout: 30_000 })
    .toBe(200)
  const [postsBefore, dialogueBefore] = [await postsOf(owen, id), await dialogueOf(owen, id)]

  // What is odd about the file is said before anything of it is kept.
  await bringIn(page)
  await page.getByText(/stands in it more than once/).waitFor()
  const odd = await page.getByRole('listitem').allTextContents()
  for (const part of [
    /stands in it more than once/,
    /One post has a time without an offset/,
    /Of one post the language is not known/,
  ])
    expect(odd).toContainEqual(expect.stringMatching(part))
  expect(await postsOf(owen, id)).toBe(postsBefore)
  await page.getByRole('button', { name: 'Put seven posts into the archive' }).press('Enter')
  await headed(page, 'Seven posts of leah.jsonl stand in the archive')
  expect(await postsOf(owen, id)).toBe(postsBefore + 7)

  // The measures are counted again, and a figure opens onto as many rows as it says.
  await open(page, '/measures')
  await page.getByRole('button', { name: 'Count again now' }).press('Enter')
  const now = { top: dialogueBefore.result.top + 4, of: dialogueBefore.result.of + 7 }
  await expect.poll(async () => (await dialogueOf(owen, id)).result, { timeout: 60_000 }).toMatchObject(now)
  await open(page, `/measures/accounts/${id}`)
  await page.getByRole('link', { name: 'Dialogue share' }).press('Enter')
  await page.getByRole('heading', { level: 2, name: `Dialogue share: ${now.top} rows behind it` }).waitFor()
  await page.getByRole('cell', { name: `${now.top} of ${now.of}`, exact: true }).waitFor()
  for (const [, words] of answers) await page.getByText(words).first().waitFor()
  expect(await rowsShown(page)).toBe(now.top)

  // The round that was open ends, once nobody waits for a second look in it; the next one is over what is counted now.
  await lookAgainWhereAsked(ffion)
  await open(page, '/reviews')
  await page.getByRole('table').getByRole('link', { name: 'Autumn review' }).press('Enter')
  await page.getByRole('button', { name: 'End the round' }).press('Enter')
  await press(page.getByRole('alertdialog'), 'End this round')
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  await open(page, '/reviews')
  expect(await headingOf(page)).toBe('No review is open')
  await page.getByRole('button', { name: 'Begin a round' }).press('Enter')
  await write(page.getByRole('alertdialog'), 'What it is called', 'One account for each place')
  await press(page.getByRole('alertdialog'), 'Freeze the evidence and begin')
  await page.waitForURL(/\/reviews\/\w{10,}/)
  await arrived(page)
  await write(page, 'Find in this round', 'Leah')
  await page.getByRole('table').getByRole('link', { name: 'PC Leah Corrigan' }).press('Enter')
  await page.waitForURL(new RegExp(`/reviews/\\w+/${id}$`))
  await arrived(page)
  const review = new URL(page.url()).pathname
  await page
    .getByRole('row', { name: /^Dialogue share/ })
    .getByRole('link', { name: `${now.top} rows` })
    .waitFor()

  // Whom it concerns is heard before anything is decided, on her own device.
  const voice = 'People stop me in the street because of it. I will move if I keep my name on what I say.'
  await open(leah.page, review)
  expect(await leah.page.getByRole('button', { name: /^Record “/ }).count()).toBe(0)
  await press(leah.page, 'Record a voice')
  const form = leah.page.getByRole('alertdialog')
  await write(form, 'Who said it', 'PC Leah Corrigan')
  await write(form, 'In their words', voice)
  await press(form, 'Record it')
  await page.getByText(`“${voice}”`).waitFor()

  // Another outcome than the one recommended needs its own reason.
  const decision = page.getByRole('region', { name: 'Decision' })
  await expect.poll(() => decision.textContent()).toMatch(/Recommended: (keep|improve), by the tests/)
  await decision.getByRole('radio', { name: 'Merge' }).press('Space')
  await choose(page, decision, /Into$/, /^Westport Central/)
  await write(decision, 'On', dayIn(30))
  await write(decision, 'Reason, kept with the decision and shown to its people', 'One account for each place.')
  await decision.getByText('Say why not what is recommended').waitFor()
  expect(await decision.getByRole('button', { name: /^Record “merge”/ }).count()).toBe(0)
  await write(decision, 'Why not what is recommended', 'Nobody looks there at night, and she cannot.')
  await decision.getByRole('button', { name: /^Record “merge”/ }).press('Enter')
  await headed(page, '“PC Leah Corrigan” joins Westport Central')

  // She is told on her first page, with the reason, and asks that somebody else looks again.
  await open(leah.page, '/')
  await leah.page.getByText('One account for each place.').waitFor()
  await leah.page.getByRole('link', { name: 'PC Leah Corrigan: merge into Westport Central' }).click()
  await headed(leah.page, '“PC Leah Corrigan” joins Westport Central')
  await press(leah.page, 'Ask for a second look')
  const asking = leah.page.getByRole('alertdialog')
  await write(asking, 'What should be looked at again', 'Nobody has asked those who write to me.')
  await press(asking, 'Ask for a second look')
  await headed(leah.page, 'A second look at “PC Leah Corrigan” is asked for')
  expect([await seenByAxe(leah.page), await sideways(leah.page)]).toEqual([[], 0])

  // Whoever decided has no way to look again, neither here nor past the page.
  await page.getByText('Waits for somebody who neither decided nor asks.').waitFor()
  expect(await page.getByRole('button', { name: 'Look again' }).count()).toBe(0)
  const reviewId = reviewOf.parse(
    await read(owen, review.replace('/reviews/', '/api/reviews/rounds/').replace(`/${id}`, `/accounts/${id}`)),
  ).review.id
  const past = await callAs(owen, 'POST', `/api/reviews/${reviewId}/second-look/decide`, { reason: 'It stands.' })
  expect([past.status, refused.parse(past.body).refusal.id]).toEqual([403, 'mayNotDecideSecondLook'])

  await open(priya.page, review)
  await press(priya.page, 'Look again')
  const look = priya.page.getByRole('alertdialog')
  await write(look, 'What you found, told to its people', 'Her name stays on what she says there.')
  await press(look, 'Record the second look')
  await leah.page.getByText('Her name stays on what she says there.').waitFor()
  await headed(leah.page, '“PC Leah Corrigan” joins Westport Central')

  // What carries it out stands there: each step with somebody who answers for it and a day.
  await open(page, '/reviews/carrying-out')
  await page.getByRole('link', { name: 'Closing PC Leah Corrigan into Westport Central' }).first().press('Enter')
  await headed(page, /^Closing PC Leah Corrigan into Westport Central: 0 of \d+ steps done/)
  const steps = await page.getByRole('main').locator('ol > li').allInnerTexts()
  expect(steps.length).toBeGreaterThan(8)
  expect(steps.filter((step) => !/due \w{3} \d+ \w{3}/.test(step))).toEqual([])
  expect(steps.filter((step) => !/Owen Tredwell|Nadia Farrow/.test(step))).toEqual([])
  expect((await accountOf(owen, 'PCLeahCorrigan'))?.status).toBe('closing')
  expect([owen, leah, priya, ffion].flatMap((seat) => seat.trouble)).toEqual([])
}, 300_000)
