import type { ReactNode } from 'react'
import { words } from '../words.ts'
import { cx } from './class.ts'
import css from './mark.module.css'
import { Shape, type ShapeName } from './shape.tsx'

type Look = { shape: ShapeName; tone: 'ok' | 'risk' | 'warn' | 'accent' | null }

const looks = {
  draft: { shape: 'ring', tone: null },
  waiting: { shape: 'clock', tone: null },
  sending: { shape: 'half', tone: 'accent' },
  checking: { shape: 'dashed', tone: 'accent' },
  live: { shape: 'live', tone: 'ok' },
  held: { shape: 'bars', tone: 'warn' },
  refused: { shape: 'cross', tone: 'risk' },
  needsPerson: { shape: 'diamond', tone: 'risk' },
  withdrawn: { shape: 'slash', tone: null },
} satisfies Record<string, Look>

export type State = keyof typeof looks

const severities = {
  blocked: { shape: 'stop', tone: 'risk' },
  approval: { shape: 'triangle', tone: 'warn' },
  advice: { shape: 'info', tone: 'accent' },
  fixed: { shape: 'ticked', tone: 'ok' },
} satisfies Record<string, Look>

export type Severity = keyof typeof severities

const Mark = ({ look, children }: { look: Look; children: ReactNode }) => (
  <span className={cx(css.mark, look.tone && css[look.tone])}>
    <Shape name={look.shape} />
    <span>{children}</span>
  </span>
)

/** Where a post or a delivery stands: shape and word. Give children to say more, as in "Held by Supt Orrell". */
export const StateMark = ({ state, children }: { state: State; children?: ReactNode }) => (
  <Mark look={looks[state]}>{children ?? words.state[state]}</Mark>
)

/** What a rule says: shape and word. Give children to say more, as in "Advice: it goes out on Wednesday". */
export const SeverityMark = ({ severity, children }: { severity: Severity; children?: ReactNode }) => (
  <Mark look={severities[severity]}>{children ?? words.severity[severity]}</Mark>
)

/** The number of a finding, in its severity's colour; a button when it leads to the words. */
export const FindingNumber = ({
  n,
  severity,
  onPress,
}: {
  n: number
  severity: Severity
  onPress?: (() => void) | undefined
}) =>
  onPress ? (
    <button
      type="button"
      className={css.number}
      data-severity={severity}
      onClick={onPress}
      aria-label={words.finding.goToWords(n)}
    >
      {n}
    </button>
  ) : (
    <span className={css.number} data-severity={severity}>
      {n}
    </span>
  )
