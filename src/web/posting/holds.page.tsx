import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { meEndpoint } from '../../people/people.contract.ts'
import { listHolds, putBackEndpoint, releaseHoldEndpoint } from '../../posting/delivery/delivery.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { clock, day, dayAndClock, sentence } from '../say.ts'
import css from './health.module.css'
import { type Held, type Hold, holdName, holdsHeading, holdsWords as w } from './holds-words.ts'

const topics = ['hold', 'delivery', 'post', 'frame'] as const

const HoldInForce = ({ hold, zone, may }: { hold: Hold; zone: string; may: boolean }) => {
  const [open, setOpen] = useState(false)
  const release = useAct(releaseHoldEndpoint, topics)
  return (
    <li className={css.hold}>
      <StateMark state="held">{holdName(hold)}</StateMark>
      <div>
        <h3>{hold.reason}</h3>
        <p className="small second">
          {w.by(hold.placedBy, dayAndClock(hold.placedAt, zone, new Date()))} {w.sum(hold.held, hold.beingSent)}
        </p>
      </div>
      {may && <Button onPress={() => setOpen(true)}>{w.release}</Button>}
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.releaseHeading(holdName(hold).toLowerCase() === 'everything' ? 'everything' : holdName(hold))}
          act={w.releaseAct}
          send={() => release.send({ id: hold.id })}
        >
          <p>{w.releaseBody}</p>
        </FormDialog>
      )}
    </li>
  )
}

const HeldActs = ({ held }: { held: Held }) => {
  const putBack = useAct(putBackEndpoint, topics)
  const zone = useZone()
  if (held.underHold) return <p className="small second">{w.underHold}</p>
  return (
    <div className="stack">
      <div className={css.acts}>
        {!held.past && (
          <Button small busy={putBack.isPending} onPress={() => putBack.mutate({ id: held.id })}>
            {w.putBack(clock(held.dueAt, zone))}
          </Button>
        )}
        <Button small busy={putBack.isPending} onPress={() => putBack.mutate({ id: held.id, now: true })}>
          {w.now}
        </Button>
      </div>
      <ActFailed cause={putBack.error} />
    </div>
  )
}

const HeldPost = ({ held, zone, may }: { held: Held; zone: string; may: boolean }) => (
  <li>
    <span className={css.when}>
      {clock(held.dueAt, zone)}
      <small>{day(held.dueAt, zone, new Date())}</small>
    </span>
    <div>
      <p className={css.said}>{held.words}</p>
      <p className="small second">
        <MarkOf network={held.network} /> {held.account}, <span className="mono">{held.handle}</span>.{' '}
        {sentence(held.why)}
        {held.past && <> {sentence(w.past)}</>}
        {held.live > 0 && <> {sentence(w.partly(held.live, held.pieces))}</>}{' '}
        <Link to="/posts/$id" params={{ id: held.postId }}>
          {w.open}
        </Link>
      </p>
    </div>
    {may && <HeldActs held={held} />}
  </li>
)

/** The holds in force, and every held post, put back one by one. */
export const HoldsPage = () => {
  const zone = useZone()
  const read = useRead(listHolds, {}, { topic: 'hold', also: ['delivery', 'post'] })
  // Stopping is open to more people than starting again.
  const may = useRead(meEndpoint, {}).data?.may.includes('releaseHold') ?? false
  const path = (
    <>
      <Link to="/health">{w.path}</Link> / {w.here}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(data) => (
        <>
          <PageAnswer
            path={path}
            answer={holdsHeading(data, (at) => dayAndClock(at, zone, new Date()))}
            lede={w.lede(data.waiting, data.beingSent)}
          />
          <div className={css.stack}>
            <Section heading={w.inForce} state={data.holds.length === 0 ? 'empty' : 'loaded'} empty={w.none}>
              <ul className="stack">
                {data.holds.map((hold) => (
                  <HoldInForce key={hold.id} hold={hold} zone={zone} may={may} />
                ))}
              </ul>
            </Section>
            <Section
              heading={w.held}
              note={data.held.length > 0 && w.heldNote}
              more={data.held.length > 0 && String(data.held.length)}
              state={data.held.length === 0 ? 'empty' : 'loaded'}
              empty={w.heldNone}
            >
              <ul className={css.held}>
                {data.held.map((held) => (
                  <HeldPost key={held.id} held={held} zone={zone} may={may} />
                ))}
              </ul>
            </Section>
          </div>
        </>
      )}
    </Answered>
  )
}
