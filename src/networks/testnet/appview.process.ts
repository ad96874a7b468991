/**
 * A real Bluesky network: server, AppView, moderators' service and directory, in a process of its own; started by
 * appview.testbed.ts with the address of a PostgreSQL. Says where it listens in one line of JSON; for every line that it is sent it
 * waits until everything written has been indexed, and says so. Ends with SIGTERM or when its parent goes away.
 */
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { stayOnLoopback } from './loopback.process.ts'

const options = z.object({ postgres: z.string() }).parse(JSON.parse(process.argv[2] ?? '{}'))

stayOnLoopback()
// It only wants to be told of one; nothing of what we do asks it.
process.env.REDIS_HOST = '127.0.0.1:1'
const { TestNetwork } = await import('@atproto/dev-env')
const network = await TestNetwork.create({
  dbPostgresUrl: options.postgres,
  dbPostgresSchema: 'listening',
  pds: { hostname: 'localhost' },
})
process.stdout.write(`${JSON.stringify({ url: network.pds.url, plc: network.plc.url })}\n`)

const end = async (): Promise<void> => {
  await network.close().catch(() => {})
  process.exit(0)
}
createInterface({ input: process.stdin })
  .on('line', () => void network.processAll(20_000).then(() => process.stdout.write('{"settled":true}\n')))
  .on('close', () => void end())
process.on('SIGTERM', () => void end())
