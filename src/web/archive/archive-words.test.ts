import { expect, test } from 'vitest'
import { readSteps } from '../../archive/import.ts'
import { type ArchivePage, importHeading } from './archive-words.ts'

const row = {
  stage: 'reading',
  fileName: 'a.zip',
  readStep: null,
  readBytes: 0,
  readOf: 0,
} as unknown as ArchivePage['imports'][number]

test('how far a reading is, is said of the step that it is at', () => {
  const heading = (change: object) => importHeading({ ...row, ...change })
  expect(heading({})).toBe('a.zip is read next')
  expect(heading({ readStep: 'names', readBytes: 5, readOf: 10 })).toBe('Looking through a.zip: 50%')
  expect(heading({ readStep: 'posts', readBytes: 10, readOf: 40 })).toBe('Reading the posts of a.zip: 25%')
  expect(heading({ readStep: 'pictures', readBytes: 0, readOf: 0 })).toBe('Looking at the pictures of a.zip: 0%')
  expect(heading({ readStep: 'comparing' })).toBe('Comparing a.zip with the archive')
  expect(new Set(readSteps.map((readStep) => heading({ readStep }))).size).toBe(readSteps.length)
})
