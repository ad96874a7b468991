import { expect, test } from 'vitest'
import { asSentence, sentences } from './sentence.ts'

test('every part is ended once, whatever it ended with', () => {
  expect(asSentence('It names somebody')).toBe('It names somebody.')
  expect(asSentence(' Posts are held in Westport. ')).toBe('Posts are held in Westport.')
  expect(asSentence('It says “Come in.”')).toBe('It says “Come in.”')
  expect(asSentence('Where is it?')).toBe('Where is it?')
  expect(asSentence('We want to speak to a man…')).toBe('We want to speak to a man…')
  expect(asSentence(' ')).toBe('')
  expect(sentences('Eastby is on hold: a death in Westport.', '', null, 'This still needs a decision')).toBe(
    'Eastby is on hold: a death in Westport. This still needs a decision.',
  )
})
