import { expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import type { Actor } from '../../foundation/world.ts'
import { changeAccount } from '../register.commands.ts'
import { followPeople } from '../register.jobs.ts'
import { accounts } from '../register.queries.ts'
import { must, openRegisterBed, type RegisterBed, refusalOf, sample } from '../register.testbed.ts'
import { addDelegation, endDelegation } from './delegation.commands.ts'
import {
  addContributor,
  changeVoice,
  chooseInitials,
  endContributor,
  partWith,
  trustContributor,
} from './roster.commands.ts'
import { contributorsAt, legendOf, placeOf, speakerOn } from './roster.queries.ts'
import { renewSignatures } from './signing.commands.ts'

const give = (bed: RegisterBed, id: string, personId: string, change: object = {}, actor = bed.head) =>
  addContributor(bed, actor, { id, personId, trusted: false, from: null, until: null, initials: null, ...change })
const day = 86_400_000
const promote = (bed: RegisterBed, id: string, rank: string) =>
  bed.db.updateTable('person').set({ rank }).where('id', '=', id).execute()
const now = (bed: RegisterBed) => bed.clock.now()

test('a signature is made from the person, and the legend keeps who it was', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const mary = await bed.person('Mary Jones', 'Assistant Chief Constable', 'M.J.')
  const place = must(await give(bed, id, mary))
  expect(place.signature).toBe('ACC MJ:')
  bed.clock.forward(30 * day)
  must(await endContributor(bed, bed.head, place.id))
  const mark = await bed.person('Mark Jeffries', 'ACC', 'MJ')
  must(await give(bed, id, mark))
  const before = new Date(now(bed).getTime() - 1)
  expect(await speakerOn(bed.db, bed.forceId, id, 'ACC MJ:', before)).toMatchObject({
    name: 'Mary Jones',
    rank: 'ACC',
    until: now(bed).toISOString(),
  })
  expect(await speakerOn(bed.db, bed.forceId, id, 'acc mj', now(bed))).toMatchObject({
    name: 'Mark Jeffries',
    until: null,
  })
  expect(Object.keys((await legendOf(bed.db, bed.forceId, id))[0] ?? {}).sort()).toEqual([
    'from',
    'mark',
    'name',
    'rank',
    'signature',
    'until',
  ])
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('two who would sign alike at the same moment: one is let in, the other is told who it is and what to do', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const people = [await bed.person('Mary Jones', 'ACC', 'MJ'), await bed.person('Max Jolly', 'ACC', 'MJ')]
  const both = await Promise.all(people.map((p) => give(bed, id, p)))
  expect(both.map(refusalOf).sort()).toEqual(['none', 'signatureTaken'])
  const lost = both.findIndex((o) => !o.ok)
  expect(both[lost]).toMatchObject({
    refusal: {
      words: expect.stringMatching(/^ACC (Mary Jones|Max Jolly) already signs ACC MJ on this account\..*ACC MAJ\.$/),
    },
  })
  expect(await bed.db.selectFrom('contributor').select('id').execute()).toHaveLength(1)
  expect(refusalOf(await give(bed, id, people[lost] ?? '', { initials: 'TH' }))).toBe('initialsNotTheirs')
  expect(must(await give(bed, id, people[lost] ?? '', { initials: 'mtj' })).signature).toBe('ACC MTJ:')
})

test('whoever cannot have a place is refused', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const ann = await bed.person('Ann Lee', 'PC', 'AL')
  expect(refusalOf(await give(bed, id, ann, {}, bed.nobody))).toBe('mayNotGrant')
  expect(refusalOf(await give(bed, 'none', ann))).toBe('noAccount')
  expect(refusalOf(await give(bed, await bed.account({ handle: 'x', status: 'unofficial' }), ann))).toBe(
    'accountClosed',
  )
  expect(refusalOf(await give(bed, id, 'none'))).toBe('personUnknown')
  expect(refusalOf(await give(bed, id, bed.head.personId ?? '', { trusted: true }))).toBe('notWithYourself')
  expect(refusalOf(await give(bed, id, ann, { until: '2026-01-01T00:00:00Z' }))).toBe('datesWrong')
  must(await give(bed, id, ann, { from: '2026-10-01T00:00:00Z', until: '2026-11-01T00:00:00Z' }))
  expect(refusalOf(await give(bed, id, ann))).toBe('alreadyContributor')
  expect(must(await give(bed, id, ann, { until: '2026-10-01T00:00:00Z' })).signature).toBe('PC AL:')
  const taken = await bed.person('Al Lund', 'PC', 'AL')
  expect(refusalOf(await give(bed, id, taken, { from: '2026-10-15T00:00:00Z' }))).toBe('signatureTaken')
  must(await give(bed, id, taken, { from: '2026-11-01T00:00:00Z' }))
})

test('a place ends once, with its signature and its consents', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const [ruth, huw] = [
    await bed.person('Ruth Halloran', 'Chief Constable', 'RH'),
    await bed.person('Huw Bellis', 'Chief Inspector', 'HB'),
  ]
  const place = must(await give(bed, id, ruth))
  must(await give(bed, id, huw))
  must(
    await addDelegation(
      bed,
      { ...bed.nobody, personId: ruth },
      { id, byPersonId: ruth, toPersonId: huw, until: '2026-12-31T00:00:00Z' },
    ),
  )
  expect((await placeOf(bed.db, bed.forceId, id, huw, now(bed))).releasesFor).toMatchObject([{ personId: ruth }])
  bed.clock.forward(1000)
  expect(refusalOf(await endContributor(bed, bed.nobody, place.id))).toBe('mayNotGrant')
  must(await endContributor(bed, bed.head, place.id))
  expect(refusalOf(await endContributor(bed, bed.head, place.id))).toBe('contributorEnded')
  expect(await placeOf(bed.db, bed.forceId, id, ruth, now(bed))).toEqual({
    contributor: null,
    mark: null,
    others: [{ personId: huw, mark: 'Ch Insp HB' }],
    releasesFor: [],
  })
  expect((await placeOf(bed.db, bed.forceId, id, huw, now(bed))).releasesFor).toEqual([])
})

test('trust is given by somebody else, and initials are chosen among the person’s own', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const [mj, other] = [await bed.person('Mary Jones', 'ACC', 'MJ'), await bed.person('Mo Tan Jay', 'ACC', 'MTJ')]
  const place = must(await give(bed, id, mj)).id
  must(await give(bed, id, other))
  expect(refusalOf(await trustContributor(bed, bed.nobody, { id: place, trusted: true }))).toBe('mayNotGrant')
  expect(refusalOf(await trustContributor(bed, { ...bed.head, personId: mj }, { id: place, trusted: true }))).toBe(
    'notWithYourself',
  )
  must(await trustContributor(bed, bed.head, { id: place, trusted: true }))
  bed.clock.forward(1000)
  expect(refusalOf(await chooseInitials(bed, bed.nobody, { id: place, initials: 'MAJ' }))).toBe('mayNotGrant')
  expect(refusalOf(await chooseInitials(bed, bed.head, { id: place, initials: 'MTJ' }))).toBe('signatureTaken')
  expect(refusalOf(await chooseInitials(bed, bed.head, { id: place, initials: 'XX' }))).toBe('initialsNotTheirs')
  expect((await placeOf(bed.db, bed.forceId, id, mj, now(bed))).mark).toBe('ACC MJ')
  expect(must(await chooseInitials(bed, bed.head, { id: place, initials: 'MAJ' })).signature).toBe('ACC MAJ:')
  expect(await placeOf(bed.db, bed.forceId, id, mj, now(bed))).toMatchObject({
    contributor: { trusted: true },
    mark: 'ACC MAJ',
  })
  bed.clock.forward(1000)
  must(await endContributor(bed, bed.head, place))
  expect(refusalOf(await trustContributor(bed, bed.head, { id: place, trusted: true }))).toBe('contributorEnded')
  expect(refusalOf(await chooseInitials(bed, bed.head, { id: place, initials: 'MAJ' }))).toBe('contributorEnded')
})

test('a promotion changes the signature from that day, and old posts still lead to the right person', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const david = await bed.person('David Penrose', 'Assistant Chief Constable', 'DP')
  must(await give(bed, id, david, { initials: 'DAP' }))
  bed.clock.forward(10 * day)
  await promote(bed, david, 'Deputy Chief Constable')
  await followPeople(bed)
  await followPeople(bed)
  expect(await legendOf(bed.db, bed.forceId, id)).toMatchObject([
    { mark: 'DCC DAP', until: null },
    { mark: 'ACC DAP', rank: 'ACC', name: 'David Penrose', until: now(bed).toISOString() },
  ])
  expect(must(await renewSignatures(bed, bed.forceId, david))).toEqual({ renewed: 0, clashes: 0 })
  expect(must(await renewSignatures(bed, bed.forceId, 'none'))).toEqual({ renewed: 0, clashes: 0 })
})

test('a promotion into somebody else’s signature keeps the old one in force and says so', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const [acc, supt] = [await bed.person('Mary Jones', 'ACC', 'MJ'), await bed.person('Max Jolly', 'Supt', 'MJ')]
  must(await give(bed, id, acc))
  const place = must(await give(bed, id, supt)).id
  bed.clock.forward(day)
  await promote(bed, supt, 'ACC')
  expect(must(await renewSignatures(bed, bed.forceId, supt))).toEqual({ renewed: 0, clashes: 1 })
  const account = await bed.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect((await contributorsAt(bed.db, account, now(bed))).find((c) => c.id === place)).toMatchObject({
    signature: 'Supt MJ:',
    clash: { wanted: 'ACC MJ', heldBy: { name: 'Mary Jones' } },
  })
  must(await chooseInitials(bed, bed.head, { id: place, initials: 'MCJ' }))
  expect((await contributorsAt(bed.db, account, now(bed))).find((c) => c.id === place)).toMatchObject({
    signature: 'ACC MCJ:',
    clash: null,
  })
})

test('consent is the officer’s own, to somebody else who writes there, until a date', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const [ruth, huw] = [
    await bed.person('Ruth Halloran', 'Chief Constable', 'RH'),
    await bed.person('Huw Bellis', 'Chief Inspector', 'HB'),
  ]
  const asRuth = { ...bed.nobody, personId: ruth }
  const consent = { id, byPersonId: ruth, toPersonId: huw, until: '2026-12-31T00:00:00Z' }
  const go = async (given: object = {}, actor: Actor = asRuth) =>
    refusalOf(await addDelegation(bed, actor, { ...consent, ...given }))
  expect(await go()).toBe('notWriting')
  for (const p of [ruth, huw]) must(await give(bed, id, p))
  expect(await go({ id: 'none' })).toBe('noAccount')
  expect(await go({}, bed.head)).toBe('notYourName')
  expect(await go({ toPersonId: ruth })).toBe('notToYourself')
  expect(await go({ until: '2026-09-07T09:00:00Z' })).toBe('datesWrong')
  const given = must(await addDelegation(bed, asRuth, consent)).id
  expect((await placeOf(bed.db, bed.forceId, id, huw, new Date('2026-12-30T23:59:59Z'))).releasesFor).toHaveLength(1)
  expect((await placeOf(bed.db, bed.forceId, id, huw, new Date('2026-12-31T00:00:00Z'))).releasesFor).toEqual([])
  expect(refusalOf(await endDelegation(bed, bed.nobody, given))).toBe('notYourName')
  bed.clock.forward(1000)
  must(await endDelegation(bed, { ...bed.nobody, personId: huw }, given))
  expect(refusalOf(await endDelegation(bed, bed.head, given))).toBe('delegationEnded')
  await bed.close(id)
  expect(await go()).toBe('accountClosed')
})

test('whoever leaves loses every place and office the same day, once', async () => {
  await using bed = await openRegisterBed()
  const jon = await bed.person('Jon Kerslake', 'ACC', 'JK')
  const office = { force_id: bed.forceId, id: 'o', title: 'ACC operations', holder_id: jon, since: now(bed) }
  await bed.db.insertInto('office').values(office).execute()
  const id = await bed.account({ ownerOfficeId: 'o' })
  must(await give(bed, id, jon))
  bed.clock.forward(day)
  await bed.db
    .updateTable('person')
    .set({ left_at: now(bed) })
    .where('id', '=', jon)
    .execute()
  expect(await placeOf(bed.db, bed.forceId, id, jon, now(bed))).toMatchObject({ contributor: null })
  await followPeople(bed)
  expect(await bed.db.selectFrom('office').select('holder_id').execute()).toEqual([{ holder_id: null }])
  expect(await bed.db.selectFrom('signature').select('until_at').execute()).toEqual([{ until_at: now(bed) }])
  expect(must(await partWith(bed, bed.forceId, jon))).toEqual({ ended: 0 })
  expect(refusalOf(await give(bed, id, jon))).toBe('personUnknown')
})

test('a place that drafts has no signature, gives no consent and is no voice; another may let it release', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const [ruth, huw] = [
    await bed.person('Ruth Halloran', 'Chief Constable', 'RH'),
    await bed.person('Huw Bellis', 'Chief Inspector', 'HB'),
  ]
  must(await give(bed, id, ruth))
  expect(refusalOf(await give(bed, id, huw, { voice: 'drafts', initials: 'HJB' }))).toBe('draftsOnly')
  const place = must(await give(bed, id, huw, { voice: 'drafts' }))
  expect(place.signature).toBeNull()
  expect((await legendOf(bed.db, bed.forceId, id)).map((row) => row.name)).toEqual(['Ruth Halloran'])
  expect((await accounts(bed.db, bed.forceId, now(bed))).find((a) => a.id === id)?.people).toBe(1)
  expect(await placeOf(bed.db, bed.forceId, id, huw, now(bed))).toMatchObject({
    contributor: { voice: 'drafts' },
    mark: null,
  })
  const consent = { id, byPersonId: huw, toPersonId: ruth, until: '2026-12-31T00:00:00Z' }
  expect(refusalOf(await addDelegation(bed, { ...bed.nobody, personId: huw }, consent))).toBe('draftsOnly')
  const back = { ...consent, byPersonId: ruth, toPersonId: huw }
  must(await addDelegation(bed, { ...bed.nobody, personId: ruth }, back))
  expect(refusalOf(await chooseInitials(bed, bed.head, { id: place.id, initials: 'HJB' }))).toBe('draftsOnly')
  await promote(bed, huw, 'Superintendent')
  expect(must(await renewSignatures(bed, bed.forceId, huw))).toEqual({ renewed: 0, clashes: 0 })
  must(await changeAccount(bed, bed.head, { ...sample, id, version: 1, signaturePlace: 'suffix' }))
  expect((await legendOf(bed.db, bed.forceId, id)).map((row) => row.name)).not.toContain('Huw Bellis')
})

test('from drafting to signing and back: the signature comes and ends, and consents given end with it', async () => {
  await using bed = await openRegisterBed()
  const id = await bed.account()
  const [ruth, huw] = [
    await bed.person('Ruth Halloran', 'Chief Constable', 'RH'),
    await bed.person('Huw Bellis', 'Chief Inspector', 'HB'),
  ]
  must(await give(bed, id, ruth))
  const place = must(await give(bed, id, huw, { voice: 'drafts' })).id
  const change = (voice: 'signs' | 'drafts', actor = bed.head) => changeVoice(bed, actor, { id: place, voice })
  expect(refusalOf(await change('signs', bed.nobody))).toBe('mayNotGrant')
  expect(must(await change('drafts')).signature).toBeNull()
  bed.clock.forward(day)
  expect(must(await change('signs')).signature).toBe('Ch Insp HB:')
  expect(must(await change('signs')).signature).toBe('Ch Insp HB:')
  const consent = { id, byPersonId: huw, toPersonId: ruth, until: '2026-12-31T00:00:00Z' }
  must(await addDelegation(bed, { ...bed.nobody, personId: huw }, consent))
  bed.clock.forward(day)
  expect(must(await change('drafts')).signature).toBeNull()
  expect((await placeOf(bed.db, bed.forceId, id, ruth, now(bed))).releasesFor).toEqual([])
  expect((await legendOf(bed.db, bed.forceId, id)).find((row) => row.name === 'Huw Bellis')?.until).toBe(
    now(bed).toISOString(),
  )
  must(await give(bed, id, await bed.person('Hal Brook', 'Chief Inspector', 'HB')))
  expect(refusalOf(await change('signs'))).toBe('signatureTaken')
  bed.clock.forward(1000)
  must(await endContributor(bed, bed.head, place))
  expect(refusalOf(await change('signs'))).toBe('contributorEnded')
})
