import { beginImport, confirmImport, receivePiece } from '../../archive/import.commands.ts'
import { readImports } from '../../archive/reading/read.jobs.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { done } from '../start.commands.ts'
import type { Told } from './history.ts'

const pieceBytes = 4_000_000

/** A file in the plain columns, brought as a person brings it: begun, uploaded in pieces, read, and confirmed. */
export async function bringArchive(
  world: World,
  actor: Actor,
  fileName: string,
  told: readonly Told[],
  say: (line: string) => void,
): Promise<void> {
  say(`${told.length.toLocaleString('en-GB')} posts come into the archive …`)
  // What a file says of replies was known when it was made.
  const made = world.clock.now().toISOString()
  const known = (row: Told) => (String(row.counted_at) > made ? { ...row, counted_at: made } : row)
  const bytes = new TextEncoder().encode(told.map((row) => `${JSON.stringify(known(row))}\n`).join(''))
  const begun = await beginImport(world, actor, { accountId: null, format: 'plain', fileName, bytes: bytes.length })
  const { id } = done(begun, fileName)
  for (let from = 0; from < bytes.length; from += pieceBytes)
    done(await receivePiece(world, actor, { id, from }, bytes.subarray(from, from + pieceBytes)), fileName)
  await readImports(world)
  done(await confirmImport(world, actor, { id, acceptHandle: false }), fileName)
}
