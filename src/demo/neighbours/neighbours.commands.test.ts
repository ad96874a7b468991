import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareForces } from '../../measures/between/between.commands.ts'
import { countWhatIsDue } from '../../measures/measures.jobs.ts'
import { openTestbed } from '../../testbed.ts'
import { calendarOf } from '../calendar.ts'
import { forceZone } from '../force.ts'
import { done, fillForce, makeForce } from '../start.commands.ts'
import { between } from './neighbours.commands.ts'
import { neighbours } from './neighbours.ts'

const now = new Date('2026-11-21T11:26:00.000Z')
const calendar = calendarOf(now, forceZone)

test('an inspector compares the forces next to ours: enough to say what is ordinary, all marked as invented', {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fc-between-'))
  try {
    await using bed = await openTestbed({ at: now.toISOString(), config: { dataDir: folder } })
    await bed.db.deleteFrom('force').execute()
    const world = done(await makeForce(bed, calendar), 'the force')
    const { clock } = world
    await fillForce(world, now)
    const told = await between({ world, calendar, seed: 1829, say: () => {} })
    clock.set(now)
    await told.end()
    await countWhatIsDue(world)

    const forces = await bed.db.selectFrom('force').select(['id', 'kind', 'demo']).execute()
    expect(forces.every((force) => force.demo)).toBe(true)
    const house = forces.find((force) => force.kind === 'inspectorate')?.id ?? ''
    const judith = await bed.db.selectFrom('person').selectAll().where('force_id', '=', house).executeTakeFirstOrThrow()
    expect(judith).toMatchObject({ email: 'judith.marlowe@inspectorate.example', one_time_until: null })
    const inspector = { forceId: house, personId: judith.id, roles: judith.roles }
    const found = await compareForces(world, inspector, 'M07', 'weeks13')
    if (!found.ok) throw new Error(found.refusal.id)
    // Ours has published nothing here, so that it has no figure; the others have one, as a whole and by class.
    expect(found.value.forces).toHaveLength(neighbours.length + 1)
    expect(found.value.whole.points).toHaveLength(neighbours.length)
    expect(found.value.classes.map((c) => [c.class, c.variation.points.length])).toEqual([
      ['corporate', neighbours.length],
      ['neighbourhood', neighbours.length],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
