import type { ConventionFinding } from '../../register/convention.ts'
import { Button } from '../parts/button.tsx'
import { stretchesOf } from '../parts/marked-words.ts'
import { SeverityMark } from '../parts/state-mark.tsx'
import css from './account.module.css'
import { conventionWords } from './convention-words.ts'

const w = conventionWords.findings

/** The text with what each finding is about underlined and numbered, as in the editor. */
const Marked = ({ text, findings }: { text: string; findings: readonly ConventionFinding[] }) => {
  const marks = findings.flatMap((f, i) =>
    f.to > f.from ? [{ n: i + 1, from: f.from, to: f.to, severity: 'advice' as const }] : [],
  )
  if (marks.length === 0) return null
  return (
    <p className="mono">
      <span className="hidden-words">{w.text}: </span>
      {stretchesOf(text, marks).map((s) =>
        s.mark ? (
          <mark key={s.from} className={css.marked}>
            {s.text}
            <sup>{s.mark.n}</sup>
          </mark>
        ) : (
          <span key={s.from}>{s.text}</span>
        ),
      )}
    </p>
  )
}

/** What the convention notices about a name or a profile: where, what to do, and a wording to take over. */
export const ConventionFindings = ({
  text,
  findings,
  take,
}: {
  text: string
  findings: readonly ConventionFinding[]
  take?: ((finding: ConventionFinding) => void) | undefined
}) =>
  findings.length > 0 && (
    <div className={css.findings} aria-live="polite">
      <Marked text={text} findings={findings} />
      <ol>
        {findings.map((f) => (
          <li key={f.id}>
            <SeverityMark severity="advice">{f.words}</SeverityMark> <span className="second">{f.fix}</span>
            {f.wording !== null && (
              <span className={css.wording}>
                <q>{f.wording}</q>
                {take && (
                  <Button small label={w.take(f.wording)} onPress={() => take(f)}>
                    {w.use}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
