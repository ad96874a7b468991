import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { MemoryFS, PGlite } from '@electric-sql/pglite'
import { pgliteOptions } from './foundation/database.ts'

type Held = { folders: string[]; files: { folder: string; name: string; bytes: Uint8Array }[] }

/** Read once for all tests that share a process. */
const held = new Map<string, Held>()

function heldIn(folder: string): Held {
  const known = held.get(folder)
  if (known) return known
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const placeOf = (path: string): string => join(PGlite.paths.PGDATA, relative(folder, path))
  const read: Held = {
    folders: entries.filter((e) => e.isDirectory()).map((e) => placeOf(join(e.parentPath, e.name))),
    files: entries
      .filter((e) => e.isFile())
      .map(({ parentPath, name }) => ({
        folder: placeOf(parentPath),
        name,
        bytes: readFileSync(join(parentPath, name)),
      })),
  }
  held.set(folder, read)
  return read
}

/** A closed store in memory, with a copy of each file that is its own from the beginning: writing them out of a tar takes more than twice as long. */
class CopyInMemory extends MemoryFS {
  readonly #held: Held

  constructor(of: Held) {
    super()
    this.#held = of
  }

  override async init(...of: Parameters<MemoryFS['init']>): ReturnType<MemoryFS['init']> {
    const { emscriptenOpts } = await super.init(...of)
    const { preRun = [] } = emscriptenOpts
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [
          ...preRun,
          ({ FS }) => {
            FS.mkdirTree(PGlite.paths.PGDATA)
            for (const folder of this.#held.folders) FS.mkdirTree(folder)
            for (const { folder, name, bytes } of this.#held.files)
              FS.createDataFile(folder, name, new Uint8Array(bytes), true, true, true)
          },
        ],
      },
    }
  }
}

/** A PGlite of its own that begins with what the folder of a closed one holds. */
export const openCopy = (folder: string): Promise<PGlite> =>
  PGlite.create({ ...pgliteOptions, fs: new CopyInMemory(heldIn(folder)) })
