import { expect, test } from 'vitest'
import { must } from '../../register/register.testbed.ts'
import { clocksOf } from '../clock.ts'
import { look, take } from '../conversation.commands.ts'
import { aroundOf, clockFactsOf } from '../desk.queries.ts'
import { openListenBed } from '../listening/listening.testbed.ts'
import { raiseIncident } from '../outcome.commands.ts'
import { watchDanger, watchDesk } from './watch.jobs.ts'

const minute = 60_000
const knife = 'There is a man with a knife attacking somebody in Mill Lane right now, please help'

/** Ann asked something, and an agent has looked at it; then 20 minutes go by. */
async function lookedAt() {
  const bed = await openListenBed()
  const agent = { forceId: bed.forceId, personId: 'p', roles: ['deskAgent'] }
  bed.say('What time do you open on Saturday?')
  await bed.hear()
  const { id } = await bed.conversation('m1')
  must(await look(bed, agent, { id }))
  bed.clock.forward(20 * minute)
  const clocks = async () => {
    const row = await bed.conversation('m1')
    const all = clocksOf(clockFactsOf(row, await aroundOf(bed.db, bed.forceId, ['a'])), bed.clock.now())
    return Object.fromEntries(all.map((k) => [k.kind, k]))
  }
  return Object.assign(bed, {
    id,
    clocks,
    looks: () => look(bed, agent, { id }),
    takes: () => take(bed, agent, { id, over: null }),
    raises: () => raiseIncident(bed, agent, { id, reference: '0412' }),
    watch: async () => {
      await watchDanger(bed)
      await watchDesk(bed)
      return bed.alarms()
    },
  })
}

test('words of danger in what somebody has looked at before call people again, and its clocks count from then', async () => {
  await using bed = await lookedAt()
  expect(await bed.watch()).toEqual([])
  bed.say(knife, { parent: 'm1' })
  await bed.hear()
  expect(await bed.conversation('m2')).toMatchObject({ id: bed.id, rank: 0, danger_at: bed.clock.now() })
  expect(await bed.watch()).toEqual(['danger'])
  expect(await bed.clocks()).toMatchObject({
    firstLook: { stoppedAt: null, state: 'running', startedAt: bed.clock.now() },
    incidentRaised: { stoppedAt: null, state: 'running', startedAt: bed.clock.now() },
  })
  must(await bed.looks())
  expect(await bed.watch()).toEqual([])
  const told = await bed.db.selectFrom('fact').select('kind').where('kind', '=', 'alarm.raised').execute()
  expect(told).toHaveLength(1)
})

test('who said so before and says so again is heard again; whoever has it at hand is given a minute', async () => {
  await using bed = await lookedAt()
  bed.say(knife, { parent: 'm1' })
  await bed.hear()
  const since = bed.clock.now()
  must(await bed.takes())
  expect(await bed.watch()).toEqual([])
  bed.clock.forward(minute)
  bed.say(`He is inside now. ${knife}`, { parent: 'm1' })
  await bed.hear()
  expect(await bed.watch()).toEqual([])
  bed.clock.forward(minute + 1)
  expect(await bed.watch()).toEqual(['danger'])
  // The time in which the control room has to know does not begin anew.
  expect((await bed.clocks()).incidentRaised?.startedAt).toEqual(since)
})

test('a person in danger whom somebody has looked at and nobody helps is over the clock, and that is told', async () => {
  await using bed = await lookedAt()
  bed.say(knife, { parent: 'm1' })
  await bed.hear()
  must(await bed.looks())
  bed.clock.forward(31 * minute)
  expect(await bed.watch()).toEqual(['overdue'])
  const alarm = await bed.db.selectFrom('alarm').select('words').where('kind', '=', 'overdue').executeTakeFirstOrThrow()
  expect(alarm.words).toMatch(/^One conversation is over its clock, the first since \S+\. One may be about danger\.$/)
  must(await bed.raises())
  bed.clock.forward(16 * minute)
  // The control room has it; the person still has no answer from us.
  expect((await bed.clocks()).incidentRaised?.state).toBe('stoppedLate')
})

test('what is drawn into a conversation that somebody has looked at brings its danger along', async () => {
  await using bed = await lookedAt()
  bed.say(knife, { parent: 'm3' })
  await bed.hear()
  expect((await bed.conversation('m2')).id).not.toBe(bed.id)
  bed.say('I write this in between', { parent: 'm1', externalId: 'm3' })
  await bed.hear()
  expect((await bed.conversation('m2')).id).toBe(bed.id)
  expect(await bed.conversation('m1')).toMatchObject({ rank: 0, danger_at: bed.clock.now() })
  expect(await bed.watch()).toEqual(['danger'])
})
