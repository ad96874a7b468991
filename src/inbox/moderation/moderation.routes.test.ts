import { expect, test } from 'vitest'
import { makeServer } from '../../foundation/server.ts'
import { decideAppeal, recordAppeal } from './appeal.commands.ts'
import { liftModeration } from './moderation.commands.ts'
import { moderationRoutes } from './moderation.routes.ts'
import { openModerationBed } from './moderation.testbed.ts'
import { endStandard } from './standard.commands.ts'

const reason = 'Because it is so'

/**
 * Counted by hand. September: hide CS3 at a (refused), hide CS3 at a, block CS5 at a, mute CS8 at b, report CS7 at a. The hide is
 * appealed in September and lifted on appeal in October. The block is lifted by a person in September; its appeal is upheld then.
 * The mute, of 20 days, runs out in September. On 1 October, London time (23:30 UTC the day before), one more block CS5 at a.
 */
async function playFixture(bed: Awaited<ReturnType<typeof openModerationBed>>) {
  bed.script.endings = [{ kind: 'refused', words: 'No.' }]
  await bed.decide()
  await bed.work()
  const hide = await bed.decide()
  const block = await bed.decide({ act: 'block', code: 'CS5', days: 90 })
  const other = await bed.conversation({ account: 'b' })
  await bed.decide({ ...other, act: 'mute', code: 'CS8', days: 20 })
  await bed.decide({ act: 'report', code: 'CS7' })
  await bed.work()
  await recordAppeal(bed, bed.danny, { id: hide, words: 'Unfair' })
  await recordAppeal(bed, bed.danny, { id: block, words: 'Unfair' })
  await decideAppeal(bed, bed.sian, { id: block, outcome: 'upheld', reason })
  await liftModeration(bed, bed.sian, { id: block, reason })
  await bed.work()
  bed.clock.set('2026-09-28T10:00:00Z')
  await bed.work()
  bed.clock.set('2026-09-30T23:30:00Z')
  await decideAppeal(bed, bed.sian, { id: hide, outcome: 'lifted', reason })
  await bed.work()
  await bed.decide({ act: 'block', code: 'CS5', days: 30 })
}

const none = { decided: 0, notCarriedOut: 0, appeals: 0, upheld: 0, liftedOnAppeal: 0, lifted: 0, expired: 0 }
const counted = [
  { month: 10, act: 'block', code: 'CS5', account: 'Westshire a', ...none, decided: 1 },
  { month: 10, act: 'hide', code: 'CS3', account: 'Westshire a', ...none, liftedOnAppeal: 1 },
  {
    month: 9,
    act: 'block',
    code: 'CS5',
    account: 'Westshire a',
    ...none,
    decided: 1,
    appeals: 1,
    upheld: 1,
    lifted: 1,
  },
  { month: 9, act: 'hide', code: 'CS3', account: 'Westshire a', ...none, decided: 2, notCarriedOut: 1, appeals: 1 },
  { month: 9, act: 'mute', code: 'CS8', account: 'Westshire b', ...none, decided: 1, expired: 1 },
  { month: 9, act: 'report', code: 'CS7', account: 'Westshire a', ...none, decided: 1 },
]

test('the counts are those counted by hand, as JSON, as a table, and for everybody', async () => {
  await using bed = await openModerationBed()
  await playFixture(bed)
  const app = makeServer(bed, moderationRoutes, async () => bed.reviewer)
  const read = async (path: string) => (await app.request(path)).json()
  const { rows, zone } = await read('/api/moderation/counts')
  expect(zone).toBe('Europe/London')
  expect(
    rows.map(({ account, standard, year, ...r }: { account: { name: string }; standard: string; year: number }) => ({
      ...r,
      account: account.name,
    })),
  ).toEqual(counted)
  expect((await read('/api/moderation/counts?year=2025')).rows).toEqual([])

  const file = await app.request('/api/moderation/counts.csv?year=2026')
  expect(file.headers.get('content-type')).toMatch(/text\/csv/)
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="moderation-2026.csv"')
  const text = await file.text()
  expect(text.trim().split('\r\n')).toHaveLength(7)
  expect(text).toContain('2026,9,hide,CS3,Hate,Westshire a,')
  expect(text).not.toMatch(/Some One|someone|foul|Mill Lane|danny|Danny|Unfair|did:/)

  await endStandard(bed, bed.head, 'CS9')
  const nobody = makeServer(bed, moderationRoutes, async () => null)
  const open = await (await nobody.request('/api/public/standards')).json()
  expect(open).toMatchObject({ force: 'Westshire Police' })
  expect(open.standards.map((s: { code: string }) => s.code)).toEqual(
    ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `CS${n}`),
  )
  expect(open.years).toContainEqual({
    year: 2026,
    act: 'block',
    code: 'CS5',
    decided: 2,
    appeals: 1,
    upheld: 1,
    liftedOnAppeal: 0,
    lifted: 1,
    expired: 0,
  })
  expect(JSON.stringify(open)).not.toMatch(/Some One|someone|foul|Danny|Siân|Unfair|Westshire a/)
  expect((await nobody.request('/api/public/standards?force=eastshire')).status).toBe(404)
  expect((await nobody.request('/api/public/standards?force=westshire')).status).toBe(200)
  expect((await nobody.request('/api/standards')).status).toBe(401)
  const other = { name: 'Other', created_at: bed.clock.now() }
  await bed.db
    .insertInto('force')
    .values({ ...other, id: 'inspectorate', kind: 'inspectorate' })
    .execute()
  expect((await nobody.request('/api/public/standards')).status).toBe(200)
  expect((await nobody.request('/api/public/standards?force=inspectorate')).status).toBe(404)
  await bed.db
    .insertInto('force')
    .values({ ...other, id: 'eastshire' })
    .execute()
  expect(await (await nobody.request('/api/public/standards')).json()).toMatchObject({ refusal: { id: 'noForce' } })
})

test('over HTTP: the whole way, and wrong shapes are refused before they reach the room', async () => {
  await using bed = await openModerationBed()
  const app = makeServer(bed, moderationRoutes, async () => bed.danny)
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
    const response = await app.request(path, { method: 'POST', body: JSON.stringify(body), headers })
    return { status: response.status, body: await response.json() }
  }
  const place = await bed.conversation()
  const given = { ...place, act: 'hide', code: 'CS3' }
  expect(await post('/api/moderation', { ...given, act: 'delete' })).toMatchObject({ status: 422 })
  expect(await post('/api/moderation', { ...given, days: -1 })).toMatchObject({ status: 422 })
  const made = await post('/api/moderation', given)
  expect(made).toMatchObject({ status: 200, body: { reference: expect.stringMatching(/^M-/) } })
  await bed.work()
  const list = await (await app.request('/api/moderation?show=standing')).json()
  expect(list).toMatchObject({ standing: 1, rows: [{ id: made.body.id, state: 'done', may: { lift: true } }] })
  expect(await (await app.request('/api/standards')).json()).toMatchObject({ mayChange: false, mayModerate: true })
  expect(await post('/api/standards', { code: 'cs1', title: {}, words: {} })).toMatchObject({ status: 422 })
})
