import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { closeAlarms } from '../../posting/delivery/alarm.store.ts'
import { placesOf } from '../desk.queries.ts'
import { dutyRefusals as no } from './duty.refusals.ts'
import { isPushAddress, type PushAddress } from './push.client.ts'
import * as store from './reach.store.ts'
import { standingNow } from './standing.queries.ts'
import { tellBy } from './tell.client.ts'
import { markSeen } from './telling.store.ts'

const most = 10
const betweenTests = 20_000
/** Tests in that time by all ways together: an address that is added anew must not be written to without end. */
const mostTests = 3

type NewWay = { way: 'push' | 'email'; label: string; address: store.Address }

/** The same browser or address again keeps its place, and what is newer of it is kept. */
async function addWay(world: World, actor: Actor, given: NewWay): Promise<Outcome<{ id: string }>> {
  const personId = actor.personId
  if (personId === null) return refuse(no.noWay)
  return command(world, actor, async (c) => {
    const there = await store.waysOf(c.tx, actor.forceId, personId)
    for (const row of there) {
      if (sameAs(given.address, store.addressOfReach(world.seal, row))) await store.endReach(c.tx, row, c.now)
      else if (there.length >= most) return refuse(no.tooManyWays)
    }
    const id = await store.insertReach(c.tx, world.seal, { forceId: actor.forceId, personId, at: c.now, ...given })
    c.record('reach.added', `reach:${id}`, { person: personId, way: given.way })
    return ok({ id })
  })
}

const sameAs = (a: store.Address, b: store.Address): boolean =>
  'email' in a
    ? 'email' in b && a.email.toLowerCase() === b.email.toLowerCase()
    : 'endpoint' in b && a.endpoint === b.endpoint

export async function addPush(
  world: World,
  actor: Actor,
  { label, ...address }: PushAddress & { label: string },
): Promise<Outcome<{ id: string }>> {
  if (!isPushAddress(address)) return refuse(no.notAPushAddress)
  return addWay(world, actor, { way: 'push', label, address })
}

export async function addEmail(world: World, actor: Actor, email: string): Promise<Outcome<{ id: string }>> {
  if (!world.config.mail) return refuse(no.noMailServer)
  return addWay(world, actor, { way: 'email', label: veiled(email), address: { email } })
}

/** `f…@westshire.example`: enough for its owner to know it by. */
const veiled = (email: string): string => email.replace(/^(.)[^@]*/, '$1…')

export async function removeWay(world: World, actor: Actor, id: string): Promise<Outcome<{ removed: boolean }>> {
  return command(world, actor, async (c) => {
    const row = await store.reachById(c.tx, actor.forceId, id, actor.personId ?? '')
    if (!row) return refuse(no.noWay)
    await store.endReach(c.tx, row, c.now)
    c.record('reach.removed', `reach:${id}`, { person: row.person_id, way: row.way })
    return ok({ removed: true })
  })
}

/** Sends a test now, between two transactions; answers when the other side has taken it. */
export async function testWay(world: World, actor: Actor, id: string): Promise<Outcome<{ testedAt: string }>> {
  const begun = await command(world, actor, async (c) => {
    const row = await store.reachById(c.tx, actor.forceId, id, actor.personId ?? '')
    if (!row) return refuse(no.noWay)
    if (row.way === 'email' && !world.config.mail) return refuse(no.noMailServer)
    const since = new Date(c.now.getTime() - betweenTests)
    const tests = await store.testsSince(c.tx, actor.forceId, row.person_id, since)
    if ((row.tested_at && row.tested_at > since) || tests >= mostTests) return refuse(no.testedJustNow)
    await store.changeReach(c.tx, row, { tested_at: c.now })
    const force = await c.tx.selectFrom('force').select('name').where('id', '=', actor.forceId).executeTakeFirst()
    return ok({ row, force: force?.name ?? '' })
  })
  if (!begun.ok) return begun
  const { row, force } = begun.value
  const home = world.config.publicUrl ?? `http://${world.config.host}:${world.config.port}`
  const ending = await tellBy(world, row, {
    title: 'This is a test',
    text: 'Alarms will come this way. Nothing has to be done.',
    urgent: false,
    address: `${home}/duty`,
    force,
    tag: 'test',
    key: newId(world.clock.now()),
  })
  return command(world, actor, async (c) => {
    c.record('reach.tested', `reach:${id}`, { arrived: ending.kind === 'told' })
    if (ending.kind === 'gone') await store.endReach(c.tx, row, c.now)
    else await store.changeReach(c.tx, row, { failed_at: ending.kind === 'told' ? null : c.now })
    if (ending.kind === 'told') await closeAlarms(c, `person:${row.person_id}`, ['cannotTell'])
    return ok(ending)
  }).then((kept) => {
    if (!kept.ok) return kept
    if (ending.kind === 'told') return ok({ testedAt: world.clock.now().toISOString() })
    return refuse(no.notReached, {}, `The test did not get through. ${ending.words}`)
  })
}

/** Whether others need not be called when this one has seen an alarm: who was told of it, works at the desk, is on duty or settles alarms. */
async function canSeeToIt(c: Commanding, alarmId: string): Promise<boolean> {
  const { forceId, personId } = c.actor
  const { onCall, desk } = await standingNow(c.tx, forceId, c.now)
  const places = await placesOf(c.tx, forceId, personId, c.now)
  const belongs = places.size > 0 || [...onCall, ...desk].includes(personId ?? '')
  if (may(c.actor, 'settleAlarm') || may(c.actor, 'workDesk', { belongs })) return true
  const told = await c.tx
    .selectFrom('telling')
    .select('id')
    .where('force_id', '=', forceId)
    .where('alarm_id', '=', alarmId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
}

/** A person who can see to it has opened an alarm: nobody else is called for it. Who only reads stops nothing. */
export async function seeAlarm(world: World, actor: Actor, id: string): Promise<Outcome<{ seenAt: string | null }>> {
  return command<{ seenAt: string | null }>(world, actor, async (c) => {
    const alarm = await c.tx
      .selectFrom('alarm')
      .select('id')
      .where('force_id', '=', actor.forceId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!alarm) return refuse(no.noAlarm)
    if (!(await canSeeToIt(c, id))) return ok({ seenAt: null })
    const seen = await markSeen(c.tx, actor.forceId, [id], actor.personId, c.now)
    if (seen.length > 0) c.record('alarm.seen', `alarm:${id}`, { together: seen.length })
    return ok({ seenAt: c.now.toISOString() })
  })
}
