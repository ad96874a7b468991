import { expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import { makeServer } from '../../foundation/server.ts'
import { sayAsPublic } from '../../networks/practice/practice.commands.ts'
import { refused, value } from '../../posting/posting.testbed.ts'
import { openLines } from '../../register/custody/lines.client.ts'
import { changeLines } from '../duty/rota.commands.ts'
import { ordinaryLines } from '../duty/unmonitored.ts'
import { type DeskBed, openDesk } from '../inbox.testbed.ts'
import { listenerOf, listenOnce } from '../listening/listen.jobs.ts'
import { queueFor } from '../queue.queries.ts'
import { changeAims, changeDangerWords } from './settings.commands.ts'
import { deskSettings } from './settings.contract.ts'
import { settingsFor } from './settings.queries.ts'
import { settingsRoutes } from './settings.routes.ts'

const priya = (bed: DeskBed) => bed.as('priya')
const settings = async (bed: DeskBed) => deskSettings.output.parse(await settingsFor(bed.db, priya(bed)))
const of = async (bed: DeskBed, category: string) => (await settings(bed)).aims.find((a) => a.category === category)
const question = { category: 'question' as const, firstLook: 60, firstReply: 120, incidentRaised: null, always: false }

test('aims: our proposal until the force sets its own, one category at a time; the change is a fact and stays readable', async () => {
  await using bed = await openDesk()
  expect(await of(bed, 'question')).toEqual({
    ...question,
    proposal: { firstLook: 60, firstReply: 120, incidentRaised: null, always: false },
  })
  expect(await settings(bed)).toMatchObject({ limits: { crimeHours: 24, requestDays: 20 }, changes: [] })
  value(await changeAims(bed, priya(bed), { ...question, firstLook: 30, firstReply: null }))
  expect(await of(bed, 'question')).toMatchObject({ firstLook: 30, firstReply: null, proposal: { firstReply: 120 } })
  expect(await of(bed, 'complaint')).toMatchObject({ firstLook: 60, firstReply: 240 })
  // The same again changes nothing, and is not written down.
  value(await changeAims(bed, priya(bed), { ...question, firstLook: 30, firstReply: null }))
  const before = { firstLook: 60, firstReply: 120, incidentRaised: null, always: false }
  expect((await settings(bed)).changes).toMatchObject([
    { by: { id: 'priya' }, change: { what: 'aims', category: 'question', before, after: { firstReply: null } } },
  ])
  const facts = await bed.db.selectFrom('fact').select(['kind', 'actor']).where('kind', 'like', 'desk.%').execute()
  expect(facts).toEqual([{ kind: 'desk.aimsChanged', actor: 'priya' }])
  // Set back to the proposal nothing of our own is kept, so that it follows the proposal.
  value(await changeAims(bed, priya(bed), question))
  const { aims } = await bed.db.selectFrom('desk').select('aims').executeTakeFirstOrThrow()
  expect(aims).toEqual({ firstLook: {}, firstReply: {}, incidentRaised: {}, always: {} })
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('the queue stands by the new aims at once, and nobody has to read anything anew', async () => {
  await using bed = await openDesk()
  const old = await bed.says('Is the counter open on Sunday?', { ago: 50 })
  const thanks = await bed.says('Thank you all', { category: 'comment', ago: 55, from: 'Other' })
  const first = async () =>
    (await queueFor(bed.db, bed.as('danny'), bed.clock.now(), { show: 'all', most: 50 })).rows.map((r) => r.id)
  const due = async (id: string) => (await bed.conversation(id)).due_at?.toISOString()
  const before = await due(thanks)
  expect(await first()).toEqual([old, thanks])
  value(await changeAims(bed, priya(bed), { ...question, firstLook: 15, always: true }))
  expect(await due(old)).toBe('2026-09-07T08:25:00.000Z')
  expect(await due(thanks)).toBe(before)
  expect(await bed.conversation(old)).toMatchObject({ version: 1 })
})

test('the gravest three count day and night, whatever is asked', async () => {
  await using bed = await openDesk()
  const grave = {
    category: 'callForService' as const,
    firstLook: 10,
    firstReply: 20,
    incidentRaised: 20,
    always: false,
  }
  expect(value(await changeAims(bed, priya(bed), grave))).toMatchObject({ always: true, firstLook: 10 })
  expect(await of(bed, 'callForService')).toMatchObject({ always: true })
})

test('words of danger lift what is heard from then on, to the head of the queue; the chain holds how many and never which', async () => {
  await using bed = await openDesk()
  const listener = listenerOf(bed, openLines(bed).lineOf)
  const hears = async (name: string, text: string) => {
    value(await sayAsPublic(bed, bed.as('danny'), () => true, { accountId: 'westport', name, text, direct: false }))
    bed.clock.forward(60_000)
    await listenOnce(bed, listener)
    return bed.db.selectFrom('conversation').selectAll().where('author_name', '=', name).executeTakeFirstOrThrow()
  }
  const text = 'When does the cafe at Severn Lookout open on Sundays?'
  expect((await hears('Before', text)).rank).toBeGreaterThan(0)
  value(await changeDangerWords(bed, priya(bed), { en: ['Severn Lookout', 'severn lookout'], cy: ['Bont Fawr'] }))
  const lifted = await hears('After', text)
  expect(lifted.rank).toBe(0)
  expect(JSON.stringify(lifted.suggestion)).toContain('A word of danger that this force has set.')
  expect((await hears('Welsh', 'Pryd mae caffi Bont Fawr ar agor heddiw?')).rank).toBe(0)
  const again = await bed.db.selectFrom('conversation').select('rank').where('author_name', '=', 'Before').execute()
  expect(again[0]?.rank).toBeGreaterThan(0)
  value(await changeDangerWords(bed, priya(bed), { en: [], cy: ['Bont Fawr'] }))
  expect((await hears('Later', text)).rank).toBeGreaterThan(0)
  const now = await settings(bed)
  expect(now.dangerWords).toEqual({ en: [], cy: ['Bont Fawr'] })
  expect(now.changes.map((c) => c.change)).toEqual([
    { what: 'dangerWords', added: [], removed: ['severn lookout'] },
    { what: 'dangerWords', added: ['severn lookout', 'Bont Fawr'], removed: [] },
  ])
  const facts = JSON.stringify(
    await bed.db.selectFrom('fact').select(['kind', 'data']).where('kind', 'like', 'desk.%').execute(),
  )
  expect(facts).toContain('desk.dangerWordsChanged')
  expect(facts.toLowerCase()).not.toContain('severn')
})

test('who may not is refused, and words that would lift everything are', async () => {
  await using bed = await openDesk()
  for (const who of ['danny', 'nadia', 'ilse'] as const) {
    expect(refused(await changeAims(bed, bed.as(who), question)), who).toBe('mayNotChangeDesk')
    expect(refused(await changeDangerWords(bed, bed.as(who), { en: ['ledge'], cy: [] })), who).toBe('mayNotChangeDesk')
  }
  expect(await changeDangerWords(bed, priya(bed), { en: ['ledge', 'police'], cy: ['mae'] })).toMatchObject({
    ok: false,
    refusal: { id: 'saysNothing' },
    facts: { words: ['police', 'mae'] },
  })
  expect(await settings(bed)).toMatchObject({ mayChange: true, dangerWords: { en: [], cy: [] }, changes: [] })
  expect((await settingsFor(bed.db, bed.as('danny'))).mayChange).toBe(false)
  const app = makeServer(bed, settingsRoutes, async () => priya(bed))
  const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
  const send = (body: unknown) =>
    app.request('/api/desk/settings/aims', { method: 'POST', body: JSON.stringify(body), headers })
  expect((await send({ ...question, firstLook: null })).status).toBe(422)
  expect((await send({ ...question, firstReply: 50_000 })).status).toBe(422)
  expect((await send({ ...question, firstReply: 90 })).status).toBe(200)
})

test('who switches the automatic line on answers for it, whoever sets aims afterwards; its earlier words stay readable', async () => {
  await using bed = await openDesk()
  value(await changeLines(bed, priya(bed), { ...ordinaryLines, enabled: true }))
  const other = { ...ordinaryLines.words, en: `${ordinaryLines.words.en} We are sorry.` }
  value(await changeLines(bed, priya(bed), { enabled: true, words: other }))
  value(await changeAims(bed, bed.as('carol'), { ...question, firstLook: 45 }))
  expect((await settings(bed)).changes.map((c) => c.change)).toMatchObject([
    { what: 'aims' },
    { what: 'lines', enabled: true, before: ordinaryLines.words },
    { what: 'lines', enabled: true, before: null },
  ])
  const row = await bed.db.selectFrom('desk').select('changed_by').executeTakeFirstOrThrow()
  expect(row.changed_by).toBe('priya')
})
