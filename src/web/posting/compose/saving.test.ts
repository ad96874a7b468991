import { expect, test } from 'vitest'
import { NoAnswer, Refused } from '../../call.ts'
import { blank } from './edit-content.ts'
import { notSavedBy, theirsIn } from './saving.ts'

const facts = {
  edit: 4,
  theirs: { ...blank, pieces: ['Theirs'] },
  yours: null,
  by: { id: 'a', rank: 'PC', name: 'Aisha Bellamy' },
  at: '2026-10-06T20:42:00.000Z',
}

test('a conflict brings the other words, who wrote them and when', () => {
  const theirs = theirsIn(new Refused('changedByOther', 'x', facts, 409))
  expect(theirs).toMatchObject({ edit: 4, by: 'PC Aisha Bellamy', content: { pieces: ['Theirs'] } })
  expect(theirsIn(new Refused('changedByOther', 'x', { ...facts, by: null }, 409))?.by).toBeNull()
})

test('anything else is no conflict', () => {
  expect(theirsIn(new Refused('released', 'x', facts, 409))).toBeNull()
  expect(theirsIn(new Refused('changedByOther', 'x', {}, 409))).toBeNull()
  expect(theirsIn(new Error('x'))).toBeNull()
})

test('what was not saved says why, and whether the line was lost', () => {
  const at = new Date('2026-10-06T20:53:00Z')
  expect(notSavedBy(new NoAnswer('Not sent.', false), at, true)).toMatchObject({ offline: true, words: 'Not sent.' })
  expect(notSavedBy(new Refused('released', 'Released.', {}, 409), at, false)).toMatchObject({
    offline: false,
    here: false,
  })
})
