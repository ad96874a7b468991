import { expect, test } from 'vitest'
import { measures } from '../../measures/measures.ts'
import { type Figure, figureWords, furthest, type MeasuredAccount, ofWords } from './figures.ts'
import { accountHeading, measureHeading, overviewHeading } from './measures-words.ts'

const figure = (measure: string, accountId: string, value: number, look = false): Figure => ({
  measure,
  accountId,
  figure: value,
  top: Math.round(value * 100),
  of: 100,
  leftOut: {},
  more: {},
  look,
})
const definition = (id: string) => {
  const found = measures.find((m) => m.definition.id === id)
  if (!found) throw new Error(id)
  return { ...found.definition, leftOut: {}, more: {} }
}

test('the overview says what it found: not known, none, answers, or only dialogue', () => {
  expect(overviewHeading(false, [])).toBe('Nothing has been counted yet')
  expect(overviewHeading(true, [])).toBe('Nothing was put out and nothing was asked in this time')
  const answers = [figure('M08', '', 0.7), figure('M08', 'a', 0.1, true), figure('M08', 'b', 0.9)]
  expect(overviewHeading(true, answers)).toBe(
    'We answered 70% of questions. One account answered fewer than one in five',
  )
  expect(overviewHeading(true, [figure('M08', '', 1)])).toBe(
    'We answered 100% of questions. No account answered fewer than one in five',
  )
  const dialogue = [figure('M07', '', 0.43), figure('M07', 'a', 0.01, true), figure('M07', 'b', 0.02, true)]
  expect(overviewHeading(true, dialogue)).toBe('43% of what we put out answers the public. Two accounts are under 5%')
})

test('one measure, one account', () => {
  const own = [figure('M04', 'a', 0.2, true)]
  expect(measureHeading(definition('M04'), figure('M04', '', 0.8), own)).toBe('Own words: 80%. One to look at')
  expect(measureHeading(definition('M04'), figure('M04', '', 0.8), [])).toBe('Own words: 80%. None to look at')
  expect(measureHeading(definition('M04'), undefined, [])).toBe('Own words: nothing to count in this time')
  expect(measureHeading(definition('M24'), undefined, [])).toBe('Follow only this one: nothing to count in this time')
  expect(accountHeading('Roads Policing', 2, 9)).toBe('Roads Policing: 2 of 9 measures to look at')
  expect(accountHeading('Roads Policing', 0, 9)).toBe('Roads Policing: nothing to look at')
  expect(accountHeading('Roads Policing', 0, 0)).toBe('Roads Policing: nothing to count in this time')
})

test('figures in their unit; none is a dash', () => {
  expect(figureWords(definition('M07'), null)).toBe('–')
  expect(figureWords(definition('M07'), 0.426)).toBe('43%')
  expect(figureWords(definition('M01'), 1)).toBe('1 day')
  expect(figureWords(definition('M02'), 48)).toBe('48 hours')
  expect(figureWords(definition('M10'), 1240)).toBe('1,240 min')
  expect(figureWords(definition('M03'), 1)).toBe('Dormant')
  expect(ofWords(definition('M07'), { top: 4385, of: 10223 })).toBe('4,385 of 10,223')
  expect(ofWords(definition('M15'), { top: 0.25, of: 1 })).toBe('')
})

test('furthest from its class: only inside a class of three or more, one line an account, those to look at first', () => {
  const account = (id: string, of: MeasuredAccount['class']): MeasuredAccount => ({
    id,
    name: id,
    handle: id,
    network: 'x',
    class: of,
  })
  const accounts = [...['a', 'b', 'c', 'd'].map((id) => account(id, 'district')), account('e', 'corporate')]
  const figures = [
    figure('M07', 'a', 0.5),
    figure('M07', 'b', 0.5),
    figure('M07', 'c', 0.4, true),
    figure('M07', 'd', 0.9),
    figure('M07', 'e', 0),
    figure('M04', 'c', 0.1),
  ]
  expect(furthest(accounts, figures, ['M07', 'M04'], 5).map((f) => [f.account.id, f.measure])).toEqual([
    ['c', 'M07'],
    ['d', 'M07'],
  ])
})
