import { expect, test } from 'vitest'
import { practiceWords } from '../networks/practice-words.ts'
import { rulesHeading } from '../rulebook/rules-words.ts'
import { objectivesWords } from '../strategy/objectives-words.ts'
import { forceWords } from './force-words.ts'
import { peopleWords } from './people-words.ts'

test('people: none, one, many', () => {
  const heading = peopleWords.heading
  expect(heading({ all: 0, canSignIn: 0, withoutSecond: 0 })).toBe('Nobody is here yet')
  expect(heading({ all: 1, canSignIn: 1, withoutSecond: 1 })).toBe(
    'One person, who can sign in. One has no second factor',
  )
  expect(heading({ all: 3, canSignIn: 0, withoutSecond: 0 })).toBe('Three people, and nobody can sign in')
  expect(heading({ all: 12, canSignIn: 11, withoutSecond: 5 })).toBe(
    '12 people, 11 can sign in. Five have no second factor',
  )
  expect(heading({ all: 4, canSignIn: 4, withoutSecond: 0 })).toBe(
    'Four people, all can sign in, each with a second factor',
  )
})

test('objectives, practice and rules: none, one, many', () => {
  expect(objectivesWords.heading(0, 0)).toBe('No objective is set yet')
  expect(objectivesWords.heading(1, 0)).toBe('One objective in force')
  expect(objectivesWords.heading(2, 1)).toBe('Two objectives and one local priority in force')
  expect(objectivesWords.heading(0, 2)).toBe('Two local priorities in force')
  expect(practiceWords.heading(0, 0, false)).toBe('Nothing is on the practice network yet')
  expect(practiceWords.heading(1, 0, false)).toBe('One post of ours, and no answer yet')
  expect(practiceWords.heading(2, 1, true)).toBe('Two or more posts of ours, one answer from the public')
  expect(rulesHeading(84, 84, 'Westshire Police')).toBe('84 posting rules for Westshire Police, each with its source')
  expect(rulesHeading(84, 0, '')).toBe('None of the 84 rules fits')
  expect(rulesHeading(84, 1, '')).toBe('One of 84 rules')
})

test('a pre-election period is the first thing that the settings of the force say', () => {
  expect(forceWords.heading('Westshire Police', true, 'Council elections')).toBe(
    'A pre-election period runs: Council elections',
  )
  expect(forceWords.heading('Westshire Police', false, null)).toBe(
    'In Westshire Police every post waits for a second person',
  )
})
