import { describe, expect, test } from 'vitest'
import { check, outcomeOf } from './check.ts'
import { sketchDraft, sketchTarget } from './draft.ts'
import { checkResultSchema, type Finding, mayDecide, type Override } from './finding.ts'
import { allRules, rulebookVersion } from './rulebook.ts'
import { isLate, ordinaryPack, preElectionAt } from './season.ts'

const only = (findings: readonly Finding[], rule: string): Finding[] => findings.filter((one) => one.rule === rule)
const picture = { field: 'alt:0', alt: 'A table with a cloth', language: 'en', locationInFile: false } as const

function decision(finding: Finding | undefined, changes: Partial<Override> = {}): Override {
  const key = finding?.key ?? ''
  return { key, role: 'sio', personId: 'rensby', reason: 'Needed to find him.', at: '2026-10-06T12:00:00Z', ...changes }
}

describe('a result', () => {
  test('is stored when nothing fires: which rules were looked at, and of which rulebook', () => {
    const result = check(sketchDraft('A quiet night in Eastby.'))
    expect(result.findings).toEqual([])
    expect(result.outcome).toBe('clear')
    expect(result.checkedRules).toEqual(allRules.map((rule) => rule.id))
    expect(result.rulebookVersion).toBe(rulebookVersion)
    expect(rulebookVersion).toMatch(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}$/)
  })

  test('fits its schema and survives JSON', () => {
    const result = check(sketchDraft('We arrested Darren Pell, 34. Burglar arrested. 🚨🚨 #saferstreets'))
    expect(checkResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
  })

  test('has the heaviest finding first, and its outcome is the heaviest', () => {
    const result = check(sketchDraft('Burglar arrested. Another scrote. #saferstreets'))
    expect(result.findings.map((one) => one.severity)).toEqual(['block', 'needsApproval', 'advise'])
    expect(result.outcome).toBe('block')
  })

  test('leaves out rules of another jurisdiction', () => {
    const draft = sketchDraft('Out in town.', { jurisdiction: 'scotland' })
    expect(check(draft, { pack: { ...ordinaryPack, welsh: 'block' } }).checkedRules).not.toContain('R82')
  })
})

describe('a decision', () => {
  const draft = sketchDraft('We arrested Darren Pell, 34, for robbery.')
  const [finding] = only(check(draft).findings, 'R01')

  test('of a role that may make it takes the finding out of the outcome, and stays on record', () => {
    const result = check(draft, { overrides: [decision(finding)] })
    expect(result.outcome).toBe('clear')
    expect(only(result.findings, 'R01')[0]).toMatchObject({ state: 'decided', decision: { personId: 'rensby' } })
  })

  test('of another role, or without a reason, counts for nothing', () => {
    expect(check(draft, { overrides: [decision(finding, { role: 'supervisor' })] }).outcome).toBe('block')
    expect(check(draft, { overrides: [decision(finding, { reason: '  ' })] }).outcome).toBe('block')
  })

  test('holds while other words change, and ends with the words it was about', () => {
    const overrides = [decision(finding)]
    expect(
      check(sketchDraft('Thanks for calls. We arrested Darren Pell, 34, for robbery.'), { overrides }).outcome,
    ).toBe('clear')
    expect(check(sketchDraft('We arrested Darren Bell, 34, for robbery.'), { overrides }).outcome).toBe('block')
  })

  test('on one of two equal words leaves the other open', () => {
    const twice = sketchDraft('A scrote here. A scrote there.')
    const [one, two] = only(check(twice).findings, 'R48')
    expect(one?.key).not.toBe(two?.key)
    const overrides = [decision(one, { role: 'headOfCommunications' })]
    expect(check(twice, { overrides }).findings.map((each) => each.state)).toEqual(['decided', 'open'])
  })

  test('on advice is anybody’s; on a block the named roles’', () => {
    expect(mayDecide({ severity: 'advise', decidedBy: [] }, [])).toBe(true)
    expect(mayDecide({ severity: 'block', decidedBy: ['sio'] }, ['gold'])).toBe(false)
    expect(mayDecide({ severity: 'block', decidedBy: ['sio', 'gold'] }, ['gold'])).toBe(true)
  })

  test('that is open, decided and answered counts rightly', () => {
    expect(outcomeOf([])).toBe('clear')
    if (!finding) throw new Error('no finding')
    expect(outcomeOf([{ ...finding, state: 'answered' }])).toBe('clear')
    expect(
      outcomeOf([
        { ...finding, state: 'decided' },
        { ...finding, severity: 'advise' },
      ]),
    ).toBe('advise')
  })
})

describe('a question', () => {
  const draft = sketchDraft('A knife was found in Eastby.', { pictures: [picture] })
  const key = check(draft).findings[0]?.key ?? ''

  test('stands while nobody has answered, or the answer is wrong or unknown', () => {
    for (const answers of [{}, { [key]: 'yes' }, { [key]: 'perhaps' }, { other: 'no' }]) {
      expect(check({ ...draft, answers }).outcome).toBe('block')
    }
  })

  test('goes away when answered rightly, and the answer is on record', () => {
    const result = check({ ...draft, answers: { [key]: 'no' } })
    expect(result.outcome).toBe('clear')
    expect(result.findings[0]).toMatchObject({ state: 'answered', question: { given: 'no' } })
  })
})

describe('a policy pack', () => {
  const knife = sketchDraft('A knife was found in Eastby.', { pictures: [picture] })
  const at = (accountClass: 'corporate' | 'neighbourhood') => ({
    ...knife,
    targets: [sketchTarget({ class: accountClass })],
  })

  test('decides who may show a weapon', () => {
    const outcome = (
      weaponPictures: 'block' | 'corporateOnly' | 'approval',
      accountClass: 'corporate' | 'neighbourhood',
    ) => check(at(accountClass), { pack: { ...ordinaryPack, weaponPictures } }).outcome
    expect(outcome('block', 'corporate')).toBe('block')
    expect(outcome('corporateOnly', 'corporate')).toBe('needsApproval')
    expect(outcome('corporateOnly', 'neighbourhood')).toBe('block')
    expect(outcome('approval', 'neighbourhood')).toBe('needsApproval')
  })

  test('can change the weight of a rule or take it out, and the result says so', () => {
    const draft = sketchDraft('On patrol. #saferstreets')
    expect(check(draft, { pack: { ...ordinaryPack, severities: { R76: 'needsApproval' } } }).outcome).toBe(
      'needsApproval',
    )
    const without = check(draft, { pack: { ...ordinaryPack, severities: { R76: 'off' } } })
    expect(without.outcome).toBe('clear')
    expect(without.checkedRules).not.toContain('R76')
  })

  test('knows its seasons by the day on which the post goes out', () => {
    const pack = { ...ordinaryPack, preElection: [{ from: '2026-03-25', to: '2026-05-07', words: 'the vote' }] }
    expect(preElectionAt(pack, '2026-03-24T23:59')).toBeNull()
    expect(preElectionAt(pack, '2026-03-25T00:00')?.words).toBe('the vote')
    expect(preElectionAt(pack, '2026-05-07T22:00')?.words).toBe('the vote')
    expect(preElectionAt(pack, '2026-05-08T00:00')).toBeNull()
  })

  test('knows its late hours, over midnight or not, and can have none', () => {
    expect(['21:59', '22:00', '03:00', '06:00'].map((time) => isLate(ordinaryPack, `2026-10-06T${time}`))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const early = { ...ordinaryPack, lateNight: { from: '00:00', to: '05:00' } }
    expect(['23:00', '00:00', '04:59'].map((time) => isLate(early, `2026-10-06T${time}`))).toEqual([false, true, true])
    expect(isLate({ ...ordinaryPack, lateNight: null }, '2026-10-06T01:00')).toBe(false)
  })
})
