import { expect, test } from 'vitest'
import { makeServer } from '../../foundation/server.ts'
import type { Actor } from '../../foundation/world.ts'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { countForce } from '../counting/count.commands.ts'
import { countWhatIsDue } from '../measures.jobs.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import { measuresRoom } from '../measures.routes.ts'
import { countEarns } from './earns.commands.ts'
import { earnsOf } from './earns.queries.ts'

const until = new Date('2026-09-07T00:00:00Z')
const head: Actor = { forceId: 'westshire', personId: 'jan', roles: ['headOfCommunications'] }
const pc: Actor = { forceId: 'westshire', personId: 'leah', roles: ['contributor'] }
const letters = 'qwertyuiopasdfghjklzxcvbnm'.split('')

/** Ten accounts, five of them corporate, of eight posts with a question, earning four replies, and eight without, earning one; others answer people. */
async function openEarning(): Promise<Testbed> {
  const bed = await openTestbed()
  const at = new Date('2026-08-03T09:00:00Z')
  const ids = Array.from({ length: 10 }, (_, n) => ({ id: `a${n}`, corporate: n < 5 }))
  await bed.db
    .insertInto('account')
    .values(
      ids.map(({ id, corporate }) => ({
        force_id: 'westshire',
        id,
        network: 'x',
        handle: `Handle${id}`,
        name: `Name ${id}`,
        class: corporate ? ('corporate' as const) : ('neighbourhood' as const),
        kind: 'single' as const,
        status: 'live' as const,
        purpose: `Purpose of ${id}`,
        signature_place: 'suffix' as const,
        created_at: at,
      })),
    )
    .execute()
  const row = (account: string, id: string, more: object) => ({
    force_id: 'westshire',
    account_id: account,
    external_id: id,
    said_at: at,
    kind: 'original',
    words: '',
    pictures: 0,
    videos: 0,
    cut: false,
    edited: false,
    seen_at: at,
    source: 'import',
    ...more,
  })
  const posts = ids.flatMap(({ id, corporate }) =>
    Array.from({ length: 16 }, (_, n) => {
      const asks = corporate ? n === 0 : n < 8
      const words = `${letters[n]}${letters[(n * 7) % 26]} is here${asks ? ', is he not?' : ''}`
      // Two of the others have one post without that beats all with: five that say the very same are too alike to tell.
      const beats = !corporate && n === 15 && (id === 'a6' || id === 'a8')
      const replies = beats ? 5 : asks ? 4 : 1
      return row(id, `${id}-${String(n).padStart(2, '0')}`, { words, replies, reshares: null })
    }),
  )
  const answers = ids.flatMap(({ id, corporate }) =>
    corporate
      ? []
      : Array.from({ length: 8 }, (_, n) =>
          row(id, `${id}-r${n}`, {
            kind: 'reply',
            words: `Answer ${letters[n]}`,
            to_handle: 'ann',
            said_at: new Date(at.getTime() + 3_600_000),
          }),
        ),
  )
  await bed.db
    .insertInto('published')
    .values([...posts, ...answers])
    .execute()
  await bed.db
    .insertInto('account_count')
    .values({ force_id: 'westshire', account_id: 'a5', at, followers: 2000, source: 'import' })
    .execute()
  return bed
}

test('counted, kept, shown with its lesson, and the words of examples are read from the archive', async () => {
  await using bed = await openEarning()
  expect((await earnsOf(bed, pc, 'year')).count).toBeNull()
  await countForce(bed, head, until)
  expect(await countEarns(bed, head, until)).toMatchObject({ ok: true, value: { posts: 160 } })
  const page = await earnsOf(bed, pc, 'year')
  expect(page.count).toMatchObject({ posts: 160, accounts: 10, leftOut: { answers: 40 } })
  expect(page.count?.networks).toEqual([{ network: 'x', posts: 160, replies: 160, reshares: 0 }])
  const question = (group: string, reaction = 'replies') =>
    page.rows.find((row) => row.feature === 'question' && row.group === group && row.reaction === reaction)
  expect(question('others')).toMatchObject({ accounts: 5, withIt: 40, without: 40, followersKnown: 1 })
  expect(question('others')?.effect).toBeCloseTo(0.95, 9)
  expect(question('others')).toMatchObject({ stands: true, luck: expect.any(Number) })
  // Four replies a post are 400 of 100 posts; of 2,000 followers that is 200 of a thousand.
  expect(question('others')).toMatchObject({ perFollowerWith: 200, perFollowerWithout: 50 })
  expect(question('corporate')).toMatchObject({ effect: null, accounts: 0 })
  expect(question('others', 'reshares')).toMatchObject({ effect: null })
  expect(page.lessons).toMatchObject([{ feature: 'question', use: { conversational: 0.5, corporate: 1 / 16 } }])
  expect(page.lessons[0]?.examples).toHaveLength(3)
  expect(page.lessons[0]?.examples[0]).toMatchObject({
    account: 'Name a5',
    purpose: 'Purpose of a5',
    words: 'qq is here, is he not?',
    replies: 4,
    risks: [],
  })
  await bed.db.updateTable('published').set({ gone_at: until }).where('account_id', '=', 'a5').execute()
  expect((await earnsOf(bed, pc, 'year')).lessons[0]?.examples).toHaveLength(2)
})

test('a risk in an example is said beside it', async () => {
  await using bed = await openEarning()
  await bed.db
    .updateTable('published')
    .set({ words: 'He lives at 14 Mill Lane, is he not?' })
    .where('external_id', '=', 'a5-00')
    .execute()
  await countForce(bed, head, until)
  await countEarns(bed, head, until)
  const [lesson] = (await earnsOf(bed, pc, 'year')).lessons
  expect(lesson?.examples[0]?.words).toContain('14 Mill Lane')
  expect(lesson?.examples[0]?.risks.length).toBeGreaterThan(0)
})

test('whoever is named in an example with @ is not shown to be', async () => {
  await using bed = await openEarning()
  const words = 'Is this your dog, @jane.doe_7? Ask @Bob@mastodon.social or post@example.org'
  await bed.db.updateTable('published').set({ words }).where('external_id', '=', 'a5-00').execute()
  await countForce(bed, head, until)
  await countEarns(bed, head, until)
  const shown = (await earnsOf(bed, head, 'year')).lessons.flatMap((l) => l.examples.map((e) => e.words))
  expect(shown).toContain('Is this your dog, @…? Ask @… or post@example.org')
})

test('another force sees nothing of it; counting twice changes nothing; the night counts it after the measures', async () => {
  await using bed = await openEarning()
  await countWhatIsDue(bed)
  const kept = () =>
    bed.db
      .selectFrom('earned')
      .selectAll()
      .orderBy('span')
      .orderBy('feature')
      .orderBy('reaction')
      .orderBy('accounts_of')
      .execute()
  const first = await kept()
  expect(first.filter((row) => row.effect !== null).length).toBeGreaterThan(0)
  await countEarns(bed, head, new Date('2026-09-06T23:00:00Z'))
  expect(await kept()).toEqual(first)
  expect(await earnsOf(bed, { ...head, forceId: 'eastshire' }, 'year')).toMatchObject({
    count: null,
    rows: [],
    lessons: [],
  })
  expect(await countEarns(bed, pc, until)).toEqual({ ok: false, refusal: r.mayNotCount })
})

test('over HTTP: the page and its CSV', async () => {
  await using bed = await openEarning()
  const server = makeServer(bed, measuresRoom.routes, async () => head)
  const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
  expect((await server.request('/api/measures/count', { method: 'POST', body: '{}', headers })).status).toBe(200)
  expect(await (await server.request('/api/measures/earns?span=all')).json()).toMatchObject({ count: { posts: 160 } })
  const csv = await (await server.request('/api/measures/earns/figures.csv')).text()
  expect(csv).toContain('"others","replies","A question","5","40","40","0.95')
})
