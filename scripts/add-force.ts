import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '../src/foundation/config.ts'
import { openWorld } from '../src/foundation/open.ts'
import { addForce } from '../src/people/force.commands.ts'
import { timeZone } from '../src/people/force.ts'

/**
 * `npm run add-force -- --name "Eastshire Police" --kind force --person "Jo Bright" --rank "Ms" --initials JB --email jo@eastshire.example`
 *
 * Adds a further force, or with `--kind inspectorate` an inspectorate, to this installation, and says how its first person signs in. On the
 * embedded store Front Counter must not be running meanwhile.
 */
const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    kind: { type: 'string', default: 'force' },
    zone: { type: 'string', default: 'Europe/London' },
    person: { type: 'string' },
    rank: { type: 'string' },
    initials: { type: 'string' },
    email: { type: 'string' },
  },
})
const given = z
  .object({
    name: z.string().trim().min(1).max(120),
    kind: z.enum(['force', 'inspectorate']),
    zone: timeZone,
    person: z.string().trim().min(1).max(120),
    rank: z.string().trim().min(1).max(60),
    initials: z.string().regex(/^\p{L}{1,4}$/u),
    email: z.email().transform((e) => e.toLowerCase()),
  })
  .safeParse(values)
if (!given.success) {
  console.error(`Nothing was added. Look at ${given.error.issues.map((i) => `--${i.path.join('.')}`).join(', ')}.`)
  process.exit(1)
}
const { name, kind, zone, person, rank, initials, email } = given.data
const world = await openWorld(readConfig())
const added = await addForce(world, { name, kind, timeZone: zone, person: { name: person, rank, initials, email } })
await world.database.close()
if (!added.ok) {
  console.error(added.refusal.words)
  process.exit(1)
}
const { oneTime } = added.value
console.log(
  `${name} is added. ${rank} ${person} signs in as ${oneTime?.email} with ${oneTime?.password}, once, until ${oneTime?.until}.`,
)
