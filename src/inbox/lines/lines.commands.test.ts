import { expect, test } from 'vitest'
import type { Outcome } from '../../foundation/outcome.ts'
import { makeServer } from '../../foundation/server.ts'
import { inboxRefusals } from '../inbox.refusals.ts'
import { openModerationBed } from '../moderation/moderation.testbed.ts'
import { addLine, beginLines, changeLine, endLine, type LineGiven } from './lines.commands.ts'
import { allLines, conversationLines, historyOf } from './lines.queries.ts'
import { lineRefusals as no } from './lines.refusals.ts'
import { linesRoutes } from './lines.routes.ts'

const refused = (outcome: Outcome<unknown>) => (outcome.ok ? 'nothing' : outcome.refusal.id)
const day = 86_400_000

async function openBed() {
  const bed = await openModerationBed()
  const office = {
    force_id: bed.forceId,
    id: 'office',
    title: 'Head of communications',
    holder_id: 'jan',
    since: bed.clock.now(),
  }
  await bed.db.insertInto('office').values(office).execute()
  const given: LineGiven = {
    title: 'Road closed',
    words: { en: 'The road is closed, quote {reference}.', cy: 'Mae’r ffordd ar gau, nodwch {reference}.' },
    source: 'Control room',
    topics: 'road closed ffordd',
    ownerOfficeId: 'office',
    ifAsked: false,
    expiresAt: new Date(bed.clock.now().getTime() + 5 * day),
  }
  return Object.assign(bed, { given })
}

test('a line is added, changed with what it said before kept, renewed and ended; its owner hears of its end', async () => {
  await using bed = await openBed()
  const made = await addLine(bed, bed.head, bed.given)
  if (!made.ok) throw new Error(made.refusal.id)
  const { id } = made.value
  const read = (which: 'inForce' | 'all' = 'inForce', by = bed.head) => allLines(bed.db, by, bed.clock.now(), which)
  expect(await read()).toMatchObject({
    yours: [id],
    mayChange: true,
    lines: [{ state: 'expiring', gaps: ['reference'], changes: 0 }],
  })
  expect(await read('all', bed.danny)).toMatchObject({ yours: [], mayChange: false })
  bed.clock.forward(6 * day)
  expect(await read()).toMatchObject({ yours: [id], lines: [{ state: 'expired' }] })
  const expiresAt = new Date(bed.clock.now().getTime() + 60 * day)
  expect(await changeLine(bed, bed.head, id, { ...bed.given, title: 'Road still closed', expiresAt })).toMatchObject({
    ok: true,
  })
  expect(await read()).toMatchObject({ yours: [], lines: [{ title: 'Road still closed', state: 'ready', changes: 1 }] })
  expect(await historyOf(bed.db, bed.danny, id)).toMatchObject({
    ok: true,
    value: { versions: [{ n: 1, title: 'Road closed', by: { name: 'Jan Head' } }] },
  })
  expect(await endLine(bed, bed.head, id)).toMatchObject({ ok: true })
  expect((await read()).lines).toEqual([])
  expect((await read('all')).lines).toMatchObject([{ state: 'ended' }])
  const facts = await bed.db.selectFrom('fact').select('kind').where('kind', 'like', 'line.%').orderBy('seq').execute()
  expect(facts.map((f) => f.kind)).toEqual(['line.added', 'line.changed', 'line.ended'])
})

test('every refusal', async () => {
  await using bed = await openBed()
  const made = await addLine(bed, bed.head, bed.given)
  const id = made.ok ? made.value.id : ''
  const add = async (change: Partial<LineGiven>, by = bed.head) =>
    refused(await addLine(bed, by, { ...bed.given, ...change }))
  const changed = async (change: Partial<LineGiven>, which = id, by = bed.head) =>
    refused(await changeLine(bed, by, which, { ...bed.given, ...change }))
  const past = { expiresAt: bed.clock.now() }
  const gaps = { words: { en: 'One {gap}.', cy: 'Dim.' } }
  for (const tried of [add, changed]) {
    expect(await tried({ ownerOfficeId: 'none' })).toBe(no.noOffice.id)
    expect(await tried(past)).toBe(no.endsInPast.id)
    expect(await tried(gaps)).toBe(no.wrongGaps.id)
  }
  expect(await add({}, bed.danny)).toBe(no.mayNotChangeLines.id)
  expect(await changed({}, id, bed.danny)).toBe(no.mayNotChangeLines.id)
  expect(await changed({}, 'none')).toBe(no.noLine.id)
  expect(refused(await endLine(bed, bed.danny, id))).toBe(no.mayNotChangeLines.id)
  expect(refused(await endLine(bed, bed.head, 'none'))).toBe(no.noLine.id)
  expect(refused(await historyOf(bed.db, bed.head, 'none'))).toBe(no.noLine.id)
  expect(refused(await beginLines(bed, bed.danny, 'office'))).toBe(no.mayNotChangeLines.id)
  expect(refused(await beginLines(bed, bed.head, 'none'))).toBe(no.noOffice.id)
  expect(refused(await beginLines(bed, bed.head, 'office'))).toBe(no.linesThere.id)
  expect(refused(await endLine(bed, bed.head, id))).toBe('nothing')
  expect(refused(await endLine(bed, bed.head, id))).toBe(no.lineEnded.id)
  expect(await changed({})).toBe(no.lineEnded.id)
})

test('a conversation is offered what fits it, in its language, to those who may answer it', async () => {
  await using bed = await openBed()
  await bed.db.deleteFrom('reply_line').execute()
  expect(await beginLines(bed, bed.head, 'office')).toMatchObject({ ok: true, value: { added: 8 } })
  const { conversation } = await bed.conversation({ language: 'cy' })
  await bed.db.updateTable('message').set({ text: 'Mae perygl yma nawr, brys!' }).execute()
  const ask = (by = bed.danny, language?: 'en') =>
    conversationLines(bed.db, by, bed.clock.now(), { conversation, language })
  const welsh = await ask()
  expect(welsh.ok && welsh.value.language).toBe('cy')
  expect(welsh.ok && welsh.value.lines[0]).toMatchObject({ title: 'Emergency: call 999', fits: true })
  const offered = await ask(bed.danny, 'en')
  expect(offered.ok && offered.value.lines).toHaveLength(8)
  expect(refused(await ask(bed.reviewer))).toBe(no.mayNotUseLines.id)
  const nowhere = await conversationLines(bed.db, bed.danny, bed.clock.now(), { conversation: 'none' })
  expect(refused(nowhere)).toBe(inboxRefusals.noConversation.id)
  await bed.db.updateTable('reply_line').set({ expires_at: bed.clock.now() }).execute()
  expect(await ask()).toMatchObject({ ok: true, value: { lines: [] } })
  const app = makeServer(bed, linesRoutes, async () => bed.head)
  const response = await app.request(`/api/lines/for?conversation=${conversation}`)
  expect(response.status).toBe(200)
  expect(await (await app.request('/api/lines')).json()).toMatchObject({ mayChange: true })
  const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
  const { ownerOfficeId, title, words, source } = bed.given
  const body = JSON.stringify({ ownerOfficeId, title, words, source, expiresAt: '2026-12-01T00:00:00.000Z' })
  const added = await app.request('/api/lines', { method: 'POST', headers, body })
  expect(added.status).toBe(200)
  const { id } = await added.json()
  expect((await app.request(`/api/lines/${id}/change`, { method: 'POST', headers, body })).status).toBe(200)
  expect((await app.request(`/api/lines/${id}/history`)).status).toBe(200)
  expect((await app.request(`/api/lines/${id}/end`, { method: 'POST', headers, body: '{}' })).status).toBe(200)
})
