import { expect, test } from 'vitest'
import { factsAbout } from '../../audit/audit.queries.ts'
import type { Actor } from '../../foundation/world.ts'
import { changeConvention, noteProfile, readProfile } from '../convention.commands.ts'
import { conventionOf } from '../convention.queries.ts'
import { addOffice, changeHolder } from '../office.commands.ts'
import { changeAccount } from '../register.commands.ts'
import { accountPage } from '../register.queries.ts'
import { keyedId, must, openRegisterBed, practiceId, refusalOf, sample } from '../register.testbed.ts'
import { askForAccount, decideRequest, openAccount, takeBackRequest } from './request.commands.ts'
import type { RequestFields } from './request.contract.ts'
import { requests } from './request.queries.ts'

const wanted: RequestFields = {
  network: practiceId,
  handle: '@WestshireDogs',
  name: 'Police dogs',
  class: 'specialist',
  area: null,
  purpose: 'What the dogs do, in pictures',
  objectiveId: null,
  ownerOfficeId: null,
  whyNew: 'The force account has no room for it.',
  whoPosts: 'Sgt Strand and two handlers.',
  leaveCover: 'The other handler.',
  monitoring: 'Weekdays, and the desk at night.',
  training: 'Media law in October.',
  risk: 'People report strays here.',
}

const beds = async () => {
  const bed = await openRegisterBed()
  const asker: Actor = {
    forceId: bed.forceId,
    personId: await bed.person('Jo Strand', 'Sgt', 'JS'),
    roles: ['contributor'],
  }
  const ask = async (over: Partial<RequestFields> = {}) =>
    must(await askForAccount(bed, asker, { ...wanted, ...over })).id
  const decide = (
    id: string,
    decision: 'approve' | 'turnDown' | 'redirect',
    over: { actor?: Actor; accountId?: string } = {},
  ) =>
    decideRequest(bed, over.actor ?? bed.head, { id, decision, reason: 'as agreed', accountId: over.accountId ?? null })
  return Object.assign(bed, { asker, ask, decide })
}

test('asked, approved, gone through, opened: each by a step of its own, with its reason', async () => {
  await using bed = await beds()
  const request = await bed.ask()
  expect(await requests(bed.db, bed.head)).toMatchObject([
    { id: request, state: 'waiting', askedBy: { name: 'Jo Strand' }, may: { decide: true, takeBack: false } },
  ])
  const { accountId } = must(await bed.decide(request, 'approve'))
  const id = accountId ?? ''
  const open = (accepted: ('handle' | 'profile')[] = []) =>
    openAccount(bed, bed.head, { id, accepted, reason: 'All done' })
  const page = await accountPage(bed, bed.head, id, bed.clock.now())
  expect(page?.account.status).toBe('proposed')
  expect(page?.opening?.filter((o) => !o.done).map((o) => o.step)).toEqual(['profile', 'owner', 'cover'])
  expect(await open()).toMatchObject({
    refusal: { id: 'notReadyToOpen' },
    facts: { steps: ['profile', 'owner', 'cover'] },
  })
  const office = must(await addOffice(bed, bed.head, { title: 'Dog section sergeant', holderId: null })).id
  const record = { ...sample, handle: 'WestshireDogs', class: 'specialist' as const, ownerOfficeId: office }
  must(await changeAccount(bed, bed.head, { ...record, id, version: 1 }))
  must(await noteProfile(bed, bed.head, { id, profile: 'Dogs.' }))
  expect(await open(['profile'])).toMatchObject({ facts: { steps: ['owner'] } })
  must(await changeHolder(bed, bed.head, { id: office, holderId: bed.asker.personId }))
  expect(await open()).toMatchObject({ facts: { steps: ['profile'] } })
  must(await open(['profile']))
  expect(refusalOf(await open())).toBe('moveImpossible')
  expect(await requests(bed.db, bed.asker)).toMatchObject([
    { state: 'approved', reason: 'as agreed', decidedBy: { name: 'Priya Nandakumar' }, account: { id, open: true } },
  ])
  const facts = await factsAbout(bed.db, bed.forceId, [`request:${request}`, `account:${id}`])
  expect(facts.map((f) => f.kind)).toEqual([
    'account.askedFor',
    'account.added',
    'account.requestDecided',
    'account.changed',
    'account.profileNoted',
    'account.ownerChanged',
    'account.moved',
  ])
  expect(facts.at(-1)?.data).toMatchObject({ accepted: ['profile'] })
})

test('turned down, redirected, taken back: decided once, and never by who asked', async () => {
  await using bed = await beds()
  const there = await bed.account()
  const [first, second, third] = [await bed.ask(), await bed.ask({ handle: 'Two' }), await bed.ask({ handle: 'Three' })]
  expect(refusalOf(await bed.decide(first, 'approve', { actor: bed.asker }))).toBe('mayNotDecideAccount')
  expect(refusalOf(await bed.decide('none', 'approve'))).toBe('noRequest')
  must(await bed.decide(first, 'turnDown'))
  expect(refusalOf(await bed.decide(first, 'approve'))).toBe('requestDecided')
  expect(refusalOf(await bed.decide(second, 'redirect'))).toBe('redirectWhere')
  expect(must(await bed.decide(second, 'redirect', { accountId: there })).accountId).toBe(there)
  expect(refusalOf(await takeBackRequest(bed, bed.head, third))).toBe('notYourRequest')
  expect(refusalOf(await takeBackRequest(bed, bed.asker, 'none'))).toBe('noRequest')
  must(await takeBackRequest(bed, bed.asker, third))
  expect(refusalOf(await takeBackRequest(bed, bed.asker, third))).toBe('requestDecided')
  expect((await requests(bed.db, bed.head)).map((r) => r.state).sort()).toEqual([
    'redirected',
    'takenBack',
    'turnedDown',
  ])
  const head: Actor = { ...bed.head, personId: bed.asker.personId }
  expect(refusalOf(await bed.decide(await bed.ask({ handle: 'Four' }), 'approve', { actor: head }))).toBe(
    'mayNotDecideAccount',
  )
})

test('what cannot be asked for is refused, and what became impossible meanwhile cannot be approved', async () => {
  await using bed = await beds()
  const ask = async (over: Partial<RequestFields>, actor = bed.asker) =>
    refusalOf(await askForAccount(bed, actor, { ...wanted, ...over }))
  expect(await ask({}, bed.nobody)).toBe('mayNotAsk')
  expect(await ask({ network: 'carrierPigeon' })).toBe('unknownNetwork')
  expect(await ask({ ownerOfficeId: 'none' })).toBe('officeUnknown')
  expect(await ask({ objectiveId: 'none' })).toBe('objectiveUnknown')
  const request = await bed.ask()
  await bed.account({ handle: 'westshiredogs' })
  expect(await ask({})).toBe('handleTaken')
  expect(refusalOf(await bed.decide(request, 'approve'))).toBe('handleTaken')
  expect((await requests(bed.db, bed.head))[0]?.state).toBe('waiting')
  expect(refusalOf(await openAccount(bed, bed.nobody, { id: 'x', accepted: [], reason: 'x' }))).toBe(
    'mayNotChangeRegister',
  )
  expect(refusalOf(await openAccount(bed, bed.head, { id: 'x', accepted: [], reason: 'x' }))).toBe('noAccount')
})

test('a force writes its own convention, and names and profiles are looked at by it', async () => {
  await using bed = await beds()
  const id = await bed.account({ handle: 'WestshireDogs', class: 'specialist' })
  const seen = async () => {
    const page = await accountPage(bed, bed.head, id, bed.clock.now())
    return {
      naming: page?.naming.map((f) => f.id),
      profile: page?.profile.findings.map((f) => f.id),
      text: page?.profile.text,
    }
  }
  expect(await seen()).toEqual({ naming: [], profile: [], text: null })
  const kept = await conventionOf(bed.db, bed.forceId)
  const own = {
    naming: { ...kept.naming, prefixes: ['WP'] },
    profile: { ...kept.profile, hours: false, houseRules: null },
  }
  expect(refusalOf(await changeConvention(bed, bed.nobody, own))).toBe('mayNotChangeRegister')
  must(await changeConvention(bed, bed.head, own))
  must(await changeConvention(bed, bed.head, own))
  must(await noteProfile(bed, bed.head, { id, profile: 'Run by our handlers.' }))
  expect(await seen()).toEqual({
    naming: ['prefix'],
    profile: ['notForEmergencies', 'numbers'],
    text: 'Run by our handlers.',
  })
  expect(refusalOf(await noteProfile(bed, bed.nobody, { id, profile: 'x' }))).toBe('mayNotChangeRegister')
  expect(refusalOf(await noteProfile(bed, bed.head, { id: 'none', profile: 'x' }))).toBe('noAccount')
})

test('a profile is read only where a network tells it', async () => {
  await using bed = await beds()
  const read = async (id: string, actor = bed.head) => refusalOf(await readProfile(bed, actor, id))
  const keyed = await bed.account({ network: keyedId, handle: 'desk.example' })
  expect(await read(keyed, bed.nobody)).toBe('mayNotChangeRegister')
  expect(await read('none')).toBe('noAccount')
  expect(await read(keyed)).toBe('noKeys')
  expect(await read(await bed.account())).toBe('noProfileThere')
})
