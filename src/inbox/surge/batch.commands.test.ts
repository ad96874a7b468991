import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeServer } from '../../foundation/server.ts'
import { refused, value } from '../../posting/posting.testbed.ts'
import { answerGroup, guardLot, sendLot, takeLot } from './batch.commands.ts'
import { batchFor, checkWords } from './batch.queries.ts'
import { answersAt, batchById } from './batch.store.ts'
import { leftWhy } from './batch.ts'
import { approveBatch, closeBatch, giveUpBatch, sendBackBatch } from './decide.commands.ts'
import { groupSurges } from './group.commands.ts'
import { carryBatches } from './surge.jobs.ts'
import { groupFor } from './surge.queries.ts'
import { surgeRoutes } from './surge.routes.ts'
import { answer, answersOf, openSurge, resultsOf, type SurgeBed } from './surge.testbed.ts'

const sheetOf = async (bed: SurgeBed, id: string, as: Parameters<SurgeBed['as']>[0] = 'owen') =>
  value(await batchFor(bed.db, bed.as(as), bed.clock.now(), id)).sheets

test('two who press at once get one batch; a killed process leaves one that goes on without doubles', async () => {
  await using bed = await openSurge()
  await bed.rumours(30)
  const { group } = await bed.inMode()
  const ask = (name: 'ffion' | 'owen') =>
    answerGroup(bed, bed.as(name), { groupId: group, words: answer, how: 'atOnce' })
  const [one, two] = (await Promise.all([ask('ffion'), ask('owen')])).map(value)
  expect(one?.batchId).toBe(two?.batchId)
  expect([one?.begun, two?.begun].sort()).toEqual([false, true])
  const id = one?.batchId ?? ''
  const by = (await batchById(bed.db, bed.forceId, id))?.by_id ?? ''
  await bed.db.updateTable('surge_batch').set({ by_id: 'ffion' }).where('id', '=', id).execute()
  expect(['ffion', 'owen']).toContain(by)

  // It dies after taking, in the middle of releasing, with its lease still running.
  value(await takeLot(bed, bed.as('ffion'), id))
  const batch = await batchById(bed.db, bed.forceId, id)
  if (!batch) throw new Error('no batch')
  await sendLot(bed, bed.as('ffion'), batch)
  const until = new Date(bed.clock.now().getTime() + 60_000)
  await bed.db.updateTable('surge_batch').set({ lease_token: 'dead', lease_until: until }).execute()
  expect(await resultsOf(bed, id)).toMatchObject({ taken: 30, onTheWay: 25, begun: 5 })
  await carryBatches(bed)
  expect(await resultsOf(bed, id)).toMatchObject({ onTheWay: 25, begun: 5 })
  bed.clock.set(new Date(until.getTime() + 1).toISOString())
  await Promise.all([carryBatches(bed), carryBatches(bed)])
  expect(await resultsOf(bed, id)).toMatchObject({ taken: 30, onTheWay: 30, begun: 0, leftOut: 0 })
  const rows = await answersOf(bed)
  expect(new Set(rows.map((r) => r.conversation_id)).size).toBe(30)
  expect(rows).toHaveLength(30)
  const deliveries = await bed.db.selectFrom('delivery').select('post_id').where('answering', 'is not', null).execute()
  expect(new Set(deliveries.map((d) => d.post_id)).size).toBe(30)
  expect(deliveries).toHaveLength(30)
  expect((await batchById(bed.db, bed.forceId, id))?.stage).toBe('out')
}, 120_000)

test('left out: who is held, who is answered already, who wrote again and may be in danger; newcomers get an answer of their own', async () => {
  await using bed = await openSurge()
  const people = await bed.rumours(20)
  const { group } = await bed.inMode()
  const [held = '', danger = '', other = ''] = people
  const hold = {
    holder_id: 'danny',
    held_since: bed.clock.now(),
    held_until: new Date(bed.clock.now().getTime() + 1e6),
  }
  await bed.db.updateTable('conversation').set(hold).where('id', '=', held).execute()
  const { batchId } = value(await answerGroup(bed, bed.as('ffion'), { groupId: group, words: answer, how: 'atOnce' }))
  value(await takeLot(bed, bed.as('ffion'), batchId))
  // Between taking and releasing two of them write again.
  await bed.says('I am trapped, please help', { to: danger, from: 'Person 1' })
  await bed.db.updateTable('conversation').set({ rank: 0 }).where('id', '=', danger).execute()
  await bed.says('And why is the museum closed?', { to: other, from: 'Person 2' })
  await carryBatches(bed)
  expect(await bed.left(batchId)).toEqual({ [held]: 'held', [danger]: 'danger', [other]: 'different' })
  for (const id of [danger, other])
    expect(await bed.conversation(id)).toMatchObject({ holder_id: null, draft_post_id: null, stage: 'open' })
  expect(await bed.conversation(held)).toMatchObject({ holder_id: 'danny' })
  expect(await resultsOf(bed, batchId)).toMatchObject({ taken: 19, onTheWay: 17, givenUp: 2, leftOut: 3 })
  const shown = value(await groupFor(bed.db, bed.as('ffion'), bed.clock.now(), group))
  expect(shown.members.find((m) => m.conversationId === danger)?.left).toMatch(/danger/)
  expect(refused(await answerGroup(bed, bed.as('ffion'), { groupId: group, words: answer, how: 'atOnce' }))).toBe(
    'nobodyWaits',
  )
  const fresh = await bed.rumours(5, { from: 700 })
  await groupSurges(bed)
  const second = await bed.toMany(group)
  expect(second).not.toBe(batchId)
  expect(
    (await answersOf(bed))
      .filter((a) => a.batch_id === second)
      .map((a) => a.conversation_id)
      .sort(),
  ).toEqual([...fresh].sort())
}, 60_000)

test('one approval for the whole batch: exactly the words that were read, each bound to its own digest; what changed is refused', async () => {
  await using bed = await openSurge()
  const people = await bed.rumours(12)
  const { group } = await bed.inMode()
  const id = await bed.toMany(group, 'approval')
  expect(await resultsOf(bed, id)).toMatchObject({ taken: 12, waitingForApproval: 12 })
  const [sheet] = await sheetOf(bed, id)
  expect(sheet).toMatchObject({ n: 12, accounts: [{ id: 'westport' }] })
  expect(sheet?.pieces[0]).toContain(answer)
  const sum = sheet?.sum ?? ''
  const approve = (name: Parameters<SurgeBed['as']>[0], given = sum) =>
    approveBatch(bed, bed.as(name), { id, sum: given, reason: '' })
  expect(refused(await approve('ffion'))).toBe('ownBatch')
  expect(refused(await approve('leah'))).toBe('mayNotApprove')
  expect(refused(await approve('owen', 'f'.repeat(64)))).toBe('wordsChanged')
  expect(refused(await approveBatch(bed, bed.as('owen'), { id: 'none', sum, reason: '' }))).toBe('noBatch')

  // One waits with other words, one person wrote again with danger, one drifted under its digest.
  const rows = await bed.db.selectFrom('answer').selectAll().where('batch_id', '=', id).orderBy('post_id').execute()
  const postOf = (conversation: string) => rows.find((r) => r.conversation_id === conversation)?.post_id ?? ''
  const [changed = '', danger = '', drifted = ''] = people
  await sql`update post_version set sheet = jsonb_set(sheet, '{targets,0,pieces,0,text}', '"Other words"')
    where post_id = ${postOf(changed)}`.execute(bed.db)
  await bed.db.updateTable('conversation').set({ rank: 0 }).where('id', '=', danger).execute()
  await bed.db.updateTable('post').set({ digest: 'other' }).where('id', '=', postOf(drifted)).execute()
  const done = value(await approve('owen'))
  expect(done).toMatchObject({ done: 9, changed: 2, more: false })
  expect(done.left).toEqual([{ n: 1, words: expect.stringContaining('changed') }])
  expect(await bed.left(id)).toEqual({ [danger]: 'danger' })
  expect(await resultsOf(bed, id)).toMatchObject({ onTheWay: 9, waitingForApproval: 2, givenUp: 1 })
  const decisions = await bed.db.selectFrom('decision').selectAll().where('kind', '=', 'approve').execute()
  expect(decisions).toHaveLength(9)
  expect(new Set(decisions.map((d) => d.digest)).size).toBe(9)
  expect(decisions.every((d) => d.person_id === 'owen')).toBe(true)
}, 60_000)

test('who has no place on the account is told so before anything is taken', async () => {
  await using bed = await openSurge()
  const [one = ''] = await bed.rumours(12)
  const { group } = await bed.inMode()
  await bed.db.updateTable('contributor').set({ until_at: bed.clock.now() }).where('person_id', '=', 'ffion').execute()
  const asked = await answerGroup(bed, bed.as('ffion'), { groupId: group, words: answer, how: 'approval' })
  expect(refused(asked)).toBe('nobodyWaits')
  const shown = value(await groupFor(bed.db, bed.as('ffion'), bed.clock.now(), group))
  expect(shown.members.every((m) => m.left?.includes('no place'))).toBe(true)
  expect(await bed.conversation(one)).toMatchObject({ holder_id: null, draft_post_id: null })
})

test('sent back as one, given up as one, and the group is free for better words', async () => {
  await using bed = await openSurge()
  await bed.rumours(12)
  const { group } = await bed.inMode()
  const id = await bed.toMany(group, 'approval')
  const sum = (await sheetOf(bed, id))[0]?.sum ?? ''
  const back = (name: Parameters<SurgeBed['as']>[0], given = sum) =>
    sendBackBatch(bed, bed.as(name), { id, sum: given, reason: 'Say where to read more.' })
  expect(refused(await back('ffion'))).toBe('ownBatch')
  expect(refused(await back('leah'))).toBe('mayNotApprove')
  expect(refused(await sendBackBatch(bed, bed.as('owen'), { id: 'none', sum, reason: 'why' }))).toBe('noBatch')
  expect(value(await back('owen'))).toEqual({ done: 12, changed: 0, left: [], more: false })
  expect(refused(await back('owen'))).toBe('wordsChanged')
  expect(await resultsOf(bed, id)).toMatchObject({ sentBack: 12 })
  expect(refused(await giveUpBatch(bed, bed.as('leah'), { id }))).toBe('mayNotRunSurge')
  expect(refused(await giveUpBatch(bed, bed.as('ffion'), { id: 'none' }))).toBe('noBatch')
  expect(value(await giveUpBatch(bed, bed.as('ffion'), { id }))).toEqual({ gaveUp: 12 })
  expect(await resultsOf(bed, id)).toMatchObject({ givenUp: 12, sentBack: 0 })
  const second = await bed.toMany(group, 'approval')
  expect(await resultsOf(bed, second)).toMatchObject({ taken: 12, waitingForApproval: 12 })
}, 60_000)

test('the rules of releasing are those of any post: without trust it waits, what cannot go out says why', async () => {
  await using bed = await openSurge()
  await bed.db.updateTable('contributor').set({ trusted: false }).where('person_id', '=', 'ffion').execute()
  await bed.rumours(12)
  const { group } = await bed.inMode()
  const ask = async (how: 'atOnce' | 'approval') =>
    value(await answerGroup(bed, bed.as('ffion'), { groupId: group, words: answer, how })).batchId
  const preview = value(await checkWords(bed.db, bed.as('ffion'), bed.clock.now(), { id: group, words: answer }))
  expect(preview.places).toMatchObject([{ account: { id: 'westport' }, n: 12, atOnce: false, troubles: [] }])
  const id = await bed.toMany(group, 'atOnce')
  expect(await resultsOf(bed, id)).toMatchObject({ waitingForApproval: 12, onTheWay: 0 })
  value(await giveUpBatch(bed, bed.as('ffion'), { id }))

  // Who asked for it leaves before it is carried: nothing goes out in their name.
  const second = await ask('atOnce')
  await bed.db.updateTable('person').set({ left_at: bed.clock.now() }).where('id', '=', 'ffion').execute()
  await carryBatches(bed)
  expect((await batchById(bed.db, bed.forceId, second))?.stage).toBe('givenUp')
  expect((await answersOf(bed)).filter((a) => a.batch_id === second)).toEqual([])

  // The account is not ours to speak on any more: what cannot go out says why.
  await bed.db.updateTable('person').set({ left_at: null }).where('id', '=', 'ffion').execute()
  const status = (to: 'live' | 'closed') =>
    bed.db.updateTable('account').set({ status: to }).where('id', '=', 'westport').execute()
  const closed = await ask('approval')
  await status('closed')
  await carryBatches(bed)
  expect(new Set(Object.values(await bed.left(closed)))).toEqual(new Set(['refused']))
  const shown = async (id: string) =>
    value(await batchFor(bed.db, bed.as('ffion'), bed.clock.now(), id)).people[0]?.state
  expect(await shown(closed)).toMatch(/^Not released: /)
  expect(value(await giveUpBatch(bed, bed.as('ffion'), { id: closed }))).toEqual({ gaveUp: 12 })
  await status('live')

  // Who asked for it signs there no more when it is carried: nothing goes out in their name, and every one says why.
  const third = await ask('approval')
  await bed.db.deleteFrom('contributor').where('person_id', '=', 'ffion').execute()
  await carryBatches(bed)
  expect(new Set(Object.values(await bed.left(third)))).toEqual(new Set(['notYours']))
  expect(await shown(third)).toBe(leftWhy.notYours)
  expect((await answersOf(bed)).filter((a) => a.batch_id === third)).toEqual([])
}, 60_000)

test('what turned out to be intelligence is read in its conversation, not in a group and not in a batch', async () => {
  await using bed = await openSurge()
  const [tip = ''] = await bed.rumours(12)
  const { group } = await bed.inMode()
  const batch = await bed.toMany(group, 'approval')
  await bed.db.updateTable('conversation').set({ category: 'intelligence' }).where('id', '=', tip).execute()
  for (const who of ['ffion', 'danny', 'gwen'] as const) {
    const of = value(await groupFor(bed.db, bed.as(who), bed.clock.now(), group)).members
    const people = value(await batchFor(bed.db, bed.as(who), bed.clock.now(), batch)).people
    for (const all of [of, people]) {
      expect(all.find((m) => m.conversationId === tip)).toMatchObject({ words: '', from: '' })
      expect(all.filter((m) => m.words !== '' && m.from !== '')).toHaveLength(11)
    }
  }
})

test('refusals of answering a group, and of reading it', async () => {
  await using bed = await openSurge()
  await bed.rumours(12)
  const { group, surge } = await bed.inMode()
  const ask = (name: Parameters<SurgeBed['as']>[0], groupId = group) =>
    answerGroup(bed, bed.as(name), { groupId, words: answer, how: 'atOnce' })
  expect(refused(await ask('rhys'))).toBe('mayNotRunSurge')
  expect(refused(await ask('ffion', 'none'))).toBe('noGroup')
  const now = bed.clock.now()
  expect(refused(await groupFor(bed.db, bed.as('leah'), now, group))).toBe('mayNotRunSurge')
  expect(refused(await groupFor(bed.db, bed.as('ffion'), now, 'none'))).toBe('noGroup')
  expect(refused(await checkWords(bed.db, bed.as('leah'), now, { id: group, words: answer }))).toBe('mayNotRunSurge')
  expect(refused(await checkWords(bed.db, bed.as('ffion'), now, { id: 'none', words: answer }))).toBe('noGroup')
  expect(refused(await batchFor(bed.db, bed.as('leah'), now, 'none'))).toBe('mayNotRunSurge')
  expect(refused(await batchFor(bed.db, bed.as('ffion'), now, 'none'))).toBe('noBatch')
  expect(refused(await closeBatch(bed, bed.as('leah'), { id: 'none' }))).toBe('mayNotRunSurge')
  expect(refused(await closeBatch(bed, bed.as('ffion'), { id: 'none' }))).toBe('noBatch')
  await bed.db.updateTable('surge').set({ mode_ended_at: now }).where('id', '=', surge).execute()
  expect(refused(await ask('ffion'))).toBe('modeOff')
  expect(value(await guardLot(bed, bed.as('ffion'), 'none', []))).toEqual([])
})

test('over HTTP: the surge, its mode, a group and an answer; wrong shapes are refused', async () => {
  await using bed = await openSurge()
  await bed.rumours(12)
  const { group } = await bed.inMode()
  const app = makeServer(bed, surgeRoutes, async () => bed.as('ffion'))
  const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
  const post = (path: string, body: unknown) =>
    app.request(path, { method: 'POST', body: JSON.stringify(body), headers })
  const now = await (await app.request('/api/surge')).json()
  expect(now).toMatchObject({ surge: { mode: { on: true } }, groups: [{ id: group, waiting: 12 }] })
  expect(await (await app.request(`/api/surge/groups/${group}`)).json()).toMatchObject({ group: { waiting: 12 } })
  expect((await post(`/api/surge/groups/${group}/answer`, { words: '' })).status).toBe(422)
  expect((await post(`/api/surge/groups/${group}/check`, { words: answer })).status).toBe(200)
  const begun = await (await post(`/api/surge/groups/${group}/answer`, { words: answer })).json()
  await carryBatches(bed)
  const batch = await (await app.request(`/api/surge/batches/${begun.batchId}`)).json()
  expect(batch).toMatchObject({ batch: { how: 'approval', results: { waitingForApproval: 12 } }, sheets: [{ n: 12 }] })
  expect((await post(`/api/surge/batches/${begun.batchId}/approve`, { sum: 'x' })).status).toBe(422)
  expect(await answersAt(bed.db, { force_id: bed.forceId, id: begun.batchId } as never, ['asked'], 5)).toHaveLength(5)
}, 60_000)
