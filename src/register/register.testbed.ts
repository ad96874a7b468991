import { command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import type { Outcome } from '../foundation/outcome.ts'
import type { Actor } from '../foundation/world.ts'
import { networks } from '../networks/networks.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { addAccount, moveInside, type NewAccount } from './register.commands.ts'

/** The network that needs no keys, and one that does. */
export const practiceId = networks.find((n) => n.practice)?.id ?? ''
export const keyedId = networks.find((n) => n.connected && !n.practice)?.id ?? ''

export type RegisterBed = Testbed & {
  head: Actor
  nobody: Actor
  person(name: string, rank: string, initials: string, roles?: readonly string[]): Promise<string>
  account(change?: Partial<NewAccount>): Promise<string>
  /** Closed, as the list that closes an account does it. */
  close(id: string): Promise<void>
}

/** A force with a head of communications (who may do everything here) and somebody who may do nothing. */
export async function openRegisterBed(options: Parameters<typeof openTestbed>[0] = {}): Promise<RegisterBed> {
  const bed = await openTestbed(options)
  const person: RegisterBed['person'] = async (name, rank, initials, roles = []) => {
    const id = newId(bed.clock.now())
    const row = { force_id: bed.forceId, id, name, rank, initials, roles: [...roles], joined_at: bed.clock.now() }
    await bed.db.insertInto('person').values(row).execute()
    return id
  }
  const actor = async (name: string, roles: readonly string[]): Promise<Actor> => ({
    forceId: bed.forceId,
    personId: await person(name, 'Manager', name.slice(0, 2), roles),
    roles,
  })
  const head = await actor('Priya Nandakumar', ['headOfCommunications'])
  const nobody = await actor('Nobody', ['reviewer'])
  const account: RegisterBed['account'] = async (change = {}) => {
    const made = await addAccount(bed, head, { ...sample, ...change })
    return must(made).id
  }
  const close: RegisterBed['close'] = async (id) => {
    for (const move of ['beginClosing', 'close'] as const)
      must(await command(bed, head, (c) => moveInside(c, { id, move, reason: 'decided' })))
  }
  return Object.assign(bed, { head, nobody, person, account, close })
}

export const sample: NewAccount = {
  network: practiceId,
  handle: '@Chiefs_Westshire',
  name: 'Chief officers',
  class: 'chiefOfficer',
  kind: 'collective',
  purpose: 'To let the public reach those who decide',
  area: null,
  ownerOfficeId: null,
  supervisorOfficeId: null,
  signaturePlace: 'prefix',
  cover: [{ day: 1, from: '09:00', to: '17:00' }],
  latenessMinutes: 30,
  objectiveIds: [],
  nextReviewAt: null,
  status: 'live',
}

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.id}: ${outcome.refusal.words}`)
  return outcome.value
}

export const refusalOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'none' : outcome.refusal.id)
