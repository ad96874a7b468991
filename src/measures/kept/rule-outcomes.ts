import { isIn } from '../book.ts'
import { type Measure, shareOf } from '../measure.ts'

export const ruleOutcomes: Measure = {
  definition: {
    id: 'M20',
    name: 'Rules overruled',
    asks: 'How often does a person decide against what a rule said?',
    unit: 'share',
    top: 'posts released although a rule said that a person must decide, with that decision',
    bottom: 'posts in which a rule asked for a decision',
    covers: 'span',
    leftOut: { quiet: 'Posts in which no rule asked for anything' },
    more: { overrides: 'Decisions in all' },
    traps: [
      'Many overrides say more about the rule than about people.',
      'Complaints about a post afterwards are not linked to its rules yet.',
    ],
    comparison: { words: 'Over 20% and the rule needs work.', basis: 'proposed' },
    look: 'Over 20% of ten posts or more',
    together: 'sum',
    rowsOf: 'post',
    version: 1,
  },
  count: ({ released, span }) => {
    const here = released.filter((p) => isIn(p.at, span))
    const asked = here.filter((p) => p.findings > 0)
    const overruled = asked.filter((p) => p.overrides > 0)
    const result = shareOf(
      overruled.map((p) => p.id),
      asked.length,
      {
        leftOut: { quiet: here.length - asked.length },
        more: { overrides: overruled.reduce((sum, p) => sum + p.overrides, 0) },
      },
    )
    return { ...result, look: asked.length >= 10 && (result.figure ?? 0) > 0.2 }
  },
}
