import type { Actor, World } from '../../foundation/world.ts'
import { letCompare } from '../../measures/between/between.commands.ts'
import { listOfficials } from '../../measures/measures.commands.ts'
import { addForce, type NewForce } from '../../people/force.commands.ts'
import { changePassword } from '../../people/sign-in.commands.ts'
import { importSheet, previewSheet } from '../../register/sheet/sheet.commands.ts'
import { type Calendar, later } from '../calendar.ts'
import { demoPassword, forceZone } from '../force.ts'
import { actorOf, type Chapter, done } from '../start.commands.ts'
import { bringArchive } from '../year/archive.commands.ts'
import { historyOf } from '../year/history.ts'
import { officialsList } from '../year/others.ts'
import { sheetOf } from '../year/sheet.ts'
import { accountsOf, forceNameOf, type Neighbour, neighbours, tellerOf } from './neighbours.ts'

const inspectorate = {
  name: 'The Inspectorate of Policing',
  person: { name: 'Judith Marlowe', rank: 'Inspector', initials: 'JM', email: 'judith.marlowe@inspectorate.example' },
}
const letFor = 180 * 24 * 60

/**
 * An inspectorate that our force and seven next to it let compare their figures, and what those have published lately. It is the last that is
 * told: their measures are counted by the product itself, when it is open.
 */
export const between: Chapter = async ({ world, calendar, seed, say }) => ({
  moments: [],
  end: async () => {
    say('An inspectorate, and the forces next to ours …')
    // Passwords are slow on purpose: all at once.
    const [inspector, ...beside] = await Promise.all([
      beginInspectorate(world),
      ...neighbours.map(async (neighbour) => ({ neighbour, actor: await beginBeside(world, neighbour, calendar) })),
    ])
    const given = { inspectorate: inspector.forceId, until: later(calendar.now, letFor) }
    done(await letCompare(world, actorOf(world, 'owen'), given), 'letting them compare')
    for (const { neighbour, actor } of beside) {
      done(await letCompare(world, actor, given), 'letting them compare')
      const told = accountsOf(neighbour).flatMap((one) => historyOf(tellerOf(one), calendar, seed))
      await bringArchive(world, actor, `${neighbour.word.toLowerCase()}-accounts.jsonl`, told, () => {})
    }
  },
})

/** A further force with its first person, who does everything there. */
async function begin(
  world: World,
  force: Pick<NewForce, 'name' | 'kind' | 'person'>,
): Promise<{ actor: Actor; password: string }> {
  const { forceId, oneTime } = done(await addForce(world, { ...force, timeZone: forceZone, demo: true }), force.name)
  const { id: personId, roles } = await world.db
    .selectFrom('person')
    .select(['id', 'roles'])
    .where('force_id', '=', forceId)
    .executeTakeFirstOrThrow()
  return { actor: { forceId, personId, roles }, password: oneTime?.password ?? '' }
}

async function beginInspectorate(world: World): Promise<Actor> {
  const { actor, password } = await begin(world, { ...inspectorate, kind: 'inspectorate' })
  done(await changePassword(world, actor, { present: password, next: demoPassword }, null), inspectorate.name)
  return actor
}

async function beginBeside(world: World, neighbour: Neighbour, { now }: Calendar): Promise<Actor> {
  const email = `jo.bright@${neighbour.word.toLowerCase()}.example`
  const person = { name: 'Jo Bright', rank: 'Digital manager', initials: 'JB', email }
  const { actor } = await begin(world, { name: forceNameOf(neighbour), kind: 'force', person })
  const sheet = new TextEncoder().encode(sheetOf(accountsOf(neighbour), now))
  const { digest } = done(await previewSheet(world, actor, sheet), 'their sheet')
  done(await importSheet(world, actor, sheet, { digest, makeOffices: true, leaveOut: false }), 'their sheet')
  done(await listOfficials(world, actor, officialsList), 'their official accounts')
  return actor
}
