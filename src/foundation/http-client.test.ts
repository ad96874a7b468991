import { expect, test } from 'vitest'
import { AddressRefused, outsideFetch } from './http-client.ts'

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
