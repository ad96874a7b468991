import { Diff } from '../../parts/approval-sheet.tsx'
import { Notice } from '../../parts/notice.tsx'
import { differing } from '../differing.ts'
import { lately } from '../moment.ts'
import { personWords } from '../refs.ts'
import css from './approval.module.css'
import { type Approval, approvalWords } from './approval-words.ts'

const w = approvalWords.changed

type Change = Approval['drifted'][number]

/** Field by field, what stood there and what stands there now. */
export const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <ul className={css.changes}>
    {changes.map((change) => {
      const { before, now, field } = change
      const cut = before !== null && now !== null ? differing(before, now) : null
      return (
        <li key={`${field} ${before} ${now}`}>
          <b>{field}:</b>{' '}
          {cut ? (
            <>
              {cut.lead}
              <Diff before={cut.before} now={cut.now} />
              {cut.tail}
            </>
          ) : (
            <Diff before={before ?? w.nothing} now={now ?? w.nothing} />
          )}
        </li>
      )
    })}
  </ul>
)

/** Why an earlier approval no longer counts, and what drifted since it was frozen. */
export const Changed = ({ one, zone, now }: { one: Approval; zone: string; now: Date }) => {
  const { since, superseded, drifted } = one
  const at = (iso: string) => lately(iso, zone, now)
  return (
    <>
      {superseded && (
        <Notice tone="risk">
          <b>{w.drifted}</b>
          <Changes changes={drifted} />
          <p>{w.askAgain}</p>
        </Notice>
      )}
      {since && (
        <Notice tone="warn" icon="earlier">
          <b>{w.ended}</b>{' '}
          {since.changes.length === 0 ? w.same : w.since(personWords(since.by), since.version, at(since.at))}
          <Changes changes={since.changes} />
        </Notice>
      )}
    </>
  )
}
