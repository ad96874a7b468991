import { expect, test } from 'vitest'
import { makeServer } from '../../foundation/server.ts'
import { approve, refused, sendAll, value } from '../../posting/posting.testbed.ts'
import { answers } from '../inbox.testbed.ts'
import { watchSurges } from './notice.commands.ts'
import { sayRumour } from './rumour.commands.ts'
import { rumourRows } from './rumour.queries.ts'
import { surgeFor } from './surge.queries.ts'
import { surgeRoutes } from './surge.routes.ts'
import { answer, openSurge, type SurgeBed } from './surge.testbed.ts'

const minute = 60_000
const now = (bed: SurgeBed, as: 'ffion' | 'rhys' = 'ffion') => surgeFor(bed.db, bed.as(as), bed.clock.now())
/** A post of ours to everybody, seen to be out now. */
const published = async (bed: SurgeBed, words: string): Promise<string> => {
  const asked = await bed.asked('leah', { pieces: [words] })
  value(await approve(bed, 'owen', asked))
  await sendAll(bed, asked.id)
  return asked.id
}
const facts = async (bed: SurgeBed) =>
  (await bed.db.selectFrom('fact').select('kind').where('kind', 'like', 'surge.%umour').orderBy('seq').execute()).map(
    (f) => f.kind,
  )

test('a person says that it is a false rumour: seen since its first message, with no line until one answer to many is out in public', async () => {
  await using bed = await openSurge()
  const [first = '', second = ''] = await bed.rumours(30, { seconds: 120 })
  await bed.says('When does the front counter open on Sunday?', { from: 'Odd One', ago: 1.95 })
  const { surge, group } = await bed.inMode()
  const before = (await now(bed)).surge?.rumour
  expect(before).toBeNull()
  value(await sayRumour(bed, bed.as('ffion'), { id: surge, isRumour: true, linePostId: null }))
  // The odd one said nothing that others say, so what was said first is the first of the rumour.
  const said = await bed.db.selectFrom('message').selectAll().orderBy('said_at').execute()
  expect(said[0]?.author_name).toBe('Odd One')
  expect((await rumourRows(bed.db, bed.forceId)).map((r) => r.conversationId)).toEqual([said[1]?.conversation_id])
  expect((await now(bed)).surge?.rumour).toEqual({
    at: bed.clock.now().toISOString(),
    by: { id: 'ffion', rank: '', name: 'Ffion Maddox' },
    seenAt: said[1]?.said_at.toISOString(),
    line: null,
  })

  // An answer to one person alone, and one in private, are no official lines.
  bed.clock.forward(10 * minute)
  await answers(bed, first, 'danny', true)
  expect((await now(bed)).surge?.rumour?.line).toBeNull()
  await bed.db.updateTable('conversation').set({ kind: 'direct' }).where('id', '=', second).execute()
  bed.clock.forward(10 * minute)
  const batch = await bed.toMany(group)
  await bed.send(batch)
  const out = bed.clock.now()
  await bed.db.updateTable('answer').set({ sent_at: null }).where('conversation_id', '<>', second).execute()
  expect((await now(bed)).surge?.rumour?.line).toBeNull()
  await bed.db.updateTable('answer').set({ sent_at: out }).where('batch_id', '=', batch).execute()
  const line = (await now(bed)).surge?.rumour?.line
  expect(line?.at).toBe(out.toISOString())
  const post = await bed.db
    .selectFrom('answer')
    .select('batch_id')
    .where('post_id', '=', line?.postId ?? '')
    .executeTakeFirst()
  expect(post?.batch_id).toBe(batch)
})

test('a post that was out before the answers is the line when a person names it; taken back, it is no rumour', async () => {
  await using bed = await openSurge()
  const old = await published(bed, 'We are at Eastby library on Thursday. Come and talk to us about parking.')
  bed.clock.forward(30 * minute)
  await bed.rumours(30)
  const { surge, group } = await bed.inMode()
  bed.clock.forward(5 * minute)
  const line = await published(bed, answer)
  const at = bed.clock.now().toISOString()
  bed.clock.forward(5 * minute)
  await bed.send(await bed.toMany(group))
  const ffion = bed.as('ffion')
  expect((await now(bed)).lines.map((l) => l.postId)).toEqual([line])
  const say = (linePostId: string | null) => sayRumour(bed, ffion, { id: surge, isRumour: true, linePostId })
  expect(refused(await say(old))).toBe('noLine')
  expect(refused(await say('none'))).toBe('noLine')
  value(await say(null))
  const said = (await now(bed)).surge?.rumour
  expect(said?.line?.postId).not.toBe(line)
  bed.clock.forward(minute)
  value(await sayRumour(bed, bed.as('danny'), { id: surge, isRumour: true, linePostId: line }))
  expect((await now(bed)).surge?.rumour).toEqual({ ...said, line: { postId: line, at } })
  value(await sayRumour(bed, ffion, { id: surge, isRumour: false, linePostId: line }))
  expect((await now(bed)).surge?.rumour).toBeNull()
  expect(await bed.surge()).toMatchObject({ rumour_by: null, rumour_at: null, line_post_id: null })
  expect(await facts(bed)).toEqual(['surge.falseRumour', 'surge.falseRumour', 'surge.noFalseRumour'])
})

test('nothing put together: seen since the rise began, on the account where most was heard; said also when it is over', async () => {
  await using bed = await openSurge()
  await bed.rumours(30)
  await watchSurges(bed)
  bed.clock.forward(40 * minute)
  await watchSurges(bed)
  const { surge, earlier } = await now(bed)
  expect(surge).toBeNull()
  expect(earlier).toMatchObject([{ rumour: null }])
  const id = earlier[0]?.id ?? ''
  value(await sayRumour(bed, bed.as('ffion'), { id, isRumour: true, linePostId: null }))
  const { began_at } = await bed.surge()
  expect(await rumourRows(bed.db, bed.forceId, [id])).toMatchObject([
    { seenAt: began_at, conversationId: null, accountId: 'westport', lineAt: null, postId: null },
  ])
  expect(await rumourRows(bed.db, bed.forceId, ['another'])).toEqual([])
  expect(await rumourRows(bed.db, 'eastshire')).toEqual([])
  expect((await now(bed)).earlier[0]?.rumour).toMatchObject({ by: { id: 'ffion' }, line: null })
})

test('only who runs a surge says so; over HTTP', async () => {
  await using bed = await openSurge()
  await bed.rumours(30)
  await watchSurges(bed)
  const { id } = await bed.surge()
  const said = { id, isRumour: true, linePostId: null }
  expect(refused(await sayRumour(bed, bed.as('rhys'), said))).toBe('mayNotRunSurge')
  expect(refused(await sayRumour(bed, bed.as('leah'), said))).toBe('mayNotRunSurge')
  expect(refused(await sayRumour(bed, bed.as('ffion'), { ...said, id: 'none' }))).toBe('noSurge')
  expect(refused(await sayRumour(bed, { ...bed.as('ffion'), forceId: 'eastshire' }, said))).toBe('noSurge')
  await published(bed, answer)
  expect((await now(bed, 'rhys')).lines).toEqual([])
  const server = makeServer(bed, surgeRoutes, async () => bed.as('danny'))
  const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
  const body = JSON.stringify({ isRumour: true })
  const answered = await server.request(`/api/surge/${id}/rumour`, { method: 'POST', body, headers })
  expect(answered.status).toBe(200)
  expect(await bed.surge()).toMatchObject({ rumour_by: 'danny' })
})
