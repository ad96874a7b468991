/**
 * A real Bluesky server with its directory, in a process of its own: started by pds.testbed.ts with one argument, the options as
 * JSON; says where it listens in one line of JSON; ends with SIGTERM or when its parent goes away.
 */
import dns from 'node:dns'
import net from 'node:net'
import path from 'node:path'
import { Secp256k1Keypair } from '@atproto/crypto'
import { PDS } from '@atproto/pds'
import * as plc from '@did-plc/server'
import { z } from 'zod'

const options = z
  .object({ directory: z.string(), rateLimits: z.boolean(), adminPassword: z.string(), jwtSecret: z.string() })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

/** These servers listen on every interface and may look names up; neither may happen in a test. */
const stayOnLoopback = (): void => {
  const listen = net.Server.prototype.listen
  net.Server.prototype.listen = new Proxy(listen, {
    apply: (target, server, [first, ...rest]: unknown[]) =>
      Reflect.apply(
        target,
        server,
        typeof first === 'number' ? [{ port: first, host: '127.0.0.1' }, ...rest] : [first, ...rest],
      ),
  })
  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = new Proxy(connect, {
    apply: (target, socket, args: unknown[]) => {
      const host = hostIn(args)
      if (!['localhost', '127.0.0.1', '::1'].includes(host)) throw new Error(`a test may not leave loopback: ${host}`)
      return Reflect.apply(target, socket, args)
    },
  })
  for (const resolver of [dns.promises.Resolver.prototype, dns.promises])
    Object.assign(resolver, { resolveTxt: () => Promise.reject(new Error('a test may not look names up')) })
}

const hostIn = (args: unknown): string => {
  const first = Array.isArray(args) ? args.flat()[0] : args
  const target = z.object({ host: z.string().nullish(), path: z.string().nullish() }).safeParse(first).data
  return target?.host ?? 'localhost'
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })

stayOnLoopback()
const [plcPort, port] = [await freePort(), await freePort()]
const plcServer = plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort })
await plcServer.start()
const rotation = await Secp256k1Keypair.create({ exportable: true })
const pds = await PDS.fromEnv({
  devMode: true,
  port,
  hostname: 'localhost',
  dataDirectory: options.directory,
  blobstoreDiskLocation: path.join(options.directory, 'blobs'),
  recoveryDidKey: (await Secp256k1Keypair.create()).did(),
  adminPassword: options.adminPassword,
  jwtSecret: options.jwtSecret,
  serviceHandleDomains: ['.test'],
  didPlcUrl: `http://localhost:${plcPort}`,
  plcRotationKeyK256PrivateKeyHex: Buffer.from(await rotation.export()).toString('hex'),
  inviteRequired: false,
  disableSsrfProtection: true,
  enableDidDocWithSession: true,
  rateLimitsEnabled: options.rateLimits,
  bskyAppViewUrl: 'https://appview.invalid',
  bskyAppViewDid: 'did:example:invalid',
  modServiceUrl: 'https://moderator.invalid',
  modServiceDid: 'did:example:invalid',
})
await pds.start()
process.stdout.write(`${JSON.stringify({ url: `http://localhost:${port}`, plc: `http://localhost:${plcPort}` })}\n`)

const end = async (): Promise<void> => {
  await pds.destroy()
  await plcServer.destroy()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.stdin.on('end', () => void end()).resume()
