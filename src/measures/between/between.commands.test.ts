import { expect, test } from 'vitest'
import { makeServer } from '../../foundation/server.ts'
import type { Actor } from '../../foundation/world.ts'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import { measuresRoom } from '../measures.routes.ts'
import { variation } from '../variation/variation.queries.ts'
import { compareForces, endCompare, letCompare } from './between.commands.ts'
import { consentsOf } from './between.queries.ts'

const inspector: Actor = { forceId: 'inspectorate', personId: 'ines', roles: ['inspector'] }
const headOf = (forceId: string): Actor => ({ forceId, personId: 'jan', roles: ['headOfCommunications'] })
const forces = ['westshire', ...Array.from({ length: 8 }, (_, n) => `force${n}`)]
const day = 86_400_000

/** Nine forces of one corporate and one neighbourhood account each, counted; one of them far out; two inspectorates. */
async function openForces(): Promise<Testbed> {
  const bed = await openTestbed()
  const at = bed.clock.now()
  await bed.db
    .insertInto('force')
    .values([
      ...forces.slice(1).map((id) => ({ id, name: `Police of ${id}`, created_at: at })),
      { id: 'inspectorate', name: 'The Inspectorate', kind: 'inspectorate' as const, created_at: at },
      { id: 'other', name: 'Another inspectorate', kind: 'inspectorate' as const, created_at: at },
    ])
    .execute()
  const person = { id: 'jan', name: 'Jan Strand', rank: 'Ms', initials: 'JS', joined_at: at }
  await bed.db
    .insertInto('person')
    .values(forces.map((force_id) => ({ force_id, ...person })))
    .execute()
  const account = (force_id: string, id: string, of: 'corporate' | 'neighbourhood') => ({
    force_id,
    id,
    network: 'x',
    handle: `SecretHandle${id}`,
    name: `Secret name ${id}`,
    class: of,
    kind: 'single' as const,
    status: 'live' as const,
    purpose: 'Secret purpose',
    signature_place: 'suffix' as const,
    created_at: at,
  })
  await bed.db
    .insertInto('account')
    .values(forces.flatMap((f) => [account(f, 'c', 'corporate'), account(f, 'n', 'neighbourhood')]))
    .execute()
  const row = (force_id: string, account_id: string, top: number, of_count: number) => ({
    force_id,
    span: 'weeks13' as const,
    measure: 'M07',
    account_id,
    version: 1,
    figure: top / of_count,
    top,
    of_count,
    left_out: '{}',
    more: '{}',
    look: false,
  })
  await bed.db
    .insertInto('measured')
    .values(
      forces.flatMap((f, n) => {
        const top = n === 8 ? 390 : 100 + 3 * n
        return [row(f, '', top + 20, 500), row(f, 'c', top, 400), row(f, 'n', 20, 100)]
      }),
    )
    .execute()
  const ofClass = (force_id: string, of: 'corporate' | 'neighbourhood', top: number, of_count: number) => ({
    force_id,
    span: 'weeks13' as const,
    measure: 'M07',
    class: of,
    middle: top / of_count,
    top,
    of_count,
    accounts: 3,
  })
  await bed.db
    .insertInto('measured_class')
    .values(
      forces.flatMap((f, n) => [
        ofClass(f, 'corporate', n === 8 ? 390 : 100 + 3 * n, 400),
        ofClass(f, 'neighbourhood', 20, 100),
      ]),
    )
    .execute()
  return bed
}

const until = (bed: Testbed, days = 30) => new Date(bed.clock.now().getTime() + days * day)
const letAll = async (bed: Testbed) => {
  for (const force of forces) await letCompare(bed, headOf(force), { inspectorate: 'inspectorate', until: until(bed) })
}
const seen = async (bed: Testbed, actor = inspector): Promise<string[]> => {
  const found = await compareForces(bed, actor, 'M07', 'weeks13')
  if (!found.ok) throw new Error(found.refusal.id)
  const ids = new Set(
    [found.value.whole, ...found.value.classes.map((c) => c.variation)].flatMap((v) => v.points.map((p) => p.id)),
  )
  expect([...ids].sort()).toEqual(found.value.forces.map((f) => f.id).sort())
  return [...ids].sort()
}
const compared = (bed: Testbed, forceId: string) =>
  bed.db
    .selectFrom('fact')
    .select(['data', 'actor'])
    .where('force_id', '=', forceId)
    .where('kind', '=', 'measures.compared')
    .orderBy('seq')
    .execute()

test('without consent nothing is read; with it just that force; after its end, or once it is ended, nothing again', async () => {
  await using bed = await openForces()
  expect(await seen(bed)).toEqual([])
  const given = await letCompare(bed, headOf('westshire'), { inspectorate: 'inspectorate', until: until(bed) })
  if (!given.ok) throw new Error(given.refusal.id)
  expect(await seen(bed)).toEqual(['westshire'])
  await letCompare(bed, headOf('force1'), { inspectorate: 'inspectorate', until: until(bed, 2) })
  expect(await seen(bed)).toEqual(['force1', 'westshire'])
  bed.clock.forward(2 * day)
  expect(await seen(bed)).toEqual(['westshire'])
  expect(await endCompare(bed, headOf('westshire'), given.value.id)).toEqual({ ok: true, value: {} })
  expect(await seen(bed)).toEqual([])
})

test('a consent is for one inspectorate, from its first instant; a force that is no inspectorate is never one', async () => {
  await using bed = await openForces()
  await letAll(bed)
  expect(await seen(bed, { ...inspector, forceId: 'other' })).toEqual([])
  // An inspector of a force, even where a consent names that force, compares nobody.
  await bed.db
    .updateTable('compare_consent')
    .set({ inspectorate_id: 'force2' })
    .where('force_id', '=', 'force3')
    .execute()
  expect(await seen(bed, { ...inspector, forceId: 'force2' })).toEqual([])
  await bed.db
    .updateTable('compare_consent')
    .set({ from_at: until(bed, 1) })
    .where('force_id', '=', 'force4')
    .execute()
  expect(await seen(bed)).toEqual(forces.filter((f) => f !== 'force3' && f !== 'force4').sort())
})

test('figures and nothing else: no account, handle or word of a force is in what an inspector gets', async () => {
  await using bed = await openForces()
  await letAll(bed)
  const server = makeServer(bed, measuresRoom.routes, async () => inspector)
  const pages = ['forces/M07', 'forces/M07/figures.csv', 'variation/M07', 'comparing', 'earns']
  for (const page of pages) {
    const answer = await server.request(`/api/measures/${page}`)
    expect([page, answer.status]).toEqual([page, 200])
    expect(await answer.text()).not.toMatch(/secret/i)
  }
  expect((await variation(bed, inspector, 'M07', 'weeks13')).ok).toBe(true)
  expect((await server.request('/api/measures/accounts/c')).status).toBe(404)
  expect((await server.request('/api/measures/M07/rows?account=c')).status).toBe(404)
  const csv = await (await server.request('/api/measures/forces/M07/figures.csv')).text()
  expect(csv.trim().split('\r\n')).toHaveLength(1 + 9 + 18)
})

test('of nine forces the one far out stands out, together and in its class; the others are ordinary', async () => {
  await using bed = await openForces()
  await letAll(bed)
  const found = await compareForces(bed, inspector, 'M07', 'weeks13')
  if (!found.ok) throw new Error(found.refusal.id)
  const out = (v: typeof found.value.whole) =>
    v.points.filter((p) => p.stands !== 'inside').map((p) => [p.id, p.stands])
  expect(out(found.value.whole)).toEqual([['force7', 'above']])
  const [corporate, neighbourhood] = found.value.classes
  expect(corporate?.variation.points.find((p) => p.id === 'westshire')).toMatchObject({
    top: 100,
    of: 400,
    figure: 0.25,
  })
  expect(out(corporate?.variation ?? found.value.whole)).toEqual([['force7', 'above']])
  expect(out(neighbourhood?.variation ?? found.value.whole)).toEqual([])
})

test('the figure of one account is not shown, nor what it could be worked out from; of a force of one account nothing is', async () => {
  await using bed = await openForces()
  await letAll(bed)
  const few = (force: string, of: 'corporate' | 'neighbourhood', accounts: number) =>
    bed.db
      .updateTable('measured_class')
      .set({ accounts })
      .where('force_id', '=', force)
      .where('class', '=', of)
      .execute()
  await few('force1', 'corporate', 1)
  await few('force2', 'corporate', 1)
  await few('force2', 'neighbourhood', 2)
  await few('force3', 'corporate', 1)
  await few('force3', 'neighbourhood', 1)
  const found = await compareForces(bed, inspector, 'M07', 'weeks13')
  if (!found.ok) throw new Error(found.refusal.id)
  const { whole, classes } = found.value
  const of = (ids: readonly { id: string }[]) => ids.map((p) => p.id).filter((id) => /force[123]/.test(id))
  expect(of(whole.points).sort()).toEqual(['force1', 'force2'])
  expect(classes.map((c) => [c.class, of(c.variation.points), c.variation.points.length])).toEqual([
    ['corporate', [], 6],
    ['neighbourhood', [], 6],
  ])
})

test('every reading leaves a fact with the force that was read, and with no other', async () => {
  await using bed = await openForces()
  await letCompare(bed, headOf('westshire'), { inspectorate: 'inspectorate', until: until(bed) })
  await compareForces(bed, inspector, 'M07', 'weeks13')
  await compareForces(bed, inspector, 'M04', 'year')
  const facts = await compared(bed, 'westshire')
  expect(facts.map((f) => f.actor)).toEqual([null, null])
  expect(facts.map((f) => JSON.parse(f.data))).toMatchObject([
    { inspectorate: 'inspectorate', inspector: 'ines', measure: 'M07', span: 'weeks13' },
    { measure: 'M04', span: 'year' },
  ])
  expect(await compared(bed, 'force1')).toEqual([])
})

test('who lets, until when and who ended it stays readable', async () => {
  await using bed = await openForces()
  const given = await letCompare(bed, headOf('westshire'), { inspectorate: 'inspectorate', until: until(bed) })
  if (!given.ok) throw new Error(given.refusal.id)
  await endCompare(bed, headOf('westshire'), given.value.id)
  const again = await letCompare(bed, headOf('westshire'), { inspectorate: 'inspectorate', until: until(bed, 1) })
  bed.clock.forward(day)
  // Run out: another may stand in its place.
  expect((await letCompare(bed, headOf('westshire'), { inspectorate: 'inspectorate', until: until(bed) })).ok).toBe(
    true,
  )
  const { consents, inspectorates, mayLet } = await consentsOf(bed, headOf('westshire'))
  expect(consents).toHaveLength(3)
  expect(consents.map((c) => c.endedAt === null)).toEqual([true, false, false])
  expect(consents.find((c) => c.id === given.value.id)).toMatchObject({
    inspectorate: 'The Inspectorate',
    by: 'Ms Jan Strand',
    endedBy: 'Ms Jan Strand',
  })
  expect(consents.find((c) => again.ok && c.id === again.value.id)?.endedBy).toBeNull()
  expect(inspectorates.map((i) => i.id)).toEqual(['other', 'inspectorate'])
  expect(mayLet).toBe(true)
  expect((await consentsOf(bed, headOf('force1'))).consents).toEqual([])
})

test('every refusal', async () => {
  await using bed = await openForces()
  const refused = (refusal: unknown) => ({ ok: false, refusal })
  const pc: Actor = { forceId: 'westshire', personId: 'leah', roles: ['contributor'] }
  const given = { inspectorate: 'inspectorate', until: until(bed) }
  expect(await letCompare(bed, pc, given)).toEqual(refused(r.mayNotLetCompare))
  expect(await letCompare(bed, headOf('westshire'), { ...given, inspectorate: 'force1' })).toEqual(
    refused(r.noInspectorate),
  )
  expect(await letCompare(bed, headOf('westshire'), { ...given, until: bed.clock.now() })).toEqual(
    refused(r.endsTooSoon),
  )
  const let1 = await letCompare(bed, headOf('westshire'), given)
  expect(await letCompare(bed, headOf('westshire'), given)).toEqual(refused(r.comparesAlready))
  if (!let1.ok) throw new Error(let1.refusal.id)
  expect(await endCompare(bed, pc, let1.value.id)).toEqual(refused(r.mayNotLetCompare))
  expect(await endCompare(bed, headOf('force1'), let1.value.id)).toEqual(refused(r.noConsent))
  expect(await endCompare(bed, inspector, let1.value.id)).toEqual(refused(r.mayNotLetCompare))
  expect(await compareForces(bed, headOf('westshire'), 'M07', 'weeks13')).toEqual(refused(r.mayNotCompare))
  expect(await compareForces(bed, { ...inspector, roles: [] }, 'M07', 'weeks13')).toEqual(refused(r.mayNotCompare))
  expect(await compareForces(bed, inspector, 'M03', 'weeks13')).toEqual(refused(r.noMeasure))
  expect(await variation(bed, inspector, 'M03', 'weeks13')).toEqual(refused(r.noMeasure))
})

test('over HTTP: let, see, end', async () => {
  await using bed = await openForces()
  const server = makeServer(bed, measuresRoom.routes, async () => headOf('westshire'))
  const headers = { 'content-type': 'application/json', 'x-front-counter': '1' }
  const post = (path: string, body: object) =>
    server.request(`/api/measures/${path}`, { method: 'POST', body: JSON.stringify(body), headers })
  const made = await post('comparing', { inspectorate: 'inspectorate', until: until(bed).toISOString() })
  expect(made.status).toBe(200)
  expect(await seen(bed)).toEqual(['westshire'])
  const { id } = await made.json()
  expect((await post(`comparing/${id}/end`, {})).status).toBe(200)
  expect(await seen(bed)).toEqual([])
  expect((await server.request('/api/measures/forces/M07')).status).toBe(403)
  const csv = await (await server.request('/api/measures/variation/M07/figures.csv')).text()
  expect(csv).toContain('"Secret name c","SecretHandlec","x","corporate","0.25","100","400","","","unsaid"')
})
