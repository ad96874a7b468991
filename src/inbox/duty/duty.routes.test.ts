import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { Endpoint } from '../../foundation/endpoint.ts'
import { outsideFetch } from '../../foundation/http-client.ts'
import { makeServer } from '../../foundation/server.ts'
import { must } from '../../register/register.testbed.ts'
import { dutyEndpoints } from './duty.contract.ts'
import { dutyRoutes } from './duty.routes.ts'
import { openDutyBed } from './duty.testbed.ts'
import { addPush, testWay } from './reach.commands.ts'
import { tell } from './tell.jobs.ts'

test('every endpoint of duty is hung up, and answers in its own shape', async () => {
  await using bed = await openDutyBed()
  expect(dutyRoutes.map((r) => r.endpoint.path + r.endpoint.method).sort()).toEqual(
    Object.values<Endpoint>(dutyEndpoints)
      .map((e) => e.path + e.method)
      .sort(),
  )
  const app = makeServer(bed, dutyRoutes, async () => bed.rhys)
  const get = async (path: string) => {
    const answer = await app.request(path, { headers: { 'x-front-counter': '1' } })
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }
  for (const [path, body] of [
    ['/api/duty', { onDuty: [], anybodyReachable: false, mayChange: false }],
    ['/api/duty/hand-overs', { notes: [], mayWrite: true }],
    ['/api/duty/ways', { ways: [], pushKey: null, mail: true }],
    ['/api/duty/alarms', { alarms: [] }],
    ['/api/duty/lines', { enabled: false, mayChange: false }],
    [`/api/duty/accounts/${bed.account}/watch`, { watched: false }],
  ] as const)
    expect(await get(path)).toMatchObject({ status: 200, body })
  expect(await get('/api/duty/alarms/x')).toMatchObject({ status: 404, body: { refusal: { id: 'noAlarm' } } })
  expect(await get('/api/duty/accounts/x/watch')).toMatchObject({
    status: 404,
    body: { refusal: { id: 'noSuchAccount' } },
  })
})

test('a push address that leads into a private network is never asked', async () => {
  await using bed = await openDutyBed()
  await tell(bed)
  let asked = 0
  const inside = createServer(() => {
    asked += 1
  })
  inside.on('connection', () => {
    asked += 1
  })
  await new Promise<void>((open) => inside.listen(0, '127.0.0.1', open))
  const { port } = inside.address() as AddressInfo
  const world = { ...bed, fetch: outsideFetch(false) }
  for (const endpoint of [`https://127.0.0.1:${port}/`, `https://localhost:${port}/`]) {
    const way = must(await addPush(bed, bed.rhys, { ...bed.service.subscription, endpoint, label: 'Trap' })).id
    const ending = await testWay(world, bed.rhys, way)
    expect(!ending.ok && ending.refusal.id).toBe('notReached')
  }
  expect(asked).toBe(0)
  inside.close()
})
