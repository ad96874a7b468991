import { expect, it } from 'vitest'
import type { Heard, Line } from '../network.ts'
import { testKeys } from '../testnet/custody.testbed.ts'
import { openLine } from './bluesky.client.ts'

/** The service for private messages cannot run here: this one answers as the lexicons of chat.bsky.convo say. */
type Message = { id: string; rev: string; text: string; sender: { did: string }; sentAt: string; $type: string }
type Convo = {
  id: string
  members: { did: string; handle: string }[]
  messages: Message[]
  status: string
  kind?: object
}

const us = 'did:plc:desk'
const now = new Date('2026-11-21T09:00:00Z')
const soon = (): AbortSignal => AbortSignal.timeout(5000)
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const playChat = () => {
  const convos: Convo[] = []
  const played = { covers: true, fails: '', lose: false, calls: [] as string[], seq: 0 }
  const revOf = (n: number) => `3m${String(n).padStart(11, '0')}`
  const say = (convo: Convo, did: string, text: string, sentAt = now.toISOString()): Message => {
    played.seq += 1
    const id = `m${played.seq}`
    const message = {
      $type: 'chat.bsky.convo.defs#messageView',
      id,
      rev: revOf(played.seq),
      text,
      sender: { did },
      sentAt,
    }
    convo.messages.push(message)
    return message
  }
  const open = (id: string, did: string, more: Partial<Convo> = {}): Convo => {
    const members = [
      { did: us, handle: 'desk.test' },
      { did, handle: `${id}.test` },
    ]
    const convo = { id, members, messages: [], status: 'accepted', ...more }
    convos.push(convo)
    return convo
  }
  const newest = (convo: Convo) => convo.messages.at(-1)?.rev ?? ''
  const page = <T>(all: readonly T[], url: URL) => {
    const [from, limit] = [Number(url.searchParams.get('cursor') ?? 0), Number(url.searchParams.get('limit') ?? 50)]
    const cursor = from + limit < all.length ? { cursor: String(from + limit) } : {}
    return { some: all.slice(from, from + limit), cursor }
  }
  const answer = (url: URL, init: RequestInit): Response => {
    const method = url.pathname.split('/').at(-1) ?? ''
    if (method.startsWith('com.atproto.server'))
      return json(200, { did: us, handle: 'desk.test', accessJwt: 'access', refreshJwt: 'refresh' })
    played.calls.push(method)
    if (method.endsWith('listNotifications')) return json(200, { notifications: [] })
    if (method.endsWith('getAuthorFeed')) return json(200, { feed: [] })
    if (!method.startsWith('chat.bsky')) return json(501, { error: 'MethodNotImplemented' })
    if (new Headers(init.headers).get('atproto-proxy') !== 'did:web:api.bsky.chat#bsky_chat') return json(404, {})
    if (!played.covers) return json(400, { error: 'InvalidToken', message: 'Bad token method' })
    if (method === played.fails) return json(502, { error: 'UpstreamFailure' })
    const { convoId, message } = JSON.parse(String(init.body ?? '{}'))
    const convo = convos.find(({ id }) => id === (convoId ?? url.searchParams.get('convoId')))
    if (method.endsWith('listConvos')) {
      const status = url.searchParams.get('status')
      const listed = convos.filter((one) => status === null || one.status === status)
      const { some, cursor } = page(
        listed.sort((a, b) => (newest(a) < newest(b) ? 1 : -1)),
        url,
      )
      return json(200, {
        ...cursor,
        convos: some.map((one) => ({ ...one, rev: newest(one), muted: false, unreadCount: 0 })),
      })
    }
    if (!convo) return json(400, { error: 'InvalidConvo' })
    if (method.endsWith('acceptConvo')) convo.status = 'accepted'
    if (method.endsWith('acceptConvo')) return json(200, {})
    if (method.endsWith('sendMessage')) {
      const sent = say(convo, us, message.text)
      if (played.lose) throw new TypeError('connection lost')
      return json(200, sent)
    }
    const { some, cursor } = page([...convo.messages].reverse(), url)
    return json(200, { ...cursor, messages: some })
  }
  const fetch: typeof globalThis.fetch = async (input, init) => answer(new URL(String(input)), init ?? {})
  const keys = testKeys('desk.test', {
    service: 'https://pds.example.com',
    handle: 'desk.test',
    appPassword: 'abcd-efgh',
  })
  const line = openLine(keys.custody(), { fetch, now: () => now, allowLoopback: false })
  return { played, open, say, line, keys }
}

const heardBy = async (line: Line, cursor: string | null): Promise<Heard> => {
  const answer = await line.hear(cursor, soon())
  if (answer.kind !== 'heard') throw new Error(answer.words)
  return answer
}
const piece = (text: string, direct: string) =>
  ({ text, languages: [], pictures: [], createdAt: now.toISOString(), reply: null, direct }) as const

it('hears private messages, also from somebody new, and then only what is new', async () => {
  const { open, say, line } = playChat()
  const known = open('c1', 'did:plc:sam')
  const asked = open('c2', 'did:plc:jo', { status: 'request' })
  const group = open('c3', 'did:plc:jo', { kind: { $type: 'chat.bsky.convo.defs#groupConvo' } })
  const first = say(known, 'did:plc:sam', 'Quietly', '2026-11-21T08:00:00.000Z')
  say(known, us, 'Yes?')
  say(asked, 'did:plc:jo', 'Help me', '2026-11-21T08:30:00.000Z')
  say(group, 'did:plc:jo', 'Not for us')
  say(known, 'did:plc:sam', 'Long ago', '2026-01-01T08:00:00.000Z')
  const heard = await heardBy(line, null)
  expect(heard.missing).toBeNull()
  expect(heard.messages.map((m) => [m.text, m.kind, m.thread, m.author.handle])).toEqual([
    ['Quietly', 'direct', 'c1', 'c1.test'],
    ['Help me', 'direct', 'c2', 'c2.test'],
  ])
  expect(heard.messages[0]).toMatchObject({ externalId: `chat/c1/${first.id}`, saidAt: '2026-11-21T08:00:00.000Z' })
  expect((await heardBy(line, heard.cursor)).messages).toEqual([])
  for (let n = 0; n < 250; n += 1) say(known, 'did:plc:sam', `n ${n}`)
  const after = await heardBy(line, heard.cursor)
  expect(new Set(after.messages.map((m) => m.text)).size).toBeGreaterThanOrEqual(250)
})

it('without the permission it says so, hears the rest, keeps its keys and does not ask again at once', async () => {
  const { played, line, keys } = playChat()
  played.covers = false
  const heard = await heardBy(line, null)
  expect(heard.missing).toContain('does not cover')
  const kept = keys.kept
  const before = played.calls.length
  expect((await heardBy(line, heard.cursor)).missing).toContain('does not cover')
  expect(played.calls.slice(before).filter((call) => call.startsWith('chat.'))).toEqual([])
  expect(keys.kept).toBe(kept)
  const made = await line.freeze(piece('Hello', 'c1'), soon())
  expect(made.kind === 'frozen' && (await line.send(made.frozen, 'k', soon()))).toMatchObject({ kind: 'refused' })
})

it('a service that does not answer loses nothing', async () => {
  const { played, open, say, line } = playChat()
  const convo = open('c1', 'did:plc:sam')
  say(convo, 'did:plc:sam', 'Hello')
  played.fails = 'chat.bsky.convo.getMessages'
  const first = await heardBy(line, null)
  expect([first.messages, first.missing]).toEqual([[], expect.stringContaining('did not answer')])
  played.fails = ''
  expect((await heardBy(line, first.cursor)).messages.map((m) => m.text)).toEqual(['Hello'])
})

it('answers in private; a lost answer is found by looking, and what is not there is no proof', async () => {
  const { played, open, say, line } = playChat()
  const convo = open('c1', 'did:plc:sam', { status: 'request' })
  say(convo, 'did:plc:sam', 'Hello')
  const made = await line.freeze(piece('You can ring 101.', 'c1'), soon())
  if (made.kind !== 'frozen') throw new Error(made.words)
  expect(await line.look(made.frozen, 'k', soon())).toEqual({ kind: 'absent', isProof: false })
  played.lose = true
  expect((await line.send(made.frozen, 'k', soon())).kind).toBe('unknown')
  const look = await line.look(made.frozen, 'k', soon())
  expect(look).toMatchObject({ kind: 'found', proof: { convoId: 'c1' } })
  expect(convo.status).toBe('accepted')
  expect(await line.remove(look.kind === 'found' ? look.externalId : '', soon())).toMatchObject({ kind: 'refused' })
  const none = await line.freeze(piece('Hello', 'nobody'), soon())
  expect(none.kind === 'frozen' && (await line.send(none.frozen, 'k', soon())).kind).toBe('refused')
  for (const wrong of ['', 'x'.repeat(1001)])
    expect((await line.freeze(piece(wrong, 'c1'), soon())).kind).toBe('refused')
  expect((await line.freeze(piece('x'.repeat(1000), 'c1'), soon())).kind).toBe('frozen')
})

it('knows which private messages were deleted', async () => {
  const { open, say, line } = playChat()
  const convo = open('c1', 'did:plc:sam')
  const [stays, goes] = [say(convo, 'did:plc:sam', 'Stays'), say(convo, 'did:plc:sam', 'Goes')]
  goes.$type = 'chat.bsky.convo.defs#deletedMessageView'
  const ids = [stays, goes].map(({ id }) => `chat/c1/${id}`)
  expect(await line.recheck([...ids, 'chat/c1/never', 'chat/none/x'], soon())).toEqual({
    kind: 'seen',
    messages: {
      [ids[0] ?? '']: { state: 'live', text: 'Stays', version: stays.id },
      [ids[1] ?? '']: { state: 'gone' },
    },
  })
})
