import { expect, test } from 'vitest'
import { afterMove, askedWords, questionStages, sessionAt, unanswered } from './question.ts'

test('a question is planned, open, closed and answered back; closed can be opened again, answered is the end', () => {
  const ways = questionStages.map((s) => [s, ...(['open', 'close', 'answer'] as const).map((m) => afterMove(s, m))])
  expect(ways).toEqual([
    ['planned', 'open', null, null],
    ['open', null, 'closed', null],
    ['closed', 'open', null, 'answered'],
    ['answered', null, null, null],
  ])
})

test('only themes that somebody spoke of and that nobody answered stand in the way', () => {
  const theme = { title: 'Parking', messages: 3, did: '', noAction: '' }
  expect(unanswered([theme])).toEqual(['Parking'])
  expect(unanswered([{ ...theme, did: 'Patrols at school time' }])).toEqual([])
  expect(unanswered([{ ...theme, noAction: 'It is the council that decides' }])).toEqual([])
  expect(unanswered([{ ...theme, messages: 0 }])).toEqual([])
})

test('choices follow as words', () => {
  expect(askedWords({ words: 'Where first?', choices: ['Mill Lane', 'The quay'] })).toBe(
    'Where first?\n1. Mill Lane\n2. The quay',
  )
  expect(askedWords({ words: ' Where? ', choices: [] })).toBe('Where?')
})

test('a live session: before, during with its pace, over', () => {
  const [opensAt, closesAt] = [new Date('2026-09-07T18:00:00Z'), new Date('2026-09-07T19:00:00Z')]
  const at = (time: string, answered: number, waiting: number) =>
    sessionAt({ opensAt, closesAt, answered, waiting }, new Date(`2026-09-07T${time}:00Z`))
  expect(at('17:45', 0, 3)).toEqual({ phase: 'before', minutes: 15, enough: null })
  expect(at('18:03', 2, 9)).toEqual({ phase: 'during', minutes: 57, enough: null })
  // Ten in 30 minutes: three minutes each.
  expect(at('18:30', 10, 10)).toEqual({ phase: 'during', minutes: 30, enough: true })
  expect(at('18:30', 10, 11)).toEqual({ phase: 'during', minutes: 30, enough: false })
  expect(at('19:10', 10, 2)).toEqual({ phase: 'over', minutes: 10, enough: false })
  expect(sessionAt({ opensAt: null, closesAt: null, answered: 0, waiting: 0 }, opensAt)).toMatchObject({
    phase: 'during',
  })
})
