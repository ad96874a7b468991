import { useCallback, useEffect, useRef, useState } from 'react'
import { type ImportRow, receivePiece } from '../../archive/archive.contract.ts'
import { mostPieceBytes } from '../../archive/import.ts'
import { call, faultOf, Refused } from '../call.ts'

/** Files that were chosen on this device and whose upload goes on on the page of their import. */
const chosen = new Map<string, File>()
export const keepFile = (id: string, file: File): void => void chosen.set(id, file)

/** Small enough that a telephone loses little when its signal goes. */
const pieceBytes = Math.min(mostPieceBytes, 4_000_000)

export type Upload = {
  /** How much is here, as far as this device knows. */
  received: number
  running: boolean
  failed: Error | null
  hasFile: boolean
  goOn: (file?: File) => void
}

/** Sends the pieces of a file one after the other, from where the server has it. A break leaves what came in; `goOn` goes on from there. */
export const useUpload = (row: Pick<ImportRow, 'id' | 'received' | 'bytes' | 'stage'>): Upload => {
  const { id, bytes, stage } = row
  const [received, setReceived] = useState(row.received)
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const begun = useRef(false)
  const send = useCallback(
    async (file: File, from: number): Promise<void> => {
      setRunning(true)
      setFailed(null)
      try {
        for (let at = from; at < file.size; ) {
          at = await sendPiece(id, file, at)
          setReceived(at)
        }
        chosen.delete(id)
      } catch (cause) {
        setFailed(faultOf(cause))
      } finally {
        setRunning(false)
      }
    },
    [id],
  )
  const start = row.received
  useEffect(() => {
    const file = chosen.get(id)
    if (stage !== 'receiving' || begun.current || !file) return
    begun.current = true
    void send(file, start)
  }, [id, stage, start, send])
  const goOn = (again?: File): void => {
    const file = again ?? chosen.get(id)
    if (!file || running || file.size !== bytes) return
    chosen.set(id, file)
    begun.current = true
    void send(file, Math.max(received, start))
  }
  return { received: Math.max(received, start), running, failed, hasFile: chosen.has(id), goOn }
}

/** Answers up to where the file is there. When another piece came first, the server says from where to go on. */
async function sendPiece(id: string, file: File, from: number): Promise<number> {
  try {
    const { received } = await call(receivePiece, { id, from }, { file: file.slice(from, from + pieceBytes) })
    return received
  } catch (cause) {
    const there = cause instanceof Refused && cause.id === 'otherPlace' ? cause.facts.received : null
    if (typeof there === 'number' && there > from) return there
    throw cause
  }
}
