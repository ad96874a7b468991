import { Link } from '@tanstack/react-router'
import { type RefObject, useEffect, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { RadioGroup } from '../../parts/choices.tsx'
import { Finding, Findings } from '../../parts/finding.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Waiting } from '../../parts/section.tsx'
import { Shape } from '../../parts/shape.tsx'
import { words } from '../../words.ts'
import { personWords, roleName, rolesWords } from '../refs.ts'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'
import { withWording } from './edit-content.ts'
import { type Numbered, severityName } from './marks.ts'
import type { Looking } from './use-verdict.ts'

const w = composeWords.found

type Props = DeskParts & {
  looking: Looking
  /** The finding in whose words the caret stands. */
  at: number | null
  page: RefObject<HTMLDivElement | null>
  blank: boolean
}

export const findingId = (n: number): string => `finding-${n}`

/** Takes the reader from a finding to its words. */
const goToWords = (page: HTMLElement | null, { finding }: Numbered): void => {
  const field = finding.where?.field
  const area = field ? page?.querySelector<HTMLTextAreaElement>(`[data-field="${CSS.escape(field)}"] textarea`) : null
  if (!area || !finding.where) return
  area.focus()
  area.setSelectionRange(finding.where.start, finding.where.end)
}

const Question = ({ finding, change }: { finding: Numbered['finding']; change: DeskParts['change'] }) => {
  const { question } = finding
  if (!question) return null
  return (
    <div className={css.question}>
      <RadioGroup
        label={question.asks}
        choices={question.answers.map((a) => ({ id: a.id, name: a.words }))}
        value={question.given}
        onChange={(answer) => change((c) => ({ ...c, answers: { ...c.answers, [question.key]: answer } }))}
      />
    </div>
  )
}

const Card = ({ one, onLeave, ...props }: Props & { one: Numbered; onLeave: () => void }) => {
  const { n, finding } = one
  const [open, setOpen] = useState(false)
  const { change } = props
  const advice = finding.severity === 'advise'
  const who = finding.decidedBy.length > 0 ? w.mayDecide(rolesWords(finding.decidedBy)) : w.nobodyDecides
  const suggestion = finding.suggestion !== null && finding.suggestion !== '' ? finding.suggestion : null
  return (
    <Finding
      id={findingId(n)}
      n={n}
      severity={severityName[finding.severity]}
      what={finding.says}
      why={!advice || open ? finding.why : null}
      source={(!advice || open) && `${finding.rule}, ${finding.source.words}. ${advice ? '' : who}`}
      chosen={props.at === n}
      onNumber={finding.where ? () => goToWords(props.page.current, one) : undefined}
      wording={suggestion ?? undefined}
      onUse={() => change((c) => withWording(c, finding) ?? c)}
      otherWay={
        advice && (
          <>
            <button type="button" className="as-link" onClick={onLeave}>
              {w.leave}
            </button>
            <button type="button" className="as-link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? w.less : w.why}
            </button>
          </>
        )
      }
    >
      {(!advice || open) && suggestion === null && finding.fix !== '' && <p className={css.fix}>{finding.fix}</p>}
      <Question finding={finding} change={change} />
    </Finding>
  )
}

/** What was answered or decided keeps its number and says how. */
const Settled = ({ one, context, change, found }: DeskParts & { one: Numbered }) => {
  const { finding, n } = one
  const { decision, question } = finding
  const given = question?.answers.find((a) => a.id === question.given)?.words
  const decider = decision && found.length > 0 ? roleName(decision.role) : ''
  const again = (): void => {
    if (!question) return
    change((c) => ({
      ...c,
      answers: Object.fromEntries(Object.entries(c.answers).filter(([key]) => key !== question.key)),
    }))
  }
  return (
    <Finding
      id={findingId(n)}
      n={n}
      severity="fixed"
      kind={decision ? w.decided : w.answered}
      what={finding.says}
      why={
        decision
          ? w.decidedBy(decision.personId === context.me.id ? personWords(context.me) : decider, decision.reason)
          : given
      }
      otherWay={
        question && (
          <button type="button" className="as-link" onClick={again}>
            {w.changeAnswer}
          </button>
        )
      }
    />
  )
}

/** F8 outside the words goes to the first finding; inside, the editor has it. */
const useFindingKey = (page: RefObject<HTMLDivElement | null>, open: readonly Numbered[]): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      const first = open[0]
      if (!first) return
      event.preventDefault()
      if (first.finding.where) goToWords(page.current, first)
      else document.getElementById(findingId(first.n))?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [page, open])
}

const Summary = ({ looking, found }: { looking: Looking; found: readonly Numbered[] }) => {
  const checked = looking.verdict?.result.checkedRules.length ?? 0
  const others = checked - new Set(found.map((f) => f.finding.rule)).size
  return (
    <p className="small second">
      {found.length === 0 ? w.all(checked) : w.others(others)} <Link to="/rules">{w.see}</Link>
    </p>
  )
}

/** What the rules noticed, beside the words. */
export const Found = (props: Props) => {
  const { found, looking, blank, at } = props
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const shown = blank ? [] : found
  const open = shown.filter((f) => f.finding.state === 'open' && !left.has(f.finding.key))
  const put = shown.filter((f) => f.finding.state === 'open' && left.has(f.finding.key))
  const settled = shown.filter((f) => f.finding.state !== 'open')
  const troubles = blank ? [] : (looking.verdict?.said ?? [])
  useFindingKey(props.page, open)
  useEffect(() => {
    if (at !== null) document.getElementById(findingId(at))?.scrollIntoView({ block: 'nearest' })
  }, [at])

  return (
    <Findings said={looking.verdict && !blank && !looking.stale ? w.said(open.length) : ''}>
      <h2 className="hidden-words">{words.finding.region}</h2>
      {looking.failed && (
        <Notice tone="warn">
          {w.failed}{' '}
          <Button small onPress={looking.retry}>
            {composeWords.pictures.again}
          </Button>
        </Notice>
      )}
      {!looking.verdict && !looking.failed && <Waiting />}
      {troubles.length > 0 && (
        <section className={css.troubles} aria-label={w.stops}>
          <h3>{w.stops}</h3>
          <ul>
            {troubles.map((t) => (
              <li key={t}>
                <Shape name="diamond" size={14} />
                {t}
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.map((one) => (
        <Card
          key={one.finding.key}
          {...props}
          one={one}
          onLeave={() => setLeft((keys) => new Set([...keys, one.finding.key]))}
        />
      ))}
      {settled.map((one) => (
        <Settled key={one.finding.key} {...props} one={one} />
      ))}
      {put.length > 0 && (
        <p className="small second">
          {w.left(put.length)}{' '}
          <button type="button" className="as-link" onClick={() => setLeft(new Set())}>
            {w.showLeft}
          </button>
        </p>
      )}
      {looking.verdict && !blank && <Summary looking={looking} found={shown} />}
    </Findings>
  )
}
