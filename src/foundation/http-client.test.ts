import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { AddressRefused, AnswerTooLarge, outsideFetch } from './http-client.ts'

const ask = outsideFetch(false)

test('plain HTTP is refused', async () => {
  await expect(ask('http://example.com/')).rejects.toThrow(AddressRefused)
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '169.254.169.254',
  '[::1]',
  '[fd00::1]',
  '[::ffff:127.0.0.1]',
  '0.0.0.0',
  'localhost',
])('private address %s is refused', async (host) => {
  await expect(ask(`https://${host}/`)).rejects.toThrow()
})

test('this machine only for tests, and no redirect is followed', async () => {
  const { createServer } = await import('node:http')
  const server = createServer((_, res) => res.writeHead(302, { location: 'http://10.0.0.1/' }).end())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const answer = await outsideFetch(true)(`http://127.0.0.1:${port}/`)
  expect(answer.status).toBe(302)
  await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toThrow(AddressRefused)
  server.close()
})

test('an answer is read up to 30 MB and no further, packed or not', async () => {
  const { createServer } = await import('node:http')
  const small = Buffer.alloc(1_000_000, 'x')
  const server = createServer((req, res) => {
    if (req.url === '/packed')
      return res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40_000_000)))
    if (req.url === '/small') return res.writeHead(201, { 'x-kept': 'yes' }).end(small)
    const pour = () => {
      while (!res.destroyed && res.write(small));
    }
    res.on('drain', pour)
    pour()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const said = (path: string) => outsideFetch(true)(`http://127.0.0.1:${port}${path}`)
  const whole = await said('/small')
  expect([whole.status, whole.headers.get('x-kept'), (await whole.text()).length]).toEqual([201, 'yes', 1_000_000])
  for (const path of ['/packed', '/endless']) await expect((await said(path)).text()).rejects.toThrow(AnswerTooLarge)
  server.closeAllConnections()
  server.close()
})
