import { type ReactNode, useId } from 'react'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import css from './finding.module.css'
import { FindingNumber, type Severity, SeverityMark } from './state-mark.tsx'

export type FindingProps = {
  n: number
  severity: Severity
  /** What it found, in a few words. For slim advice leave it out and say it in `kind`. */
  what?: ReactNode
  /** Replaces "Blocked until decided", as in "Advice: it goes out on Wednesday". */
  kind?: ReactNode
  why?: ReactNode
  /** Whose rule, and who may decide. */
  source?: ReactNode
  /** The wording to use instead. */
  wording?: string | undefined
  onUse?: (() => void) | undefined
  /** The other way out: a `button.as-link` such as Leave it, Keep it, Why? */
  otherWay?: ReactNode
  /** Leads back to the words. */
  onNumber?: (() => void) | undefined
  /** True while the caret stands in its words. */
  chosen?: boolean
  /** For the send button to point at. */
  id?: string
  /** Anything more, as the choice of a decision. */
  children?: ReactNode
}

/** What a rule noticed, why, whose rule it is, and a wording to use instead. */
export const Finding = (props: FindingProps) => {
  const {
    n,
    severity,
    what,
    kind,
    why,
    source,
    wording,
    onUse,
    otherWay,
    onNumber,
    chosen = false,
    id,
    children,
  } = props
  const name = useId()
  return (
    <article
      className={css.card}
      data-severity={severity}
      data-chosen={chosen || undefined}
      id={id}
      aria-labelledby={name}
      tabIndex={-1}
    >
      <div className={css.kind} id={name}>
        <span className="hidden-words">{words.finding.numbered(n, words.severity[severity])}. </span>
        <SeverityMark severity={severity}>{kind}</SeverityMark>
        <FindingNumber n={n} severity={severity} onPress={onNumber} />
      </div>
      {what && <h3 className={css.what}>{what}</h3>}
      {why && <p className={css.why}>{why}</p>}
      {source && <p className={css.source}>{source}</p>}
      {children}
      {(wording || otherWay) && (
        <div className={css.fix}>
          {wording && (
            <Button small onPress={onUse}>
              {words.finding.use(wording)}
            </Button>
          )}
          {otherWay}
        </div>
      )}
    </article>
  )
}

/** The region beside the words; `said` is announced politely, so set it 600 ms after typing stops. */
export const Findings = ({ said, children }: { said?: string; children: ReactNode }) => (
  <section className={css.list} aria-label={words.finding.region}>
    {children}
    <p className="hidden-words" role="status">
      {said}
    </p>
  </section>
)
