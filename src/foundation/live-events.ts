import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { hearNudges, type Nudge } from './live.ts'
import type { Identify } from './server.ts'
import type { World } from './world.ts'

const keepAliveMs = 20_000

/** `/api/live`: server-sent events `{ topic, id }`, only those of the listener's own force. Says hello at once and keeps the line warm. */
export function mountLive(app: Hono, world: World, identify: Identify): Promise<() => Promise<void>> {
  const listeners = new Set<(n: Nudge) => void>()
  app.get('/api/live', async (c) => {
    const actor = await identify(c.req.raw)
    if (!actor) return c.json({ refusal: { id: 'notSignedIn', words: 'You are not signed in.' } }, 401)
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      const hear = (n: Nudge) => {
        if (n.forceId === actor.forceId) void stream.writeSSE({ data: JSON.stringify({ topic: n.topic, id: n.id }) })
      }
      listeners.add(hear)
      stream.onAbort(() => {
        listeners.delete(hear)
      })
      await stream.writeSSE({ data: JSON.stringify({ topic: 'hello' }) })
      while (!stream.aborted) {
        await stream.sleep(keepAliveMs)
        if (!(await identify(c.req.raw))) break // signed out or left: the line ends with the session
        await stream.writeSSE({ event: 'alive', data: '' })
      }
      listeners.delete(hear)
    })
  })
  return hearNudges(world.database, (n) => {
    for (const hear of listeners) hear(n)
  })
}
