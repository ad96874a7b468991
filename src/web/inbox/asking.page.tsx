import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listQuestions } from '../../inbox/asking/asking.contract.ts'
import { kindWords, stageWords } from '../../inbox/asking/question.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { dayAndClock } from '../say.ts'
import { askingHeading, type Question, askingWords as w } from './asking-words.ts'
import { QuestionForm } from './question-form.tsx'

const whenOf = (q: Question, zone: string): string =>
  [q.opensAt, q.closesAt].flatMap((at) => (at ? [dayAndClock(at, zone, new Date())] : [])).join(' to ') || '–'

const columnsFor = (zone: string): Column<Question>[] => [
  {
    id: 'title',
    head: w.title,
    names: true,
    cell: (q) => (
      <Link to="/questions/$id" params={{ id: q.id }}>
        <b>{q.title}</b>
      </Link>
    ),
  },
  { id: 'kind', head: w.kind, cell: (q) => kindWords[q.kind].label },
  {
    id: 'stage',
    head: w.stage,
    cell: (q) =>
      q.stage === 'closed' && q.unanswered > 0
        ? `${stageWords.closed}: ${w.unanswered(q.unanswered)}`
        : stageWords[q.stage],
  },
  { id: 'answers', head: w.answers, number: true, cell: (q) => q.answers },
  { id: 'when', head: w.when, later: true, cell: (q) => whenOf(q, zone) },
  { id: 'for', head: w.about, later: true, cell: (q) => q.objective?.title ?? q.area ?? '–' },
]

/** What we ask the public, and what waits to be answered back. */
export const AskingPage = () => {
  const zone = useZone()
  const navigate = useNavigate()
  const [planning, setPlanning] = useState(false)
  const read = useRead(listQuestions, {}, { also: ['post'] })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(list) => (
        <>
          <PageAnswer
            answer={askingHeading(list)}
            acts={list.may.ask && <Button onPress={() => setPlanning(true)}>{w.plan}</Button>}
          />
          <Section heading={w.list} state={list.questions.length === 0 ? 'empty' : 'loaded'} empty={w.none}>
            <DataTable caption={w.list} rows={list.questions} keyOf={(q) => q.id} columns={columnsFor(zone)} />
          </Section>
          {planning && (
            <QuestionForm
              whole={null}
              zone={zone}
              onClose={() => setPlanning(false)}
              onPlanned={(id) => void navigate({ to: '/questions/$id', params: { id } })}
            />
          )}
        </>
      )}
    </Answered>
  )
}
