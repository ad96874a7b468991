import { useState } from 'react'
import { decideFinding } from '../../../posting/approval/approval.contract.ts'
import { needsRationale } from '../../../posting/approval/rationale.ts'
import type { Content } from '../../../posting/content.ts'
import { mayDecide } from '../../../rulebook/finding.ts'
import { useAct } from '../../call.ts'
import { ActFailed } from '../../parts/act-failed.tsx'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/choices.tsx'
import { TextField } from '../../parts/field.tsx'
import { Finding } from '../../parts/finding.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/section.tsx'
import { SeverityMark } from '../../parts/state-mark.tsx'
import { type Numbered, numbered, severityName } from '../compose/marks.ts'
import { noReasons, ReasonFields, reasonNames } from '../compose/rationale.tsx'
import { personWords, roleName, rolesWords } from '../refs.ts'
import css from './approval.module.css'
import { type Approval, approvalWords } from './approval-words.ts'

const w = approvalWords.found

export type FoundHereProps = {
  one: Approval
  roles: readonly string[]
  /** The keys of what I let stand by approving. */
  standing: ReadonlySet<string>
  onStand: (key: string, stands: boolean) => void
}

/** What is mine to decide: my role is named, and I did not write it. */
export const mineToDecide = (one: Approval, roles: readonly string[], f: Numbered['finding']): boolean =>
  one.acts.approve === null || one.acts.sendBack === null
    ? f.severity !== 'advise' && f.decidedBy.length > 0 && mayDecide(f, roles)
    : false

export const openIn = (one: Approval): Numbered[] =>
  numbered(one.check.result).filter(({ finding: f }) => f.state === 'open' && f.severity !== 'advise')

/** Whether this one may only be decided with purpose and the three tests, and nobody has written them yet. */
const reasonsMissing = (one: Approval, finding: Numbered['finding']): boolean =>
  one.rationale === null && needsRationale({ ...one.check.result, findings: [finding] })

/** What is blocked is decided by itself, in a named role and with a reason; where the case asks for it, with purpose and tests. */
const DecideBlocked = ({
  one,
  roles,
  finding,
}: {
  one: Approval
  roles: readonly string[]
  finding: Numbered['finding']
}) => {
  const decide = useAct(decideFinding, ['approvals', 'post'])
  const [reason, setReason] = useState('')
  const [reasons, setReasons] = useState<NonNullable<Content['rationale']>>(noReasons)
  const [asked, setAsked] = useState(false)
  const needsReasons = reasonsMissing(one, finding)
  const bare = needsReasons && reasonNames.some((name) => reasons[name].trim() === '')
  const role = finding.decidedBy.find((r) => roles.includes(r)) ?? ''
  const go = (): void => {
    setAsked(true)
    if (reason.trim() === '' || bare) return
    decide.mutate({
      id: one.post.id,
      version: one.frozen.version,
      digest: one.frozen.digest,
      finding: finding.key,
      reason,
      ...(needsReasons ? { rationale: reasons } : {}),
    })
  }
  return (
    <div className={css.decide}>
      {needsReasons && <ReasonFields reasons={reasons} onChange={setReasons} />}
      {asked && bare && <Notice tone="warn">{w.reasonsMissing}</Notice>}
      <TextField
        label={w.reason(roleName(role).toLowerCase())}
        lines
        value={reason}
        onChange={setReason}
        wrong={asked && reason.trim() === '' && w.reasonMissing}
      />
      <ActFailed cause={decide.error} />
      <div>
        <Button onPress={go} busy={decide.isPending}>
          {w.decide}
        </Button>
      </div>
    </div>
  )
}

const Open = ({ one, roles, standing, onStand, ...rest }: FoundHereProps & Numbered) => {
  const { n, finding } = rest
  const mine = mineToDecide(one, roles, finding)
  const who = rolesWords(finding.decidedBy)
  const byItself = finding.severity === 'block' || reasonsMissing(one, finding)
  return (
    <li>
      <Finding
        id={`finding-${n}`}
        n={n}
        severity={severityName[finding.severity]}
        kind={mine ? w.forYou : who === '' ? w.forNobody : w.forOthers(who)}
        what={finding.says}
        why={finding.why}
        source={`${finding.rule}, ${finding.source.words}.`}
      >
        {mine && byItself && <DecideBlocked one={one} roles={roles} finding={finding} />}
        {mine && !byItself && (
          <div className={css.stand}>
            <Checkbox checked={standing.has(finding.key)} onChange={(yes) => onStand(finding.key, yes)}>
              {w.stand} <span className="small second">{w.standHint}</span>
            </Checkbox>
          </div>
        )}
      </Finding>
    </li>
  )
}

const Settled = ({ one, finding }: { one: Approval; finding: Numbered['finding'] }) => {
  const { decision, question } = finding
  const by = one.check.deciders.find((p) => p.id === decision?.personId)
  const given = question?.answers.find((a) => a.id === question.given)?.words
  return (
    <li className={css.settled}>
      {finding.state === 'open' ? (
        <SeverityMark severity="advice">{w.advice}</SeverityMark>
      ) : (
        <SeverityMark severity="fixed">{decision ? w.decided : w.answered}</SeverityMark>
      )}
      <p>
        <b>{finding.says}</b>{' '}
        <span className="second">
          {finding.rule}.{' '}
          {decision && w.as(by ? personWords(by) : '', roleName(decision.role).toLowerCase(), decision.reason)}
          {!decision && question && given && w.answer(question.asks, given)}
          {finding.state === 'open' && w.left}
        </span>
      </p>
    </li>
  )
}

/** What the rules found: what is mine to decide first, what waits for somebody else, and what is settled. */
export const FoundHere = (props: FoundHereProps) => {
  const { one, roles } = props
  const all = numbered(one.check.result)
  const open = openIn(one)
  const rest = all.filter((f) => !open.includes(f) && !open.some((o) => o.n === f.n))
  const mine = open.filter((f) => mineToDecide(one, roles, f.finding))
  const others = open.filter((f) => !mine.includes(f))
  const settled = rest.filter((f) => f.finding.state !== 'open').length
  return (
    <Section
      heading={w.heading}
      more={<span className="second">{w.note(settled, mine.length, others.length)}</span>}
      state={all.length === 0 ? 'empty' : 'loaded'}
      empty={w.none(one.check.result.checkedRules.length)}
    >
      <ul className={css.found}>
        {[...mine, ...others].map((f) => (
          <Open key={f.finding.key} {...props} {...f} />
        ))}
        {rest.map(({ finding }) => (
          <Settled key={finding.key} one={one} finding={finding} />
        ))}
      </ul>
    </Section>
  )
}
