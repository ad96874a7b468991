import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readConfig } from '../src/foundation/config.ts'
import { openWorld as open } from '../src/foundation/open.ts'
import type { World } from '../src/foundation/world.ts'

export type Life = { killed: boolean; printed: string[] }

/** What every worker of a bench is given; nothing of this machine's own. */
export const envIn = (folder: string, databaseUrl: string | null) => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  HOME: folder,
  DATA_DIR: join(folder, 'data'),
  SECRET: 'a secret for the bench only, 0123456789',
  PACE: 'quick',
  LOOPBACK_NETWORKS: 'yes',
  LOG: 'silent',
  ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
})

/** Opens what an environment names, as a process of the product does. */
export const openWorld = (env: Readonly<Record<string, string | undefined>>): Promise<World> => open(readConfig(env))

/**
 * One life of one worker, which is a process of its own with its order as its argument; it prints `up` when it is at work. Resolves with
 * what it printed, when it ends. `settle`: it ends by itself.
 */
export function live(
  script: string,
  order: Readonly<Record<string, unknown>> & { settle: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Life> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script), JSON.stringify(order)],
    { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let out = ''
  let complaints = ''
  let limit: NodeJS.Timeout | null = null
  child.stdout.on('data', (d: Buffer) => {
    out += d
    // A life in which too little happens to reach its point ends too: by the same signal, some time after it was up.
    if (!order.settle && out.startsWith('up')) limit ??= setTimeout(() => child.kill('SIGKILL'), 3000)
  })
  child.stderr.on('data', (d: Buffer) => {
    complaints += d
  })
  return new Promise((done, fail) =>
    child.once('exit', (code, signal) => {
      if (limit) clearTimeout(limit)
      if (signal !== 'SIGKILL' && code !== 0)
        fail(new Error(`A worker ended with ${code ?? signal}. ${complaints.slice(0, 2000)}`))
      else done({ killed: signal === 'SIGKILL', printed: out.split('\n').filter(Boolean) })
    }),
  )
}
