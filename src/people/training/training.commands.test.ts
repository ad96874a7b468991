import { expect, test } from 'vitest'
import { factsAbout } from '../../audit/audit.queries.ts'
import type { Outcome } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import { openTestbed } from '../../testbed.ts'
import { changeForce } from '../force.commands.ts'
import { addPerson, endPerson } from '../people.commands.ts'
import { agree, recordTraining } from './training.commands.ts'
import { trainingOf } from './training.queries.ts'

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  return outcome.value
}
const refusal = (outcome: Outcome<unknown>) => (outcome.ok ? 'none' : outcome.refusal.id)
const later = new Date('2027-06-01T00:00:00Z')

async function openBed() {
  const bed = await openTestbed()
  const add = async (name: string, roles: readonly string[]): Promise<Actor & { personId: string }> => {
    const basis = { rank: 'PC', initials: 'XY', email: null, trainedUntil: null, signIn: false }
    const { id } = must(await addPerson(bed, bed.actor, { ...basis, name, roles: [] }))
    return { forceId: bed.forceId, personId: id, roles }
  }
  const [head, leah] = [await add('Head', ['headOfCommunications']), await add('Leah', ['contributor'])]
  const until = async (of: Actor) =>
    (await trainingOf(bed, of, bed.clock.now())).people.find((p) => p.isYou)?.until ?? null
  return Object.assign(bed, { head, leah, until })
}

test('training is recorded by somebody else, the agreement given by oneself; rights end with the first that ends', async () => {
  await using bed = await openBed()
  const { head, leah } = bed
  const given = { personId: leah.personId, subject: 'mediaLaw' as const, until: later }
  expect(refusal(await recordTraining(bed, leah, given))).toBe('mayNotRecordTraining')
  expect(refusal(await recordTraining(bed, { ...head, personId: leah.personId }, given))).toBe('mayNotRecordTraining')
  expect(refusal(await recordTraining(bed, head, { ...given, personId: 'none' }))).toBe('noPerson')
  expect(refusal(await recordTraining(bed, head, { ...given, until: bed.clock.now() }))).toBe('trainingOver')
  must(await recordTraining(bed, head, given))
  expect(await bed.until(leah)).toBe(later.toISOString())
  must(await agree(bed, leah))
  expect(await bed.until(leah)).toBe(later.toISOString())
  bed.clock.forward(1000)
  must(await recordTraining(bed, head, { ...given, until: new Date('2029-01-01T00:00:00Z') }))
  expect(await bed.until(leah)).toBe('2027-09-07T09:00:00.000Z')
  const { people } = await trainingOf(bed, leah, bed.clock.now())
  expect(people.find((p) => p.isYou)).toMatchObject({
    mayRecord: false,
    standing: 'current',
    subjects: [
      { subject: 'mediaLaw', standing: 'current' },
      { standing: 'none' },
      { standing: 'none' },
      { subject: 'agreement' },
    ],
  })
  expect((await factsAbout(bed.db, bed.forceId, [`person:${leah.personId}`])).map((f) => f.kind)).toEqual([
    'person.added',
    ...Array(3).fill('training.recorded'),
  ])
  must(await endPerson(bed, { ...head, personId: 'other' }, leah.personId))
  expect(refusal(await recordTraining(bed, head, given))).toBe('hasLeft')
  expect(refusal(await agree(bed, leah))).toBe('hasLeft')
})

test('what the force asks holds for everybody from the day that it names', async () => {
  await using bed = await openBed()
  must(await agree(bed, bed.leah))
  const ask = (asked: 'mediaLaw'[], from: string | null) =>
    changeForce(bed, bed.head, { settings: { training: { asked, from } } })
  must(await ask(['mediaLaw'], '2026-12-01'))
  expect([await bed.until(bed.leah), await bed.until(bed.head)]).toEqual(Array(2).fill('2026-12-01T00:00:00.000Z'))
  must(await recordTraining(bed, bed.head, { personId: bed.leah.personId, subject: 'mediaLaw', until: later }))
  expect(await bed.until(bed.leah)).toBe(later.toISOString())
  must(await ask([], null))
  expect([await bed.until(bed.leah), await bed.until(bed.head)]).toEqual([later.toISOString(), null])
})

test('a day given when somebody is added is training in what is asked, and stays; whoever is added without any is bound by the day of the force', async () => {
  await using bed = await openBed()
  const add = async (name: string, trainedUntil: Date | null): Promise<Actor> => {
    const basis = { rank: 'PC', initials: 'XY', email: null, signIn: false, roles: [] }
    const { id } = must(await addPerson(bed, bed.actor, { ...basis, name, trainedUntil }))
    return { forceId: bed.forceId, personId: id, roles: [] }
  }
  const first = await add('First', later)
  const ask = (asked: ('mediaLaw' | 'houseStyle')[], from: string | null) =>
    changeForce(bed, bed.head, { settings: { training: { asked, from } } })
  must(await ask(['mediaLaw'], null))
  expect(await bed.until(first)).toBe(later.toISOString())
  must(await ask(['mediaLaw', 'houseStyle'], '2026-12-01'))
  const [second, third] = [await add('Second', later), await add('Third', null)]
  expect([await bed.until(second), await bed.until(third)]).toEqual([later.toISOString(), '2026-12-01T00:00:00.000Z'])
  const { people } = await trainingOf(bed, second, bed.clock.now())
  expect(people.find((p) => p.isYou)?.subjects.map((s) => s.standing)).toEqual(['current', 'none', 'current', 'none'])
})
