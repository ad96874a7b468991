import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { draftQuestion, moveQuestion, questionEndpoint } from '../../inbox/asking/asking.contract.ts'
import { kindWords, stageWords } from '../../inbox/asking/question.ts'
import { take } from '../../inbox/inbox.contract.ts'
import { said } from '../../posting/facts.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { clock, dayAndClock } from '../say.ts'
import { type Question, sessionWords, type Whole, askingWords as w } from './asking-words.ts'
import { Answers } from './question-answers.tsx'
import { QuestionForm } from './question-form.tsx'
import { Themes } from './question-themes.tsx'
import { Choices } from './question-votes.tsx'
import css from './surge.module.css'

const Acts = ({ question, onChange }: { question: Question; onChange: () => void }) => {
  const navigate = useNavigate()
  const move = useAct(moveQuestion, ['questions'])
  const draft = useAct(draftQuestion, ['questions', 'posts'])
  const { id, stage } = question
  const go = (to: 'open' | 'close' | 'answer') => move.mutate({ id, move: to })
  const write = () =>
    draft.mutate({ id }, { onSuccess: ({ postId }) => void navigate({ to: '/write/$id', params: { id: postId } }) })
  return (
    <div className="stack">
      <div className={css.acts}>
        {stage === 'planned' && question.postId === null && (
          <Button kind="primary" busy={draft.isPending} onPress={write}>
            {w.draft}
          </Button>
        )}
        {stage === 'planned' && question.asked && (
          <Button kind="primary" busy={move.isPending} onPress={() => go('open')}>
            {w.open}
          </Button>
        )}
        {stage === 'open' && (
          <Button busy={move.isPending} onPress={() => go('close')}>
            {w.close}
          </Button>
        )}
        {stage === 'closed' && (
          <>
            <Button kind="primary" busy={move.isPending} onPress={() => go('answer')}>
              {w.answer}
            </Button>
            <Button busy={move.isPending} onPress={() => go('open')}>
              {w.reopen}
            </Button>
          </>
        )}
        {(stage === 'planned' || stage === 'open') && <Button onPress={onChange}>{`${w.changePlan}…`}</Button>}
      </div>
      <ActFailed cause={move.error ?? draft.error} />
    </div>
  )
}

const ThePlan = ({ question: q, zone }: { question: Question; zone: string }) => {
  const at = (instant: string | null) => (instant ? dayAndClock(instant, zone, new Date()) : '–')
  const post = q.postId ? (
    <>
      <Link to="/posts/$id" params={{ id: q.postId }}>
        {w.openPost}
      </Link>
      {!q.asked && `. ${w.notOut}`}
    </>
  ) : (
    w.noPost
  )
  return (
    <Section heading={w.thePlan}>
      {q.words !== '' && <p className={css.words}>{q.words}</p>}
      <Facts
        facts={[
          { name: w.post, value: post },
          { name: w.opens, value: at(q.opensAt) },
          { name: w.closes, value: at(q.closesAt) },
          { name: w.objective, value: q.objective?.title ?? '–' },
          { name: w.area, value: q.area ?? '–' },
          ...(q.team.length > 0 ? [{ name: w.team, value: q.team.map(said).join(', ') }] : []),
        ]}
      />
    </Section>
  )
}

const Board = ({ whole, zone }: { whole: Whole; zone: string }) => {
  const taking = useAct(take, ['questions', 'desk'])
  const { live } = whole
  if (!live) return null
  return (
    <Section heading={w.board} note={sessionWords(live)}>
      <div className="stack">
        {live.phase === 'during' && live.enough === false && <Notice tone="warn">{w.tooMany}</Notice>}
        {live.phase === 'over' && live.waiting.length > 0 && <Notice tone="warn">{w.overTime}</Notice>}
        {live.waiting.length === 0 && <p className="second">{w.boardNone}</p>}
        <ul className={css.groups}>
          {live.waiting.map((one) => (
            <li key={one.conversationId}>
              <div>
                <p className={css.words}>{one.text}</p>
                <p className="small second">
                  <Link to="/desk/$id" params={{ id: one.conversationId }}>
                    {one.from}
                  </Link>
                  , {clock(one.since, zone)}. {one.holder ? w.has(said(one.holder)) : w.nobodyHas}{' '}
                  {one.danger && <Tag tone="risk">{w.danger}</Tag>}
                </p>
              </div>
              {one.mayTake && (
                <Button
                  small
                  label={`${w.take}: ${one.from}`}
                  busy={taking.isPending}
                  onPress={() => taking.mutate({ id: one.conversationId })}
                >
                  {w.take}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <ActFailed cause={taking.error} />
        {live.phase !== 'during' && (
          <div className={css.sheet}>
            <p className="small second">{w.notice}</p>
            <p lang="en">{whole.notice.en}</p>
            <p lang="cy">{whole.notice.cy}</p>
          </div>
        )}
      </div>
    </Section>
  )
}

/** One question to the public: its plan, what was said, and what we did. */
export const QuestionPage = () => {
  const { id } = useParams({ from: '/staff/questions/$id' })
  const { theme } = useSearch({ from: '/staff/questions/$id' })
  const zone = useZone()
  const [changing, setChanging] = useState(false)
  const stopChanging = () => setChanging(false)
  const input = theme ? { id, theme } : { id }
  const read = useRead(questionEndpoint, input, { also: ['conversation', 'post'], everyMs: 15_000 })
  const path = <Link to="/questions">{w.path}</Link>
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(whole) => (
        <>
          <PageAnswer
            path={path}
            answer={whole.question.title}
            lede={`${kindWords[whole.question.kind].label}. ${stageWords[whole.question.stage]}.`}
            acts={whole.may.ask && <Acts question={whole.question} onChange={() => setChanging(true)} />}
          />
          <div className="two-columns">
            <div>
              <Board whole={whole} zone={zone} />
              {whole.choices.length > 0 && <Choices whole={whole} />}
              <Themes themes={whole.themes} may={whole.may.ask} />
              <Answers whole={whole} theme={theme} zone={zone} />
            </div>
            <div>
              <ThePlan question={whole.question} zone={zone} />
            </div>
          </div>
          {changing && <QuestionForm whole={whole} zone={zone} onClose={stopChanging} onPlanned={stopChanging} />}
        </>
      )}
    </Answered>
  )
}
