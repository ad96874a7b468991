import { expect, test } from 'vitest'
import { byClass, type MeasuredRow } from './measured.ts'

test('the middle of two is the upper, of three the second; sums are sums; an account of no known class is in none', () => {
  const row = (accountId: string, figure: number): MeasuredRow => ({
    ...{ span: 'year', measure: 'M07', accountId, version: 1, leftOut: {}, more: {}, look: false },
    ...{ figure, top: 10 * figure, of: 10 },
  })
  const classOf = new Map(['a', 'b', 'c'].map((id) => [id, 'corporate' as const]))
  const together = (rows: MeasuredRow[]) => byClass(rows, classOf)
  expect(together([row('b', 0.9), row('a', 0.1), row('x', 0.5)])).toEqual([
    { span: 'year', measure: 'M07', class: 'corporate', middle: 0.9, top: 10, of: 20, accounts: 2 },
  ])
  expect(together([row('b', 0.9), row('a', 0.1), row('c', 0.2)])[0]).toMatchObject({ middle: 0.2, accounts: 3 })
})
