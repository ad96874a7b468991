import { expect, test } from 'vitest'
import { factsAbout } from '../../audit/audit.queries.ts'
import { must, openRegisterBed, practiceId, refusalOf } from '../register.testbed.ts'
import { decideLookAlike, noteLookAlike } from './outside.commands.ts'
import { lookAlikes } from './outside.queries.ts'

test('a look-alike is noted with the account that it is taken for, reported, and gone', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account({ handle: 'WestshirePolice', name: 'Westshire Police' })
  const note = async (over: object, actor = bed.head) =>
    noteLookAlike(bed, actor, { network: practiceId, handle: '@WestshireP0lice', what: 'Asks for payment', ...over })
  expect(refusalOf(await note({}, bed.nobody))).toBe('mayNotChangeRegister')
  expect(refusalOf(await note({ network: 'carrierPigeon' }))).toBe('unknownNetwork')
  expect(refusalOf(await note({ handle: 'westshirepolice' }))).toBe('handleTaken')
  const noted = must(await note({})).id
  expect(refusalOf(await note({ handle: 'westshirep0lice' }))).toBe('lookAlikeThere')
  expect(await lookAlikes(bed.db, bed.forceId)).toMatchObject([
    {
      handle: 'WestshireP0lice',
      account: { id },
      likeness: { kind: 'letters', odd: [10] },
      outcome: 'open',
      decidedAt: null,
    },
  ])
  const decide = (over: object = {}, actor = bed.head) =>
    decideLookAlike(bed, actor, {
      id: noted,
      outcome: 'reported',
      reason: 'It asks for money',
      reportReference: 'X-881',
      ...over,
    })
  expect(refusalOf(await decide({}, bed.nobody))).toBe('mayNotChangeRegister')
  expect(refusalOf(await decide({ id: 'none' }))).toBe('noLookAlike')
  must(await decide())
  bed.clock.forward(1000)
  must(await decide({ outcome: 'gone', reason: 'Taken down', reportReference: null }))
  expect(await lookAlikes(bed.db, bed.forceId)).toMatchObject([
    { outcome: 'gone', reason: 'Taken down', reportReference: 'X-881', decidedBy: { name: 'Priya Nandakumar' } },
  ])
  const facts = await factsAbout(bed.db, bed.forceId, [`lookAlike:${noted}`])
  expect(facts.map((f) => f.kind)).toEqual(['lookAlike.noted', 'lookAlike.decided', 'lookAlike.decided'])
})
