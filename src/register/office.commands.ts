import type { Commanding } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { changing } from './change.commands.ts'
import { registerRefusals as no } from './register.refusals.ts'
import * as store from './register.store.ts'

type NewOffice = { title: string; holderId: string | null }

export const addOffice = (world: World, actor: Actor, given: NewOffice): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    if (given.holderId !== null && !(await isHere(c, given.holderId))) return refuse(no.personUnknown)
    const id = newId(c.now)
    const office = { force_id: actor.forceId, id, title: given.title, holder_id: given.holderId, since: c.now }
    if (!(await store.insertOffice(c.tx, office))) return refuse(no.officeThere)
    c.record('office.added', `office:${id}`, { holder: given.holderId })
    return ok({ id })
  })

type Handover = { id: string; holderId: string | null }

/** Ownership belongs to the office; whenever its holder changes, each account is flagged until somebody takes it over. */
export const changeHolder = (
  world: World,
  actor: Actor,
  { id, holderId }: Handover,
): Promise<Outcome<{ id: string; flagged: number }>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    if (holderId !== null && !(await isHere(c, holderId))) return refuse(no.personUnknown)
    const flagged = await handOver(c, id, holderId)
    return flagged === null ? refuse(no.officeUnknown) : ok({ id, flagged })
  })

/** Null when there is no such office. */
export async function handOver(c: Commanding, officeId: string, holderId: string | null): Promise<number | null> {
  const office = await store.officeById(c.tx, c.actor.forceId, officeId)
  if (!office) return null
  if (office.holder_id === holderId) return 0
  await store.setHolder(c.tx, office, holderId, c.now)
  c.record('office.handedOver', `office:${office.id}`, { from: office.holder_id, to: holderId })
  const flagged = await store.flagOwnedBy(c.tx, office, c.now)
  for (const account of flagged) c.record('account.ownerChanged', `account:${account}`, { office: office.id })
  return flagged.length
}

const isHere = async (c: Commanding, personId: string): Promise<boolean> => {
  const person = await store.personById(c.tx, c.actor.forceId, personId)
  return person !== undefined && (person.left_at === null || person.left_at > c.now)
}
