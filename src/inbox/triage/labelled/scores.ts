import { type Category, categories } from '../category.ts'

export type Judged = { is: Category; said: Category }
type Score = { precision: number; recall: number; f1: number; messages: number }

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export function scoresOf(judged: readonly Judged[]): { perClass: Record<Category, Score>; macroF1: number } {
  const each = categories.map((category): [Category, Score] => {
    const right = judged.filter(({ is, said }) => is === category && said === category).length
    const messages = judged.filter(({ is }) => is === category).length
    const precision = share(right, judged.filter(({ said }) => said === category).length)
    const recall = share(right, messages)
    return [category, { precision, recall, f1: share(2 * precision * recall, precision + recall), messages }]
  })
  const macroF1 = share(
    each.reduce((sum, [, score]) => sum + score.f1, 0),
    each.length,
  )
  return { perClass: Object.fromEntries(each) as Record<Category, Score>, macroF1 }
}

/** Wilson's interval at 95% for a share of so many out of so many. */
export function wilson(part: number, whole: number): [low: number, high: number] {
  if (whole === 0) return [0, 1]
  const z = 1.96
  const p = part / whole
  const middle = p + (z * z) / (2 * whole)
  const width = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))
  const scale = 1 + (z * z) / whole
  return [Math.max(0, (middle - width) / scale), Math.min(1, (middle + width) / scale)]
}
