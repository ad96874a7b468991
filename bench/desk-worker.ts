import { serve } from '@hono/node-server'
import { startJobs } from '../src/foundation/jobs.ts'
import { listen } from '../src/inbox/listening/listen.jobs.ts'
import { rooms } from '../src/rooms.ts'
import { serverOf } from './desk-scenario.ts'
import { openWorld } from './lives.ts'

/** One half of the product as a process of its own: `listen` hears, `web` serves the desk and runs the work by time. Ends when nobody holds its input any more. */
const part = process.argv[2]
const world = await openWorld(process.env)
const stop = part === 'listen' ? await hear() : await open()
process.stdin.resume().once('end', () => {
  void stop()
    .then(() => world.database.close())
    .then(() => process.exit(0))
})

async function hear(): Promise<() => Promise<void>> {
  const running = await listen(world)
  process.stdout.write('up\n')
  return () => running.stop()
}

async function open(): Promise<() => Promise<void>> {
  const jobs = startJobs(
    world,
    rooms.flatMap((room) => room.jobs),
  )
  const server = serve({ fetch: serverOf(world).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    process.stdout.write(`up ${port}\n`),
  )
  return async () => {
    server.close()
    await jobs.stop()
  }
}
