import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { About, Act } from './act.ts'
import { acts, may } from './may.ts'
import { guardedRoles, needsSecondPerson, type Role, roleIds, roles, secondFactorAdvised } from './role.ts'

const author = { authorId: 'author' }

/** The facts under which an act is as allowed as it can be, for somebody who is not the author. */
const best: { [A in Act]: About[A] } = {
  seeEverything: null,
  seeAudit: null,
  changePeople: null,
  confirmRole: { byId: 'author', personId: 'new' },
  endPeople: null,
  changeForceSettings: null,
  changeRules: null,
  changeObjectives: null,
  changeRegister: null,
  askForAccount: null,
  decideAccount: { askedById: 'author' },
  recordTraining: { personId: 'author' },
  grantContributor: null,
  giveKeys: null,
  writeOn: { isContributor: true, contributorCurrent: true },
  speakOn: { signs: true, contributorCurrent: true },
  releaseAtOnce: { isTrusted: true, outcome: 'clear' },
  releaseEmergency: null,
  approve: { ...author, speaksForId: null },
  decideFinding: { ...author, decidedBy: ['sio', 'gold'] },
  sendBack: author,
  withdraw: author,
  correct: author,
  afterlook: author,
  placeHold: null,
  releaseHold: null,
  settleDelivery: null,
  settleAlarm: null,
  playPublic: null,
  makeFaults: null,
  readDesk: { belongs: true },
  workDesk: { belongs: true },
  readRestricted: null,
  moderate: null,
  decideAppeal: { byId: 'author' },
  changeLines: null,
  changeDuty: null,
  changeDesk: null,
  exportSubject: null,
  askPublic: null,
  runSurge: null,
  importArchive: null,
  readFollowers: null,
  recordLocalReach: null,
  countMeasures: null,
  sayWhyDiffers: null,
  listOfficials: null,
  compareForces: null,
  letInspectorsCompare: null,
  planAccounts: null,
  // Whoever saved a plan deletes it, and whoever answers for a step does it, whatever their role; here is seen who may besides.
  deletePlan: { made: false },
  carryOut: { answers: false },
  runReview: null,
  decideReview: { own: false },
  changeCriteria: null,
  // Whoever belongs to an account speaks and asks for it, whatever their role.
  giveVoice: { belongs: false, side: 'people' },
  askSecondLook: { belongs: false },
  waiveSecondLook: { owns: false },
  decideSecondLook: { decidedById: 'author', askedById: 'author', own: false },
}

/** `may` without the types, because the table is walked here. */
const mayDo = may as (
  asking: { forceId?: string; personId: string | null; roles: readonly string[] },
  act: Act,
  ...about: unknown[]
) => boolean
const ask = (personId: string | null, held: readonly string[], act: Act, about: unknown = best[act]) =>
  about === null ? mayDo({ personId, roles: held }, act) : mayDo({ personId, roles: held }, act, about)

/** Role by role, what each may do under the best facts; beyond what everyone may. */
const matrix = () =>
  Object.fromEntries(
    roleIds.map((role) => [
      role,
      acts.filter((act) => act !== 'seeEverything' && ask('someone', [role], act)).join(' '),
    ]),
  )

test('the whole table, role by role', () => {
  expect(matrix()).toMatchInlineSnapshot(`
    {
      "accountHolder": "askForAccount giveKeys writeOn speakOn releaseAtOnce readDesk workDesk",
      "chiefOfficer": "askForAccount writeOn speakOn releaseAtOnce releaseEmergency sendBack withdraw placeHold readDesk workDesk",
      "communicationsOfficer": "askForAccount writeOn speakOn releaseAtOnce releaseEmergency approve sendBack withdraw correct afterlook placeHold releaseHold settleDelivery settleAlarm readDesk workDesk readRestricted moderate decideAppeal changeLines changeDuty askPublic runSurge readFollowers recordLocalReach countMeasures sayWhyDiffers giveVoice",
      "contributor": "askForAccount writeOn speakOn releaseAtOnce readDesk workDesk",
      "corporateCommunications": "changeObjectives changeRegister askForAccount decideAccount recordTraining grantContributor giveKeys writeOn speakOn releaseAtOnce releaseEmergency approve sendBack withdraw correct afterlook placeHold releaseHold settleDelivery settleAlarm readDesk workDesk moderate decideAppeal changeLines changeDuty changeDesk askPublic runSurge importArchive readFollowers recordLocalReach countMeasures sayWhyDiffers listOfficials planAccounts deletePlan carryOut runReview decideReview changeCriteria giveVoice",
      "deskAgent": "askForAccount writeOn speakOn releaseAtOnce placeHold settleAlarm readDesk workDesk readRestricted moderate runSurge",
      "gold": "askForAccount writeOn speakOn releaseAtOnce releaseEmergency approve decideFinding sendBack withdraw afterlook placeHold releaseHold readDesk workDesk readRestricted moderate decideAppeal runSurge decideSecondLook",
      "headOfCommunications": "seeAudit confirmRole endPeople changeForceSettings changeRules changeObjectives changeRegister askForAccount decideAccount recordTraining grantContributor giveKeys writeOn speakOn releaseAtOnce releaseEmergency approve sendBack withdraw correct afterlook placeHold releaseHold settleDelivery settleAlarm readDesk workDesk readRestricted moderate decideAppeal changeLines changeDuty changeDesk askPublic runSurge importArchive readFollowers recordLocalReach countMeasures sayWhyDiffers listOfficials letInspectorsCompare planAccounts deletePlan carryOut runReview decideReview changeCriteria giveVoice decideSecondLook",
      "informationAssetOwner": "seeAudit decideSecondLook",
      "informationManager": "seeAudit readDesk exportSubject",
      "informationSecurity": "seeAudit endPeople giveKeys placeHold settleAlarm",
      "inspector": "compareForces",
      "oic": "askForAccount writeOn speakOn releaseAtOnce approve sendBack withdraw readDesk workDesk readRestricted",
      "productOwner": "seeAudit changePeople confirmRole endPeople changeForceSettings changeRules changeObjectives changeRegister askForAccount recordTraining giveKeys settleAlarm makeFaults changeDesk importArchive readFollowers recordLocalReach countMeasures sayWhyDiffers listOfficials letInspectorsCompare planAccounts",
      "professionalStandards": "seeAudit readDesk",
      "reviewer": "seeAudit",
      "sio": "askForAccount writeOn speakOn releaseAtOnce approve decideFinding sendBack withdraw placeHold readDesk workDesk readRestricted",
      "staffOfficer": "askForAccount writeOn speakOn releaseAtOnce readDesk workDesk",
      "supervisor": "askForAccount writeOn speakOn releaseAtOnce approve sendBack withdraw afterlook placeHold readDesk workDesk moderate decideAppeal changeDuty askPublic runSurge sayWhyDiffers",
      "trainer": "askForAccount recordTraining playPublic makeFaults",
      "welshLanguageOfficer": "askForAccount writeOn speakOn releaseAtOnce readDesk workDesk",
    }
  `)
})

test('the product itself: only what is marked, and nobody without a force is the product', () => {
  expect(acts.filter((act) => ask(null, roleIds, act)).join(' ')).toBe(
    'seeEverything changePeople changeForceSettings settleAlarm countMeasures',
  )
  for (const act of acts) expect(mayDo({ forceId: '', personId: null, roles: [] }, act, best[act])).toBe(false)
})

test('a person without roles may read and nothing else', () => {
  expect(acts.filter((act) => ask('someone', [], act))).toEqual(['seeEverything'])
  expect(acts.filter((act) => ask('author', [], act))).toEqual(['seeEverything'])
  expect(acts.filter((act) => ask('someone', ['emperor', 'constructor', '__proto__'], act))).toEqual(['seeEverything'])
})

const heldRoles = fc.subarray([...roleIds])
const someone = fc.constantFrom('author', 'chief', 'other')

test('nobody ever decides about their own words, whatever they are', () => {
  fc.assert(
    fc.property(
      heldRoles,
      fc.option(someone),
      fc.boolean(),
      fc.option(fc.boolean()),
      (held, speaksForId, hasConsent, contributor) => {
        const about = {
          ...author,
          speaksForId,
          hasConsent,
          ...(contributor === null ? {} : { isContributor: contributor }),
        }
        expect(ask('author', held, 'approve', about)).toBe(false)
        expect(ask('author', held, 'decideFinding', { ...author, decidedBy: roleIds })).toBe(false)
        expect(ask('author', held, 'afterlook')).toBe(false)
        expect(ask('author', held, 'sendBack')).toBe(false)
      },
    ),
  )
})

test('more roles never allow less', () => {
  fc.assert(
    fc.property(heldRoles, heldRoles, fc.constantFrom(...acts), someone, (some, more, act, who) => {
      if (ask(who, some, act)) expect(ask(who, [...some, ...more], act)).toBe(true)
    }),
  )
})

test('words in a person’s name wait for that person, or for someone they let', () => {
  const inName = { ...author, speaksForId: 'chief' }
  expect(ask('chief', ['chiefOfficer'], 'approve', inName)).toBe(true)
  expect(ask('other', ['headOfCommunications'], 'approve', inName)).toBe(false)
  expect(ask('other', ['headOfCommunications'], 'approve', { ...inName, hasConsent: true })).toBe(true)
  for (const role of ['staffOfficer', 'contributor', 'reviewer'])
    expect(ask('other', [role], 'approve', { ...inName, hasConsent: true })).toBe(false)
  expect(ask('chief', ['reviewer'], 'approve', inName)).toBe(false)
  expect(ask('author', ['staffOfficer'], 'approve', { ...inName, hasConsent: true })).toBe(false)
  expect(ask('chief', ['chiefOfficer'], 'approve', { ...author, speaksForId: 'author' })).toBe(false)
})

test('a supervisor approves on the accounts they belong to', () => {
  const about = { ...author, speaksForId: null }
  expect(ask('sergeant', ['supervisor'], 'approve', about)).toBe(true)
  expect(ask('sergeant', ['supervisor'], 'approve', { ...about, isContributor: false })).toBe(false)
  expect(ask('sergeant', ['supervisor', 'communicationsOfficer'], 'approve', { ...about, isContributor: false })).toBe(
    true,
  )
})

test('at once: only the trusted, and only when nothing needs approval', () => {
  const outcomes = ['clear', 'advise', 'needsApproval', 'block'] as const
  expect(outcomes.map((outcome) => ask('pc', ['contributor'], 'releaseAtOnce', { isTrusted: true, outcome }))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(ask('pc', ['contributor'], 'releaseAtOnce', { isTrusted: false, outcome: 'clear' })).toBe(false)
  expect(ask('pc', ['contributor'], 'writeOn', { isContributor: true, contributorCurrent: false })).toBe(false)
  expect(ask('pc', ['contributor'], 'writeOn', { isContributor: false, contributorCurrent: true })).toBe(false)
})

test('words go out in the name of somebody who signs there; whoever drafts writes for them', () => {
  const drafts = { signs: false, contributorCurrent: true }
  expect(ask('huw', ['staffOfficer'], 'writeOn', { isContributor: true, contributorCurrent: true })).toBe(true)
  expect(ask('huw', roleIds, 'speakOn', drafts)).toBe(false)
  expect(ask('ruth', ['chiefOfficer'], 'speakOn', { signs: true, contributorCurrent: false })).toBe(false)
})

test('a powerful role is confirmed by somebody who neither asked for it nor gets it', () => {
  const about = { byId: 'owen', personId: 'ada' }
  expect(ask('owen', roleIds, 'confirmRole', about)).toBe(false)
  expect(ask('ada', roleIds, 'confirmRole', about)).toBe(false)
  expect(ask('priya', ['headOfCommunications'], 'confirmRole', about)).toBe(true)
  expect(ask('priya', ['corporateCommunications', 'gold'], 'confirmRole', about)).toBe(false)
})

test('the author takes their own post back or corrects it; another contributor does not', () => {
  expect(['withdraw', 'correct'].map((act) => ask('author', ['contributor'], act as Act))).toEqual([true, true])
  expect(['withdraw', 'correct'].map((act) => ask('other', ['contributor'], act as Act))).toEqual([false, false])
})

test('a role that releases, decides or gives others what they may do is confirmed by a second person', () => {
  const powers: Act[] = [
    'approve',
    'decideFinding',
    'releaseEmergency',
    'grantContributor',
    'changePeople',
    'endPeople',
  ]
  expect(roleIds.filter(needsSecondPerson)).toEqual(
    roleIds.filter((role) => powers.some((act) => ask('someone', [role], act))),
  )
})

test('the desk: who works there, who only reads, who reads nothing', () => {
  const far = { belongs: false }
  const may = (act: Act) => roleIds.filter((role) => ask('someone', [role], act, best[act] && far))
  expect(may('workDesk')).toEqual([
    'headOfCommunications',
    'corporateCommunications',
    'communicationsOfficer',
    'deskAgent',
    'supervisor',
    'gold',
  ])
  expect(may('readDesk').filter((role) => !may('workDesk').includes(role))).toEqual([
    'sio',
    'oic',
    'informationManager',
    'professionalStandards',
  ])
  // A contributor works on what their own account heard; a place without a role that writes opens nothing.
  expect(ask('pc', ['contributor'], 'workDesk', { belongs: true })).toBe(true)
  expect(ask('pc', ['contributor'], 'readDesk', far)).toBe(false)
  expect(ask('pc', ['reviewer'], 'readDesk', { belongs: true })).toBe(false)
  expect(ask('pc', ['informationManager'], 'workDesk', { belongs: true })).toBe(false)
})

test('nobody decides an appeal about what they moderated; one role alone exports a person', () => {
  expect(ask('author', roleIds, 'decideAppeal')).toBe(false)
  expect(roleIds.filter((role) => ask('someone', [role], 'exportSubject'))).toEqual(['informationManager'])
  expect(roleIds.filter((role) => ask('someone', [role], 'readRestricted'))).toEqual([
    'headOfCommunications',
    'communicationsOfficer',
    'deskAgent',
    'sio',
    'oic',
    'gold',
  ])
})

test('who belongs to an account speaks and asks for it; nobody decides about their own, or looks again at their own decision', () => {
  const belongs = { belongs: true, side: 'people' }
  expect(ask('pc', [], 'giveVoice', belongs)).toBe(true)
  expect(ask('pc', [], 'giveVoice', { ...belongs, side: 'public' })).toBe(false)
  expect(ask('pc', ['communicationsOfficer'], 'giveVoice', { belongs: false, side: 'public' })).toBe(true)
  expect(ask('pc', [], 'askSecondLook', belongs)).toBe(true)
  expect(ask('pc', roleIds, 'askSecondLook')).toBe(false)
  expect(ask('pc', [], 'waiveSecondLook', { owns: true })).toBe(true)
  expect(ask('pc', [], 'deletePlan', { made: true })).toBe(true)
  expect(ask('pc', roleIds, 'decideReview', { own: true })).toBe(false)
  expect(ask('author', roleIds, 'decideSecondLook', { decidedById: 'author', askedById: 'pc', own: false })).toBe(false)
  expect(ask('author', roleIds, 'decideSecondLook', { decidedById: 'other', askedById: 'author', own: false })).toBe(
    false,
  )
  expect(ask('author', roleIds, 'decideSecondLook', { decidedById: 'other', askedById: 'pc', own: true })).toBe(false)
  expect(ask('author', roleIds, 'decideSecondLook', { decidedById: 'other', askedById: 'pc', own: false })).toBe(true)
})

test('every role says what it is, once', () => {
  expect(new Set(roleIds.map((id) => roles[id].label)).size).toBe(roleIds.length)
  for (const id of roleIds) expect(roles[id].does).toMatch(/^[A-Z].*\.$/)
  const known: readonly Role[] = roleIds
  for (const id of [...guardedRoles, ...secondFactorAdvised]) expect(known).toContain(id)
})
