import { agree } from '../people/training/training.commands.ts'
import { type PersonKey, people } from './force.ts'
import { actorOf, type Chapter, done } from './start.commands.ts'

/** Whoever signs in agrees to what contributors agree to; nobody can do it for another. */
export const agreements: Chapter = async ({ world }) => {
  for (const key of Object.keys(people) as PersonKey[])
    if (people[key].signIn) done(await agree(world, actorOf(world, key)), `the agreement of ${people[key].name}`)
  return { moments: [], end: async () => {} }
}
