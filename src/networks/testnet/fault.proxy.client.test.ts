import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { scripted, seeded, startFaultProxy, tooManyRequests } from './fault.proxy.ts'
import { loopbackFetch } from './loopback.guard.ts'

/** A server that counts what reaches it. */
const counting = async () => {
  let count = 0
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      count += 1
      response.setHeader('content-type', 'application/json').end('{"ok":true,"padding":"0123456789"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  return {
    url,
    count: () => count,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

it('does to each request what the plan says, and only on the chosen paths', async () => {
  await using target = await counting()
  await using proxy = await startFaultProxy(target.url, ['/write'])
  const write = async (): Promise<string> => {
    try {
      const response = await proxy.fetch(`${target.url}/write`, { method: 'POST', body: '{}' })
      return `${response.status} ${(await response.text()).slice(0, 5)}`
    } catch {
      return 'broken'
    }
  }
  const written = async (): Promise<[string, number]> => [await write(), target.count()]
  proxy.use(
    scripted(
      { kind: 'dropBefore' },
      { kind: 'dropAfter' },
      { kind: 'cutAfter' },
      { kind: 'errorAfter', status: 500 },
      { kind: 'garbageAfter' },
      tooManyRequests(7),
    ),
  )
  expect(await written()).toEqual(['broken', 0])
  expect(await written()).toEqual(['broken', 1])
  expect(await written()).toEqual(['broken', 2])
  expect(await written()).toEqual(['500 upstr', 3])
  expect(await written()).toEqual(['200 <html', 4])
  expect(await written()).toEqual(['429 {"err', 4])
  expect(await written()).toEqual(['200 {"ok"', 5])
  proxy.use(() => ({ kind: 'dropBefore' }))
  expect((await proxy.fetch(`${target.url}/read`)).status).toBe(200)
  expect(proxy.seen).toEqual([])
})

it('throws the same dice for the same seed, about as often as asked', () => {
  const faults = [{ kind: 'dropBefore' }, { kind: 'dropAfter' }] as const
  const kinds = (seed: number): string[] =>
    Array.from({ length: 4000 }, (_, number) => seeded(seed, 0.3, faults)(number, '/').kind)
  expect(kinds(7)).toEqual(kinds(7))
  expect(kinds(7)).not.toEqual(kinds(8))
  const share = (kind: string): number => kinds(7).filter((one) => one === kind).length / 4000
  expect(share('pass')).toBeCloseTo(0.7, 1)
  expect(share('dropBefore')).toBeCloseTo(0.15, 1)
  expect(share('dropAfter')).toBeCloseTo(0.15, 1)
})

it('lets no test leave loopback', async () => {
  await expect(loopbackFetch('https://bsky.social/xrpc/_health')).rejects.toThrow('may not leave loopback')
})
