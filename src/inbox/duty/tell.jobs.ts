import { randomUUID } from 'node:crypto'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { closeAlarms, openAlarm } from '../../posting/delivery/alarm.store.ts'
import { leading, nextTry, peopleOf, stepNow } from './alarm.ts'
import { makePushKeys, type TellingEnding } from './push.client.ts'
import { changeReach, endReach, keepPushKeys, publicPushKey, reachById, waysOfAll } from './reach.store.ts'
import { standingNow } from './standing.queries.ts'
import { tellBy } from './tell.client.ts'
import * as store from './telling.store.ts'
import { wordsOfAlarm } from './words.queries.ts'

const product = (forceId: string) => ({ forceId, personId: null, roles: [] })
/** Longer than a mail server and a push service are waited for. */
const leaseMs = { real: 60_000, quick: 3000 } as const
const atOnce = 8

/** Decides who is told what, and tells it. Runs in every process, so that it lives when every worker is dead; twice at once tells once. */
export async function tell(world: World): Promise<void> {
  try {
    await eachForce(world.db, async (forceId) => {
      await makeKeys(world, forceId)
      await plan(world, forceId)
    })
  } finally {
    await sendDue(world)
  }
}

async function makeKeys(world: World, forceId: string): Promise<void> {
  if ((await publicPushKey(world.db, forceId)) !== null) return
  await keepPushKeys(world.db, world.seal, forceId, makePushKeys(), world.clock.now())
}

/** Begins what is new, and moves on what nobody has seen. */
export async function plan(world: World, forceId: string): Promise<void> {
  await beginNew(world, forceId)
  const now = world.clock.now()
  const due = (await store.alarmsUnderway(world.db, forceId)).flatMap((alarm) => {
    const step = stepNow(escalationOf(alarm), now)
    return step > alarm.step ? [{ alarm, step }] : []
  })
  for (const { alarm, step } of due)
    await command(world, product(forceId), async (c) => {
      if (await store.takeStep(c.tx, forceId, alarm, step, c.now)) await tellStep(world, c, alarm, step)
      return ok(null)
    })
}

const escalationOf = (a: store.OpenAlarm) => ({
  kind: a.kind,
  step: a.step,
  stepAt: a.step_at,
  raisedAt: a.opened_at ?? a.raised_at,
  seen: a.seen_at !== null,
  lookBy: a.look_by,
  inVain: a.failed === a.tellings,
})

async function beginNew(world: World, forceId: string): Promise<void> {
  const waiting = await store.alarmsToBegin(world.db, forceId)
  if (waiting.length === 0) return
  const now = world.clock.now()
  const begun = await store.begunSince(world.db, forceId, new Date(now.getTime() - 15 * 60_000))
  const lately = (kind: string, since: Date) => begun.filter((b) => b.kind === kind && b.begun >= since).length
  const groups = leading(waiting, lately, now)
  if (groups.length === 0) return
  await command(world, product(forceId), async (c) => {
    for (const { lead, with: others } of groups) {
      if (!(await store.beginTelling(c.tx, forceId, lead.id, null, c.now))) continue
      for (const other of others) await store.beginTelling(c.tx, forceId, other.id, lead.id, c.now)
    }
    return ok(null)
  })
}

/** Writes down whom this step is told, by every way they have. When there is nobody, that is an alarm of its own. */
async function tellStep(world: World, c: Commanding, alarm: store.OpenAlarm, step: number): Promise<void> {
  const forceId = c.actor.forceId
  const people = peopleOf(step, await standingNow(c.tx, forceId, c.now))
  const ways = await waysOfAll(c.tx, forceId, people, world.config.mail !== null)
  const tellings = await store.insertTellings(c.tx, forceId, alarm.id, step, ways, c.now)
  c.record('alarm.step', `alarm:${alarm.id}`, { kind: alarm.kind, step, people, tellings })
  const subject = `force:${forceId}`
  if (ways.length > 0) return closeAlarms(c, subject, ['cannotTell'])
  await openAlarm(
    c,
    'cannotTell',
    subject,
    'An alarm could not be told to anybody: nobody on duty, and no head of communications, has a way to be reached. Open Duty and add one.',
  )
}

/** Tells what is due, some at once. A process that dies in between leaves its lease to run out. */
async function sendDue(world: World): Promise<void> {
  const token = randomUUID()
  for (let round = 0; round < 10; round += 1) {
    const now = world.clock.now()
    const taken = await store.claimTellings(world.db, token, now, leaseMs[world.config.pace], atOnce)
    if (taken.length === 0) return
    await Promise.all(taken.map((telling) => sendOne(world, telling)))
  }
}

async function sendOne(world: World, telling: store.TellingRecord): Promise<void> {
  const words = await wordsOfAlarm(world, telling)
  const way = await reachById(world.db, telling.force_id, telling.reach_id)
  const ending: TellingEnding | 'needless' =
    words === null || !way ? 'needless' : await tellBy(world, way, { ...words, tag: telling.alarm_id, key: telling.id })
  await command(world, product(telling.force_id), async (c) => {
    await keep(c, telling, ending)
    return ok(null)
  })
}

async function keep(c: Commanding, telling: store.TellingRecord, ending: TellingEnding | 'needless'): Promise<void> {
  const how = await endedAs(c, telling, ending)
  if (!(await store.keepEnding(c.tx, telling, how)) || ending === 'needless') return
  if (how.state === 'waiting') return
  const way = await reachById(c.tx, telling.force_id, telling.reach_id)
  const subject = `person:${telling.person_id}`
  if (how.state === 'told') {
    c.record('alarm.told', `alarm:${telling.alarm_id}`, {
      person: telling.person_id,
      way: way?.way ?? '',
      step: telling.step,
    })
    if (way) await changeReach(c.tx, way, { failed_at: null })
    return closeAlarms(c, subject, ['cannotTell'])
  }
  c.record('alarm.notTold', `alarm:${telling.alarm_id}`, {
    person: telling.person_id,
    way: way?.way ?? '',
    step: telling.step,
  })
  if (way && ending.kind === 'gone') await endReach(c.tx, way, c.now)
  else if (way) await changeReach(c.tx, way, { failed_at: c.now })
  await openAlarm(c, 'cannotTell', subject, await cannotWords(c, telling, ending))
}

async function endedAs(c: Commanding, telling: store.TellingRecord, ending: TellingEnding | 'needless') {
  const same = { nextAt: c.now, toldAt: null, words: '' }
  if (ending === 'needless')
    return { ...same, state: 'failed' as const, words: 'It was over, or seen, before it was told.' }
  if (ending.kind === 'told') return { ...same, state: 'told' as const, toldAt: c.now }
  const again = ending.kind === 'later' ? nextTry(telling.tries, telling.at, c.now, ending.waitMs) : null
  if (again) return { ...same, state: 'waiting' as const, nextAt: again, words: ending.words }
  return { ...same, state: 'failed' as const, words: ending.words }
}

async function cannotWords(c: Commanding, telling: store.TellingRecord, ending: TellingEnding): Promise<string> {
  const person = await c.tx
    .selectFrom('person')
    .select(['rank', 'name'])
    .where('force_id', '=', telling.force_id)
    .where('id', '=', telling.person_id)
    .executeTakeFirst()
  const who = person ? `${person.rank} ${person.name}`.trim() : 'Somebody'
  const why = ending.kind === 'told' ? '' : ` ${ending.words}`
  return `An alarm could not be told to ${who}.${why} Call them, and look at their ways to be reached.`
}
