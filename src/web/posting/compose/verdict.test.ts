import { expect, test } from 'vitest'
import { ordinarySettings } from '../../../people/force.ts'
import { content } from '../../../posting/content.ts'
import type { DraftFacts } from '../../../posting/facts.ts'
import { composeHeading, composeWords, whatHappens } from './compose-words.ts'
import { numbered, stopsIn } from './marks.ts'
import { verdictOf } from './verdict.ts'

const now = new Date('2026-09-07T09:00:00Z')
const facts: DraftFacts = {
  zone: 'Europe/London',
  settings: ordinarySettings,
  accounts: [
    {
      id: 'westport',
      network: 'practice',
      handle: 'WestportPolice',
      name: 'Westport Police',
      class: 'neighbourhood',
      area: null,
      kind: 'collective',
      status: 'live',
      signaturePlace: 'prefix',
      signatures: [{ personId: 'leah', mark: 'PC LC' }],
      contributors: [{ personId: 'leah', voice: 'signs', trusted: true, until: null }],
      delegations: [],
      answerFor: [],
      cover: [],
      hold: null,
      latenessMinutes: 30,
      unansweredRisk: 0,
    },
  ],
  pictures: [],
  author: { id: 'leah', rank: 'PC', name: 'Leah Corrigan', leftAt: null, trainedUntil: null },
  speaksFor: null,
  answering: null,
  ownHandles: [],
}
const long = content.parse({ pieces: [`We are at the library. ${'Come in. '.repeat(40)}`], targets: ['westport'] })
const verdict = (words = long, given = facts) => verdictOf(words, given, now, { authorIsMe: true })

test('too long is told once, beside its words, and nobody decides it', () => {
  const { result, troubles, said, needs } = verdict()
  const found = result.findings.filter((f) => f.rule === 'R84')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ severity: 'block', decidedBy: [], where: { field: 'words' } })
  expect(troubles).toHaveLength(1)
  expect(said).toEqual([])
  expect(needs).toMatchObject({ kind: 'blocked', label: 'Not ready' })
  const stops = stopsIn(numbered(result))
  expect(stops).toEqual({ toDecide: 0, toPutRight: 1 })
  const heading = composeHeading({ blank: false, troubles: stops.toPutRight, needs, released: null, blocks: 0 })
  expect(heading).toBe('One thing must be put right before this can go out')
})

test('where a force has put the rule out of force it is told as what stops it', () => {
  const off = {
    ...facts,
    settings: { ...facts.settings, pack: { ...facts.settings.pack, severities: { R84: 'off' } } },
  }
  const { result, said, troubles, needs } = verdict(long, off as DraftFacts)
  expect(result.findings.filter((f) => f.rule === 'R84')).toEqual([])
  expect(said).toEqual(troubles)
  expect(said).toHaveLength(1)
  expect(needs.kind).toBe('blocked')
})

test('why it is not ready reads as one sentence, and names keep their letters', () => {
  expect(composeWords.send.notReady('It is 12 characters too long for Practice, with your signature.')).toBe(
    'Not ready: it is 12 characters too long for Practice, with your signature.',
  )
  expect(composeWords.send.notReady('Practice takes 4 pictures at once, not 5.')).toBe(
    'Not ready: Practice takes 4 pictures at once, not 5.',
  )
  const blocked = { kind: 'blocked', label: '', detail: 'Westport Police is closed', findings: [], roles: [] } as const
  expect(whatHappens(blocked, { rules: 1, advice: 0 })).toBe('Westport Police is closed.')
})
