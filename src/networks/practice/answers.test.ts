import { expect, it } from 'vitest'
import { type Answer, endingOf } from './answers.ts'

it.each<[Answer, object]>([
  [
    { status: 200, id: 'a', url: '/practice/a', proof: { id: 'a' } },
    { kind: 'done', externalId: 'a', url: '/practice/a' },
  ],
  [{ status: 401 }, { kind: 'later', until: null, keyEnded: true }],
  [
    { status: 422, words: 'No.' },
    { kind: 'refused', words: 'No.' },
  ],
  [
    { status: 429, until: new Date(5) },
    { kind: 'later', until: new Date(5), keyEnded: false },
  ],
  [{ status: 500 }, { kind: 'unknown' }],
  [{ status: 'silence' }, { kind: 'unknown' }],
])('%j', (answer, ending) => expect(endingOf(answer)).toMatchObject(ending))
