import { command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { exportReaderOf } from '../networks/exports.ts'
import { may } from '../people/may.ts'
import { accountById } from '../register/register.store.ts'
import { archiveRefusals as no } from './archive.refusals.ts'
import { mergeImport } from './archive.store.ts'
import { writePiece } from './files.client.ts'
import {
  countOpenImports,
  type ImportOf,
  importById,
  insertAccountCount,
  insertAudiences,
  insertImport,
  lockImport,
  moveImport,
  setReceived,
} from './import.store.ts'
import { type ImportCounts, mayMoveImport, mostFileBytes, type Oddity } from './import.ts'
import { mergePreviews } from './preview/preview.store.ts'

const mostOpen = 20

export type Beginning = { accountId: string | null; format: 'export' | 'plain'; fileName: string; bytes: number }

/** Begins an import: of one account, or (plain columns only) of all that the file names. */
export function beginImport(world: World, actor: Actor, of: Beginning): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'importArchive')) return refuse(no.mayNotImport)
    const account = of.accountId === null ? null : await accountById(c.tx, actor.forceId, of.accountId)
    if (account === undefined) return refuse(no.noAccount)
    if (of.format === 'export' && !exportReaderOf(account?.network ?? '')) return refuse(no.noReader)
    if (of.bytes > mostFileBytes) return refuse(no.tooLargeFile)
    if ((await countOpenImports(c)) >= mostOpen) return refuse(no.tooManyOpen)
    const id = newId(c.now)
    await insertImport(c, { ...of, id })
    c.record('archive.importBegun', `archive:${id}`, { account: of.accountId, format: of.format, bytes: of.bytes })
    return ok({ id })
  })
}

/**
 * Takes in the next piece of a file. It is written first and counted afterwards, so a piece whose answer got lost is sent and written again,
 * to the same place. Answers up to where the file is here.
 */
export async function receivePiece(
  world: World,
  actor: Actor,
  { id, from }: { id: string; from: number },
  bytes: Uint8Array,
): Promise<Outcome<{ received: number; whole: boolean }>> {
  if (!may(actor, 'importArchive')) return refuse(no.mayNotImport)
  const found = await importById(world.db, actor.forceId, id)
  if (!found) return refuse(no.noImport)
  if (found.stage !== 'receiving') return refuse(no.notReceiving)
  const to = from + bytes.length
  if (from !== found.received || to > found.bytes) return refuse(no.otherPlace, { received: found.received })
  if (!(await writePiece(world.config, actor.forceId, id, from, bytes))) return refuse(no.notHere)
  return command<{ received: number; whole: boolean }>(world, actor, async (c) => {
    if (!(await setReceived(c, id, from, to))) return refuse(no.otherPlace, { received: found.received })
    if (to < found.bytes) return ok({ received: to, whole: false })
    await moveImport(c, found, 'received')
    c.record('archive.fileReceived', `archive:${id}`, { bytes: to })
    return ok({ received: to, whole: true })
  })
}

/** Puts what was read into the archive: all of it, or nothing. Done twice it changes nothing. */
export async function confirmImport(
  world: World,
  actor: Actor,
  { id, acceptHandle }: { id: string; acceptHandle: boolean },
): Promise<Outcome<{ posts: number; fresh: number; changed: number }>> {
  const done = await command(world, actor, async (c) => {
    if (!may(actor, 'importArchive')) return refuse(no.mayNotImport)
    const found = await lockImport(c, id)
    if (!found) return refuse(no.noImport)
    const counts = countsOf(found)
    if (found.stage !== 'read' || !counts || counts.posts === 0) return refuse(no.notRead)
    const isOther = odditiesOf(found).some((odd) => odd.kind === 'otherHandle')
    if (isOther && !acceptHandle) return refuse(no.otherAccount)
    const staged = { id, accountId: found.account_id, rows: counts.rows, mostTurns: found.most_turns }
    if (!(await mergeImport(c, staged))) {
      await moveImport(c, found, 'received')
      c.record('archive.readAgain', `archive:${id}`)
      return ok(null)
    }
    if (found.account_id !== null) await mergePreviews(c, id, found.account_id)
    await noteAccountCount(c, found, counts)
    await insertAudiences(c, counts.audiences ?? [])
    await moveImport(c, found, 'confirmed', { decided_by: actor.personId })
    const { posts, fresh, changed } = counts
    c.record('archive.importConfirmed', `archive:${id}`, {
      account: found.account_id,
      posts,
      fresh,
      changed,
      acceptHandle,
    })
    return ok({ posts, fresh, changed })
  })
  if (!done.ok) return done
  return done.value === null ? refuse(no.readAgain) : ok(done.value)
}

async function noteAccountCount(
  c: Parameters<typeof insertAccountCount>[0],
  found: ImportOf,
  { posts, followers, following }: ImportCounts,
): Promise<void> {
  const { account_id: accountId, taken_at: at } = found
  if (accountId === null || at === null) return
  await insertAccountCount(c, { accountId, at, followers, following, posts, source: 'import' })
}

/** Gives an import up. Its file and its rows are deleted by the sweep within a minute. */
export function abandonImport(world: World, actor: Actor, id: string): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    const isProduct = actor.personId === null && actor.forceId !== ''
    if (!isProduct && !may(actor, 'importArchive')) return refuse(no.mayNotImport)
    const found = await lockImport(c, id)
    if (!found) return refuse(no.noImport)
    if (!mayMoveImport(found.stage, 'abandoned')) return refuse(no.over)
    await moveImport(c, found, 'abandoned', { decided_by: actor.personId })
    c.record('archive.importAbandoned', `archive:${id}`, { was: found.stage })
    return ok({ id })
  })
}

/** As they were written by the reading. */
export const countsOf = (of: Pick<ImportOf, 'counts'>): ImportCounts | null => of.counts as ImportCounts | null
export const odditiesOf = (of: Pick<ImportOf, 'oddities'>): Oddity[] => of.oddities as Oddity[]
