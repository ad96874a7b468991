import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type CarryingPage, type CarryingStep, carryingEndpoints } from '../../review/carrying/carrying.contract.ts'
import { isLast, waitsForLook } from '../../review/carrying/steps.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink, PrintButton } from '../parts/button.tsx'
import { cx } from '../parts/class.ts'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { day as dayOf } from '../say.ts'
import { CameAlong } from './came-along.tsx'
import { carryingWords, saidOf, whoWords } from './carrying-words.ts'
import css from './plan.module.css'
import { ChangeDialog, DoDialog, StopDialog, TakeBackDialog, WaitingDialog } from './step-dialogs.tsx'

const w = carryingWords.one
type Doing = { what: 'do' | 'change' | 'takeBack'; step: CarryingStep } | { what: 'stop' | 'waiting' } | null

const StepState = ({ step, zone }: { step: CarryingStep; zone: string }) => {
  if (step.done)
    return <StateMark state="live">{w.doneBy(saidOf(step.done.by), dayOf(step.done.at, zone, new Date()))}</StateMark>
  return (
    <StateMark state={step.stops === null ? 'waiting' : 'draft'}>{step.stops === null ? w.ready : w.notYet}</StateMark>
  )
}

const StepRow = ({
  page,
  step,
  zone,
  onDo,
}: {
  page: CarryingPage
  step: CarryingStep
  zone: string
  onDo: (doing: Doing) => void
}) => {
  const due = dayOf(step.dueOn, zone, new Date())
  return (
    <li className={css.step}>
      <span className={cx(step.late ? css.late : css.due)}>{step.late ? w.late(due) : w.due(due)}</span>
      <div>
        <h3>{step.what}</h3>
        <p>{step.done ? step.done.evidence : step.how}</p>
        {step.stops && <p>{step.stops}</p>}
        {step.takenBack.map((t) => (
          <p key={t.at}>{w.takenBack(saidOf(t.by), dayOf(t.at, zone, new Date()), t.reason, saidOf(t.done.by))}</p>
        ))}
        <div className={css.acts}>
          {step.mayDo && (
            <Button small label={w.doLabel(step.what)} onPress={() => onDo({ what: 'do', step })}>
              {isLast(page.kind, step.id) ? w.lastAct[page.kind] : w.do}
            </Button>
          )}
          {page.mayChange && step.id === 'waiting' && step.done === null && page.live.waitingPosts > 0 && (
            <Button small onPress={() => onDo({ what: 'waiting' })}>
              {w.settle}
            </Button>
          )}
        </div>
      </div>
      <div>
        <StepState step={step} zone={zone} />
        <p>
          {!step.done && w.answersForIt(whoWords(step))}{' '}
          {page.mayChange && step.done === null && (
            <button
              type="button"
              className="as-link"
              aria-label={w.changeLabel(step.what)}
              onClick={() => onDo({ what: 'change', step })}
            >
              {w.change}
            </button>
          )}
          {step.mayTakeBack && (
            <button
              type="button"
              className="as-link"
              aria-label={w.takeBackLabel(step.what)}
              onClick={() => onDo({ what: 'takeBack', step })}
            >
              {w.takeBack}
            </button>
          )}
        </p>
      </div>
    </li>
  )
}

const Goodbye = ({ page }: { page: CarryingPage }) => {
  const draft = useAct(carryingEndpoints.draftGoodbye, ['carrying-out', 'posts'])
  const { goodbye } = page
  if (!goodbye) return null
  const words = [
    { name: w.pinned, text: goodbye.pinned, post: goodbye.pinnedPostId },
    { name: w.last, text: goodbye.last, post: goodbye.lastPostId },
  ]
  return (
    <Section heading={w.words}>
      {words.map(({ name, text, post }) => (
        <figure key={name}>
          <figcaption>
            <b>{name}</b>{' '}
            {post && (
              <Link to="/posts/$id" params={{ id: post }}>
                {w.openDraft}
              </Link>
            )}
          </figcaption>
          <blockquote className={css.quote}>{text}</blockquote>
        </figure>
      ))}
      <ActFailed cause={draft.error} />
      {goodbye.mayDraft && (
        <Button busy={draft.isPending} onPress={() => draft.mutate({ id: page.id })}>
          {w.draft}
        </Button>
      )}
    </Section>
  )
}

const Records = ({ page }: { page: CarryingPage }) => {
  const { live, kind, into } = page
  if (kind === 'adoption' || page.endedAt !== null) return null
  return (
    <Section heading={w.records}>
      <ul className={css.also}>
        <li>{w.conversations(live.openConversations)}</li>
        <li>{w.waiting(live.waitingPosts)}</li>
        <li>{w.archive(live.withoutArchive)}</li>
        <li>{w.keys(live.withKeys)}</li>
        {into && <li>{w.voices(live.voicesLeft, into.name)}</li>}
      </ul>
    </Section>
  )
}

const Page = ({ page }: { page: CarryingPage }) => {
  const [doing, setDoing] = useState<Doing>(null)
  const zone = useZone()
  const close = () => setDoing(null)
  return (
    <>
      <PageAnswer
        dense
        path={
          <>
            <Link to="/reviews">{carryingWords.reviews}</Link> /{' '}
            <Link to="/reviews/carrying-out">{carryingWords.path}</Link>
          </>
        }
        answer={w.heading(page)}
        lede={
          <>
            {w.lede(page, dayOf(page.endsOn, zone, new Date()), dayOf(page.begunAt, zone, new Date()))} {page.reason}{' '}
            {page.notBefore && waitsForLook(page.notBefore)}{' '}
            {page.review && (
              <Link to="/reviews/$round/$account" params={{ round: page.review.round, account: page.review.key }}>
                {w.review}
              </Link>
            )}
          </>
        }
        acts={
          <>
            {page.account && (
              <ButtonLink to="/register/$id" params={{ id: page.account.id }}>
                {page.account.name}
              </ButtonLink>
            )}
            <PrintButton />
            {page.mayChange && (
              <Button kind="refuse" onPress={() => setDoing({ what: 'stop' })}>
                {w.stop}
              </Button>
            )}
          </>
        }
      />
      <div className="two-columns">
        <div>
          <Section heading={w.steps} more={carryingWords.of(page)}>
            <ol className={css.steps}>
              {page.list.map((step) => (
                <StepRow key={step.id} page={page} step={step} zone={zone} onDo={setDoing} />
              ))}
            </ol>
          </Section>
        </div>
        <div>
          <Records page={page} />
          {page.note !== '' && (
            <Section heading={w.note}>
              <blockquote className={css.quote}>{page.note}</blockquote>
            </Section>
          )}
          {page.endedAt === null && <Goodbye page={page} />}
          {page.migration.length > 0 && <CameAlong page={page} zone={zone} />}
        </div>
      </div>
      {doing?.what === 'do' && <DoDialog page={page} step={doing.step} onClose={close} />}
      {doing?.what === 'change' && <ChangeDialog page={page} step={doing.step} onClose={close} />}
      {doing?.what === 'takeBack' && <TakeBackDialog page={page} step={doing.step} onClose={close} />}
      {doing?.what === 'stop' && <StopDialog page={page} onClose={close} />}
      {doing?.what === 'waiting' && <WaitingDialog page={page} onClose={close} />}
    </>
  )
}

/** One list: who does what until when, what stops a step, and what shows that it was done. */
export const ChecklistPage = () => {
  const { id } = useParams({ from: '/staff/reviews/carrying-out/$id' })
  const read = useRead(
    carryingEndpoints.carryingOut,
    { id },
    { also: ['carryingOut', 'account', 'conversation', 'delivery', 'reviews'] },
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(page) => <Page page={page} />}
    </Answered>
  )
}
