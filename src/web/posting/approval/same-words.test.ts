import { expect, test } from 'vitest'
import { sameWords } from './same-words.ts'

const target = (accountId: string, ...texts: string[]) => ({
  accountId,
  network: 'n',
  handle: accountId,
  signature: null,
  pieces: texts.map((text) => ({ text, pictures: [] })),
})

test('accounts with the same words stand together, and a thread is not one post of the same letters', () => {
  const groups = sameWords([target('a', 'one'), target('b', 'two'), target('c', 'one'), target('d', 'o', 'ne')])
  expect(groups.map((g) => g.map((t) => t.accountId))).toEqual([['a', 'c'], ['b'], ['d']])
})
