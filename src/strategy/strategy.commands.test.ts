import { expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { makeServer } from '../foundation/server.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { changeObjective, endObjective, type Setting, setObjective } from './strategy.commands.ts'
import { strategyRefusals as r } from './strategy.contract.ts'
import { listTheObjectives } from './strategy.queries.ts'
import { strategyRoom } from './strategy.routes.ts'

const head = { forceId: 'westshire', personId: 'jan', roles: ['headOfCommunications'] }
const pc = { forceId: 'westshire', personId: 'leah', roles: ['contributor'] }
const breakIns: Setting = {
  title: 'Fewer evening break-ins',
  kind: 'objective',
  area: null,
  measure: 'Reports a week',
  startsAt: null,
  endsAt: null,
}
const quay: Setting = { ...breakIns, title: 'Speeding in Quay Street', kind: 'localPriority', area: 'Westport quay' }

const titles = async (bed: Testbed, which: 'inForce' | 'all') =>
  (await listTheObjectives(bed.db, head, which, bed.clock.now())).objectives.map((o) => o.title)

const made = async (bed: Testbed, s: Setting): Promise<string> => {
  const outcome = await setObjective(bed, head, s)
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  return outcome.value.id
}

test('objectives and priorities are set, put right and ended, and stay in the list of all', async () => {
  await using bed = await openTestbed()
  const id = await made(bed, breakIns)
  await made(bed, quay)
  expect(await titles(bed, 'inForce')).toEqual(['Fewer evening break-ins', 'Speeding in Quay Street'])
  bed.clock.forward(60_000)
  expect(await changeObjective(bed, head, id, { title: 'Fewer break-ins', area: null, measure: '' })).toEqual({
    ok: true,
    value: {},
  })
  expect(await endObjective(bed, head, id)).toEqual({ ok: true, value: {} })
  expect(await titles(bed, 'inForce')).toEqual(['Speeding in Quay Street'])
  expect(await titles(bed, 'all')).toEqual(['Fewer break-ins', 'Speeding in Quay Street'])
  const facts = await bed.db.selectFrom('fact').select(['kind', 'data']).orderBy('seq').execute()
  expect(facts.map((f) => f.kind)).toEqual(['objective.set', 'objective.set', 'objective.changed', 'objective.ended'])
  expect(facts.map((f) => f.data).join()).not.toContain('break-ins')
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('one that begins later is listed and not in force', async () => {
  await using bed = await openTestbed()
  await made(bed, { ...breakIns, startsAt: new Date('2026-10-01T00:00:00Z') })
  const { objectives } = await listTheObjectives(bed.db, head, 'inForce', bed.clock.now())
  expect(objectives).toMatchObject([{ inForce: false, startsAt: '2026-10-01T00:00:00.000Z' }])
})

test('every refusal', async () => {
  await using bed = await openTestbed()
  const id = await made(bed, quay)
  const change = { title: 'Speeding', area: 'Westport quay', measure: '' }
  expect(await setObjective(bed, pc, breakIns)).toEqual({ ok: false, refusal: r.mayNotChangeObjectives })
  expect(await changeObjective(bed, pc, id, change)).toEqual({ ok: false, refusal: r.mayNotChangeObjectives })
  expect(await endObjective(bed, bed.actor, id)).toEqual({ ok: false, refusal: r.mayNotChangeObjectives })
  expect(await setObjective(bed, head, { ...quay, area: null })).toEqual({ ok: false, refusal: r.priorityNeedsArea })
  expect(await changeObjective(bed, head, id, { ...change, area: null })).toEqual({
    ok: false,
    refusal: r.priorityNeedsArea,
  })
  expect(await setObjective(bed, head, { ...quay, endsAt: bed.clock.now() })).toEqual({
    ok: false,
    refusal: r.endsBeforeItBegins,
  })
  expect(await endObjective(bed, head, 'none')).toEqual({ ok: false, refusal: r.noObjective })
  expect(await endObjective(bed, { ...head, forceId: 'eastshire' }, id)).toEqual({ ok: false, refusal: r.noObjective })
  await endObjective(bed, head, id)
  expect(await endObjective(bed, head, id)).toEqual({ ok: false, refusal: r.objectiveEnded })
  expect(await changeObjective(bed, head, id, change)).toEqual({ ok: false, refusal: r.objectiveEnded })
})

test('over HTTP: the whole way, and wrong types are refused before they reach the room', async () => {
  await using bed = await openTestbed()
  const server = makeServer(bed, strategyRoom.routes, async () => head)
  const post = async (path: string, body: unknown) => {
    const response = await server.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-front-counter': '1' },
    })
    return { status: response.status, body: await response.json() }
  }
  for (const wrong of [
    {},
    { title: 5, kind: 'objective' },
    { title: 'Fine', kind: 'wish' },
    { title: 'Fine', kind: 'objective', startsAt: 'Monday' },
  ]) {
    expect(await post('/api/objectives', wrong)).toMatchObject({ status: 422, body: { refusal: { id: 'wrongShape' } } })
  }
  const { id } = (await post('/api/objectives', { title: 'Answer every question', kind: 'objective' })).body
  expect(await post(`/api/objectives/${id}/change`, { title: 'Answer each', area: null, measure: '' })).toMatchObject({
    status: 200,
  })
  expect(await (await server.request('/api/objectives')).json()).toMatchObject({
    objectives: [{ id, title: 'Answer each', inForce: true }],
    mayChange: true,
  })
  expect(await post(`/api/objectives/${id}/end`, {})).toMatchObject({ status: 200 })
  expect(await post(`/api/objectives/${id}/end`, {})).toMatchObject({
    status: 409,
    body: { refusal: { id: 'objectiveEnded' } },
  })
})
