import { bareAll, fillOne, fillRegister, importAll, importExport } from './archive-import.ts'
import { countAll } from './archive-measures.ts'
import { envIn, openWorld } from './lives.ts'

/** One part of the bench in a process of its own, so that its memory is its own; prints what it found. `url` null: the embedded store. */
export type Order = {
  part: 'register' | 'bare' | 'import' | 'measures' | 'embedded' | 'x' | 'mastodon' | 'export'
  folder: string
  url: string | null
  postgres: number | null
}

const { part, folder, url, postgres }: Order = JSON.parse(process.argv[2] ?? '')
const world = await openWorld({ ...envIn(folder, url), PACE: 'real' })
const parts: Record<Order['part'], () => Promise<unknown>> = {
  register: () => fillRegister(world, folder),
  bare: () => bareAll(world, folder, postgres),
  import: () => importAll(world, folder, postgres),
  x: () => fillOne(world, 'x'),
  mastodon: () => fillOne(world, 'mastodon'),
  export: () => importExport(world, folder, postgres),
  measures: () => countAll(world, postgres),
  embedded: async () => {
    await fillRegister(world, folder)
    return { import: await importAll(world, folder, null), measures: await countAll(world, null) }
  },
}
const found = await parts[part]()
await world.database.close()
console.log(JSON.stringify(found ?? null))
