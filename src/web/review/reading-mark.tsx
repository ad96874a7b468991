import { type Reading, readingWords } from '../../review/criteria.ts'
import { SeverityMark } from '../parts/state-mark.tsx'

const severities = {
  strong: 'fixed',
  inOrder: 'fixed',
  rightlySilent: 'fixed',
  gap: 'approval',
  silent: 'approval',
  overlaps: 'approval',
  onePerson: 'approval',
  imitates: 'approval',
} as const satisfies Partial<Record<Reading, 'fixed' | 'approval'>>

/** How a test reads: shape and word. What is in order, or not measured, draws no eye. */
export const ReadingMark = ({ reading }: { reading: Reading }) => {
  if (reading === 'notMeasured' || reading === 'inOrder') return <span className="third">{readingWords[reading]}</span>
  return (
    <span className="one-line">
      <SeverityMark severity={severities[reading]}>{readingWords[reading]}</SeverityMark>
    </span>
  )
}
