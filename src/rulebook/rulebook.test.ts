import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { type Example, exampleDraft, type Rule } from './rule.ts'
import { allRules, rulebookVersion, versionOf } from './rulebook.ts'
import { ordinaryPack } from './season.ts'

function open(rule: Rule, example: Example, rules?: readonly Rule[]) {
  const pack = { ...ordinaryPack, ...example.pack }
  const { findings } = check(exampleDraft(example), rules ? { pack, rules } : { pack })
  return findings.filter((finding) => finding.state === 'open' && (rules !== undefined || finding.rule === rule.id))
}

const name = (example: Example): string => [example.words, example.when].filter(Boolean).join(', ')

for (const rule of allRules) {
  describe(`${rule.id} ${rule.title}`, () => {
    for (const example of rule.fails) {
      test(`fires: ${name(example)}`, () => {
        const found = open(rule, example)
        expect(found.map((finding) => finding.rule)).not.toEqual([])
        const { marks, suggests } = example
        const words = found.map((finding) => finding.words)
        if (marks !== undefined)
          expect(
            words.some((one) => one.includes(marks)),
            `${words.join(' / ')}`,
          ).toBe(true)
        if (suggests !== undefined) expect(found.map((finding) => finding.suggestion)).toContain(suggests)
      })
      test(`fires alone: ${name(example)}`, () => {
        const others = open(rule, example, allRules).filter((finding) => finding.rule !== rule.id)
        expect(others.map((finding) => `${finding.rule} ${finding.words}`)).toEqual([])
      })
    }
    for (const example of rule.passes) {
      test(`passes: ${name(example)}`, () => {
        expect(open(rule, example).map((finding) => finding.words)).toEqual([])
      })
    }
  })
}

describe('every rule', () => {
  test.each(allRules.map((rule) => [rule.id, rule] as const))(
    '%s says why, how to fix it and where it comes from',
    (_, rule) => {
      expect(rule.why).toMatch(/[.]$/)
      expect(rule.fix.length).toBeGreaterThan(10)
      expect(rule.source.words.length).toBeGreaterThan(10)
      expect(rule.title).not.toBe('')
      expect(rule.fails.length).toBeGreaterThan(0)
      expect(rule.passes.length).toBeGreaterThan(0)
      // What a network does not take nobody decides; everything else that stops a post has somebody who may let it stand.
      if (rule.severity !== 'advise') expect(rule.decidedBy.length > 0).toBe(rule.id !== 'R84')
    },
  )

  test('has a number of its own', () => {
    const ids = allRules.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(ids)
  })
})

describe('the version of the rulebook', () => {
  test('changes when the version of any rule does', () => {
    for (const rule of allRules) {
      const changed = allRules.map((other) => (other === rule ? { ...other, version: '2026-11-20' } : other))
      expect(versionOf(changed)).not.toBe(rulebookVersion)
    }
  })
})
