import { expect, test } from 'vitest'
import { findHeading } from './find-words.ts'
import { matches } from './matches.ts'

test('what was found is the heading: none, one, many, several kinds, not known', () => {
  const of = (accounts: number, people: number, posts: number) => findHeading('Mill Lane', { accounts, people, posts })
  expect(findHeading('', { accounts: 0, people: 0, posts: 0 })).toBe('Find a post, an account or a person')
  expect(of(0, 0, 0)).toBe('Nothing matches “Mill Lane”')
  expect(of(0, 0, 1)).toBe('One post matches “Mill Lane”')
  expect(of(0, 2, 0)).toBe('Two people match “Mill Lane”')
  expect(of(1, 0, 1204)).toBe('1 account and 1,204 posts match “Mill Lane”')
  expect(of(3, 1, 12)).toBe('3 accounts, 1 person and 12 posts match “Mill Lane”')
  expect(findHeading('Mill Lane', 'reading')).toBe('Looking for “Mill Lane”')
  expect(findHeading('Mill Lane', 'failed')).toBe('Not everything was searched for “Mill Lane”')
})

test('every word must stand somewhere, in any order, with or without accents', () => {
  const texts = ['Eastby North', '@EastbyN', null, undefined, 'Insp Llŷr Probert']
  expect(matches('north eastby', texts)).toBe(true)
  expect(matches(' llyr ', texts)).toBe(true)
  expect(matches('LLŶR', texts)).toBe(true)
  expect(matches('eastby south', texts)).toBe(false)
})
