import { isIn } from '../book.ts'
import { type Measure, notMeasured, shareOf } from '../measure.ts'

export const answerRate: Measure = {
  definition: {
    id: 'M08',
    name: 'Answer rate',
    asks: 'How many of the questions that people put to us did we answer?',
    unit: 'share',
    top: 'questions that got an answer of substance',
    bottom: 'questions that came in',
    covers: 'span',
    leftOut: { needless: 'Closed as needing no answer', moderated: 'Closed under the community standards' },
    more: { referred: 'Passed to a team, which counts as no answer', waiting: 'Still open without an answer' },
    traps: [
      'An automatic line is no answer, nor is a conversation that was closed without one.',
      'A question is what a person at the desk called one; before somebody looked, what the desk suggested.',
    ],
    comparison: {
      words: 'The force sets its aim. Before reform, some accounts never answered anybody.',
      basis: 'field',
    },
    look: 'Fewer than one in five',
    together: 'sum',
    rowsOf: 'conversation',
    version: 1,
  },
  count: ({ talks, span }) => {
    if (talks === null) return notMeasured('What is said to this account is not heard here')
    const asked = talks.filter((t) => t.category === 'question' && isIn(t.openedAt, span))
    const needless = asked.filter((t) => t.outcome === 'noAnswerNeeded').length
    const moderated = asked.filter((t) => t.outcome === 'moderated').length
    const answered = asked.filter(
      (t) =>
        t.outcome === 'answered' || t.outcome === 'incidentRaised' || (t.outcome === null && t.firstReplyAt !== null),
    )
    const result = shareOf(
      answered.map((t) => t.id),
      asked.length - needless - moderated,
      {
        leftOut: { needless, moderated },
        more: {
          referred: asked.filter((t) => t.outcome === 'referred').length,
          waiting: asked.filter((t) => t.outcome === null && t.firstReplyAt === null).length,
        },
      },
    )
    return { ...result, look: result.figure !== null && result.figure < 0.2 }
  },
}
