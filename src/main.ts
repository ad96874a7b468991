import { serve } from '@hono/node-server'
import { playDemo } from './demo/demo.commands.ts'
import { followers } from './demo/followers.commands.ts'
import { between } from './demo/neighbours/neighbours.commands.ts'
import { agreements } from './demo/training.commands.ts'
import { year } from './demo/year/year.commands.ts'
import { beatOf } from './foundation/beat.jobs.ts'
import { BadSetting, type Config, readConfig } from './foundation/config.ts'
import { FolderTaken } from './foundation/folder-lock.ts'
import { startJobs } from './foundation/jobs.ts'
import { mountLive } from './foundation/live-events.ts'
import { openWorld } from './foundation/open.ts'
import { mountPages } from './foundation/pages.ts'
import { addressOfCaller, makeServer } from './foundation/server.ts'
import type { World } from './foundation/world.ts'
import { firstRunCode } from './people/first-run.commands.ts'
import { openSignIn } from './people/sign-in.client.ts'
import { rooms } from './rooms.ts'

type Part = 'web' | 'worker'

/** ms that an idle connection is kept: longer than a proxy in front keeps it, or what it sends next is cut off without an answer. */
const keepAliveTimeout = 75_000

/** Opens everything, in order, and returns the way to close it in reverse. `parts` says which halves this process is. */
export async function start(
  config: Config,
  parts: readonly Part[],
  say: (line: string) => void,
): Promise<{ world: World; address: string | null; stop(): Promise<void> }> {
  const world = await openWorld(config)
  if (config.demo && parts.includes('web')) await playDemo(world, say, [followers, year, agreements, between])
  const stops: (() => Promise<void>)[] = [() => world.database.close()]
  const beat = beatOf(world, parts)
  await beat.run(world) // before the watchdog asks who is at work
  // The door opens first and closes first: nobody stands before it while what is due is worked on.
  const closing: typeof stops = []
  const address = parts.includes('web') ? await openDoor(world, closing) : null
  const jobs = startJobs(world, [beat, ...rooms.flatMap((r) => r.jobs)])
  stops.push(() => jobs.stop())
  if (parts.includes('worker')) {
    for (const work of rooms.flatMap((r) => r.works ?? [])) {
      const running = await work(world)
      stops.push(() => running.stop())
    }
  }
  stops.push(...closing)
  return {
    world,
    address,
    async stop() {
      for (const end of stops.reverse()) await end()
    },
  }
}

/** Opens the HTTP server; answers `/healthz` (this process lives) and `/readyz` (it can reach its store). */
async function openDoor(world: World, stops: (() => Promise<void>)[]): Promise<string> {
  const signIn = openSignIn(world)
  const routes = rooms.flatMap((r) => r.routes)
  let live: Promise<() => Promise<void>> | null = null
  const app = makeServer(world, routes, signIn.identify, (hono) => {
    hono.get('/healthz', (c) => c.text('ok'))
    hono.get('/readyz', async (c) =>
      (await isReady(world)) ? c.text('ready') : c.text('The store does not answer.', 503),
    )
    hono.on(['GET', 'POST'], '/api/auth/*', (c) => signIn.handler(c.req.raw, addressOfCaller(c)))
    live = mountLive(hono, world, signIn.identify)
  })
  const deaf = await (live ?? Promise.resolve(async () => {}))
  mountPages(app)
  const { config } = world
  const server = await new Promise<ReturnType<typeof serve>>((done) => {
    const { port, host: hostname } = config
    const opened = serve({ fetch: app.fetch, port, hostname, serverOptions: { keepAliveTimeout } }, () => done(opened))
  })
  stops.push(
    deaf,
    () =>
      new Promise((closed) => {
        server.close(() => closed())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  )
  const at = server.address()
  const port = at && typeof at === 'object' ? at.port : config.port
  return config.publicUrl ?? `http://${config.host}:${port}`
}

const isReady = (world: World) =>
  world.db
    .selectFrom('force')
    .select('id')
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    )

async function run(parts: readonly Part[]): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  try {
    const running = await start(readConfig(), parts, say)
    if (running.address) {
      say(`\nFront Counter is open at ${running.address}`)
      for (const line of await howToSignIn(running.world)) say(line)
    } else say('A worker is at work.')
    const end = () => void running.stop().then(() => process.exit(0))
    process.once('SIGTERM', end)
    process.once('SIGINT', end)
  } catch (error) {
    if (!(error instanceof BadSetting || error instanceof FolderTaken)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}

async function howToSignIn(world: World): Promise<string[]> {
  const code = await firstRunCode(world)
  if (code) return [`Nobody can sign in yet. Open /first-run there and use this code: ${code}`]
  const demo = await world.db.selectFrom('force').select('id').where('demo', '=', true).executeTakeFirst()
  return demo
    ? [
        'This is the demo force, Westshire Police. Everybody in it is invented.',
        'Sign in as ffion.maddox@westshire.example with the password: practice makes calm',
        'Or as judith.marlowe@inspectorate.example, an inspector who compares eight forces: the same password.',
      ]
    : []
}

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv[2]
  await run(wanted === 'web' ? ['web'] : wanted === 'worker' ? ['worker'] : ['web', 'worker'])
}
