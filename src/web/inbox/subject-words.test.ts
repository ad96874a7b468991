import { expect, test } from 'vitest'
import { subjectDone, subjectHeading } from './subject-words.ts'

test('the heading counts the files', () => {
  expect([0, 1, 12].map(subjectHeading)).toEqual([
    'Nobody was given what they said to us yet',
    'One file was given to people who asked',
    '12 files were given to people who asked',
  ])
})

test('an empty file says that it is empty, and a second one that there was a first', () => {
  expect(subjectDone('a.json', 0, 0)).toBe('Nothing was said to us under that handle. The file says so: a.json.')
  expect(subjectDone('a.json', 1, 0)).toBe('One message is in the file that this device has now: a.json.')
  expect(subjectDone('a.json', 14, 2)).toBe(
    '14 messages are in the file that this device has now: a.json. The same person was given a file two times before.',
  )
})
