import { Worker } from 'node:worker_threads'
import { type Alike, markAlike } from '../near/alike.ts'
import type { Shingled } from '../near/shingles.ts'

/** Fewer posts are compared quicker than a thread begins. */
const aThreadIsWorth = 20_000

/** Who is nearly like whom. What is handed over cannot be used any more. */
export function alikeOf(s: Shingled): Promise<Alike> {
  if (s.count < aThreadIsWorth) return Promise.resolve(markAlike(s))
  return new Promise((done, failed) => {
    const buffers = [s.at, s.account, s.wordStarts, s.words, s.runStarts, s.runs].map((part) => part.buffer)
    const thread = new Worker(new URL('./alike.process.ts', import.meta.url), { workerData: s, transferList: buffers })
    thread.once('message', done)
    thread.once('error', failed)
    thread.once('exit', (code) => failed(new Error(`The comparing ended early (${code}).`)))
  })
}
