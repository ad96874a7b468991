import { useEffect, useState, useSyncExternalStore } from 'react'
import { type ImportRow, receivePiece } from '../../archive/archive.contract.ts'
import { call, faultOf, Refused } from '../call.ts'
import { type Far, sendAll } from './pieces.ts'

/** A file that was chosen on this device. It goes on while this window is open, whichever page is looked at. */
type Sending = Far & { file: File; running: boolean; failed: Error | null }

const sendings = new Map<string, Sending>()
const listeners = new Set<() => void>()

function tell(id: string, sending: Sending | null): void {
  if (sending) sendings.set(id, sending)
  else sendings.delete(id)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const stay = (event: Event): void => {
  if ([...sendings.values()].some(({ running }) => running)) event.preventDefault()
}

/** Sends a file from a place on; one that is on its way already goes on as it does. */
export async function upload(id: string, file: File, from: number): Promise<void> {
  if (sendings.get(id)?.running) return
  window.addEventListener('beforeunload', stay)
  const begun = { file, received: from, isLost: false, running: true, failed: null }
  tell(id, begun)
  try {
    await sendAll(file.size, from, {
      send: (at, bytes) => sendPiece(id, file.slice(at, at + bytes), at),
      passes: (cause) => !(cause instanceof Refused) || cause.id === 'tooOften',
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
      now: () => performance.now(),
      told: (far) => tell(id, { ...begun, ...far }),
    })
    tell(id, null)
  } catch (cause) {
    tell(id, { ...(sendings.get(id) ?? begun), isLost: false, running: false, failed: faultOf(cause) })
  }
}

/** Answers up to where the file is there. When another piece came first, the server says from where to go on. */
async function sendPiece(id: string, piece: Blob, from: number): Promise<number> {
  try {
    return (await call(receivePiece, { id, from }, { file: piece })).received
  } catch (cause) {
    const there = cause instanceof Refused && cause.id === 'otherPlace' ? cause.facts.received : null
    if (typeof there === 'number' && there !== from) return there
    throw cause
  }
}

export type Upload = Far & {
  running: boolean
  failed: Error | null
  hasFile: boolean
  /** More of it is here than a moment ago, and not from this window. Null: not known yet. */
  elsewhere: boolean | null
  goOn: (file?: File) => void
}

/** How the upload of an import is, as far as this window knows. `goOn` goes on from where the server has it. */
export const useUpload = ({ id, bytes, received }: Pick<ImportRow, 'id' | 'received' | 'bytes'>): Upload => {
  const sending = useSyncExternalStore(subscribe, () => sendings.get(id))
  const grows = useGrowing(received)
  const goOn = (again?: File): void => {
    const file = again ?? sending?.file
    if (file && file.size === bytes) void upload(id, file, received)
  }
  return {
    received: Math.max(sending?.received ?? 0, received),
    isLost: sending?.isLost ?? false,
    running: sending?.running ?? false,
    failed: sending?.failed ?? null,
    hasFile: sending !== undefined,
    elsewhere: sending?.running ? false : grows,
    goOn,
  }
}

const stillMs = 8000

/** Whether a number grew within the last seconds; null until it could have. */
function useGrowing(n: number): boolean | null {
  const [first] = useState(n)
  const [grows, setGrows] = useState<boolean | null>(null)
  useEffect(() => {
    if (n !== first) setGrows(true)
    const timer = setTimeout(() => setGrows(false), stillMs)
    return () => clearTimeout(timer)
  }, [n, first])
  return grows
}
