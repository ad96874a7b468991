/**
 * A real Bluesky server with its directory, in a process of its own: started by pds.testbed.ts with one argument, the options as
 * JSON; says where it listens in one line of JSON; ends with SIGTERM or when its parent goes away.
 */
import net from 'node:net'
import path from 'node:path'
import { Secp256k1Keypair } from '@atproto/crypto'
import { PDS } from '@atproto/pds'
import * as plc from '@did-plc/server'
import { z } from 'zod'
import { stayOnLoopback } from './loopback.process.ts'

const options = z
  .object({ directory: z.string(), rateLimits: z.boolean(), adminPassword: z.string(), jwtSecret: z.string() })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

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
