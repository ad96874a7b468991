import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'

/**
 * What something took, in seconds: by the clock, and of processor time in this process and in a PostgreSQL server (0 where the machine does
 * not say). On a busy machine the first grows and the others hardly do. `load`: how many processes wanted a processor when it ended.
 */
export type Spent = { seconds: number; processor: { node: number; postgres: number }; load: number }

const tenths = (seconds: number): number => Math.round(seconds * 10) / 10

/** Does the work and answers what it gave, and what it took. `postgres`: the id of the server's first process, or null. */
export async function spending<T>(postgres: number | null, work: () => Promise<T>): Promise<[T, Spent]> {
  const before = { at: performance.now(), node: process.cpuUsage(), postgres: serverSeconds(postgres) }
  const value = await work()
  const { user, system } = process.cpuUsage(before.node)
  const processor = { node: tenths((user + system) / 1e6), postgres: tenths(serverSeconds(postgres) - before.postgres) }
  return [
    value,
    { seconds: tenths((performance.now() - before.at) / 1000), processor, load: tenths(loadavg()[0] ?? 0) },
  ]
}

/** Linux counts in hundredths. A server's first process counts those that ended; those at work stand beside it. */
function serverSeconds(pid: number | null): number {
  if (pid === null) return 0
  const first = statOf(String(pid))
  if (!first) return 0
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .filter((stat) => stat.parent === pid)
  return (first.own + first.ended + children.reduce((sum, child) => sum + child.own, 0)) / 100
}

function statOf(pid: string): { parent: number; own: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number)
    return { parent: Number(fields[1]), own: (user ?? 0) + (system ?? 0), ended: (endedUser ?? 0) + (endedSystem ?? 0) }
  } catch {
    return null // it ended just now, or this is no Linux
  }
}
