import { command } from '../audit/audit.commands.ts'
import { setClock } from '../foundation/clock.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { changeForce } from '../people/force.commands.ts'
import { addPerson } from '../people/people.commands.ts'
import { peopleRefusals } from '../people/people.contract.ts'
import { nobodyCanSignIn } from '../people/people.queries.ts'
import { holdFirstRun, insertForce } from '../people/people.store.ts'
import { changePassword } from '../people/sign-in.commands.ts'
import { addOffice } from '../register/office.commands.ts'
import { addAccount } from '../register/register.commands.ts'
import { addContributor } from '../register/roster/roster.commands.ts'
import { setObjective } from '../strategy/strategy.commands.ts'
import { type AccountKey, accounts } from './accounts.ts'
import { type Calendar, later } from './calendar.ts'
import {
  demoPassword,
  emailOf,
  forceName,
  forceZone,
  type ObjectiveKey,
  type OfficeKey,
  objectives,
  offices,
  type PersonKey,
  people,
} from './force.ts'
import { firstDay } from './routine.ts'
import { trainedUntil, trainingAsked } from './training.ts'

/** The demo's own world: the same database, a clock that the demo moves, and its names for what the database has ids for. */
export type DemoWorld = World & {
  clock: ReturnType<typeof setClock>
  forceId: string
  personIds: Map<PersonKey, string>
  officeIds: Map<OfficeKey, string>
  objectiveIds: Map<ObjectiveKey, string>
  accountIds: Map<AccountKey, string>
}

type Telling = { world: DemoWorld; calendar: Calendar; seed: number; say(line: string): void }

/** Something that happens at its own time. `sends` false: after it no post falls due that did not before. */
export type Moment = { at: Date; run(): Promise<unknown>; sends?: boolean }

/**
 * What is told of the demo force beside its five weeks. It begins on the morning of the first of them, with people and accounts in place;
 * its moments are lived among those of the weeks, and its end when all have been lived.
 */
export type Chapter = (told: Telling) => Promise<{ moments: readonly Moment[]; end(): Promise<void> }>

/** Something that the demo's story takes for granted was refused: a fault of the story, or of the rule that it met. */
class Refused extends Error {}

export function done<T>(outcome: Outcome<T>, what: string): T {
  if (outcome.ok) return outcome.value
  throw new Refused(`${what}: ${outcome.refusal.id}. ${outcome.refusal.words} ${JSON.stringify(outcome.facts ?? {})}`)
}

export function idOf<K extends string>(ids: ReadonlyMap<K, string>, key: K): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo knows no ${key} yet.`)
  return id
}

export const actorOf = (world: DemoWorld, key: PersonKey): Actor => ({
  forceId: world.forceId,
  personId: idOf(world.personIds, key),
  roles: people[key].roles,
})

const keysOf = <T extends object>(table: T): (keyof T & string)[] => Object.keys(table) as (keyof T & string)[]

/**
 * Makes the force on the morning on which its story begins, marked as a demo from its first instant, so that no half-made one is ever taken for
 * real. It has nobody and nothing yet.
 */
export const makeForce = (outside: World, calendar: Calendar): Promise<Outcome<DemoWorld>> => {
  const clock = setClock(calendar.at(firstDay + 1, '09:00'))
  const forceId = newId(clock.now())
  const [personIds, officeIds, objectiveIds, accountIds] = [new Map(), new Map(), new Map(), new Map()]
  const world: DemoWorld = { ...outside, clock, forceId, personIds, officeIds, objectiveIds, accountIds }
  return command(world, { forceId, personId: null, roles: [] }, async (c) => {
    await holdFirstRun(c.tx)
    const there = await c.tx.selectFrom('force').select('id').limit(1).executeTakeFirst()
    if (there || !(await nobodyCanSignIn(c.tx))) return refuse(peopleRefusals.alreadySetUp)
    await insertForce(c.tx, { id: forceId, name: forceName, timeZone: forceZone, demo: true }, c.now)
    c.record('force.made', `force:${forceId}`, { timeZone: forceZone, demo: true })
    return ok(world)
  })
}

/** People, sign-ins, objectives, offices, accounts and places, each by its own command. */
export async function fillForce(world: DemoWorld, now: Date): Promise<void> {
  const product: Actor = { forceId: world.forceId, personId: null, roles: [] }
  const settings = {
    corporateNumbers: ['101', 'hello@westshire.police.example'],
    lowRiskSample: 1,
    training: { asked: [...trainingAsked], from: null },
  }
  done(await changeForce(world, product, { settings }), 'settings')
  // Passwords are slow on purpose: all at once, on as many cores as there are.
  const oneTime = await Promise.all(keysOf(people).map((key) => addOne(world, product, key, now)))
  await Promise.all(oneTime.flat().map(([key, present]) => chooseWords(world, key, present)))
  const owen = actorOf(world, 'owen')
  for (const key of keysOf(objectives)) {
    const { title, area, measure } = objectives[key]
    const kind = area === null ? 'objective' : 'localPriority'
    const set = await setObjective(world, owen, { title, area, measure, kind, startsAt: null, endsAt: null })
    world.objectiveIds.set(key, done(set, title).id)
  }
  for (const key of keysOf(offices)) {
    const [title, holder] = offices[key]
    const added = await addOffice(world, owen, { title, holderId: holder && idOf(world.personIds, holder) })
    world.officeIds.set(key, done(added, title).id)
  }
  for (const key of keysOf(accounts)) await addPlace(world, key, now)
}

/** Adds one person; answers with the one-time password of whoever signs in. */
async function addOne(world: DemoWorld, product: Actor, key: PersonKey, now: Date): Promise<[PersonKey, string][]> {
  const { signIn, ...rest } = people[key]
  const person = { ...rest, email: emailOf(rest.name), trainedUntil: trainedUntil(rest.name, now), signIn }
  const added = done(await addPerson(world, product, person), rest.name)
  world.personIds.set(key, added.id)
  return added.oneTime ? [[key, added.oneTime.password]] : []
}

async function chooseWords(world: DemoWorld, key: PersonKey, present: string): Promise<void> {
  const words = { present, next: demoPassword }
  done(await changePassword(world, actorOf(world, key), words, null), `password of ${people[key].name}`)
}

async function addPlace(world: DemoWorld, key: AccountKey, now: Date): Promise<void> {
  const { class: kindOf, signs, owner, supervisor, reviewIn, objectives: serves, places, ...rest } = accounts[key]
  const added = await addAccount(world, actorOf(world, 'owen'), {
    ...rest,
    class: kindOf,
    kind: signs === 'none' ? 'single' : 'collective',
    signaturePlace: signs,
    ownerOfficeId: owner && idOf(world.officeIds, owner),
    supervisorOfficeId: supervisor && idOf(world.officeIds, supervisor),
    cover: [...rest.cover],
    latenessMinutes: 30,
    objectiveIds: serves.map((one) => idOf(world.objectiveIds, one)),
    nextReviewAt: reviewIn === null ? null : later(now, reviewIn * 24 * 60).toISOString(),
  })
  const id = done(added, rest.name).id
  world.accountIds.set(key, id)
  for (const { who, voice, trusted, from, initials } of places) {
    const place = { id, personId: idOf(world.personIds, who), trusted: trusted ?? false, until: null }
    done(
      await addContributor(world, actorOf(world, who === 'priya' ? 'owen' : 'priya'), {
        ...place,
        voice: voice ?? 'signs',
        from: from ? new Date(from).toISOString() : null,
        initials: initials ?? null,
      }),
      `${who} on ${rest.name}`,
    )
  }
}
