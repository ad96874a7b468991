import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import type { Outcome } from './outcome.ts'
import type { Actor, World } from './world.ts'

/** One request as a door sees it. `bytes` is the uploaded file, for endpoints that take one. */
export type Call = { world: World; actor: Actor; now: Date; bytes: Uint8Array; request: Request; ip: string }

export type FileAnswer = { bytes: Uint8Array; mediaType: string; name: string | null }

export type Route = { endpoint: Endpoint; answer(call: Call, input: unknown): Promise<Outcome<unknown>> }

/** Hangs an answer on an endpoint. Types agree, so the cast stands once, here, behind the schema. */
export const route = <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  answer: (call: Call, input: z.output<I>) => Promise<Outcome<z.input<O>>>,
): Route => ({ endpoint: endpoint as unknown as Endpoint, answer: answer as Route['answer'] })

/** Background work: runs every `everyMs`, never twice at once in this process, and may safely run in several processes. */
export type Job = { name: string; everyMs: number; run(world: World): Promise<void> }

/** What a room hangs on the server and what it does by time. */
export type Room = {
  name: string
  routes: readonly Route[]
  /** Run in every process. */
  jobs: readonly Job[]
  /** Long-lived work of a worker process; `stop` waits for what is in hand. */
  works?: readonly ((world: World) => Promise<{ stop(): Promise<void> }>)[]
}
