import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { outcomes, outcomeWords } from '../../review/outcome.ts'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { shortDay } from '../say.ts'
import css from './review.module.css'
import { type Rounds, roundsHeading, reviewWords as w } from './review-words.ts'

type Round = Rounds['rounds'][number]

const BeginForm = ({ onClose }: { onClose: () => void }) => {
  const [name, setName] = useState('')
  const navigate = useNavigate()
  const begin = useAct(reviewEndpoints.begin)
  const short = name.trim().length < 3
  return (
    <FormDialog
      onClose={onClose}
      heading={w.beginHeading}
      act={w.beginAct}
      send={() => begin.send({ name })}
      onDone={({ id }) => void navigate({ to: '/reviews/$round', params: { round: id } })}
    >
      <TextField
        label={w.beginName}
        hint={w.beginNameHint}
        value={name}
        onChange={setName}
        wrong={short && w.beginShort}
      />
    </FormDialog>
  )
}

const columnsFor = (zone: string): Column<Round>[] => {
  const day = (at: string) => shortDay(at, zone, new Date())
  return [
    {
      id: 'round',
      head: w.round,
      names: true,
      cell: (r) => (
        <>
          <Link to="/reviews/$round" params={{ round: r.id }}>
            <b>{r.name}</b>
          </Link>
          <br />
          <span className="second">{r.endedAt ? w.ended(day(r.endedAt)) : w.open}</span>
        </>
      ),
    },
    {
      id: 'evidence',
      head: w.evidence,
      later: true,
      cell: (r) => w.weeks(day(r.from), day(new Date(Date.parse(r.until) - 1).toISOString())),
    },
    {
      id: 'recommended',
      head: w.recommended,
      cell: (r) =>
        outcomes
          .filter((o) => r.recommended[o])
          .map((o) => `${r.recommended[o]} ${outcomeWords[o].toLowerCase()}`)
          .join(', '),
    },
    {
      id: 'decided',
      head: w.decided,
      number: true,
      cell: (r) => (
        <>
          {w.place(r.decided, r.accounts)}
          {r.looksWaiting > 0 && (
            <>
              <br />
              {w.looks(r.looksWaiting)}
            </>
          )}
        </>
      ),
    },
  ]
}

const ways = [
  { to: '/reviews/plans', name: w.plans, about: w.plansAbout },
  { to: '/reviews/carrying-out', name: w.carryingOut, about: w.carryingOutAbout },
  { to: '/reviews/criteria', name: w.criteria, about: w.criteriaAbout },
] as const

/** Every round of reviews, and the way to begin one. */
export const ReviewsPage = () => {
  const [beginning, setBeginning] = useState(false)
  const zone = useZone()
  const read = useRead(reviewEndpoints.rounds, {}, { also: ['measures'] })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(data) => {
        const mayBegin = data.mayRun && data.countedAt !== null && data.rounds.every((r) => r.endedAt !== null)
        return (
          <>
            <PageAnswer
              answer={roundsHeading(data)}
              lede={data.countedAt === null ? w.notCounted : w.roundsLede}
              acts={
                mayBegin && (
                  <Button kind="primary" onPress={() => setBeginning(true)}>
                    {w.begin}
                  </Button>
                )
              }
            />
            <nav className={css.ways} aria-label={w.reviews}>
              {ways.map(({ to, name, about }) => (
                <div key={to}>
                  <ButtonLink small to={to}>
                    {name}
                  </ButtonLink>
                  <p className="small second">{about}</p>
                </div>
              ))}
            </nav>
            <Section heading={w.allRounds} state={data.rounds.length === 0 ? 'empty' : 'loaded'} empty={w.none}>
              <DataTable
                caption={w.allRounds}
                rows={data.rounds}
                keyOf={(r) => r.id}
                columns={columnsFor(zone)}
                toneOf={(r) => (r.endedAt === null ? 'now' : undefined)}
              />
            </Section>
            {beginning && <BeginForm onClose={() => setBeginning(false)} />}
          </>
        )
      }}
    </Answered>
  )
}
