import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { concerns } from './call.ts'

/** Whether news reaches this page. `since` is when the line was lost, so that nobody trusts an old page. */
export type Line = { kind: 'joining' } | { kind: 'on' } | { kind: 'lost'; since: Date }

const message = z.object({ topic: z.string(), id: z.string().optional() })
const longestWait = 30_000

let line: Line = { kind: 'joining' }
const listeners = new Set<() => void>()

const say = (next: Line): void => {
  line = next
  for (const tell of listeners) tell()
}

/** Parses one message of the line; null when it is not one of ours. */
export const topicIn = (data: string): string | null => {
  try {
    const read = message.safeParse(JSON.parse(data))
    return read.success ? read.data.topic : null
  } catch {
    return null
  }
}

/** 1 s, 2 s, 4 s … 30 s, each spread by half so that a thousand pages do not come back in one second. */
export const waitBefore = (attempt: number, chance: number): number =>
  Math.min(longestWait, 1000 * 2 ** attempt) * (0.5 + chance / 2)

/** News that comes together is read together. */
const gather = 100
/** Longer than this no reading holds up the next. */
const longestRead = 10_000
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/**
 * Makes answers of a topic, and the frame's counts, be read again. One reading ends before the next begins: in a storm each piece of news
 * would end the reading that the one before began, and the page would show nothing new until the storm is over.
 */
export const readingAgain = (client: QueryClient): ((topic: string) => void) => {
  const told = new Set<string>()
  let busy = false
  const read = async (): Promise<void> => {
    busy = true
    while (told.size > 0) {
      await pause(gather)
      const topics = ['frame', ...told]
      told.clear()
      const answered = client.invalidateQueries({
        predicate: (query) => topics.some((topic) => concerns(topic)(query)),
      })
      await Promise.race([answered, pause(longestRead)])
    }
    busy = false
  }
  return (topic) => {
    told.add(topic)
    if (!busy) void read()
  }
}

/** Opens the one line to the server: each message makes answers of its topic, and the frame's counts, be read again. Returns how to end it. */
export const listen = (client: QueryClient, address = '/api/live'): (() => void) => {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  const hear = readingAgain(client)

  const open = (): void => {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(address)
    source.onopen = () => {
      // What happened while the line was down was not heard, so everything is read again.
      if (line.kind === 'lost') void client.invalidateQueries()
      attempt = 0
      say({ kind: 'on' })
    }
    source.onmessage = (event: MessageEvent<string>) => {
      const topic = topicIn(event.data)
      if (topic) hear(topic)
    }
    source.onerror = () => {
      source?.close()
      if (line.kind !== 'lost') say({ kind: 'lost', since: new Date() })
      timer = setTimeout(open, waitBefore(attempt++, Math.random()))
    }
  }

  open()
  window.addEventListener('online', open)
  return () => {
    clearTimeout(timer)
    source?.close()
    window.removeEventListener('online', open)
  }
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** The state of the line, for the frame. */
export const useLine = (): Line => useSyncExternalStore(subscribe, () => line)
