import { command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { compareStaged } from '../archive.store.ts'
import { isHere, withFile } from '../files.client.ts'
import {
  claimReading,
  deleteStaged,
  forcesWithDue,
  joinStaged,
  type Leased,
  lockImport,
  moveImport,
  type ReadPlace,
  renewReading,
  stagedTable,
} from '../import.store.ts'
import { BrokenFile, brokenWords } from '../import.ts'
import type { OpenFile } from '../opening/on-disk.client.ts'
import { deleteStagedPreviews } from '../preview/preview.store.ts'
import { drawPictures } from './pictures.jobs.ts'
import { stagedColumns, storable } from './staged.ts'
import { type Found, readingOf } from './whole.client.ts'

const leaseMs = 60_000
const tellMs = 2000
const mostTries = 3

/** Somebody else has it now, or it was given up: what was read of it is nobody's. */
class NotOurs extends Error {}

/** Reads every file that waits in this process's data folder, one after the other. Safe in several processes: each import is leased. */
export async function readImports(world: World): Promise<number> {
  let read = 0
  for (const forceId of await forcesWithDue(world.db, world.clock.now())) {
    for (let leased = await claim(world, forceId); leased !== null; leased = await claim(world, forceId)) {
      await readOne(world, leased)
      read += 1
    }
  }
  return read
}

async function claim(world: World, forceId: string): Promise<Leased | null> {
  const token = newId(world.clock.now())
  const claimed = await command(world, productOf(forceId), async (c) => {
    const until = new Date(c.now.getTime() + leaseMs)
    return ok(await claimReading(c, token, until, (id) => isHere(world.config, forceId, id)))
  })
  return claimed.ok ? claimed.value : null
}

const productOf = (forceId: string) => ({ forceId, personId: null, roles: [] })

/** A file that breaks is refused with the place; a reader that dies leaves it to be read again, at most three times. */
async function readOne(world: World, leased: Leased): Promise<void> {
  try {
    if (leased.import.tries > mostTries)
      throw new BrokenFile('a file that can be read; three tries ended without an answer')
    const found = await stage(world, leased)
    await keepRead(world, leased, found)
  } catch (error) {
    if (error instanceof NotOurs) return
    if (!(error instanceof BrokenFile)) throw error
    await keepRefused(world, leased, error)
  }
}

/** Says how far the reading is, and keeps it ours: who goes on for longer than the lease without a word reads for nobody. */
function goingOf(world: World, leased: Leased): Pick<OpenFile, 'step' | 'moved'> {
  let at: ReadPlace = { step: 'names', bytes: 0, done: 0 }
  let told = 0
  const tell = async (): Promise<void> => {
    told = world.clock.now().getTime()
    if (!(await renewReading(world.db, leased, new Date(told + leaseMs), at))) throw new NotOurs()
  }
  return {
    step(step, bytes) {
      at = { step, bytes, done: 0 }
      return tell()
    },
    async moved(bytes) {
      at.done += bytes
      if (world.clock.now().getTime() - told >= tellMs) await tell()
    },
  }
}

async function stage(world: World, leased: Leased): Promise<Found> {
  const { import: of } = leased
  await deleteStaged(world.db, of.id)
  await deleteStagedPreviews(world.db, of.id)
  const going = goingOf(world, leased)
  return withFile(world.config, of, going, async (file) => {
    if (file.size !== of.bytes) throw new BrokenFile('the whole file; what lies here has another size')
    const reading = await readingOf(world, of, file)
    await world.database.copyIn(stagedTable(leased), stagedColumns, reading.pieces, 'archive_row')
    await joinStaged(world.db, leased)
    if (reading.pictures) await drawPictures(world, of, file, reading.pictures)
    await going.step('comparing', 0)
    return reading.found()
  })
}

async function keepRead(world: World, { import: of, token }: Leased, found: Found): Promise<void> {
  const compared = await compareStaged(
    world.db,
    of.force_id,
    { id: of.id, accountId: of.account_id },
    found.counts.posts,
  )
  await command(world, productOf(of.force_id), async (c) => {
    const now = await lockImport(c, of.id)
    if (now?.stage !== 'reading' || now.lease_token !== token) return ok(null)
    await moveImport(c, now, 'read', {
      counts: { ...found.counts, ...compared },
      oddities: found.oddities,
      most_turns: found.mostTurns,
      taken_at: found.takenAt === null ? null : new Date(found.takenAt),
      lease_token: null,
      lease_until: null,
    })
    const { posts } = found.counts
    c.record('archive.fileRead', `archive:${of.id}`, { posts, ...compared, odd: found.oddities.map((odd) => odd.kind) })
    return ok(null)
  })
}

async function keepRefused(world: World, { import: of, token }: Leased, broken: BrokenFile): Promise<void> {
  const isOurs = await command(world, productOf(of.force_id), async (c) => {
    const now = await lockImport(c, of.id)
    if (now?.stage !== 'reading' || now.lease_token !== token) return ok(false)
    const refusal = storable(brokenWords(broken))
    await moveImport(c, now, 'refused', { refusal, lease_token: null, lease_until: null })
    const { line, byte } = broken.place
    c.record('archive.fileRefused', `archive:${of.id}`, { line, byte })
    return ok(true)
  })
  // Of a file that is somebody else's by now nothing is thrown away.
  if (isOurs.ok && isOurs.value) await deleteStaged(world.db, of.id)
}
