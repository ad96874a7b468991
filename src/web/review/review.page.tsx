import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { classLabels } from '../../register/account.ts'
import { carries } from '../../review/decision.ts'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { day } from '../say.ts'
import { BeginDecided } from './begin-decided.tsx'
import { type Draft, draftFor } from './decide-form.tsx'
import { DecisionPanel } from './decision.tsx'
import { IfItGoes, WhatBegins } from './goes.tsx'
import { PlanPanel } from './plan-panel.tsx'
import css from './review.module.css'
import { type Review, reviewHeading, reviewWords as w } from './review-words.ts'
import { ScorecardTable } from './scorecard.tsx'
import { SecondLook } from './second-look.tsx'
import { Voices } from './voices.tsx'

const Head = ({ data }: { data: Review }) => {
  const zone = useZone()
  const { round, review, place, previous, next } = data
  const network = traitsOf(review.network)
  return (
    <PageAnswer
      dense
      path={
        <>
          <Link to="/reviews">{w.reviews}</Link> /{' '}
          <Link to="/reviews/$round" params={{ round: round.id }}>
            {round.name}
          </Link>{' '}
          / {w.place(place.n, place.of)}
        </>
      }
      answer={reviewHeading(data)}
      lede={
        <>
          <NetworkMark mark={network?.mark ?? '?'} name={network?.name ?? review.network} nameHidden />{' '}
          <b className="mono">@{review.handle.replace(/^@/, '')}</b>{' '}
          {[review.class && classLabels[review.class], review.area].filter(Boolean).join(', ')}
          {review.class && '. '}
          {w.lede(day(round.frozenAt, zone, new Date()), round.criteriaVersion)}
        </>
      }
      acts={
        <>
          {previous && (
            <ButtonLink icon="back" to="/reviews/$round/$account" params={{ round: round.id, account: previous }}>
              {w.previous}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink icon="next" to="/reviews/$round/$account" params={{ round: round.id, account: next }}>
              {w.next}
            </ButtonLink>
          )}
        </>
      }
    />
  )
}

const Body = ({ data }: { data: Review }) => {
  const [draft, setDraft] = useState<Draft>(() => draftFor(data))
  const { review, round } = data
  const ours = review.subject === 'ours'
  const kind = draft.outcome && carries(draft.outcome, review.subject)
  const into = draft.outcome === 'merge' ? draft.into : null
  return (
    <div className={css.review}>
      <div>
        <ScorecardTable data={data} />
        <Voices data={data} />
        {ours && <IfItGoes id={review.key} into={into} />}
        {review.decision === null && data.may.decide && <WhatBegins kind={kind} wish={{ ...draft, into }} />}
      </div>
      <div>
        <BeginDecided data={data} />
        <DecisionPanel data={data} draft={draft} onChange={setDraft} />
        <SecondLook data={data} />
        <PlanPanel roundId={round.id} />
      </div>
    </div>
  )
}

/** One account in one round: what the record shows, who was heard, what would go, and what is decided. */
export const ReviewPage = () => {
  const { round, account } = useParams({ from: '/staff/reviews/$round/$account' })
  const read = useRead(reviewEndpoints.one, { round, account }, { also: ['account', 'carryingOut'] })
  const path = <Link to="/reviews">{w.reviews}</Link>
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(data) => (
        <>
          <Head data={data} />
          <Body key={data.review.id} data={data} />
        </>
      )}
    </Answered>
  )
}
