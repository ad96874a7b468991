import { expect, test } from 'vitest'
import { makeServer } from '../../foundation/server.ts'
import { refused, sendAll, value } from '../../posting/posting.testbed.ts'
import { answers as answersFor, type DeskBed, openDesk } from '../inbox.testbed.ts'
import { changePlan, countVotes, draftOf, move, plan, tie } from './asking.commands.ts'
import type { Plan } from './asking.contract.ts'
import { moveByTime } from './asking.jobs.ts'
import { questionFor, questionsFor } from './asking.queries.ts'
import { askingRoutes } from './asking.routes.ts'
import { addTheme, answerTheme, renameTheme, sortMessages } from './theme.commands.ts'

const planned: Plan = {
  kind: 'question',
  title: 'Parking at schools',
  words: 'What would make parking near your school safer?',
  objectiveId: 'parking',
  area: 'Westport',
  choices: [],
  opensAt: null,
  closesAt: null,
  team: [],
  notice: { en: '', cy: '' },
}
const ffion = (bed: DeskBed) => bed.as('ffion')
const make = async (bed: DeskBed, changes: Partial<Plan> = {}) =>
  value(await plan(bed, ffion(bed), { ...planned, ...changes })).id
const view = async (bed: DeskBed, id: string, more: { theme?: string; after?: string } = {}) =>
  value(await questionFor(bed.db, ffion(bed), bed.clock.now(), { id, ...more }))

/** A question whose post is out, and open. */
async function opened(bed: DeskBed, changes: Partial<Plan> = {}) {
  const id = await make(bed, changes)
  const post = await bed.draft('leah')
  await bed.db.updateTable('post').set({ stage: 'released' }).where('id', '=', post).execute()
  value(await tie(bed, ffion(bed), { id, postId: post }))
  value(await move(bed, ffion(bed), { id, move: 'open' }))
  return { id, post }
}
const messageOf = async (bed: DeskBed, conversation: string) =>
  (
    await bed.db
      .selectFrom('message')
      .select('id')
      .where('conversation_id', '=', conversation)
      .executeTakeFirstOrThrow()
  ).id

test('from question to action to post: planned, asked, sorted by theme, and answered back only when every theme has its answer', async () => {
  await using bed = await openDesk()
  const { id, post } = await opened(bed)
  const says = ['Yellow lines on Mill Lane', 'A warden at half past three', 'A warden please', 'Buses are late']
  const ids: string[] = []
  for (const [at, words] of says.entries())
    ids.push(await messageOf(bed, await bed.says(words, { from: `Parent ${at}`, about: post })))
  await bed.says('Nothing to do with it', { from: 'Somebody Else' })
  await bed.says('I know who slashes the tyres', { from: 'Tip', about: post, category: 'intelligence' })
  expect(await view(bed, id)).toMatchObject({
    question: { stage: 'open', answers: 5, asked: true },
    notShown: 1,
    withoutTheme: 5,
  })
  expect((await view(bed, id)).answers.map((a) => a.text).sort()).toEqual([...says].sort())

  const lines = value(await addTheme(bed, ffion(bed), { id, title: 'Lines', messages: [ids[0] ?? ''] })).id
  const warden = value(await addTheme(bed, ffion(bed), { id, title: 'Wardens', messages: [] })).id
  const buses = value(await addTheme(bed, ffion(bed), { id, title: 'Buses', messages: [] })).id
  expect(
    value(
      await sortMessages(bed, ffion(bed), { id: warden, put: [ids[1] ?? '', ids[2] ?? '', ids[3] ?? ''], take: [] }),
    ),
  ).toEqual({ messages: 3 })
  expect(value(await sortMessages(bed, ffion(bed), { id: warden, put: [], take: [ids[3] ?? ''] }))).toEqual({
    messages: 2,
  })
  value(await sortMessages(bed, ffion(bed), { id: buses, put: [ids[3] ?? ''], take: [] }))
  value(await renameTheme(bed, ffion(bed), { id: buses, title: 'Not parking' }))
  const sorted = await view(bed, id)
  expect(sorted.themes.map((t) => [t.title, t.messages])).toEqual([
    ['Lines', 1],
    ['Wardens', 2],
    ['Not parking', 1],
  ])
  expect(sorted).toMatchObject({ withoutTheme: 1, question: { themes: 3, unanswered: 3 } })
  expect((await view(bed, id, { theme: warden })).answers).toHaveLength(2)
  expect((await view(bed, id, { theme: 'none' })).answers).toEqual([])

  expect(refused(await move(bed, ffion(bed), { id, move: 'answer' }))).toBe('notFromHere')
  expect(value(await move(bed, ffion(bed), { id, move: 'close' }))).toEqual({ stage: 'closed' })
  const early = await move(bed, ffion(bed), { id, move: 'answer' })
  expect(early).toMatchObject({
    ok: false,
    refusal: { id: 'themesUnanswered' },
    facts: { themes: ['Lines', 'Wardens', 'Not parking'] },
  })
  const did = await bed.draft('leah')
  value(
    await answerTheme(bed, ffion(bed), {
      id: lines,
      did: 'The council paints them in October.',
      noAction: '',
      postId: did,
    }),
  )
  value(
    await answerTheme(bed, ffion(bed), {
      id: warden,
      did: 'An officer is there each Tuesday.',
      noAction: '',
      postId: null,
    }),
  )
  expect(refused(await move(bed, ffion(bed), { id, move: 'answer' }))).toBe('themesUnanswered')
  value(
    await answerTheme(bed, ffion(bed), {
      id: buses,
      did: '',
      noAction: 'Buses are run by the county; we passed it on.',
      postId: null,
    }),
  )
  expect(value(await move(bed, ffion(bed), { id, move: 'answer' }))).toEqual({ stage: 'answered' })
  expect((await view(bed, id)).themes[0]).toMatchObject({
    did: expect.stringContaining('October'),
    didPostId: did,
    didBy: { id: 'ffion' },
  })
  const list = await questionsFor(bed.db, bed.as('danny'), bed.clock.now())
  expect(list).toMatchObject({
    may: { ask: false },
    people: [],
    questions: [{ id, unanswered: 0, objective: { id: 'parking' }, area: 'Westport' }],
  })
  // Nothing in it counts people.
  expect(JSON.stringify(await view(bed, id))).not.toMatch(/"author|perPerson|authors/)
})

test('every refusal of planning, tying, opening and sorting', async () => {
  await using bed = await openDesk()
  const [ok, danny] = [ffion(bed), bed.as('danny')]
  const wrong = async (changes: Partial<Plan>) => refused(await plan(bed, ok, { ...planned, ...changes }))
  const [opensAt, closesAt] = ['2026-09-08T18:00:00Z', '2026-09-08T19:00:00Z']
  expect(refused(await plan(bed, danny, planned))).toBe('mayNotAsk')
  expect(await wrong({ opensAt: closesAt, closesAt: opensAt })).toBe('datesWrong')
  expect(await wrong({ kind: 'live', team: ['leah'] })).toBe('timesMissing')
  expect(await wrong({ kind: 'live', opensAt, closesAt })).toBe('teamMissing')
  expect(await wrong({ kind: 'poll', choices: ['One'] })).toBe('choicesWrong')
  expect(await wrong({ kind: 'poll', choices: ['One', 'one'] })).toBe('choicesWrong')
  expect(await wrong({ choices: ['One', 'Two'] })).toBe('choicesWrong')
  expect(await wrong({ team: ['nobody'] })).toBe('noSuchPeople')
  expect(await wrong({ objectiveId: 'none' })).toBe('noSuchObjective')

  const id = await make(bed)
  expect(refused(await changePlan(bed, danny, { ...planned, id }))).toBe('mayNotAsk')
  expect(refused(await changePlan(bed, ok, { ...planned, id: 'none' }))).toBe('noQuestion')
  value(await changePlan(bed, ok, { ...planned, id, title: 'Safer parking' }))
  expect(refused(await move(bed, danny, { id, move: 'open' }))).toBe('mayNotAsk')
  expect(refused(await move(bed, ok, { id: 'none', move: 'open' }))).toBe('noQuestion')
  expect(refused(await move(bed, ok, { id, move: 'open' }))).toBe('noPostYet')
  expect(refused(await questionFor(bed.db, ok, bed.clock.now(), { id: 'none' }))).toBe('noQuestion')

  expect(refused(await draftOf(bed, danny, { id }))).toBe('mayNotAsk')
  expect(refused(await draftOf(bed, ok, { id: 'none' }))).toBe('noQuestion')
  const { postId } = value(await draftOf(bed, ok, { id }))
  expect(value(await draftOf(bed, ok, { id }))).toEqual({ postId })
  expect(refused(await move(bed, ok, { id, move: 'open' }))).toBe('noPostYet')
  const other = await make(bed)
  expect(refused(await tie(bed, danny, { id, postId: null }))).toBe('mayNotAsk')
  expect(refused(await tie(bed, ok, { id: 'none', postId: null }))).toBe('noQuestion')
  expect(refused(await tie(bed, ok, { id: other, postId: 'none' }))).toBe('noSuchPost')
  expect(refused(await tie(bed, ok, { id: other, postId }))).toBe('postTaken')
  const conversation = await bed.says('Where do I pay a fine?')
  const answer = await answersFor(bed, conversation, 'danny', false)
  await bed.db.updateTable('post').set({ answering: '{}' }).where('id', '=', answer).execute()
  expect(refused(await tie(bed, ok, { id: other, postId: answer }))).toBe('noSuchPost')

  const run = await opened(bed)
  const theme = value(await addTheme(bed, ok, { id: run.id, title: 'Lines', messages: [] })).id
  const stranger = await messageOf(bed, conversation)
  expect(refused(await addTheme(bed, danny, { id: run.id, title: 'More', messages: [] }))).toBe('mayNotAsk')
  expect(refused(await addTheme(bed, ok, { id: 'none', title: 'More', messages: [] }))).toBe('noQuestion')
  expect(refused(await addTheme(bed, ok, { id: run.id, title: 'lines', messages: [] }))).toBe('themeThere')
  expect(refused(await addTheme(bed, ok, { id: run.id, title: 'More', messages: [stranger] }))).toBe('notAnAnswer')
  expect(refused(await renameTheme(bed, danny, { id: theme, title: 'More' }))).toBe('mayNotAsk')
  expect(refused(await renameTheme(bed, ok, { id: 'none', title: 'More' }))).toBe('noTheme')
  value(await addTheme(bed, ok, { id: run.id, title: 'Wardens', messages: [] }))
  expect(refused(await renameTheme(bed, ok, { id: theme, title: 'Wardens' }))).toBe('themeThere')
  expect(refused(await sortMessages(bed, danny, { id: theme, put: [], take: [] }))).toBe('mayNotAsk')
  expect(refused(await sortMessages(bed, ok, { id: 'none', put: [], take: [] }))).toBe('noTheme')
  expect(refused(await sortMessages(bed, ok, { id: theme, put: [stranger], take: [] }))).toBe('notAnAnswer')
  const say = { id: theme, did: 'Done', noAction: '', postId: null }
  expect(refused(await answerTheme(bed, danny, say))).toBe('mayNotAsk')
  expect(refused(await answerTheme(bed, ok, { ...say, id: 'none' }))).toBe('noTheme')
  expect(refused(await answerTheme(bed, ok, { ...say, postId: 'none' }))).toBe('noSuchPost')
  expect(refused(await countVotes(bed, danny, { id: run.id, votes: [] }))).toBe('mayNotAsk')
  expect(refused(await countVotes(bed, ok, { id: 'none', votes: [] }))).toBe('noQuestion')
  expect(refused(await countVotes(bed, ok, { id: run.id, votes: [] }))).toBe('noPollThere')
  value(await move(bed, ok, { id: run.id, move: 'close' }))
  expect(refused(await changePlan(bed, ok, { ...planned, id: run.id }))).toBe('shut')
  expect(refused(await tie(bed, ok, { id: run.id, postId: null }))).toBe('shut')
  const shut = await make(bed)
  await bed.db.updateTable('public_question').set({ stage: 'closed' }).where('id', '=', shut).execute()
  expect(refused(await draftOf(bed, ok, { id: shut }))).toBe('shut')
})

test('a poll: asked in words and counted by hand where the network has none; votes of a network that has one are written down', async () => {
  await using bed = await openDesk()
  const id = await make(bed, { kind: 'poll', choices: ['Mill Lane', 'The quay'] })
  const post = value(await draftOf(bed, ffion(bed), { id })).postId
  const row = await bed.db.selectFrom('post').selectAll().where('id', '=', post).executeTakeFirstOrThrow()
  expect(row.words).toContain('1. Mill Lane\n2. The quay')
  expect(await view(bed, id)).toMatchObject({
    countedByHand: true,
    themes: [{ title: 'Mill Lane' }, { title: 'The quay' }],
  })
  value(await changePlan(bed, ffion(bed), { ...planned, id, choices: ['Mill Lane', 'The harbour', 'The school'] }))
  expect((await view(bed, id)).themes.map((t) => t.title)).toEqual(['Mill Lane', 'The harbour', 'The school'])

  await bed.db.updateTable('account').set({ network: 'mastodon' }).where('id', '=', 'westport').execute()
  const { id: asked } = await opened(bed, { kind: 'poll', choices: ['Yes', 'No'] })
  expect((await view(bed, asked)).countedByHand).toBe(false)
  expect(refused(await countVotes(bed, ffion(bed), { id: asked, votes: [1] }))).toBe('choicesWrong')
  value(await countVotes(bed, ffion(bed), { id: asked, votes: [12, null] }))
  expect((await view(bed, asked)).choices).toMatchObject([
    { words: 'Yes', votes: 12 },
    { words: 'No', votes: null },
  ])
  expect(refused(await changePlan(bed, ffion(bed), { ...planned, id: asked, choices: ['Yes', 'Perhaps'] }))).toBe(
    'shut',
  )
})

test('a live session: opens and closes by time, shows who waits and who has whom, and has words for who comes too late', async () => {
  await using bed = await openDesk()
  const times = { opensAt: '2026-09-07T10:00:00Z', closesAt: '2026-09-07T11:00:00Z' }
  const late = await make(bed, { kind: 'live', team: ['leah'], ...times })
  const id = await make(bed, { kind: 'live', team: ['leah', 'nadia'], ...times })
  const post = value(await draftOf(bed, ffion(bed), { id })).postId
  await bed.db.updateTable('post').set({ stage: 'released' }).where('id', '=', post).execute()
  await moveByTime(bed)
  expect(await view(bed, id)).toMatchObject({ question: { stage: 'planned' }, live: { phase: 'before', minutes: 60 } })
  bed.clock.set('2026-09-07T10:00:00Z')
  await moveByTime(bed)
  await moveByTime(bed)
  expect((await view(bed, id)).question).toMatchObject({ stage: 'open', team: [{ id: 'leah' }, { id: 'nadia' }] })
  expect((await view(bed, late)).question.stage).toBe('planned')

  bed.clock.set('2026-09-07T10:20:00Z')
  const first = await bed.says('How do I report a stolen bike?', { from: 'Asks First', about: post, ago: 9 })
  const second = await bed.says('Are you hiring?', { from: 'Asks Second', about: post, ago: 5 })
  const danger = await bed.says('He is outside my door', { from: 'In Danger', about: post, ago: 1, danger: true })
  const until = new Date('2026-09-07T10:50:00Z')
  const hold = { holder_id: 'leah', held_since: bed.clock.now(), held_until: until }
  await bed.db.updateTable('conversation').set(hold).where('id', '=', first).execute()
  const { live } = await view(bed, id)
  expect(live?.waiting.map((w) => [w.conversationId, w.holder?.id ?? null, w.danger])).toEqual([
    [danger, null, true],
    [first, 'leah', false],
    [second, null, false],
  ])
  expect(live?.waiting.map((w) => w.mayTake)).toEqual([true, false, true])
  const reads = value(await questionFor(bed.db, bed.as('ilse'), bed.clock.now(), { id })).live
  expect(reads?.waiting.map((w) => w.mayTake)).toEqual([false, false, false])
  const answer = await answersFor(bed, second, 'nadia', true)
  await sendAll(bed, answer)
  expect((await view(bed, id)).live).toMatchObject({ answered: 1, phase: 'during', minutes: 40, enough: true })

  bed.clock.set('2026-09-07T11:05:00Z')
  await moveByTime(bed)
  const over = await view(bed, id)
  expect(over).toMatchObject({ question: { stage: 'closed' }, live: { phase: 'over', minutes: 5, enough: false } })
  expect(over.notice.en).toContain('999')
  expect(over.notice.cy).toContain('999')
})

test('who reads some accounts alone is shown their answers only; over HTTP wrong shapes are refused', async () => {
  await using bed = await openDesk()
  const { id, post } = await opened(bed)
  await bed.says('On Westport', { about: post })
  await bed.says('On Eastby', { about: post, account: 'eastby', from: 'Other' })
  const tom = value(await questionFor(bed.db, bed.as('tom'), bed.clock.now(), { id }))
  expect(tom.answers.map((a) => a.text)).toEqual(['On Westport'])
  expect(tom).toMatchObject({ notShown: 1, may: { ask: false } })
  const app = makeServer(bed, askingRoutes, async () => ffion(bed))
  const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
  const send = (path: string, body: unknown) =>
    app.request(path, { method: 'POST', body: JSON.stringify(body), headers })
  expect((await send('/api/questions', { kind: 'guess', title: 'x' })).status).toBe(422)
  const made = await (await send('/api/questions', { kind: 'question', title: 'What next?' })).json()
  expect(await (await app.request(`/api/questions/${made.id}`)).json()).toMatchObject({
    question: { stage: 'planned' },
  })
  expect((await (await app.request('/api/questions')).json()).questions.map((q: { id: string }) => q.id)).toEqual([
    id,
    made.id,
  ])
  expect((await send(`/api/questions/${made.id}/move`, { move: 'open' })).status).toBe(409)
  const theme = await (await send(`/api/questions/${id}/themes`, { title: 'Lines' })).json()
  expect((await send(`/api/questions/themes/${theme.id}/answer`, { did: 'Done.' })).status).toBe(200)
})
