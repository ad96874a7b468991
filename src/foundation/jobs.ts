import type { Job } from './route.ts'
import type { World } from './world.ts'

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
