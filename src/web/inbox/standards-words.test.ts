import { expect, test } from 'vitest'
import { linesHeading, type ReplyLine } from './lines-words.ts'
import { standardsHeading, stateSaid } from './standards-words.ts'

const calm = { stuck: 0, appealsOpen: 0, reviewsDue: 0, standing: 0 }

test('the standards page says what waits, the worst first', () => {
  expect(standardsHeading(calm)).toBe('Nothing is hidden, muted or blocked')
  expect(standardsHeading({ ...calm, standing: 1 })).toBe('One decision stands, and nothing waits')
  expect(standardsHeading({ ...calm, standing: 4, reviewsDue: 2 })).toBe('Two decisions wait for a second look')
  expect(standardsHeading({ ...calm, reviewsDue: 2, appealsOpen: 1 })).toBe('One appeal waits for a decision')
  expect(standardsHeading({ ...calm, appealsOpen: 1, stuck: 12 })).toBe('12 decisions were not carried out')
})

test('a state is said with what was done', () => {
  expect(stateSaid({ state: 'done', act: 'mute' })).toBe('Muted')
  expect(stateSaid({ state: 'lifting', act: 'hide' })).toBe('Being lifted on the network')
})

test('the lines page says how many can be used and what has ended', () => {
  const lines = (...states: ReplyLine['state'][]) => ({ lines: states.map((state) => ({ state }) as ReplyLine) })
  expect(linesHeading(lines())).toBe('No line is ready to use yet')
  expect(linesHeading(lines('ready', 'ended'))).toBe('One line is ready to use')
  expect(linesHeading(lines('ready', 'expiring'))).toBe('Two lines are ready to use, one ends within a week')
  expect(linesHeading(lines('ready', 'expired', 'expired'))).toBe('One line is ready to use, two have expired')
})
