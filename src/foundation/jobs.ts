import type { Db } from './database.ts'
import type { Job } from './route.ts'
import type { World } from './world.ts'

/** Does `work` with each in turn. A fault with one keeps no other from its turn; afterwards it is thrown. */
export async function eachOf<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = []
  for (const one of all) await work(one).catch((fault: unknown) => faults.push(fault))
  if (faults.length === 1) throw faults[0]
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} faults, the first: ${String(faults[0])}`)
}

/** Does for each force of the installation, as `eachOf`, what is done for one; `forceId` is the force's. */
export async function eachForce(db: Db, work: (forceId: string) => Promise<unknown>): Promise<void> {
  const forces = await db.selectFrom('force').select('id').execute()
  await eachOf(forces, ({ id }) => work(id))
}

/** Starts the jobs; a fault is logged and the job runs again at its next time. `stop` waits for what is running. */
export function startJobs(world: World, jobs: readonly Job[]): { stop(): Promise<void> } {
  let stopping = false
  const loops = jobs.map((job) => {
    let wake = () => {}
    const loop = (async () => {
      while (!stopping) {
        await job.run(world).catch((error) => world.log.fault('job failed', error, { job: job.name }))
        if (!stopping)
          await new Promise<void>((done) => {
            const timer = setTimeout(done, job.everyMs)
            wake = () => {
              clearTimeout(timer)
              done()
            }
          })
      }
    })()
    return { loop, wake: () => wake() }
  })
  return {
    async stop() {
      stopping = true
      for (const l of loops) l.wake()
      await Promise.all(loops.map((l) => l.loop))
    },
  }
}
