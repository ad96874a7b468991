import { parentPort, workerData } from 'node:worker_threads'
import { markAlike } from '../near/alike.ts'

/** A thread of its own, so that whoever counts a national archive still answers meanwhile. */
const alike = markAlike(workerData)
parentPort?.postMessage(alike, [alike.own.buffer, alike.other.buffer])
