import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differing } from './differing.ts'

test('shows the words that differ, and a little around them', () => {
  expect(differing('A blue coat and trousers', 'A green coat and trousers')).toEqual({
    lead: 'A ',
    before: 'blue',
    now: 'green',
    tail: ' coat and trousers',
  })
  const long = 'CCTV still of a man in a red coat walking past a shop window. '
  const cut = differing(`${long}A woman is behind him.`, `${long}He is alone.`)
  expect(cut.lead).toBe('…in a red coat walking past a shop window. ')
  expect([cut.before, cut.now, cut.tail]).toEqual(['A woman is behind him.', 'He is alone.', ''])
})

test('texts without anything in common, and texts that only grow, are shown whole', () => {
  expect(differing('one', 'two')).toEqual({ lead: '', before: 'one', now: 'two', tail: '' })
  expect(differing('', 'new')).toEqual({ lead: '', before: '', now: 'new', tail: '' })
})

test('whatever the texts, what is shown is a stretch of each', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, a, b, foot) => {
      const [before, now] = [`${head} ${a} ${foot}`, `${head} ${b} ${foot}`]
      const cut = differing(before, now)
      expect(before).toContain(cut.before)
      expect(now).toContain(cut.now)
      if (before !== now) expect(cut.before === cut.now).toBe(false)
    }),
  )
})
