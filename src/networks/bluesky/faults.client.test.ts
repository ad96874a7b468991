import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Fault, scripted, seeded, tooManyRequests } from '../testnet/fault.proxy.ts'
import { type DeskServer, frozenFrom, now, pictureOf, pieceOf, soon, startDeskServer } from './desk.testbed.ts'

let server: DeskServer

beforeAll(async () => {
  server = await startDeskServer()
})
afterAll(() => server.end())

describe('a fault on the way', () => {
  const cases: readonly (readonly [Fault, string, number])[] = [
    [{ kind: 'dropBefore' }, 'unknown', 0],
    [{ kind: 'dropAfter' }, 'unknown', 1],
    [{ kind: 'cutAfter' }, 'unknown', 1],
    [{ kind: 'errorAfter', status: 500 }, 'unknown', 1],
    [{ kind: 'errorAfter', status: 503 }, 'unknown', 1],
    [{ kind: 'errorAfter', status: 408 }, 'unknown', 1],
    [{ kind: 'errorAfter', status: 400 }, 'unknown', 1],
    [{ kind: 'garbageAfter' }, 'unknown', 1],
    [{ kind: 'delay', milliseconds: 200 }, 'done', 1],
    [tooManyRequests(90), 'later', 0],
    [{ kind: 'answer', status: 307, headers: { location: 'https://elsewhere.example/' }, body: '' }, 'unknown', 0],
    [{ kind: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }, 'unknown', 0],
  ]

  it.each(cases)('%j ends as %s with %d post, and one more attempt makes it one', async (fault, kind, posts) => {
    const { account, line, key } = await server.desk()
    const frozen = await frozenFrom(line, pieceOf('Exactly once'))
    server.proxy.use(scripted(fault))
    const ending = await line.send(frozen, key(), soon())
    expect(ending.kind).toBe(kind)
    expect(server.proxy.seen.length).toBe(1)
    expect((await server.pds.posts(account.did)).length).toBe(posts)
    expect((await line.look(frozen, key(), soon())).kind).toBe(posts === 1 ? 'found' : 'absent')
    expect((await line.send(frozen, key(), soon())).kind).toBe('done')
    expect((await server.pds.posts(account.did)).length).toBe(1)
  })

  it('gives up at the signal and says that it does not know', async () => {
    const { account, line, key } = await server.desk()
    const frozen = await frozenFrom(line, pieceOf('Silence'))
    await line.whoAmI(soon())
    server.proxy.use(scripted({ kind: 'silenceAfter' }))
    expect((await line.send(frozen, key(), AbortSignal.timeout(300))).kind).toBe('unknown')
    expect((await server.pds.posts(account.did)).length).toBe(1)
    expect((await line.send(frozen, key(), AbortSignal.abort())).kind).toBe('later')
  })

  it('waits as long as the server asks', async () => {
    const { line, key } = await server.desk()
    const frozen = await frozenFrom(line, pieceOf('Patience'))
    server.proxy.use(
      scripted(tooManyRequests(90), {
        ...tooManyRequests(0),
        headers: { 'ratelimit-reset': String(now.getTime() / 1000 + 240) },
      } as Fault),
    )
    const until = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
    expect(await line.send(frozen, key(), soon())).toMatchObject({ kind: 'later', keyEnded: false, until: until(90) })
    expect(await line.send(frozen, key(), soon())).toMatchObject({ kind: 'later', keyEnded: false, until: until(240) })
  })

  it.each(['uploadBlob', 'resolveHandle'])('before publishing (%s) only puts the post off', async (path) => {
    const { account, line } = await server.desk()
    const piece = pieceOf(`Ask @${account.handle}`, { pictures: [await pictureOf(8, 8, 'A dot')] })
    server.proxy.use((_, asked) => (asked.includes(path) ? { kind: 'dropAfter' } : { kind: 'pass' }))
    expect(await line.freeze(piece, soon())).toMatchObject({
      kind: 'later',
      keyEnded: false,
      until: null,
    })
    server.proxy.use(scripted())
    expect((await line.freeze(piece, soon())).kind).toBe('frozen')
  })

  it('as another server’s conflict is settled by looking', async () => {
    const { line, key } = await server.desk()
    const frozen = await frozenFrom(line, pieceOf('Settled'))
    const body = '{"error":"InvalidSwap","message":"Record was at bafy"}'
    const conflict: Fault = { kind: 'answer', status: 400, headers: { 'content-type': 'application/json' }, body }
    server.proxy.use(scripted(conflict))
    expect((await line.send(frozen, key(), soon())).kind).toBe('unknown')
    expect((await line.send(frozen, key(), soon())).kind).toBe('done')
    server.proxy.use(scripted(conflict))
    expect(await line.send(frozen, key(), soon())).toMatchObject({ kind: 'done', proof: { cid: expect.any(String) } })
  })

  it('leaves a removal in doubt until somebody looks', async () => {
    const { line, key } = await server.desk()
    const frozen = await frozenFrom(line, pieceOf('To be removed'))
    const sent = await line.send(frozen, key(), soon())
    server.proxy.use(scripted({ kind: 'dropAfter' }))
    expect((await line.remove(sent.kind === 'done' ? sent.externalId : '', soon())).kind).toBe('unknown')
    expect((await line.look(frozen, key(), soon())).kind).toBe('absent')
  })
})

it('over 200 pieces with dice that break every second call leaves each piece there exactly once', async () => {
  const { account, line, key } = await server.desk()
  const faults: readonly Fault[] = [
    { kind: 'dropBefore' },
    { kind: 'dropAfter' },
    { kind: 'cutAfter' },
    { kind: 'errorAfter', status: 502 },
    { kind: 'garbageAfter' },
    tooManyRequests(1),
  ]
  server.proxy.use(seeded(20261121, 0.5, faults))
  const wrong: string[] = []
  for (let piece = 0; piece < 200; piece += 1) {
    const frozen = await frozenFrom(line, pieceOf(`Piece ${piece}`))
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const { kind } = await line.send(frozen, key(piece), soon())
      const look = await line.look(frozen, key(piece), soon())
      if (kind === 'done' && look.kind !== 'found') wrong.push(`${piece} done but ${look.kind}`)
      if ((kind === 'later' || kind === 'refused') && attempt === 0 && look.kind !== 'absent')
        wrong.push(`${piece} ${kind} but ${look.kind}`)
      if (kind === 'done') break
    }
  }
  expect(wrong).toEqual([])
  const broken = server.proxy.seen.filter(({ fault }) => fault !== 'pass').length
  expect(broken).toBeGreaterThan(150)
  const texts = (await server.pds.posts(account.did)).map(({ value }) => JSON.stringify(value))
  expect(texts.length).toBe(200)
  expect(new Set(texts).size).toBe(200)
})
