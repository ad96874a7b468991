import { expect, test } from 'vitest'
import { check } from '../rulebook/check.ts'
import { sketchDraft } from '../rulebook/draft.ts'
import type { Finding } from '../rulebook/finding.ts'
import { afterEdit, afterMove, type Move, type Needing, needs, type Stage, stages, titleOf } from './post.ts'

test('every move leads to a stage that exists, and nothing leaves the end', () => {
  for (const [from, moves] of Object.entries(stages))
    for (const to of Object.values(moves)) expect(stages, `${from} to ${to}`).toHaveProperty(to)
  expect(stages.discarded).toEqual({})
})

test('only an asked post is approved, and only a released one is taken back', () => {
  const can = (move: Move) => (Object.keys(stages) as Stage[]).filter((stage) => afterMove(stage, move) !== null)
  expect(can('approve')).toEqual(['asked'])
  expect(can('reopen')).toEqual(['released'])
  expect(can('edit')).toEqual(['draft', 'asked', 'sentBack'])
  expect(can('release')).toEqual(['draft', 'asked', 'sentBack'])
})

test('an edit ends the asking only when something covered changed', () => {
  const asked = { stage: 'asked', version: 3, frozen: true } as const
  expect(afterEdit(asked, true)).toEqual({ stage: 'draft', version: 4, ended: true })
  expect(afterEdit(asked, false)).toEqual({ stage: 'asked', version: 3, ended: false })
  expect(afterEdit({ stage: 'draft', version: 1, frozen: false }, true)).toEqual({
    stage: 'draft',
    version: 1,
    ended: false,
  })
  expect(afterEdit({ stage: 'sentBack', version: 2, frozen: true }, true)).toEqual({
    stage: 'sentBack',
    version: 3,
    ended: false,
  })
  expect(afterEdit({ stage: 'released', version: 2, frozen: true }, true)).toBeNull()
})

const base = check(sketchDraft('Come and meet us at Eastby library on Thursday 10 September.'), { rules: [] })
const finding = (severity: Finding['severity'], decidedBy: Finding['decidedBy']): Finding => ({
  key: `${severity}`,
  rule: 'R01',
  version: '1',
  severity,
  state: 'open',
  where: null,
  accountId: null,
  words: '',
  says: 'It names somebody',
  why: '',
  source: { kind: 'ours', words: '' },
  fix: '',
  suggestion: null,
  decidedBy,
  question: null,
  decision: null,
})
const needing = (changes: Partial<Needing> = {}, findings: Finding[] = []): Needing => ({
  result: { ...base, findings, outcome: 'clear' },
  troubles: [],
  trusted: true,
  lowRiskAtOnce: true,
  mustRelease: null,
  targets: 2,
  when: null,
  ...changes,
})

test('the button says what will happen', () => {
  expect(needs(needing())).toMatchObject({ kind: 'publishAtOnce', label: 'Publish now on 2 accounts' })
  expect(needs(needing({ when: 'Wed 7 Oct, 08:00', targets: 1 }))).toMatchObject({
    label: 'Publish Wed 7 Oct, 08:00 on 1 account',
  })
  expect(needs(needing({ trusted: false, when: 'Wed 7 Oct, 08:00' }))).toMatchObject({
    kind: 'approval',
    label: 'Ask for approval',
    detail: 'then publish Wed 7 Oct, 08:00, on 2 accounts',
  })
  expect(needs(needing({ lowRiskAtOnce: false }))).toMatchObject({
    kind: 'approval',
    detail: 'then publish on 2 accounts',
  })
  expect(needs(needing({ mustRelease: { rank: 'ACC', name: 'Theo Ashdown' } }))).toMatchObject({
    kind: 'approval',
    label: 'Ask ACC Theo Ashdown to release it',
  })
})

test('what was found decides who is asked', () => {
  expect(needs(needing({}, [finding('advise', [])]))).toMatchObject({ kind: 'publishAtOnce' })
  expect(needs(needing({}, [finding('needsApproval', ['supervisor'])]))).toMatchObject({
    kind: 'approval',
    roles: ['supervisor'],
    findings: ['needsApproval'],
  })
  expect(needs(needing({}, [finding('block', ['sio']), finding('needsApproval', ['supervisor'])]))).toMatchObject({
    kind: 'decision',
    label: 'Ask for a decision on 1 and for approval of the rest',
    roles: ['sio', 'supervisor'],
  })
  expect(needs(needing({}, [finding('block', [])]))).toMatchObject({ kind: 'blocked', detail: 'It names somebody' })
  expect(needs(needing({ troubles: ['Choose at least one account.'] }))).toMatchObject({
    kind: 'blocked',
    detail: 'Choose at least one account.',
  })
})

test('a title is the first words, never half a word', () => {
  expect(titleOf(['  Short\nwords. '])).toBe('Short words.')
  expect(titleOf(['', ' '])).toBe('No words yet')
  expect(titleOf(['We want to speak to a man about a robbery at a shop in Quay Street, Westport, on Friday'])).toBe(
    'We want to speak to a man about a robbery at a shop in Quay Street…',
  )
})
