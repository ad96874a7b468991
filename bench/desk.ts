import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../scripts/postgres.ts'
import { listen } from '../src/inbox/listening/listen.jobs.ts'
import {
  type Asking,
  agents,
  asWhom,
  fill,
  judge,
  percentile,
  type Spoken,
  serverOf,
  speak,
  watchVisible,
  work,
} from './desk-scenario.ts'
import { envIn, openWorld } from './lives.ts'

/**
 * `npm run bench -- desk [--messages 1000000] [--arrive 20000] [--rate 80] [--embedded 50000]`
 *
 * A store in which years of messages lie; then new ones arrive on the practice network, so many a second (1,000 in 5 minutes are 3.3),
 * while 20 people work over the real server and one worker listens, each in a process of its own. How long the queue page takes, how long
 * a message takes from being on the network to standing in the queue, and whether each is there once. Then the embedded store, smaller, with
 * the same 20 people in one process, and arrivals of 1,000 in 5 minutes for a minute.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    messages: { type: 'string', default: '1000000' },
    arrive: { type: 'string', default: '20000' },
    rate: { type: 'string', default: '80' },
    embedded: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '60' },
  },
})
const messages = Number(values.messages)
const arrive = Number(values.arrive)
const rate = Number(values.rate)
const folder = mkdtempSync(join(tmpdir(), 'fc-desk-'))
const sizesOf = (all: number) => ({
  messages: all,
  conversations: Math.round(all * 0.7),
  open: Math.max(1, Math.round(all / 50)),
})
const say = (words: string) => console.error(`${words} (load ${loadavg()[0]?.toFixed(1)})`)

const shared = await onPostgres()
const embedded = await onEmbedded()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ bench: 'desk', messages, arrived: arrive, ratePerSecond: rate, ...shared, embedded }))
if (shared.lost + shared.doubled + embedded.lost + embedded.doubled !== 0) process.exitCode = 1

async function onPostgres() {
  const postgres = await startPostgres()
  const env = { ...envIn(folder, postgres.url), PACE: 'real' }
  const parts: Awaited<ReturnType<typeof startPart>>[] = []
  try {
    const world = await openWorld(env)
    const began = performance.now()
    await fill(world.db, sizesOf(messages))
    say(`${messages} messages in store after ${Math.round((performance.now() - began) / 1000)} s`)
    const web = await startPart('web', env)
    parts.push(web, await startPart('listen', env))
    const ask: Asking = (path, person, body) => fetch(`http://127.0.0.1:${web.port}${path}`, requestOf(person, body))
    const figures = await live(world, ask, arrive, rate)
    await Promise.all(parts.map((part) => part.stop()))
    parts.length = 0
    const verdict = await judge(world.db)
    await world.database.close()
    return { ...figures, ...verdict }
  } finally {
    await Promise.all(parts.map((part) => part.stop()))
    await postgres.stop()
  }
}

async function onEmbedded() {
  const size = Number(values.embedded)
  const seconds = Number(values.seconds)
  const env = { ...envIn(folder, null), PACE: 'real' }
  const world = await openWorld(env)
  await fill(world.db, sizesOf(size))
  say(`${size} messages in the embedded store`)
  const app = serverOf(world)
  const running = await listen(world)
  const ask: Asking = async (path, person, body) => app.request(`http://counter.test${path}`, requestOf(person, body))
  const figures = await live(world, ask, Math.ceil((seconds * 1000) / 300), 1000 / 300)
  await running.stop()
  const verdict = await judge(world.db)
  await world.database.close()
  return { messages: size, ...figures, ...verdict }
}

function requestOf(person: string, body: unknown): RequestInit {
  const headers = { [asWhom]: person, 'x-front-counter': '1', 'content-type': 'application/json' }
  return body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
}

/** People work from before the first message until the last one is seen. */
async function live(world: Awaited<ReturnType<typeof openWorld>>, ask: Asking, total: number, perSecond: number) {
  const spoken: Spoken = new Map()
  const times: number[] = []
  let isOver = false
  let isSaid = false
  const people = Promise.all(Array.from({ length: agents }, (_, n) => work(ask, n, times, () => isOver)))
  const watching = watchVisible(world.db, spoken, () => isSaid)
  const began = performance.now()
  const speaking = speak(world, spoken, total, perSecond).then(() => {
    say(`${total} said in ${Math.round((performance.now() - began) / 1000)} s`)
    isSaid = true
  })
  const [took] = await Promise.race([
    Promise.all([watching, speaking]),
    people.then(() => Promise.reject(new Error('Nobody works.'))),
  ])
  isOver = true
  await people
  return {
    pages: times.length,
    queueP95Ms: percentile(times, 0.95),
    queueP50Ms: percentile(times, 0.5),
    visibleP50Ms: percentile(took, 0.5),
    visibleP95Ms: percentile(took, 0.95),
    visibleMaxMs: percentile(took, 1),
  }
}

/** Starts one half of the product and waits until it is at work. */
function startPart(part: 'web' | 'listen', env: Readonly<Record<string, string | undefined>>) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'desk-worker.ts'), part],
    { env: { ...env }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  return new Promise<{ port: number; stop(): Promise<void> }>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`The ${part} ended with ${code}.`)))
    child.stdout.once('data', (words: Buffer) => done({ port: Number(words.toString().split(' ')[1] ?? 0), stop }))
  })
}
