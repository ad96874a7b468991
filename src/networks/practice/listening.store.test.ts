import { expect, test } from 'vitest'
import { openTestbed, type Testbed } from '../../testbed.ts'
import type { Heard, HeardMessage, Line } from '../network.ts'
import { openLine } from './practice.client.ts'
import { changeAsPublic, type MayPractise, replyAsPublic, sayAsPublic } from './practice.commands.ts'
import { insertRecord } from './practice.store.ts'

const may: MayPractise = () => true
const soon = (): AbortSignal => AbortSignal.timeout(20_000)

type Desk = Testbed & { line: Line; lineOf(account: string): Line }

async function openDesk(): Promise<Desk> {
  const bed = await openTestbed()
  for (const id of ['a1', 'a2'])
    await bed.db
      .insertInto('account')
      .values({
        force_id: bed.forceId,
        id,
        network: 'practice',
        handle: id,
        name: id,
        class: 'corporate',
        kind: 'single',
        status: 'live',
        purpose: 'x',
        signature_place: 'none',
        created_at: bed.clock.now(),
      })
      .execute()
  const lineOf = (account: string) =>
    openLine(
      { account: { forceId: bed.forceId, id: account, handle: account }, secret: {}, keep: async () => {} },
      { db: bed.db, now: () => bed.clock.now() },
    )
  return Object.assign(bed, { line: lineOf('a1'), lineOf })
}

const publish = async (bed: Desk, text: string, more: object = {}, line = bed.line): Promise<string> => {
  bed.clock.forward(1000)
  const piece = {
    text,
    languages: ['en'],
    pictures: [],
    createdAt: bed.clock.now().toISOString(),
    reply: null,
    ...more,
  }
  const made = await line.freeze(piece, soon())
  if (made.kind !== 'frozen') throw new Error(made.words)
  const sent = await line.send(made.frozen, `key ${text}`, soon())
  if (sent.kind !== 'done') throw new Error(sent.words)
  return sent.externalId
}

const idOf = (outcome: { ok: true; value: { id: string } } | { ok: false; refusal: { id: string } }): string => {
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  return outcome.value.id
}
const reply = async (bed: Desk, id: string, text: string, quote = false, name = 'Sam Shaw') => {
  bed.clock.forward(1000)
  return idOf(await replyAsPublic(bed, bed.actor, may, { id, name, text, quote }))
}
const say = async (bed: Desk, text: string, direct = false, accountId = 'a1', name = 'Jo Rees') => {
  bed.clock.forward(1000)
  return idOf(await sayAsPublic(bed, bed.actor, may, { accountId, name, text, direct }))
}
const heardBy = async (line: Line, cursor: string | null): Promise<Heard> => {
  const answer = await line.hear(cursor, soon())
  if (answer.kind !== 'heard') throw new Error(answer.words)
  return answer
}
const listen = async (line: Line, from: string | null) => {
  const kept = new Map<string, HeardMessage>()
  let cursor = from
  for (let more = true; more; ) {
    const answer = await heardBy(line, cursor)
    for (const message of answer.messages) kept.set(message.externalId, message)
    cursor = answer.cursor
    more = answer.more
  }
  return { kept, cursor }
}

test('hears replies, deep replies, mentions, quotes and private messages of its own account, each once', async () => {
  await using bed = await openDesk()
  const ours = await publish(bed, 'The A38 is closed.')
  const first = await reply(bed, ours, 'Since when?')
  const deep = await reply(bed, first, 'Since six.', false, 'Jo Rees')
  const quote = await reply(bed, ours, 'Look', true)
  const mention = await say(bed, '@a1 is it open?')
  const direct = await say(bed, 'May I tell you something?', true)
  await say(bed, 'Another account', false, 'a2')
  const { kept } = await listen(bed.line, null)
  expect([...kept.values()].map((m) => [m.externalId, m.kind, m.parent, m.root, m.thread])).toEqual([
    [first, 'reply', ours, ours, ours],
    [deep, 'reply', first, ours, ours],
    [quote, 'quote', ours, null, quote],
    [mention, 'mention', null, null, mention],
    [direct, 'direct', null, null, 'a1~public:jo rees'],
  ])
  expect(kept.get(first)).toMatchObject({ author: { name: 'Sam Shaw', handle: 'sam.shaw' }, text: 'Since when?' })
})

test('an answer goes below; a private answer stays private and is found by its key', async () => {
  await using bed = await openDesk()
  const mention = await say(bed, '@a1 is it open?')
  const direct = await say(bed, 'Quietly', true)
  const { kept } = await listen(bed.line, null)
  const heard = kept.get(mention)
  const answer = await publish(bed, 'It is.', {
    reply: { root: heard?.rootProof ?? heard?.proof, parent: heard?.proof },
  })
  const thanks = await reply(bed, answer, 'Thanks!')
  const privately = await publish(bed, 'x'.repeat(900), { direct: kept.get(direct)?.thread })
  const after = (await listen(bed.line, null)).kept
  expect([...after.keys()]).toEqual([mention, direct, thanks])
  expect(after.get(thanks)).toMatchObject({ parent: answer, root: mention, thread: mention })
  const row = await bed.db.selectFrom('practice_record').selectAll().where('id', '=', privately).executeTakeFirst()
  expect(row).toMatchObject({ kind: 'direct', conversation: 'a1~public:jo rees', to_account: null })
  await expect(publish(bed, 'Hello', { direct: 'nobody' })).rejects.toThrow('no such private conversation')
  await expect(publish(bed, 'x'.repeat(1001), { direct: 'nobody' })).rejects.toThrow('1 too long')
})

test('after an outage every page is read; a cursor used again brings the same; what is committed late is not lost', async () => {
  await using bed = await openDesk()
  await say(bed, 'Before')
  const { cursor } = await listen(bed.line, null)
  const at = bed.clock.now()
  for (let n = 0; n < 1203; n += 1)
    await insertRecord(bed.db, {
      force_id: bed.forceId,
      id: `${(at.getTime() + n * 60_000).toString().padStart(13, '0')}`.replace(/^/, 'zz'),
      account_id: null,
      key: null,
      name: `N ${n}`,
      text: `n ${n}`,
      kind: 'mention',
      to_account: 'a1',
      created_at: new Date(at.getTime() + n * 60_000),
      arrived_at: new Date(at.getTime() + n * 60_000),
    })
  const first = await heardBy(bed.line, cursor)
  expect([first.more, first.messages.length]).toEqual([true, 500])
  expect((await heardBy(bed.line, cursor)).messages).toEqual(first.messages)
  expect((await listen(bed.line, cursor)).kept.size).toBeGreaterThanOrEqual(1203)
})

test('what becomes visible late is heard by the overlap, and an idle account says nothing twice', async () => {
  await using bed = await openDesk()
  const late = await say(bed, 'Written first')
  await bed.db.updateTable('practice_record').set({ to_account: 'a2' }).where('id', '=', late).execute()
  const newer = await say(bed, 'Written second')
  const first = await listen(bed.line, null)
  expect([...first.kept.keys()]).toEqual([newer])
  await bed.db.updateTable('practice_record').set({ to_account: 'a1' }).where('id', '=', late).execute()
  const second = await listen(bed.line, first.cursor)
  expect([...second.kept.keys()]).toEqual([late, newer])
  bed.clock.forward(60_000)
  const third = await listen(bed.line, second.cursor)
  expect((await listen(bed.line, third.cursor)).kept.size).toBe(0)
  await say(bed, 'And on')
  expect((await listen(bed.line, third.cursor)).kept.size).toBe(1)
})

test('deleted and edited are seen; only the public may change the public’s words', async () => {
  await using bed = await openDesk()
  const ours = await publish(bed, 'Ours')
  const [stays, goes, changes] = [await say(bed, 'Stays'), await say(bed, 'Goes'), await say(bed, 'Changes')]
  const change = (id: string, text: string | null) => changeAsPublic(bed, bed.actor, may, { id, text })
  await change(goes, null)
  await change(changes, 'Changed')
  expect(await change(ours, 'No')).toMatchObject({ ok: false, refusal: { id: 'notPublic' } })
  expect(await change(goes, 'No')).toMatchObject({ ok: false, refusal: { id: 'notPublic' } })
  expect(await bed.line.recheck([stays, goes, changes, 'never'], soon())).toEqual({
    kind: 'seen',
    messages: {
      [stays]: { state: 'live', text: 'Stays', version: '1' },
      [goes]: { state: 'gone' },
      [changes]: { state: 'live', text: 'Changed', version: '2' },
      never: { state: 'gone' },
    },
  })
})

test('hide, mute, block and report twice are once, and can be taken back where they can', async () => {
  await using bed = await openDesk()
  const ours = await publish(bed, 'Ours')
  const bad = await reply(bed, ours, 'Rude words')
  const subject = { externalId: bad, authorExternalId: 'public:sam shaw', root: ours }
  for (const act of ['hide', 'report', 'mute', 'block'] as const)
    for (let n = 0; n < 2; n += 1)
      expect(await bed.line.moderate(act, subject, false, 'abuse', soon())).toMatchObject({ kind: 'done' })
  const acts = async () =>
    (await bed.db.selectFrom('practice_moderation').select('act').execute()).map((r) => r.act).sort()
  expect(await acts()).toEqual(['block', 'hide', 'mute', 'report'])
  expect((await listen(bed.line, null)).kept.size).toBe(0)
  const again = { id: ours, name: 'Sam Shaw', text: 'Again' }
  expect(await replyAsPublic(bed, bed.actor, may, again)).toMatchObject({ ok: false, refusal: { id: 'blocked' } })
  for (const act of ['hide', 'mute', 'block'] as const)
    for (let n = 0; n < 2; n += 1)
      expect(await bed.line.moderate(act, subject, true, '', soon())).toMatchObject({ kind: 'done' })
  expect(await acts()).toEqual(['report'])
  expect(await bed.line.moderate('report', subject, true, '', soon())).toMatchObject({ kind: 'refused' })
  expect(await bed.lineOf('a2').moderate('hide', subject, false, '', soon())).toMatchObject({ kind: 'refused' })
  expect((await listen(bed.line, null)).kept.size).toBe(1)
})

test('faults for hearing do not touch publishing, and the other way round', async () => {
  await using bed = await openDesk()
  await say(bed, 'Hello')
  const fault = (act: 'dropBefore' | 'tooMany' | 'keysEnded' | 'slow', meets: 'hear' | 'write', seconds = 90) =>
    bed.db
      .insertInto('practice_fault')
      .values({ force_id: bed.forceId, id: `${act}${meets}`, account_id: 'a1', act, meets, times: 1, seconds })
      .execute()
  await fault('dropBefore', 'write')
  expect((await bed.line.hear(null, soon())).kind).toBe('heard')
  await expect(publish(bed, 'Lost')).rejects.toThrow('did not say')
  await fault('dropBefore', 'hear')
  await publish(bed, 'Not lost')
  expect(await bed.line.hear(null, soon())).toMatchObject({ kind: 'unknown' })
  await fault('tooMany', 'hear')
  const until = new Date(bed.clock.now().getTime() + 90_000)
  expect(await bed.line.hear(null, soon())).toMatchObject({ kind: 'later', keyEnded: false, until })
  await fault('keysEnded', 'hear')
  expect(await bed.line.hear(null, soon())).toMatchObject({ kind: 'later', keyEnded: true })
  await fault('slow', 'hear', 3600)
  expect(await bed.line.hear(null, AbortSignal.timeout(100))).toMatchObject({ kind: 'unknown' })
  expect((await bed.line.hear(null, soon())).kind).toBe('heard')
})
