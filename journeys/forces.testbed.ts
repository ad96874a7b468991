import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beginImport, confirmImport, receivePiece } from '../src/archive/import.commands.ts'
import { readImports } from '../src/archive/reading/read.jobs.ts'
import { readConfig } from '../src/foundation/config.ts'
import { openWorld } from '../src/foundation/open.ts'
import type { World } from '../src/foundation/world.ts'
import { letCompare } from '../src/measures/between/between.commands.ts'
import { addForce } from '../src/people/force.commands.ts'
import { addAccount } from '../src/register/register.commands.ts'
import { must } from '../src/register/register.testbed.ts'

const settings = (folder: string) => ({ DATA_DIR: join(folder, 'data'), LOG: 'silent' })
const day = 86_400_000

export type OneTime = { email: string; password: string }

/** Adds an inspectorate by the command that the operator types. Front Counter is not running meanwhile. Gives its inspector's sign-in. */
export async function addInspectorate(folder: string, name: string, person: string): Promise<OneTime> {
  const email = 'ines@inspectorate.example'
  const who = ['--person', person, '--rank', 'Ms', '--initials', 'IH', '--email', email]
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '--silent', 'add-force', '--', '--name', name, '--kind', 'inspectorate', ...who],
    { cwd: join(import.meta.dirname, '..'), env: { ...process.env, ...settings(folder) } },
  )
  const password = new RegExp(`^${name} is added\\. .* as ${email} with (.+), once, until `).exec(stdout)?.[1]
  if (!password) throw new Error(stdout)
  return { email, password }
}

/** Opens the store of a program that is closed, for as long as that takes. */
export async function inStore<T>(folder: string, act: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(readConfig(settings(folder)))
  try {
    return await act(world)
  } finally {
    await world.database.close()
  }
}

export type Force = { name: string /** Of forty posts, how many answer somebody. */; answers: number; lets: boolean }

/**
 * Adds a force with three accounts and forty posts in its archive; where it `lets`, the inspectorate added last may compare it. Gives its first
 * person's sign-in.
 */
export async function addForceWithPosts(world: World, { name, answers, lets }: Force): Promise<OneTime> {
  const word = name.split(' ')[0] ?? name
  const email = `jo.bright@${word.toLowerCase()}.example`
  const person = { name: 'Jo Bright', rank: 'Ms', initials: 'JB', email }
  const { forceId, oneTime } = must(await addForce(world, { name, kind: 'force', timeZone: 'Europe/London', person }))
  const { id: personId } = await world.db
    .selectFrom('person')
    .select('id')
    .where('force_id', '=', forceId)
    .executeTakeFirstOrThrow()
  const jo = { forceId, personId, roles: ['productOwner'] }
  for (const n of districts) must(await addAccount(world, jo, accountOf(word, n)))
  const file = new TextEncoder().encode(archiveOf(word, answers))
  const begin = { accountId: null, format: 'plain' as const, fileName: `${word}.jsonl`, bytes: file.length }
  const { id } = must(await beginImport(world, jo, begin))
  must(await receivePiece(world, jo, { id, from: 0 }, file))
  await readImports(world)
  must(await confirmImport(world, jo, { id, acceptHandle: false }))
  if (lets) {
    const { id: inspectorate } = await world.db
      .selectFrom('force')
      .select('id')
      .where('kind', '=', 'inspectorate')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    must(await letCompare(world, jo, { inspectorate, until: new Date(Date.now() + 30 * day) }))
  }
  return { email, password: oneTime?.password ?? '' }
}

/** Of fewer accounts nothing is shown to others. */
const districts = [0, 1, 2]
const handleOf = (word: string, n: number): string => `${word}District${n % districts.length}`

const accountOf = (word: string, n: number) => ({
  network: 'x',
  handle: handleOf(word, n),
  name: `${word} District ${n}`,
  class: 'district' as const,
  kind: 'collective' as const,
  purpose: 'What happens in the district, from the officers who work there.',
  area: word,
  ownerOfficeId: null,
  supervisorOfficeId: null,
  signaturePlace: 'suffix' as const,
  cover: [],
  latenessMinutes: 30,
  objectiveIds: [],
  nextReviewAt: null,
  status: 'live' as const,
})

const what = [
  'The bicycle',
  'The lost purse',
  'The broken lamp',
  'The open gate',
  'The loose dog',
  'The red van',
  'The key',
]
const where = ['by the mill', 'at the quay', 'near the school', 'on the hill', 'below the bridge', 'in the park']

/** Forty posts of the last eleven weeks, no two in the same words. */
const archiveOf = (word: string, answers: number): string =>
  Array.from({ length: 40 }, (_, n) => ({
    network: 'x',
    account: handleOf(word, n),
    id: String(n + 1),
    said_at: new Date(Date.now() - (2 + 1.9 * n) * day).toISOString(),
    words: `${what[n % 7]} ${where[n % 6]} in ${word}.`,
    language: 'en',
    ...(n < answers ? { kind: 'reply', to_handle: `neighbour${n}` } : {}),
  }))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')

/** Which forces keep that their figures were compared, by name. */
export const keepThatTheyWereRead = async (world: World): Promise<string[]> =>
  (
    await world.db
      .selectFrom('fact as t')
      .innerJoin('force as f', 'f.id', 't.force_id')
      .select('f.name')
      .where('t.kind', '=', 'measures.compared')
      .distinct()
      .orderBy('f.name')
      .execute()
  ).map((f) => f.name)
